"""Remembers results of functions, and forgets those of texts that are no longer there.

A plan is checked after every edit, and nearly all of it is as it was: what has been worked out for
a text is remembered. What was typed over would stay for as long as the window is open.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

ResultT = TypeVar("ResultT")

MOST = 65_536
"""Results of one function that are kept at most: of some ten thousand actions."""
SPARE = 128
"""How many useless results of one function are always tolerated, however small the plan."""

_FUNCTIONS: "list[_lru_cache_wrapper[object]]" = []
_USEFUL: "dict[_lru_cache_wrapper[object], int]" = {}
"""How many results each function had once a whole plan had been looked at, from none."""


def remembered(function: Callable[..., ResultT]) -> "_lru_cache_wrapper[ResultT]":
    """Return `function`, with its results remembered until `forget_what_was` lets them go."""
    kept = lru_cache(maxsize=MOST)(function)
    _FUNCTIONS.append(kept)
    return kept


def remembered_results() -> int:
    """Return how many results are remembered."""
    return sum(function.cache_info().currsize for function in _FUNCTIONS)


def forget_what_was() -> None:
    """Let the results of a function go where most of them are of no use any more.

    Called when a whole plan has been looked at. What the plan needs is known from the first time
    after a function has begun anew; where there is twice as much by now, it begins anew.
    """
    for function in _FUNCTIONS:
        count = function.cache_info().currsize
        useful = _USEFUL.setdefault(function, count)
        if count > 2 * useful + SPARE:
            function.cache_clear()
            _USEFUL.pop(function, None)  # two threads may be looking
