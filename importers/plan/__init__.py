"""What recognises aims and actions in the blocks of a Word file."""
