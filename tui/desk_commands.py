"""The window's commands: open, make and delete plans, export, history, colours."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desk.council import council_format, with_choices, with_look
from desk.folders import export_folder
from desk.new_plan import make_new_plan_file, new_plan
from desk.session import who_is_here
from plan.council.format import FormatError
from plan.reading.dates import moment_in_words
from plan.text.line_breaks import counted
from sample_data.sample import sample_plan
from store import bin as plan_bin
from store.errors import StoreError
from store.lock import hold
from store.pictures import keep_pictures
from store.places import plan_name
from store.settings import load_settings
from tui import dialogs
from tui.opening import open_desk, open_plan, update_settings
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from plan.following.timeline import ShownReviews
    from plan.model.documents import DocumentKind
    from plan.model.plan import Plan
    from tui.window import Window


_NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})
_EMPTY = "empty"


async def make_and_open(
    app: "Window",
    plan: "Plan",
    title: str,
    label: str,
    *,
    edit_title: bool = False,
    pictures: Mapping[str, bytes] = _NO_PICTURES,
) -> None:
    """Make the file of a new plan on the desk and open it; `edit_title` opens its title field."""
    try:
        path = make_new_plan_file(title, plan, label)
        keep_pictures(path, pictures)
    except (StoreError, OSError) as error:
        _refuse(app, f"The plan {title} could not be made: {error}")
        return
    await open_plan(app, path, edit_title=edit_title)


def _refuse(app: "Window", sentence: str) -> None:
    """Say in a dialog why no plan was made: what is being typed must not run desk commands."""
    app.push_screen(dialogs.NoticeDialog("No plan was made", sentence))


async def make_new_plan(app: "Window") -> None:
    """Make an empty plan in the council's format and open its title field."""
    try:
        council = council_format(load_settings()[0])
    except FormatError as error:
        _refuse(app, f"No plan was made: the council's format cannot be used. {error}")
        return
    plan = new_plan(council.id)
    await make_and_open(app, plan, "Improvement plan", "New plan", edit_title=True)


async def make_sample(app: "Window") -> None:
    """Make the sample plan and open it."""
    await make_and_open(app, sample_plan(), "Sample plan", "Sample")


async def delete_plan(app: "Window", path: Path) -> None:
    """Put a plan in the bin, unless it is open somewhere."""
    held = hold(path, who_is_here())
    try:
        if held.read_only_reason:
            app.say(held.read_only_reason, is_problem=True)
            return
        deleted = plan_bin.delete(path, datetime.now(UTC))
    except StoreError as error:
        app.say(str(error), is_problem=True)
        return
    finally:
        held.release()
    await open_desk(app)
    app.say(f"{deleted.name} is deleted. b shows what was deleted and brings it back.")


async def show_bin(app: "Window") -> None:
    """Show the deleted plans, to bring one back or to remove all of them for good."""
    plans = plan_bin.deleted_plans()
    if not plans:
        app.say("No plan is deleted.")
        return
    rows = [
        ListedRow(str(number), plan.name, f"  deleted {moment_in_words(plan.deleted_locally)}")
        for number, plan in enumerate(plans)
    ]
    rows.append(ListedRow(_EMPTY, "Empty the bin", f"  removes {counted(len(plans), 'plan')}"))
    question = "Enter brings the plan back to where it was."
    chosen = await app.push_screen_wait(dialogs.ChooseDialog("Deleted plans", question, rows, "0"))
    try:
        if chosen == _EMPTY:
            await _empty_bin(app, len(plans))
        elif chosen is not None:
            path = plan_bin.bring_back(plans[int(chosen)])
            await open_desk(app)
            app.say(f"{plan_name(path)} is back.")
    except StoreError as error:
        app.say(str(error), is_problem=True)


async def _empty_bin(app: "Window", plans: int) -> None:
    """Ask once more, then remove the deleted plans for good: this cannot be undone."""
    rows = [
        ListedRow("keep", "Keep them", ""),
        ListedRow(_EMPTY, f"Remove {counted(plans, 'plan')} for good", ""),
    ]
    question = "What is removed from the bin cannot be brought back."
    chosen = await app.push_screen_wait(
        dialogs.ChooseDialog("Empty the bin", question, rows, "keep")
    )
    if chosen == _EMPTY:
        app.say(f"{counted(plan_bin.empty(), 'plan')} removed for good.")


async def export(app: "Window") -> None:
    """Ask which Word files to write, offering the document of the open view first."""
    if app.session is None:
        return
    template = load_settings()[0].council_template
    result = await app.push_screen_wait(
        dialogs.ExportDialog(
            app.session, export_folder(), _document_here(app), template, _reviews_here(app)
        )
    )
    if result is not None:
        now = with_look(load_settings()[0], result.look)
        now = with_choices(now, app.session.council, result.choices)
        update_settings(now, export_folder=str(result.folder))


def _document_here(app: "Window") -> "DocumentKind":
    """Return the kind of document that the open view shows."""
    return app.view.document if app.view is not None else "plan"


def _reviews_here(app: "Window") -> "ShownReviews | None":
    """Return the reviews that are on the screen, or None in other views."""
    return app.view.reviews if app.view is not None else None


async def browse_history(app: "Window") -> None:
    """Show the history of the open plan, and bring back what the officer chooses."""
    session = app.session
    if session is None:
        return
    try:
        council = session.council
    except FormatError as error:
        app.say(f"The history cannot be shown: {error}", is_problem=True)
        return
    steps = dialogs.LoadedSteps(session.newest_first())
    await asyncio.to_thread(steps.read_more)
    change = await app.push_screen_wait(dialogs.HistoryDialog(session, steps, council))
    if change is not None and app.view is not None:
        app.view.bring_back(change)
