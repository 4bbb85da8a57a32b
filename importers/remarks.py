"""Remarks on a paper, for the officer who reads it in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from plan.papers.blocks import INTERNAL, LEFT_OUT, PUBLIC
from plan.text.line_breaks import counted

RemarkKind: TypeAlias = Literal["note", "oddity", "not understood"]


_MOST_PLACES = 6


@dataclass(frozen=True)
class Remark:
    """A sentence about the paper.

    A "note" says how something was read, an "oddity" points out a likely slip, and "not understood"
    says what was left out. `place` is a ref ("2.3") or a part of the paper, empty for the whole of
    it. `is_listed` says that it tells no more than the account does, which says it with all words.
    """

    kind: RemarkKind
    place: str
    text: str
    is_listed: bool = False


def copy_remark(path: Path, texts: Iterable[str]) -> tuple[Remark, ...]:
    """Return the remark on a file that is the public or the internal copy of a paper.

    Such a copy is known by its name, the public one by what stands in it for what was left out too.
    """
    named = path.stem.split()
    if PUBLIC in named or any(LEFT_OUT in text for text in texts):
        said = (
            "This is the public copy of a paper: its contacts are blank and names are left out. "
            "What is taken from it has them blank too; take the paper that is no such copy."
        )
    elif INTERNAL in named:
        said = "This is the internal copy of a paper: what is made of it names people as it does."
    else:
        return ()
    return (Remark("not understood", "", said),)


def gathered(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return the remarks, with those that say the same joined into one that lists the places."""
    places: dict[Remark, list[str]] = {}
    for remark in remarks:
        places.setdefault(replace(remark, place=""), []).append(remark.place)
    return tuple(replace(said, place=_listed(named)) for said, named in places.items())


def _listed(places: list[str]) -> str:
    shown = ", ".join(filter(None, dict.fromkeys(places[:_MOST_PLACES])))
    more = len(places) - _MOST_PLACES
    return f"{shown} and {counted(more, 'other')}" if more > 0 else shown
