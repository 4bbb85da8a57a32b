"""What a heading may mean, how surely, and by which words it is known."""

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


class KnownWords(NamedTuple):
    """The pattern of words that mean something by themselves, and what they mean."""

    pattern: re.Pattern[str]
    kinds: tuple[Kind, ...]


def known(meaning: str, *patterns: str) -> KnownWords:
    """Return the patterns of a kind; `meaning` has names and strengths: "leads:weak, aim"."""
    return KnownWords(re.compile("|".join(patterns)), tuple(_kinds(meaning)))


def _kinds(meaning: str) -> Iterator[Kind]:
    for one in filter(None, meaning.split(", ")):
        name, _, strength = one.partition(":")
        yield Kind(name, strength or "plain")  # type: ignore[arg-type]
