"""Begin a round of progress notes from another view than that of the plan."""

from desk.progress_round import NONE_WANTED, next_to_note
from desk.today import today
from plan.papers.places import action_place
from tui.opening import show_view
from tui.views.session_view import SessionView


async def note_elsewhere(view: SessionView, action_id: str) -> None:
    """Go to the plan view from another, and begin the round there, at an action if one is given."""
    plan, app = view.session.plan, view.app
    own = view.session.council.plan.own
    action = action_id or next_to_note(plan, "", (), today(), own)
    if not action:
        view.say(NONE_WANTED)
        return
    place = action_place(plan, action, "")
    await show_view(app, "plan", place=place)  # type: ignore[arg-type]
    shown: SessionView = app.view  # type: ignore[attr-defined]
    shown.call_after_refresh(shown.begin_note, action)
