"""Ask which kind of appendix to add: a text, a file, the plan, or a table made from the plan."""

from collections.abc import Collection

from plan.model.documents import GENERATED
from plan.model.fields import LISTED_ONCE, AppendixKind
from tui.dialogs.choose import Chooser
from tui.widgets.row_list import ListedRow

_ROWS: dict[AppendixKind, ListedRow] = {
    "text": ListedRow("text", "A text", "  written here and printed in the paper"),
    "file": ListedRow("file", "A file of its own", "  named in the paper, not kept by plandesk"),
    "plan": ListedRow("plan", "The plan", "  the improvement plan itself, printed as an appendix"),
    **{
        kind: ListedRow(kind, f"{one.title}, drawn up from the plan", f"  {one.tells}")
        for kind, one in GENERATED.items()
    },
}


class AppendixKindDialog(Chooser[AppendixKind]):
    """Lists the kinds of appendix, without those that a paper holds only once and already has."""

    def __init__(self, listed: Collection[AppendixKind]) -> None:
        kinds = {
            one: row for one, row in _ROWS.items() if one not in LISTED_ONCE or one not in listed
        }
        super().__init__("Add an appendix", "", tuple(kinds.values()))
        self._kinds = {row.id: one for one, row in kinds.items()}

    def result_of(self, row: str) -> AppendixKind:
        """Return the kind that a row stands for."""
        return self._kinds[row]
