"""What the officer is told: one sentence at a time, and all of them to be read again."""

from collections import deque
from dataclasses import dataclass

KEPT = 50
"""Sentences that can be read again."""


@dataclass(frozen=True)
class Notice:
    """A sentence for the officer; a problem stays longer."""

    sentence: str
    is_problem: bool = False

    @property
    def seconds(self) -> float:
        """Seconds that it is shown where nothing else waits."""
        return 12.0 if self.is_problem else 5.0

    @property
    def least_seconds(self) -> float:
        """Seconds that it is shown although another waits."""
        return 4.0 if self.is_problem else 1.5


class Notices:
    """The notice that is `shown`, those that wait for their turn, and those `told` so far.

    `now` is in seconds, from any beginning.
    """

    def __init__(self) -> None:
        self.shown: Notice | None = None
        self.told: deque[Notice] = deque(maxlen=KEPT)
        self._waiting: list[Notice] = []
        self._since = 0.0

    def add(self, notice: Notice, now: float) -> None:
        """Take a notice: shown at once or in its turn; the one that is shown begins anew."""
        self.told.append(notice)
        if notice == self.shown:
            self._since = now
        elif notice not in self._waiting:
            self._waiting.append(notice)

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
        return shown.least_seconds if self._waiting else shown.seconds
