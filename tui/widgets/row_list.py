"""A list of rows with a cursor that the arrows move."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.box_model import BoxModel
from textual.content import Content
from textual.css.scalar import Unit
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.widgets.lettered import LETTER, Lettered, Target
from tui.widgets.row_lines import FIRST_OF_TEN, cut, on_one_line, wrapped, wrapped_lines

DENSE = "-dense"
"""The class of the window whose rows take one line each, and fields no line between them."""

_ROOMY = (180, 50)
"""Cells and lines of a window in which no row is cut."""
_FEWER = tuple(range(9, 1, -1))
"""To how many lines each line of a row is cut where rows do not fit whole, the first that fits."""
_MANY = 200
"""Rows from which on a list that does not fit is cut also there: to wrap them takes too long."""
_BEFORE_SCROLLBAR = 1
"""Blank cells to the right of every row, so that no text touches the scrollbar."""
_LEAST_ROOM = 4
"""Of how many lines of the window a list has one, however much stands beside it in its box."""


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


class RowContent(Visual):
    """A row as its list has room for it: wrapped below its first word, cut, or on one line."""

    def __init__(self, row: ListedRow, rows: "RowList") -> None:
        self._row = row
        self._rows = rows
        self._laid_out: dict[tuple[int, str], Content] = {}

    @cached_property
    def _content(self) -> Content:
        """What is painted, made when it is first seen: a list may have a thousand rows."""
        return self._row.content

    def __str__(self) -> str:
        """Return the words of the row."""
        return self._content.plain

    def _at(self, width: int) -> Content:
        how = self._rows.way_at(width)
        if width <= 0:
            return self._content
        key = (width, how)
        if key not in self._laid_out:
            if how == "cut":
                laid_out = cut(self._content, width)
            elif how == "dense":
                laid_out = on_one_line(self._content, width, self._rows.column_at(width))
            else:
                laid_out = wrapped(self._content, width, most=int(how) if how.isdigit() else 0)
            self._laid_out = {key: laid_out}
        return self._laid_out[key]

    def wrapped_height(self, width: int, most: int = 0) -> int:
        """Return how many lines the row takes where each line of it takes `most` at most."""
        return len(list(wrapped_lines(self._content, width, most)))

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width in which nothing wraps."""
        return self._content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines the row takes at `width`."""
        row, how = self._row, self._rows.way_at(width)
        if type(row) is ListedRow and (how == "cut" or width <= 0):
            return row.line.count("\n") + (row.below.count("\n") + 2 if row.below else 1)
        return self._at(width).plain.count("\n") + 1

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the painted lines."""
        return self._at(width).render_strips(width, height, style, options)


def is_laid_out(options: OptionList) -> bool:
    """Return whether a list has rows and they have been laid out, so that paging is possible.

    Textual's own paging fails on a list that has not been laid out yet.
    """
    place = options.highlighted or 0
    return bool(options.options) and place in options._index_to_line  # noqa: SLF001


