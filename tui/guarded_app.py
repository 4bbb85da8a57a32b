"""An app that an unforeseen error ends with a sentence, and not with what its variables held.

What comes for a window that is closing, a key, a dialog or an error, comes to nothing.
"""

import asyncio
import contextlib
import sys
import threading
from collections.abc import Callable
from contextvars import copy_context
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from textual import constants, events, widgets
from textual.app import App
from textual.screen import Screen
from textual.worker import NoActiveWorker, Worker, get_current_worker

from desk.crash_report import logged, sentence_on
from tui.commands import ALWAYS_QUITS
from tui.dialogs.dialog import Dialog, nothing_to_wait_for
from tui.dialogs.palette import Palette
from tui.keys.turns import Turns

if sys.platform != "win32":
    from tui.keys.terminal_driver import TerminalDriver

if TYPE_CHECKING:
    from textual.driver import Driver

_NOWHERE = (
    "No field is open, so what was pasted went nowhere and nothing was changed. "
    "Where a plan is written, Enter opens a field: paste again there."
)
_TOO_SOON = "You were typing when this question came up: that was not taken as an answer."


def guard_threads() -> None:
    """Let an error in a thread be logged, and not printed over the window."""

    def log(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            logged(arguments.exc_value)

    threading.excepthook = log


class GuardedApp(App[None]):
    """Textual's app, but for what it prints when it has to give up.

    `last_words` is what to tell the officer then, once the window is gone; empty of a good end.
    """

    def __init__(self) -> None:
        self.turns = Turns(self)
        self._asking: WeakKeyDictionary[Screen[Any], Worker[Any]] = WeakKeyDictionary()
        super().__init__()
        self.last_words = ""
        self.is_ending = False
        """Whether a signal or a closed terminal has begun to end the app."""
        self._mishap: BaseException | None = None

    def keep_what_is_typed(self) -> str:
        """Keep what would be lost, as a draft, and return in a sentence what is safe."""
        raise NotImplementedError

    def get_driver_class(self) -> "type[Driver]":
        """Return what reads and writes the terminal; on Windows that is Textual's own."""
        if sys.platform == "win32" or constants.DRIVER is not None:
            return super().get_driver_class()
        return TerminalDriver

    @property
    def is_closing(self) -> bool:
        """Whether the window is on its way out, so that nothing new is to be begun in it."""
        return self._exit or self.is_ending or self._closing

    # From other threads, also while the event loop stands

    @property
    def is_away(self) -> bool:
        """Whether another program, the officer's own editor, has the terminal."""
        return bool(getattr(self._driver, "is_away", False))

    def ask(self, wanted: Callable[[], None]) -> None:
        """Have something done in the event loop, once there is one."""
        loop = self._loop
        if loop is not None and self.is_running:
            with contextlib.suppress(RuntimeError):  # it has just been closed
                loop.call_soon_threadsafe(copy_context().run, self._in_context, wanted)

    def _in_context(self, wanted: Callable[[], None]) -> None:
        with self._context():
            wanted()

    def restore_terminal(self) -> None:
        """Leave the terminal as it was found, as far as that can be done without writing to it."""
        restore = getattr(self._driver, "restore", None)
        if restore is not None:
            restore()

    # Keys and pastes

    async def on_event(self, event: events.Event) -> None:
        """Do keys and pastes one after the other, and none of them once the window closes."""
        if isinstance(event, events.MouseDown) and not self._is_seen_first(event):
            return
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self.turns.may_go(event) and not self.is_closing:
            try:
                if not self._is_seen_first(event):
                    return
                if isinstance(event, events.Paste):
                    self._tell_of_paste(event.text)
                await super().on_event(event)
            finally:
                self.turns.passed_on(event)

    def _is_seen_first(self, event: events.Event) -> bool:
        """Return whether the officer can have seen the dialog which an event would answer.

        What came before goes nowhere, and that is said; only the key that always quits still does.
        """
        dialog = self.screen if self.screen_stack else None
        quits = isinstance(event, events.Key) and event.key == ALWAYS_QUITS
        if quits or not isinstance(dialog, Dialog) or dialog.takes_answer(event):
            return True
        self.say(_TOO_SOON)
        return False

    def _tell_of_paste(self, text: str) -> None:
        """Say it where a paste goes nowhere, or not wholly into a line."""
        if isinstance(self.focused, widgets.Input | widgets.TextArea):
            self.unsay(_NOWHERE)
        if isinstance(self.focused, widgets.Input):
            lines = len(text.splitlines())
            if lines > 1:
                self.say(f"This is one line: only the first of {lines} pasted lines is in it.")
        elif not isinstance(self.focused, widgets.TextArea):
            self.say(_NOWHERE, is_problem=True)

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Tell the officer something, in a sentence that goes away by itself."""
        raise NotImplementedError

    def unsay(self, sentence: str) -> None:
        """Take away a sentence that holds no longer."""
        raise NotImplementedError

    # Screens over the window

    @property
    def asking(self) -> "set[Worker[Any]]":
        """The workers that wait for the officer, each with a dialog."""
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

        A dialog on a window that goes finds nothing of its own when it is shown. Who waits for it
        is ended with the window.
        """
        if self.is_closing:
            if wait_for_dismiss:
                return asyncio.get_running_loop().create_future()
            return nothing_to_wait_for()
        if wait_for_dismiss and isinstance(screen, Screen):
            with contextlib.suppress(NoActiveWorker):  # Textual says so, in its own words
                self._asking[screen] = get_current_worker()
        return super().push_screen(  # type: ignore[call-overload]
            screen, callback, wait_for_dismiss, mode=mode
        )

    def action_command_palette(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    # Textual has no public way to say what is printed after an error; these three are its ways
    # there, and each of them would print a traceback with the values of the variables.

    def _handle_exception(self, error: Exception) -> None:
        if self._exit:  # everything is saved, and what the error concerned is being taken down
            logged(error)
            return
        self._mishap = self._mishap or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.panic()

    def panic(self, *renderables: object) -> None:
        """End, with what was typed kept, a log written and a sentence to be said."""
        if not self.last_words:
            try:
                kept = self.keep_what_is_typed()
            except Exception as error:  # noqa: BLE001 - the first error must be told all the same
                kept = ""
                self._mishap = self._mishap or error
            self.last_words = sentence_on(self._mishap or RuntimeError(), kept=kept)
        self._close_messages_no_wait()
