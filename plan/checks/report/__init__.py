"""The rules of the covering report."""
