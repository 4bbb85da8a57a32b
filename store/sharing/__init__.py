"""Versions of a plan that laptops exchange, by a folder or by an engine."""
