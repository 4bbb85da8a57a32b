"""The views that fill the window: the desk with its plans, or a view of the open plan."""
