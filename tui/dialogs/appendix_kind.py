"""Which kind of appendix to add: the plan, a text written here, or a file of its own."""

from textual.app import ComposeResult
from textual.widgets import OptionList

from plan.rows import AppendixKind
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList

_ROWS: dict[AppendixKind, ListedRow] = {
    "text": ListedRow("text", "A text", "  written here and printed in the paper"),
    "file": ListedRow("file", "A file of its own", "  named in the paper, not kept by plandesk"),
    "plan": ListedRow("plan", "The plan", "  the improvement plan itself, printed as an appendix"),
}


class AppendixKindDialog(Dialog[AppendixKind]):
    """A list of the kinds; the plan only while it is not listed."""

    heading = "Add an appendix"
    keys_in_words = "↑↓ and Enter: choose   Esc: close"

    def __init__(self, *, has_plan: bool) -> None:
        super().__init__()
        self._kinds = [kind for kind in _ROWS if kind != "plan" or not has_plan]

    def contents(self) -> ComposeResult:
        """Yield the list."""
        yield RowList(id="kinds")

    def on_mount(self) -> None:
        """Show the kinds."""
        kinds = self.query_one(RowList)
        kinds.show([_ROWS[kind] for kind in self._kinds], "")
        kinds.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the kind that was chosen."""
        event.stop()
        self.dismiss(self._kinds[event.option_index])
