"""Where a new or moved row goes: a rank between its neighbours, or all of them spread anew."""

from collections.abc import Iterable, Sequence

from plan.changes import RowChange, row_edited
from plan.model.ranks import LONGEST, NoRoomError, rank_between, spread_ranks
from plan.model.rows import Row, TableName


def rank_at(siblings: Sequence[Row], place: int) -> tuple[str, tuple[RowChange, ...]]:
    """Return a rank for a row at `place` among its siblings, and the spreading that it needs."""
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


def after_spread(siblings: Sequence[Row], spread: Sequence[RowChange]) -> list[Row]:
    """Return the siblings as they are once `spread` has been made."""
    new = {change.id: change.after for change in spread}
    return [type(row).model_validate(new.get(row.id) or row.as_json()) for row in siblings]


def merged(rows: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return one change for each row: the first `before`, the last `after`."""
    merged: dict[tuple[TableName, str], RowChange] = {}
    for row in rows:
        first = merged.get((row.table, row.id), row)
        merged[row.table, row.id] = RowChange(
            table=row.table, id=row.id, before=first.before, after=row.after
        )
    return tuple(merged.values())
