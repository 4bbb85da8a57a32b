"""What is offered where a plan is damaged: to bring it back, as it was at one time or another."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from desk.recovering import brought_back, lack_in_words, recovery_in_words
from store.errors import StoreError
from store.restoring import recoveries
from tui.dialogs.choose import ChooseDialog
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from tui.window import Window

_SHOWN = 20


async def offer_recovery(app: "Window", path: Path, problem: str) -> bool:
    """Offer to bring a damaged plan back; return whether it was."""
    found = await asyncio.to_thread(recoveries, path)
    if not found:
        app.say(f"{problem} plandesk has no backup of it.", is_problem=True)
        return False
    if app.session is not None:  # the officer has gone on meanwhile, with another plan
        app.say(problem, is_problem=True)
        return False
    rows = [
        ListedRow(str(number), recovery_in_words(one), f"  {lack_in_words(one)}")
        for number, one in enumerate(found[:_SHOWN])
    ]
    question = (
        f"{problem} Its plan can be brought back as it was at one of these times. The damaged "
        "file is kept beside it."
    )
    asked = ChooseDialog("Damaged plan", question, rows, "0", comes_by_itself=True)
    chosen = await app.push_screen_wait(asked)
    if chosen is None:
        app.say(f"{path.name} was left as it is.")
        return False
    try:
        app.say(brought_back(path, found[int(chosen)]))
    except StoreError as error:
        app.say(str(error), is_problem=True)
        return False
    return True
