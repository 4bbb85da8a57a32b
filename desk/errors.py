"""Errors for what an officer asked for and did not get; each message is for the officer."""


class ExportError(Exception):
    """A file could not be written."""


class ImportRefusedError(Exception):
    """A file was not read; the message says what it is and what to do."""


class PdfMissingError(ExportError):
    """The Word files were written, but not every PDF that was wanted; the message says why."""


class PictureError(Exception):
    """A picture was not put into a report; the message is for the officer."""
