"""Say whether the plan is saved, keep a draft while a field is typed, and help if saving fails."""

from functools import partial
from typing import TYPE_CHECKING

from tui.commands import COMMAND, shown_key
from tui.views.fields_view import FieldsView
from tui.widgets.once import once_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.session import PlanSession
    from store.saver import SaveState
    from tui.window import Window

LOOK_AGAIN_AFTER = 0.3
"""Seconds between checks whether the officer is still busy."""


def saving_in_words(state: "SaveState") -> str:
    """Return the state as the title line shows it: "Saved 14:02", "Saving …", "NOT SAVED"."""
    if state.kind == "saving":
        return "Saving …"
    if state.kind == "unsaved":
        return "NOT SAVED"
    return f"Saved {state.at:%H:%M}" if state.at else "Saved"


def note_typed(app: "Window") -> None:
    """Keep the text of the field being edited as a draft, if there is one."""
    if app.session is None or app.session.read_only_reason:
        return
    view = app.view
    app.session.note_typed(view.typed_text() if isinstance(view, FieldsView) else None)


def kept_in_words(session: "PlanSession | None") -> str:
    """Wait for the draft to be written; return a sentence that says what of the plan is safe."""
    kept = "Every saved change is in the plan."
    if session is not None and session.drafted():
        kept += " What was being typed is offered when it is opened again."
    return kept


def tell_problem(app: "Window", state: "SaveState", warning: str) -> None:
    """Say why the plan is not saved, or say `warning`; the same problem is said only once."""
    problem = state.problem or warning
    is_new = bool(problem) and problem != app.problem_said
    app.problem_said = problem
    if state.kind == "saved":
        app.has_offered_merge = False
    if state.kind == "unsaved":
        if state.is_changed_outside and offer_merge_soon(app):
            return
        problem = f"{problem} {way_out(app)}"
    if is_new:
        app.say(problem, is_problem=True)


def offer_merge_soon(app: "Window") -> bool:
    """Ask soon about a file that was changed elsewhere; return whether nothing delays it.

    The officer is not asked while typing, moving a row, using another dialog or going from one
    field to the next: the next key would be taken for an answer. It is asked as soon as that ends.
    """
    if app.has_offered_merge:
        return False
    once_after(LOOK_AGAIN_AFTER, app, partial(offer_merge, app))
    return not is_busy(app)


def when_free(app: "Window", begin: "Callable[[], object]") -> None:
    """Call `begin`, which asks the officer something, as soon as the officer is not busy."""
    if is_busy(app):
        once_after(LOOK_AGAIN_AFTER, app, partial(when_free, app, begin))
    else:
        begin()


def is_busy(app: "Window") -> bool:
    """Return whether the officer is in the middle of something, so that a key is no answer."""
    return len(app.screen_stack) != 1 or app.view is None or app.where in ("editing", "moving")


def offer_merge(app: "Window") -> None:
    """Ask about the changed file as soon as the officer is not busy."""
    session = app.session
    if session is None or not (app.screen_stack and session.save_state.is_changed_outside):
        return
    if is_busy(app):
        once_after(LOOK_AGAIN_AFTER, app, partial(offer_merge, app))
    elif app.view is not None and not app.has_offered_merge:
        app.has_offered_merge = True
        app.view.post_message(app.view.Asked("merge-with-file"))


def way_out(app: "Window") -> str:
    """Return a sentence that says what the officer can do about a plan that is not saved."""
    key = shown_key(COMMAND["merge-with-file"], app.where, app.key_line.own_keys)
    return f"{key} offers to keep it elsewhere."
