"""A council's format, forms, rules and frameworks, as data."""

DEFAULT_FORMAT = "dundee-2016"
"""The format that a plan follows unless another is chosen."""
