"""Makes the change that restores a plan, or part of it, to an earlier version."""

from dataclasses import dataclass, field
from typing import TypeAlias

from plan.changes.change import Change, RowChange, row_added, row_removed
from plan.changes.edits.placing import after_spread, rank_at
from plan.model.fields import TableName
from plan.model.merged_fields import PLACE, PLACE_FIELDS, cell_key
from plan.model.plan import Plan
from plan.model.rows import PARENT_TABLE, ROW_KINDS, Passage, Row
from plan.wording.wording import Wording

_Ids: TypeAlias = dict[TableName, set[str]]


@dataclass(frozen=True)
class Part:
    """What to restore: a row with everything below it, one field of it, or the whole plan.

    Restoring the cover restores only its own lines; the whole plan has no row.
    """

    table: TableName | None = None
    id: str = ""
    field: str = ""


WHOLE = Part()
"""The whole plan."""


def restored(now: Plan, then: Plan, part: Part, wording: Wording, moment: str) -> Change:
    """Return the change that restores `part` of the plan `now` to what it was `then`.

    It is empty if nothing has changed since. `moment` says when that was, as the end of a sentence:
    "on 26 September 2016, 14:02". If a row's parent is gone, the parent is restored too; what did
    not exist then is removed.
    """
    wanted = _Wanted(now, then, wording)
    if part.table is None:
        wanted.tables = {name: dict(then.table(name)) for name in ROW_KINDS}
    elif _is_of_one_field(now, then, part):
        wanted.restore_field(part.table, part.id, part.field)
    else:
        wanted.restore_row(part.table, part.id)
    rows = _differences(now, wanted.tables)
    return Change(label=_label(now, then, part, wording, moment), rows=rows)


def is_as_it_was(now: Plan, then: Plan, part: Part) -> bool:
    """Return whether a part, with everything below it, has the same rows and fields as then."""
    if part.table is None:
        return all(now.table(name) == then.table(name) for name in ROW_KINDS)
    row, was = now.table(part.table).get(part.id), then.table(part.table).get(part.id)
    if row is None or was is None:
        return row is was
    if cell := cell_key(part.field):
        texts = (dict(getattr(one, cell[0])).get(cell[1], "") for one in (row, was))
        return len(set(texts)) == 1
    if part.field:
        names = PLACE_FIELDS if part.field == PLACE else (part.field,)
        return all(getattr(row, name, "") == getattr(was, name, "") for name in names)
    ids = {part.table: {part.id}}
    below, was_below = _with_all_below(now, ids), _with_all_below(then, ids)
    return below == was_below and all(
        now.table(name)[row_id] == then.table(name)[row_id]
        for name, row_ids in below.items()
        for row_id in row_ids
    )


def _is_of_one_field(now: Plan, then: Plan, part: Part) -> bool:
    """Return whether the field can be restored by itself.

    The row must exist both now and then. If a paragraph's kind has changed, its text, kind and
    section go together, because a heading's text cannot serve a numbered paragraph.
    """
    if not part.field or part.table is None:
        return False
    row, was = now.table(part.table).get(part.id), then.table(part.table).get(part.id)
    if isinstance(row, Passage) and isinstance(was, Passage):
        return row.kind == was.kind
    return row is not None and was is not None


def _label(now: Plan, then: Plan, part: Part, wording: Wording, moment: str) -> str:
    if part.table is None:
        return f"Bring back the plan as it was {moment}"
    if part.id not in then.table(part.table):
        there = part.id in now.table(part.table)
        thing = wording.within(now, part.table, part.id) if there else "what is gone"
        return f"Take away {thing}, which was not there {moment}"
    thing = wording.within(then, part.table, part.id)
    if part.id in now.table(part.table):
        today = wording.within(now, part.table, part.id)
        thing += f" ({today} now)" if today != thing else ""
    if not part.field:
        return f"Bring back {thing} as it was {moment}"
    label = wording.label(part.table, part.field)
    return f"Bring back “{label}” of {thing} as it was {moment}"


def _differences(now: Plan, wanted: dict[TableName, dict[str, Row]]) -> tuple[RowChange, ...]:
    changes: list[RowChange] = []
    for name in ROW_KINDS:
        rows, wanted_rows = now.table(name), wanted[name]
        if rows is wanted_rows:
            continue
        changes += (row_removed(row) for row_id, row in rows.items() if row_id not in wanted_rows)
        for row_id, row in wanted_rows.items():
            old = rows.get(row_id)
            if old is None:
                changes.append(row_added(row))
            elif old is not row and old != row:
                changes.append(
                    RowChange(table=name, id=row_id, before=old.as_json(), after=row.as_json())
                )
    return tuple(changes)


def _with_all_below(plan: Plan, ids: _Ids) -> _Ids:
    """Return those rows of `ids` that exist, and everything below them."""
    found: _Ids = {}
    for name in ROW_KINDS:  # parents before their children
        above = found.get(PARENT_TABLE[name], set()) if name in PARENT_TABLE else set()
        is_below_cover = PARENT_TABLE.get(name) == "plan"
        seeds = ids.get(name, set())
        if seeds or (above and not is_below_cover):
            found[name] = {
                row_id
                for row_id, row in plan.table(name).items()
                if row_id in seeds or (row.parent in above and not is_below_cover)
            }
    return {name: row_ids for name, row_ids in found.items() if row_ids}


