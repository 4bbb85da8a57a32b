"""Errors of reading a Word file; their messages are for the officer."""

from importers.plan.unknown_columns import UnknownColumn


class UnreadableError(Exception):
    """The file was not read; the message says what it is, that it is unharmed and what to do."""


class NoPlanFoundError(UnreadableError):
    """The file is a readable Word file, but holds no part of a committee paper.

    `columns` are the columns of tables that might be a plan's, once the officer says what they are.
    """

    def __init__(self, message: str, columns: tuple[UnknownColumn, ...] = ()) -> None:
        """Take the sentence for the officer, and the columns that were not understood."""
        super().__init__(message)
        self.columns = columns
