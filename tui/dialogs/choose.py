"""Ask the officer to choose one row of a short list."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList


class ChooseDialog(Dialog[str]):
    """Asks one question; the result is the id of the chosen row."""

    DEFAULT_CSS = """
    ChooseDialog #choices { text-wrap: wrap; max-height: 60vh; }
    """
    keys_in_words = "↑↓ and Enter: choose   Esc: leave it as it is"

    def __init__(
        self,
        title: str,
        question: str,
        rows: Sequence[ListedRow],
        current: str = "",
        *,
        opens_unasked: bool = False,
    ) -> None:
        super().__init__()
        self.opens_unasked = opens_unasked
        self._title = title
        self._question = question
        self._rows = tuple(rows)
        self._current = current

    def contents(self) -> ComposeResult:
        """Yield the question and the list."""
        yield Static(self._question, markup=False)
        yield Static("")
        yield RowList(id="choices")

    def on_mount(self) -> None:
        """Fill the list and focus it."""
        self.query_one("#dialog").border_title = Content(self._title)
        choices = self.query_one(RowList)
        choices.show(self._rows, self._current)
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the id of the chosen row."""
        event.stop()
        self.dismiss(self.query_one(RowList).current)
