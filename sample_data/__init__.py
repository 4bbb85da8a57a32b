"""A committee paper written for this project, for a fictional council: to try and to test with."""