@dataclass
class _Wanted:
    """The rows we want: those of now, with some restored from then."""

    now: Plan
    then: Plan
    wording: Wording
    tables: dict[TableName, dict[str, Row]] = field(init=False)

    def __post_init__(self) -> None:
        self.tables = {name: dict(self.now.table(name)) for name in ROW_KINDS}

    def restore_field(self, table: TableName, row_id: str, name: str) -> None:
        """Restore one field of a row that exists now and then, or the row's place."""
        row, was = self.tables[table][row_id], self.then.table(table)[row_id]
        if name == PLACE:
            self._put_back(row, was)
        elif cell := cell_key(name):
            field, key = cell
            own = self.wording.own(table)
            text = self.wording.cells(table, field, getattr(was, field)).get(name, "")
            cells = own.with_text(getattr(row, field), key, text)
            self.tables[table][row_id] = type(row).model_validate({**row.as_json(), field: cells})
        else:
            values = {**row.as_json(), name: was.as_json()[name]}
            self.tables[table][row_id] = type(row).model_validate(values)

    def restore_row(self, table: TableName, row_id: str) -> None:
        """Restore a row and everything that was below it, and nothing else below it."""
        was = _with_all_below(self.then, {table: {row_id}})
        seeds = {name: set(ids) for name, ids in was.items()}
        seeds.setdefault(table, set()).add(row_id)
        surplus = [
            self.now.table(name)[one]
            for name, ids in _with_all_below(self.now, seeds).items()
            for one in sorted(ids - was.get(name, set()))
        ]
        for name, ids in was.items():
            self.tables[name].update({one: self.then.table(name)[one] for one in ids})
        if row_id in self.then.table(table):
            top = self.then.table(table)[row_id]
            self._put_back(top, top)
        self._remove_new(surplus)

    def _remove_new(self, surplus: list[Row]) -> None:
        """Remove the rows that are new since then, and send back those that were elsewhere.

        Whatever is below a row that was elsewhere stays below it, new or not.
        """
        kept: _Ids = {name: set() for name in ROW_KINDS}
        for row in surplus:
            was = self.then.table(row.table).get(row.id)
            above = PARENT_TABLE.get(row.table)
            is_below_kept = above is not None and row.parent in kept[above]
            if was is None and not is_below_kept:
                del self.tables[row.table][row.id]
                continue
            kept[row.table].add(row.id)
            if was is not None and not is_below_kept:
                self._move_back(row, was)

    def _move_back(self, row: Row, was: Row) -> None:
        """Put a row back where it was; if its old parent is gone, leave it where possible."""
        if self._has_parent(was) or not self._has_parent(row):
            self._put_back(row, was)

    def _has_parent(self, row: Row) -> bool:
        parents = PARENT_TABLE.get(row.table)
        return parents is None or row.parent in self.tables[parents]

    def _put_back(self, row: Row, was: Row) -> None:
        """Put a row where it was then, together with its parent if that is gone."""
        if not self._has_parent(was):
            parent = self.then.table(PARENT_TABLE[was.table])[was.parent]
            self._put_back(parent, parent)
        place = {name: getattr(was, name) for name in PLACE_FIELDS if hasattr(was, name)}
        back = type(row).model_validate({**row.as_json(), **place})
        self.tables[row.table][row.id] = self._ranked(back, was)

    def _ranked(self, row: Row, was: Row) -> Row:
        """Return a row with a rank that puts it after the rows it came after then.

        Its old rank will do, unless its siblings were moved or renumbered since, or a new one has
        got the same rank.
        """
        now = self.now.table(row.table).get(row.id)
        if now is not None and now.rank == row.rank and _are_siblings(now, row):
            return row
        others = self._others(row)
        known = self.then.table(was.table)
        before = {one.id for one in others if _is_before(known.get(one.id), was)}
        after = {one.id for one in others if _is_before(was, known.get(one.id))}
        if all(_keeps_order(row, one, one.id in before, one.id in after) for one in others):
            return row
        place = 1 + max((n for n, one in enumerate(others) if one.id in before), default=-1)
        rank, spread = rank_at(others, place)
        self.tables[row.table].update({one.id: one for one in after_spread(others, spread)})
        return type(row).model_validate({**row.as_json(), "rank": rank})

    def _others(self, row: Row) -> list[Row]:
        rows = self.tables[row.table].values()
        others = [one for one in rows if one.id != row.id and _are_siblings(one, row)]
        return sorted(others, key=lambda one: (one.rank, one.id))


def _are_siblings(one: Row, other: Row) -> bool:
    same_section = getattr(one, "section", "") == getattr(other, "section", "")
    return one.parent == other.parent and same_section


def _is_before(one: Row | None, other: Row | None) -> bool:
    if one is None or other is None or not _are_siblings(one, other):
        return False
    return (one.rank, one.id) < (other.rank, other.id)


def _keeps_order(row: Row, other: Row, was_before: bool, was_after: bool) -> bool:
    """Return whether the ranks of two rows give their earlier order; equal ranks say nothing."""
    if was_before:
        return other.rank < row.rank
    return other.rank > row.rank if was_after else other.rank != row.rank
