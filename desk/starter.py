"""Write the template to start from where the officer wants it."""

from pathlib import Path

from desk.errors import ExportError
from desk.exporting import Exported
from desk.word_papers import PaperKind, write_paper
from exporters.word.starter import starter_template
from files.ordinary import content_of

_ENDING = ".docx"


def write_starter(wanted: Path) -> Exported:
    """Write the template to start from and return where it went. Raises ExportError.

    A file that somebody has worked on is left alone, as with papers: the new one gets a number.
    The starter is always the same, so that any other file there is somebody's work, whichever
    program saved it and whatever name that program left in it.
    """
    if wanted.suffix.lower() not in ("", _ENDING):
        raise ExportError(
            f"A template is written as a Word file, and {wanted.name} is none by its ending. "
            f"Nothing was written. Call it {wanted.stem}{_ENDING}."
        )
    path = wanted if wanted.suffix else wanted.with_name(f"{wanted.name}{_ENDING}")
    return write_paper(_STARTER, starter_template(), path, "the template", frozenset())


def _is_starter(path: Path) -> bool:
    """Return whether the file at a path is the starter and nothing else."""
    try:
        return content_of(path) == starter_template()
    except (OSError, ValueError):
        return False


_STARTER = PaperKind("template", _is_starter, "is not the template as plandesk writes it now")
