"""The changes that can be made to the row under the cursor of the plan view. Values only."""

from dataclasses import dataclass

from desk.copied_rows import copied_rows, pasted_rows
from desk.field_contents import FieldContent
from desk.field_edits import edited
from plan.changes import edits
from plan.changes.change import Change
from plan.changes.edits.many import aims_among, delete_rows, single_actions
from plan.council.format import Format
from plan.model.fields import LIST_FIELDS
from plan.model.plan import Plan
from store.copied import Copied
from tui.views.moving import RowMove
from tui.views.plan.rows import SOURCE, Cursor


@dataclass(frozen=True)
class RowEdits:
    """The changes that can be made to the row under the cursor, or to those that are marked."""

    plan: Plan
    cursor: Cursor
    marks: frozenset[str] = frozenset()

    @property
    def rows(self) -> tuple[str, ...]:
        """The ids of the rows that a command is for, in order: those that are marked, or one."""
        marked = (*aims_among(self.plan, self.marks), *single_actions(self.plan, self.marks))
        if marked:
            return tuple(row.id for row in marked)
        at_one = self.cursor.is_at_action or self._is_at_aim
        return (self.cursor.row,) if at_one else ()

    def added_below(self) -> Change | None:
        """Return the change that adds an aim or action below, or None without an aim to add to."""
        if self.cursor.panel == "aims":
            return edits.add_aim(self.plan, self._aims_before)
        if self.cursor.aim not in self.plan.aim_rows:
            return None
        return edits.add_action(self.plan, self.cursor.aim, self._actions_before)

    def duplicated(self) -> Change | None:
        """Return the change that adds a copy below, or None if the cursor is on no row."""
        if self.cursor.is_at_action:
            return edits.duplicate_action(self.plan, self.cursor.action)
        return edits.duplicate_aim(self.plan, self.cursor.aim) if self._is_at_aim else None

    def deleted(self) -> Change | None:
        """Return the change that deletes the rows with their parts, or None if there is none."""
        return delete_rows(self.plan, self.rows) if self.rows else None

    def copied(self, plan_id: str, *, are_cut: bool = False) -> Copied | None:
        """Return a copy of the rows, for `pasted`, or None if there is none."""
        return copied_rows(self.plan, plan_id, self.rows, are_cut=are_cut)

    def pasted(self, plan_id: str, copied: Copied, council: Format) -> Change | None:
        """Return the change that pastes copied rows, or None without an aim to paste into.

        Aims are pasted below the aim of the cursor, actions below the action of the cursor.
        """
        aim = self.cursor.aim if self.cursor.aim in self.plan.aim_rows else ""
        at = self._aims_before, aim, self._actions_before if aim else 0
        return pasted_rows(self.plan, plan_id, copied, council, at)

    def emptied(self, field: FieldContent, council: Format) -> tuple[Change, str]:
        """Return the change that empties a field or deletes a note, and a sentence to say so."""
        if field.owner in self.plan.note_rows:
            change = edits.delete_note(self.plan, field.owner)
            return change, f"Done: {change.label.lower()}"
        return edited(self.plan, field, "", council), f"{field.label} is empty now"

    def bulleted(self, key: str) -> Change | None:
        """Return the change that switches a list's bullets, or None if the field is not a list."""
        name = next((name for name in LIST_FIELDS if name == key), None)
        if name is None or not self.cursor.is_at_action:
            return None
        action = self.plan.action_rows[self.cursor.action]
        return edits.set_bulleted(self.plan, action.id, name, name not in action.bulleted)

    def lifted(self, row_id: str) -> RowMove | None:
        """Return a move of a row from its place, with all that are marked if it is one of them.

        It is None if there is no such row, and where both aims and actions are marked.
        """
        rows = self.rows if row_id in self.rows else (row_id,)
        if all(one in self.plan.action_rows for one in rows):
            return RowMove.of_action(self.plan, *rows)
        is_of_aims = all(one in self.plan.aim_rows for one in rows)
        return RowMove.of_aim(self.plan, *rows) if is_of_aims else None

    def added_in_aim(self) -> Change:
        """Return the change that adds an action at the end of the aim under the cursor."""
        place = len(self.plan.actions_of(self.cursor.aim))
        return edits.add_action(self.plan, self.cursor.aim, place)

    @property
    def _is_at_aim(self) -> bool:
        return self.cursor.panel == "aims" and self.cursor.aim in self.plan.aim_rows

    @property
    def _aims_before(self) -> int:
        if self.cursor.aim == SOURCE:  # the row below the last aim
            return len(self.plan.aims)
        is_at_one = self.cursor.aim in self.plan.aim_rows
        return self.plan.number_of(self.cursor.aim) if is_at_one else 0

    @property
    def _actions_before(self) -> int:
        actions = self.plan.actions_of(self.cursor.aim)
        if not self.cursor.is_at_action:
            return len(actions)
        return actions.index(self.plan.action_rows[self.cursor.action]) + 1
