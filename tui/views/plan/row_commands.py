"""The commands that act on the row or field under the cursor of the plan view."""

from typing import TYPE_CHECKING

from desk.field_contents import FieldContent, edited
from plan.changes import edits
from plan.model.fields import LIST_FIELDS
from tui.views.plan.moving import Move
from tui.views.plan.row_edits import (
    Copied,
    added_below,
    copied,
    copied_in_words,
    deleted,
    duplicated,
    pasted,
)

if TYPE_CHECKING:
    from tui.views.plan.plan_panels import PlanPanels


class RowCommands:
    """What an officer can do with a row: each makes one change of the view's plan, or says why not.

    `held` is what was copied last, a row or the text of a field.
    """

    def __init__(self, view: "PlanPanels") -> None:
        self.view = view
        self.held: Copied | str = ""

    def add(self) -> None:
        """Add an aim or action below and begin to write it."""
        change = added_below(self.view.plan, self.view.cursor)
        if change is None:
            self.view.say(
                "An action belongs to an aim: add an aim first, in the panel on the left."
            )
        elif self.view.make(change):
            self.view.edit_field(0)

    def duplicate(self) -> None:
        """Put a copy of the row below it."""
        change = duplicated(self.view.plan, self.view.cursor)
        if change is None:
            self._say_no_row()
        elif self.view.make(change):
            self.view.say("A copy is below. u takes it back.")

    def delete(self) -> None:
        """Delete the row under the cursor; in the fields, empty the field or delete the note."""
        if self.view.where == "fields":
            self._empty_field(self.view.contents()[self.view.fields.current])
            return
        change = deleted(self.view.plan, self.view.cursor)
        if change is None:
            self._say_no_row()
        elif self.view.make(change):
            self.view.say(f"Done: {change.label.lower()}. u brings it back.")

    def _empty_field(self, field: FieldContent) -> None:
        if field.owner in self.view.plan.note_rows:
            change = edits.delete_note(self.view.plan, field.owner)
            done = f"Done: {change.label.lower()}"
        else:
            change = edited(self.view.plan, field, "", self.view.session.council)
            done = f"{field.label} is empty now"
        place = self.view.fields.current
        if self.view.make(change):
            self.view.say(f"{done}. u brings it back.")
        self.view.fields.go_to(place)

    def copy(self) -> None:
        """Copy the row, or the text of the field, for here and for other programs."""
        if self.view.where == "fields":
            self._copy("", self.view.contents()[self.view.fields.current].typed)
            return
        copy = copied(self.view.plan, self.view.cursor)
        if copy is None:
            self._say_no_row()
        else:
            self._copy(copy, copied_in_words(copy))

    def _copy(self, copy: Copied | str, text: str) -> None:
        self.held = copy or text
        self.view.app.copy_to_clipboard(text)
        self.view.say("Copied. v pastes it below; in a field, it takes the field's place.")

    def paste(self) -> None:
        """Paste what was copied: a row below the cursor, a text in the place of the field."""
        held = self.held
        if self.view.where == "fields" and isinstance(held, str):
            place = self.view.fields.current
            field = self.view.contents()[place]
            self.view.keep(field, held)
            self.view.show()
            self.view.fields.go_to(place)
        elif held and not isinstance(held, str):
            change = pasted(self.view.plan, self.view.cursor, held)
            if change is None:
                self.view.say("An action is pasted into an aim: go to one first.")
            else:
                self.view.make(change)
        else:
            self.view.say("Nothing to paste here: c copies an aim, an action or a field.")

    def bullets(self) -> None:
        """Print the list under the cursor with bullets, or without."""
        place = self.view.fields.current
        field = next(
            (name for name in LIST_FIELDS if name == self.view.contents()[place].key), None
        )
        if field is None or not self.view.cursor.is_at_action:
            self.view.say("Only indicators, leads and success criteria are lists.")
            return
        action = self.view.plan.action_rows[self.view.cursor.action]
        self.view.make(
            edits.set_bulleted(self.view.plan, action.id, field, field not in action.bulleted)
        )
        self.view.fields.go_to(place)

    def lift(self) -> None:
        """Lift the row: the arrows now move it and not the cursor."""
        view, cursor = self.view, self.view.cursor
        if view.is_read_only():
            return
        if cursor.is_at_action:
            view.lifted = Move.of_action(view.plan, cursor.action)
        elif cursor.panel == "aims" and cursor.aim in view.plan.aim_rows:
            view.lifted = Move.of_aim(view.plan, cursor.aim)
        else:
            self._say_no_row()
            return
        view.focus()
        view.show()
        view.post_message(view.Moved())

    def carry(self, step: int) -> None:
        """Take the lifted row one place down (1) or up (-1)."""
        lifted = self.view.lifted
        if lifted is not None:
            self.view.lifted = lifted.down() if step > 0 else lifted.up()
            self.view.show()

    def put_down(self) -> None:
        """Put the lifted row down where it is shown."""
        change = self.view.lifted.change if self.view.lifted else None
        self.view.put_back()
        if self.view.make(change) and change is not None:
            self.view.say(f"{change.label}. u takes it back.")

    def _say_no_row(self) -> None:
        if self.view.cursor.panel == "actions":
            self.view.say("There is no action here yet: a adds one.")
        else:
            self.view.say("The cover stays where it is: only its lines can be changed.")
