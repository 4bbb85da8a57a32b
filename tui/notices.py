"""The notices that the officer is shown one at a time, and the list of all of them."""

from collections import deque
from typing import NamedTuple

MOST_KEPT = 50
"""Notices that can be read again."""


class Seconds(NamedTuple):
    """How long a notice is shown: alone, and at least if another one is waiting."""

    alone: float
    at_least: float


NOTICE_SECONDS, PROBLEM_SECONDS = Seconds(5.0, 1.5), Seconds(12.0, 4.0)


class Notice(NamedTuple):
    """A sentence for the officer; a problem is shown longer."""

    sentence: str
    is_problem: bool = False


class Notices:
    """The notice that is `shown`, those that wait for their turn, and those `told` so far.

    `now` is in seconds of any clock that only goes forward.
    """

    def __init__(self) -> None:
        self.shown: Notice | None = None
        self.told: deque[Notice] = deque(maxlen=MOST_KEPT)
        self._waiting: list[Notice] = []
        self._since = 0.0
        self._is_old = False

    def add(self, notice: Notice, now: float) -> None:
        """Queue a notice; if it is the one shown, its time starts again.

        Notices from before the officer's last key are dropped for it, except problems.
        """
        self.told.append(notice)
        if self._is_old:
            self._give_way(now)
        if notice == self.shown:
            self._since = now
        elif notice not in self._waiting:
            self._waiting.append(notice)

    def mark_old(self) -> None:
        """Note that the officer has pressed a key: all notices so far are old now."""
        self._is_old = True

    def _give_way(self, now: float) -> None:
        self._is_old = False
        self._waiting = [one for one in self._waiting if one.is_problem]
        if self.shown is not None and not self.shown.is_problem:
            self.next(now)

    def remove(self, sentence: str, now: float) -> None:
        """Remove a notice, whether it is shown or waiting."""
        self._waiting = [one for one in self._waiting if one.sentence != sentence]
        if self.shown is not None and self.shown.sentence == sentence:
            self.next(now)

    def advance(self, now: float) -> float | None:
        """Show the next notice if it is time; return the seconds until the next call, or None."""
        while self.shown is not None and now - self._since >= self._seconds_for(self.shown):
            self.next(now)
        if self.shown is None:
            self.next(now)
        return max(self._since + self._seconds_for(self.shown) - now, 0.0) if self.shown else None

    def next(self, now: float) -> None:
        """Show the notice that has waited longest, or none."""
        self.shown = self._waiting.pop(0) if self._waiting else None
        self._since = now

    def _seconds_for(self, shown: Notice) -> float:
        seconds = PROBLEM_SECONDS if shown.is_problem else NOTICE_SECONDS
        return seconds.at_least if self._waiting else seconds.alone
