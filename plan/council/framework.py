"""Frameworks of quality indicators, by which inspectors judge, as data.

They are TOML files in `plan/council/frameworks/`; a council's own come with its format. A plan
prints an indicator in its own words; we find which one it means by the framework's name for it or
by one of its other known names.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Protocol, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from plan.council.format_file import parsed_part
from plan.council.format_part import FormatPart, Key, Words, packaged, packaged_ids
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered

if TYPE_CHECKING:
    from plan.model.plan import Plan

IndicatorNumber: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.\d{1,2}$")]

IndicatorName: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""Names are compared with what is typed, so they are no longer than any we know: 90."""

MOST_INDICATORS = 200
"""A framework may have so many; the longest we know has 22."""
MOST_ALIASES = 10
"""Other names of one indicator."""
MOST_LETTERS = 20_000
"""Of all names together, which are compared letter by letter; those we know have 2,000."""
NONE = "none"
"""What is chosen where a plan follows no framework at all, and wants to hear of none."""

_WORD = late_pattern(r"[^\W_]+")
_BEGINNING = 4
"""Letters that a word still has in common with one that is misspelt further on."""
_ALIKE = 0.7
"""The share of letters in common from which a misspelt name is one that is known."""
_SURELY = 0.6
"""The share of three letters in a row from which it is one without looking closer."""
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Leaves of plain letters what `_WORD` finds, and sooner."""
_SILENT = frozenset({"the", "and"})
_LEADING_NUMBER = late_pattern(
    r"\s*(?:HGIO(?:S\s?\??\s?4?|ELC\s?\??)\s*[:–-]?\s*)?(?:(?:QIs?|Quality Indicator)\s*)?"
    r"(\d{1,2}\.\d{1,2})\b[\s.:)–-]*",
    re.IGNORECASE,
)
"""A number before the name, with what is said of it: "QI 2.3", "HGIOS4 2.3"."""


class Indicator(FormatPart):
    """A quality indicator: its number, its name, and its other known names.

    A list of priorities or themes has no numbers. `area` is the heading under which the framework
    lists it. `verified` says that we read the name in a source; only then may it replace what an
    officer typed.
    """

    number: IndicatorNumber | Literal[""] = ""
    name: IndicatorName
    area: str = ""
    aliases: Annotated[tuple[IndicatorName, ...], Field(max_length=MOST_ALIASES)] = ()
    verified: bool = False

    @property
    def key(self) -> str:
        """What tells it from the framework's others: its number, or the words of its name."""
        return self.number or " ".join(bare_words(self.name))

    @property
    def title(self) -> str:
        """Its number, where it has one, and its name."""
        return f"{self.number} {self.name}".lstrip()


class Grade(FormatPart):
    """A grade of the scale on which inspectors judge: its figure, its word, what it means."""

    grade: Annotated[int, Field(ge=1, le=10)]
    word: Words
    meaning: str = ""


class Crosswalk(FormatPart):
    """How the indicators of an earlier framework continue in this one.

    `from` is the earlier framework's id. `same` lists the numbers that mean the same in both,
    `near` what became of others, `unsettled` why the rest have no counterpart here. `note` says how
    this was judged.
    """

    origin: Annotated[Key, Field(alias="from")]
    same: tuple[IndicatorNumber, ...] = ()
    near: dict[IndicatorNumber, tuple[IndicatorNumber, ...]] = Field(default_factory=dict)
    unsettled: dict[IndicatorNumber, Words] = Field(default_factory=dict)
    note: str = ""


