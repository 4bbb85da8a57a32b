"""The places where the officer has been: each once, and which of them is the present one."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

MOST = 200
"""Places that are remembered."""
_BESIDE = ("line", "number", "aim_number")
"""What is kept with a place to come near it again, and does not make it another place."""


class Stop(NamedTuple):
    """A place where the officer was: the plan, the view, and the place in it as the view says."""

    plan: Path
    view: str
    place: Mapping[str, str]

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same place as another."""
        where = ((name, said) for name, said in self.place.items() if name not in _BESIDE)
        return self.plan, self.view, *sorted(where)


class Trail:
    """The places where the officer was, each once, and which of them is the present one."""

    def __init__(self) -> None:
        self.stops: list[Stop] = []
        self.at = -1

    def note(self, stop: Stop) -> None:
        """Note that the officer is at a place now: it comes after the one noted before.

        What lies ahead stays ahead, and a place that was noted before is not noted twice.
        """
        here = self.stops[self.at] if self.stops else None
        if here is not None and here.key == stop.key:
            self.stops[self.at] = stop
            return
        before = [one for one in self.stops[: self.at + 1] if one.key != stop.key]
        after = [one for one in self.stops[self.at + 1 :] if one.key != stop.key]
        self.stops = [*before, stop, *after][-MOST:]
        self.at = self.stops.index(stop)

    def step(self, by: int) -> Stop | None:
        """Go one place back (-1) or forward (1) and return it, None if there is none."""
        if not 0 <= self.at + by < len(self.stops):
            return None
        self.at += by
        return self.stops[self.at]

    def forget_here(self, by: int) -> None:
        """Forget the present place, to which `by` has led: it is no more."""
        del self.stops[self.at]
        self.at -= max(by, 0)
