"""Go back to where the officer was, across views and plans, and forward again."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.opening import change_plan, open_plan, show_view
from tui.trail import Stop, Trail

if TYPE_CHECKING:
    from tui.window import Window

_NOWHERE = {-1: "There is nowhere to go back to.", 1: "There is nowhere to go forward to."}


def note_place(app: "Window") -> None:
    """Note where the officer is, if that is in a list or on a field of a plan."""
    view = app.view
    if view is None or len(app.screen_stack) > 1 or view.where in ("editing", "moving", "jumping"):
        return
    if app.trail is None:
        app.trail = Trail()
    app.trail.note(Stop(view.session.path.resolve(), view.id or "", view.stop))


async def step_along(app: "Window", by: int) -> None:
    """Go one place back (-1) or forward (1), in its view and its plan.

    What has been deleted is looked for near where it was; where that is the place that the officer
    comes from, the step goes one further.
    """
    trail = app.trail or Trail()
    at_first, is_on_desk = trail.at, app.session is None
    left = None if is_on_desk or not trail.stops else trail.stops[trail.at].key
    if is_on_desk:
        trail.at += 1  # back to the very place that was left for the list of plans
    while (stop := trail.step(by)) is not None:
        if not stop.plan.exists():
            trail.forget_here(by)
            continue
        if not await _is_opened(app, stop.plan):
            return
        await show_view(app, stop.view)
        view = app.view
        if view is None or view.id != stop.view:
            return  # a field is open that cannot be left
        place = view.stop_near(stop.place)
        if Stop(stop.plan, stop.view, place).key == left:
            continue
        trail.stops[trail.at] = stop._replace(place=place)
        view.call_after_refresh(partial(view.show_stop, place))
        return
    trail.at = min(max(at_first, 0), len(trail.stops) - 1)
    app.say(_NOWHERE[by])


async def _is_opened(app: "Window", plan: Path) -> bool:
    """Open a plan if it is not open; return whether it is open now."""
    if app.session is None:
        return await open_plan(app, plan)
    return app.session.path.resolve() == plan or await change_plan(app, plan)
