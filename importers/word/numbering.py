"""Computes the numbers and bullets of lists, which Word prints without storing them as text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from lxml.etree import _Element as Element

from importers.word.names import VAL, W, as_number, number, switch, value
from plan.text.clean import clean_line

DEEPEST_LEVEL = 8
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN = 4_999


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    kind: str = "decimal"
    pattern: str = ""
    start: int = 1
    restarts_after: int | None = None
    all_decimal: bool = False


_Levels: TypeAlias = dict[int, Level]


@dataclass
class _Counters:
    """The current numbers of one list, by level."""

    values: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one file, counted while its paragraphs are read in order."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of the numbering part, None where the file has none."""
        abstracts = [] if root is None else root.findall(W + "abstractNum")
        self._abstracts = {_id(element, "abstractNumId"): element for element in abstracts}
        self._by_style = {value(e, W + "styleLink"): key for key, e in self._abstracts.items()}
        nums = [] if root is None else root.findall(W + "num")
        self._nums = {_id(element, "numId"): element for element in nums}
        self._levels: dict[int, _Levels] = {}
        self._counters: dict[int, _Counters] = {}
        self._begun: set[tuple[int, int]] = set()

    def is_bullet(self, list_id: int, level: int) -> bool:
        """Return whether a level of a list has bullets, not numbers."""
        return self._level(list_id, level).kind == "bullet"

    def next_label(self, list_id: int, level: int) -> str:
        """Count a paragraph and return the number printed before it, such as "4.1"."""
        if list_id not in self._nums:
            return ""
        counters = self._counters.setdefault(self._abstract_id(list_id), _Counters())
        self._count(list_id, level, counters.values)
        own = self._level(list_id, level)
        if own.kind in {"bullet", "none"}:
            return ""
        return clean_line(
            _PLACE.sub(lambda place: self._part(list_id, own, place, counters.values), own.pattern)
        )

    @lru_cache(maxsize=256)  # noqa: B019 - a numbering lives as long as the reading of one file
    def level_of_style(self, list_id: int, style_id: str) -> int:
        """Return the level that a list ties to a paragraph style, 0 where it ties none."""
        abstract = self._abstracts.get(self._abstract_id(list_id))
        for element in () if abstract is None else abstract.iterfind(W + "lvl"):
            if value(element, W + "pStyle") == style_id:
                return _level_number(element)
        return 0

    def _count(self, list_id: int, level: int, values: dict[int, int]) -> None:
        if (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            restart = self._restart(list_id, level)
            if restart is not None:
                values[level] = restart - 1
        values[level] = values.get(level, self._level(list_id, level).start - 1) + 1
        for deeper in [counted for counted in values if counted > level]:
            after = self._level(list_id, deeper).restarts_after
            if after is None or (after != 0 and level < after):
                values.pop(deeper, None)

    def _part(self, list_id: int, own: Level, place: re.Match[str], values: dict[int, int]) -> str:
        level = self._level(list_id, int(place[1]) - 1)
        kind = "decimal" if own.all_decimal else level.kind
        return written_number(values.get(int(place[1]) - 1, level.start), kind)

    def _restart(self, list_id: int, level: int) -> int | None:
        for override in self._nums[list_id].iterfind(W + "lvlOverride"):
            if _level_number(override) == level:
                return number(override, W + "startOverride")
        return None

    @lru_cache(maxsize=256)  # noqa: B019
    def _abstract_id(self, list_id: int) -> int:
        key = number(self._nums.get(list_id), W + "abstractNumId")
        element = None if key is None else self._abstracts.get(key)
        linked = value(element, W + "numStyleLink")
        if linked is not None:
            return self._by_style.get(linked, -1)
        return -1 if key is None else key

    def _level(self, list_id: int, level: int) -> Level:
        if list_id not in self._levels:
            self._levels[list_id] = self._read_levels(list_id)
        return self._levels[list_id].get(level, Level())

    def _read_levels(self, list_id: int) -> _Levels:
        abstract = self._abstracts.get(self._abstract_id(list_id))
        elements = [] if abstract is None else abstract.findall(W + "lvl")
        num = self._nums.get(list_id)
        if num is not None:
            elements += num.findall(f"{W}lvlOverride/{W}lvl")
        return {_level_number(element): _level(element) for element in elements}


def _id(element: Element, name: str) -> int:
    found = as_number(element.get(W + name))
    return -1 if found is None else found


def _level_number(element: Element) -> int:
    return _id(element, "ilvl")


def _level(element: Element) -> Level:
    start = number(element, W + "start")
    return Level(
        kind=value(element, W + "numFmt", VAL) or "decimal",
        pattern=value(element, W + "lvlText") or "",
        start=0 if start is None else start,
        restarts_after=number(element, W + "lvlRestart"),
        all_decimal=bool(switch(element, W + "isLgl")),
    )


def written_number(count: int, kind: str) -> str:
    """Return a number as a list of that kind prints it."""
    written = _WRITERS.get(kind.lower().removeprefix("lower").removeprefix("upper"), str)(count)
    return written.upper() if kind.startswith("upper") else written


def _lettered(count: int) -> str:
    """Return "a" to "z", then "aa", "bb" and so on: Word repeats the letter."""
    if not 1 <= count <= _LARGEST_ROMAN:
        return str(count)
    times, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def _roman(count: int) -> str:
    if not 1 <= count <= _LARGEST_ROMAN:
        return str(count)
    written = ""
    for size, letters in _ROMAN:
        times, count = divmod(count, size)
        written += letters * times
    return written


_WRITERS: dict[str, Callable[[int], str]] = {
    "letter": _lettered,
    "roman": _roman,
    "decimalzero": "{:02}".format,
    "none": lambda _: "",
}
