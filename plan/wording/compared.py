"""Two states of a plan compared: what came, went, moved or reads otherwise, in words.

Only the two states count, not how the one became the other: what was changed and changed back is
not told. The order is that of the committee's paper, as in `plan.papers.plan_texts`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, TypeAlias

from plan.changes.change import RowChange
from plan.model.fields import TableName
from plan.model.merged_fields import blank_row
from plan.model.plan import Plan, plan_of
from plan.model.rows import PARENT_TABLE, ROW_KINDS, Answer, JsonRow, Passage, Row
from plan.papers.report_sections import sections_of_plan
from plan.reading.answered_form import AnsweredForm
from plan.wording.change_words import FieldStep, fields_in_words
from plan.wording.wording import Wording, siblings_of

Became: TypeAlias = Literal["added", "removed", "moved", "edited"]

_PAPER: tuple[TableName, ...] = (
    "report",
    "passages",
    "consultations",
    "plan",
    "aims",
    "appendices",
    "assessments",
    "source",
    "commitments",
    "reasons",
    "comments",
)
"""The tables whose rows belong to the paper as a whole, in its order."""
_WITHIN: tuple[TableName, ...] = ("actions", "progress", "answers")
"""The tables whose rows stand below the row that they belong to.

Conflicts and versions are in neither: they are no part of what the plan says.
"""
_PLACED: tuple[TableName, ...] = ("aims", "actions", "passages", "appendices", "assessments")
"""The tables whose rows are numbered by their place, and can be moved."""
_ALWAYS: tuple[TableName, ...] = ("report", "source", "answers", "consultations")
"""The tables whose rows are places to write in: one that is not there yet is one that is empty."""
_NAMED_BY = ("id", "parent", "rank", "question", "section", "row_id", "name")
"""The fields that say which place to write in a row is."""
_PASTED: tuple[TableName, ...] = ("aims", "actions", "passages", "progress")
"""The tables whose rows can be cut and pasted, parents before children."""
_Step: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True)
class RowDifference:
    """A row that differs: what it is called now, or was when it went, and its fields.

    `was` is what it was called before, where that is not the same: "Action 2.3"; it is empty
    unless a row was moved or has another number. A row that is "moved" may be edited too. Where it
    kept its number, `place` says where it stands now, and `was` where it stood.
    """

    table: TableName
    id: str
    thing: str
    was: str
    done: Became
    fields: tuple[FieldStep, ...]
    place: str = ""


def compared(before: Plan, after: Plan, wording: Wording) -> tuple[RowDifference, ...]:
    """Return each row in which two states of a plan differ, in the order of the paper.

    What was cut and pasted, and says the same in the other place, was moved.
    """
    comparing = _Comparing(_with_ids_of(after, before), after, wording)
    return tuple(sorted(comparing.differences(), key=comparing.place_in_paper))


def _with_ids_of(after: Plan, before: Plan) -> Plan:
    """Return `before` with the ids of `after` for rows that were taken away and put in again."""
    again: dict[str, str] = {}
    for table in _PASTED:
        gone, come = (
            _by_content(one.table(table).values(), other.table(table), again)
            for one, other in ((before, after), (after, before))
        )
        again |= {gone[said]: come[said] for said in gone.keys() & come.keys()}
    if not again:
        return before
    return plan_of(
        row.model_copy(
            update={"id": again.get(row.id, row.id), "parent": again.get(row.parent, row.parent)}
        )
        for table in ROW_KINDS
        for row in before.table(table).values()
    )


def _by_content(
    rows: Iterable[Row], other: Mapping[str, Row], again: Mapping[str, str]
) -> dict[str, str]:
    """Return the ids of the rows that are not in `other`, by what no second one of them says."""
    ids: dict[str, list[str]] = {}
    for row in rows:
        if row.id not in other and not _is_a_place_to_write(row):
            values = row.as_json()
            parent = again.get(row.parent, row.parent) if row.table == "progress" else ""
            said = [(name, one) for name, one in values.items() if name not in _NAMED_BY]
            ids.setdefault(repr((parent, said)), []).append(row.id)
    return {said: found[0] for said, found in ids.items() if len(found) == 1}


class _Comparing:
    """Two states of a plan, and what is worked out of them once."""

    def __init__(self, before: Plan, after: Plan, wording: Wording) -> None:
        self.before = before
        self.after = after
        self.wording = wording
        self._placed: dict[tuple[bool, str], dict[str, int]] = {}
        self._asked: dict[str, dict[str, int]] = {}
        self._settled: dict[str, frozenset[str]] = {}

    def differences(self) -> Iterator[RowDifference]:
        """Yield the rows that differ, in no order that means anything."""
        for table in (*_PAPER, *_WITHIN):
            old, new = self.before.table(table), self.after.table(table)
            for row_id in dict.fromkeys((*old, *new)):
                one, other = old.get(row_id), new.get(row_id)
                if one is other or one == other:
                    continue
                found = self._difference(one, other)
                if found is not None:
                    yield found

    def _difference(self, old: Row | None, new: Row | None) -> RowDifference | None:
        row = new or old
        if row is None:
            return None
        change = _change_of(row, old, new)
        fields = fields_in_words(change, self.before, self.after, self.wording)
        thing = self.wording.thing(self.after if new else self.before, row.table, row.id)
        if old is None or new is None:
            if not _is_a_place_to_write(row):
                done: Became = "added" if old is None else "removed"
                return RowDifference(row.table, row.id, thing, "", done, fields)
            return RowDifference(row.table, row.id, thing, "", "edited", fields) if fields else None
        was = self.wording.thing(self.before, row.table, row.id) if row.table in _PLACED else ""
        if self._is_moved(old, new) and (was != thing or _keeps_its_number(old, new)):
            place = "" if was != thing else self.wording.standing(self.after, new)
            was = self.wording.standing(self.before, old) if place else was
            return RowDifference(row.table, row.id, thing, was, "moved", fields, place)
        was = was if was != thing else ""
        return RowDifference(row.table, row.id, thing, was, "edited", fields) if fields else None

    def _is_moved(self, old: Row, new: Row) -> bool:
        if new.table not in _PLACED:
            return False
        return _group(old) != _group(new) or new.id not in self._in_order(new)

    def _in_order(self, row: Row) -> frozenset[str]:
        """Return those among a row's siblings that stand in the same order on both sides."""
        group = _group(row)
        if group not in self._settled:
            old = {one.id: one for one in self.before.table(row.table).values()}
            both = [
                one
                for one in siblings_of(self.after, row)
                if one.id in old and _group(old[one.id]) == group
            ]
            places = self._places(row, is_after=False)
            weights = [self._weight(one, old[one.id], 2 * len(both)) for one in both]
            kept = _heaviest_rising([places[one.id] for one in both], weights)
            self._settled[group] = frozenset(both[at].id for at in kept)
        return self._settled[group]

    def _weight(self, new: Row, old: Row, most: int) -> int:
        """Return how much speaks for a row having stayed: most, that nobody moved it."""
        if new.rank == old.rank:
            return most + 1
        now, then = (
            self.wording.thing(plan, new.table, new.id) for plan in (self.after, self.before)
        )
        return 2 if now == then else 1

    def _places(self, row: Row, *, is_after: bool) -> dict[str, int]:
        """Return the places of the rows of a group in one of the plans, by id."""
        key = (is_after, _group(row))
        if key not in self._placed:
            plan = self.after if is_after else self.before
            siblings = siblings_of(plan, row) or tuple(plan.table(row.table).values())
            self._placed[key] = {one.id: at for at, one in enumerate(siblings)}
        return self._placed[key]

    # The order of the paper

    def place_in_paper(self, one: RowDifference) -> tuple[_Step, ...]:
        """Return what sorts a row into the paper; one that is gone stands where it stood."""
        return self._path(one.table, one.id)

    def _path(self, table: TableName, row_id: str) -> tuple[_Step, ...]:
        is_after = row_id in self.after.table(table)
        row = (self.after if is_after else self.before).table(table)[row_id]
        if table in _WITHIN:
            above = self._path(PARENT_TABLE[table], row.parent)
        else:
            above = ((_PAPER.index(table), 0, 0),)
        if isinstance(row, Answer):
            return (*above, (self._questions(row).get(row.question, len(above)), 0, 0))
        if isinstance(row, Passage):
            above = (*above, (self._sections.get(row.section, len(self._sections)), 0, 0))
        if is_after:
            return (*above, (self._places(row, is_after=True)[row.id], 0, 0))
        return (*above, self._where_it_stood(row))

    def _where_it_stood(self, row: Row) -> _Step:
        then = self._places(row, is_after=False)
        now = self._places(row, is_after=True)
        stayed = self._in_order(row) if row.table in _PLACED else now.keys()
        ids = list(then)
        place = ids.index(row.id)
        earlier = (now[one] for one in reversed(ids[:place]) if one in now and one in stayed)
        return next(earlier, -1), 1, place

    @cached_property
    def _sections(self) -> dict[str, int]:
        report = self.wording.council.report
        tables = {one.id: [table.id for table in one.tables] for one in report.sections}
        ids = (
            section
            for plan in (self.after, self.before)
            for one in sections_of_plan(plan, report)
            for section in (one.id, *tables.get(one.id, ()))
        )
        return {section: at for at, section in enumerate(dict.fromkeys(ids))}

    def _questions(self, answer: Answer) -> dict[str, int]:
        """Return the places of the questions of an answer's form, by their ids."""
        if answer.parent not in self._asked:
            places = self._asked[answer.parent] = dict[str, int]()
            for plan in (self.after, self.before):
                assessment = plan.assessment_rows.get(answer.parent)
                form = self.wording.forms.get(assessment.form) if assessment else None
                if form is not None:
                    asked = AnsweredForm(form, plan.answers_of(answer.parent)).every_field
                    for one in asked:
                        places.setdefault(one.question, len(places))
        return self._asked[answer.parent]


