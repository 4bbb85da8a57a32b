"""The Equality view."""
