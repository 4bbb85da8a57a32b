"""Keys: taken from the terminal in order, one after another, and what each is bound to."""
