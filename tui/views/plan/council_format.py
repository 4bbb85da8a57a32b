"""Choose the council's format that a plan follows."""

from typing import TYPE_CHECKING

from desk.council import offered_formats
from desk.field_edits import format_followed
from tui.dialogs.choose import ChooseDialog
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from tui.views.fields_view import FieldsView

_QUESTION = (
    "Which council's format does the plan follow? What it holds stays: a field that the other "
    "format has not is kept below its heading."
)


def ask_for_format(view: "FieldsView", place: int) -> None:
    """Ask which format the plan follows, then put the cursor on the field at `place` again."""
    usable = [one for one in offered_formats() if not one.problem]

    def choose(chosen: str | None) -> None:
        if chosen is not None:
            change = format_followed(view.plan, chosen, view.session.council)
            if view.make(change):
                view.say(f"{change.label}. u takes it back.")
        view.fields.go_to(place)

    rows = [ListedRow(one.id, one.name, f"  {one.id}") for one in usable]
    current = view.plan.cover.format
    view.app.push_screen(ChooseDialog("Format", _QUESTION, rows, current), choose)
