"""What can go wrong with a Word file that is to be read, in sentences for the officer."""

from importers.plan.unknown_columns import UnknownColumn


class UnreadableError(Exception):
    """The file was not read; the message says what it is, that it is unharmed and what to do."""


class NoPlanFoundError(UnreadableError):
    """The file is a readable Word file, but nothing in it is a part of a committee paper.

    `columns` are those of tables that might be a plan's, if the officer said what they hold.
    """

    def __init__(self, message: str, columns: tuple[UnknownColumn, ...] = ()) -> None:
        """Take the sentence for the officer, and the columns that were not understood."""
        super().__init__(message)
        self.columns = columns
