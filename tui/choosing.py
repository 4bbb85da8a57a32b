"""Choose from what is known, in a field that is edited or for a row that is being moved."""

from dataclasses import replace
from typing import TYPE_CHECKING

from plan.text.line_breaks import NO_TEXT
from tui.dialogs.choose import ChooseDialog
from tui.views.fields_view import FieldsView
from tui.views.moving import PassageMove, RowMove
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from tui.views.session_view import SessionView
    from tui.widgets.field_editor import FieldEditor
    from tui.window import Window

_NOTHING_KNOWN = "Nothing more is known that could be chosen here: what you type is right."
_NO_GOALS = "There is no list to choose from here: the arrows move it."
_WHERE = "To the end of which? Enter then puts it down there."


def choose_known(app: "Window", editor: "FieldEditor") -> None:
    """Offer what is known of a field that is edited, filtered by what is typed of the line."""
    known = editor.known
    if not known:
        app.notify(_NOTHING_KNOWN, severity="warning", markup=False)
        return

    def take(chosen: str | None) -> None:
        if chosen is not None and editor.is_attached:
            editor.take_known(chosen)

    rows = [ListedRow(one, one) for one in known]
    app.push_screen(ChooseDialog(editor.field.label, "", rows, typed=editor.begun), take)


def choose_goal(view: "SessionView | None") -> None:
    """Ask where the row goes that is being moved; it is then shown there, still on the move."""
    lifted = view.lifted if isinstance(view, FieldsView) else None
    if not isinstance(view, FieldsView) or lifted is None:
        return
    if not isinstance(lifted, RowMove | PassageMove) or not lifted.goals:
        view.say(_NO_GOALS)
        return
    is_shown: FieldsView = view

    def go(number: str | None) -> None:
        moved = replace(lifted, typed="")
        for digit in number or "":
            moved = moved.named(digit) or moved
        if number is not None and is_shown.lifted is not None:
            is_shown.lifted = moved

    rows = [ListedRow(number, f"{number} {words or NO_TEXT}") for number, words in lifted.goals]
    view.app.push_screen(ChooseDialog("Move it", _WHERE, rows), go)
