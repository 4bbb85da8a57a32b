"""Ask which field of all marked actions is set: a letter chooses one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from desk.tick_boxes import letters_of
from plan.text.line_breaks import sentence_line
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.field_contents import FieldContent

_QUESTION = "What you type then stands in all of them, in the place of what they say now."


def _name(field: "FieldContent") -> str:
    """Return the label of a field without how many actions it is of."""
    return field.label.rpartition(" of ")[0]


def _said(field: "FieldContent") -> str:
    return sentence_line(field.shown) or field.placeholder or "nothing in any of them"


class SetFieldDialog(Dialog[str]):
    """Lists the fields of what is marked; the result is the key of the chosen one."""

    heading = "Set a field"
    keys_in_words = "letter, or ↑↓ and Enter: choose   Esc: leave it as it is"

    def __init__(self, fields: "Sequence[FieldContent]") -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._letters = letters_of(map(_name, fields))

    def contents(self) -> ComposeResult:
        """Yield the question and the list of fields."""
        yield Static(_QUESTION, markup=False)
        yield Static("")
        yield RowList(id="choices")

    def on_mount(self) -> None:
        """Fill the list and focus it."""
        _, _, of_what = self._fields[0].label.rpartition(" of ")
        self.query_one("#dialog").border_title = Content(f"{self.heading} of {of_what}")
        rows = [
            ListedRow(one.key, f"{letter or ' '}  {_name(one)}", f"   {_said(one)}")
            for letter, one in zip(self._letters, self._fields, strict=True)
        ]
        choices = self.query_one(RowList)
        choices.show(rows, rows[0].id)
        choices.focus()

    def on_key(self, event: events.Key) -> None:
        """Choose the field with the letter that was typed."""
        if event.key in self._letters:
            event.stop()
            self.dismiss(self._fields[self._letters.index(event.key)].key)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the chosen field."""
        event.stop()
        self.dismiss(self.query_one(RowList).current)
