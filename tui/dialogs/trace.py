"""Where the plan answers the inspection report: every page with its actions, each a step away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from desk.checking import found_now
from plan.checks.tracing_matrix import LineKind, MatrixLine, matrix_lines
from plan.council.framework import framework_of
from plan.model.finding import Place
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog, Words
from tui.views.plan_views import VIEW_OF_TABLE
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from tui.views.session_view import SessionView

_NOWHERE = "This line leads nowhere: go to a page, an action or something to look at."
_TO_NO_ACTION = "No action names this page yet: add it to the Pages of the action that answers it."


@dataclass(frozen=True, slots=True)
class MatrixRow(ListedRow):
    """A line of the matrix as it is painted."""

    kind: "LineKind" = "row"

    @property
    def content(self) -> Content:
        """What is painted; never read as markup."""
        if self.kind == "heading":
            return Content.styled(self.line, "bold")
        return Content(self.line if self.kind == "row" else f"• {self.line}")


Line: TypeAlias = "tuple[int, MatrixLine]"
"""A line of the matrix, and its place in it."""


class TraceDialog(Dialog[Place]):
    """Lists the matrix, and below it the line under the cursor whole; the result is a place."""

    heading = "Where the plan answers the inspection report"
    keys_in_words = "↑↓ PgUp PgDn: move   Enter: go there   Tab: read on below   Esc: close"

    def __init__(self, lines: "Sequence[MatrixLine]", at: "Line | None" = None) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self.at = at
        """The line under the cursor, and its place in the list; at first those of last time."""

    def contents(self) -> ComposeResult:
        """Yield the list, and below it what belongs to the line under the cursor."""
        yield RowList(id="matrix")
        yield Words([])

    def on_mount(self) -> None:
        """List the lines, with the cursor where it was, else on the first that is no heading."""
        matrix = self.query_one(RowList)
        rows = [MatrixRow(str(n), one.text, kind=one.kind) for n, one in enumerate(self._lines)]
        matrix.show(rows, str(self._begins_at()))
        matrix.focus()
        self._tell()

    def _begins_at(self) -> int:
        """Return the place of the line of last time, or of what is there in its stead."""
        if self.at is None:
            return next((n for n, one in enumerate(self._lines) if one.kind != "heading"), 0)
        place, line = self.at
        same = (n for n, one in enumerate(self._lines) if one.text == line.text)
        return next(same, min(place, len(self._lines) - 1))

    @property
    def line(self) -> "MatrixLine":
        """The line under the cursor."""
        return self._lines[self.query_one(RowList).highlighted or 0]

    def _tell(self) -> None:
        self.at = (self.query_one(RowList).highlighted or 0, self.line)
        self.query_one(Words).show(self.line.beside or ("",))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what belongs to the line that the cursor has come to."""
        event.stop()
        self._tell()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to where the line leads; where that is to several actions, ask to which."""
        event.stop()
        links = self.line.links
        if len(links) == 1:
            self.dismiss(links[0].place)
        elif links:
            rows = [ListedRow(str(place), link.words) for place, link in enumerate(links)]
            ask = ChooseDialog("Go to an action", self.line.beside[0], rows)
            self.app.push_screen(ask, self._chosen)
        else:
            is_page = self.line.kind == "row" and bool(self.line.beside)
            self.notify(_TO_NO_ACTION if is_page else _NOWHERE, markup=False)

    def _chosen(self, chosen: str | None) -> None:
        if chosen is not None:
            self.dismiss(self.line.links[int(chosen)].place)


def show_trace(
    view: "SessionView", at: "Line | None", left_at: "Callable[[Line | None], None]"
) -> None:
    """Show the matrix of the plan that is open, and go to what is chosen in it.

    It opens `at` the line that `left_at` was called with: there may be more to do than one step.
    """
    session = view.session
    framework = framework_of(session.plan, session.council)

    def go(place: Place | None) -> None:
        left_at(dialog.at)
        if place is not None:
            view.post_message(view.Asked("view", VIEW_OF_TABLE[place.table], place=place))

    lines = matrix_lines(session.plan, framework, found_now(session))
    dialog = TraceDialog(lines, at)
    view.app.push_screen(dialog, go)
