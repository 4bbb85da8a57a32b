"""The editor of one field: mounted while the field is edited, gone when it is left.

A text area even for a single line: what is pasted from Word may have several, and none is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual._styles_cache import StylesCache
from textual.app import SuspendNotSupported
from textual.content import Content
from textual.css.styles import RenderStyles, Styles
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Location, Selection

from desk.field_contents import HINTS, FieldContent
from tui.keys.bindings import bindings_at
from tui.widgets import own_editor
from tui.widgets.seen_characters import seen_after, seen_before, seen_edge

_TWICE = 2
_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")


class FieldEditor(TextArea):
    """An editor of one field's text; Tab goes on, Esc goes back, and both keep what was typed."""

    BINDINGS = bindings_at("editing")

    @dataclass
    class Left(Message):
        """The officer is done with the field; `step` is where to: 1 next, -1 before, 0 the list."""

        editor: "FieldEditor"
        step: int

    def __init__(self, field: FieldContent, choices: Sequence[str] = ()) -> None:
        super().__init__(field.typed, soft_wrap=True, tab_behavior="focus", compact=True)
        self.field = field
        self.has_begun = False
        self._choices = choices
        self.border_title = Content(field.label)
        self.border_subtitle = Content(HINTS[field.kind])
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """Remember what will have to let go of the editor."""
        self._selections_begun = self.screen.text_selection_started_signal

    def on_unmount(self) -> None:
        """Have the window let go of the editor: it would keep every one that there has been.

        Textual keeps who watches the theme until that changes, and who listens to a selection
        until there is one, each with all that hangs on it.
        """
        self._selections_begun.unsubscribe(self)
        watching: list[tuple[object, object]] = getattr(self.app, "__watchers", {}).get("theme", [])
        watching[:] = [entry for entry in watching if entry[0] is not self]
        # It is remembered too of hundreds of widgets how they were painted, with all their lines.
        StylesCache.get_inner_outer.cache_clear()

    def on_focus(self) -> None:
        """Note that the officer is in the field: to leave it now is to be done with it."""
        self.has_begun = True

    def on_resize(self) -> None:
        """Stay in view as the text grows, by a paste too: the box grows with it."""
        if self.has_focus:
            self.call_after_refresh(self.scroll_visible, animate=False)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, unless its line has just gone and it has not been put back yet.

        Undoing a long paste takes the scrollbar away before Textual moves the cursor up.
        """
        row, column = self.cursor_location
        is_there = row < self.document.line_count and column <= len(self.document.get_line(row))
        if not is_there:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def get_component_styles(self, *names: str) -> RenderStyles:
        """Return the styles of its parts; bare ones once it is taken away and still in the picture.

        Textual takes a widget's styles from it before the screen has been painted without it.
        """
        if self.is_attached or all(name in self._component_styles for name in names):
            return super().get_component_styles(*names)
        return RenderStyles(self, Styles(), Styles())

    def update_suggestion(self) -> None:
        """Offer the rest of a known indicator or lead that the line begins with."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        self.suggestion = ""
        if column == len(line):
            self.suggestion = completion(line, self._choices)

    def on_click(self, event: events.Click) -> None:
        """Highlight the word that was clicked twice."""
        if event.chain == _TWICE:
            row, column = self.cursor_location
            line = self.document.get_line(row)
            word = next((one for one in _WORD.finditer(line) if one.end() >= column), None)
            if word is not None and word.start() <= column:
                self.selection = Selection((row, word.start()), (row, word.end()))

    async def on_key(self, event: events.Key) -> None:
        """Take Enter as "next" where the field has one line."""
        if event.key == "enter" and self.field.kind == "line":
            event.stop()
            event.prevent_default()
            self.action_next_field()

    # What a reader sees as one character is one step for the cursor, and goes as one.

    def clamp_visitable(self, location: Location) -> Location:
        """Return the nearest place where the cursor may stand: never within a character."""
        row, column = super().clamp_visitable(location)
        return row, seen_edge(self.document.get_line(row), column)

    def get_cursor_left_location(self) -> Location:
        """Return where the cursor is after a step to the left, and what Backspace takes away."""
        row, column = self.cursor_location
        if not column:
            return super().get_cursor_left_location()
        return row, seen_before(self.document.get_line(row), column)

    def get_cursor_right_location(self) -> Location:
        """Return where the cursor is after a step to the right, and what Delete takes away."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        if column >= len(line):
            return super().get_cursor_right_location()
        return row, seen_after(line, column)

    def get_cursor_word_left_location(self) -> Location:
        """Return where the word to the left begins: an accent is never parted from its letter."""
        row, column = super().get_cursor_word_left_location()
        line = self.document.get_line(row)
        return row, column if seen_edge(line, column) == column else seen_before(line, column)

    def action_done(self) -> None:
        """Back to the list, with what was typed kept."""
        self.post_message(self.Left(self, 0))

    def action_next_field(self) -> None:
        """On to the next field."""
        self.post_message(self.Left(self, 1))

    def action_previous_field(self) -> None:
        """Back to the field before."""
        self.post_message(self.Left(self, -1))

    def action_own_editor(self) -> None:
        """Edit the text in the officer's own editor, and take it over from there."""
        text, problem = self.text, ""
        try:
            with self.app.suspend():
                try:  # the window does not come back from an error that leaves this block
                    text = own_editor.edited_outside(self.text)
                except own_editor.NoEditorError as error:
                    problem = str(error)
        except SuspendNotSupported as error:
            problem = str(error)
        if problem:
            self.notify(problem, severity="error", markup=False)
        else:
            self.replace(text, (0, 0), self.document.end)


def completion(typed: str, choices: Sequence[str]) -> str:
    """Return what is missing of the first choice that begins with `typed`, whatever the case."""
    if len(typed.strip()) < 2:  # noqa: PLR2004 - one letter would complete to anything
        return ""
    lowered = typed.lower()
    for choice in choices:
        if choice.lower().startswith(lowered) and len(choice) > len(typed):
            return choice[len(typed) :]
    return ""
