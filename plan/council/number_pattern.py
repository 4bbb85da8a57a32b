r"""Decides whether a pattern for report numbers can be used: one that always answers at once.

A format may come from a stranger, and Python tries one way after another to match a regular
expression. `(\d+)+-(\d+)+` has so many ways that it never comes to an end. So we count the ways
before a pattern is used, and refuse what has too many. With a longest number that we look at, that
bounds the time whatever the text. Nothing else about regular expressions changes: every pattern
that says how many figures it wants is far below.
"""

import re
from collections.abc import Callable, Sequence
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ANY = ".*"
"""The pattern that every number matches."""
LONGEST_NUMBER = 64
"""Characters of a report's number that a pattern may match; the longest we know has 12."""
LONGEST_PATTERN = 200
MOST_WAYS = 300_000
"""So many are tried within a tenth of a second; a figure repeated without end counts for 65."""


def is_number(pattern: str, number: str) -> bool:
    """Return whether a report's number is as a pattern wants it."""
    if pattern == ANY:
        return True
    return len(number) <= LONGEST_NUMBER and re.fullmatch(pattern, number) is not None


def pattern_problem(pattern: str) -> str:
    """Return why a pattern cannot be used, in words, or empty if it can."""
    if len(pattern) > LONGEST_PATTERN:
        return f"it is longer than {LONGEST_PATTERN} characters"
    try:
        re.compile(pattern)
        ways = _ways_of(parser.parse(pattern))
    except (re.error, OverflowError, RecursionError, FutureWarning) as error:
        return f"it is no regular expression: {error}"
    except _NotCountedError as error:
        return f"it has {error}, which a pattern of numbers cannot have"
    if ways > MOST_WAYS:
        return (
            "it could be tried for ever on some text: say how many figures or letters there are, "
            "as \\d{1,4} does, and repeat no group that repeats something itself"
        )
    return ""


class _NotCountedError(Exception):
    """A pattern has something whose ways we do not count."""


_Tokens = Sequence[tuple[Any, Any]]


def _ways_of(tokens: _Tokens) -> int:
    """Return the most ways in which a part of a pattern can match from one place."""
    ways = 1
    for op, argument in tokens:
        ways = min(ways * _ways_of_one(op, argument), MOST_WAYS + 1)
    return ways


def _ways_of_one(op: object, argument: Any) -> int:
    if op in _ONE_WAY:
        return 1
    count = _COUNTED.get(op)
    if count is None:
        raise _NotCountedError(_NAMES.get(op, "something unusual"))
    return count(argument)


def _repeated(argument: tuple[int, int, _Tokens]) -> int:
    """Return the ways of a repeat: those of each number of times, one upon another."""
    least, most, body = argument
    once = _ways_of(body)
    total = 0
    for times in range(min(least, LONGEST_NUMBER), min(most, LONGEST_NUMBER) + 1):
        total += min(once**times, MOST_WAYS + 1)
    return total


def _branched(argument: tuple[object, Sequence[_Tokens]]) -> int:
    return sum(map(_ways_of, argument[1]))


def _grouped(argument: tuple[object, int, int, _Tokens]) -> int:
    return _ways_of(argument[3])


_ONE_WAY = frozenset({ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN, ops.AT, ops.CATEGORY})
_COUNTED: dict[object, Callable[[Any], int]] = {
    ops.MAX_REPEAT: _repeated,
    ops.MIN_REPEAT: _repeated,
    ops.BRANCH: _branched,
    ops.SUBPATTERN: _grouped,
}
_NAMES: dict[object, str] = {
    ops.ASSERT: "a look ahead or behind",
    ops.ASSERT_NOT: "a look ahead or behind",
    ops.GROUPREF: "a group that is matched again",
    ops.GROUPREF_EXISTS: "a choice by a group",
    ops.POSSESSIVE_REPEAT: "a repeat that gives nothing back",
    ops.ATOMIC_GROUP: "a group that gives nothing back",
}
