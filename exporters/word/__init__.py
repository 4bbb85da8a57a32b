"""Document blocks as a Word file."""
