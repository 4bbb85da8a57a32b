"""Everything that hangs on an action, on one screen."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content

from tui.dialogs.dialog import Dialog, Words


class ExplainDialog(Dialog[None]):
    """Shows the lines of an explanation; what begins one is printed bold."""

    keys_in_words = "↑↓: read on   Esc: back"

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def contents(self) -> ComposeResult:
        """Yield the lines."""
        yield Words([_shown(line) for line in self._lines])

    def on_mount(self) -> None:
        """Say which action it is."""
        self.query_one("#dialog").border_title = self._title
        self.query_one(Words).focus()


def _shown(line: str) -> Content:
    label, colon, text = line.partition(":")
    if line.startswith(" ") or not colon:
        return Content(line)
    return Content.assemble((f"{label}{colon}", "bold"), text)
