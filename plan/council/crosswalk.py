"""Maps the indicators of one framework to those of another.

A crosswalk is a judgement, stored with the later of the two frameworks; it can be read both ways.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from plan.council.framework import Crosswalk, Framework, Indicator, frameworks

Likeness: TypeAlias = Literal["same", "near", "none"]


@dataclass(frozen=True)
class Counterpart:
    """What corresponds to an indicator in `framework`, which is not the indicator's own.

    `like` says how similar the two are. If it is "none", `to` is empty and `why` gives the reason,
    as far as we know it.
    """

    framework: Framework
    indicator: Indicator
    like: Likeness
    to: tuple[Indicator, ...] = ()
    why: str = ""

    @property
    def words(self) -> str:
        """The corresponding indicator in words, or that there is none."""
        if not self.to:
            return "no counterpart" + (f": {self.why}" if self.why else " is known")
        how = "the same" if self.like == "same" else "near, not the same"
        return f"{'; '.join(one.title for one in self.to)} ({how})"


def crosswalk_between(one: Framework, other: Framework) -> Crosswalk | None:
    """Return the crosswalk of two frameworks, whichever of them has it, or None."""
    for later, earlier in ((one, other), (other, one)):
        if later.crosswalk is not None and later.crosswalk.origin == earlier.id:
            return later.crosswalk
    return None


def counterparts(origin: Framework, to: Framework) -> tuple[Counterpart, ...]:
    """Return what corresponds in `to` to each indicator of `origin`, in order.

    Empty if there is no crosswalk between the two.
    """
    if crosswalk_between(origin, to) is None:
        return ()
    return tuple(counterpart(origin, to, indicator) for indicator in origin.indicators)


def counterpart(origin: Framework, to: Framework, indicator: Indicator) -> Counterpart:
    """Return what corresponds in `to` to an indicator of `origin`."""
    walk = crosswalk_between(origin, to)
    if walk is None:
        return Counterpart(to, indicator, "none")
    number = indicator.number
    near = tuple(_near(walk, number, is_onwards=walk.origin == origin.id))
    numbers = (number,) if number in walk.same else near
    found = tuple(one for each in numbers if (one := to.numbered(each)) is not None)
    if not found:
        why = walk.unsettled.get(number, "") if walk.origin == origin.id else ""
        return Counterpart(to, indicator, "none", why=why)
    return Counterpart(to, indicator, "same" if number in walk.same else "near", found)


def _near(walk: Crosswalk, number: str, *, is_onwards: bool) -> Iterator[str]:
    if is_onwards:
        yield from walk.near.get(number, ())
    else:
        yield from (earlier for earlier, later in walk.near.items() if number in later)


def related(framework: Framework, own: Iterable[Framework] = ()) -> tuple[Framework, ...]:
    """Return the other frameworks that a crosswalk leads to; `own` are a council's own."""
    return tuple(one for one in frameworks(own) if crosswalk_between(framework, one))
