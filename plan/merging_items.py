"""Bringing two versions of a list together: item by item, as sequences.

Each side is read against the list that both began with: which of its items it kept, deleted or
wrote anew, and what it put between them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from plan.text.comparing import steps_between

Items: TypeAlias = tuple[str, ...]


def merged_items(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Items]:
    """Return the list that both sides make, as ours has it and as theirs has it.

    The two are the same unless both wrote the same item anew, each in another way. What either
    side added or wrote anew is kept; where both added at one place, all of it is.
    """
    first, second = sorted((tuple(ours), tuple(theirs)))
    most = Counter(first) | Counter(second)
    pieces = _pieces(base, _read(base, first), _read(base, second))
    as_first, as_second = zip(*pieces, strict=True)
    lists = [_no_more_than(most, _joined(as_first)), _no_more_than(most, _joined(as_second))]
    return lists if first == tuple(ours) else lists[::-1]


@dataclass(frozen=True)
class _Version:
    """A list against its base: what became of each item, and what stands before each and last."""

    slots: list[Items]
    gaps: list[Items]


def _read(base: Sequence[str], items: Items) -> _Version:
    slots: list[Items] = [()] * len(base)
    gaps: list[Items] = [()] * (len(base) + 1)
    for _, start, end, new_start, new_end in steps_between(base, items):
        new = items[new_start:new_end]
        paired = min(end - start, len(new))
        slots[start : start + paired] = [(item,) for item in new[:paired]]
        gaps[end] += new[paired:]
    return _Version(slots, gaps)


def _pieces(
    base: Sequence[str], first: _Version, second: _Version
) -> Iterator[tuple[Items, Items]]:
    """Yield the pieces of the list in order, as the first side has each and as the second."""
    for place, (one, other) in enumerate(zip(first.gaps, second.gaps, strict=True)):
        both = _both(one, other)
        yield both, both
        if place < len(first.slots):
            yield _slot((base[place],), first.slots[place], second.slots[place])


def _slot(base: Items, first: Items, second: Items) -> tuple[Items, Items]:
    """Return what one item has become; where one side deleted it, what the other wrote stays."""
    if first in (second, base, ()) and second != base:
        return second, second
    if second in (base, ()):
        return first, first
    return first, second


def _both(one: Items, other: Items) -> Items:
    """Return what both sides added at one place, and what they share of it once."""
    added: Items = ()
    for tag, start, end, other_start, other_end in steps_between(one, other):
        added += one[start:end] + (() if tag == "equal" else other[other_start:other_end])
    return added


def _joined(pieces: Iterable[Items]) -> Items:
    return tuple(item for piece in pieces for item in piece)


def _no_more_than(most: Counter[str], items: Items) -> Items:
    """Return `items` without those that are there twice only as both sides have moved them."""
    left = Counter(most)
    kept = []
    for item in items:
        if left[item] > 0:
            kept.append(item)
            left[item] -= 1
    return tuple(kept)
