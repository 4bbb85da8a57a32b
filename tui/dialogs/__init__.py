"""What comes up over the window and goes away again."""