def _group(row: Row) -> str:
    """Return what rows share that are sorted among each other."""
    return f"{row.table} {row.parent} {getattr(row, 'section', '')}"


def _keeps_its_number(old: Row, new: Row) -> bool:
    """Return whether a row that was moved is called as before.

    Its number was sealed, or its aim took the place of another.
    """
    return bool(getattr(new, "sealed_ref", "")) or _group(old) != _group(new)


def _is_a_place_to_write(row: Row) -> bool:
    return row.table in _ALWAYS or bool(getattr(row, "row_id", ""))


def _change_of(row: Row, old: Row | None, new: Row | None) -> RowChange:
    before, after = (one.as_json() if one is not None else None for one in (old, new))
    if _is_a_place_to_write(row):
        before, after = before or _emptied(row), after or _emptied(row)
    return RowChange(table=row.table, id=row.id, before=before, after=after)


def _emptied(row: Row) -> JsonRow:
    values = row.as_json()
    blank = blank_row(row.table)
    return {
        name: values[name] if name in _NAMED_BY or value is None else value
        for name, value in blank.items()
    }


def _heaviest_rising(places: list[int], weights: list[int]) -> list[int]:
    """Return the indexes of the rising series in `places` that weighs most."""
    if all(one < other for one, other in pairwise(places)):
        return list(range(len(places)))
    best: list[int] = []
    came_from: list[int] = []
    for at, place in enumerate(places):
        lower = [other for other in range(at) if places[other] < place]
        last = max(lower, key=best.__getitem__, default=-1)
        came_from.append(last)
        best.append(weights[at] + (best[last] if last >= 0 else 0))
    kept = [max(range(len(best)), key=best.__getitem__)]
    while came_from[kept[-1]] >= 0:
        kept.append(came_from[kept[-1]])
    return kept[::-1]
