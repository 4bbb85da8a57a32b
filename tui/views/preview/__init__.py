"""The Preview view."""
