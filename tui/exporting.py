"""From the plan to its Word file: blocks, bytes, and a safe place on the disk."""

from dataclasses import dataclass
from pathlib import Path

from plan.appendix import appendix_of
from plan.format import format_named
from plan.model import Plan

_TRIES = 99


class ExportError(Exception):
    """The file could not be written; the message is for the officer."""


@dataclass(frozen=True)
class Exported:
    """Where the Word file went, and a sentence that says so."""

    path: Path
    sentence: str


def export_plan(plan: Plan, name: str, folder: Path) -> Exported:
    """Write the plan as its appendix into `folder`, which is made if it is not there.

    A file that plandesk wrote and nobody has changed since is replaced. One that is open in Word,
    or that somebody has worked on, is left alone: the new one gets a number. Raises ExportError.
    """
    from exporters.names import file_name
    from exporters.word.document import written

    form = format_named(plan.cover.format)
    content = written(appendix_of(plan, form))
    return write_word_file(content, folder / file_name(form.files.plan, name))


def write_word_file(content: bytes, wanted: Path) -> Exported:
    """Write a Word file at `wanted`, or beside it under another name. Raises ExportError."""
    from exporters.names import numbered
    from exporters.word.origin import is_untouched
    from store.safe_file import EVERYBODY, FileInUseError, write_safely

    reason = ""
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        for number in range(1, _TRIES):
            path = wanted if number == 1 else numbered(wanted, number)
            if path.exists() and not is_untouched(path):
                reason = reason or f"{path.name} has been changed since plandesk wrote it"
                continue
            try:
                write_safely(path, content, new_mode=EVERYBODY)
            except FileInUseError:
                reason = f"{path.name} is open in another program, such as Word"
                continue
            return Exported(path, _where(path, reason))
    except OSError as error:
        raise ExportError(
            f"The Word file could not be written to {wanted.parent}: "
            f"{(error.strerror or str(error)).lower()}. The plan itself is safe. "
            "Choose another folder."
        ) from error
    raise ExportError(
        f"Every name like {wanted.name} is taken in {wanted.parent}. The plan itself is safe. "
        "Choose another folder, or clear that one."
    )


def _where(path: Path, reason: str) -> str:
    if reason:
        return f"{reason}, so that file is as it was. The plan went to {path}"
    return f"Written: {path}"
