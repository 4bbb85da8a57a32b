"""Frameworks of quality indicators, by which inspectors judge, as data.

They are TOML files in `plan/council/frameworks/`. A plan prints an indicator in its own words; we
find which one it means by the framework's name for it or by one of its other known names.
"""

import re
from collections import Counter
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from plan.council.format_file import parsed_part
from plan.council.format_part import FormatPart, Key, Words, packaged_ids

if TYPE_CHECKING:
    from plan.council.format import Format
    from plan.model.plan import Plan

IndicatorNumber: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d{1,2}\.\d{1,2}$")]

_WORD = re.compile(r"[^\W_]+")
_SILENT = frozenset({"the", "and"})
_LEADING_NUMBER = re.compile(r"\s*(?:QI\s*)?(\d{1,2}\.\d{1,2})\b[\s.:)–-]*", re.IGNORECASE)


class Indicator(FormatPart):
    """A quality indicator: its number, its name, and its other known names.

    `verified` says that we read the name in a source; only then may it replace what an officer
    typed.
    """

    number: IndicatorNumber
    name: Words
    aliases: tuple[Words, ...] = ()
    verified: bool = False


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
    """A framework: its id, its name and its indicators in order."""

    id: Key
    name: Words
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    crosswalk: Crosswalk | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if len(self._by_number) < len(self.indicators):
            raise ValueError("two indicators have the same number")
        names = [bare_words(name) for one in self.indicators for name in (one.name, *one.aliases)]
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
        return {indicator.number: indicator for indicator in self.indicators}

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

    def find(self, printed: str) -> Indicator | None:
        """Return the indicator that a plan's wording means, or None if it is none of these.

        Capitals, punctuation, "the", "and" and a leading number do not matter; a number alone works
        too.
        """
        if printed not in self._found:
            self._found[printed] = self._looked_up(printed)
        return self._found[printed]

    def _looked_up(self, printed: str) -> Indicator | None:
        number = _LEADING_NUMBER.match(printed)
        name = printed[number.end() :] if number else printed
        if number and not name.strip():
            return self._by_number.get(number[1])
        return self._by_words.get(bare_words(name))

    def find_within(self, heading: str) -> Indicator | None:
        """Return the indicator that a heading names, alone or among other words."""
        if found := self.find(heading):
            return found
        number = _LEADING_NUMBER.match(heading)
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

    def _most_like(self, printed: str) -> Indicator | None:
        names = {" ".join(words): indicator for words, indicator in self._by_words.items()}
        close = get_close_matches(" ".join(bare_words(printed)), names, n=1, cutoff=0.7)
        return names[close[0]] if close else None


def bare_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, so that two spellings of it compare as equal."""
    return tuple(word for word in _WORD.findall(text.casefold()) if word not in _SILENT)


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
    file = resources.files("plan.council").joinpath("frameworks", f"{framework_id}.toml")
    return parsed_framework(file.read_text(encoding="utf-8"), file.name)


def parsed_framework(source: str, file_name: str) -> Framework:
    """Return the framework defined by the TOML text `source`.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    return parsed_part(Framework, source, file_name)


def framework_ids() -> tuple[str, ...]:
    """Return the ids of the frameworks packaged with plandesk."""
    return packaged_ids("frameworks")


def frameworks() -> tuple[Framework, ...]:
    """Return the frameworks packaged with plandesk."""
    return tuple(filter(None, map(framework_named, framework_ids())))


def framework_called(typed: str) -> Framework | None:
    """Return the framework whose id or name an officer typed, or None."""
    wanted = bare_words(typed)
    return next(
        (one for one in frameworks() if wanted in (bare_words(one.id), bare_words(one.name))), None
    )


def framework_of(plan: "Plan", council: "Format") -> Framework | None:
    """Return the framework a plan uses: its own, or its council format's default."""
    named = plan.cover.framework or council.plan.framework
    return framework_named(named) if named else None
