"""An app that an unforeseen error ends with a sentence, and not with what its variables held."""

import threading

from textual.app import App


def guard_threads() -> None:
    """Let an error in a thread be logged, and not printed over the window."""

    def log(arguments: threading.ExceptHookArgs) -> None:
        from tui.mishap import logged

        if arguments.exc_value is not None:
            logged(arguments.exc_value)

    threading.excepthook = log


class GuardedApp(App[None]):
    """Textual's app, but for what it prints when it has to give up.

    `last_words` is what to tell the officer then, once the window is gone; empty of a good end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.last_words = ""
        self._mishap: BaseException | None = None

    def keep_what_is_typed(self) -> str:
        """Keep what would be lost, as a draft, and return in a sentence what is safe."""
        raise NotImplementedError

    # Textual has no public way to say what is printed after an error; these three are its ways
    # there, and each of them would print a traceback with the values of the variables.

    def _handle_exception(self, error: Exception) -> None:
        self._mishap = self._mishap or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.panic()

    def panic(self, *renderables: object) -> None:
        """End, with what was typed kept, a log written and a sentence to be said."""
        if not self.last_words:
            from tui.mishap import sentence_on

            try:
                kept = self.keep_what_is_typed()
            except Exception as error:  # noqa: BLE001 - the first error must be told all the same
                kept = ""
                self._mishap = self._mishap or error
            self.last_words = sentence_on(self._mishap or RuntimeError(), kept=kept)
        self._close_messages_no_wait()
