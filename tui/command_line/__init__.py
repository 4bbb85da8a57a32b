"""The command line: every function an officer needs, without the window, in plain lines."""