class Framework(FormatPart):
    """A framework: its id, its name and its indicators in order.

    `source` says where they were read and `as_at` when. `scale` has the grades that are given by
    it, the best first.
    """

    id: Key
    name: Words
    source: str = ""
    as_at: date | None = None
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1, max_length=MOST_INDICATORS)]
    scale: tuple[Grade, ...] = ()
    crosswalk: Crosswalk | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.id == NONE:
            raise ValueError(f"id: {NONE} means that no framework is followed")
        if len(self._by_number) < sum(1 for one in self.indicators if one.number):
            raise ValueError("two indicators have the same number")
        names = [bare_words(name) for one in self.indicators for name in (one.name, *one.aliases)]
        letters = sum(len(word) for words in names for word in words)
        if letters > MOST_LETTERS:
            raise ValueError(f"its names have {letters:,} letters and can have {MOST_LETTERS:,}")
        twice = sorted(" ".join(words) for words, times in Counter(names).items() if times > 1)
        if twice:
            raise ValueError(f"two indicators are called {twice[0]}")
        walk = self.crosswalk
        named = [*walk.same, *(to for near in walk.near.values() for to in near)] if walk else []
        unknown = [number for number in named if number not in self._by_number]
        if unknown:
            raise ValueError(f"crosswalk leads to {unknown[0]}, which is not here")
        return self

    @cached_property
    def _by_number(self) -> dict[str, Indicator]:
        return {indicator.number: indicator for indicator in self.indicators if indicator.number}

    @cached_property
    def _by_key(self) -> dict[str, Indicator]:
        return {indicator.key: indicator for indicator in self.indicators}

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], Indicator]:
        return {
            bare_words(name): indicator
            for indicator in self.indicators
            for name in (indicator.name, *indicator.aliases)
        }

    @cached_property
    def _found(self) -> dict[str, Indicator | None]:
        return {}

    @cached_property
    def _nearest(self) -> dict[str, Indicator | None]:
        return {}

    def numbered(self, number: str) -> Indicator | None:
        """Return the indicator with this number, or None."""
        return self._by_number.get(number)

    def keyed(self, key: str) -> Indicator | None:
        """Return the indicator with this key, or None."""
        return self._by_key.get(key)

    def find(self, printed: str) -> Indicator | None:
        """Return the indicator that a plan's wording means, or None if it is none of these.

        Capitals, punctuation, "the", "and" and a leading number do not matter; a number alone works
        too.
        """
        if printed not in self._found:
            self._found[printed] = self._looked_up(printed)
        return self._found[printed]

    def has_none_of(self, names: Iterable[str]) -> bool:
        """Return whether none of some wordings means an indicator; sooner than `find` of each."""
        read = [_number_or_words(one) for one in names]
        has_words = not self._by_words.keys().isdisjoint({words for _, words in read if words})
        return not has_words and not any(
            number in self._by_number for number, words in read if words is None
        )

    def _looked_up(self, printed: str) -> Indicator | None:
        number, words = _number_or_words(printed)
        return self._by_words.get(words) if words is not None else self._by_number.get(number)

    def numbered_otherwise(self, printed: str) -> Indicator | None:
        """Return the indicator that has the number in front of another one's name, or None.

        "1.2 Learning, teaching and assessment" has the number of Leadership of learning.
        """
        number = _leading_number(printed)
        by_number = self._by_number.get(number[1]) if number else None
        by_name = self.find(printed)
        is_other = by_number is not None and by_name is not None and by_name != by_number
        return by_number if is_other else None

    def find_within(self, heading: str) -> Indicator | None:
        """Return the indicator that a heading names, alone or among other words."""
        if found := self.find(heading):
            return found
        number = _leading_number(heading)
        if number and number[1] in self._by_number:
            return self._by_number[number[1]]
        words = bare_words(heading)
        within = [name for name in self._by_words if len(name) > 1 and _holds(words, name)]
        return self._by_words[max(within, key=len)] if within else None

    def nearest(self, printed: str) -> Indicator | None:
        """Return the indicator with the most similar name, or None if none is similar."""
        if printed not in self._nearest:
            self._nearest[printed] = self._most_like(printed)
        return self._nearest[printed]

    @cached_property
    def _by_beginning(self) -> dict[str, list[int]]:
        """The places in `_spelt` of the names of which a word begins so."""
        places: dict[str, list[int]] = {}
        for place, (beginnings, *_) in enumerate(self._spelt):
            for one in beginnings:
                places.setdefault(one, []).append(place)
        return places

    @cached_property
    def _spelt(self) -> "list[_Spelt]":
        """Each name with how its words begin, and every three letters in a row of it."""
        return [
            (_beginnings_of(words), _threes(" ".join(words)), " ".join(words), indicator)
            for words, indicator in self._by_words.items()
        ]

    def _most_like(self, printed: str) -> Indicator | None:
        """Return the indicator whose name is most like, of those whose words begin most alike."""
        words = bare_words(printed)
        typed = " ".join(words)
        letters = _threes(typed)
        alike = self._begin_alike(_beginnings_of(words))
        _, threes, name, indicator = max(alike, key=lambda one: len(letters & one[1]))
        share = 2 * len(letters & threes) / ((len(letters) + len(threes)) or 1)
        if share >= _SURELY:
            return indicator
        return indicator if get_close_matches(typed, [name], n=1, cutoff=_ALIKE) else None

    def _begin_alike(self, beginnings: frozenset[str]) -> "list[_Spelt]":
        """Return the names that share the most beginnings, in the framework's order."""
        shared: dict[int, int] = {}
        for one in beginnings:
            for place in self._by_beginning.get(one, ()):
                shared[place] = shared.get(place, 0) + 1
        most = max(shared.values(), default=0)
        return [self._spelt[place] for place in sorted(shared) if shared[place] == most] or list(
            self._spelt
        )


