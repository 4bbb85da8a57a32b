"""A sentence that has to be read before anything else is done."""

from textual.app import ComposeResult
from textual.content import Content

from tui.dialogs.dialog import Dialog, Words


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
