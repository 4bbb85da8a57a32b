"""What fills the window: the desk with its plans, or the views of an open plan."""
