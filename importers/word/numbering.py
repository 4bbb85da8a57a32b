"""Computes the numbers and bullets of lists, which Word prints without storing them as text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from lxml.etree import _Element as Element

from importers.word.names import VAL, W, as_number, number, switch, value
from importers.word.number_formats import CUSTOM, FIGURES, custom_writer, written_number
from plan.text.clean import clean_line

DEEPEST_LEVEL = 8
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered; `custom` is a format given by its first numbers."""

    kind: str = "decimal"
    custom: str = ""
    pattern: str = ""
    start: int = 1
    restarts_after: int | None = None
    all_decimal: bool = False

    def written(self, count: int, *, legal: bool) -> str:
        """Return a number of this level; `legal` writes it in figures, whatever the level has."""
        writer = custom_writer(self.custom) if self.custom else None
        if writer is not None and (not legal or writer(1).isdecimal()):
            return writer(count)
        return written_number(count, "decimal" if legal and self.kind not in FIGURES else self.kind)


_Levels: TypeAlias = dict[int, Level]
ListOfStyle: TypeAlias = Callable[[str], int | None]


def _no_list(_style_id: str) -> int | None:
    return None


@dataclass
class _Counters:
    """The current numbers of one list, by level."""

    values: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one file, counted while its paragraphs are read in order."""

    def __init__(self, root: Element | None, list_of_style: ListOfStyle = _no_list) -> None:
        """Take the root of the numbering part, None where the file has none.

        `list_of_style` gives the list that a style by its id has, None where it has none.
        """
        self._list_of_style = list_of_style
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
        counters = self._counters.setdefault(self._counted_with(list_id), _Counters())
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
        """Count a paragraph; a level above it that has not begun counts as begun, as in Word."""
        if (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            if self._restart(list_id, level) is not None:
                values.pop(level, None)
        for above in range(level):
            if above not in values:
                values[above] = self._start(list_id, above)
        values[level] = values[level] + 1 if level in values else self._start(list_id, level)
        for deeper in [counted for counted in values if counted > level]:
            after = self._level(list_id, deeper).restarts_after
            if after is None or (after != 0 and level < after):
                del values[deeper]

    def _part(self, list_id: int, own: Level, place: re.Match[str], values: dict[int, int]) -> str:
        at = int(place[1]) - 1
        return self._level(list_id, at).written(values[at], legal=own.all_decimal)

    def _start(self, list_id: int, level: int) -> int:
        restart = self._restart(list_id, level)
        return self._level(list_id, level).start if restart is None else restart

    @lru_cache(maxsize=256)  # noqa: B019
    def _restart(self, list_id: int, level: int) -> int | None:
        for override in self._nums[list_id].iterfind(W + "lvlOverride"):
            if _level_number(override) == level:
                return number(override, W + "startOverride")
        return None

    def _counted_with(self, list_id: int) -> int:
        """Return the key of the counters: lists of one definition go on counting together.

        A list whose definition is nowhere counts by itself.
        """
        abstract = self._abstract_id(list_id)
        return abstract if abstract in self._abstracts else -2 - list_id

    @lru_cache(maxsize=256)  # noqa: B019
    def _abstract_id(self, list_id: int) -> int:
        """Return the key of a list's definition, -1 where it has none."""
        key = number(self._nums.get(list_id), W + "abstractNumId")
        element = None if key is None else self._abstracts.get(key)
        linked = value(element, W + "numStyleLink")
        if linked is not None:
            return self._by_style.get(linked, self._of_style(linked, -1 if key is None else key))
        return -1 if key is None else key

    def _of_style(self, style_id: str, own: int) -> int:
        """Return the definition that a list style uses where none says that it is the style's."""
        key = number(self._nums.get(self._list_of_style(style_id) or -1), W + "abstractNumId")
        return own if key is None else key

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
    kind, custom = _format(element)
    return Level(
        kind=kind,
        custom=custom,
        pattern=_pattern(element),
        start=0 if start is None else start,
        restarts_after=number(element, W + "lvlRestart"),
        all_decimal=bool(switch(element, W + "isLgl")),
    )


def _pattern(level: Element) -> str:
    """Return what a level prints; nothing, as in Word, where it asks for a deeper level's number.

    The source of this rule is MS-OI29500, 2.1 on part 1, 17.9.11 (lvlText).
    """
    pattern = value(level, W + "lvlText") or ""
    deepest = max(map(int, _PLACE.findall(pattern)), default=0)
    return "" if deepest > _level_number(level) + 1 else pattern


def _format(level: Element) -> tuple[str, str]:
    """Return the format of a level, and its first numbers where it is a custom one.

    Word writes a custom format beside a usual one, for programs that do not know it.
    """
    found = list(level.iter(W + "numFmt"))
    usual = next((one.get(VAL) for one in found if one.get(VAL) not in {None, CUSTOM}), "decimal")
    custom = (one.get(W + "format", "") for one in found if one.get(VAL) == CUSTOM)
    return usual or "decimal", next((words for words in custom if custom_writer(words)), "")
