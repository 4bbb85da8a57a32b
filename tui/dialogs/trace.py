"""Show which actions answer each page of the inspection report, and go to one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from desk.checking import found_now
from plan.checks.tracing_matrix import LineKind, MatrixLine, matrix_lines
from plan.council.framework import NONE, followed_by, framework_of
from plan.model.finding import Place
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.views.plan_views import VIEW_OF_TABLE
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from tui.views.session_view import SessionView

_NOWHERE = "This line leads nowhere: go to a page, an action or something to look at."
_TO_NO_ACTION = "No action names this page yet: add it to the Pages of the action that answers it."


@dataclass(frozen=True, slots=True)
class MatrixRow(ListedRow):
    """A line of the matrix."""

    kind: "LineKind" = "row"

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        if self.kind == "heading":
            return Content.styled(self.line, "bold")
        return Content(self.line if self.kind == "row" else f"• {self.line}")


_LEAST_DETAILS, _MOST_DETAILS = 3, 4
"""Lines that details have at least, and of how many lines of the window they have one at most."""

Line: TypeAlias = "tuple[int, MatrixLine]"
"""A line of the matrix, after its index."""


class TraceDialog(Dialog[Place]):
    """Lists the matrix, and below it the details of the line under the cursor.

    The result is the place of the plan to go to.
    """

    DEFAULT_CSS = """
    TraceDialog {
        & > #dialog { width: 96%; max-width: 132; height: 94%; max-height: 94%; }

        #matrix {
            height: 1fr;
            max-height: 100%;
            text-wrap: wrap;
            border-bottom: solid $border-blurred;
        }
        #words { height: 4; padding: 0 0 0 1; }
        #words:focus { background: $foreground 6%; }
    }
    """
    heading = "Where the plan answers the inspection report"
    keys_in_words = "↑↓ PgUp PgDn: move   Enter: go there   Esc: close"

    def __init__(self, lines: "Sequence[MatrixLine]", at: "Line | None" = None) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self.at = at
        """The line under the cursor; at first the one where the dialog was last left."""

    def contents(self) -> ComposeResult:
        """Yield the list, and below it the details of the line under the cursor."""
        yield RowList(id="matrix")
        yield ScrolledText([])

    def on_mount(self) -> None:
        """List the lines, with the cursor where it was or on the first that is not a heading."""
        matrix = self.query_one(RowList)
        rows = [MatrixRow(str(n), one.text, kind=one.kind) for n, one in enumerate(self._lines)]
        matrix.show(rows, str(self._first_index()))
        matrix.focus()
        self._show_details()

    def on_resize(self) -> None:
        """Give the details as many lines as those of any line need, and the list all others."""
        self.call_after_refresh(self._part)

    def _part(self) -> None:
        words = self.query_one(ScrolledText)
        most = max(words.lines_of(one.beside) for one in self._lines)
        words.styles.height = min(max(most, _LEAST_DETAILS), self.size.height // _MOST_DETAILS)

    def _first_index(self) -> int:
        """Return the index of the line where the dialog was left, or of what is there now."""
        if self.at is None:
            return next((n for n, one in enumerate(self._lines) if one.kind != "heading"), 0)
        place, line = self.at
        same = (n for n, one in enumerate(self._lines) if one.text == line.text)
        return next(same, min(place, len(self._lines) - 1))

    @property
    def line(self) -> "MatrixLine":
        """The line under the cursor."""
        return self._lines[self.query_one(RowList).highlighted or 0]

    def _show_details(self) -> None:
        self.at = (self.query_one(RowList).highlighted or 0, self.line)
        self.query_one(ScrolledText).show(self.line.beside or ("",))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the details of the line under the cursor."""
        event.stop()
        self._show_details()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go where the line leads; if that is to several actions, ask which."""
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
    """Show the matrix of the open plan, and go to the place that is chosen.

    `left_at` is called with the line on which the dialog is left; pass that as `at` next time, so
    that the officer can work down the matrix.
    """
    session = view.session
    framework = framework_of(session.plan, session.council)

    def go(place: Place | None) -> None:
        left_at(dialog.at)
        if place is not None:
            view.post_message(view.Asked("view", VIEW_OF_TABLE[place.table], place=place))

    is_wanted = followed_by(session.plan, session.council) != NONE
    lines = matrix_lines(session.plan, framework, found_now(session), is_framework_wanted=is_wanted)
    dialog = TraceDialog(lines, at)
    view.app.push_screen(dialog, go)
