"""Asking why a finding is left as it is."""

from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog


class ReasonDialog(Dialog[str]):
    """Asks for a reason in a line; the result is what was typed, empty to open it again."""

    heading = "Leave it as it is, because …"
    keys_in_words = "Enter: keep the reason   Esc: close"

    def __init__(self, text: str, reason: str) -> None:
        super().__init__()
        self._text = text
        self._reason = reason

    def contents(self) -> ComposeResult:
        """Yield what was found, and the line."""
        yield Static(self._text, markup=False)
        yield Input(self._reason, placeholder="Why this is right as it stands")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the reason."""
        event.stop()
        self.dismiss(event.value)
