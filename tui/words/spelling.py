"""Load the dictionary once the plan is on the screen, on a thread: nobody waits for it."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.spelling import Spelling
    from tui.window import Window

_SPELLING = "desk.spelling"
"""What loads the dictionary; its own modules are loaded on the thread too."""


def load_spelling_soon(app: "Window") -> None:
    """Start loading the dictionary, unless it is loaded; a field that is open is marked then.

    Where there is none, nothing is said before the officer asks for the spelling.
    """
    if app.spelling is None:
        load: Callable[[], Awaitable[None]] = partial(_load, app)
        app.run_worker(load, group="spelling", exclusive=True, exit_on_error=False)


async def _load(app: "Window") -> None:
    app.spelling = await asyncio.to_thread(_loaded)
    for editor in app.query("FieldEditor"):
        editor.call_later(editor.mark_misspelt)  # type: ignore[attr-defined]


def _loaded() -> "Spelling | None":
    """Return the spelling of this machine, None where it has no dictionary."""
    found: Spelling | None = import_module(_SPELLING).spelling_if_any()
    return found
