"""Recover from a crash or a bad disk: offer text that is in no plan, and restore damaged plans."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desk.lost_texts import LostText, is_in, lost_of
from desk.recovering import lack_in_words, recovery_in_words, restore_damaged
from plan.reading.dates import moment_in_words
from plan.text.line_breaks import counted
from store.copies import copies_beside
from store.drafts import Draft, drafts_of, drop_draft, tidy_unfinished_drafts
from store.errors import StoreError
from store.restoring import recoveries
from store.settings import load_settings
from store.shared_places import caveat_on
from tui import dialogs
from tui.commands import COMMAND, shown_key
from tui.opening import open_plan, update_settings
from tui.saving import when_free
from tui.views.checks.checking import check_soon
from tui.widgets.row_list import ListedRow
from tui.words.spelling import load_spelling_soon

if TYPE_CHECKING:
    from desk.session import PlanSession
    from tui.window import Window

_MOST_SHOWN = 20

LeftDrafts: TypeAlias = tuple[tuple[Path, Draft], ...]
"""Drafts, each with its path."""


def inspect_opened_plan(app: "Window", session: "PlanSession") -> None:
    """Start the checks, warn about the plan's folder and offer drafts of a crash."""
    if app.session is not session:
        return
    check_soon(app, anew=True)
    load_spelling_soon(app)
    _say_caveat(app, session.path)
    _say_copies(app, session)
    if not session.read_only_reason:
        left = _drafts_left(session)
        if left:
            when_free(app, partial(_offer_drafts, app, session, left))


def _offer_drafts(app: "Window", session: "PlanSession", left: LeftDrafts) -> None:
    if app.session is session:
        offer: Callable[[], Awaitable[None]] = partial(_ask_about_drafts, app, session, left)
        app.run_worker(offer, group="drafts", exclusive=True)


def _say_caveat(app: "Window", path: Path) -> None:
    """Warn once for each folder that others may write there too."""
    caveat = caveat_on(path)
    settings, _ = load_settings()
    folder = str(path.resolve().parent)
    if caveat and folder not in settings.shared_folders:
        app.say(caveat)
        update_settings(settings, shared_folders=(*settings.shared_folders, folder))


def _say_copies(app: "Window", session: "PlanSession") -> None:
    """Say that copies of an opened plan lie beside it, as a synchronising program leaves them."""
    count = len(copies_beside(session.path, session.plan_id))
    if count and not session.read_only_reason:
        key = shown_key(COMMAND["fetch"], app.where, app.key_line.own_keys)
        lie = "lies" if count == 1 else "lie"
        copies = counted(count, "copy", "copies")
        app.say(
            f"{copies} of this plan {lie} beside it, left by a program that synchronises: {key} "
            "brings all together."
        )


def _drafts_left(session: "PlanSession") -> LeftDrafts:
    """Return the drafts that a crash left of this plan; call it before anything is typed."""
    tidy_unfinished_drafts(session.plan_id, partial(is_in, session.plan))
    return drafts_of(session.plan_id, session.path)


async def _ask_about_drafts(app: "Window", session: "PlanSession", left: LeftDrafts) -> None:
    """Offer each draft that a crash left: to keep it, drop it, or decide later."""
    for path, draft in left:
        lost = lost_of(session.plan, draft)
        if not lost:
            drop_draft(path)
            continue
        choice = await app.push_screen_wait(
            dialogs.DraftDialog(session.name, _kept_at(draft), lost)
        )
        is_in_plan = choice == "keep" and _keep(app, session, lost)
        if is_in_plan or choice == "drop":
            _drop(session, path)


def _kept_at(draft: Draft) -> str:
    """Return when a draft was written, in words, or an empty string if it does not say."""
    try:
        return moment_in_words(datetime.fromisoformat(draft.at).astimezone())
    except ValueError:
        return ""


def _keep(app: "Window", session: "PlanSession", lost: tuple[LostText, ...]) -> bool:
    """Put lost texts into the plan; return whether all of them fitted.

    Those that do not fit go to the clipboard; as the next copy replaces them, the draft stays.
    """
    left = [one.typed for one in lost if one.change is None]
    for one in lost:
        if one.change is not None:
            change = one.change.model_copy(update={"kind": "edit", "of": 0, "when": ""})
            session.make(change)
            if app.view is not None:
                app.view.show_change(change)
    if left:
        app.copy_to_clipboard("\n\n".join(left))
        app.say(
            "What does not fit into the plan is on the clipboard: paste it where it belongs. It is "
            "offered again until you drop it."
        )
    return not left


def _drop(session: "PlanSession", path: Path) -> None:
    """Remove a draft once its text is saved."""
    if session.saved(5.0):
        drop_draft(path)


async def offer_recovery(app: "Window", path: Path, problem: str) -> None:
    """Offer to restore a damaged plan, and open it."""
    found = await asyncio.to_thread(recoveries, path)
    if not found:
        app.say(f"{problem} plandesk has no backup of it.", is_problem=True)
        return
    if app.session is not None:  # the officer has opened another plan meanwhile
        app.say(problem, is_problem=True)
        return
    rows = [
        ListedRow(str(number), recovery_in_words(one), f"  {lack_in_words(one)}")
        for number, one in enumerate(found[:_MOST_SHOWN])
    ]
    question = (
        f"{problem} Its plan can be brought back as it was at one of these times. The damaged "
        "file is kept beside it."
    )
    asked = dialogs.ChooseDialog("Damaged plan", question, rows, "0", opens_unasked=True)
    chosen = await app.push_screen_wait(asked)
    if chosen is None:
        app.say(f"{path.name} was left as it is.")
        return
    try:
        app.say(restore_damaged(path, found[int(chosen)]))
    except StoreError as error:
        app.say(str(error), is_problem=True)
        return
    await open_plan(app, path)
