"""The Reviews view."""
