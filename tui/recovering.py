"""A damaged plan brought back from its backups and its history."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plan.dates import moment_in_words
from store.errors import StoreError
from store.restoring import Recovery, bring_back, recoveries
from tui.counting import counted

if TYPE_CHECKING:
    from tui.window import Window

_SHOWN = 20


async def offer_recovery(app: "Window", path: Path, problem: str) -> bool:
    """Offer to bring a damaged plan back; return whether it was."""
    from tui.dialogs.choose import ChooseDialog
    from tui.widgets.row_list import ListedRow

    found = await asyncio.to_thread(recoveries, path)
    if not found:
        app.say(f"{problem} plandesk has no backup of it.", is_problem=True)
        return False
    rows = [
        ListedRow(str(number), recovery_in_words(one), f"  {lack_in_words(one)}")
        for number, one in enumerate(found[:_SHOWN])
    ]
    question = (
        f"{problem} Its plan can be brought back as it was at one of these times. The damaged "
        "file is kept beside it."
    )
    chosen = await app.push_screen_wait(ChooseDialog("Damaged plan", question, rows, "0"))
    if chosen is None:
        app.say(f"{path.name} was left as it is.")
        return False
    try:
        app.say(brought_back(path, found[int(chosen)]))
    except StoreError as error:
        app.say(str(error), is_problem=True)
        return False
    return True


def brought_back(path: Path, recovery: Recovery) -> str:
    """Bring a plan back and return a sentence on it. Raises StoreError."""
    kept = bring_back(path, recovery, datetime.now(UTC))
    beside = f" The file that was there is kept as {kept.name}." if kept else ""
    return f"{path.name} is back: {_uncapitalised(recovery_in_words(recovery))}.{beside}"


def recovery_in_words(recovery: Recovery) -> str:
    """Return which state of a plan would be brought back."""
    saved = recovery.saved_at or recovery.backup.made_locally
    return f"As saved {moment_in_words(saved)}"


def lack_in_words(recovery: Recovery) -> str:
    """Return what a state is made of beside its backup, and what it lacks."""
    replayed = counted(recovery.replayed, "later change")
    made = f"the backup and {replayed}" if recovery.replayed else "the backup"
    lack = counted(recovery.lacking, "change") if recovery.lacking else "nothing"
    return f"{made}; lacks {lack}"


def _uncapitalised(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
