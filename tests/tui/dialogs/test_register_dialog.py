"""Key N: the names of the plan, filtered by typing; one is renamed, merged or explained there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from plan.council.format import FormatError
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from tests.tui.window import (
    app_of,
    at_rest,
    cursor_ref,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    screen,
    shown,
    type_text,
    until,
    view_of,
)
from tui.dialogs import register as dialog_module
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.name import NameDialog
from tui.dialogs.register import RegisterDialog
from tui.widgets.row_list import RowList

PANES = ("names", "places")
TEAM, SPELT = "Family Support Team", "Family support team"
OUTLINE = PlanOutline(
    aims=(
        AimOutline(
            "Plan well.",
            (
                ActionOutline(
                    "Open the café for the Adult Protection Committee.",
                    leads=(TEAM, "QXC"),
                    indicators=("Early help",),
                    timescale="March 2027",
                    progress=(NoteOutline("1 May 2026", "On track", "x"),),
                ),
                ActionOutline("Close the café.", leads=(f"{TEAM} with others",)),
            ),
        ),
        AimOutline("Act well.", (ActionOutline("Sing.", leads=(SPELT, TEAM)),)),
    )
)


@asynccontextmanager
async def names(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """Open a plan and its register, and yield once the names are listed."""
    async with plandesk(on_disk(OUTLINE), size=size) as pilot:
        await press(pilot, "N")
        await until(pilot, lambda: isinstance(pilot.app.screen, RegisterDialog))
        await until(pilot, lambda: listed(pilot))
        yield pilot


def listed(pilot: Pilot[None]) -> list[str]:
    rows = pilot.app.screen.query_one("#names", RowList).rows
    return [" ".join(row.content.plain.split()) for row in rows]


def uses(pilot: Pilot[None]) -> list[str]:
    return [row.line for row in pilot.app.screen.query_one("#places", RowList).rows]


def about(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#about", Static).render())


async def asked(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, NameDialog))
    await at_rest(pilot)


async def done(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, RegisterDialog))
    await at_rest(pilot)


@pytest.mark.slow
async def test_typing_filters_the_names_and_a_whole_one_comes_first() -> None:
    async with names() as pilot:
        assert listed(pilot)[:2] == [f"lead 2 {TEAM}", f"lead 1 {SPELT}"]
        await type_text(pilot, "family support team")
        assert [one.split(" ", 2)[2] for one in listed(pilot)[:3]] == [TEAM, SPELT, TEAM]
        await press(pilot, "ctrl+u")
        await type_text(pilot, "status")
        assert listed(pilot) == ["status 1 On track"]
        await type_text(pilot, "xyz")
        assert listed(pilot) == []


async def test_below_stand_all_the_actions_of_a_lead_dated_or_not_and_no_others() -> None:
    async with names() as pilot:
        await type_text(pilot, TEAM)
        assert uses(pilot) == ["1.1 Open the café for the Adult Protection Committee.", "2.1 Sing."]
        assert about(pilot) == (f"“{TEAM}”: a lead, 2 times. Maybe the same: “{SPELT}” (Ctrl+G).")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_names_have_the_room_that_is_not_wanted_below(size: tuple[int, int]) -> None:
    many = tuple(ActionOutline(f"Do thing {n}.", leads=(f"Team {n}",)) for n in range(60))
    often = tuple(ActionOutline(f"Go on {n}.", leads=("Zebra Board",)) for n in range(60))
    outline = PlanOutline(aims=(AimOutline("Plan well.", many), AimOutline("Act.", often)))
    async with plandesk(on_disk(outline), size=size) as pilot:
        await press(pilot, "N")
        await until(pilot, lambda: isinstance(pilot.app.screen, RegisterDialog))
        await until(pilot, lambda: listed(pilot))
        upper, lower = (pilot.app.screen.query_one(f"#{one}", RowList) for one in PANES)
        await until(pilot, lambda: upper.size.height <= lower.size.height + 1)
        await type_text(pilot, "team")
        await until(pilot, lambda: lower.size.height == 1)
        assert upper.max_scroll_y > 0
        await type_text(pilot, " 59")
        await until(pilot, lambda: upper.size.height == 1)
        await press(pilot, "ctrl+u", "down", "end")
        await type_text(pilot, "no team at all")
        await until(pilot, lambda: "Delete some" in shown(pilot))


@pytest.mark.slow
async def test_enter_on_a_place_goes_there() -> None:
    async with names() as pilot:
        await type_text(pilot, TEAM)
        await press(pilot, "tab", "down", "enter")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
        await at_rest(pilot)
        assert cursor_ref(pilot) == "2.1"


async def test_a_name_is_renamed_everywhere_by_three_keys_and_one_undo_takes_it_back() -> None:
    async with names() as pilot:
        await type_text(pilot, TEAM)
        await press(pilot, "enter")
        await asked(pilot)
        await type_text(pilot, "The new team")
        await press(pilot, "enter")
        await done(pilot)
        assert [one.leads for one in plan_of(pilot).actions] == [
            ("The new team", "QXC"),
            (f"{TEAM} with others",),
            (SPELT, "The new team"),
        ]
        assert f"“{TEAM}” is “The new team” now, as a lead, 2 times." in said(pilot)
        assert about(pilot).startswith("“The new team”")
        await press(pilot, "escape", "u")
        await at_rest(pilot)
        assert plan_of(pilot).actions[2].leads == (SPELT, TEAM)
        assert view_of(pilot).plan is plan_of(pilot)


@pytest.mark.slow
async def test_a_renaming_is_undone_where_it_was_made() -> None:
    async with names() as pilot:
        await press(pilot, "enter")
        await asked(pilot)
        await type_text(pilot, "The new team")
        await press(pilot, "enter")
        await done(pilot)
        await press(pilot, "ctrl+z")
        await at_rest(pilot)
        assert plan_of(pilot).actions[2].leads == (SPELT, TEAM)
        assert listed(pilot)[0] == f"lead 2 {TEAM}"
        assert f"Undo: Rename “{TEAM}”" in said(pilot)
        await press(pilot, "escape")
        await at_rest(pilot)
        assert view_of(pilot).plan is plan_of(pilot)


@pytest.mark.slow
async def test_an_undo_that_the_history_knows_nothing_of_says_why() -> None:
    async with names() as pilot:
        session = view_of(pilot).session
        await press(pilot, "ctrl+z")
        assert "There is nothing to undo." in said(pilot)
        session.past_problem = "The history could not be read: the disk is away."
        await press(pilot, "ctrl+z")
        assert "Nothing more is known to undo. The history could not be read" in said(pilot)


@pytest.mark.slow
async def test_escape_leaves_a_name_as_it_is() -> None:
    async with names() as pilot:
        before = plan_of(pilot)
        await press(pilot, "enter")
        await asked(pilot)
        await type_text(pilot, "x")
        await press(pilot, "escape")
        await done(pilot)
        assert plan_of(pilot) is before


@pytest.mark.slow
async def test_a_new_name_is_completed_from_those_there_are_and_merges_the_two() -> None:
    async with names() as pilot:
        await type_text(pilot, SPELT)
        await press(pilot, "down", "enter")
        await asked(pilot)
        assert "shown in grey" not in shown(pilot)
        await type_text(pilot, "Family Support T")
        await until(pilot, lambda: "→: take the name shown in grey" in shown(pilot))
        await press(pilot, "right")
        await until(pilot, lambda: "shown in grey" not in shown(pilot))
        await press(pilot, "enter")
        await done(pilot)
        assert "The two are one name now." in said(pilot)
        assert plan_of(pilot).actions[2].leads == (TEAM,)


@pytest.mark.slow
async def test_two_spellings_are_merged_from_the_list_of_the_others() -> None:
    async with names() as pilot:
        await press(pilot, "down", "ctrl+g")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert pilot.app.screen.query_one(RowList).rows[0].id == TEAM
        await press(pilot, "enter")
        await done(pilot)
        assert plan_of(pilot).actions[2].leads == (TEAM,)


@pytest.mark.slow
async def test_what_an_acronym_stands_for_is_said_once_and_asked_no_more() -> None:
    async with names() as pilot:
        session = app_of(pilot).session
        assert session is not None
        await until(pilot, lambda: any("QXC" in one.text for one in session.findings))
        await type_text(pilot, "acronym QXC")
        assert about(pilot).endswith("Nothing says what it stands for: Enter.")
        await press(pilot, "enter")
        await asked(pilot)
        await type_text(pilot, "Quality Exchange Council")
        await press(pilot, "enter")
        await done(pilot)
        assert about(pilot).endswith("It stands for Quality Exchange Council.")
        assert plan_of(pilot).acronyms == {"QXC": "Quality Exchange Council"}
        await until(pilot, lambda: session.findings_of is session.plan)
        assert not any("QXC" in one.text for one in session.findings)


@pytest.mark.slow
async def test_a_group_inside_longer_texts_only_is_not_renamed() -> None:
    async with names() as pilot:
        await type_text(pilot, "Adult Protection")
        assert uses(pilot) == [
            "action 1.1, Action: Open the café for the Adult Protection Committee."
        ]
        await press(pilot, "enter")
        await at_rest(pilot)
        assert isinstance(pilot.app.screen, RegisterDialog)
        assert "stands inside longer texts only" in said(pilot)


@pytest.mark.slow
async def test_the_frameworks_names_are_two_keys_for_all_indicators() -> None:
    path = on_disk(OUTLINE)
    async with plandesk(path) as pilot:
        await press(pilot, "N", "ctrl+n")
        await at_rest(pilot)
        assert plan_of(pilot).actions[0].indicators == (
            "Providing help and support at an early stage",
        )
        assert "1 indicator has its framework's name now" in said(pilot)
    assert saved_plan(path).actions[0].indicators[0].startswith("Providing help")


@pytest.mark.slow
async def test_an_enter_before_the_names_are_read_is_done_once_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with plandesk(on_disk(OUTLINE)) as pilot:
        monkeypatch.setattr(RegisterDialog, "_read", lambda dialog, current: None)
        await press(pilot, "N", *"On t", "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, RegisterDialog)
        assert listed(pilot) == []
        await dialog._read_names("")
        await asked(pilot)
        assert pilot.app.screen.query_one(Input).value == "On track"


@pytest.mark.slow
@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6"])
async def test_the_names_are_shown_in_every_view(key: str) -> None:
    async with plandesk(on_disk(OUTLINE)) as pilot:
        await press(pilot, key, "N")
        await until(pilot, lambda: isinstance(pilot.app.screen, RegisterDialog))
        await until(pilot, lambda: listed(pilot))


@pytest.mark.slow
async def test_where_the_format_cannot_be_used_that_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(session: object) -> None:
        raise FormatError("The format x cannot be used.")

    monkeypatch.setattr(dialog_module, "register_now", refuse)
    async with plandesk(on_disk(OUTLINE)) as pilot:
        await press(pilot, "N")
        await until(pilot, lambda: "The format x cannot be used." in screen(pilot.app))
        await press(pilot, "enter", "ctrl+g", "tab", "enter", "escape")
        await until(pilot, lambda: len(pilot.app.screen_stack) == 1)
