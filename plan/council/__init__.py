"""A council's format, forms, rules and frameworks, as data."""