class RowList(Lettered, OptionList, inherit_bindings=False):
    """A list that keeps its cursor on the same row while the rows around it change.

    One that `goes_round` leads from its last row to the first and back. Rows wrap where all of them
    fit, and in a large window anyway; otherwise a line that is too long ends with …, after as many
    lines as there is room for.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {LETTER}
    DEFAULT_CSS = """
    RowList {
        border: none;
        padding: 0;
        text-wrap: nowrap;
        text-overflow: ellipsis;

        & > .option-list--option { padding: 0 1 0 0; }

        & > .lettered--letter { background: $accent; color: $background; text-style: bold; }

        &:focus { border: none; }

        & > .option-list--option-highlighted {
            background: $foreground 12%;
            color: $foreground;
            text-style: none;
        }

        &:focus > .option-list--option-highlighted,
        &.-of-line > .option-list--option-highlighted {
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
        self._way: tuple[object, str] = ((), "")
        self._column: tuple[object, int] = ((), 0)
        self.empty = empty
        self.may_be_dense = True
        """Whether rows take one line in a dense window: not where their last line matters most."""
        self.is_cut = False
        """Whether each line of a row is cut where it is too long, as it stands whole below."""
        self._held_way = ""
        self._room_left = _MANY
        """Lines that a box which grows with its contents leaves the list, when last laid out."""

    def follow_line(self) -> None:
        """Leave the focus to the line beside it, in which Enter takes the row under the cursor."""
        self.can_focus = False
        self.add_class("-of-line")

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
                shown = [self._option(row) for row in rows]
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
        self.add_options([self._option(row) for row in rows])

    def lay_out_again(self) -> None:
        """Lay the rows out anew, since the window has become dense or is so no more."""
        rows, current = self._rows, self.current
        self._rows = ()
        self.show(rows, current)

    def _show_differences(self, rows: Sequence[ListedRow]) -> None:
        is_changed = False
        for option, old, new in zip(self._options, self._rows, rows, strict=True):
            if old != new:
                option._set_prompt(RowContent(new, self))  # noqa: SLF001 - as it does for one
                is_changed = True
        if is_changed:
            self._clear_caches()  # once, and not for each of a thousand
        self._rows = tuple(rows)
        if is_changed and self.styles.auto_dimensions:
            self.refresh(layout=True)

    def _option(self, row: ListedRow) -> Option:
        return Option(RowContent(row, self))

    # How rows are laid out

    def _update_lines(self) -> None:
        """Count the lines of rows that are new."""
        lines = self._line_cache.lines
        region = self.scrollable_content_region
        if region and (lines[-1][0] + 1 if lines else 0) < len(self._options):
            width = region.width - self._get_left_gutter_width() - _BEFORE_SCROLLBAR
            with self._all_in_one_way(width):
                super()._update_lines()
        else:
            super()._update_lines()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines all rows take at `width`, and no more than the list can have.

        Textual leaves a highest height in parts of the window out where it asks how high a dialog
        is to be: blank lines would stand below the list. In a box that grows with it a list takes
        what is left beside the box's other widgets.
        """
        if (box := self._growing_box) is not None:
            self._room_left = _room_beside(self, box, container.width + self.styles.gutter.width)
        with self._all_in_one_way(width - _BEFORE_SCROLLBAR):
            height = super().get_content_height(container, viewport, width)
        most = self.styles.max_height
        is_of_window = most is not None and most.unit is Unit.VIEW_HEIGHT
        return min(height, self._room()) if box is not None or is_of_window else height

    @property
    def _growing_box(self) -> Widget | None:
        """The box that grows up to a highest height with this list and what else is in it."""
        most, box = self.styles.max_height, self.parent
        is_all = most is not None and (most.unit, most.value) == (Unit.HEIGHT, 100)
        if not (is_all and self.styles.is_auto_height and isinstance(box, Widget)):
            return None
        return box if box.styles.is_auto_height and box.styles.max_height is not None else None

    def _get_box_model(
        self,
        container: Size,
        viewport: Size,
        width_fraction: Fraction,
        height_fraction: Fraction,
        constrain_width: bool = False,
        greedy: bool = True,
    ) -> BoxModel:
        """Return the size anew where that hangs on what else is in the box."""
        if self._growing_box is not None:
            self._box_model_cache.clear()
        return super()._get_box_model(
            container, viewport, width_fraction, height_fraction, constrain_width, greedy
        )

    @contextmanager
    def _all_in_one_way(self, width: int) -> Iterator[None]:
        """Find out once how rows are laid out, and not for each of a thousand."""
        self._held_way = self.way_at(width)
        try:
            yield
        finally:
            self._held_way = ""

    def way_at(self, width: int) -> str:
        """Return how rows are laid out at `width`: "wrapped", "cut" or "dense", on one line each.

        Or a figure: wrapped, but each line of a row cut after so many.
        """
        if self._held_way:
            return self._held_way
        key = (width, self._room(), self._rows, self.is_dense, self.is_cut, self.styles.text_wrap)
        if self._way[0] != key:
            self._way = (key, self._way_now(width))
        return self._way[1]

    def lines_wanted(self, most: int) -> int:
        """Return how many lines all rows take whole, or `most` where they take more."""
        region = self.scrollable_content_region
        width = region.width - self._get_left_gutter_width() - _BEFORE_SCROLLBAR
        lines = 0
        for row in self._rows:
            lines += RowContent(row, self).wrapped_height(width)
            if lines >= most:
                return most
        return lines

    @property
    def is_dense(self) -> bool:
        """Whether rows take one line where not all fit: in a dense window, but not in a dialog."""
        return self.may_be_dense and self.app.has_class(DENSE) and not self.screen.is_modal

    def column_at(self, width: int) -> int:
        """Return where what stands below the first line of dense rows begins, in every row."""
        key = (width, self._rows)
        if self._column[0] != key:
            self._column = (key, self._column_now(width))
        return self._column[1]

    def _column_now(self, width: int) -> int:
        room = width * FIRST_OF_TEN // 10
        if len(self._rows) >= _MANY:
            return room + 2
        parted = [row.content.split("\n", allow_blank=True) for row in self._rows]
        firsts = [first.cell_length for first, *below in parted if below]
        below = [on_one_line(Content("\n").join(["", *rest]), _MANY) for _, *rest in parted if rest]
        widest = max((one.cell_length for one in below), default=0)
        return min(max(firsts, default=0), max(width - widest, room)) + 2

    def _way_now(self, width: int) -> str:
        if self.is_dense and self._wants_one_line(width):
            return "dense"
        if self.styles.text_wrap == "wrap":
            return "wrapped"
        if self.is_cut:
            return "cut"
        is_roomy = self.app.size.width >= _ROOMY[0] and self.app.size.height >= _ROOMY[1]
        if self._fits(width) or (is_roomy and len(self._rows) < _MANY):
            return "wrapped"
        return next((str(most) for most in _FEWER if self._fits(width, most)), "cut")

    def _wants_one_line(self, width: int) -> bool:
        """Return whether a dense list shows more, or leaves more to its neighbour, by one line."""
        is_whole = self.styles.text_wrap == "wrap"
        return self.styles.auto_dimensions or not self._fits(width, 0 if is_whole else _FEWER[-1])

    def _fits(self, width: int, most: int = 0) -> bool:
        """Return whether all rows are seen at once where a line of one takes `most` at most."""
        room = self._room()
        heights = (RowContent(row, self).wrapped_height(width, most) for row in self._rows)
        return all(height <= room for height in accumulate(heights))

    def _room(self) -> int:
        """Return how many lines the list can have."""
        most, parent = self.styles.max_height, self.parent
        if not self.styles.auto_dimensions:
            return self.scrollable_content_region.height
        if self._growing_box is not None:
            return self._room_left
        if most is None or not isinstance(parent, Widget):
            return _MANY
        return int(most.resolve(parent.size, self.app.size)) - self.gutter.height


def _room_beside(listed: RowList, box: Widget, width: int) -> int:
    """Return the lines that a box of the inner `width` has for a list beside its other widgets."""
    window = listed.screen.size
    inside = Size(width, window.height)
    most = box._extrema.max_height  # noqa: SLF001 - as it is in this layout, beside what is docked
    room, margin = _MANY if most is None else int(most), 0
    for one in filter(lambda one: one.display, box.children):
        own = one.styles.margin
        room -= max(margin, own.top)
        margin = own.bottom
        if one is not listed:
            sized = one._get_box_model(inside, window, Fraction(width), Fraction(0))  # noqa: SLF001
            room -= int(sized.height)
    return max(room - margin - listed.styles.gutter.height, window.height // _LEAST_ROOM)
