"""Open and close plans and views in the window, and remember where the officer was."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from desk.colours import nearest_colours
from desk.session import PlanSession
from files.ordinary import reason_of
from store.errors import DamagedPlanError, StoreError
from store.places import make_folders_private, plans_folder
from store.settings import Settings, load_settings, save_settings
from tui.saving import way_out
from tui.views.plan_views import FIRST_VIEW, PLAN_VIEW
from tui.widgets.once import once_after

if TYPE_CHECKING:
    from textual.widget import Widget

    from plan.changes.change import Change
    from plan.model.finding import Place
    from store.saver import SaveState
    from tui.views.session_view import SessionView
    from tui.window import Window

LONGEST_WAIT = 5.0
"""Most seconds that closing a plan waits for the disk."""
AFTER_FIRST_PAINT = 0.2
"""Seconds to wait for an opened plan to be on the screen before less urgent work."""
ASK_AGAIN_AFTER = 2.0
"""Seconds until the next try to get a plan that is open elsewhere."""


async def begin(app: "Window", asked_for: Path | None) -> None:
    """Open the plan asked for, or the one that was open last, or the desk."""
    settings, remark = load_settings()
    if settings.theme:
        app.theme = nearest_colours(settings.theme)
    app.use_density(is_dense=settings.density == "dense")
    app.use_keys(dict(settings.keys))
    last = Path(settings.last_plan) if settings.last_plan else None
    if asked_for is not None:
        await open_plan(app, asked_for, settings)
    elif last is not None and last.exists():
        await open_plan(app, last, settings)
    else:
        await open_desk(app)
    if remark:
        app.say(remark, is_problem=True)
    once_after(AFTER_FIRST_PAINT, app, partial(_make_folders_private, app))


def _make_folders_private(app: "Window") -> None:
    """Make plandesk's folders private, on a thread as there may be many files."""
    app.run_worker(make_folders_private, group="folders", thread=True, exit_on_error=False)


async def open_plan(
    app: "Window", path: Path, settings: Settings | None = None, *, edit_title: bool = False
) -> bool:
    """Open a plan in the window; if it cannot be opened, show the desk and say why.

    Return whether it is open. `settings` say where the officer was in the plan; by default they
    are read from the disk. With `edit_title` the title field is opened, for the next key.
    """
    try:
        session = PlanSession.opened(path, partial(_pass_on, app))
    except DamagedPlanError as error:
        await open_desk(app)
        recover: Callable[[], Awaitable[None]] = partial(app.offer_recovery, path, error.problem)
        app.run_worker(recover, group="desk", exclusive=True)
        return False
    except StoreError as error:
        await open_desk(app)
        app.say(str(error), is_problem=True)
        return False
    # A format of plandesk's own is read only when the actions are on the screen.
    if not session.has_sound_format and (problem := _problem_of_format(session)):
        session.close()
        await open_desk(app)
        app.say(problem, is_problem=True)
        return False
    app.session = session
    app.title_line.to_check = ""
    app.title_line.plan_title = session.plan.cover.title or session.name
    place = _last_place(session, settings or load_settings()[0])
    view = _make_view(app, session, place.get("view", FIRST_VIEW.id), place)
    app.view_id = view.id or ""
    if not await _fill_body(app, view):
        return False
    if edit_title:
        view.begin_writing()
    app.show_keys(view)
    app.show_saving(session.save_state)
    _say_remarks(app, session)
    return True


def _problem_of_format(session: PlanSession) -> str:
    """Return why the plan cannot be shown in its council's format, or an empty string."""
    # Loaded only for a council's own format: the usual one is read after the first view.
    from plan.council.format import FormatError  # noqa: PLC0415

    try:
        _ = session.council
    except FormatError as error:
        return (
            f"The plan {session.name} cannot be shown: the council's format that it follows cannot "
            f"be used. {error} The plan is unchanged."
        )
    return ""


def _say_remarks(app: "Window", session: PlanSession) -> None:
    """Say who else has the plan open and what is odd about it, and start later work."""
    if session.read_only_reason:
        app.say(session.read_only_reason, is_problem=True)
    if session.is_held_elsewhere:
        once_after(ASK_AGAIN_AFTER, app, partial(take_over, app, session))
    if session.remark:
        app.say(session.remark, is_problem=True)
    once_after(AFTER_FIRST_PAINT, app, partial(app.inspect_opened_plan, session))


async def take_over(app: "Window", session: PlanSession) -> None:
    """Open the plan for writing if nobody else has it open any more, or try again later."""
    if app.session is not session:
        return
    if not session.is_free_now():
        once_after(ASK_AGAIN_AFTER, app, partial(take_over, app, session))
        return
    remember(app.view)
    app.session = None
    session.close()
    if await open_plan(app, session.path):
        app.say(f"{session.name} is closed elsewhere now: it can be changed here.")


async def open_desk(app: "Window", at: Path | None = None) -> None:
    """Show the desk in the window, with the cursor on the plan `at`, else on the last one."""
    # Loaded when first shown, so that nobody who opens a plan waits for it.
    from tui.views.desk.desk_view import DeskView  # noqa: PLC0415

    app.title_line.plan_title = "Plans"
    app.title_line.state = ""
    app.title_line.to_check = app.title_line.sharing = app.title_line.sharing_briefly = ""
    app.title_line.is_unsaved = False
    app.view_id = ""
    app.where = "desk"
    left = str(at.resolve()) if at is not None else load_settings()[0].last_plan
    desk = DeskView(plans_folder(), left)
    await _fill_body(app, desk)
    app.idle = desk.idle


