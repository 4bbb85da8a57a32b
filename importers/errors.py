"""What can go wrong with a Word file that is to be read, in sentences for the officer."""


class UnreadableError(Exception):
    """The file was not read; the message says what it is, that it is unharmed and what to do."""


class NoPlanFoundError(UnreadableError):
    """The file is a readable Word file, but no table in it is an improvement plan."""
