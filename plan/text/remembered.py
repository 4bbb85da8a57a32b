"""Remembers results of functions, and drops those for texts that no longer exist.

A plan is checked after every edit, and almost all of it is unchanged, so we keep what was worked
out for each text. Results for text since overwritten would otherwise pile up while the window is
open.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

ResultT = TypeVar("ResultT")
RowT = TypeVar("RowT")
BesidesT = ParamSpec("BesidesT")

MOST = 65_536
"""How many results we keep for one function: enough for about ten thousand actions."""
SPARE = 128
"""How many unused results of one function we always tolerate, however small the plan is."""

_FUNCTIONS: "list[_lru_cache_wrapper[object]]" = []
_USEFUL: "dict[_lru_cache_wrapper[object], int]" = {}
"""How many results each function had after its first look at the whole plan."""


def remembered(function: Callable[..., ResultT]) -> "_lru_cache_wrapper[ResultT]":
    """Return `function` with its results remembered until `drop_unused_results` drops them."""
    kept = lru_cache(maxsize=MOST)(function)
    _FUNCTIONS.append(kept)
    return kept


_KEPT_BY_ROW: "list[dict[int, tuple[object, object, object]]]" = []
_USEFUL_BY_ROW: dict[int, int] = {}
"""The same for each of those, by its place."""


def remembered_by_row(
    function: "Callable[Concatenate[RowT, BesidesT], ResultT]",
) -> "Callable[Concatenate[RowT, BesidesT], ResultT]":
    """Return `function` with its results remembered for each row until they are dropped.

    A row never changes, so it stands for what it says: no field is compared. What else the function
    is given is compared, so that should be little, or the same objects again.
    """
    kept: dict[int, tuple[object, object, ResultT]] = {}
    _KEPT_BY_ROW.append(kept)  # type: ignore[arg-type]

    if function.__code__.co_argcount == 1:
        return _remembered_alone(function, kept)

    def found(row: RowT, /, *besides: BesidesT.args, **named: BesidesT.kwargs) -> ResultT:
        known = kept.get(id(row))
        if known is not None and known[0] is row and known[1] == besides:
            return known[2]
        result = function(row, *besides, **named)
        kept[id(row)] = row, besides, result
        return result

    return found


def _remembered_alone(
    function: "Callable[..., ResultT]", kept: "dict[int, tuple[object, object, ResultT]]"
) -> "Callable[..., ResultT]":
    """Return `function` of a row alone with its results remembered: most are, and many call it."""

    def found(row: object, /) -> ResultT:
        known = kept.get(id(row))
        if known is not None and known[0] is row:
            return known[2]
        result = function(row)
        kept[id(row)] = row, (), result
        return result

    return found


def drop_unused_results() -> None:
    """Drop a function's results once most of them are no longer used.

    Called after the whole plan has been looked at. The first time after a function starts from
    empty tells how many results the plan needs; once there are twice as many, it starts from empty
    again.
    """
    for function in _FUNCTIONS:
        count = function.cache_info().currsize
        useful = _USEFUL.setdefault(function, count)
        if count > 2 * useful + SPARE:
            function.cache_clear()
            _USEFUL.pop(function, None)  # two threads may be here at once
    for place, kept in enumerate(_KEPT_BY_ROW):
        count = len(kept)
        useful = _USEFUL_BY_ROW.setdefault(place, count)
        if count > 2 * useful + SPARE:
            kept.clear()
            _USEFUL_BY_ROW.pop(place, None)
