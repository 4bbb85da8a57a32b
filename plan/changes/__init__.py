"""Changes: making, undoing and merging them, and the edits that produce them."""
