"""The command line: everything an officer needs without the window, printed as plain lines."""
