"""What recognises a committee report in the blocks of a Word file."""
