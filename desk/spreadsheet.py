"""Take a list from a spreadsheet into a plan, after showing what it would change.

Values in, values out: the window and the command line show what is here, and make the change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from desk.errors import ImportRefusedError
from desk.history_lines import field_lines
from desk.history_steps import wording_of
from desk.since import row_in_words
from desk.today import today_in_words
from importers.errors import UnreadableError
from plan.changes.change import Change, applied
from plan.changes.edits.sheet_rows import NoSheetError, rows_taken
from plan.council.format import Format
from plan.model.plan import Plan
from plan.papers.sheets import SHEET_TITLES, ReadSheet
from plan.text.line_breaks import counted
from plan.wording.compared import RowDifference, compared

ENDINGS = (".csv", ".tsv", ".xlsx", ".xlsm")
"""The endings of the files that are taken for a spreadsheet's."""
_READER = "importers.spreadsheet"
"""What reads them: it is loaded for the first one, with the library of workbooks."""
_NOTHING = "Nothing in it is otherwise than the plan: there is nothing to change."


@dataclass(frozen=True)
class SheetPreview:
    """What a list from a spreadsheet would change in a plan, before anything is changed."""

    file: str
    summary: str
    change: Change
    rows: tuple[RowDifference, ...]
    remarks: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the plan would stay as it is."""
        return self.change.is_empty

    def lines(self) -> Iterator[str]:
        """Yield what would change, row by row and field by field, and what is to be looked at."""
        yield f"{self.summary}."
        if self.is_empty:
            yield _NOTHING
        for row in self.rows:
            yield ""
            yield row_in_words(row)
            for field in row.fields:
                yield from field_lines(row.done, field)
        if self.remarks:
            yield ""
            yield "To look at:"
            yield from (f"  - {remark}" for remark in self.remarks)


def is_spreadsheet(path: Path) -> bool:
    """Return whether a file is one of a spreadsheet, by its name."""
    return path.suffix.lower() in ENDINGS


def sheet_preview(path: Path, plan: Plan, council: Format) -> SheetPreview:
    """Return what the list in a file would change in a plan. Raises ImportRefusedError."""
    try:
        sheet: ReadSheet = import_module(_READER).read_sheet(path)
        taken = rows_taken(plan, council.plan.own, sheet, today_in_words(), path.name)
    except UnreadableError as error:
        raise ImportRefusedError(str(error)) from error
    except NoSheetError as error:
        raise ImportRefusedError(
            f"{path.name} was not taken: {error} The file and the plan are as they were."
        ) from error
    now = applied(plan, taken.change)
    rows = compared(plan, now, wording_of(council, plan, now)) if not taken.change.is_empty else ()
    what = SHEET_TITLES[taken.kind].lower()
    summary = f"{sheet.name}: {counted(len(sheet.rows), 'row')} of {what}"
    return SheetPreview(path.name, summary, taken.change, rows, taken.remarks)
