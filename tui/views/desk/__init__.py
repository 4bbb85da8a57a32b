"""The desk: the first screen."""
