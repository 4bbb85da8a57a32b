"""A row on the move: where it is now, and where the next key takes it. Values only."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from plan.model.plan import Plan

if TYPE_CHECKING:
    from plan.changes.change import Change


@dataclass(frozen=True)
class Move:
    """A row lifted from its place; `aim` and `place` say where it would be put down."""

    plan: Plan
    row_id: str
    aim: int
    place: int

    @classmethod
    def of_aim(cls, plan: Plan, aim_id: str) -> Self:
        """Lift an aim."""
        return cls(plan, aim_id, -1, plan.number_of(aim_id) - 1)

    @classmethod
    def of_action(cls, plan: Plan, action_id: str) -> Self:
        """Lift an action."""
        aim = plan.aim_of(action_id)
        place = plan.actions_of(aim.id).index(plan.action_rows[action_id])
        return cls(plan, action_id, plan.number_of(aim.id) - 1, place)

    @property
    def is_aim(self) -> bool:
        """Whether an aim is on the move, and not an action."""
        return self.aim < 0

    @property
    def change(self) -> "Change":
        """The change that puts the row down where it is now."""
        from plan.changes.edits import move_action, move_aim

        if self.is_aim:
            return move_aim(self.plan, self.row_id, self.place)
        return move_action(self.plan, self.row_id, self.plan.aims[self.aim].id, self.place)

    def up(self) -> Self:
        """One place up; an action at the top of its aim goes to the end of the aim before."""
        if self.place > 0:
            return replace(self, place=self.place - 1)
        if self.is_aim or self.aim == 0:
            return self
        return replace(self, aim=self.aim - 1, place=self._others(self.aim - 1))

    def down(self) -> Self:
        """One place down; an action at the end of its aim goes to the top of the next aim."""
        last = len(self.plan.aims) - 1 if self.is_aim else self._others(self.aim)
        if self.place < last:
            return replace(self, place=self.place + 1)
        if self.is_aim or self.aim == len(self.plan.aims) - 1:
            return self
        return replace(self, aim=self.aim + 1, place=0)

    def _others(self, aim: int) -> int:
        actions = self.plan.actions_of(self.plan.aims[aim].id)
        return sum(action.id != self.row_id for action in actions)
