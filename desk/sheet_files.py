"""Write the lists of an export as files for a spreadsheet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from desk.errors import ExportError
from desk.exporting import Export, Exported
from desk.word_papers import PaperKind, write_paper
from exporters.spreadsheet import TooLongForCellError, csv_file, workbook
from exporters.word.file_owner import is_untouched
from plan.papers.sheets import Sheet, SheetKind, sheet_of
from store.written import is_as_written

_NOT_OURS = "is not as plandesk wrote it here"
_CSV = PaperKind("CSV file", is_as_written, _NOT_OURS)
_WORKBOOK = PaperKind("workbook", is_untouched, "was last saved by another program")


def write_csv(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write a list as a CSV file and yield where it went. Raises ExportError."""
    yield from _write(export, csv_file, _CSV, ".csv")


def write_workbook(export: Export, _: Sequence[Exported]) -> Iterator[Exported]:
    """Write a list as a workbook (.xlsx) and yield where it went. Raises ExportError."""
    yield from _write(export, workbook, _WORKBOOK, ".xlsx")


def _write(
    export: Export, made: Callable[[Sheet], bytes], kind: PaperKind, ending: str
) -> Iterator[Exported]:
    (make,) = export.papers
    paper = export.made(make)
    sheet = sheet_of(export.source, cast("SheetKind", export.kind), export.printed_name)
    try:
        content = made(sheet)
    except TooLongForCellError as error:
        raise ExportError(
            f"The {error.key} of {error.ref} is longer than a cell of a workbook holds, so no "
            "workbook was written. --as csv writes it whole. The plan itself is safe."
        ) from error
    export.check()
    path = (export.folder / export.file_of(paper, is_list=True)).with_suffix(ending)
    exported = write_paper(kind, content, path, paper.what, frozenset())
    yield replace(exported, sentence="\n".join((exported.sentence, *export.said_of_reviews)))
