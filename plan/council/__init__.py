"""A council's format, forms, rules and frameworks, as data."""

DEFAULT_FORMAT = "dundee-2016"
"""The format a plan follows if no other is chosen."""
