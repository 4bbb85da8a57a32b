"""Computes the numbers and bullets of lists, which Word prints without storing them as text."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeAlias

from lxml.etree import _Element as Element

from importers.word.names import VAL, W, as_number, number, switch, value
from importers.word.number_formats import CUSTOM, FIGURES, custom_writer, written_number
from plan.text.clean import clean_line

_PLACE = re.compile(r"%([1-9])")


_TYPED = re.compile(r"(typed (?:items|lines below|lines)) \d+")
"""How plandesk names the definitions of lists that hold what was typed."""
ListOfStyle: TypeAlias = Callable[[str], int | None]


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered; `custom` is a format given by its first numbers.

    `style` is the paragraph style that it is tied to; `begins_anew` says that the list does not go
    on where another of the same definition stopped.
    """

    kind: str = "decimal"
    custom: str = ""
    pattern: str = ""
    start: int = 1
    restarts_after: int | None = None
    all_decimal: bool = False
    style: str = ""
    begins_anew: bool = False

    def written(self, count: int, *, legal: bool) -> str:
        """Return a number of this level; `legal` writes it in figures, whatever the level has."""
        writer = custom_writer(self.custom) if self.custom else None
        if writer is not None and (not legal or writer(1).isdecimal()):
            return writer(count)
        return written_number(count, "decimal" if legal and self.kind not in FIGURES else self.kind)


_UNSAID = Level()


@dataclass
class _List:
    """One list: its levels, and the current numbers, which it shares with others of its kind."""

    levels: dict[int, Level]
    counted: dict[int, int]
    begun: set[int] = field(default_factory=set)

    @cached_property
    def place_of_style(self) -> dict[str, int]:
        """The level that each paragraph style is tied to, the first where it is to several."""
        return {one.style: place for place, one in reversed(self.levels.items())}

    def level(self, place: int) -> Level:
        """Return one of its levels, from 0."""
        return self.levels.get(place, _UNSAID)

    def count(self, place: int) -> None:
        """Count a paragraph; a level above it that has not begun counts as begun, as in Word."""
        counted = self.counted
        if place not in self.begun:
            self.begun.add(place)
            if self.level(place).begins_anew:
                counted.pop(place, None)
        for above in range(place):
            if above not in counted:
                counted[above] = self.level(above).start
        counted[place] = counted[place] + 1 if place in counted else self.level(place).start
        for deeper in [level for level in counted if level > place]:
            after = self.level(deeper).restarts_after
            if after is None or (after != 0 and place < after):
                del counted[deeper]

    def label(self, place: int) -> str:
        """Return the current number of a level as it is printed."""
        own = self.level(place)
        if own.kind in {"bullet", "none"}:
            return ""
        return clean_line(_PLACE.sub(lambda match: self._part(own, int(match[1]) - 1), own.pattern))

    def _part(self, own: Level, place: int) -> str:
        level = self.level(place)
        if level.kind == "bullet":
            return ""
        return level.written(self.counted[place], legal=own.all_decimal)


class Numbering:
    """The lists of one file, counted while its paragraphs are read in order."""

    def __init__(self, root: Element | None, list_of_style: ListOfStyle = lambda _: None) -> None:
        """Take the root of the numbering part, None where the file has none.

        `list_of_style` gives the list that a style by its id has, None where it has none.
        """
        self._list_of_style = list_of_style
        abstracts = [] if root is None else root.findall(W + "abstractNum")
        self._abstracts = {_id(element, "abstractNumId"): element for element in abstracts}
        self._by_style = {value(e, W + "styleLink"): key for key, e in self._abstracts.items()}
        nums = [] if root is None else root.findall(W + "num")
        self._nums = {_id(element, "numId"): element for element in nums}
        self._levels: dict[int, dict[int, Level]] = {}
        self._lists: dict[int, _List] = {}
        self._counted: dict[int | None, dict[int, int]] = {}
        self._typed_begun: set[int] = set()

    def next_mark(self, list_id: int, level: int) -> tuple[bool, str]:
        """Count a paragraph; return whether it has a bullet, and the number printed before it."""
        found = self._list(list_id)
        if found is None:
            return False, ""
        found.count(level)
        return found.level(level).kind == "bullet", found.label(level)

    def level_of_style(self, list_id: int, style_id: str) -> int:
        """Return the level that a list ties to a paragraph style, 0 where it ties none."""
        found = self._list(list_id)
        return 0 if found is None or not style_id else found.place_of_style.get(style_id, 0)

    @cached_property
    def has_typed(self) -> bool:
        """Whether any list holds what was typed: see `typed`."""
        return any(map(_typed_in, self._abstracts.values()))

    def typed(self, list_id: int) -> str:
        """Return how the items of a list were typed that plandesk printed, empty for any other."""
        if not self.has_typed or list_id not in self._nums:
            return ""
        return _typed_in(self._abstracts.get(self._definition(self._nums[list_id]) or 0))

    def bullet(self, list_id: int, level: int) -> str:
        """Return the bullet of a level of a list."""
        found = self._list(list_id)
        return "" if found is None else found.level(level).pattern

    def has_begun(self, list_id: int) -> bool:
        """Return whether an item of a typed list was read."""
        return list_id in self._typed_begun

    def begin(self, list_id: int) -> None:
        """Note that an item of a typed list was read."""
        self._typed_begun.add(list_id)

    def _list(self, list_id: int) -> _List | None:
        """Return a list, None where it is nowhere defined."""
        found = self._lists.get(list_id)
        if found is None and list_id in self._nums:
            found = self._lists[list_id] = self._read(self._nums[list_id])
        return found

    def _read(self, num: Element) -> _List:
        """Read a list; lists of one definition go on counting together.

        One whose definition is missing counts by itself, in the levels that it brings.
        """
        key = self._definition(num)
        levels = {**self._levels_of(key), **_levels(num.findall(f"{W}lvlOverride/{W}lvl"))}
        for override in num.iterfind(W + "lvlOverride"):
            start = number(override, W + "startOverride")
            if start is not None:
                place = _level_number(override)
                levels[place] = replace(levels.get(place, _UNSAID), start=start, begins_anew=True)
        is_shared = key in self._abstracts
        return _List(levels, self._counted.setdefault(key, {}) if is_shared else {})

    def _levels_of(self, key: int | None) -> dict[int, Level]:
        """Return the levels of a definition, none where it is missing."""
        if key is None or key not in self._abstracts:
            return {}
        if key not in self._levels:
            self._levels[key] = _levels(self._abstracts[key].findall(W + "lvl"))
        return self._levels[key]

    def _definition(self, num: Element) -> int | None:
        """Return the key of a list's definition: its own, or that of the list style it has."""
        key = number(num, W + "abstractNumId")
        linked = value(None if key is None else self._abstracts.get(key), W + "numStyleLink")
        if linked is None:
            return key
        if linked in self._by_style:
            return self._by_style[linked]
        styled = self._nums.get(self._list_of_style(linked) or -1)
        found = number(styled, W + "abstractNumId")
        return key if found is None else found


def _typed_in(definition: Element | None) -> str:
    """Return how the items of a list of this definition were typed, empty for any other."""
    name = _TYPED.fullmatch(value(definition, W + "name") or "")
    return name[1] if name else ""


def _id(element: Element, name: str) -> int:
    found = as_number(element.get(W + name))
    return -1 if found is None else found


def _level_number(element: Element) -> int:
    return _id(element, "ilvl")


def _levels(elements: Iterable[Element]) -> dict[int, Level]:
    return {_level_number(element): _level(element) for element in elements}


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
        style=value(element, W + "pStyle") or "",
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
