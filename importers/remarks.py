"""Remarks on a paper, for the officer who reads it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

RemarkKind: TypeAlias = Literal["note", "oddity", "not understood"]


_MOST_PLACES = 6


@dataclass(frozen=True)
class Remark:
    """A sentence about the paper.

    A "note" says how something was read, an "oddity" points out a likely slip, and "not understood"
    says what was left out. `place` is a ref ("2.3") or a part of the paper, empty for the whole of
    it.
    """

    kind: RemarkKind
    place: str
    text: str


def shortened(text: str, limit: int = 60) -> str:
    """Return the beginning of `text` on one line, for quoting in a remark."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def gathered(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the remarks, with those that say the same joined into one that lists the places."""
    places: dict[tuple[RemarkKind, str], list[str]] = {}
    for remark in remarks:
        places.setdefault((remark.kind, remark.text), []).append(remark.place)
    return tuple(Remark(kind, _listed(named), text) for (kind, text), named in places.items())


def _listed(places: list[str]) -> str:
    shown = ", ".join(filter(None, dict.fromkeys(places[:_MOST_PLACES])))
    more = len(places) - _MOST_PLACES
    return f"{shown} and {counted(more, 'other')}" if more > 0 else shown


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 paragraph", "38 paragraphs"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
