"""What the reader has to say about a paper besides the plan in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan.text.line_breaks import counted

RemarkKind: TypeAlias = Literal["note", "oddity", "not understood"]


_MOST_PLACES = 6


@dataclass(frozen=True)
class Remark:
    """A sentence about the paper.

    A "note" tells how something was read, an "oddity" what looks like a slip in the paper, "not
    understood" what was left out. `place` is a ref ("2.3"), a part of the paper, or empty for all
    of it.
    """

    kind: RemarkKind
    place: str
    text: str


def gathered(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the remarks with those that say the same made into one that names their places."""
    places: dict[tuple[RemarkKind, str], list[str]] = {}
    for remark in remarks:
        places.setdefault((remark.kind, remark.text), []).append(remark.place)
    return tuple(Remark(kind, _listed(named), text) for (kind, text), named in places.items())


def _listed(places: list[str]) -> str:
    shown = ", ".join(filter(None, dict.fromkeys(places[:_MOST_PLACES])))
    more = len(places) - _MOST_PLACES
    return f"{shown} and {counted(more, 'other')}" if more > 0 else shown
