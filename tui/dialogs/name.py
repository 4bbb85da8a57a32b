"""Ask for a name or another short text, in one line."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.widgets.text_line import TextLine

_TAKEN = "→: take the name shown in grey   "


class NameDialog(Dialog[str]):
    """Asks for a name; the result is what stood in the line when Enter was pressed."""

    keys_in_words = "Enter: do it   Esc: leave it as it is"

    def __init__(self, title: str, asked: str, name: str, known: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._asked = asked
        self._name = name
        self._known = known

    def contents(self) -> ComposeResult:
        """Yield what is asked, and the line."""
        yield Static(self._asked, markup=False)
        suggester = SuggestFromList(self._known, case_sensitive=False) if self._known else None
        yield TextLine(self._name, suggester=suggester)

    def on_mount(self) -> None:
        """Focus the line, with the name selected: what is typed takes its place."""
        self.query_one("#dialog").border_title = Content(self._title)
        line = self.query_one(Input)
        line.focus()
        self.watch(line, "_suggestion", self._say_keys, init=False)

    def _say_keys(self, suggestion: str) -> None:
        """Say which key takes the name shown in grey, while one is."""
        is_shown = len(suggestion) > len(self.query_one(Input).value)
        self.show_keys(f"{_TAKEN}{self.keys_in_words}" if is_shown else self.keys_in_words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with what was typed."""
        event.stop()
        self.dismiss(event.value)
