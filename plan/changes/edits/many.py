"""Edits to several rows of a plan at once, in the order of the plan: one change, one undo."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from plan.changes.change import Change, RowChange, row_added, row_edited
from plan.changes.edits.adding import delete_action, delete_aim, paste_aim, with_actions
from plan.changes.edits.placing import after_spread, merged, move_action, move_aim, rank_at
from plan.model.outline import AimOutline, built_aim
from plan.model.plan import Plan
from plan.model.ranks import spread_ranks
from plan.model.rows import Action, Aim, Row
from plan.text.line_breaks import counted


def aims_among(plan: Plan, ids: Collection[str]) -> tuple[Aim, ...]:
    """Return the aims among some rows, in the order of the plan."""
    return tuple(aim for aim in plan.aims if aim.id in ids)


def actions_among(plan: Plan, ids: Collection[str]) -> tuple[Action, ...]:
    """Return the actions among some rows, and those of the aims among them, in printed order."""
    named = frozenset(ids)
    return tuple(one for one in plan.actions if one.id in named or one.parent in named)


def single_actions(plan: Plan, ids: Collection[str]) -> tuple[Action, ...]:
    """Return the actions among some rows whose aim is not among them, in printed order."""
    named = frozenset(ids)
    return tuple(one for one in plan.actions if one.id in named and one.parent not in named)


def rows_in_words(aims: int, actions: int, within: int = 0) -> str:
    """Return so many rows in words: "2 aims with their 7 actions and 3 other actions".

    `within` is how many actions the aims have.
    """
    of_aims = f"{counted(aims, 'aim')}{with_actions(within, aims)}" if aims else ""
    of_actions = counted(actions, "other action" if within else "action") if actions else ""
    return " and ".join(filter(None, (of_aims, of_actions)))


def move_actions(plan: Plan, ids: Collection[str], aim_id: str, place: int) -> Change:
    """Return the change that moves actions to position `place` in an aim, one below the other.

    `place` counts only the aim's other actions, so 0 is always the top.
    """
    moved = single_actions(plan, ids)
    if len(moved) == 1:
        return move_action(plan, moved[0].id, aim_id, place)
    label = f"Move {rows_in_words(0, len(moved))} to aim {plan.number_of(aim_id)}"
    gone = {one.id for one in moved}
    now = plan.actions_of(aim_id)
    others = [one for one in now if one.id not in gone]
    if [*others[:place], *moved, *others[place:]] == list(now):
        return Change(label=label, rows=())
    return Change(label=label, rows=_placed(moved, others, place, parent=aim_id))


def placed_for_show(plan: Plan, ids: Collection[str], aim_id: str, place: int) -> Plan:
    """Return the plan as `move_actions` would leave it, with other ranks, to be shown only.

    It is made anew at every key, so no row is read or checked again.
    """
    moved = single_actions(plan, ids)
    gone = {one.id for one in moved}
    others = [one for one in plan.actions_of(aim_id) if one.id not in gone]
    placed = [*others[:place], *moved, *others[place:]]
    ranks = spread_ranks(len(placed))
    rows = {
        row.id: row.model_copy(update={"rank": rank, "parent": aim_id})
        for row, rank in zip(placed, ranks, strict=True)
    }
    return replace(plan, action_rows={**plan.action_rows, **rows})


def move_aims(plan: Plan, ids: Collection[str], place: int) -> Change:
    """Return the change that moves aims, with their actions, to a place among the others."""
    moved = aims_among(plan, ids)
    if len(moved) == 1:
        return move_aim(plan, moved[0].id, place)
    label = f"Move {rows_in_words(len(moved), 0)} to {place + 1}"
    others = [one for one in plan.aims if one.id not in ids]
    if [*others[:place], *moved, *others[place:]] == list(plan.aims):
        return Change(label=label, rows=())
    return Change(label=label, rows=_placed(moved, others, place))


def _placed(
    moved: Sequence[Row], others: Sequence[Row], place: int, **fields: str
) -> tuple[RowChange, ...]:
    """Return the changes that put rows, with `fields` set, between the others at a place."""
    rows: list[RowChange] = []
    siblings = list(others)
    for number, row in enumerate(moved, place):
        rank, spread = rank_at(siblings, number)
        siblings = after_spread(siblings, spread) if spread else siblings
        change = row_edited(row, rank=rank, **fields)
        # That it fits has just been checked; here only its rank is asked for.
        siblings.insert(number, row.model_copy(update={"rank": rank, **fields}))
        rows += (*spread, change)
    return merged(rows)


def delete_rows(plan: Plan, ids: Collection[str]) -> Change:
    """Return the change that deletes actions, and aims with all their actions."""
    aims, actions = aims_among(plan, ids), single_actions(plan, ids)
    changes = [
        *(delete_action(plan, one.id) for one in actions),
        *(delete_aim(plan, one.id) for one in aims),
    ]
    if len(changes) == 1:
        return changes[0]
    within = sum(len(plan.actions_of(one.id)) for one in aims)
    return joined(f"Delete {rows_in_words(len(aims), len(actions), within)}", changes)


def paste_aims(plan: Plan, place: int, aims: Sequence[AimOutline]) -> Change:
    """Return the change that adds copies of aims, with their actions, at position `place`."""
    if len(aims) == 1:
        return paste_aim(plan, place, aims[0])
    rows: list[RowChange] = []
    siblings: list[Row] = list(plan.aims)
    for number, outline in enumerate(aims, place):
        rank, spread = rank_at(siblings, number)
        siblings = after_spread(siblings, spread) if spread else siblings
        added = list(built_aim(outline, plan.cover.id, rank))
        siblings.insert(number, added[0])
        rows += (*spread, *map(row_added, added))
    within = sum(len(one.actions) for one in aims)
    return Change(label=f"Paste {rows_in_words(len(aims), 0, within)}", rows=merged(rows))


def joined(label: str, changes: Iterable[Change]) -> Change:
    """Return one change that makes all of `changes`, none of which edits a row of another."""
    return Change(label=label, rows=merged(row for change in changes for row in change.rows))
