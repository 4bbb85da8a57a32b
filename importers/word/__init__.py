"""A safe reader of Word files: the parts opened with limits, the body as document blocks."""
