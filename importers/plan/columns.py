"""Recognises the columns of a plan's table by the words of its header row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from importers.plan.colour_names import names_of
from importers.plan.header_column import OF_LATEST, HeaderColumn, ReadField, own_key
from importers.plan.heading_kinds import (
    is_last_period,
    is_next_period,
    is_this_period,
    is_who_or_when,
    without_period,
)
from importers.plan.headings import (
    AIM,
    LONGEST_HEADING,
    NO_FIELDS,
    STATUS,
    SUB_ACTION,
    Meaning,
    exact_words,
    heading_key,
    meaning_of,
    spellings,
)
from importers.plan.meanings import Kind, Strength
from plan.council.format import ColumnField, Format
from plan.council.own_field import OwnField, OwnFields
from plan.papers.blocks import Cell, Row, crossed_out
from plan.text.clean import clean_line

_PAGE_WORD = re.compile(r"\bpages?\b", re.IGNORECASE)
_OF_ACTIONS = re.compile(
    r"action|task|activit|step|interven|what|how|improve|deliver|work|milestone|point|response"
    r"|recommend|require|objective|goal|commit|strateg|initiative|measure|change",
    re.IGNORECASE,
)
"""Parts of words without which no heading is that of actions."""
_REVISED = re.compile(
    r"\b(?:revised|revision|new|current|updated|amended|extended|latest|forecast)\b", re.IGNORECASE
)
_OUTCOME = re.compile(r"\b(?:outcomes?|difference|benefits?|want|hope)\b", re.IGNORECASE)
_IMPACT = re.compile(r"(?:impacts?|benefits?)\b(?! to date)", re.IGNORECASE)
_ORIGINAL = re.compile(r"\b(?:original(?:ly)?|initial(?:ly)?|first|old)\b", re.IGNORECASE)
_OF_A_MEASURE = re.compile(
    r"(?:\w+: )?(?:baseline|target|trajectory|latest figure)s?\b[\d /–-]*", re.IGNORECASE
)
_MEASURED = re.compile(r"(?:\w+: )?(?:performance )?indicators?", re.IGNORECASE)
_LEAST_HEADINGS = 3
"""The fewest known headings of a row that names columns."""
_NAMES_ACTIONS = (Kind("text", "plain"), Kind(SUB_ACTION, "plain"))
_Columns: TypeAlias = tuple[HeaderColumn, ...]
_WITH_ACTIONS = frozenset({"text", "leads", "timescale"})
"""What a heading may join with the actions: who and when then stand in lines below each."""
_LESS_PLAIN: tuple[Strength, ...] = ("weak", "last")


@dataclass(frozen=True)
class HeadingWords:
    """Which heading means which field, by what a council and an officer say of it.

    `own` has the normalised headings of the council's format, also of the fields that it adds, each
    by its `own_key`; `chosen` what an officer said that
    headings mean, None for a column that is left out. Others are known by `meaning_of`.
    `colours` has what the paper's own key says that colours mean, `keys` what the council's own
    key says in a column with one, by the key of that.
    """

    own: Mapping[str, ColumnField]
    chosen: Mapping[str, ColumnField | None] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    known: dict[_Columns, _Columns] = field(default_factory=dict, init=False, compare=False)
    """Headers that were understood: most tables of a paper have the same."""

    def plainly(self, heading: str) -> ColumnField | None:
        """Return what a whole label says by the plainest words, None if it says nothing."""
        said = self._said(heading)
        meaning = meaning_of(heading)
        if meaning.is_plainly(STATUS):
            return "progress"
        return said or meaning.field("plain")

    def plain_field(self, heading: str) -> ColumnField | None:
        """Return what a label says by itself, whatever stands beside it; None if nothing."""
        said = self._said(heading) or meaning_of(heading).field("plain")
        exact = (exact_words().get(key, ()) for key in spellings(heading))
        return said or next((Meaning(kinds).field("weak") for kinds in exact if kinds), None)

    def may_name_actions(self, heading: str, known: str = "") -> bool:
        """Return whether this may be the heading of the actions.

        Where the table has one that is `known`, only that or one that a list has is.
        """
        key = heading_key(heading)
        if "text" in (self.own.get(key), self.chosen.get(key)):
            return True
        if any(kind in _NAMES_ACTIONS for kind in exact_words().get(key, ())):
            return True
        if known:
            return key == heading_key(known)
        return _OF_ACTIONS.search(heading) is not None and "text" in (
            kind.name for kind in meaning_of(clean_line(heading)).kinds
        )

    def _said(self, heading: str) -> ColumnField | None:
        for key in spellings(heading):
            found = self.chosen.get(key) or self.own.get(key)
            if found is not None:
                return found
        return None


def header_columns(row: Row, words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return the columns of a possible header row, with the fields of those that are known."""
    columns: list[HeaderColumn] = []
    for start, cell in row.placed():
        text = "" if cell.merged_up else cell.text.strip()
        lines = tuple(filter(None, map(clean_line, text.split("\n")))) if "\n" in text else ()
        heading = "" if cell.merged_up else clean_line(text) or _crossed_out(cell)
        columns.append(HeaderColumn(start, cell.span, heading, None, lines=lines))
    is_blank = not any(column.heading for column in columns)
    return tuple(columns) if is_blank else understood(columns, words)


