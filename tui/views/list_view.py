"""The base of the views with one list and a pane with the details of the row under the cursor."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import OptionList

from tui.commands import Where
from tui.views.session_view import SessionView
from tui.widgets.detail_pane import DetailPane
from tui.widgets.row_list import RowList


class ListView(SessionView, can_focus=False):
    """A list whose rows lead to places of the plan; `row` is the id of the one under the cursor."""

    SCOPED_CSS = False  # how narrow the window is stands outside the view
    # The words of a row have colours of their own, which stay legible on a muted background.
    DEFAULT_CSS = """
    ListView {
        layout: horizontal;
        height: 1fr;

        RowList, DetailPane {
            height: 1fr;
            padding: 0 0 0 1;
            border: round $border-blurred;
            border-title-color: $text-muted;
            border-subtitle-color: $foreground;
            background: $background;
            scrollbar-size-vertical: 1;

            &:focus { border: round $accent; border-title-color: $accent; }
        }

        RowList {
            width: 3fr;

            &:focus > .option-list--option-highlighted {
                background: $accent-muted;
                color: $foreground;
            }
        }

        DetailPane { width: 2fr; }
    }

    .-narrow ListView {
        layout: vertical;
        RowList { width: 1fr; height: auto; max-height: 60%; }
        DetailPane { width: 1fr; height: 1fr; min-height: 8; }
    }
    """

    WHERE: ClassVar[Where]
    """Which commands apply in the view."""
    LIST: ClassVar[str]
    """The id of the list."""

    row: var[str] = var("", init=False)
    list_here = query_one(RowList)

    def compose(self) -> ComposeResult:
        """Yield the list and the detail pane."""
        yield RowList(id=self.LIST)
        yield DetailPane(id="words-of-row")

    def on_mount(self) -> None:
        """Show the rows, with the cursor where it was."""
        self.enter()

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        return self.WHERE if self.jump is None else "jumping"

    @property
    def stop(self) -> dict[str, str]:
        """The row under the cursor."""
        return {"row": self.row, "number": str(self.list_here.highlighted or 0)}

    def show_stop(self, stop: Mapping[str, str]) -> None:
        """Put the cursor on a row where the officer was, or on what is in its place now."""
        ids = [row.id for row in self.list_here.rows]
        near = ids[min(int(stop["number"]), len(ids) - 1)] if ids else ""
        self.set_reactive(ListView.row, stop["row"] if stop["row"] in ids else near)
        self.enter()

    def enter(self) -> None:
        """Show the rows as they are now, and take the focus."""
        self.show()
        self.screen.set_focus(self.list_here)

    def show(self) -> None:
        """Show the rows as they are now, with the cursor on the same one if it still exists."""
        self.show_rows(self.list_here)
        self.set_reactive(ListView.row, self.list_here.current)
        self._show_words()

    @abstractmethod
    def show_rows(self, rows: RowList) -> None:
        """Fill the list with the rows as they are now, and set its title."""

    @abstractmethod
    def words(self) -> tuple[Content, str]:
        """Return the details of the row under the cursor, and a title for them."""

    def watch_row(self) -> None:
        """Show the details of the row under the cursor."""
        self._show_words()

    def _show_words(self) -> None:
        self.query_one(DetailPane).show(*self.words())
        self.update_keys()

    @on(OptionList.OptionHighlighted)
    def follow_to_row(self, event: OptionList.OptionHighlighted) -> None:
        """Note which row is under the cursor now."""
        event.stop()
        self.row = self.list_here.current

    @on(OptionList.OptionSelected)
    def open_row(self, event: OptionList.OptionSelected) -> None:
        """Go to the place of the row on which Enter was pressed."""
        event.stop()
        self.action_open_place()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show which keys apply."""
        self.update_keys()

    @abstractmethod
    def action_open_place(self) -> None:
        """Go to the place of the row under the cursor."""
