"""Ask why a finding is left as it is, or what the answer to a comment is."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Static

from desk.field_contents import FieldContent
from tui.dialogs.dialog import Dialog
from tui.widgets.field_editor import FieldEditor

if TYPE_CHECKING:
    from plan.model.finding import Finding


class ReasonDialog(Dialog[str]):
    """Asks for a reason; the result is what was typed, and an empty one reopens the finding.

    The reason for leaving a comment is its answer.

    As in every field, what was typed is kept however the field is left. Esc on an unchanged reason
    gives no result; Enter gives the same reason again.
    """

    heading = "Leave it as it is, because …"
    keys_in_words = "Enter or Esc: keep what you typed"

    def __init__(self, finding: "Finding", reason: str) -> None:
        super().__init__()
        self._finding = finding
        self._reason = reason
        if finding.is_comment:
            self.heading = "Answer the comment"

    def contents(self) -> ComposeResult:
        """Yield the finding's text, and the field."""
        yield Static(self._finding.text, markup=False)
        yield Static("")
        label = "Why this is right as it stands"
        if self._finding.is_comment:
            label = "The answer, or what was done about it"
        editor = FieldEditor(FieldContent("", "reason", label, "line", "", self._reason))
        editor.border_subtitle = ""
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
