"""The account of a Word file: for each word that it shows, where it went."""
