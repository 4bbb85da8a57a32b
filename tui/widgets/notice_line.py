"""The notice line above the key line: what plandesk tells the officer, one notice at a time."""

from collections import deque
from typing import NamedTuple

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

MOST_KEPT = 50
"""Notices that can be read again."""


class Seconds(NamedTuple):
    """How long a notice is shown: alone, and at least if another one is waiting."""

    alone: float
    at_least: float


NOTICE_SECONDS, PROBLEM_SECONDS = Seconds(5.0, 1.5), Seconds(12.0, 4.0)


class Notice(NamedTuple):
    """A sentence for the officer; a problem is shown longer, a hint until the next key."""

    sentence: str
    is_problem: bool = False
    is_hint: bool = False

    @property
    def is_of_loss(self) -> bool:
        """Whether it says that something went: no hint takes its place, or a typist misses it."""
        return self.sentence.endswith(_BRINGS_BACK)


_BRINGS_BACK = ". u brings it back."


def gone_in_words(gone: str) -> str:
    """Return what is said of something deleted or emptied, and how it is brought back."""
    return f"{gone}{_BRINGS_BACK}"


def done_in_words(label: str) -> str:
    """Return what is said of a change that was made, by its label, and how it is taken back."""
    return f"Done: {label[:1].lower()}{label[1:]}. u takes it back."


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

        Notices from before the officer's last key are dropped for it, except problems. What says
        that something was deleted does not go for a hint either.
        """
        self.told.append(notice)
        if self._is_old and not (notice.is_hint and self.shown and self.shown.is_of_loss):
            self._give_way(now)
        if notice == self.shown:
            self._since = now
        elif notice not in self._waiting:
            self._waiting.append(notice)

    def mark_old(self, now: float) -> bool:
        """Note that a key was pressed: all notices are old; return whether a hint goes for it."""
        self._is_old = True
        self._waiting = [one for one in self._waiting if not one.is_hint]
        if self.shown is None or not self.shown.is_hint:
            return False
        self.next(now)
        return True

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
        waits = not all(one.is_hint and shown.is_of_loss for one in self._waiting)
        return seconds.at_least if waits else seconds.alone


class NoticeLine(Static):
    """Shows one notice, hidden when there is none; it covers nothing, as what is above shrinks.

    A long sentence takes several lines; a click dismisses it.
    """

    DEFAULT_CSS = """
    NoticeLine {
        height: auto;
        padding: 0 1;
        background: $accent-muted;
        color: $foreground;

        &.-problem {
            background: $error;
            color: $background;
            text-style: bold;
        }
    }
    """

    notice: reactive[Notice | None] = reactive(None)

    class Ready(Message):
        """The line is mounted and can show a notice that is already waiting."""

    class Read(Message):
        """The officer clicked the notice away."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def on_mount(self) -> None:
        """Ask for the notice to show."""
        self.post_message(self.Ready())

    def watch_notice(self, notice: Notice | None) -> None:
        """Show the notice, or hide the line."""
        self.display = notice is not None
        self.set_class(notice is not None and notice.is_problem, "-problem")
        if notice is not None:
            mark = "! " if notice.is_problem else ""
            self.update(Content(f"{mark}{notice.sentence}"))

    def on_click(self) -> None:
        """Dismiss the notice, unless the mouse was used to select some of its words."""
        if self.text_selection is None:
            self.post_message(self.Read())
