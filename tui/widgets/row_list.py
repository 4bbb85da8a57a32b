"""A list of rows with a cursor that the arrows move."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.widgets.lettered import LETTER, Lettered, Target


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list: its id, its first line, and optional dimmed lines below."""

    id: str
    line: str
    below: str = ""

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        if not self.below:
            return Content(self.line)
        return Content.assemble(self.line, "\n", (self.below, "dim"))


def is_laid_out(options: OptionList) -> bool:
    """Return whether a list has rows and they have been laid out, so that paging is possible.

    Textual's own paging fails on a list that has not been laid out yet.
    """
    place = options.highlighted or 0
    return bool(options.options) and place in options._index_to_line  # noqa: SLF001


class RowList(Lettered, OptionList, inherit_bindings=False):
    """A list that keeps its cursor on the same row while the rows around it change.

    One that `goes_round` leads from its last row to the first and back.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {LETTER}
    DEFAULT_CSS = """
    RowList {
        border: none;
        padding: 0;
        text-wrap: nowrap;
        text-overflow: ellipsis;

        & > .option-list--option { padding: 0; }

        & > .lettered--letter { background: $accent; color: $background; text-style: bold; }

        &:focus { border: none; }

        & > .option-list--option-highlighted {
            background: $foreground 12%;
            color: $foreground;
            text-style: none;
        }

        &:focus > .option-list--option-highlighted {
            background: $accent;
            color: $background;
            text-style: bold;
        }
    }
    """

    BINDINGS = OptionList.BINDINGS  # without those of scrolling sideways, which take ← and →

    def __init__(self, *, id: str, empty: str = "", goes_round: bool = False) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._goes_round = goes_round
        self._rows: tuple[ListedRow, ...] = ()
        self.empty = empty

    @property
    def current(self) -> str:
        """The id of the row under the cursor, or an empty string."""
        index = self.highlighted
        return self._rows[index].id if index is not None and index < len(self._rows) else ""

    @property
    def rows(self) -> tuple[ListedRow, ...]:
        """The rows that are listed."""
        return self._rows

    def targets(self) -> list[Target]:
        """Return the rows that begin on the screen."""
        top, room = self.gutter.top, self.scrollable_content_region.height
        lines = ((n, line - self.scroll_offset.y) for n, line in self._index_to_line.items())
        return [
            Target("", top + line, partial(self._jump_to, place))
            for place, line in sorted(lines)
            if 0 <= line < room and place < len(self._rows)
        ]

    def _jump_to(self, place: int) -> None:
        self.focus()
        self.highlighted = place

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked row; a double click does what Enter does."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if clicked is not None and self._rows:
            self.highlighted = clicked
            if event.chain > 1:
                self.action_select()

    def action_cursor_down(self) -> None:
        """Go to the next row, or stay on the last: Textual's own list would wrap round."""
        is_last = self.highlighted is not None and self.highlighted >= self.option_count - 1
        if self._goes_round or not is_last:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the row before, or stay on the first."""
        if self._goes_round or self.highlighted != 0:
            super().action_cursor_up()

    def action_page_up(self) -> None:
        """Go up a page."""
        if is_laid_out(self):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Go down a page."""
        if is_laid_out(self):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def show(self, rows: Sequence[ListedRow], current: str) -> None:
        """Show `rows` with the cursor on the row with the id `current`, or on the first."""
        ids = [row.id for row in rows]
        place = ids.index(current) if current in ids else 0
        with self.prevent(OptionList.OptionHighlighted):
            if ids and ids == [row.id for row in self._rows]:
                self._show_differences(rows)
            else:
                self._rows = tuple(rows)
                self._wrap(is_wrapped=not rows)
                shown = [Option(row.content) for row in rows]
                self.set_options(shown or [Option(self.empty, disabled=True)])
            self.highlighted = place if rows else None

    def go_to(self, row_id: str) -> None:
        """Put the cursor on a row that is listed; whoever calls it knows where it is then."""
        place = next((n for n, row in enumerate(self._rows) if row.id == row_id), None)
        if place is not None:
            with self.prevent(OptionList.OptionHighlighted):
                self.highlighted = place

    def _wrap(self, *, is_wrapped: bool) -> None:
        """Wrap the sentence shown when there are no rows; rows follow the style sheet."""
        if is_wrapped:
            self.styles.text_wrap = "wrap"
        else:
            self.styles.clear_rule("text_wrap")

    def add(self, rows: Sequence[ListedRow]) -> None:
        """Append `rows`; the cursor stays where it is."""
        self._rows = (*self._rows, *rows)
        self.add_options([Option(row.content) for row in rows])

    def _show_differences(self, rows: Sequence[ListedRow]) -> None:
        for index, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old != new:
                self.replace_option_prompt_at_index(index, new.content)
        self._rows = tuple(rows)
