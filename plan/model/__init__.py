"""Rows, the plan they make up, their order, and outlines to build them from."""
