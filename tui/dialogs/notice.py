"""A sentence that has to be read before anything else is done, and all that was said before."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from tui.dialogs.dialog import Dialog, Words

if TYPE_CHECKING:
    from tui.notices import Notice


class NoticeDialog(Dialog[None]):
    """Says something and stays until Esc: what is typed meanwhile goes nowhere."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self._title = title
        self._sentence = sentence

    def contents(self) -> ComposeResult:
        """Yield the sentence."""
        yield Words([self._sentence])

    def on_mount(self) -> None:
        """Say what it is about."""
        self.query_one("#dialog").border_title = Content(self._title)
        self.query_one(Words).focus()


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
