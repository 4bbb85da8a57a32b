"""Recognises the columns of a plan's table by the words of its header row."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias, get_args

from pydantic import RootModel, model_validator

from plan.council.format import ColumnField, Format, parsed_part
from plan.council.format_part import Words
from plan.papers.blocks import Row
from plan.reading.progress import DATE
from plan.text.clean import clean_line

ReadField: TypeAlias = ColumnField
"""What a column is read as: a field that a format prints, or AIM."""

AIM = "aim"
"""The column of what several actions serve; no format prints one."""

_PLURAL = re.compile(r"\(s\)")
_NO_LETTER = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+|#")
_PAGE_WORD = re.compile(r"\bpages?\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_PARTS = re.compile(r"\s*[/&:;,|–—]\s*|\s+-\s+|\s+and\s+|\n", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    rf"[\s,:(–—-]*\b(?:(?:as )?(?:at|of|to|for|in|on)\s+)?{DATE}[\s):.]*", re.IGNORECASE
)
_BLANK_HEADING = ""
_LEAST_OTHERS = 2
"""The fewest known columns that a plan's table has besides its actions."""
_LONGEST_HEADING = 120
"""Characters; a longer text is no heading."""
STATUS = "status"
"""What a column is called in the file of headings that holds a word beside the progress."""
_SUB_ACTION, _PASSED_OVER = "sub_action", "passed_over"
"""Below which stand headings of sub-actions, and words that change nothing in a heading."""
if TYPE_CHECKING:
    _ColumnName: TypeAlias = str
else:
    _ColumnName = Literal[(*get_args(ColumnField), STATUS, AIM, _SUB_ACTION, _PASSED_OVER)]


@dataclass(frozen=True)
class HeadingWords:
    """Which normalised heading means which field.

    `own` has the headings of the council's format, `general` those that councils use, `weak` those
    that mean it where no plainer one stands beside them. `statuses` are headings of a one-word
    status, `aims` of what several actions serve, `sub_actions` of what is done where an action
    beside them is what it serves. `chosen` is what an officer said that headings mean, None for a
    column that is left out. `colours` has what the paper's own key says that colours mean.
    """

    own: Mapping[str, ColumnField]
    general: Mapping[str, ColumnField] = field(default_factory=dict)
    weak: Mapping[str, ColumnField] = field(default_factory=dict)
    statuses: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    sub_actions: frozenset[str] = frozenset()
    chosen: Mapping[str, ColumnField | None] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def plainly(self, heading: str) -> ColumnField | None:
        """Return what a whole label says by the plainest words, None if it says nothing."""
        for key in _spellings(heading):
            if key in self.statuses:
                return "progress"
            found = self.chosen.get(key) or self.own.get(key) or self.general.get(key)
            if found is not None:
                return found
        return None

    def plain_field(self, heading: str) -> ColumnField | None:
        """Return what a label says by itself, whatever stands beside it; None if nothing."""
        key = heading_key(heading)
        chosen = self.chosen.get(key)
        return chosen or self.own.get(key) or _general_field(heading, self) or self._last(heading)

    def _last(self, heading: str) -> ColumnField | None:
        return _weak_field(heading, self)


@dataclass(frozen=True)
class HeaderColumn:
    """A column of a table: where it starts, how far it goes, what it holds.

    `field` is None where the heading was not understood or the officer leaves the column out.
    A column of progress that `is_status` holds one word, such as "Green", and no text; `as_at` is
    the date that the heading gives, and `part` tells columns of progress apart.
    """

    start: int
    span: int
    heading: str
    field: ReadField | None
    is_status: bool = False
    is_left_out: bool = False
    as_at: str = ""
    part: int = 0

    @property
    def key(self) -> str:
        """Under which name the cells of the column are kept."""
        if self.field is None:
            return own_key(self.heading)
        if self.is_status:
            return f"{STATUS}{self.part or ''}"
        return f"{self.field}{self.part or ''}"


_OWN = "own."


def own_key(heading: str) -> str:
    """Return under which name the cells of a column without a field are kept."""
    return f"{_OWN}{heading}"


def own_heading(key: str) -> str | None:
    """Return the heading of the column that has no field; None where `key` is that of a field."""
    return key.removeprefix(_OWN) if key.startswith(_OWN) else None


