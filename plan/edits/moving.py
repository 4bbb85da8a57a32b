"""Edits that move an action or an aim."""

from plan.changes import Change, row_edited
from plan.edits.placing import rank_at
from plan.model.plan import Plan


def move_action(plan: Plan, action_id: str, aim_id: str, place: int) -> Change:
    """Return the change that puts an action at `place` among the actions of an aim.

    `place` counts the aim's other actions, so 0 is always the top.
    """
    action = plan.action_rows[action_id]
    others = [other for other in plan.actions_of(aim_id) if other.id != action_id]
    label = f"Move action {plan.ref_of(action_id)} to {plan.number_of(aim_id)}.{place + 1}"
    if action.parent == aim_id and plan.actions_of(aim_id).index(action) == place:
        return Change(label=label, rows=())
    rank, spread = rank_at(others, place)
    return Change(label=label, rows=(*spread, row_edited(action, parent=aim_id, rank=rank)))


def move_aim(plan: Plan, aim_id: str, place: int) -> Change:
    """Return the change that makes an aim, with its actions, the one at `place` (0 the first)."""
    aim = plan.aim_rows[aim_id]
    label = f"Move aim {plan.number_of(aim_id)} to {place + 1}"
    if plan.aims.index(aim) == place:
        return Change(label=label, rows=())
    rank, spread = rank_at([other for other in plan.aims if other.id != aim_id], place)
    return Change(label=label, rows=(*spread, row_edited(aim, rank=rank)))
