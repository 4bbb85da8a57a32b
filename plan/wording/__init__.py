"""What rows, fields, places and steps are called, in one place."""
