"""What goes through the words of a paper: find and replace, spelling, how many there are."""
