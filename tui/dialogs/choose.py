"""Choosing one of a few: a list, the arrows, Enter."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList


class ChooseDialog(Dialog[str]):
    """Asks one question; the result is the id of the row that was chosen."""

    keys_in_words = "↑↓ and Enter: choose   Esc: leave it as it is"

    def __init__(
        self,
        title: str,
        question: str,
        rows: Sequence[ListedRow],
        current: str = "",
        *,
        comes_by_itself: bool = False,
    ) -> None:
        super().__init__()
        self.comes_by_itself = comes_by_itself
        self._title = title
        self._question = question
        self._rows = tuple(rows)
        self._current = current

    def contents(self) -> ComposeResult:
        """Yield the question and what there is to choose from."""
        yield Static(self._question, markup=False)
        yield Static("")
        yield RowList(id="choices")

    def on_mount(self) -> None:
        """List what there is."""
        self.query_one("#dialog").border_title = Content(self._title)
        choices = self.query_one(RowList)
        choices.show(self._rows, self._current)
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was chosen."""
        event.stop()
        self.dismiss(self.query_one(RowList).current)
