"""The editor of one field: mounted while the field is edited, gone when it is left.

A text area even for a single line: what is pasted from Word may have several, and none is lost.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from tui.field_contents import HINTS, FieldContent


class FieldEditor(TextArea):
    """An editor of one field's text; Tab goes on, Esc goes back, and both keep what was typed."""

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
        self.border_title = field.label
        self.border_subtitle = HINTS[field.kind]
        self.move_cursor(self.document.end)

    def on_focus(self) -> None:
        """Note that the officer is in the field: to leave it now is to be done with it."""
        self.has_begun = True

    def update_suggestion(self) -> None:
        """Offer the rest of a known indicator or lead that the line begins with."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        self.suggestion = ""
        if column == len(line):
            self.suggestion = completion(line, self._choices)

    async def on_key(self, event: events.Key) -> None:
        """Leave the field on Esc and Tab, and on Enter where the field has one line."""
        steps = {"escape": 0, "tab": 1, "shift+tab": -1}
        if self.field.kind == "line":
            steps["enter"] = 1
        if event.key in steps:
            event.stop()
            event.prevent_default()
            self.post_message(self.Left(self, steps[event.key]))


def completion(typed: str, choices: Sequence[str]) -> str:
    """Return what is missing of the first choice that begins with `typed`, whatever the case."""
    if len(typed.strip()) < 2:  # noqa: PLR2004 - one letter would complete to anything
        return ""
    lowered = typed.lower()
    for choice in choices:
        if choice.lower().startswith(lowered) and len(choice) > len(typed):
            return choice[len(typed) :]
    return ""
