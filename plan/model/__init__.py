"""Rows, the plan they make, their order, and outlines to build them from."""
