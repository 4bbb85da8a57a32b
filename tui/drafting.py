"""What was typed and did not get into the plan: kept while it is typed, offered after a crash."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desk.lost_texts import LostText, is_in, lost_of
from plan.reading.dates import moment_in_words
from store.drafts import Draft, drafts_of, drop_draft, take_up_leftovers

if TYPE_CHECKING:
    from desk.session import PlanSession
    from tui.window import Window


LeftDrafts: TypeAlias = tuple[tuple[Path, Draft], ...]
"""Drafts, with where each lies."""


def drafts_left(session: "PlanSession") -> LeftDrafts:
    """Return what a crash has left of this plan; asked before anything is typed into it."""
    take_up_leftovers(session.plan_id, partial(is_in, session.plan))
    return drafts_of(session.plan_id, session.path)


async def offer_drafts(app: "Window", session: "PlanSession", left: LeftDrafts) -> None:
    """Offer what a crash has left of this plan: kept, dropped, or left for the next time."""
    from tui.dialogs.draft import DraftDialog

    for path, draft in left:
        lost = lost_of(session.plan, draft)
        if not lost:
            drop_draft(path)
            continue
        choice = await app.push_screen_wait(DraftDialog(session.name, kept_at(draft), lost))
        is_in_plan = choice == "keep" and _keep(app, session, lost)
        if is_in_plan or choice == "drop":
            _drop(session, path)


def kept_at(draft: Draft) -> str:
    """Return when a draft was kept, in words; empty where it does not say."""
    try:
        return moment_in_words(datetime.fromisoformat(draft.at).astimezone())
    except ValueError:
        return ""


def _keep(app: "Window", session: "PlanSession", lost: tuple[LostText, ...]) -> bool:
    """Put what was lost into the plan; return whether all of it is there.

    What does not fit goes to the clipboard, which another copy empties.
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
    """Remove a draft once what it held is saved."""
    if session.saved(5.0):
        drop_draft(path)


def note_typed(app: "Window") -> None:
    """Keep what is in the field that is being edited, if there is one."""
    from tui.views.fields_view import FieldsView

    if app.session is None or app.session.read_only_reason:
        return
    view = app.view
    app.session.note_typed(view.typed_text() if isinstance(view, FieldsView) else None)


def kept_in_words(session: "PlanSession | None") -> str:
    """Return what of a plan is safe when plandesk has to end, once its draft is written."""
    kept = "Every saved change is in the plan."
    if session is not None and session.drafted():
        kept += " What was being typed is offered when it is opened again."
    return kept
