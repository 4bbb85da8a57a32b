"""Finding the aims and actions of a plan in the blocks of a Word file."""
