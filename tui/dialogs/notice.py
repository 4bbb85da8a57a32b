"""Show a sentence that must be read before anything else is done, or all earlier notices."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from tui.dialogs.dialog import Dialog, ScrolledText

if TYPE_CHECKING:
    from tui.widgets.notice_line import Notice


class NoticeDialog(Dialog[None]):
    """Shows a sentence until Esc is pressed; other keys do nothing."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self._title = title
        self._sentence = sentence

    def contents(self) -> ComposeResult:
        """Yield the sentence."""
        yield ScrolledText([self._sentence])

    def on_mount(self) -> None:
        """Put the title in the frame."""
        self.query_one("#dialog").border_title = Content(self._title)
        self.query_one(ScrolledText).focus()


class MessagesDialog(Dialog[None]):
    """Lists the notices since plandesk was started, the newest first."""

    heading = "What was said"

    def __init__(self, told: Sequence["Notice"]) -> None:
        super().__init__()
        self._told = told

    def contents(self) -> ComposeResult:
        """Yield the sentences, or say that there are none."""
        said = [f"{'! ' if one.is_problem else '• '}{one.sentence}" for one in reversed(self._told)]
        yield ScrolledText(said or ["Nothing has been said yet."])

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it."""
        self.query_one(ScrolledText).focus()
