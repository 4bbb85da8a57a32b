"""The changes that can be made to the row under the cursor of the plan view. Values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desk.field_contents import FieldContent
from desk.field_edits import edited
from plan.changes import edits
from plan.changes.change import Change
from plan.council.format import Format
from plan.model.fields import COLUMN_FIELDS, LIST_FIELDS, kind_of
from plan.model.outline import ActionOutline, AimOutline, aim_outline
from plan.model.plan import Plan
from plan.papers.markdown import plain_of
from plan.papers.typed_text import plain_value
from tui.views.moving import RowMove
from tui.views.plan.rows import SOURCE, Cursor

Copied: TypeAlias = AimOutline | ActionOutline
"""A copied row, with everything below it."""


@dataclass(frozen=True)
class RowEdits:
    """The changes that can be made to the row under the cursor."""

    plan: Plan
    cursor: Cursor

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
        """Return the change that deletes the row with all its parts, or None if there is no row."""
        if self.cursor.is_at_action:
            return edits.delete_action(self.plan, self.cursor.action)
        return edits.delete_aim(self.plan, self.cursor.aim) if self._is_at_aim else None

    def copied(self) -> Copied | None:
        """Return a copy of the row, for `pasted`, or None if the cursor is on no row."""
        if self.cursor.is_at_action:
            return edits.copied_action(self.plan, self.cursor.action)
        return aim_outline(self.plan, self.cursor.aim) if self._is_at_aim else None

    def in_words(self, copy: Copied) -> str:
        """Return a copied row as plain text, for pasting into other programs."""
        if isinstance(copy, AimOutline):
            return "\n".join([copy.text, *(plain_of(action.text) for action in copy.actions)])
        parts = (
            plain_value(kind_of("actions", name), getattr(copy, name)) for name in COLUMN_FIELDS
        )
        return "\n".join(filter(None, (*parts, *(text for _, text in copy.own))))

    def pasted(self, copy: Copied) -> Change | None:
        """Return the change that pastes a copied row, or None without an aim to paste into.

        An aim is pasted below the aim of the cursor, an action below the action of the cursor.
        """
        if isinstance(copy, AimOutline):
            return edits.paste_aim(self.plan, self._aims_before, copy)
        if self.cursor.aim not in self.plan.aim_rows:
            return None
        return edits.paste_actions(self.plan, self.cursor.aim, self._actions_before, (copy,))

    def table_pasted(self, actions: Sequence[ActionOutline]) -> Change:
        """Return the change that adds actions below that of the cursor, or last in its aim.

        Raises pydantic's ValidationError where a text is longer than its field holds.
        """
        return edits.paste_actions(self.plan, self.cursor.aim, self._actions_before, actions)

    @property
    def where_pasted(self) -> str:
        """Where pasted actions go, in words: "below 4.6"; empty where the cursor is on no aim."""
        aim, place = self.cursor.aim, self._actions_before
        if aim not in self.plan.aim_rows:
            return ""
        if not place:
            return f"in aim {self.plan.number_of(aim)}"
        return f"below {self.plan.ref_of(self.plan.actions_of(aim)[place - 1].id)}"

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
        """Return a move of an aim or action from its place, or None if it is neither."""
        if row_id in self.plan.action_rows:
            return RowMove.of_action(self.plan, row_id)
        return RowMove.of_aim(self.plan, row_id) if row_id in self.plan.aim_rows else None

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
