"""The panel of fields: text to read, with an editor in the place of the one being edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.field_contents import FieldContent
    from tui.widgets.field_editor import FieldEditor

_LABEL_WIDTH = 12


class FieldRow(Widget, can_focus=True):
    """A field to read: its label, its text, and what could not be understood of it."""

    def __init__(self, field: "FieldContent") -> None:
        super().__init__()
        self.field = field

    def show(self, field: "FieldContent") -> None:
        """Show another field, or the same with another text."""
        if field != self.field:
            self.field = field
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return the label with the text beside it, every line of the text indented alike."""
        return self._laid_out(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the field takes at `width`."""
        return self._laid_out(width).plain.count("\n") + 1

    def _laid_out(self, width: int) -> Content:
        room = max(width - _LABEL_WIDTH, 10)
        lines = self._text().wrap(room)
        label = Content(self.field.label).truncate(_LABEL_WIDTH - 1, ellipsis=True)
        margin = Content(" " * _LABEL_WIDTH)
        first = Content.assemble(label.stylize("bold"), " " * (_LABEL_WIDTH - label.cell_length))
        parts = [
            Content.assemble(first if index == 0 else margin, line)
            for index, line in enumerate(lines or [Content("")])
        ]
        return Content("\n").join(parts)

    def _text(self) -> Content:
        field = self.field
        if not field.shown:
            return Content.styled(field.placeholder or "–", "$foreground 65%")
        if not field.remark:
            return Content(field.shown)
        return Content.assemble(field.shown, "\n", (f"? {field.remark}", "$text-warning"))


class FieldPanel(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields of the cover, of an aim or of an action.

    The arrows move from field to field; `edit` puts an editor in the place of the one under the
    cursor, and `editor` is that editor while it is there;
    `current` is the place of the field under the cursor. The panel never changes a plan: it says
    in `Edited` what was typed.
    """

    @dataclass
    class Edited(Message):
        """A field was left; `typed` is what it held then, `step` where the officer goes."""

        field: "FieldContent"
        typed: str
        step: int

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move_cursor(-1)", show=False),
        Binding("down", "move_cursor(1)", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "go_to(0)", show=False),
        Binding("end", "go_to(-1)", show=False),
    ]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.editor: FieldEditor | None = None
        self.place_edited = 0
        self.current = 0

    @property
    def rows(self) -> list[FieldRow]:
        """The fields to read, in order."""
        return list(self.query_children(FieldRow))

    def show(self, fields: Sequence["FieldContent"]) -> None:
        """Show `fields`, using the rows that are there."""
        rows = self.rows
        for row, field in zip(rows, fields, strict=False):
            row.show(field)
        for row in rows[len(fields) :]:
            row.remove()
        self.mount_all(FieldRow(field) for field in fields[len(rows) :])

    def go_to(self, place: int) -> None:
        """Put the cursor on the field at `place`, or the nearest there is."""
        rows = self.rows
        if rows:
            self.current = max(0, min(place, len(rows) - 1))
            rows[self.current].focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow a click or Tab; the arrows are ahead of the focus, which comes a moment later."""
        if isinstance(event.widget, FieldRow) and event.widget.has_focus:
            self.current = self.rows.index(event.widget)

    def action_move_cursor(self, step: int) -> None:
        """Put the cursor on the next field (1) or the one before (-1)."""
        self.go_to(self.current + step)

    def action_go_to(self, place: int) -> None:
        """Put the cursor on the first field (0) or the last (-1)."""
        self.go_to(place if place >= 0 else len(self.rows) - 1)

    def edit(self, place: int, field: "FieldContent", choices: Sequence[str] = ()) -> None:
        """Put an editor of `field` at `place`: over the row there, or after the last."""
        from tui.widgets.field_editor import FieldEditor

        rows = self.rows
        self.place_edited = place
        self.editor = editor = FieldEditor(field, choices)
        if place < len(rows):
            rows[place].display = False
            self.mount(editor, after=rows[place])
        else:
            self.mount(editor)
        self.screen.set_focus(editor)  # at once: what is typed next belongs to the field
        self.call_after_refresh(editor.scroll_visible, animate=False)

    def end_edit(self) -> tuple["FieldContent", str] | None:
        """Take the editor away and return its field and what was typed, None if there was none."""
        editor, self.editor = self.editor, None
        if editor is None:
            return None
        for row in self.rows:
            row.display = True
        editor.remove()
        return editor.field, editor.text

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Say what was typed, and where the officer goes from here."""
        message.stop()
        self.post_message(self.Edited(message.editor.field, message.editor.text, message.step))
