"""What is done to the row under the cursor of the plan view: added, copied, deleted, moved."""

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.reactive import var

from desk.session import PlanSession
from tui import tasks
from tui.views.fields_view import FieldsView
from tui.views.plan import later
from tui.views.plan.rows import Cursor, cursor_at

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from plan.checks.tracing_matrix import MatrixLine
    from tui.views.moving import Lifted
    from tui.views.plan.row_edits import Copied, RowEdits


class RowsView(FieldsView):
    """A view of aims, actions and fields, with the commands for the row that the cursor is on.

    `cursor` is where the officer is; `copied` is what was copied last, a row or a field's text.
    """

    cursor: var[Cursor] = var(Cursor(), init=False)

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="plan")
        self.set_reactive(RowsView.cursor, cursor_at(session.plan, {}))
        self.copied: Copied | str | None = None
        self._traced_at: tuple[int, MatrixLine] | None = None

    def go_to_action(self, action_id: str) -> None:
        """Put the cursor on an action."""
        raise NotImplementedError

    # The row under the cursor

    @property
    def row_edits(self) -> "RowEdits":
        """The changes that can be made to the row under the cursor."""
        return later.RowEdits(self.plan, self.cursor)

    def action_add(self) -> None:
        """Add an aim or action below the cursor and edit its first field."""
        change = self.row_edits.added_below()
        if change is None:
            self.say("An action belongs to an aim: add an aim first, in the panel on the left.")
        elif self.make(change):
            self.edit_field(0)

    def action_duplicate(self) -> None:
        """Add a copy of the row below it."""
        change = self.row_edits.duplicated()
        if change is None:
            self._say_no_row()
        elif self.make(change):
            self.say("A copy is below. u takes it back.")

    def action_delete(self) -> None:
        """Delete the row under the cursor; in the fields, empty the field or delete the note."""
        if self.where == "fields":
            self._empty_field()
            return
        change = self.row_edits.deleted()
        if change is None:
            self._say_no_row()
        elif self.make(change):
            self.say(f"Done: {change.label.lower()}. u brings it back.")

    def _empty_field(self) -> None:
        place = self.fields.current
        change, done = self.row_edits.emptied(self.contents()[place], self.session.council)
        if self.make(change):
            self.say(f"{done}. u brings it back.")
        self.fields.go_to(place)

    def action_copy(self) -> None:
        """Copy the row or the field's text, to be pasted here or into other programs."""
        if self.where == "fields":
            self.copied = words = self.contents()[self.fields.current].typed
        else:
            copy = self.row_edits.copied()
            if copy is None:
                self._say_no_row()
                return
            self.copied, words = copy, self.row_edits.in_words(copy)
        self.app.copy_to_clipboard(words)
        self.say("Copied. v pastes it below; in a field, it takes the field's place.")

    def action_paste(self) -> None:
        """Paste a copied row below the cursor, or replace the field by a copied text."""
        copied = self.copied
        if self.where == "fields" and isinstance(copied, str):
            place = self.fields.current
            self.keep(self.contents()[place], copied)
            self.fields.go_to(place)
        elif copied is not None and not isinstance(copied, str):
            change = self.row_edits.pasted(copied)
            if change is None:
                self.say("An action is pasted into an aim: go to one first.")
            else:
                self.make(change)
        else:
            self.say("Nothing to paste here: c copies an aim, an action or a field.")

    def on_paste(self, event: events.Paste) -> None:
        """Show the actions of a table that the terminal pastes on a list, to be added below."""
        if self.where in ("aims", "actions"):
            event.stop()
            tasks.paste_actions(self, event.text)

    def keep(self, field: "FieldContent", typed: str) -> bool:
        """Put `typed` into a field of the plan; if the field does not take it, say so."""
        if self.is_read_only():
            return False
        try:
            return self.make_pasted(field.label, typed, partial(self.change_of, field, typed))
        except later.NoSuchFrameworkError as error:
            self.say(f"{error} The plan is unchanged.", is_problem=True)
            return False

    def action_bullets(self) -> None:
        """Switch the bullets of the list under the cursor on or off."""
        place = self.fields.current
        change = self.row_edits.bulleted(self.contents()[place].key)
        if change is None:
            self.say("Only indicators, leads and success criteria are lists.")
            return
        self.make(change)
        self.fields.go_to(place)

    def _say_no_row(self) -> None:
        if self.cursor.panel == "actions":
            self.say("There is no action here yet: a adds one.")
        else:
            self.say("The cover stays where it is: only its lines can be changed.")

    # Moving a row

    def action_move(self) -> None:
        """Lift the row under the cursor: from now on the arrows move it and not the cursor."""
        if self.is_read_only():
            return
        lifted = self.lift(self.cursor.row)
        if lifted is None:
            self._say_no_row()
            return
        self.lifted = lifted
        self.focus()

    def action_put_back(self) -> None:
        """Put the lifted row back where it came from."""
        super().action_put_back()
        self.list_here.focus()

    def lift(self, row_id: str) -> "Lifted | None":
        """Return a move of an aim or action from where it is, or None if it is neither."""
        return self.row_edits.lifted(row_id)

    # Finding, explaining and tracing actions

    def action_explain(self) -> None:
        """Show everything that concerns the action under the cursor."""
        if self.cursor.is_at_action:
            tasks.explain_action(self, self.cursor.action)
        else:
            self.say("Go to an action first: x explains it.")

    def action_trace(self) -> None:
        """Show which actions answer the inspection report, and go to the one chosen."""
        tasks.show_trace(self, self._traced_at, partial(setattr, self, "_traced_at"))

    def action_names(self) -> None:
        """Rename indicators to the framework's names, in the action or in the whole plan."""
        later.use_names(self, self.cursor.action if self.cursor.is_at_action else "")

    def action_find(self) -> None:
        """Find an action by its ref or its words, and go to it."""
        tasks.find_action(self, self.go_to_action)
