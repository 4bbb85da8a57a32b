"""A list of rows: arrows move, and what is under the cursor is shown beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list: its id, its first line and an optional second, fainter one."""

    id: str
    line: str
    below: str = ""

    @property
    def content(self) -> Content:
        """What is painted; never read as markup."""
        if not self.below:
            return Content(self.line)
        return Content.assemble(self.line, "\n", (self.below, "dim"))


def is_laid_out(options: OptionList) -> bool:
    """Return whether a list has a size and its rows are in it, so that it can go by pages.

    Textual's fails where there is nothing yet to go over.
    """
    place = options.highlighted or 0
    return bool(options.options) and place in options._index_to_line  # noqa: SLF001


class RowList(OptionList, inherit_bindings=False):
    """A list that keeps its cursor on the same row while the rows around it change."""

    DEFAULT_CSS = """
    RowList {
        border: none;
        padding: 0;
        text-wrap: nowrap;
        text-overflow: ellipsis;

        & > .option-list--option { padding: 0; }

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

    BINDINGS = OptionList.BINDINGS  # without the sideways scrolling, which → and ← would be

    def __init__(self, *, id: str, empty: str = "") -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._rows: tuple[ListedRow, ...] = ()
        self.empty = empty

    @property
    def current(self) -> str:
        """The id of the row under the cursor, empty if there is none."""
        index = self.highlighted
        return self._rows[index].id if index is not None and index < len(self._rows) else ""

    @property
    def rows(self) -> tuple[ListedRow, ...]:
        """The rows that are listed."""
        return self._rows

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; a second click is Enter."""
        event.prevent_default()
        clicked = event.style.meta.get("option")
        if clicked is not None and self._rows:
            self.highlighted = clicked
            if event.chain > 1:
                self.action_select()

    def action_cursor_down(self) -> None:
        """Go to the next row; at the last one stay, as lists do everywhere else."""
        if self.highlighted is None or self.highlighted < self.option_count - 1:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the row before; at the first one stay."""
        if self.highlighted != 0:
            super().action_cursor_up()

    def action_page_up(self) -> None:
        """Go up by what is in sight."""
        if is_laid_out(self):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Go down by what is in sight."""
        if is_laid_out(self):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def show(self, rows: Sequence[ListedRow], current: str) -> None:
        """Show `rows` with the cursor on the row `current`, or on the first."""
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

    def _wrap(self, *, is_wrapped: bool) -> None:
        """Wrap what stands in the place of rows; rows themselves are as the sheet says."""
        if is_wrapped:
            self.styles.text_wrap = "wrap"
        else:
            self.styles.clear_rule("text_wrap")

    def add(self, rows: Sequence[ListedRow]) -> None:
        """Show `rows` below those that are listed; the cursor stays where it is."""
        self._rows = (*self._rows, *rows)
        self.add_options([Option(row.content) for row in rows])

    def _show_differences(self, rows: Sequence[ListedRow]) -> None:
        for index, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
            if old != new:
                self.replace_option_prompt_at_index(index, new.content)
        self._rows = tuple(rows)
