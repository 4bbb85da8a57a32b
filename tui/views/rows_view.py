"""What is done to the row under the cursor of the plan view: added, copied, deleted, moved."""

from abc import abstractmethod
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual import events

from desk.session import PlanSession
from tui import tasks
from tui.views.fields_view import NOT_MOVED
from tui.views.narrowed_view import NarrowedView
from tui.views.plan import later
from tui.views.plan.rows import Cursor, cursor_on

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from plan.checks.tracing_matrix import MatrixLine
    from tui.views.moving import RowMove
    from tui.views.plan.row_edits import RowEdits
    from tui.widgets.field_editor import FieldEditor


_NO_ACTION = "There is no action here yet: a adds one."


class RowsView(NarrowedView):
    """A view of aims, actions and fields, with the commands for the row that the cursor is on."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self._traced_at: tuple[int, MatrixLine] | None = None

    @abstractmethod
    def go_to_action(self, action_id: str) -> None:
        """Put the cursor on an action."""

    def show_own_keys(self) -> None:
        """Name the officer's own keys in the frame."""
        self.watch_keys()

    # The row under the cursor

    @property
    def row_edits(self) -> "RowEdits":
        """The changes that can be made to the row under the cursor."""
        return later.RowEdits(self.plan, self.cursor, self.marks)

    def action_add(self) -> None:
        """Add an aim or action below the cursor and edit its first field; on an aim, ask which."""
        if not self.is_read_only():
            later.add_at(self)

    def action_duplicate(self) -> None:
        """Add a copy of the row below it."""
        change = self.row_edits.duplicated()
        if change is None:
            self._say_no_row()
        elif self.make(change):
            self.say("A copy is below. u takes it back.")

    def action_delete(self) -> None:
        """Delete what is marked, or the row under the cursor; in the fields, empty the field."""
        if self.where == "fields":
            self._empty_field()
            return
        change = self.row_edits.deleted()
        if change is None:
            self._say_no_row()
        elif self.make(change):
            self.say_gone(f"Done: {change.label.lower()}")

    def _empty_field(self) -> None:
        place = self.fields.current
        change, done = self.row_edits.emptied(self.contents()[place], self.session.council)
        if self.make(change):
            self.say_gone(done)
        elif change.is_empty:
            self.say("It is empty already.")
        self.fields.go_to(place)

    def action_copy(self) -> None:
        """Copy what is marked, the row or the field's text, for this plan, others and programs."""
        if self.where == "fields":
            later.copy_text(self, self.contents()[self.fields.current].typed)
        elif not later.copy_rows(self):
            self._say_no_row()

    def action_cut(self) -> None:
        """Copy what is marked, the row or the field's text, and take it away here."""
        if self.is_read_only():
            return
        if self.where == "fields":
            later.copy_text(self, self.contents()[self.fields.current].typed)
            self._empty_field()
        elif later.copy_rows(self, are_cut=True):
            self.make(self.row_edits.deleted())
        else:
            self._say_no_row()

    def action_paste(self) -> None:
        """Paste copied rows below the cursor, or replace the field by a copied text."""
        if not self.is_read_only():
            later.paste_at(self)

    def on_paste(self, event: events.Paste) -> None:
        """Show the actions of a table that the terminal pastes on a list, to be added below."""
        if self.where in ("aims", "actions"):
            event.stop()
            tasks.paste_actions(self, event.text, self.go_to_action)

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
            self.notify(_NO_ACTION, severity="warning", markup=False)
        else:
            self.say("The cover stays where it is: only its lines can be changed.")

    # Moving a row

    def action_move(self) -> None:
        """Lift what is marked, or the row under the cursor: from now on the arrows move it."""
        if self.is_read_only():
            return
        rows = self.row_edits.rows
        lifted = self.lift(rows[0]) if rows else None
        if lifted is None and len(rows) > 1:
            self.say("Aims and actions are marked: they are moved each by themselves.")
            return
        if lifted is None:
            self._say_no_row()
            return
        self.cursor = cursor_on(self.plan, "aims" if lifted.is_aim else "actions", lifted.row_id)
        self.lifted = lifted
        self.focus()

    def action_put_back(self) -> None:
        """Put the lifted row back where it came from."""
        super().action_put_back()
        self.list_here.focus()

    def lift(self, row_id: str) -> "RowMove | None":
        """Return a move of a row from where it is, or of all that are marked if it is one of them.

        It is None if there is no such row, or aims and actions are marked.
        """
        return self.row_edits.lifted(row_id)

    def action_put_down(self) -> None:
        """Put what is being moved down where it is shown."""
        change = self.lifted.change if self.lifted is not None else None
        if change is None or change.is_empty:
            self.action_put_back()
            self.say(NOT_MOVED)
            return
        # Neither is shown for itself: the change shows a plan of a thousand actions anew, once.
        self.set_reactive(RowsView.lifted, None)
        self.set_reactive(RowsView.marks, frozenset())
        if self.make(change):
            self.say(f"{change.label}. u takes it back.")
        else:
            self.show()
        self.watch_keys()
        self.list_here.focus()

    @property
    def lifted_rows(self) -> tuple[str, ...]:
        """The ids of the rows that are being moved."""
        return getattr(self.lifted, "rows", ())

    # Marking rows

    def mark(self, rows: Iterable[str]) -> None:
        """Mark these aims and actions too, wherever in the plan they are."""
        self.marks |= {one for one in rows if self._is_there(one)}

    def _is_there(self, row: str) -> bool:
        return row in self.plan.action_rows or row in self.plan.aim_rows

    def watch_marks(self) -> None:
        """Show which rows are marked, and how the marks are taken away."""
        self.show()
        self.watch_keys()

    def action_mark_row(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go to the next one."""
        cursor = self.cursor
        if not self._is_there(cursor.row):
            self._say_no_row()
            return
        self.marks ^= {cursor.row}
        after = self.row_after(cursor)
        if cursor.panel == "actions":
            self.go_to_action(after)
        else:
            self.cursor = Cursor(after)

    def action_mark_all(self) -> None:
        """Mark all aims, or all actions that are listed."""
        plan, aim = self.plan, self.cursor.aim
        if self.cursor.panel == "aims":
            rows = tuple(one.id for one in plan.aims)
        else:
            rows = (
                self.listed if self.is_narrowed else tuple(one.id for one in plan.actions_of(aim))
            )
        if rows:
            self.mark(rows)
        else:
            self._say_no_row()

    def row_after(self, cursor: Cursor) -> str:
        """Return the id of the row that follows, in another aim too; of the last, its own."""
        is_in_aims = cursor.panel == "aims"
        ids = tuple(one.id for one in self.plan.aims) if is_in_aims else self.listed
        return ids[min(ids.index(cursor.row) + 1, len(ids) - 1)]

    def action_let_go(self) -> None:
        """List all actions again; else take all marks away, or go back to the panel on the left."""
        if self.only is not None:
            self.only = None
        elif self.marks:
            self.marks = frozenset()
        elif self.where == "actions":
            self.panels[0].focus()

    def action_set_field(self) -> None:
        """Ask which field of all that are marked is set, and open it."""
        if not self.is_read_only():
            later.begin_field_of_marked(self)

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Go back to the list from a field of all that are marked, and say what was done."""
        if not later.is_of_marked(message.editor.field):
            return
        message.stop()
        message.prevent_default()
        before = self.session.plan
        if self.leave_field():
            self.list_here.focus()
            if self.session.plan is not before:
                self.marks = frozenset() if message.editor.field.kind == "note" else self.marks
                self.say(f"Done: {message.editor.field.label}. u takes it back.")

    # Explaining and tracing actions

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
