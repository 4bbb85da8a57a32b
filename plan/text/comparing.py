"""Compares two texts or lists: what they share, and how one becomes the other.

The standard library's comparison takes the square of the pairs that are alike, and more: a word
that is pasted some thousand times would hold everything up. Past a limit it is done roughly.
"""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["equal", "replace", "delete", "insert"]
Step: TypeAlias = tuple[Kind, int, int, int, int]
"""What becomes of `ours[start:end]`, and the start and end of what it is in `theirs`."""

MOST_PAIRS = 10_000
"""Pairs alike of which the comparison is exact; two pages of prose that are the same have 2,000."""


def in_common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many items two sequences share in their order; whatever the order past the limit.

    The limit is `MOST_PAIRS`.
    """
    if _is_too_much(ours, theirs):
        return (Counter(ours) & Counter(theirs)).total()
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def steps_between(ours: Sequence[str], theirs: Sequence[str]) -> list[Step]:
    """Return the steps by which `ours` becomes `theirs`, in order, as `SequenceMatcher` has them.

    Past the limit `MOST_PAIRS`, everything between the shared beginning and end is one step.
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
