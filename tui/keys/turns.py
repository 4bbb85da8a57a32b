"""Keys in turn: each is done when what the one before called for is there.

Textual gives a key at once to what has the focus then, so that keys which come together all go to
the same place, whatever the first of them opens or closes. Here a key that comes while another is
being done waits for its turn. Only what is seen to be going on is waited for, and not for ever.
"""

import asyncio
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from textual import events
from textual.app import ScreenStackError
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump

from desk.crash_report import logged

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget
    from textual.worker import Worker
    from textual.worker_manager import WorkerManager

LONGEST_TURN = 6.0
"""Seconds that a key waits for the one before; quitting waits for the disk nearly as long."""
_LEAST_ROUNDS = 2
"""Rounds up to the app until what a message has called for has come about as well."""
_BETWEEN_ROUNDS = 0.005
_BETWEEN_LOOKS = 0.1
"""Seconds between two looks at whether the window is closing meanwhile."""
_BESIDE = frozenset({"checks", "desk-plans", "ending", "looking", "preview"})
"""Groups of workers that go on beside the officer."""


class AppInTurns(Protocol):
    """The app whose keys are done in turn: what the turns ask of it."""

    turns: "Turns"

    @property
    def is_closing(self) -> bool:
        """Whether the window is on its way out, so that nothing new is to be begun in it."""

    @property
    def asking(self) -> "set[Worker[Any]]":
        """The workers that wait for the officer, each with a dialog."""

    @property
    def screen(self) -> "Screen[object]":
        """What is shown on top. Raises ScreenStackError where nothing is."""

    @property
    def focused(self) -> "Widget | None":
        """What takes the keys. Raises ScreenStackError where nothing is shown."""

    @property
    def workers(self) -> "WorkerManager":
        """All workers, those that have ended among them for a while."""

    def post_message(self, message: Message) -> bool:
        """Send a message to the app; return whether it will be looked at."""


class Turns:
    """Which key is being done, and those that wait; nothing is done before `begin`."""

    def __init__(self, app: AppInTurns) -> None:
        self._app = app
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._in_turn: events.Event | None = None
        self._task: asyncio.Task[None] | None = None
        self._has_begun = False
        self._expected = self._seen = 0
        self.is_field_open = False
        """Whether what is typed goes into a text; read by the thread that reads the terminal."""

    @property
    def is_busy(self) -> bool:
        """Whether keys are still to be done; asked by the thread that reads the terminal."""
        return self._seen < self._expected or self._is_doing

    @property
    def _is_doing(self) -> bool:
        is_free = self._has_begun and self._task is None and self._in_turn is None
        return not is_free or bool(self._waiting)

    def expect(self) -> None:
        """Count a key that is on its way; called by the thread that reads the terminal."""
        self._expected += 1

    def begin(self) -> None:
        """Let the keys that came while plandesk was starting have their turn."""
        self._has_begun = True
        self._settle()

    def may_go(self, event: events.Key | events.Paste) -> bool:
        """Return whether a key has its turn now; where it has not, it is sent again when it has."""
        if event is self._in_turn:
            return True
        self._seen += 1
        if not self._is_doing:
            self._in_turn = event
            return True
        self._waiting.append(event)
        return False

    def gone(self, event: events.Key | events.Paste) -> None:
        """Wait for what a key calls for, now that it is on its way to whoever takes it."""
        self._look_for_field()
        if isinstance(event, events.Key) and event.is_printable and self.is_field_open:
            self._in_turn = None  # letters keep their order in the field by themselves
            self._next()
        else:
            self._settle()

    def _settle(self) -> None:
        self._task = asyncio.create_task(self._until_settled(), name="turn")

    async def _until_settled(self) -> None:
        try:
            with suppress(ScreenStackError):
                await self._rounds(monotonic() + LONGEST_TURN)
        except Exception as error:  # noqa: BLE001 - the keys behind it would wait for ever
            logged(error)
        finally:
            self._look_for_field()
            self._task = self._in_turn = None
            self._next()

    async def _rounds(self, end: float) -> None:
        """Wait, until `end` at the longest, for two rounds after which nothing is going on."""
        rounds, before = 0, None
        while monotonic() < end and not self._app.is_closing:
            await self._round(end)
            now = (self._app.screen, self._focused())
            rounds += 1
            if now == before and rounds >= _LEAST_ROUNDS and not self._is_going_on():
                return
            if rounds >= _LEAST_ROUNDS:
                await asyncio.sleep(_BETWEEN_ROUNDS)
            before = now

    def _look_for_field(self) -> None:
        focused = self._focused()
        self.is_field_open = focused is not None and focused.check_consume_key("x", "x")

    def _next(self) -> None:
        """Send the key whose turn it is, unless nobody is there any more to take it."""
        if self._app.is_closing:
            self._waiting.clear()
        elif self._waiting and self._task is None:
            self._in_turn = event = self._waiting.popleft()
            self._app.post_message(event)

    async def _round(self, end: float) -> None:
        """Wait for every message that is on its way from the focus up to the app."""
        focused = self._focused() or self._app.screen
        for node in focused.ancestors_with_self:
            await self._caught_up(node, end)

    async def _caught_up(self, node: MessagePump, end: float) -> None:
        """Wait until a widget has done what it has been sent so far, or is gone."""
        done = asyncio.get_running_loop().create_future()
        task = node._task  # noqa: SLF001 - a widget that is taken away answers no more
        if task is None or not node.call_later(_done, done):
            return
        while not (done.done() or task.done() or self._app.is_closing or monotonic() > end):
            await asyncio.wait(
                {done, task}, timeout=_BETWEEN_LOOKS, return_when=asyncio.FIRST_COMPLETED
            )

    def _is_going_on(self) -> bool:
        """Return whether a worker has something to show yet, or a widget waits for a paint."""
        asking = self._app.asking
        return bool(self._app.screen._callbacks) or any(  # noqa: SLF001 - no public way to know
            not (worker.is_finished or worker._thread_worker or worker.group in _BESIDE)  # noqa: SLF001
            and worker not in asking
            for worker in self._app.workers
        )

    def _focused(self) -> DOMNode | None:
        try:
            return self._app.focused
        except ScreenStackError:
            return None


def _done(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)
