"""The command History: shows what was changed, and brings back what the officer chooses of it."""

import asyncio
from typing import TYPE_CHECKING

from plan.council.format import FormatError
from tui.dialogs.history import HistoryDialog, StepsRead

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
    steps = StepsRead(session.newest_first())
    await asyncio.to_thread(steps.read_more)
    change = await app.push_screen_wait(HistoryDialog(session, steps, form))
    if change is not None and app.view is not None:
        app.view.bring_back(change)
