"""The Desk view, the first screen."""
