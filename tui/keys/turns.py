"""Handle keys one at a time: each waits until what the key before it started is on the screen.

Textual sends a key at once to the widget that has the focus, so keys that arrive together all go to
the same widget, whatever the first of them opens or closes. Here a key that arrives while another
is being handled waits for its turn. It waits only for work that can be seen to go on, and only for
so long.
"""

import asyncio
from collections import deque
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from textual import events
from textual.app import App, ScreenStackError
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump

from desk.crash_report import write_log

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget
    from textual.worker import Worker
    from textual.worker_manager import WorkerManager

LONGEST_TURN = 6.0
"""Most seconds that a key waits for the one before; quitting waits nearly as long for the disk."""
_LEAST_ROUNDS = 2
"""Rounds that must pass: a message handled in the first may have sent another."""
_BETWEEN_ROUNDS = 0.005
_BETWEEN_LOOKS = 0.1
"""Seconds between checks whether the window is closing."""
_BACKGROUND = frozenset({"checks", "desk-plans", "ending", "looking", "preview"})
"""Groups of workers that run in the background: no key waits for them."""


class AppInTurns(Protocol):
    """What `Turns` needs of the app."""

    turns: "Turns"

    @property
    def is_closing(self) -> bool:
        """Whether the window is closing, so that nothing new may be started in it."""

    @property
    def asking(self) -> "set[Worker[Any]]":
        """The workers that wait for the officer to answer a dialog."""

    @property
    def screen(self) -> "Screen[object]":
        """The screen on top. Raises ScreenStackError if there is none."""

    @property
    def focused(self) -> "Widget | None":
        """The widget with the focus. Raises ScreenStackError if there is no screen."""

    @property
    def workers(self) -> "WorkerManager":
        """All workers, including some that have ended."""

    def post_message(self, message: Message) -> bool:
        """Send a message to the app; return whether it will be handled."""


class Turns:
    """The key being handled and the queue behind it; no key is handled before `begin`."""

    def __init__(self, app: AppInTurns) -> None:
        self._app = app
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._in_turn: events.Event | None = None
        self._task: asyncio.Task[None] | None = None
        self._has_begun = False
        self._expected = self._seen = 0
        self.is_field_open = False
        """Whether typed letters go into a field; read by the thread that reads the terminal."""

    @property
    def is_busy(self) -> bool:
        """Whether keys are still to be handled; read by the thread that reads the terminal."""
        return self._seen < self._expected or self._is_doing

    @property
    def _is_doing(self) -> bool:
        is_free = self._has_begun and self._task is None and self._in_turn is None
        return not is_free or bool(self._waiting)

    def expect(self) -> None:
        """Count a key that was sent to the app; called by the thread that reads the terminal."""
        self._expected += 1

    def begin(self) -> None:
        """Start with the keys that were pressed while plandesk was starting."""
        self._has_begun = True
        self._settle()

    def may_go(self, event: events.Key | events.Paste) -> bool:
        """Return whether a key may be handled now; if not, it is sent again when its turn comes."""
        if event is self._in_turn:
            return True
        self._seen += 1
        if not self._is_doing:
            self._in_turn = event
            return True
        self._waiting.append(event)
        return False

    def passed_on(self, event: events.Key | events.Paste) -> None:
        """Wait for what a key starts, now that it has been passed to its widget."""
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
            write_log(error)
        finally:
            self._look_for_field()
            self._task = self._in_turn = None
            self._next()

    async def _rounds(self, end: float) -> None:
        """Wait until two rounds have passed and nothing is going on, but no longer than `end`."""
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
        """Send the next waiting key; drop all of them if the window is closing."""
        if self._app.is_closing:
            self._waiting.clear()
        elif self._waiting and self._task is None:
            self._in_turn = event = self._waiting.popleft()
            self._app.post_message(event)

    async def _round(self, end: float) -> None:
        """Wait until every widget from the focus up to the app has handled its messages."""
        focused = self._focused() or self._app.screen
        for node in focused.ancestors_with_self:
            await self._catch_up(node, end)

    async def _catch_up(self, node: MessagePump, end: float) -> None:
        """Wait until a widget has handled the messages sent to it so far, or is removed."""
        done = asyncio.get_running_loop().create_future()
        task = node._task  # noqa: SLF001 - a removed widget answers no more
        is_there = task is not None or isinstance(node, App)  # which has a task only in tests
        if not is_there or not node.call_later(_done, done):
            return
        ends = {done} if task is None else {done, task}
        while not (any(one.done() for one in ends) or self._app.is_closing or monotonic() > end):
            await asyncio.wait(ends, timeout=_BETWEEN_LOOKS, return_when=asyncio.FIRST_COMPLETED)

    def _is_going_on(self) -> bool:
        """Return whether a worker has yet to show its result, or the screen is not laid out yet.

        Where a list scrolls to depends on its height: it must not depend on how soon a key comes.
        """
        asking, screen = self._app.asking, self._app.screen
        is_laid_out = not (screen._callbacks or screen._layout_required)  # noqa: SLF001 - no public way
        return not is_laid_out or any(
            not (worker.is_finished or worker._thread_worker or worker.group in _BACKGROUND)  # noqa: SLF001
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
