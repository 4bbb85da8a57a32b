"""What was typed and did not get into the plan: kept while it is typed, offered after a crash."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from plan.changes import Change, ConflictError, applied
from plan.dates import moment_in_words
from plan.model import Plan
from store.drafts import Draft, drafts_of, drop_draft

if TYPE_CHECKING:
    from tui.app import Plandesk
    from tui.session import PlanSession

LONGEST_DRAFT = 2.0
"""Seconds that an end waits for the draft to be written."""


@dataclass(frozen=True)
class LostText:
    """Something that is not in the plan: where it belongs, what is there now, and what was typed.

    `change` puts it in its place; None where that is no longer there or no longer as it was.
    """

    label: str
    was: str
    typed: str
    change: Change | None


def lost_of(plan: Plan, draft: Draft) -> tuple[LostText, ...]:
    """Return what of a draft is not in the plan, in the order in which it was made."""
    lost: list[LostText] = []
    for change in draft.unsaved:
        plan, fits = _tried(plan, change)
        if fits is not None:
            was, typed = _in_words(change)
            lost.append(LostText(change.label, was, typed, change if fits else None))
    field = draft.field
    if field is None:
        return tuple(lost)
    fits = _tried(plan, field.change)[1] if field.change is not None else False
    if fits is not None:
        lost.append(LostText(field.label, field.was, field.typed, field.change if fits else None))
    return tuple(lost)


def _tried(plan: Plan, change: Change) -> tuple[Plan, bool | None]:
    """Return the plan after a change and whether it fits; None where the plan has it already."""
    if all(_row(plan, row.table, row.id) == row.after for row in change.rows):
        return plan, None
    try:
        return applied(plan, change), True
    except (ConflictError, ValidationError):
        return plan, False


def _row(plan: Plan, table: str, row_id: str) -> object:
    row = plan.table(table).get(row_id)  # type: ignore[arg-type]
    return row.as_json() if row is not None else None


def _in_words(change: Change) -> tuple[str, str]:
    """Return the texts of a change before and after it, those that differ."""
    was: list[str] = []
    typed: list[str] = []
    for row in change.rows:
        before, after = row.before or {}, row.after or {}
        for name in {**before, **after}:
            if name in ("id", "parent", "rank") or before.get(name) == after.get(name):
                continue
            was += _words(before.get(name))
            typed += _words(after.get(name))
    return "\n".join(was), "\n".join(typed)


def _words(value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    return [value] if isinstance(value, str) and value else []


async def offer_drafts(app: "Plandesk", session: "PlanSession") -> None:
    """Offer what a crash has left of this plan: kept, dropped, or left for the next time."""
    from tui.dialogs.draft import DraftDialog

    for path, draft in drafts_of(session.plan_id, session.path):
        lost = lost_of(session.plan, draft)
        if not lost:
            drop_draft(path)
            continue
        choice = await app.push_screen_wait(DraftDialog(session.name, kept_at(draft), lost))
        if choice == "keep":
            _keep(app, session, lost)
        if choice in ("keep", "drop"):
            _drop(session, path)


def kept_at(draft: Draft) -> str:
    """Return when a draft was kept, in words; empty where it does not say."""
    try:
        return moment_in_words(datetime.fromisoformat(draft.at).astimezone())
    except ValueError:
        return ""


def _keep(app: "Plandesk", session: "PlanSession", lost: tuple[LostText, ...]) -> None:
    """Put what was lost into the plan; what no longer fits goes to the clipboard."""
    left = [one.typed for one in lost if one.change is None]
    for one in lost:
        if one.change is not None:
            change = one.change.model_copy(update={"kind": "edit", "of": 0})
            session.make(change)
            if app.view is not None:
                app.view.show_change(change)
    if left:
        app.copy_to_clipboard("\n\n".join(left))
        app.say("What no longer fits into the plan is on the clipboard: paste it where it belongs.")


def _drop(session: "PlanSession", path: Path) -> None:
    """Remove a draft once what it held is saved."""
    if session.saved(5.0):
        drop_draft(path)


def note_typed(app: "Plandesk") -> None:
    """Keep what is in the field that is being edited, if there is one."""
    from tui.views.fields_view import FieldsView

    if app.session is None or app.session.read_only_reason:
        return
    view = app.view
    app.session.note_typed(view.typed_text() if isinstance(view, FieldsView) else None)


def kept_in_words(session: "PlanSession | None") -> str:
    """Return what of a plan is safe when plandesk has to end, once its draft is written."""
    kept = "Every saved change is in the plan."
    if session is not None and session.drafted(LONGEST_DRAFT):
        kept += " What was being typed is offered when it is opened again."
    return kept
