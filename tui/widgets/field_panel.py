"""The panel of fields: each is shown as text, and the one being edited as an editor."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import Reactive
from textual.selection import Selection
from textual.style import Style
from textual.widget import Widget

from tui.widgets.lettered import LETTER, Lettered, Target

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from plan.reading.status import Tone
    from tui.widgets.field_editor import FieldEditor


TONE_COLOURS: "dict[Tone, str]" = {
    "good": "bold $text-success",
    "doubtful": "bold $text-warning",
    "bad": "bold $text-error",
    "": "bold",
}
"""The colour of a status by its tone; the status is always given in words too."""
_OF_CURSOR = ("move_cursor", "page_up", "page_down", "go_to")
_WIDEST_WORD = 30
"""Cells from which on a word of a label is broken after all."""
_LABEL_WIDTH = 12
"""Default width of a label with the gap after it, in cells."""
_LEAST_BESIDE = 20
"""Cells that a text has beside its label; where there are fewer it stands below it."""
_INDENT = 2
"""How far a text below its label is indented, in cells."""


class FieldRow(Widget, can_focus=True):
    """One field as text: its label, its content, and a remark if part of it was not understood."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        margin-bottom: 1;
        padding-right: 1;
        pointer: pointer;

        &:focus {
            background: $accent-muted;
        }
    }
    """

    virtual_size = Reactive(Size(0, 0))
    """As of any widget, but nothing in it scrolls: its new size asks for no second layout."""

    def __init__(self, field: "FieldContent", label_width: int) -> None:
        super().__init__()
        self.field = field
        self._label_width = label_width
        self._last_laid_out: tuple[int, Content] | None = None

    def show(self, field: "FieldContent", label_width: int) -> None:
        """Show another field, or the same field with new text."""
        if (field, label_width) != (self.field, self._label_width):
            self.field, self._label_width = field, label_width
            self._last_laid_out = None
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return the label and the text beside it, with all lines of the text equally indented."""
        return self._laid_out(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the field takes at `width`."""
        return self._laid_out(width).plain.count("\n") + 1

    @property
    def text_selection(self) -> Selection | None:
        """None, so that Textual highlights nothing: it would include the label and the indent."""
        return None

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the highlighted part of the text, unwrapped."""
        first, last = self._highlighted(selection)
        return self._text().plain[first:last], "\n"

    def _highlighted(self, selection: Selection) -> tuple[int, int]:
        """Return where in the text a selection starts and ends."""
        starts = _starts(self._text(), self._lines())
        width = self.size.width
        corner = Offset(self._before(width), len(self._label_above(width)))
        first = _place(starts, selection.start - corner) if selection.start else 0
        if selection.end is None:
            return first, len(self._text().plain)
        return first, _place(starts, selection.end - corner)

    def _lines(self) -> list[Content]:
        """Return the text as it wraps beside the label."""
        return self._text().wrap(self._room(self.size.width))

    def _before(self, width: int) -> int:
        """Return how many cells stand before each line of the text."""
        return _INDENT if width - self._label_width < _LEAST_BESIDE else self._label_width

    def _label_above(self, width: int) -> list[Content]:
        """Return the lines of a label that stands above its text: none where it is beside it."""
        is_above = self._before(width) != self._label_width
        return Content(self.field.label).wrap(max(width, 1)) if is_above else []

    def _room(self, width: int) -> int:
        return max(width - self._before(width), 10)

    def _laid_out(self, width: int) -> Content:
        """Return the label and the text, with what the mouse has selected of it highlighted."""
        selection = self.screen.selections.get(self) if self.is_attached else None
        if selection is not None:
            style, highlighted = selection_style(self), self._highlighted(selection)
            return self._beside_label(self._text().stylize(style, *highlighted), width)
        if self._last_laid_out is None or self._last_laid_out[0] != width:
            self._last_laid_out = width, self._beside_label(self._text(), width)
        return self._last_laid_out[1]

    def _beside_label(self, text: Content, width: int) -> Content:
        before, above = self._before(width), self._label_above(width)
        words = [] if above else Content(self.field.label).wrap(before - 1)
        beside = zip_longest(words, text.wrap(self._room(width)), fillvalue=Content(""))
        lines = (
            Content.assemble(label.stylize("bold"), " " * (before - label.cell_length), line)
            for label, line in beside
        )
        return Content("\n").join([*(label.stylize("bold") for label in above), *lines])

    def _text(self) -> Content:
        field = self.field
        if not field.shown:
            return Content.styled(field.placeholder or "–", "dim")
        heading, line_break, text = field.shown.partition("\n")
        first = (heading, TONE_COLOURS[field.tone]) if field.tone else heading
        parts: list[str | tuple[str, str]] = [first, line_break, text]
        if field.meaning:
            parts += ["\n", (field.meaning, "dim")]
        if field.reading:
            parts += ["\n", (f"read as: {field.reading}", "dim")]
        if field.remark:
            parts += ["\n", (f"? {field.remark}", "$text-warning")]
        return Content.assemble(*parts)


def _starts(text: Content, lines: Sequence[Content]) -> list[tuple[int, int]]:
    """Return the place in `text` at which each of its wrapped lines begins, and its length."""
    starts: list[tuple[int, int]] = []
    place = 0
    for line in lines:
        words = line.plain.rstrip()
        place = max(text.plain.find(words, place), place)
        starts.append((place, len(words)))
        place += len(words)
    return starts


def _place(starts: Sequence[tuple[int, int]], offset: Offset) -> int:
    """Return the place in the text of an offset on the screen, from where the text begins."""
    start, length = starts[max(0, min(offset.y, len(starts) - 1))]
    past_the_end = offset.y >= len(starts)
    return start + (length if past_the_end else max(0, min(offset.x, length)))


class FieldPanel(Lettered, VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields of one row, such as the cover, an aim or an action.

    The arrows move from field to field; `current` is the place of the field under the cursor.
    `edit` replaces a field by an editor, which is `editor` until `end_edit`. `label_width` is the
    width of the labels with the gap after them, in cells. `above` is a widget that ↑ goes to from
    the first field, `below` one that stays after the last. While `is_moving`, a field is being
    moved, and the arrows are left to the view. The panel never changes a plan: it posts
    `FieldEditor.Left`.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {LETTER}
    DEFAULT_CSS = """
    FieldPanel > .lettered--letter { background: $accent; color: $background; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move_cursor(-1)", show=False),
        Binding("down", "move_cursor(1)", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "go_to(0)", show=False),
        Binding("end", "go_to(-1)", show=False),
    ]

    def __init__(self, *, id: str, label_width: int = _LABEL_WIDTH) -> None:  # noqa: A002
        super().__init__(id=id)
        self.label_width = label_width
        self.is_moving = False
        self.above: Widget | None = None
        self.below: Widget | None = None
        self.editor: FieldEditor | None = None
        self.place_edited = 0
        self.current = 0

    def targets(self) -> list[Target]:
        """Return the fields and the rows of boxes of which something is on the screen."""
        shown = self.scrollable_content_region
        found = [
            Target(one.label, one.line - self.region.y, one.go)
            for child in self.query_children(Widget)
            if child.display
            for one in self._targets_in(child)
            if one.line < shown.bottom
        ]
        return [one for one in found if one.line + self.region.y >= shown.y]

    def _targets_in(self, child: Widget) -> list[Target]:
        """Return what can be jumped to in a child, each with its line on the screen."""
        if isinstance(child, FieldRow):
            top, shown = child.region.y, self.scrollable_content_region
            line = max(top, shown.y) if child.region.bottom - 1 > shown.y else top
            place = self.rows.index(child)
            return [Target(child.field.label, line, partial(self.go_to, place))]
        jumps = getattr(child, "targets", None)
        return jumps() if callable(jumps) else []

    @property
    def rows(self) -> list[FieldRow]:
        """The fields as text, in order."""
        return list(self.query_children(FieldRow))

    def show(self, fields: Sequence["FieldContent"]) -> None:
        """Show `fields`, reusing the rows that are mounted, with room for each word of a label."""
        rows = self.rows
        words = (word for field in fields for word in field.label.split())
        longest = max((len(word) + 2 for word in words), default=0)
        label_width = max(self.label_width, min(longest, _WIDEST_WORD))
        for row, field in zip(rows, fields, strict=False):
            row.show(field, label_width)
        for row in rows[len(fields) :]:
            row.remove()
        added = (FieldRow(field, label_width) for field in fields[len(rows) :])
        self.mount_all(added, before=self.below)

    def show_fitted(self, fields: Sequence["FieldContent"], narrowest: int, widest: int) -> None:
        """Show `fields`, with room for the longest label, from `narrowest` to `widest` cells."""
        longest = max((len(field.label) for field in fields), default=0) + 2
        self.label_width = min(max(longest, narrowest), widest)
        self.show(fields)

    def go_to_top(self) -> None:
        """Scroll to the first field and put the cursor there, without taking the focus."""
        self.current = 0
        self.scroll_home(animate=False)

    def go_to(self, place: int) -> None:
        """Put the cursor on the field at `place`, or on the nearest one."""
        rows = self.rows
        if rows:
            self.current = max(0, min(place, len(rows) - 1))
            rows[self.current].focus()
            # Again once it is laid out: rows that are shown just now have no place yet.
            self.call_after_refresh(self._see_focused)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus to the field that was clicked or reached with Tab.

        The arrows have set `current` already, and may be ahead of an event that comes late.
        """
        if isinstance(event.widget, FieldRow) and event.widget.has_focus:
            self.current = self.rows.index(event.widget)

    def on_resize(self) -> None:
        """Scroll the field with the focus into view, also when the panel has just been shown."""
        self.call_after_refresh(self._see_focused_anew)

    def _see_focused_anew(self) -> None:
        """Scroll from the top as far as the focus wants it: a smaller panel had gone further."""
        focused = self.screen.focused if self.is_attached else None
        if focused is not None and focused.parent is self:
            self.scroll_to(y=0, animate=False, immediate=True)
            self._see_focused()

    def _see_focused(self) -> None:
        focused = self.screen.focused if self.is_attached else None
        if focused is not None and focused.parent is self:
            self.scroll_to_widget(focused, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the cursor to the view while a field is being moved."""
        return not (self.is_moving and action in _OF_CURSOR)

    def action_move_cursor(self, step: int) -> None:
        """Put the cursor on the next field (1) or the one before (-1)."""
        if self.above is not None and self.above.display and self.current + step < 0:
            self.above.focus()
        else:
            self.go_to(self.current + step)

    def action_go_to(self, place: int) -> None:
        """Put the cursor on the first field (0) or the last (-1)."""
        self.go_to(place if place >= 0 else len(self.rows) - 1)

    def edit(
        self,
        place: int,
        field: "FieldContent",
        choices: Sequence[str] = (),
        *,
        is_between: bool = False,
    ) -> None:
        """Open an editor for `field` at `place`, hiding the row there, or after the last row.

        With `is_between` the editor is put before that row and hides nothing.
        """
        # Textual's text area is loaded only when the first field is edited.
        from tui.widgets.field_editor import FieldEditor  # noqa: PLC0415

        self.open(place, FieldEditor(field, choices), is_between=is_between)

    def open(self, place: int, editor: "FieldEditor", *, is_between: bool = False) -> None:
        """Show an editor in the place of the row there, as `edit` does."""
        rows = self.rows
        self.place_edited = place
        self.editor = editor
        if place < len(rows):
            rows[place].display = is_between
            self.mount(editor, before=rows[place])
        else:
            self.mount(editor, before=self.below)
        self.screen.set_focus(editor)  # at once: the next key already belongs to the field
        self.call_after_refresh(editor.scroll_visible, animate=False)

    def end_edit(self) -> tuple["FieldContent", str] | None:
        """Remove the editor; return its field and what was typed, or None if there was none."""
        editor, self.editor = self.editor, None
        if editor is None:
            return None
        rows = self.rows
        for row in rows:
            row.display = True
        if rows and self.screen.focused is editor:  # or Textual would focus another panel
            self.screen.set_focus(rows[min(self.place_edited, len(rows) - 1)])
        editor.remove()
        return editor.field, editor.text


def selection_style(widget: Widget) -> Style:
    """Return the style of selected text, the same everywhere in the window."""
    return Style.from_styles(widget.screen.get_component_styles("screen--selection"))
