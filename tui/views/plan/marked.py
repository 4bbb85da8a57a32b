"""What the plan view does to rows that are marked or copied, and what is asked for it."""

from typing import TYPE_CHECKING

from pydantic import ValidationError

from desk.marked_fields import fields_in_many, note_in_many
from desk.today import today_in_words
from files.ordinary import reason_of
from plan.changes.edits.many import rows_in_words
from store.copied import Copied, keep_copied, load_copied
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.set_field import SetFieldDialog
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from tui.views.marks_view import MarksView

_NOTHING = (
    "Nothing to paste here: c copies an aim, an action or a field. A table that another program "
    "copied comes with your terminal's own paste, often Ctrl+Shift+V."
)
_ACTION, _AIM = "action", "aim"


def add_at(view: "MarksView") -> None:
    """Add a row below the cursor; on an aim, ask whether it is an action in it or an aim below.

    It asks in the fields of the aim too: there the officer is who has just written its text.
    """
    cursor, plan = view.cursor, view.plan
    if cursor.panel != "aims" or cursor.aim not in plan.aim_rows:
        view.begin_added(view.row_edits.added_below())
        return
    number = plan.number_of(cursor.aim)
    count = len(plan.actions_of(cursor.aim))
    rows = [
        ListedRow(_ACTION, f"An action of aim {number}", f"  {number}.{count + 1}, the last of it"),
        ListedRow(_AIM, "An aim below", f"  aim {number + 1}"),
    ]

    def add(chosen: str | None) -> None:
        edits = view.row_edits
        if chosen is not None:
            view.make(edits.added_below() if chosen == _AIM else edits.added_in_aim())
            # Later: the app is about to focus a list, which would end the edit.
            view.app.call_later(view.app.call_later, view.edit_field, 0)

    current = _AIM if count else _ACTION
    view.app.push_screen(ChooseDialog("Add", "What is added here?", rows, current), add)


# Fields and notes of all that are marked


def begin_field_of_marked(view: "MarksView") -> None:
    """Ask which field of all marked actions is set, and open it."""
    fields = fields_in_many(view.plan, view.marks, view.session.council)
    if not fields:
        view.say("No action is marked: Space marks one, and s sets a field of all of them.")
        return

    def begin(key: str | None) -> None:
        field = next((one for one in fields if one.key == key), None)
        if field is not None:
            _begin(view, field)

    view.app.push_screen(SetFieldDialog(fields), begin)


def note_marked(view: "MarksView") -> None:
    """Open a progress note of today for all marked actions; an empty one is not added."""
    if not fields_in_many(view.plan, view.marks, view.session.council):
        view.say("There is no action among what is marked.")
        return
    _begin(view, note_in_many(view.plan, view.marks, today_in_words()))


def _begin(view: "MarksView", field: "FieldContent") -> None:
    keys = [one.key for one in view.contents()]
    view.begin(keys.index(field.key) if field.key in keys else len(keys), field)


# Copying and pasting


def copy_rows(view: "MarksView", *, are_cut: bool = False) -> bool:
    """Copy or cut what is marked or the row under the cursor; return whether there is any."""
    copied = view.row_edits.copied(view.session.plan_id, are_cut=are_cut)
    if copied is None:
        return False
    within = sum(len(one.actions) for one in copied.aims)
    many = rows_in_words(len(copied.aims), len(copied.actions), within)
    _keep(view, copied, f"{'Cut' if are_cut else 'Copied'}: {many}. v pastes below, in any plan.")
    return True


def copy_text(view: "MarksView", text: str) -> None:
    """Copy the text of a field."""
    copied = Copied(plan_id=view.session.plan_id, words=text)
    _keep(view, copied, "Copied. v in a field, of any plan, puts it in the field's place.")


def _keep(view: "MarksView", copied: Copied, done: str) -> None:
    view.app.copy_to_clipboard(copied.words)
    view.copied = None
    try:
        keep_copied(copied)
    except OSError as error:
        view.copied = copied
        why = f"It is kept only until this plan is closed: {reason_of(error)}."
        view.say(f"{done} {why}", is_problem=True)
    else:
        view.say(done)


def paste_at(view: "MarksView") -> None:
    """Paste copied rows below the cursor, or a copied text in the place of the field."""
    copied = view.copied or load_copied()
    if view.where == "fields" and copied is not None and not copied.are_rows:
        place = view.fields.current
        view.keep(view.contents()[place], copied.words)
        view.fields.go_to(place)
    elif view.where == "fields" or copied is None or not copied.are_rows:
        view.say(_NOTHING)
    else:
        _paste_rows(view, copied)


def _paste_rows(view: "MarksView", copied: Copied) -> None:
    session = view.session
    try:
        change = view.row_edits.pasted(session.plan_id, copied, session.council)
    except ValidationError:
        view.say(
            "What was copied does not fit into this plan, which is unchanged.", is_problem=True
        )
        return
    if change is None:
        view.say("An action is pasted into an aim: go to one first.")
    elif view.make(change):
        view.say(f"{change.label}: done. u takes it back.")
