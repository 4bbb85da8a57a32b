"""What rows, fields, places and steps are called: one voice."""