async def _fill_body(app: "Window", view: "Widget") -> bool:
    async with app.body.batch():
        await app.body.remove_children()
        return await _mount(app, view)


async def _mount(app: "Window", view: "Widget") -> bool:
    """Mount a view; return False if the officer has left and the window is being removed."""
    if app.is_closing or not app.body.is_attached:
        return False
    await app.body.mount(view)
    return view.is_attached


async def go_to(app: "Window", asked: "SessionView.Asked") -> None:
    """Show the view and place that a view asked for, in another plan if it asked for that."""
    if asked.plan is not None and not await change_plan(app, asked.plan):
        return
    await show_view(app, asked.view, asked.change, asked.place)


async def change_plan(app: "Window", path: Path) -> bool:
    """Open another plan, in which the present view keeps its choices; return whether it is open."""
    chosen = {app.view.id or "": app.view.choices} if app.view is not None else {}
    is_changed = await close_plan(app) and await open_plan(app, path)
    if is_changed and app.session is not None:
        app.session.chosen = chosen
    return is_changed


async def show_view(
    app: "Window",
    view_id: str,
    change: "Change | None" = None,
    place: "Place | None" = None,
) -> None:
    """Show a view of the open plan, with the cursor on what `change` changed or at `place`."""
    if app.session is None or app.view is None:
        return
    if not app.view.leave_field():
        return
    view = next((one for one in app.views if one.id == view_id), None)
    async with app.body.batch():
        if view is None:
            chosen = app.session.chosen.get(view_id, {})
            view = _make_view(app, app.session, view_id, chosen)
            if not await _mount(app, view):
                return
        app.view_id = view_id
        view.enter()
        app.show_keys(view)
    if change is not None:
        view.show_change(change)
    if place is not None:
        view.call_after_refresh(view.show_place, place)


def _make_view(
    app: "Window", session: PlanSession, view_id: str, place: Mapping[str, str]
) -> "SessionView":
    """Return a new view of the plan, the first kind if `view_id` is unknown."""
    kind = PLAN_VIEW.get(view_id, FIRST_VIEW)
    view: SessionView = getattr(import_module(kind.module), kind.class_name)(session)
    view.return_to(place)
    app.follow_keys(view)
    return view


def _pass_on(app: "Window", state: "SaveState") -> None:
    """Pass the save state, which comes from the saver's thread, on to the screen."""
    if app.is_running:
        app.call_later(app.show_saving, state)


async def close_plan(app: "Window", *, at_any_rate: bool = False, key: str = "") -> bool:
    """Save and close the open plan and remember the place in it; return whether it is closed.

    If saving fails or a text is too long for its field, the plan stays open and the officer is
    told. With `at_any_rate` it is closed all the same, and what is not saved is in a draft. `key`
    is the key that does that when pressed again, if there is one.
    """
    session = app.session
    if session is None:
        remember(None)
        return True
    view = app.view
    otherwise = f". {key} once more leaves, and it is offered the next time" if key else ""
    if view is not None and not view.leave_field(otherwise) and not at_any_rate:
        return False
    is_saved = await asyncio.to_thread(session.saved, LONGEST_WAIT)
    if not is_saved and not at_any_rate:
        app.say(
            f"The plan {session.name} is not saved: {session.save_state.problem} "
            f"It stays open. {_how_to_leave(app, key)}",
            is_problem=True,
        )
        return False
    remember(view)
    app.session = None
    await asyncio.to_thread(session.close)
    return True


def _how_to_leave(app: "Window", key: str) -> str:
    """Return a sentence that says how to leave a plan that is not saved."""
    if not key:
        return way_out(app)
    return f"{key} once more leaves, and what is not saved is offered when it is opened again."


def remember(view: "SessionView | None") -> None:
    """Save in the settings which plan is open and where the officer is in it."""
    settings, _ = load_settings()
    plan, place = "", {}
    if view is not None:
        plan = str(view.session.path.resolve())
        place = {"view": view.id or "", **view.place}
    update_settings(settings, last_plan=plan, last_place=place)


def update_settings(settings: Settings, **changed: object) -> None:
    """Save the settings with some of them changed; a failure to save is ignored."""
    try:
        save_settings(settings.model_copy(update=changed))
    except OSError:
        return


def change_density(app: "Window") -> None:
    """Show more at once, or as usual, and remember which."""
    is_dense = not app.has_class("-dense")
    app.use_density(is_dense=is_dense)
    if remember_setting(app, {"density": "dense" if is_dense else ""}):
        app.say("Dense: a row is one line where not all fit." if is_dense else "As usual.")


def remember_setting(app: "Window", changed: Mapping[str, object]) -> bool:
    """Save the settings with some of them changed; if the disk refuses, say so and return False."""
    try:
        save_settings(load_settings()[0].model_copy(update=dict(changed)))
    except OSError as error:
        app.say(f"That could not be remembered: {reason_of(error)}.", is_problem=True)
        return False
    return True


def _last_place(session: PlanSession, settings: Settings) -> Mapping[str, str]:
    return settings.last_place if settings.last_plan == str(session.path.resolve()) else {}
