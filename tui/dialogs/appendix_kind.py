"""Ask which kind of appendix to add: a text, a file, the plan, or a table made from the plan."""

from collections.abc import Collection

from textual.app import ComposeResult
from textual.widgets import OptionList

from plan.model.documents import GENERATED
from plan.model.fields import LISTED_ONCE, AppendixKind
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList

_ROWS: dict[AppendixKind, ListedRow] = {
    "text": ListedRow("text", "A text", "  written here and printed in the paper"),
    "file": ListedRow("file", "A file of its own", "  named in the paper, not kept by plandesk"),
    "plan": ListedRow("plan", "The plan", "  the improvement plan itself, printed as an appendix"),
    **{
        kind: ListedRow(kind, f"{one.title}, drawn up from the plan", f"  {one.tells}")
        for kind, one in GENERATED.items()
    },
}


class AppendixKindDialog(Dialog[AppendixKind]):
    """Lists the kinds of appendix, without those that a paper holds only once and already has."""

    heading = "Add an appendix"
    keys_in_words = "↑↓ and Enter: choose   Esc: close"

    def __init__(self, listed: Collection[AppendixKind]) -> None:
        super().__init__()
        self._kinds = [one for one in _ROWS if one not in LISTED_ONCE or one not in listed]

    def contents(self) -> ComposeResult:
        """Yield the list."""
        yield RowList(id="kinds")

    def on_mount(self) -> None:
        """Show the kinds."""
        kinds = self.query_one(RowList)
        kinds.show([_ROWS[kind] for kind in self._kinds], "")
        kinds.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the chosen kind."""
        event.stop()
        self.dismiss(self._kinds[event.option_index])
