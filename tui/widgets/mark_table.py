"""A table of tick boxes: the arrows move from box to box, a letter ticks a box directly."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.widget import Widget

from desk.tick_boxes import Box, MarkGrid, MarkRow
from plan.text.line_breaks import cells
from tui.widgets.lettered import Lettered, Target

_NARROWEST = 9
"""Least width of a column, in cells; a longer heading breaks between its words."""
_LETTERED = 5
"""Width of a column that has only its letter as a heading, in cells."""
_LEAST_LABEL = 12
_BEFORE_LABEL = 8
"""Cells for the letter and the box before the label of a single box."""


class MarkTable(Widget, can_focus=True):
    """The tick boxes of a question or of a matrix of questions.

    The table changes nothing: it posts `Ticked`.
    """

    DEFAULT_CSS = """
    MarkTable {
        height: auto;
        margin: 0 1 1 0;

        &:focus { background: $accent-muted; }
    }
    """

    ALLOW_SELECT = False  # the mouse does here what the keys do

    @dataclass
    class Ticked(Message):
        """The officer ticked a box, or cleared one that is ticked."""

        box: Box

    class LeftBelow(Message):
        """The officer pressed ↓ on the last row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", show=False),
        Binding("down", "move(1, 0)", show=False),
        Binding("home", "move(-1000, 0)", show=False),
        Binding("end", "move(1000, 0)", show=False),
        Binding("right", "move(0, 1)", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.grid: MarkGrid | None = None
        self.row = 0
        self.column = 0

    def show(self, grid: MarkGrid | None) -> None:
        """Show a grid, or hide the table for None; the cursor stays if the grid has the same id."""
        before, self.grid = self.grid, grid
        self.display = grid is not None
        if grid is None or before is None or before.id != grid.id:
            self.row = self.column = 0
        if grid != before:
            self.refresh(layout=True)

    @property
    def box(self) -> Box | None:
        """The box under the cursor."""
        return self.grid.rows[self.row].boxes[self.column] if self.grid else None

    def go_to(self, question: str, option: str = "") -> None:
        """Put the cursor on a question's row, and on the box of `option` if one is given."""
        rows = self.grid.rows if self.grid else ()
        for row, marked in enumerate(rows):
            for column, box in enumerate(marked.boxes):
                if box.question == question and (not option or box.option == option):
                    self._go(row, column if option else self.column)
                    return

    def targets(self) -> list[Target]:
        """Return the rows of boxes, each with its line on the screen."""
        rows = self.grid.rows if self.grid else ()
        return [
            Target(
                row.label, self.region.y + self._lines_of_row(place)[0], partial(self._jump, place)
            )
            for place, row in enumerate(rows)
        ]

    def _jump(self, row: int) -> None:
        self.focus()
        self._go(row, 0)

    def step_down(self) -> None:
        """Put the cursor on the next row of a matrix, if there is one."""
        if self.grid is not None and self.grid.columns and self.row + 1 < len(self.grid.rows):
            self._go(self.row + 1, self.column)

    def _go(self, row: int, column: int) -> None:
        self.row, self.column = row, column
        self.refresh()
        top, height = self._lines_of_row(row)
        self.call_after_refresh(self._show_lines, top, height)

    def _show_lines(self, top: int, height: int) -> None:
        parent = self.parent
        if isinstance(parent, Widget):
            first = self.virtual_region.y + (0 if self.row == 0 else top)
            region = Region(0, first, 1, self.virtual_region.y + top + height - first)
            parent.scroll_to_region(region, animate=False)

    # Keys

    def action_move(self, down: int, right: int) -> None:
        """Put the cursor on another box; ↓ on the last row leaves the table."""
        if self.grid is None:
            return
        last = len(self.grid.rows) - 1
        if down == 1 and self.row == last:
            self.post_message(self.LeftBelow())
            return
        row = max(0, min(self.row + down, last))
        columns = len(self.grid.rows[row].boxes)
        self._go(row, max(0, min(self.column + right, columns - 1)))

    def on_key(self, event: events.Key) -> None:
        """Tick the box of a letter; ← goes one column back, or out of the table from the first."""
        if isinstance(self.parent, Lettered) and self.parent.letters:
            return  # the officer jumps: the letter is not that of a box
        if event.key == "left" and self.column > 0:
            event.stop()
            event.prevent_default()
            self.action_move(0, -1)
            return
        box = self._box_of(event.key)
        if box is not None:
            event.stop()
            event.prevent_default()
            self.go_to(box.question, box.option)
            self.post_message(self.Ticked(box))

    def _box_of(self, letter: str) -> Box | None:
        """Return the box with this letter: in the cursor's row, or in any row of a plain list."""
        if self.grid is None:
            return None
        rows = (self.grid.rows[self.row],) if self.grid.columns else self.grid.rows
        return next((box for row in rows for box in row.boxes if box.letter == letter), None)

    def on_click(self, event: events.Click) -> None:
        """Tick the box that was clicked, or whose label was."""
        if self.grid is None:
            return
        for place, row in enumerate(self.grid.rows):
            top, height = self._lines_of_row(place)
            if top <= event.y < top + height:
                column = self._column_at(event.x)
                if column is not None:
                    self._go(place, column)
                    self.post_message(self.Ticked(row.boxes[column]))

    def _column_at(self, x: int) -> int | None:
        if self.grid is None or not self.grid.columns:
            return 0
        width = self._column_width(self.size.width)
        column = (x - self._label_width(self.size.width)) // width
        return column if 0 <= column < len(self.grid.columns) else None

    # Painting

    def render(self) -> Content:
        """Return the headings and the rows."""
        return Content("\n").join([*self._heading(self.size.width), *self._body(self.size.width)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the table takes at `width`."""
        return len(self._heading(width)) + len(self._body(width))

    def _column_width(self, width: int) -> int:
        return _LETTERED if self._is_lettered(width) else self._headed_width

    @property
    def _headed_width(self) -> int:
        """The width of a column in which no word of a heading is broken."""
        columns = self.grid.columns if self.grid else ()
        return max(_NARROWEST, _longest_word(column.label for column in columns) + 2)

    def _is_lettered(self, width: int) -> bool:
        """Return whether the headings go on lines of their own, so that no label is broken."""
        if self.grid is None:
            return False
        least = max(_LEAST_LABEL, _longest_word(row.label for row in self.grid.rows) + 2)
        return least + len(self.grid.columns) * self._headed_width > width

    def _label_width(self, width: int) -> int:
        columns = len(self.grid.columns) if self.grid else 0
        return max(width - columns * self._column_width(width), _LEAST_LABEL)

    def _heading(self, width: int) -> list[Content]:
        if self.grid is None or not self.grid.columns:
            return []
        column_width = self._column_width(width)
        margin = Content(" " * self._label_width(width))
        if self._is_lettered(width):
            lines = self._legend(width)
        else:
            headings = [
                Content(column.label).wrap(column_width - 2) for column in self.grid.columns
            ]
            lines = [
                Content.assemble(margin, *(_centred(cell, column_width) for cell in line))
                for line in zip_longest(*headings, fillvalue=Content(""))
            ]
        letters = (
            _centred(Content.styled(letter, "bold $accent"), column_width)
            for letter in self.grid.letters
        )
        return [*lines, Content.assemble(margin, *letters)]

    def _legend(self, width: int) -> list[Content]:
        """Return the headings, each after its letter, on as many lines as they take."""
        columns, letters = (self.grid.columns, self.grid.letters) if self.grid else ((), ())
        lines: list[Content] = []
        for column, letter in zip(columns, letters, strict=True):
            named = Content.assemble((letter, "bold $accent"), f" {column.label}")
            longer = Content.assemble(lines[-1], "   ", named) if lines else named
            if lines and longer.cell_length <= width:
                lines[-1] = longer
            else:
                lines.append(named)
        return lines

    def _body(self, width: int) -> list[Content]:
        rows = self.grid.rows if self.grid else ()
        return [line for place, row in enumerate(rows) for line in self._lines(place, row, width)]

    def _lines(self, place: int, row: MarkRow, width: int) -> list[Content]:
        if self.grid is not None and self.grid.columns:
            return self._matrix_lines(place, row, width)
        box = row.boxes[0]
        words = Content(row.label).wrap(max(width - _BEFORE_LABEL, 10))
        letter = Content.styled(f"{box.letter:1}", "bold $accent")
        first = Content.assemble(letter, "  ", self._painted(place, 0, box), "  ", words[0])
        return [first, *(Content(" " * _BEFORE_LABEL) + line for line in words[1:])]

    def _matrix_lines(self, place: int, row: MarkRow, width: int) -> list[Content]:
        label_width = self._label_width(width)
        words = Content(row.label).wrap(label_width - 2)
        boxes = (
            _centred(self._painted(place, column, box), self._column_width(width))
            for column, box in enumerate(row.boxes)
        )
        gap = " " * (label_width - words[0].cell_length)
        return [Content.assemble(words[0], gap, *boxes), *words[1:]]

    def _painted(self, row: int, column: int, box: Box) -> Content:
        mark = "☒" if box.is_ticked else "☐"
        if (row, column) == (self.row, self.column) and self.has_focus:
            return Content.styled(f"[{mark}]", "bold reverse")
        return Content.styled(f" {mark} ", "bold" if box.is_ticked else "")

    def _lines_of_row(self, place: int) -> tuple[int, int]:
        """Return the first line of a row and its height in lines."""
        width = self.size.width
        rows = self.grid.rows if self.grid else ()
        heights = [len(self._lines(one, row, width)) for one, row in enumerate(rows)]
        return len(self._heading(width)) + sum(heights[:place]), heights[place]


def _longest_word(labels: Iterable[str]) -> int:
    """Return the width of the longest word of some labels, in cells."""
    return max((cells(word) for label in labels for word in label.split()), default=0)


def _centred(content: Content, width: int) -> Content:
    before = (width - content.cell_length) // 2
    after = width - content.cell_length - before
    return Content.assemble(" " * before, content, " " * after)
