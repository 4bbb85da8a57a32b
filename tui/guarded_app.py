"""An app that ends on an unforeseen error with a sentence, not with a traceback full of variables.

While the window is closing, keys, dialogs and errors are ignored.
"""

import asyncio
import contextlib
import sys
import threading
from abc import abstractmethod
from collections.abc import Callable
from contextvars import copy_context
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from textual import constants, events, widgets
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.worker import NoActiveWorker, Worker, get_current_worker

from desk.crash_report import sentence_on, write_log
from plan.text.clean import may_be_table
from tui import dialogs
from tui.commands import ALWAYS_QUITS
from tui.keys.turns import Turns

if sys.platform != "win32":
    from tui.keys.terminal_driver import TerminalDriver

if TYPE_CHECKING:
    from textual.driver import Driver

_NOWHERE = (
    "No field is open, so what was pasted went nowhere and nothing was changed. "
    "Where a plan is written, Enter opens a field: paste again there."
)
_NO_TABLE_HERE = (
    "A table is pasted on the list of aims or of actions: here it went nowhere, and nothing was "
    "changed."
)
_CLOSE_FIRST = "Commands are for what is behind this box: close it first, and Ctrl+P finds them."
_TOO_SOON = "You were typing when this question came up: that was not taken as an answer."


def guard_threads() -> None:
    """Log an error in a thread instead of printing it over the window."""

    def log(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            write_log(arguments.exc_value)

    threading.excepthook = log


class GuardedApp(App[None]):
    """Textual's app with keys in turn, and with a sentence instead of a traceback at the end.

    `last_words` is what to tell the officer once the window is gone; empty after a normal end.
    """

    def __init__(self) -> None:
        self.turns = Turns(self)
        self._asking: WeakKeyDictionary[Screen[Any], Worker[Any]] = WeakKeyDictionary()
        super().__init__()
        self.last_words = ""
        self.is_ending = False
        """Whether a signal or a closed terminal has started to end the app."""
        self._first_error: BaseException | None = None

    @abstractmethod
    def keep_typed_text(self) -> str:
        """Keep unsaved text as a draft; return a sentence that says what is safe."""

    def get_driver_class(self) -> "type[Driver]":
        """Return the driver of the terminal; on Windows that is Textual's own."""
        if sys.platform == "win32" or constants.DRIVER is not None:
            return super().get_driver_class()
        return TerminalDriver

    @property
    def is_closing(self) -> bool:
        """Whether the window is closing, so that nothing new may be started in it."""
        return self._exit or self.is_ending or self._closing

    # Called from other threads, even while the event loop is blocked

    @property
    def is_away(self) -> bool:
        """Whether another program, the officer's own editor, has the terminal."""
        return bool(getattr(self._driver, "is_away", False))

    def call_in_loop(self, wanted: Callable[[], None]) -> None:
        """Call `wanted` in the event loop, if that is running."""
        loop = self._loop
        if loop is not None and self.is_running:
            with contextlib.suppress(RuntimeError):  # it has just been closed
                loop.call_soon_threadsafe(copy_context().run, self._in_context, wanted)

    def _in_context(self, wanted: Callable[[], None]) -> None:
        with self._context():
            wanted()

    def restore_terminal(self) -> None:
        """Restore the terminal's settings, as far as that is possible without writing to it."""
        restore = getattr(self._driver, "restore", None)
        if restore is not None:
            restore()

    # Keys and pastes

    async def on_event(self, event: events.Event) -> None:
        """Handle keys and pastes one at a time, and none once the window is closing."""
        if isinstance(event, events.MouseDown):
            if not self._may_be_answered(event):
                return
            self.before_key(event)
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self.turns.may_go(event) and not self.is_closing:
            try:
                if not self._may_be_answered(event):
                    return
                if isinstance(event, events.Paste):
                    self._tell_of_paste(event.text)
                elif await self.pastes_from_outside(event.key):
                    return
                else:
                    self.before_key(event)
                await super().on_event(event)
            finally:
                self.turns.passed_on(event)

    def before_key(self, event: events.Key | events.MouseDown) -> None:
        """Do what is to be done before a key or a click is passed on, when its turn has come."""

    def _may_be_answered(self, event: events.Event) -> bool:
        """Return whether the officer can have seen the dialog that an event would answer.

        An earlier key or click is dropped, and the officer is told; the key that always quits is
        never dropped.
        """
        quits = isinstance(event, events.Key) and event.key == ALWAYS_QUITS
        if quits or len(self.screen_stack) <= 1:
            return True
        if not isinstance(self.screen, dialogs.Dialog) or self.screen.takes_answer(event):
            return True
        self.say(_TOO_SOON)
        return False

    def _tell_of_paste(self, text: str) -> None:
        """Say so if a paste goes nowhere, or if only its first line fits."""
        if isinstance(self.focused, widgets.Input | widgets.TextArea):
            self.unsay(_NOWHERE)
            self.unsay(_NO_TABLE_HERE)
        if isinstance(self.focused, widgets.Input):
            lines = len(text.splitlines())
            if lines > 1:
                self.say(f"This is one line: only the first of {lines} pasted lines is in it.")
        elif not isinstance(self.focused, widgets.TextArea) and not self.takes_table(text):
            self.say(_NO_TABLE_HERE if may_be_table(text) else _NOWHERE, is_problem=True)

    @abstractmethod
    def takes_table(self, text: str) -> bool:
        """Return whether a pasted text may be a table, and cells or rows are made of it here."""

    @abstractmethod
    async def pastes_from_outside(self, key: str) -> bool:
        """Return whether a key has pasted what another program copied, and is done with."""

    @abstractmethod
    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Tell the officer something, in a notice that goes away by itself."""

    @abstractmethod
    def unsay(self, sentence: str) -> None:
        """Remove a notice that is no longer true."""

    # Screens over the window

    @property
    def asking(self) -> "set[Worker[Any]]":
        """The workers that wait for the officer to answer a dialog."""
        stack = self.screen_stack
        return {worker for screen, worker in self._asking.items() if screen in stack}

    def push_screen(
        self,
        screen: Any,
        callback: Any = None,
        wait_for_dismiss: bool = False,
        *,
        mode: str | None = None,
    ) -> Any:
        """Show a screen over the window, as Textual does, unless the window is closing.

        On a closing window a dialog would be mounted without its widgets. Whoever waits for it is
        cancelled with the window.
        """
        if self.is_closing:
            if wait_for_dismiss:
                return asyncio.get_running_loop().create_future()
            return AwaitComplete.nothing()  # type: ignore[no-untyped-call]
        if wait_for_dismiss and isinstance(screen, Screen):
            with contextlib.suppress(NoActiveWorker):  # Textual itself raises it below
                self._asking[screen] = get_current_worker()
        return super().push_screen(  # type: ignore[call-overload]
            screen, callback, wait_for_dismiss, mode=mode
        )

    def action_command_palette(self) -> None:
        """Open the palette; over a dialog none of its commands could be meant."""
        if len(self.screen_stack) <= 1:
            self.push_screen(dialogs.Palette(id="--command-palette"))
        elif not isinstance(self.screen, dialogs.Palette):
            self.say(_CLOSE_FIRST)

    # Textual has no public way to choose what is printed after an error. Each of these three
    # methods of its own would print a traceback with the values of variables.

    def _handle_exception(self, error: Exception) -> None:
        if self._exit:  # everything is saved, and the window is being removed
            write_log(error)
            return
        self._first_error = self._first_error or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.panic()

    def panic(self, *renderables: object) -> None:
        """End the app: keep what was typed, log the error, and set the last words."""
        if not self.last_words:
            try:
                kept = self.keep_typed_text()
            except Exception as error:  # noqa: BLE001 - the first error must be told all the same
                kept = ""
                self._first_error = self._first_error or error
            self.last_words = sentence_on(self._first_error or RuntimeError(), kept=kept)
        self._close_messages_no_wait()