_Threes: TypeAlias = frozenset[tuple[str, str, str]]
_Spelt: TypeAlias = tuple[frozenset[str], _Threes, str, Indicator]


@remembered
def _number_or_words(printed: str) -> tuple[str, tuple[str, ...] | None]:
    """Return the number before a name, and the name's words: None of a number alone."""
    number = _leading_number(printed)
    name = printed[number.end() :] if number else printed
    is_alone = number is not None and not name.strip()
    return number[1] if number else "", None if is_alone else bare_words(name)


def _leading_number(printed: str) -> re.Match[str] | None:
    """Return the number before a name, if any: most names begin with a letter of their own."""
    first = printed.lstrip()[:1]
    return _LEADING_NUMBER.match(printed) if first.isdigit() or first in "HhQq" else None


def _threes(name: str) -> _Threes:
    """Return every three letters in a row of a name."""
    return frozenset(zip(name, name[1:], name[2:], strict=False))


def _beginnings_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_BEGINNING] for word in words)


@remembered
def bare_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, so that two spellings of it compare as equal."""
    return tuple([word for word in plain_words(text) if word not in _SILENT])


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters, without the signs between them."""
    bare = text.casefold()
    return bare.translate(_APART).split() if bare.isascii() else _WORD.findall(bare)


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    starts = range(len(words) - len(name) + 1)
    return any(words[start : start + len(name)] == name for start in starts)


@cache
def framework_named(framework_id: str) -> Framework | None:
    """Return the packaged framework called `framework_id`, or None."""
    return framework_of_file(framework_id) if framework_id in framework_ids() else None


def framework_of_file(framework_id: str) -> Framework:
    """Return the packaged framework called `framework_id`, of which there is a file.

    Raises FormatError, naming the file, the key and the reason.
    """
    file = packaged("frameworks", f"{framework_id}.toml")
    return parsed_framework(file.read_text(encoding="utf-8"), file.name)


