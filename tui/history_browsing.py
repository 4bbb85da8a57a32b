"""The command History: shows what was changed, and brings back what the officer chooses of it."""

import asyncio
from typing import TYPE_CHECKING

from plan.format import FormatError
from tui.dialogs.history import HistoryDialog

if TYPE_CHECKING:
    from tui.window import Window


async def browse_history(app: "Window") -> None:
    """Let the officer read the history of the open plan and bring back something of it."""
    session = app.session
    if session is None:
        return
    try:
        form = session.form
    except FormatError as error:
        app.say(f"The history cannot be shown: {error}", is_problem=True)
        return
    changes = await asyncio.to_thread(session.history)
    change = await app.push_screen_wait(HistoryDialog(session, changes, form))
    if change is not None and app.view is not None:
        app.view.bring_back(change)
