"""A plan from nothing, as an officer begins it: the title, an aim, its first action."""

from dataclasses import replace

import pytest
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from plan.model.outline import PlanOutline
from plan.model.plan import Plan
from store.places import plans_folder
from store.settings import Settings, save_settings
from tests.tui.window import (
    app_of,
    at_rest,
    editor_of,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    until,
    view_of,
    write,
)
from tui.app import Plandesk
from tui.dialogs.notice import NoticeDialog
from tui.opening import close_plan, open_desk, open_plan, show_view

WIDTHS = (60, 80, 99, 100, 120, 200)
TITLE = "Quality of services? 2026, days off: q quits, s samples, d deletes"


def type_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Type keys so quickly that all are there before the first of them is looked at."""
    for key in keys:
        event = Key(key, "\r") if key == "enter" else Key(_character_to_key(key), key)
        pilot.app.post_message(event)


@pytest.mark.slow
async def test_n_opens_the_title_of_the_new_plan() -> None:
    async with plandesk() as pilot:
        await press(pilot, "n")
        await until(pilot, lambda: app_of(pilot).where == "editing")
        assert editor_of(pilot).field.key == "title"
        await write(pilot, "A plan", "escape")
        await until(pilot, lambda: plan_of(pilot).cover.title == "A plan")
        assert app_of(pilot).where == "fields"


async def test_what_is_typed_behind_n_is_the_title_however_quick_it_comes() -> None:
    async with plandesk() as pilot:
        on_disk(name="Left alone")
        type_at_once(pilot, "n", *TITLE, "enter")
        await until(pilot, lambda: app_of(pilot).session is not None)
        await until(pilot, lambda: plan_of(pilot).cover.title == TITLE)
        assert said(pilot) == ""
        assert len(list(plans_folder().glob("*.plan.json"))) == 2


async def test_what_is_typed_behind_an_n_that_makes_no_plan_runs_no_command() -> None:
    path = on_disk()
    save_settings(Settings(council_format="nix"))
    async with plandesk() as pilot:
        type_at_once(pilot, "n", *"ds sample?")
        await until(pilot, lambda: isinstance(pilot.app.screen, NoticeDialog))
        await until(pilot, lambda: "There is no council format called nix." in shown(pilot))
        await at_rest(pilot)
        await press(pilot, "escape")
        assert on_list(pilot, "plans").has_focus
        assert app_of(pilot).session is None
    assert [one.name for one in plans_folder().glob("*.plan.json")] == [path.name]


def said_in(pilot: Pilot[None]) -> str:
    """Return what the empty list of actions says, read from the screen line by line."""
    actions = on_list(pilot, "actions")
    lines = shown(pilot).split("\n")
    x, y, right, bottom = actions.content_region.corners
    return " ".join(" ".join(line[x:right] for line in lines[y:bottom]).split())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.slow
async def test_a_plan_from_nothing_is_written_by_enter_arrow_and_a(width: int) -> None:
    async with plandesk(size=(width, 24)) as pilot:
        await press(pilot, "n")
        await write(pilot, "A plan", "escape")
        await press(pilot, "escape", "a")
        await write(pilot, "The first aim.", "escape", "escape")
        assert app_of(pilot).where == "aims"
        await press(pilot, "right")
        assert on_list(pilot, "actions").has_focus
        assert said_in(pilot) == "No action here yet: a adds one."
        await press(pilot, "a")
        await write(pilot, "The first action.", "escape", "escape")
        assert [one.text for one in plan_of(pilot).actions] == ["The first action."]
        assert [one.text for one in plan_of(pilot).aims] == ["The first aim."]
        path = view_of(pilot).session.path
    assert saved_plan(path).cover.title == "A plan"


@pytest.mark.slow
async def test_the_empty_list_of_an_aim_leads_on_to_the_aim_itself_and_back() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "end", "up", "right")
        assert on_list(pilot, "actions").has_focus
        await press(pilot, "right")
        assert view_of(pilot).where == "fields"
        assert view_of(pilot).fields.rows[0].field.label == "Aim 3"
        await press(pilot, "escape")
        assert on_list(pilot, "actions").has_focus
        await press(pilot, "escape")
        assert on_list(pilot, "aims").has_focus


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (("left", "home"), "Actions belong to an aim: a adds an aim."),
        (("left", "end"), "Actions belong to an aim: go to one first."),
        (("left", "end", "up"), "No action here yet: a adds one."),
    ],
)
async def test_an_empty_list_says_what_a_does(keys: tuple[str, ...], says: str) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, *keys)
        assert said_in(pilot) == says


@pytest.mark.slow
async def test_an_aim_is_added_at_the_end_from_the_inspection_report_below_them() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "end", "a")
        await write(pilot, "The last aim.", "escape")
        assert plan_of(pilot).aims[-1].text == "The last aim."


@pytest.mark.slow
async def test_an_aim_that_is_undone_takes_the_cursor_from_its_empty_list() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "a", "enter")
        await write(pilot, "One more.", "escape", "escape")
        await press(pilot, "right", "u", "u")
        assert len(plan_of(pilot).aims) == 3
        assert on_list(pilot, "aims").has_focus


async def test_an_n_in_a_dialog_over_the_desk_is_a_letter() -> None:
    async with plandesk() as pilot:
        await press(pilot, "o")
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, Input))
        await press(pilot, *"nn")
        line = pilot.app.screen.query_one(Input)
        await until(pilot, lambda: line.value == "nn")
        assert app_of(pilot).session is None


@pytest.mark.slow
async def test_the_key_that_the_officer_gave_to_new_opens_the_title_as_well() -> None:
    save_settings(Settings(keys={"new": "w"}))
    async with plandesk() as pilot:
        type_at_once(pilot, "w", *"A new quay")
        await until(pilot, lambda: app_of(pilot).where == "editing")
        await until(pilot, lambda: editor_of(pilot).text == "A new quay")


async def test_who_leaves_while_a_plan_or_view_is_being_opened_meets_no_error() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        app = app_of(pilot)
        first = app.screen_stack[0]
        first._detach()  # as Textual takes the window down, from the inside
        try:
            await show_view(app, "report")
            await close_plan(app)
            await open_plan(app, path)
            await open_desk(app)
        finally:
            first._attach(app)
        assert app._exception is None


EMPTY_PLACES = {
    "1": ("No aim yet: {add} adds the first.",),
    "2": (
        "0 of 6 filled in: Enter fills them in",
        "empty: {add} begins it",
        "empty: w takes the wor",
    ),
    "3": ("No assessment yet: {add} adds one.",),
    "4": ("Nothing due or reviewed: the plan's timescales come here. 1 goes to the plan.",),
    "5": ("There is nothing to check yet: the plan has no action. 1 goes to the plan",),
}
"""What stands in each view of a plan with nothing in it but its title, with the key that adds."""


@pytest.mark.parametrize("view", EMPTY_PLACES)
@pytest.mark.parametrize("key", ["i", pytest.param("a", marks=pytest.mark.slow)])
async def test_an_empty_plan_says_in_its_own_place_what_to_do_next(view: str, key: str) -> None:
    save_settings(Settings(keys={"add": key}))
    async with plandesk(on_disk(PlanOutline("A plan")), size=(80, 24)) as pilot:
        await press(pilot, view)
        words = " ".join(shown(pilot).replace("│", " ").split())
        for sentence in EMPTY_PLACES[view]:
            assert sentence.format(add=key) in words


async def test_a_plan_that_is_edited_while_it_is_checked_first_is_checked_as_it_is_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[Plan] = []

    def edited_meanwhile(plan: Plan, *_: object) -> tuple[()]:
        session = windows[0].session
        looked_at.append(plan)
        if session is not None and len(looked_at) == 1:
            session.plan = replace(plan)
        return ()

    windows: list[Plandesk] = []
    monkeypatch.setattr("tui.views.checks.checking.checked", edited_meanwhile)
    path = on_disk()
    async with plandesk() as pilot:
        windows.append(app_of(pilot))
        await open_plan(app_of(pilot), path)
        session = app_of(pilot).session
        assert session is not None
        await until(pilot, lambda: session.findings_of is session.plan)
        assert len(looked_at) == 2
