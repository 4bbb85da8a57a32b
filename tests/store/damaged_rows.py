"""Plan files that are sound JSON, or nearly, and whose rows are not as rows should be."""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

Place: TypeAlias = tuple[str, ...]

DEEP: Any = []
for _ in range(100):
    DEEP = [DEEP]

WRONG_VALUES: tuple[Any, ...] = (None, True, 5, -1, 1.5, [], {}, [None], {"a": 1}, DEEP, "\udc80")
BARE_VALUES = ("NaN", "Infinity", "-Infinity", "1e999", "9" * 30, "-0", "1" + "0" * 400)
"""Numbers that Python writes or reads and that other programs do not, or read otherwise."""

NUMBERS = (("meta", "plan", "revision"), ("meta", "plan", "schema_version"))
MARK = "the value goes here"


def damaged_rows(text: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the text of each damaged file that can be made of a plan's text."""
    tables = json.loads(text)
    for place in _places(tables):
        yield "something missing", _written(_without(tables, place))
        for wrong in WRONG_VALUES:
            yield "wrong type", _written(_with(tables, place, wrong))
        for bare in BARE_VALUES if len(place) == 3 else ():
            yield "odd number", _written(_with(tables, place, MARK)).replace(f'"{MARK}"', bare)
        yield "duplicate key", _twice(tables, place)
    for place in NUMBERS:
        for number in (0, -5, 2**31, 10**18, "1", "", 1.0):
            yield "odd number", _written(_with(tables, place, number))
    yield from _wrong_parents(tables)
    yield from _odd_texts(tables)


def _places(tables: dict[str, Any]) -> Iterator[Place]:
    """Yield where each table, row and value is."""
    for table, rows in tables.items():
        yield (table,)
        for row_id, row in rows.items():
            yield (table, row_id)
            for name in row if isinstance(row, dict) else ():
                yield (table, row_id, name)


def _wrong_parents(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    (cover,) = tables["plan"]
    for table in ("aims", "actions"):
        for row_id in tables[table]:
            for parent in ("", "nowhere", cover, row_id, *tables["actions"], None, [row_id]):
                if parent != tables[table][row_id].get("parent"):
                    changed = _with(tables, (table, row_id, "parent"), parent)
                    yield "wrong parent", _written(changed)
            yield "wrong parent", _written(_with(tables, (table, row_id, "id"), "another"))
    first, second = list(tables["actions"])[:2]
    circle = _with(tables, ("actions", first, "parent"), second)
    yield "circle of parents", _written(_with(circle, ("actions", second, "parent"), first))
    yield "two covers", _written(_with(tables, ("plan", "another"), tables["plan"][cover]))
    yield "two covers", _written({**tables, "plan": {}})
    aim = next(iter(tables["aims"].values()))
    yield "duplicate id", _written(_with(tables, ("aims", first), aim))
    action = tables["actions"][first]
    yield "duplicate id", _twice(tables, ("actions", first), _written({**action, "text": "Other"}))


def _odd_texts(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    (cover,) = tables["plan"]
    for odd in ("\0", "\x1b[2J", "\u202e", "\ud800", "\ufeff", "x" * 1_000_000, "\r\n", "\x85"):
        yield "odd text", _written(_with(tables, ("plan", cover, "title"), odd))
        yield "odd text", _written(_with(tables, ("plan", odd), tables["plan"][cover]))


def _written(tables: object) -> str:
    return json.dumps(tables, indent=1)


def _without(tables: dict[str, Any], place: Place) -> dict[str, Any]:
    first, *rest = place
    if not rest:
        return {name: value for name, value in tables.items() if name != first}
    return {**tables, first: _without(tables[first], tuple(rest))}


def _with(tables: dict[str, Any], place: Place, value: Any) -> dict[str, Any]:
    first, *rest = place
    if rest:
        value = _with(tables[first], tuple(rest), value)
    return {**tables, first: value}


def _twice(tables: dict[str, Any], place: Place, other: str = "{}") -> str:
    """Return the tables with the key at a place given twice, the second time with `other`."""
    above: Any = tables
    for name in place[:-1]:
        above = above[name]
    marked = _written(_with(tables, (*place[:-1], MARK), MARK))
    return marked.replace(f'"{MARK}": "{MARK}"', f"{json.dumps(place[-1])}: {other}")
