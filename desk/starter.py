"""The template to start from, written where the officer wants it."""

from pathlib import Path

from desk.errors import ExportError
from desk.exporting import Exported
from desk.word_papers import write_word_file
from exporters.word.starter import starter_template

_ENDING = ".docx"


def starter_written(wanted: Path) -> Exported:
    """Write the template to start from and return where it went. Raises ExportError.

    A file that somebody has worked on is left alone, as with papers: the new one gets a number.
    """
    if wanted.suffix.lower() not in ("", _ENDING):
        raise ExportError(
            f"A template is written as a Word file, and {wanted.name} is none by its ending. "
            f"Nothing was written. Call it {wanted.stem}{_ENDING}."
        )
    path = wanted if wanted.suffix else wanted.with_name(f"{wanted.name}{_ENDING}")
    return write_word_file(starter_template(), path, "the template")
