"""Put right a plan that is not saved because its file was changed or cannot be written.

The plan on the screen is merged with its file, or saved under another name.
"""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from desk.copies import save_as
from desk.history_steps import wording_of
from plan.changes.change import tables_of
from plan.changes.merging import rows_that_differ
from plan.text.line_breaks import counted
from plan.wording.difference_words import DifferenceWords
from store.errors import CannotMergeError, StoreError
from store.save_copy import copy_path
from store.settings import load_settings
from tui import dialogs, opening
from tui.commands import COMMAND, shown_key
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.changes.merging import Choices
    from store.changed_file import ChangedFile
    from tui.window import Window

_KEEP, _LEAVE = "keep", "leave"
LONGEST_RETRY = 3.0
"""Seconds to try saving once more before another place is offered."""


async def merge_with_file(app: "Window") -> None:
    """Show what differs between the open plan and its file, and merge them."""
    session = app.session
    if session is None:
        return
    if app.view is not None and not app.view.leave_field():
        return
    try:
        changed = await asyncio.to_thread(session.changed_outside)
    except CannotMergeError as error:
        await _offer_to_keep(app, session, str(error))
        return
    if changed is None and await asyncio.to_thread(_still_fails, session):
        await _offer_to_keep(app, session, session.save_state.problem, elsewhere=True)
        return
    if changed is None:
        app.say("The file is as plandesk left it: there is nothing to bring together.")
        return
    choices = await _chosen(app, session, changed)
    if choices is None:
        _say_how_to_come_back(app, session)
    else:
        _merge(app, session, changed, choices)


async def _chosen(
    app: "Window", session: "PlanSession", changed: "ChangedFile"
) -> "Choices | None":
    """Return the side chosen for each difference, or None if the officer does not want to merge."""
    comparison = await asyncio.to_thread(session.compared, changed)
    if not comparison.differences and not comparison.kept:
        return {}
    wording = wording_of(session.council, session.plan, changed.plan)
    words = DifferenceWords(session.plan, changed.plan, wording)
    return await app.push_screen_wait(
        dialogs.DifferencesDialog(session.path.name, comparison, words, changed.problem)
    )


def _merge(
    app: "Window", session: "PlanSession", changed: "ChangedFile", choices: "Choices"
) -> None:
    before = session.plan
    try:
        session.merge_with_file(changed, choices)
    except ValueError as error:
        app.say(
            f"The two could not be brought together ({error}). Nothing was changed.",
            is_problem=True,
        )
        return
    count = rows_that_differ(tables_of(before), tables_of(session.plan))
    app.has_offered_merge = False
    app.show_saving(session.save_state)
    if app.view is not None:
        app.view.enter()
    said = f"{session.path.name} was changed elsewhere and is one plan again. {_taken(count)}"
    app.say(" ".join(filter(None, (said, changed.problem))), is_problem=bool(changed.problem))


def _taken(count: int) -> str:
    if not count:
        return "Your screen had everything already; undo shows what was in the file."
    rows = counted(count, "row")
    return f"What was changed there is on your screen now ({rows})."


def _say_how_to_come_back(app: "Window", session: "PlanSession") -> None:
    key = shown_key(COMMAND["merge-with-file"], app.where, app.key_line.own_keys)
    app.say(
        f"{session.path.name} was left as it is, and what you did since is NOT SAVED. "
        f"{key} asks again.",
        is_problem=True,
    )


def _still_fails(session: "PlanSession") -> bool:
    """Try to save once more; return whether it still fails."""
    session.retry()
    return not session.saved(LONGEST_RETRY) and session.save_state.kind == "unsaved"


async def _offer_to_keep(
    app: "Window", session: "PlanSession", problem: str, *, elsewhere: bool = False
) -> None:
    """Offer to save the plan on the screen as a new file and to go on working in that."""
    kept = copy_path(session.path, elsewhere=elsewhere)
    where = f" in {kept.parent}" if kept.parent != session.path.parent else ""
    rows = (
        ListedRow(_KEEP, f"Keep it as {kept.name}{where}, and go on there"),
        ListedRow(_LEAVE, "Leave it as it is for now"),
    )
    asked = dialogs.ChooseDialog("The plan is not saved", problem, rows, opens_unasked=True)
    chosen = await app.push_screen_wait(asked)
    if chosen == _KEEP:
        await _keep_as_copy(app, session, kept)
    else:
        _say_how_to_come_back(app, session)


async def _keep_as_copy(app: "Window", session: "PlanSession", kept: Path) -> None:
    try:
        await asyncio.to_thread(save_as, session, kept)
    except StoreError as error:
        app.say(str(error), is_problem=True)
        return
    view = app.view
    place = {"view": view.id or "", **view.place} if view is not None else {}
    app.session = None
    await asyncio.to_thread(session.close)
    settings = load_settings()[0]
    there = {"last_plan": str(kept.resolve()), "last_place": place}
    if await opening.open_plan(app, kept, settings.model_copy(update=there)):
        app.say(f"What was on your screen is saved as {kept.name}, and that is the plan you see.")
