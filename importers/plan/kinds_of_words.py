"""What a heading means, how surely, and the words by which that is known."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from plan.council.format import ColumnField

Strength: TypeAlias = Literal["plain", "weak", "last", "asked"]
"""How surely words mean a field: whatever stands beside them; where no plainer heading does; where
nothing else does; or so that an officer is asked."""
KindName: TypeAlias = ColumnField | Literal["status", "sub_action"]


class Kind(NamedTuple):
    """A meaning of a heading: the field, or `status` or `sub_action`, and how sure it is."""

    name: KindName
    strength: Strength


class Known(NamedTuple):
    """Headings that have the same kinds."""

    pattern: re.Pattern[str]
    kinds: tuple[Kind, ...]


def known(meaning: str, *patterns: str) -> Known:
    """Return the patterns of a kind; `meaning` has names and strengths: "leads:weak, aim"."""
    return Known(re.compile("|".join(patterns)), tuple(_kinds(meaning)))


def _kinds(meaning: str) -> Iterator[Kind]:
    for one in filter(None, meaning.split(", ")):
        name, _, strength = one.partition(":")
        yield Kind(name, strength or "plain")  # type: ignore[arg-type]


def first_of(said: str, kinds: tuple[Known, ...]) -> tuple[Kind, ...]:
    """Return the kinds of the first that has the words of a heading, none where none has."""
    return next((one.kinds for one in kinds if one.pattern.fullmatch(said)), ())
