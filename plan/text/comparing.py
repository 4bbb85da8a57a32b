"""Compares two texts or lists: what they share, and how to turn one into the other.

And two headings, which are the same whatever their case and punctuation.

The standard library's comparison slows down with the square of the number of matching pairs: one
word pasted a few thousand times would freeze the program. Past a limit we compare roughly.
"""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, TypeAlias

from plan.text.patterns import late_pattern

Kind: TypeAlias = Literal["equal", "replace", "delete", "insert"]
Step: TypeAlias = tuple[Kind, int, int, int, int]
"""A kind of step, `start` and `end` in ours, then `start` and `end` in theirs."""

_PLURAL = late_pattern(r"\(s\)")
_NO_LETTER = late_pattern(r"[\W_]+")

MOST_PAIRS = 10_000
"""Above this many matching pairs we compare roughly; two identical pages of prose have 2,000."""


def in_common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many items two sequences share in the same order.

    Past the limit `MOST_PAIRS` the order is ignored.
    """
    if _is_too_much(ours, theirs):
        return (Counter(ours) & Counter(theirs)).total()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def steps_between(ours: Sequence[str], theirs: Sequence[str]) -> list[Step]:
    """Return the steps that turn `ours` into `theirs`, in order, as `SequenceMatcher` gives them.

    Past the limit `MOST_PAIRS`, everything between the shared start and end is one step.
    """
    if _is_too_much(ours, theirs):
        return _roughly(ours, theirs)
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _is_too_much(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    there = Counter(theirs)
    return sum(count * there[item] for item, count in Counter(ours).items()) > MOST_PAIRS


def _roughly(ours: Sequence[str], theirs: Sequence[str]) -> list[Step]:
    start = _alike_at_the_start(ours, theirs)
    last = _alike_at_the_start(ours[start:][::-1], theirs[start:][::-1])
    end, end_there = len(ours) - last, len(theirs) - last
    kind: Kind = "insert" if start == end else "delete" if start == end_there else "replace"
    steps: list[Step] = [
        ("equal", 0, start, 0, start),
        (kind, start, end, start, end_there),
        ("equal", end, len(ours), end_there, len(theirs)),
    ]
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def _alike_at_the_start(ours: Sequence[str], theirs: Sequence[str]) -> int:
    pairs = zip(ours, theirs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def heading_key(heading: str) -> str:
    """Return the key of a heading, the same whatever its case, spaces and punctuation."""
    return normalised(heading) or heading.strip()


def normalised(heading: str) -> str:
    """Return a heading without what differs between councils: case, spaces, punctuation, "(s)"."""
    return _NO_LETTER.sub("", _PLURAL.sub("", heading.casefold()))