def plan_columns(row: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns below the header `row`; none where it is not a plan's header.

    A plan's table has a column of actions and at least two others that are known.
    """
    columns = header_columns(row, words)
    taken = {column.field for column in columns} - {None}
    is_plan = "text" in taken and len(taken - {"text", "ref"}) >= _LEAST_OTHERS
    return columns if is_plan else ()


def header_columns(row: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns of a possible header row, with the fields of those that are known."""
    columns: list[HeaderColumn] = []
    start = row.first_column
    for cell in row.cells:
        heading = "" if cell.merged_up else clean_line(cell.text)
        columns.append(HeaderColumn(start, cell.span, heading, None))
        start += cell.span
    is_blank = not any(cell.text.strip() for cell in row.cells)
    return tuple(columns) if is_blank else understood(columns, words)


def understood(columns: Sequence[HeaderColumn], words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return columns with their fields.

    What an officer said comes first, then the council's own headings wherever they stand, then
    general words, the plainer ones first. No two columns share a field but by what was said, and
    but for progress of several dates.
    """
    reading = _Understanding(list(columns), words)
    reading.read()
    return tuple(reading.columns)


@dataclass
class _Understanding:
    """Gives the columns of a header their fields, one kind of words after another."""

    columns: list[HeaderColumn]
    words: HeadingWords
    _taken: set[ColumnField] = field(default_factory=set)

    def read(self) -> None:
        self._read_chosen()
        for place, column in self._open():
            found = self._own(place, column)
            if found != "ref":
                as_at = _without_date(column.heading)[1] if found == "progress" else ""
                self._give(place, found, as_at=as_at)
        self._read_statuses()
        self._read_text()
        self._read_aim()
        self._read_refs()
        self._read_progress()
        for meaning in (_general_field, _page_field, _weak_field):
            for place, column in self._open():
                self._give(place, meaning(column.heading, self.words))
        self._join_statuses()

    def _own(self, place: int, column: HeaderColumn) -> ColumnField | None:
        """Return what the council's format says of a heading; a blank one is only the first."""
        is_said = bool(column.heading) or place == 0
        return self.words.own.get(heading_key(column.heading)) if is_said else None

    def _open(self) -> Iterator[tuple[int, HeaderColumn]]:
        for place, column in enumerate(self.columns):
            is_open = column.field is None and not column.is_left_out
            if is_open and len(column.heading) <= _LONGEST_HEADING:
                yield place, column

    def _give(self, place: int, name: ColumnField | None, **more: Any) -> None:
        if name is not None and name not in self._taken:
            self._taken.add(name)
            self.columns[place] = replace(self.columns[place], field=name, **more)

    def _read_chosen(self) -> None:
        for place, column in enumerate(self.columns):
            key = heading_key(column.heading)
            if key in self.words.chosen and not (place == 0 and not key):
                named = self.words.chosen[key]
                self._taken.update(() if named is None else (named,))
                self.columns[place] = replace(column, field=named, is_left_out=named is None)

    def _read_statuses(self) -> None:
        for place, column in self._open():
            bare, as_at = _without_date(column.heading)
            if _is_known(bare, self.words.statuses):
                status = replace(column, field="progress", is_status=True, as_at=as_at)
                self.columns[place] = status

    def _read_text(self) -> None:
        """Find the actions; an action that a sub-action stands beside is what that serves."""
        if "text" in self._taken:
            return
        for place, column in self._open():
            if heading_key(column.heading) in self.words.sub_actions:
                self._give(place, "text")
        for place, column in self._open():
            if _general_field(column.heading, self.words) == "text":
                is_above = "text" in self._taken and place < self._place_of("text")
                self._give(place, AIM if is_above else "text")
        if "text" not in self._taken:
            for place, column in self._open():
                if _weak_field(column.heading, self.words) == "text":
                    self._give(place, "text")

    def _place_of(self, name: ColumnField) -> int:
        found = (place for place, column in enumerate(self.columns) if column.field == name)
        return next(found, len(self.columns))

    def _read_refs(self) -> None:
        """Find the refs: the council's own, else the next to the left of the actions.

        Those to the left of the aims are not of the actions where others stand between the two.
        """
        text, aim = self._place_of("text"), self._place_of(AIM)
        own, general = [], []
        for place, column in self._open():
            if self._own(place, column) == "ref":
                own.append(place)
            elif column.heading and _general_field(column.heading, self.words) == "ref":
                general.append(place)
        between = [place for place in (*own, *general) if aim < place < text]
        before = [place for place in general if place < text]
        for place in (*between, *own, *before[::-1], *general):
            self._give(place, "ref")

    def _read_progress(self) -> None:
        """Of each date there may be a column of progress."""
        dated = 0
        for place, column in self._open():
            bare, as_at = _without_date(column.heading)
            if as_at and _general_field(bare, self.words) == "progress":
                if "progress" not in self._taken:
                    self._give(place, "progress", as_at=as_at)
                else:
                    dated += 1
                    self.columns[place] = replace(column, field="progress", as_at=as_at, part=dated)

    def _read_aim(self) -> None:
        """Find what the actions serve: of several such columns that next to their left."""
        text = self._place_of("text")
        if AIM in self._taken or "text" not in self._taken:
            return
        for place, column in reversed(list(self._open())):
            if place < text and _is_known(column.heading, self.words.aims):
                self._give(place, AIM)

    def _join_statuses(self) -> None:
        """Give each column of progress the status of its date, else the one beside it.

        It is to the left of each where it is to the left of the first. Others are no status.
        """
        both = [n for n, one in enumerate(self.columns) if one.field == "progress"]
        statuses = [n for n in both if self.columns[n].is_status]
        texts = [n for n in both if not self.columns[n].is_status]
        is_left = both[:1] == statuses[:1]

        def distance(status: int, text: int) -> tuple[bool, int, bool]:
            as_at = self.columns[text].as_at if texts else ""
            return (
                self.columns[status].as_at != as_at,
                abs(status - text),
                (status > text) == is_left,
            )

        for text in texts or [self._place_of("text")]:
            if not statuses:
                break
            nearest = min(statuses, key=lambda status: distance(status, text))
            statuses.remove(nearest)
            part = self.columns[text].part if texts else 0
            self.columns[nearest] = replace(self.columns[nearest], part=part)
        for left in statuses:
            self.columns[left] = replace(self.columns[left], field=None, is_status=False, as_at="")


def heading_key(heading: str) -> str:
    """Return the key of a heading, the same whatever its case, spaces and punctuation."""
    return normalised(heading) or heading.strip()


def normalised(heading: str) -> str:
    """Return a heading without what differs between councils: case, spaces, punctuation, "(s)"."""
    return _NO_LETTER.sub("", _PLURAL.sub("", heading.casefold()))


@cache
def _without_date(heading: str) -> tuple[str, str]:
    """Return a heading without the date in it, and the date: "Update June 2026"."""
    match = _BEFORE_DATE.search(heading)
    if match is None:
        return heading, ""
    return f"{heading[: match.start()]} {heading[match.end() :]}".strip(), match[1]


def _general_field(heading: str, words: HeadingWords) -> ColumnField | None:
    """Return what general words say of a heading: the whole, or what is left without asides."""
    if not heading:
        return None
    for said in _spellings(heading):
        if (found := words.general.get(said)) is not None:
            return found
    return _agreed(heading, words.general)


def _weak_field(heading: str, words: HeadingWords) -> ColumnField | None:
    if not heading:
        return None
    for said in _spellings(heading):
        if (found := words.weak.get(said)) is not None:
            return found
    return _agreed(heading, words.weak)


def _page_field(heading: str, _: HeadingWords) -> ColumnField | None:
    return "pages" if _PAGE_WORD.search(heading) else None


def _is_known(heading: str, keys: frozenset[str]) -> bool:
    return any(said in keys for said in _spellings(heading))


@cache
def _spellings(heading: str) -> tuple[str, ...]:
    """Return the keys of a heading: as it is, without brackets, without words passed over."""
    bare = _BRACKETS.sub(" ", heading)
    kept = [word for word in _WORD.findall(bare) if word.casefold() not in _passed_over()]
    keys = (heading, bare, "".join(kept))
    return tuple(dict.fromkeys(filter(None, map(heading_key, keys))))


def _agreed(heading: str, words: Mapping[str, ColumnField]) -> ColumnField | None:
    """Return what the parts of a heading say, such as "Actions / Tasks", if they agree on it."""
    parts = [part for part in _PARTS.split(_BRACKETS.sub(" ", heading)) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004
        return None
    found = [
        next((words[said] for said in _spellings(part) if said in words), None) for part in parts
    ]
    known = set(found) - {None}
    return known.pop() if len(known) == 1 and found.count(None) <= 1 else None


def heading_words(
    council: Format, chosen: Mapping[str, ColumnField | None] | None = None
) -> HeadingWords:
    """Return which heading means which field; the format's own words come before general ones.

    `chosen` is what an officer said that headings mean.
    """
    own: dict[str, ColumnField] = {}
    for column in council.plan.columns:
        for heading in (column.heading, *column.also):
            own.setdefault(heading_key(heading), column.field)
    words = {**_words_in("column_words.toml")}
    words.pop(_PASSED_OVER, ())
    named = {
        name: frozenset(map(heading_key, words.pop(name, ()))) - own.keys()
        for name in (STATUS, AIM, _SUB_ACTION)
    }
    return HeadingWords(
        own=own,
        general=_by_key(words),
        weak=_by_key(_words_in("weak_column_words.toml")),
        statuses=named[STATUS],
        aims=named[AIM],
        sub_actions=named[_SUB_ACTION],
        chosen={heading_key(heading): name for heading, name in (chosen or {}).items()},
    )


def _by_key(words: Mapping[str, Iterable[str]]) -> dict[str, ColumnField]:
    found: dict[str, ColumnField] = {}
    for name, headings in words.items():
        for heading in headings:
            found.setdefault(heading_key(heading), name)
    return found


class _ColumnWords(RootModel[dict[_ColumnName, tuple[Words, ...]]]):
    """The headings of each column, whichever the council."""

    @model_validator(mode="after")
    def _each_means_one(self) -> Self:
        meant: dict[str, str] = {}
        for name, headings in self.root.items():
            for heading in headings:
                other = meant.setdefault(heading_key(heading), name)
                if other != name:
                    raise ValueError(f"“{heading}” stands below {other} and {name}")
        return self


def parsed_column_words(source: str, file_name: str) -> dict[str, tuple[str, ...]]:
    """Return the headings below the name of each column, from the TOML text `source`.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    return parsed_part(_ColumnWords, source, file_name).root


@cache
def _words_in(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the headings in one of the files beside this module."""
    file = resources.files("importers.plan") / name
    return parsed_column_words(file.read_text(encoding="utf-8"), file.name)


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(map(str.casefold, _words_in("column_words.toml").get(_PASSED_OVER, ())))
