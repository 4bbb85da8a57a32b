"""Ask why a finding is left as it is, or what the answer to a comment is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from desk.field_contents import FieldContent
from tui.dialogs.dialog import Dialog
from tui.widgets.field_editor import FieldEditor


class ReasonDialog(Dialog[str]):
    """Asks for a reason; the result is what was typed, and an empty one reopens the finding.

    As in every field, what was typed is kept however the field is left. Esc on an unchanged reason
    gives no result; Enter gives the same reason again.
    """

    heading = "Leave it as it is, because …"
    keys_in_words = "Enter or Esc: done"
    asks: ClassVar[str] = "Why this is right as it stands"

    def __init__(self, text: str, reason: str) -> None:
        super().__init__()
        self._text = text
        self._reason = reason

    def contents(self) -> ComposeResult:
        """Yield the finding's text, and the field."""
        yield Static(self._text, markup=False)
        yield Static("")
        editor = FieldEditor(FieldContent("", "reason", self.asks, "line", "", self._reason))
        editor.say_hint("")
        yield editor

    def on_mount(self) -> None:
        """Focus the field."""
        self.query_one(FieldEditor).focus()

    def on_field_editor_left(self, message: FieldEditor.Left) -> None:
        """Close with the reason."""
        message.stop()
        typed = message.editor.text
        is_as_it_was = typed == self._reason and not message.step
        self.dismiss(None if is_as_it_was else typed)


class AnswerDialog(ReasonDialog):
    """Asks for the answer to a comment, which is the reason for leaving it."""

    heading = "Answer the comment"
    asks = "The answer, or what was done about it"
