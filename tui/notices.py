"""What the officer is told: one sentence at a time, and all of them to be read again."""

from collections import deque
from typing import NamedTuple

KEPT = 50
"""Sentences that can be read again."""


class Seconds(NamedTuple):
    """How long a notice is shown where nothing else waits, and where another does."""

    alone: float
    at_least: float


OF_A_NOTICE, OF_A_PROBLEM = Seconds(5.0, 1.5), Seconds(12.0, 4.0)


class Notice(NamedTuple):
    """A sentence for the officer; a problem stays longer."""

    sentence: str
    is_problem: bool = False


class Notices:
    """The notice that is `shown`, those that wait for their turn, and those `told` so far.

    `now` is in seconds, from any beginning.
    """

    def __init__(self) -> None:
        self.shown: Notice | None = None
        self.told: deque[Notice] = deque(maxlen=KEPT)
        self._waiting: list[Notice] = []
        self._since = 0.0
        self._is_old = False

    def add(self, notice: Notice, now: float) -> None:
        """Take a notice: shown at once or in its turn; the one that is shown begins anew.

        What was said before the officer's last key gives way to it: only a problem stays.
        """
        self.told.append(notice)
        if self._is_old:
            self._give_way(now)
        if notice == self.shown:
            self._since = now
        elif notice not in self._waiting:
            self._waiting.append(notice)

    def outlived(self) -> None:
        """Note that the officer has gone on: what has been said so far tells of the past."""
        self._is_old = True

    def _give_way(self, now: float) -> None:
        self._is_old = False
        self._waiting = [one for one in self._waiting if one.is_problem]
        if self.shown is not None and not self.shown.is_problem:
            self.next(now)

    def take_away(self, sentence: str, now: float) -> None:
        """Show a sentence no longer, and let it not have its turn."""
        self._waiting = [one for one in self._waiting if one.sentence != sentence]
        if self.shown is not None and self.shown.sentence == sentence:
            self.next(now)

    def look(self, now: float) -> float | None:
        """Go on to the next where it is time; return after how many seconds to look again."""
        while self.shown is not None and now - self._since >= self._room(self.shown):
            self.next(now)
        if self.shown is None:
            self.next(now)
        return max(self._since + self._room(self.shown) - now, 0.0) if self.shown else None

    def next(self, now: float) -> None:
        """Show the one that waits longest, or none."""
        self.shown = self._waiting.pop(0) if self._waiting else None
        self._since = now

    def _room(self, shown: Notice) -> float:
        seconds = OF_A_PROBLEM if shown.is_problem else OF_A_NOTICE
        return seconds.at_least if self._waiting else seconds.alone
