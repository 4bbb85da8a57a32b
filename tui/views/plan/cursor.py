"""Where the officer is in a plan."""

from collections.abc import Mapping
from dataclasses import dataclass

from plan.model.plan import Plan
from tui.commands import Where

COVER = "cover"
"""The id of the row that stands for the cover, above the aims."""
SOURCE = "inspection-report"
"""The id of the row that stands for the inspection report that the plan answers."""


@dataclass
class Cursor:
    """Which aim the officer is on (or COVER, SOURCE), which action, and in which list."""

    aim: str = COVER
    action: str = ""
    panel: Where = "aims"

    @property
    def is_at_action(self) -> bool:
        """Whether an action is meant, and not its aim or the cover."""
        return self.panel == "actions" and bool(self.action)


def place_of(cursor: Cursor) -> dict[str, str]:
    """Return the cursor as it is kept between one start and the next."""
    return {"aim": cursor.aim, "action": cursor.action, "panel": cursor.panel}


def cursor_at(plan: Plan, place: Mapping[str, str]) -> Cursor:
    """Return the cursor where it was kept, as far as that is there, else on the first action."""
    action = place.get("action", "")
    if action in plan.action_rows and place.get("panel") == "actions":
        return Cursor(plan.action_rows[action].parent, action, "actions")
    if place.get("aim") in plan.aim_rows:
        return Cursor(place["aim"])
    if plan.actions:
        first = plan.actions[0]
        return Cursor(first.parent, first.id, "actions")
    return Cursor(plan.aims[0].id) if plan.aims else Cursor(COVER)
