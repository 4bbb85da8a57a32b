"""Where to put a new or moved row: between its neighbours, or with all siblings renumbered."""

from collections.abc import Iterable, Sequence

from plan.changes.change import Change, RowChange, row_added, row_edited
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.model.ranks import LONGEST, NoRoomError, rank_between, spread_ranks
from plan.model.rows import Row
from plan.model.ways import LEFT_OUT


def rank_at(siblings: Sequence[Row], place: int) -> tuple[str, tuple[RowChange, ...]]:
    """Return a rank for a row at `place`, and new ranks for the siblings if they need any."""
    before = siblings[place - 1].rank if place > 0 else None
    after = siblings[place].rank if place < len(siblings) else None
    try:
        rank = rank_between(before, after)
    except NoRoomError:
        rank = ""
    if rank and len(rank) < LONGEST:
        return rank, ()
    ranks = list(spread_ranks(len(siblings) + 1))
    rank = ranks.pop(place)
    spread = (row_edited(row, rank=new) for row, new in zip(siblings, ranks, strict=True))
    return rank, tuple(change for change in spread if change.before != change.after)


def copied_below(row: Row, siblings: Sequence[Row], copy_id: str) -> tuple[RowChange, ...]:
    """Return the changes that add a copy of `row`, with the id `copy_id`, right below it."""
    rank, spread = rank_at(siblings, siblings.index(row) + 1)
    not_copied = dict.fromkeys(LEFT_OUT["copy"].get(row.table, ()), "")
    return (*spread, row_added(row.model_copy(update={**not_copied, "id": copy_id, "rank": rank})))


def after_spread(siblings: Sequence[Row], spread: Sequence[RowChange]) -> list[Row]:
    """Return the siblings with their new ranks from `spread`."""
    new = {change.id: change.after for change in spread}
    return [type(row).model_validate(new.get(row.id) or row.as_json()) for row in siblings]


def merged(rows: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return one change per row: from the first `before` to the last `after`."""
    merged: dict[tuple[TableName, str], RowChange] = {}
    for row in rows:
        first = merged.get((row.table, row.id), row)
        merged[row.table, row.id] = RowChange(
            table=row.table, id=row.id, before=first.before, after=row.after
        )
    return tuple(merged.values())


def move_action(plan: Plan, action_id: str, aim_id: str, place: int) -> Change:
    """Return the change that moves an action to position `place` in an aim.

    `place` counts only the aim's other actions, so 0 is always the top.
    """
    action = plan.action_rows[action_id]
    others = [other for other in plan.actions_of(aim_id) if other.id != action_id]
    label = f"Move action {plan.ref_of(action_id)} to {plan.number_of(aim_id)}.{place + 1}"
    if action.parent == aim_id and plan.actions_of(aim_id).index(action) == place:
        return Change(label=label, rows=())
    rank, spread = rank_at(others, place)
    return Change(label=label, rows=(*spread, row_edited(action, parent=aim_id, rank=rank)))


def move_aim(plan: Plan, aim_id: str, place: int) -> Change:
    """Return the change that moves an aim, with its actions, to position `place` (0 is first)."""
    aim = plan.aim_rows[aim_id]
    label = f"Move aim {plan.number_of(aim_id)} to {place + 1}"
    if plan.aims.index(aim) == place:
        return Change(label=label, rows=())
    rank, spread = rank_at([other for other in plan.aims if other.id != aim_id], place)
    return Change(label=label, rows=(*spread, row_edited(aim, rank=rank)))