def _crossed_out(cell: Cell) -> str:
    """Return a heading that is crossed out: it still says what the cells below it hold."""
    return clean_line(" ".join(paragraph.text for paragraph in crossed_out(cell.blocks)))


def is_row_of_headings(row: Row, words: HeadingWords) -> bool:
    """Return whether a row names columns: in one of labels, their texts stand between them."""
    known = sum(column.field is not None for column in header_columns(row, words))
    return known >= _LEAST_HEADINGS and known * 2 > len(row.cells)


def understood(columns: Sequence[HeaderColumn], words: HeadingWords) -> tuple[HeaderColumn, ...]:
    """Return columns with their fields.

    What an officer said comes first, then the council's own headings wherever they stand, then
    general words, the plainer ones first. No two columns share a field but by what was said, and
    but for progress of several dates.
    """
    header = tuple(columns)
    if header not in words.known:
        reading = _Understanding(list(header), words)
        reading.read()
        words.known[header] = tuple(reading.columns)
    return words.known[header]


@dataclass
class _Understanding:
    """Gives the columns of a header their fields, one kind of words after another."""

    columns: list[HeaderColumn]
    words: HeadingWords
    _taken: set[ColumnField] = field(default_factory=set)

    def read(self) -> None:
        told = (one.field for one in self.columns if one.field is not None and not one.is_status)
        self._taken.update(told)
        self._read_chosen()
        for place, column in self._open():
            found = self._own(place, column)
            if found != "ref":
                as_at = without_period(column.heading)[1] if found == "progress" else ""
                self._give(place, found, as_at=as_at)
        self._read_statuses()
        self._read_text()
        self._read_aim()
        self._read_refs()
        self._read_progress("plain")
        self._read_measures()
        self._read_hoped()
        for place, column in sorted(self._open(), key=lambda one: is_who_or_when(one[1].heading)):
            self._give(place, column.meaning.field("plain"))
        self._read_periods()
        self._read_progress("weak")
        for place, column in self._open():
            self._give(place, "pages" if _PAGE_WORD.search(column.heading) else None)
        self._read_weak()
        self._read_dates()
        self._join_statuses()
        for place, column in self._open():
            self.columns[place] = replace(column, joined=column.meaning.joined)

    def _own(self, place: int, column: HeaderColumn) -> ColumnField | None:
        """Return what the council's format says of a heading; a blank one is only the first."""
        is_said = bool(column.heading) or place == 0
        return self.words.own.get(heading_key(column.heading)) if is_said else None

    def _open(self) -> Iterator[tuple[int, HeaderColumn]]:
        for place, column in enumerate(self.columns):
            is_open = column.field is None and not column.is_left_out
            heading = column.lines[0] if column.lines else column.heading
            if is_open and len(heading) <= LONGEST_HEADING:
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
            bare, as_at = without_period(column.heading)
            if meaning_of(bare).is_plainly(STATUS):
                status = replace(column, field="progress", is_status=True, as_at=as_at)
                self.columns[place] = status

    def _read_text(self) -> None:
        """Find the actions; an action that a sub-action stands beside is what that serves."""
        if "text" in self._taken:
            return
        for place, column in self._open():
            if column.meaning.is_plainly(SUB_ACTION):
                self._give(place, "text")
        for place, column in self._open():
            if column.meaning.field("plain") == "text":
                is_above = "text" in self._taken and place < self._place_of("text")
                self._give(place, AIM if is_above else "text")
        self._read_text_with_more()
        for strength in _LESS_PLAIN:
            for place, column in self._open():
                if Kind("text", strength) in column.meaning.kinds:
                    self._give(place, "text", strength=strength)

    def _read_text_with_more(self) -> None:
        """Find the actions under a heading that names who or when with them: "Action/timing"."""
        for place, column in self._open():
            joined = column.meaning.joined
            if "text" in joined and _WITH_ACTIONS.issuperset(joined):
                self._give(place, "text", joined=joined)

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
            elif column.heading and column.meaning.field("plain") == "ref":
                general.append(place)
        between = [place for place in (*own, *general) if aim < place < text]
        before = [place for place in general if place < text]
        for place in (*between, *own, *before[::-1], *general):
            self._give(place, "ref")

    def _read_progress(self, strength: Strength) -> None:
        """Of each date there may be a column of progress, besides one without a date none."""
        given = [column for column in self.columns if column.field == "progress"]
        texts = [column for column in given if not column.is_status]
        if texts and not any(column.as_at for column in texts):
            return
        dated = max((column.part for column in texts), default=0)
        for place, column in self._open():
            bare, as_at = without_period(column.heading)
            if as_at and meaning_of(bare).field(strength) == "progress":
                if "progress" not in self._taken:
                    self._give(place, "progress", as_at=as_at)
                else:
                    dated += 1
                    self.columns[place] = replace(column, field="progress", as_at=as_at, part=dated)

    def _read_measures(self) -> None:
        """Have an "Indicator" as what success is told by where its baseline or target is beside."""
        is_said = any(one.meaning.field("plain") == "success_criteria" for _, one in self._open())
        if not is_said and any(_OF_A_MEASURE.fullmatch(one.heading) for one in self.columns):
            for place, column in self._open():
                is_measure = _MEASURED.fullmatch(column.heading) is not None
                self._give(place, "success_criteria" if is_measure else None)

    def _read_hoped(self) -> None:
        """Have the impact or the benefit as the success where only a "Measure" stands beside it."""
        name, text = "success_criteria", self._place_of("text")
        said = [one for one in self._open() if one[1].meaning.field("plain", "weak") == name]
        plain = [one.heading for _, one in said if one.meaning.field("plain") == name]
        if [one.casefold().rstrip("s") for one in plain] == ["measure"]:
            hoped = (n for n, one in said if n > text and _IMPACT.match(one.heading))
            for place in hoped:
                self._give(place, "success_criteria")

    def _read_periods(self) -> None:
        """Have "This period" as the progress where "Next period" stands beside it."""
        if not any(is_next_period(one.heading) for one in self.columns):
            return
        for is_said in (is_this_period, is_last_period):
            for place, column in self._open():
                self._give(place, "progress" if is_said(column.heading) else None)

    def _read_aim(self) -> None:
        """Find what the actions serve: of several such columns that next to their left."""
        text = self._place_of("text")
        if AIM in self._taken or "text" not in self._taken:
            return
        for strength in ("plain", "weak"):
            for place, column in reversed(list(self._open())):
                if place < text and Kind(AIM, strength) in column.meaning.kinds:
                    self._give(place, AIM)
            if AIM not in self._taken:
                self._read_outcome_as_aim(text)

    def _read_outcome_as_aim(self, text: int) -> None:
        """Have an outcome to the left of the actions as what they serve, if another is measured."""
        success = [
            place
            for place, column in self._open()
            if column.meaning.field("plain", "weak") == "success_criteria"
        ]
        before = [n for n in success if n < text and _OUTCOME.search(self.columns[n].heading)]
        if before and success[-1] > text:
            self._give(before[-1], AIM)

    def _read_weak(self) -> None:
        """Give the columns what they weakly mean, those before the actions last."""
        text = self._place_of("text")
        for place, column in sorted(self._open(), key=lambda one: (one[0] < text, one[0])):
            weakly = (name for name, strength in column.meaning.kinds if strength == "weak")
            open_fields = (n for n in weakly if n not in self._taken | NO_FIELDS and n != "text")
            self._give(place, next(open_fields, None), strength="weak")

    def _read_dates(self) -> None:
        """Have the date that was set first as the timescale, and a later one stand with it.

        A revised date is the second of one meaning.
        """
        given = self._place_of("timescale")
        dates = [
            (place, column)
            for place, column in enumerate(self.columns)
            if column.field in (None, "timescale")
            and not column.is_left_out
            and column.meaning.field("plain", "weak") == "timescale"
            and not self._is_said(column)
        ]
        if given not in [place for place, _ in dates] or len(dates) == 1:
            return
        revised = [place for place, column in dates if _REVISED.search(column.heading)]
        first = [place for place, _ in dates if place not in revised]
        chosen = min(first, key=self._is_later, default=given) if given in revised else given
        if chosen != given:
            self.columns[given] = replace(self.columns[given], field=None)
            self.columns[chosen] = replace(self.columns[chosen], field="timescale")
        for place, column in dates:
            if place != chosen and (place in revised or _ORIGINAL.search(column.heading)):
                self.columns[place] = replace(self.columns[place], stands_in="timescale")

    def _is_later(self, place: int) -> bool:
        """Return whether the heading of a date does not say that it was the first."""
        return _ORIGINAL.search(self.columns[place].heading) is None

    def _is_said(self, column: HeaderColumn) -> bool:
        """Return whether the council's format or the officer says what a column is."""
        key = heading_key(column.heading)
        return key in self.words.own or key in self.words.chosen

    def _is_of_latest(self, status: int, texts: Sequence[int]) -> bool:
        """Return whether a status is of no date, and to the right of progress of several."""
        is_dated = all(self.columns[text].as_at for text in texts)
        return is_dated and not self.columns[status].as_at and status > max(texts)

    def _join_statuses(self) -> None:
        """Give each column of progress the status of its date, else the one beside it.

        It is to the left of each where it is to the left of the first. Others are no status, nor
        are those of several dates without a text.
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

        if len(statuses) == 1 < len(texts) and self._is_of_latest(statuses[0], texts):
            self.columns[statuses[0]] = replace(self.columns[statuses[0]], part=OF_LATEST)
            return
        dated = [n for n in statuses if self.columns[n].as_at]
        alone = [self._place_of("text")] if len(dated) < 2 else []  # noqa: PLR2004
        for text in texts or alone:
            if not statuses:
                break
            nearest = min(statuses, key=lambda status: distance(status, text))
            statuses.remove(nearest)
            part = self.columns[text].part if texts else 0
            self.columns[nearest] = replace(self.columns[nearest], part=part)
        for left in statuses:
            self.columns[left] = replace(self.columns[left], field=None, is_status=False, as_at="")


def as_read(name: ColumnField, own: OwnFields) -> ReadField:
    """Return what a column is read as that prints a field: one of `own` goes by its key."""
    return own_key(name) if own.get(name) is not None else name


def heading_words(
    council: Format, chosen: Mapping[str, ColumnField | None] | None = None
) -> HeadingWords:
    """Return which heading means which field; the format's own words come before general ones.

    `chosen` is what an officer said that headings mean.
    """
    added = council.plan.own
    own: dict[str, ReadField] = {}
    for column in council.plan.columns:
        for heading in (column.heading, *column.also):
            own.setdefault(heading_key(heading), as_read(column.field, added))
    for key, field_id in added.headings.items():
        own.setdefault(key, own_key(field_id))
    said = (chosen or {}).items()
    return HeadingWords(
        own=own,
        chosen={
            heading_key(heading): None if name is None else as_read(name, added)
            for heading, name in said
        },
        keys={own_key(one.id): _colours_of(one) for one in added.fields if one.choices},
    )


def _colours_of(field: OwnField) -> dict[str, str]:
    """Return which word of a key a colour says, by the colour itself and by its name."""
    coloured = [one for one in field.choices if one.fill]
    named = {name: one.word for one in reversed(coloured) for name in names_of(one.fill)}
    return named | {one.fill: one.word for one in reversed(coloured)}
