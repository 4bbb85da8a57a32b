"""A plan written for this project, for a fictional council: to try the app with, and to test it."""