def parsed_framework(source: str, file_name: str) -> Framework:
    """Return the framework defined by the TOML text `source`.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    return parsed_part(Framework, source, file_name)


def framework_ids() -> tuple[str, ...]:
    """Return the ids of the frameworks packaged with plandesk."""
    return packaged_ids("frameworks")


def frameworks(own: Iterable[Framework] = ()) -> tuple[Framework, ...]:
    """Return the frameworks packaged with plandesk and a council's `own`, by their ids.

    A council's own takes the place of a packaged one of the same id.
    """
    packaged = filter(None, map(framework_named, framework_ids()))
    found = {one.id: one for one in (*packaged, *own)}
    return tuple(found[framework_id] for framework_id in sorted(found))


def framework_called(typed: str, own: Iterable[Framework] = ()) -> Framework | None:
    """Return the framework whose id or name an officer typed, or None."""
    wanted = bare_words(typed)
    named = ((one, (bare_words(one.id), bare_words(one.name))) for one in frameworks(own))
    return next((one for one, names in named if wanted in names), None)


_SUBJECTS = (
    ("best-value-2020", r"best value"),
    ("elc-2025", r"early learning|early years|nurser(?:y|ies)|childcare"),
    ("hgios-4", r"schools?(?! meals)\b|academy|attainment|how good is our"),
    ("nif-2025", r"national improvement framework|\bnif\b|education service"),
    ("care-inspectorate-2019", r"child(?:ren|hood)?\b|young people|corporate parent"),
)
"""What the title of a plan that follows a framework speaks of, the plainest first."""


def suited_framework(title: str) -> str:
    """Return the id of the packaged framework that a plan of this title may follow, or empty."""
    said = title.casefold()
    return next((one for one, words in _SUBJECTS if re.search(words, said)), "")


def fitting_framework(
    named: Iterable[str], usual: Framework | None, title: str, own: Iterable[Framework] = ()
) -> Framework | None:
    """Return the known framework that has most of the indicators a plan names, or None.

    It has more of them than the one that plans usually follow, and no other has as many. A number
    alone fits many, so it counts only for a framework that suits the plan's `title`.
    """
    names = tuple(dict.fromkeys(named))
    suited = suited_framework(title)
    least = max(len(names) // 2, _fits(usual, names, suited)) if usual else len(names) // 2
    fits = [(_fits(one, names, suited, least), one) for one in frameworks(own)]
    most = max((count for count, _ in fits), default=0)
    best = [one for count, one in fits if count == most]
    if most <= least:
        return None
    return best[0] if len(best) == 1 else next((one for one in best if one.id == suited), None)


def _fits(framework: Framework | None, names: tuple[str, ...], suited: str, least: int = 0) -> int:
    """Return how many of some names are indicators of a framework.

    It is none where they can no longer be more than `least`: nothing then hangs on how many.
    """
    if framework is None or framework.has_none_of(names):
        return 0
    count, left = 0, len(names)
    for name in names:
        if count + left <= least:
            return 0
        left -= 1
        if framework.find(name) is not None:
            count += framework.id == suited or _is_named(name)
    return count


def _is_named(printed: str) -> bool:
    """Return whether an indicator is printed with its name, not only by its number."""
    number = _leading_number(printed)
    return bool(printed[number.end() if number else 0 :].strip())


class _NamesFramework(Protocol):
    @property
    def framework(self) -> str: ...


class FollowsFrameworks(Protocol):
    """What a council's format says of frameworks: the usual one in its plans, and its own."""

    @property
    def plan(self) -> _NamesFramework:
        """How its plans are printed, and which framework they usually follow."""

    @property
    def own_frameworks(self) -> tuple[Framework, ...]:
        """The council's own frameworks."""


def followed_by(plan: "Plan", council: FollowsFrameworks) -> str:
    """Return the id of the framework that a plan names, else its council's format; maybe none."""
    return plan.cover.framework or council.plan.framework


def framework_of(plan: "Plan", council: FollowsFrameworks) -> Framework | None:
    """Return the framework a plan uses: its own, or its council format's default.

    None if neither names one, if "none" is chosen, or if there is no such framework.
    """
    named = followed_by(plan, council)
    if named in ("", NONE):
        return None
    own = next((one for one in council.own_frameworks if one.id == named), None)
    return own or framework_named(named)
