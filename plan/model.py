"""The plan in memory: its rows, put in order and numbered.

A plan is a frozen value. Widgets show it and never are it; an edit makes a new one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from plan.rows import Action, Aim, Cover, ProgressNote, Row, TableName

RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True)
class Plan:
    """An improvement plan as its rows, by id, one mapping for each table."""

    cover: Cover
    aim_rows: Mapping[str, Aim]
    action_rows: Mapping[str, Action]
    note_rows: Mapping[str, ProgressNote]

    def table(self, name: TableName) -> Mapping[str, Row]:
        """Return the rows of a table by id."""
        match name:
            case "plan":
                return {self.cover.id: self.cover}
            case "aims":
                return self.aim_rows
            case "actions":
                return self.action_rows
            case "progress":
                return self.note_rows

    @cached_property
    def aims(self) -> tuple[Aim, ...]:
        """The aims in order; an aim's number is its place here, from 1."""
        return _in_order(self.aim_rows.values())

    @cached_property
    def _actions_by_aim(self) -> dict[str, tuple[Action, ...]]:
        return _by_parent(self.action_rows.values())

    @cached_property
    def _notes_by_action(self) -> dict[str, tuple[ProgressNote, ...]]:
        return _by_parent(self.note_rows.values())

    def actions_of(self, aim_id: str) -> tuple[Action, ...]:
        """Return the actions of an aim in order."""
        return self._actions_by_aim.get(aim_id, ())

    def notes_of(self, action_id: str) -> tuple[ProgressNote, ...]:
        """Return the progress notes of an action, the oldest first."""
        return self._notes_by_action.get(action_id, ())

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action in the order of the paper."""
        return tuple(action for aim in self.aims for action in self.actions_of(aim.id))

    @cached_property
    def _refs(self) -> dict[str, str]:
        return {
            action.id: f"{number}.{place}"
            for number, aim in enumerate(self.aims, 1)
            for place, action in enumerate(self.actions_of(aim.id), 1)
        }

    @cached_property
    def _actions_by_ref(self) -> dict[str, Action]:
        return {ref: self.action_rows[action_id] for action_id, ref in self._refs.items()}

    def ref_of(self, action_id: str) -> str:
        """Return the action's ref, such as "4.3": its aim's number and its place in the aim."""
        return self._refs[action_id]

    def number_of(self, aim_id: str) -> int:
        """Return the aim's number, from 1."""
        return self.aims.index(self.aim_rows[aim_id]) + 1

    def action_at(self, ref: str) -> Action | None:
        """Return the action whose ref is `ref`, None if there is none."""
        return self._actions_by_ref.get(ref)

    def aim_of(self, action_id: str) -> Aim:
        """Return the aim that an action serves."""
        return self.aim_rows[self.action_rows[action_id].parent]


def plan_of(rows: Iterable[Row]) -> Plan:
    """Return the plan that consists of `rows`.

    Raises ValueError unless exactly one of them is a cover.
    """
    kinds: dict[TableName, dict[str, Row]] = {"plan": {}, "aims": {}, "actions": {}, "progress": {}}
    for row in rows:
        kinds[row.table][row.id] = row
    if len(kinds["plan"]) != 1:
        raise ValueError(f"a plan has one cover, not {len(kinds['plan'])}")
    return plan_of_tables(kinds)


def plan_of_tables(tables: Mapping[TableName, Mapping[str, Row]]) -> Plan:
    """Return the plan of rows that already lie by table and id, one row in the table "plan"."""
    (cover,) = _only(tables["plan"], Cover).values()
    return Plan(
        cover,
        _only(tables["aims"], Aim),
        _only(tables["actions"], Action),
        _only(tables["progress"], ProgressNote),
    )


def _only(rows: Mapping[str, Row], kind: type[RowT]) -> dict[str, RowT]:
    return {row_id: row for row_id, row in rows.items() if isinstance(row, kind)}


def _in_order(rows: Iterable[RowT]) -> tuple[RowT, ...]:
    return tuple(sorted(rows, key=lambda row: (row.rank, row.id)))


def _by_parent(rows: Iterable[RowT]) -> dict[str, tuple[RowT, ...]]:
    groups: dict[str, list[RowT]] = {}
    for row in rows:
        groups.setdefault(row.parent, []).append(row)
    return {parent: _in_order(group) for parent, group in groups.items()}
