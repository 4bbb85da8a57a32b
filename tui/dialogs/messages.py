"""What the officer was told, to read again: a notice goes away by itself."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.dialogs.dialog import Dialog, Words

if TYPE_CHECKING:
    from tui.notices import Notice


class MessagesDialog(Dialog[None]):
    """The sentences that the officer was told since the start, the newest first."""

    heading = "What was said"
    keys_in_words = "↑↓: read on   Esc: close"

    def __init__(self, told: Sequence["Notice"]) -> None:
        super().__init__()
        self._told = told

    def contents(self) -> ComposeResult:
        """Yield the sentences, or that there is none."""
        said = [f"{'! ' if one.is_problem else '• '}{one.sentence}" for one in reversed(self._told)]
        yield Words(said or ["Nothing has been said yet."])

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(Words).focus()
