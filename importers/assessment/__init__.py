"""What recognises a form's answers in the blocks of a Word file."""
