"""What is added in the equality view: assessments, and rows to tables of a form.

Such a row can be moved, and made an action of the plan.
"""

from functools import partial
from typing import TYPE_CHECKING

from desk.equality_contents import WHOLE, Checklist, is_part_row
from plan.changes import edits
from plan.council.form import Form, Rows
from plan.council.format import FormatError
from plan.reading.answered_form import OpenRow, action_of
from store.formats import form_for
from tui import dialogs
from tui.views.equality.checklist_rows import assessment_name
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from tui.views.equality.equality_view import EqualityView


def idle_at(checklist: Checklist | None, row: str) -> frozenset[str]:
    """Return the ids of the commands that would do nothing at a row of the checklist."""
    asked = checklist.asked.get(row) if checklist is not None else None
    open_row = asked.row if asked is not None else None
    idle = {"duplicate"}
    if asked is None or not isinstance(asked.group, Rows):
        idle.add("add")
    if open_row is None:
        idle |= {"move-row-up", "move-row-down"}
    if open_row is None or open_row.table.action is None:
        idle.add("make-action")
    if row == WHOLE or is_part_row(row):
        idle.add("delete")
    return frozenset(idle)


def _row_at(view: "EqualityView") -> OpenRow | None:
    asked = view.checklist.asked.get(view.row) if view.checklist is not None else None
    return asked.row if asked is not None else None


def add(view: "EqualityView") -> None:
    """Add a row to the table that the cursor is in, or an assessment; of several forms, ask."""
    if view.is_read_only() or _add_row(view):
        return
    if not view.is_for_whole("Nothing was added", "add another"):
        return
    try:
        forms = [form_for(form_id) for form_id in view.session.council.forms]
    except FormatError as error:
        view.say(f"No assessment was added: {error}", is_problem=True)
        return
    if len(forms) == 1:
        _add_assessment(view, forms[0])
    else:
        view.app.push_screen(dialogs.FormChoice(forms), partial(_add_assessment, view))


def _add_assessment(view: "EqualityView", form: Form | None) -> None:
    if form is not None and view.make(edits.add_assessment(view.plan, form)):
        name = assessment_name(view.plan, view.assessment)
        view.say(f"{name.capitalize()} added. u takes it back.")


def _add_row(view: "EqualityView") -> bool:
    """Add a row to the table that the cursor is in; return whether it is in one."""
    checklist = view.checklist
    is_inside = view.where in ("questions", "answer", "marks")
    change = checklist.added(view.row) if checklist is not None and is_inside else None
    if change is None:
        return False
    if view.make(change):
        view.edit_field(0)
    return True


def move_row(view: "EqualityView", step: int) -> None:
    """Move the row under the cursor up (-1) or down (1) in its table."""
    checklist, row = view.checklist, view.row
    change = checklist.moved(row, step) if checklist is not None else None
    if change is None:
        view.say("Only a row that was added to a table can be moved.")
    elif change.rows and view.make(change):
        view.go_to(row)


def make_action(view: "EqualityView") -> None:
    """Make the row under the cursor an action of the plan; of several aims, ask which."""
    row, aims = _row_at(view), view.plan.aims
    if row is None or row.table.action is None:
        view.say("Only a row that says what will be done can be made an action of the plan.")
    elif ref := action_of(view.plan, row):
        view.say(f"It is action {ref} already.")
    elif not aims:
        view.say("Nothing was made: the plan has no aim yet that the action could belong to.")
    elif view.is_read_only():
        return
    elif len(aims) == 1:
        _make(view, view.row, aims[0].id)
    else:
        rows = [ListedRow(aim.id, f"{number} {aim.text}") for number, aim in enumerate(aims, 1)]
        asking = dialogs.ChooseDialog("Which aim?", "Which aim is the action part of?", rows)
        view.app.push_screen(asking, partial(_make, view, view.row))


def _make(view: "EqualityView", row: str, aim_id: str | None) -> None:
    checklist = view.checklist
    change = checklist.made_action(row, aim_id) if checklist is not None and aim_id else None
    if change is None or not view.make(change):
        return
    view.go_to(row)
    made = _row_at(view)
    ref = action_of(view.plan, made) if made is not None else ""
    view.say(f"It is action {ref} of the plan now. u takes it back.")
