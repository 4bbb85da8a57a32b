"""Ranks: strings that order siblings, with room for one more between any two.

A rank is a fraction in base 62, the digits after an imaginary point, so "V" is about a half. A row
that is inserted or moved gets a rank between its neighbours', and no other row changes.
"""

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""In the order in which strings sort."""

_BASE = len(DIGITS)
LONGEST = 40
"""Ranks longer than this are a sign that the siblings should be renumbered."""


class NoRoomError(ValueError):
    """There is no rank between the two: they are equal, out of order or already too long."""


def rank_between(before: str | None, after: str | None) -> str:
    """Return a rank between `before` and `after`; None means no limit on that side.

    Raises NoRoomError if there is none: the siblings then need `spread_ranks`.
    """
    low = before or ""
    if after is not None and low >= after:
        raise NoRoomError(f"no rank between {low!r} and {after!r}")
    digits: list[str] = []
    bounded = after is not None
    for place in range(LONGEST):
        floor = DIGITS.index(low[place]) if place < len(low) else 0
        ceiling = _BASE
        if bounded and after is not None:
            ceiling = DIGITS.index(after[place]) if place < len(after) else 0
        if ceiling - floor > 1:
            digits.append(DIGITS[(floor + ceiling) // 2])
            return "".join(digits)
        digits.append(DIGITS[floor])
        bounded = bounded and floor == ceiling
    raise NoRoomError(f"the rank between {low!r} and {after!r} would be too long")


def spread_ranks(count: int) -> tuple[str, ...]:
    """Return `count` short ranks in ascending order, evenly spread, with room around each."""
    width = 1
    while _BASE**width < 2 * (count + 1):
        width += 1
    step = _BASE**width // (count + 1)
    return tuple(_written(step * (place + 1), width) for place in range(count))


def _written(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits.append(DIGITS[digit])
    return "".join(reversed(digits)).rstrip(DIGITS[0])
