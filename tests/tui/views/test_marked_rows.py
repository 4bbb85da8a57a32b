"""Rows are marked with Space, and one command does the same to all of them, as one step."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.model.plan import Plan
from store.copied import copied_path, load_copied
from tests.tui.window import (
    NARROW,
    SMALL,
    app_of,
    cursor_ref,
    editor_of,
    go_to_view,
    on_disk,
    on_list,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    type_text,
    until,
    view_of,
    write,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.set_field import SetFieldDialog
from tui.views.plan.plan_view import PlanView
from tui.views.report.report_view import ReportView

pytestmark = pytest.mark.slow

GUIDE, PROGRAMME, STAFF, EVENT = (one.text for aim in SMALL.aims for one in aim.actions)


def by_aim(plan: Plan) -> list[list[str]]:
    return [[one.text for one in plan.actions_of(aim.id)] for aim in plan.aims]


BEFORE = [[GUIDE, PROGRAMME, STAFF], [EVENT], []]


@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_space_marks_a_row_in_sign_and_number_and_steps_on_across_aims(
    size: tuple[int, int],
) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        await press(pilot, "down", "space", "space", "space")
        assert cursor_ref(pilot) == "2.1"
        assert "■ 2.1 Hold a yearly event." in shown(pilot)
        assert "Actions of aim 2 · 3 marked" in shown(pilot)
        await press(pilot, "space")
        assert "■ 2.1" not in shown(pilot)
        assert "Actions of aim 2 · 2 marked" in shown(pilot)
        await press(pilot, "left")
        rows = [(row.line, row.below) for row in on_list(pilot, "aims").rows]
        assert ("1 Make help easy to find.", "  2 marked") in rows
        await press(pilot, "escape")
        assert "marked" not in shown(pilot)
        assert plan_of(pilot) == saved_plan(view_of(pilot).session.path)


async def test_all_lines_of_a_marked_row_stand_below_its_words() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        before = on_list(pilot, "actions").rows[0].below.splitlines()
        assert len(before) == 2
        await press(pilot, "space")
        assert on_list(pilot, "actions").rows[0].below.splitlines() == [
            f"  {one}" for one in before
        ]


async def test_escape_takes_the_marks_away_first_and_goes_back_then() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "space", "escape")
        assert view_of(pilot).marks == frozenset()
        assert view_of(pilot).where == "actions"
        await press(pilot, "escape")
        assert view_of(pilot).where == "aims"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("space down space d", [[PROGRAMME], [EVENT], []]),
        ("space down space m 3 enter", [[PROGRAMME], [EVENT], [GUIDE, STAFF]]),
        ("space down space m enter", [[GUIDE, STAFF, PROGRAMME], [EVENT], []]),
        ("space down space ctrl+x down v", [[PROGRAMME], [EVENT, GUIDE, STAFF], []]),
        ("space space c v", [[GUIDE, PROGRAMME, STAFF, GUIDE, PROGRAMME], [EVENT], []]),
        ("left space space d", [[]]),
        ("left space m 2 enter", [[EVENT], [GUIDE, PROGRAMME, STAFF], []]),
        ("left space space m end enter", [[], [GUIDE, PROGRAMME, STAFF], [EVENT]]),
        ("left down space right space d", [[GUIDE, PROGRAMME, STAFF], []]),
    ],
)
async def test_one_command_does_it_to_all_that_is_marked_and_one_undo_takes_it_back(
    keys: str, left: list[list[str]]
) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        pressed = keys.split()
        await press(pilot, *pressed)
        assert by_aim(plan_of(pilot)) == left
        undone = 2 if "ctrl+x" in pressed else 1
        await press(pilot, *["u"] * undone)
        assert by_aim(plan_of(pilot)) == BEFORE
    assert by_aim(saved_plan(path)) == BEFORE


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("m 2 enter", [[PROGRAMME, STAFF], [EVENT, GUIDE], []]),
        ("m 3 enter", [[PROGRAMME, STAFF], [EVENT], [GUIDE]]),
        ("m end enter", [[PROGRAMME, STAFF, GUIDE], [EVENT], []]),
        ("m end end enter", [[PROGRAMME, STAFF], [EVENT], [GUIDE]]),
        ("m pagedown home enter", [[PROGRAMME, STAFF], [GUIDE, EVENT], []]),
        ("m pagedown pagedown pageup enter", [[PROGRAMME, STAFF], [EVENT, GUIDE], []]),
        ("m 3 home home enter", BEFORE),
        ("m 2 escape", BEFORE),
        ("m 2 tab", BEFORE),
        ("m 9 enter", BEFORE),
        ("m 0 enter", BEFORE),
    ],
)
async def test_a_row_on_the_move_goes_where_the_number_or_the_key_says(
    keys: str, left: list[list[str]]
) -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, *keys.split())
        assert by_aim(plan_of(pilot)) == left
        assert view_of(pilot).lifted is None
        assert app_of(pilot).view_id == "plan"


async def test_rows_that_are_put_down_are_shown_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "space", "space", "m", "2")
        times: list[PlanView] = []
        real = PlanView.show

        def counted(view: PlanView) -> None:
            times.append(view)
            real(view)

        monkeypatch.setattr(PlanView, "show", counted)
        await press(pilot, "enter")
        assert by_aim(plan_of(pilot)) == [[STAFF], [EVENT, GUIDE, PROGRAMME], []]
        assert not view_of(pilot).marks
        assert len(times) == 1


async def test_two_digits_name_an_aim_of_two_digits() -> None:
    aims = tuple(AimOutline(f"Aim {n}", (ActionOutline(f"Action {n}"),)) for n in range(1, 13))
    async with plandesk(on_disk(PlanOutline(aims=aims))) as pilot:
        await press(pilot, "m", "1", "2", "enter")
        assert cursor_ref(pilot) == "12.2"
        await press(pilot, "m", "3", "2", "enter")
        assert cursor_ref(pilot) == "2.2"
        await press(pilot, "m", "0")
        assert "0 is no place to move it to." in said(pilot)


async def test_the_key_line_and_the_help_of_a_row_on_the_move_name_the_digits() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "m")
        assert "1–9 to aim" in shown(pilot)
        await press(pilot, "question_mark")
        assert "1–9  To the aim or section of this number" in shown(pilot)
        assert "Home  To the top" in shown(pilot)


async def test_aims_and_actions_that_are_marked_are_not_moved_together() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "space", "left", "down", "space", "m")
        assert view_of(pilot).lifted is None
        assert "they are moved each by themselves" in said(pilot)


async def set_in_marked(pilot: Pilot[None], letter: str, text: str, *keys: str) -> None:
    await press(pilot, "s")
    await until(pilot, lambda: isinstance(pilot.app.screen, SetFieldDialog))
    await press(pilot, letter)
    await write(pilot, text, *keys)


async def test_a_field_is_set_in_all_that_is_marked_by_one_step() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "down", "space", "space", "space")
        await set_in_marked(pilot, "t", "June 2027", "escape")
        said_now = [one.timescale for one in plan_of(pilot).actions]
        assert said_now == ["December 2016", *["June 2027"] * 3]
        assert view_of(pilot).where == "actions"
        assert len(view_of(pilot).marks) == 3
        await press(pilot, "u")
        assert [one.timescale for one in plan_of(pilot).actions][1:] == ["March 2017", "", ""]


async def test_what_all_say_already_is_in_the_field_and_can_be_emptied() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "space", "space")
        await set_in_marked(pilot, "l", "Housing Group\nPolice Scotland", "tab")
        leads = [one.leads for one in plan_of(pilot).actions]
        assert leads[:2] == [("Housing Group", "Police Scotland")] * 2
        assert view_of(pilot).where == "actions"
        await press(pilot, "s", "l")
        assert editor_of(pilot).text == "Housing Group\nPolice Scotland"
        await write(pilot, "", "escape")
        assert [one.leads for one in plan_of(pilot).actions][:2] == [(), ()]


async def test_a_field_left_empty_where_they_differ_changes_nothing() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "space", "space", "s", "t", "escape")
        assert plan_of(pilot) == before


async def test_a_text_too_long_for_all_stays_in_its_field() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "space", "space", "s", "t")
        await type_text(pilot, "x" * 10_001)
        await press(pilot, "escape")
        assert "Timescale of 2 actions holds less text than this" in said(pilot)
        assert editor_of(pilot).text == "x" * 10_001


async def test_a_note_is_added_to_all_that_is_marked_also_of_a_marked_aim() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "down", "down", "space", "left", "space", "p")
        await write(pilot, "26 September 2016 – On track\nAgreed.", "escape")
        notes = [plan_of(pilot).notes_of(one.id) for one in plan_of(pilot).actions]
        assert [len(one) for one in notes] == [1, 0, 1, 1]
        assert [one[-1].status for one in notes if one] == ["On track"] * 3
        assert view_of(pilot).marks == frozenset()
        await press(pilot, "u")
        notes = [plan_of(pilot).notes_of(one.id) for one in plan_of(pilot).actions]
        assert [len(one) for one in notes] == [1, 0, 0, 0]


async def test_an_empty_note_is_added_to_none() -> None:
    async with plandesk(on_disk()) as pilot:
        before = plan_of(pilot)
        await press(pilot, "space", "space", "p", "escape")
        assert plan_of(pilot) == before


async def test_without_a_mark_s_says_how_to_make_one() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "s")
        assert "Space marks one" in said(pilot)


# Between plans and starts


async def open_next(pilot: Pilot[None], path: Path) -> None:
    """Go to the desk, and from there to another plan."""
    await press(pilot, "ctrl+o")
    await until(pilot, lambda: app_of(pilot).where == "desk")
    for _ in range(2):
        await press(pilot, "enter")
        session = app_of(pilot).session
        assert session is not None
        if session.path == path:
            return
        await press(pilot, "ctrl+o", "down")
    raise AssertionError("the other plan was not opened")


async def test_copied_rows_go_whole_into_another_plan_and_stay_for_the_next_start() -> None:
    first = on_disk()
    other = on_disk(PlanOutline(aims=(AimOutline("Theirs", (ActionOutline("a"),)),)), "Other")
    async with plandesk(first) as pilot:
        await press(pilot, "space", "down", "space", "c")
        await open_next(pilot, other)
        await press(pilot, "v")
        assert by_aim(plan_of(pilot)) == [["a", GUIDE, STAFF]]
        guide = plan_of(pilot).actions[1]
        assert guide.leads == ("Parenting Group", "Voluntary Sector Forum")
        assert plan_of(pilot).notes_of(guide.id)[0].status == "On track"
        await press(pilot, "ctrl+q")
    async with plandesk(other) as pilot:
        await press(pilot, "u", "v")
        assert by_aim(plan_of(pilot)) == [["a", GUIDE, STAFF]]
    assert by_aim(saved_plan(first)) == BEFORE


async def test_in_a_plan_without_an_aim_pasted_actions_bring_the_one_they_served() -> None:
    first, other = on_disk(), on_disk(PlanOutline("Empty"), "Other")
    async with plandesk(first) as pilot:
        await press(pilot, "space", "space", "c", "ctrl+q")
    async with plandesk(other) as pilot:
        await press(pilot, "v")
        assert by_aim(plan_of(pilot)) == [[GUIDE, PROGRAMME]]
        assert plan_of(pilot).aims[0].text == "Make help easy to find."


async def test_what_was_cut_has_its_notes_where_it_is_pasted() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "ctrl+x", "v")
        assert [one.text for one in plan_of(pilot).actions][:2] == [PROGRAMME, GUIDE]
        guide = plan_of(pilot).actions[1]
        assert len(plan_of(pilot).notes_of(guide.id)) == 1
        await press(pilot, "c", "v")
        assert plan_of(pilot).notes_of(plan_of(pilot).actions[2].id) == ()


@pytest.mark.parametrize("key", ["c", "ctrl+x"])
async def test_a_copied_text_goes_into_a_field_of_another_plan_after_a_new_start(key: str) -> None:
    first = on_disk()
    other = on_disk(SMALL, "Other")
    async with plandesk(first) as pilot:
        await press(pilot, "right", "down", key, "ctrl+q")
    assert saved_plan(first).actions[0].pages == ("Pages 9, 16" if key == "c" else "")
    async with plandesk(other) as pilot:
        await press(pilot, "end", "right", "down", "v")
        assert plan_of(pilot).actions[2].pages == "Pages 9, 16"
        await press(pilot, "escape", "v")
        assert "Nothing to paste here" in said(pilot)


@pytest.mark.parametrize("content", [b"", b"{", b'{"aims": 5}', b"\xff\xfe"])
async def test_a_damaged_copy_is_nothing_to_paste(content: bytes) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "c")
        copied_path().write_bytes(content)
        assert load_copied() is None
        before = plan_of(pilot)
        await press(pilot, "v")
        assert plan_of(pilot) == before
        assert "Nothing to paste here" in said(pilot)


async def test_where_it_cannot_be_kept_a_copy_still_serves_in_this_plan() -> None:
    async with plandesk(on_disk()) as pilot:
        copied_path().mkdir(parents=True)
        await press(pilot, "space", "space", "c")
        assert "It is kept only until this plan is closed" in said(pilot)
        await press(pilot, "v")
        assert by_aim(plan_of(pilot))[0] == [GUIDE, PROGRAMME, STAFF, GUIDE, PROGRAMME]


# What a adds on an aim


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (["up", "enter"], [[GUIDE, PROGRAMME, STAFF, "New."], [EVENT], []]),
        (["enter"], BEFORE),
        (["escape"], BEFORE),
    ],
)
async def test_on_an_aim_a_asks_for_an_action_in_it_or_an_aim_below(
    keys: list[str], left: list[list[str]]
) -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "left", "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "An action of aim 1" in shown(pilot)
        assert "An aim below" in shown(pilot)
        await press(pilot, *keys)
        if keys != ["escape"]:
            await write(pilot, "New.", "escape")
        now = plan_of(pilot)
        assert [row for row in by_aim(now) if row != []] == [row for row in left if row != []]
        assert [aim.text for aim in now.aims].count("New.") == (keys == ["enter"])


async def test_on_an_aim_without_an_action_a_offers_the_first_one_first() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "left", "end", "up", "a", "enter")
        await write(pilot, "The first.", "escape")
        assert by_aim(plan_of(pilot)) == [*BEFORE[:2], ["The first."]]


async def test_a_text_copied_in_the_plan_goes_into_the_report_after_a_new_start() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "right", "down", "c", "ctrl+q")
    async with plandesk(path) as pilot:
        view = await go_to_view(pilot, ReportView, "2")
        await press(pilot, "right", "v")
        assert "Pages 9, 16" in [field.typed for field in view.contents()]
        await press(pilot, "down", "c", "up", "c", "ctrl+q")
    kept = load_copied()
    assert kept is not None
    assert kept.words == "Pages 9, 16"
