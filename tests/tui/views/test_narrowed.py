"""The list of actions narrowed to some of them, and what is done to them there."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from plan.model.outline import ActionOutline, AimOutline
from tests.tui.window import (
    NARROW,
    SMALL,
    app_of,
    cursor_ref,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    type_text,
    until,
    view_of,
    write,
)
from tui.dialogs.narrow import NarrowDialog

pytestmark = pytest.mark.slow


async def narrow(pilot: Pilot[None], typed: str) -> None:
    """Limit the list to what is typed first finds."""
    await press(pilot, "f")
    await until(pilot, lambda: isinstance(pilot.app.screen, NarrowDialog))
    await type_text(pilot, typed)
    await press(pilot, "enter")


def listed(pilot: Pilot[None]) -> list[str]:
    return [plan_of(pilot).ref_of(row.id) for row in view_of(pilot).actions.rows]


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_the_list_has_what_is_let_through_of_all_aims_and_says_so(
    size: tuple[int, int],
) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        await narrow(pilot, "status no note yet")
        assert listed(pilot) == ["1.2", "1.3", "2.1"]
        assert "3 of 4 actions: status No" in shown(pilot)
        assert cursor_ref(pilot) == "1.2"
        await press(pilot, "down", "down")
        assert cursor_ref(pilot) == "2.1"
        assert view_of(pilot).plan.number_of(view_of(pilot).cursor.aim) == 2
        assert "Esc all actions" in shown(pilot)
        await press(pilot, "escape")
        assert (listed(pilot), cursor_ref(pilot)) == (["2.1"], "2.1")
        assert "3 of 4" not in shown(pilot)


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("lead voluntary", ["1.1"]),
        ("impact on", ["1.1"]),
        ("page 16", ["1.1"]),
        ("on track", ["1.1"]),
        ("1 April 2017", ["1.1", "1.2"]),
        ("staff advise", ["1.3"]),
        ("aim hear", ["2.1"]),
    ],
)
async def test_it_is_narrowed_by_whatever_is_typed(typed: str, refs: list[str]) -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, typed)
        assert listed(pilot) == refs


async def test_what_is_typed_in_one_burst_with_its_enter_is_done() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "f", *"yearly", "enter")
        assert listed(pilot) == ["2.1"]


async def test_nothing_that_says_it_is_said_and_esc_leaves_all_as_it_was() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "xyzzy")
        assert "Nothing here says that" in shown(pilot)
        await press(pilot, "escape")
        assert listed(pilot) == ["1.1", "1.2", "1.3"]


async def test_a_second_condition_limits_it_further_and_is_taken_away_again() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "status no note yet")
        await narrow(pilot, "march")
        assert listed(pilot) == ["1.2"]
        assert "1 of 4 actions: status No note yet, “march”" in shown(pilot) + str(
            view_of(pilot).actions.border_title
        )
        await narrow(pilot, "status no note yet")
        assert listed(pilot) == ["1.2"]
        assert str(view_of(pilot).actions.border_title) == "1 of 4 actions: “march”"
        await press(pilot, "f", "home", "enter")
        assert listed(pilot) == ["1.1", "1.2", "1.3"]


async def test_rows_are_marked_across_aims_and_set_together_and_the_marks_stay() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "status no note yet")
        await press(pilot, "space", "down", "space")
        assert "· 2 marked" in str(view_of(pilot).actions.border_title)
        await press(pilot, "s", "t")
        await write(pilot, "June 2027", "escape")
        times = {plan_of(pilot).ref_of(one.id): one.timescale for one in plan_of(pilot).actions}
        assert times["1.2"] == times["2.1"] == "June 2027"
        assert times["1.3"] == ""
        await press(pilot, "escape")
        assert len(view_of(pilot).marks) == 2
        await narrow(pilot, "marked")
        assert listed(pilot) == ["1.2", "2.1"]
        await press(pilot, "escape", "escape")
        assert not view_of(pilot).marks


async def test_all_that_are_listed_are_marked_by_one_key_and_deleted() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "status no note yet")
        await press(pilot, "ctrl+a", "d")
        assert [one.text for one in plan_of(pilot).actions] == ["Publish one guide for families."]
        assert "No action is left" in shown(pilot)
        await press(pilot, "u")
        assert listed(pilot) == ["1.2", "1.3", "2.1"]


async def test_marked_rows_are_moved_while_all_rows_are_shown() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "status no note yet")
        await press(pilot, "ctrl+a", "m", "3", "enter")
        aim = plan_of(pilot).aims[2]
        assert len(plan_of(pilot).actions_of(aim.id)) == 3
        assert listed(pilot) == ["3.1", "3.2", "3.3"]


async def test_copied_from_a_narrowed_list_and_pasted() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "yearly")
        await press(pilot, "c", "escape", "left", "end", "up", "right", "v")
        assert plan_of(pilot).actions[-1].text == "Hold a yearly event."
        assert len(plan_of(pilot).actions) == 5


async def test_an_action_that_is_edited_stays_until_the_cursor_leaves_it() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "staff")
        assert listed(pilot) == ["1.3"]
        await press(pilot, "enter")
        await write(pilot, "Train the volunteers.", "escape")
        assert (listed(pilot), cursor_ref(pilot)) == (["1.3"], "1.3")
        assert str(view_of(pilot).actions.border_title).startswith("0 of 4")
        await press(pilot, "escape", "left")
        await until(pilot, lambda: "No action is left" in shown(pilot))
        await press(pilot, "right")
        assert app_of(pilot).where in ("actions", "fields")
        await press(pilot, "escape", "escape", "escape")
        assert listed(pilot) == ["1.1", "1.2", "1.3"]


async def test_from_the_aims_the_cursor_comes_to_what_is_listed() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "home")
        await narrow(pilot, "yearly")
        assert (cursor_ref(pilot), app_of(pilot).where) == ("2.1", "actions")
        await press(pilot, "left", "home", "right")
        assert (cursor_ref(pilot), app_of(pilot).where) == ("2.1", "actions")
        await press(pilot, "right")
        assert view_of(pilot).fields.rows[0].field.shown == "Hold a yearly event."


async def test_find_and_back_lead_to_what_is_not_let_through_and_it_is_listed_then() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "yearly")
        await press(pilot, "slash", *"Publish one", "enter")
        assert cursor_ref(pilot) == "1.1"
        assert listed(pilot) == ["1.1", "2.1"]
        await press(pilot, "left_square_bracket")
        assert (cursor_ref(pilot), listed(pilot)) == ("2.1", ["2.1"])


async def test_a_round_of_notes_from_a_narrowed_list_opens_the_action_under_the_cursor() -> None:
    async with plandesk(on_disk()) as pilot:
        await narrow(pilot, "yearly")
        await press(pilot, "p", "c", *"Held", "escape")
        assert plan_of(pilot).notes_of(plan_of(pilot).actions[3].id)[0].text == "Held"


async def test_the_reviews_are_narrowed_by_the_same_dialog_and_esc_lists_all() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "4")
        every = len(on_list(pilot, "timeline").rows)
        await narrow(pilot, "status on track")
        assert "Reviews by month, status On track" in shown(pilot)
        assert len(on_list(pilot, "timeline").rows) < every
        await press(pilot, "escape")
        assert len(on_list(pilot, "timeline").rows) == every
        await narrow(pilot, "page 16")
        assert "Reviews by month, page 16" in shown(pilot)
        assert "nothing" not in said(pilot)


async def test_of_very_many_the_list_grows_as_the_cursor_goes_down_and_all_can_be_marked() -> None:
    many = tuple(ActionOutline(f"Step {n}.") for n in range(250))
    plan = replace(SMALL, aims=(AimOutline("Walk.", many),))
    async with plandesk(on_disk(plan)) as pilot:
        await narrow(pilot, "step")
        assert len(listed(pilot)) == 200
        await press(pilot, "end")
        assert (cursor_ref(pilot), len(listed(pilot))) == ("1.200", 250)
        await press(pilot, "end", "ctrl+a")
        assert (cursor_ref(pilot), len(view_of(pilot).marks)) == ("1.250", 250)
        assert "250 of 250 actions" in str(view_of(pilot).actions.border_title)
