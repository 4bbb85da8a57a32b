"""Show what a pasted table is taken for, and make actions or cells of it."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from desk.pasted_table import (
    NoTableError,
    PastedTable,
    cells_pasted,
    pasted_actions,
    table_in_words,
)
from desk.table_contents import cell_of
from plan.changes import edits
from plan.papers.table_rows import TableFullError
from plan.text.clean import may_be_table
from plan.text.line_breaks import counted
from tui.dialogs.dialog import Dialog, ScrolledText

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.field_contents import FieldContent
    from tui.views.fields_view import FieldsView
    from tui.views.marks_view import MarksView

_TOO_LONG = (
    "A cell of that table holds more text than a field of the plan can. The plan is unchanged; "
    "what you pasted is on the clipboard."
)
_NO_CELLS = "That is no table: Enter opens the cell to paste words into."


class PastedTableDialog(Dialog[bool]):
    """Shows the columns and rows of a pasted table; the result is whether to make actions of it."""

    DEFAULT_CSS = """
    PastedTableDialog #words { padding: 0 0 0 1; }
    """
    heading = "A table was pasted"
    keys_in_words = "Enter: make these actions   Esc: leave it as it is"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "make", "Make", show=False)]

    def __init__(self, table: PastedTable, where: str) -> None:
        super().__init__()
        self._lines = tuple(table_in_words(table, where))

    def contents(self) -> ComposeResult:
        """Yield what is shown of the table."""
        yield ScrolledText(self._lines)

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it."""
        self.query_one(ScrolledText).focus()

    def action_make(self) -> None:
        """Close, and have the actions made."""
        self.dismiss(True)


def paste_actions(view: "MarksView", text: str, go_to: "Callable[[str], None]") -> None:
    """Show the actions of a pasted table, and add them below the cursor if the officer wants.

    `go_to` puts the cursor on the action of an id: on the first that was added.
    """
    if view.is_read_only() or not may_be_table(text):
        return  # of plain words it is said that they went nowhere
    where = view.row_edits.where_pasted
    try:
        table = pasted_actions(text, view.session.council)
    except NoTableError as error:
        view.say(str(error))
        return
    if not where:
        view.say("Actions belong to an aim: go to one first, then paste the table again.")
        return
    ask = PastedTableDialog(table, where)
    view.app.push_screen(ask, partial(_make_actions, view, table, text, go_to))


def _make_actions(
    view: "MarksView",
    table: PastedTable,
    text: str,
    go_to: "Callable[[str], None]",
    wanted: bool | None,
) -> None:
    if not wanted:
        view.say("No action was made of the table.")
        return
    before = view.plan.action_rows
    try:
        change = view.row_edits.table_pasted(table.actions)
    except ValidationError:
        view.app.copy_to_clipboard(text)
        view.say(_TOO_LONG, is_problem=True)
        return
    if view.make(change):
        added = [row.id for row in change.rows if row.table == "actions" and row.id not in before]
        go_to(added[0])
        view.say(f"{counted(len(added), 'action')} added from the table. u takes them back.")


def paste_cells(view: "FieldsView", text: str, field: "FieldContent | None") -> None:
    """Put the cells of a pasted table into that of the report, from the cell of a field on."""
    cell = cell_of(field.key) if field is not None else None
    if field is None or cell is None or view.is_read_only():
        return
    table = cells_pasted(text)
    if table is None:
        view.say(_NO_CELLS)
        return
    place = view.fields.current
    try:
        change = edits.set_table_cells(
            view.plan, field.owner, cell.row, cell.column, table.rows, view.session.council.report
        )
    except TableFullError as error:
        view.say(f"{error} The table is unchanged.", is_problem=True)
        return
    except ValidationError:
        view.say_not_pasted("A table", text)
        return
    if view.make(change):
        size = f"{counted(len(table.rows), 'row')} of {counted(len(table.rows[0]), 'cell')}"
        view.say(f"Pasted: {size}. u takes them back.")
    view.call_after_refresh(view.fields.go_to, place)
