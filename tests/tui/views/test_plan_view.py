"""The plan view: an officer who knows Word and no other program edits a plan by keyboard."""

from typing import Any

import pytest
from textual.screen import Screen

from tests.tui.window import (
    WIDE,
    app_of,
    at_rest,
    click,
    cursor_ref,
    edit,
    editor_of,
    has_focus,
    labels,
    on_disk,
    plan_of,
    plandesk,
    press,
    saved_plan,
    shown,
    type_text,
    until,
    view_of,
)
from tui.widgets.field_panel import FieldRow


async def test_the_cursor_is_on_the_first_action() -> None:
    async with plandesk(on_disk()) as pilot:
        assert cursor_ref(pilot) == "1.1"
        assert labels(pilot)[0] == "Action"


@pytest.mark.slow
async def test_the_arrows_walk_through_the_panels() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "down")
        assert cursor_ref(pilot) == "1.2"
        await press(pilot, "right")
        assert has_focus(pilot, FieldRow)
        await press(pilot, "left", "left")
        assert view_of(pilot).where == "aims"
        await press(pilot, "down")
        assert labels(pilot) == ["Aim 2"]


async def test_the_arrows_stop_at_the_ends_of_a_list() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "up")
        assert cursor_ref(pilot) == "1.1"
        await press(pilot, "down", "down", "down", "down")
        assert cursor_ref(pilot) == "1.3"


async def test_a_step_down_the_list_lays_the_window_out_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with plandesk(on_disk(), size=WIDE) as pilot:
        laid_out: list[Screen[object]] = []
        real = Screen._refresh_layout

        def counted(screen: Screen[object], *given: Any, **named: Any) -> None:
            laid_out.append(screen)
            real(screen, *given, **named)

        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await press(pilot, "down")
        assert cursor_ref(pilot) == "1.2"
        assert len(laid_out) == 1


async def test_escape_keeps_what_was_typed_and_it_is_on_the_disk() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "December 2016. Annual reviews thereafter")
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].timescale == "December 2016. Annual reviews thereafter"
        assert app_of(pilot).session is not None
        await until(pilot, lambda: view_of(pilot).session.save_state.kind == "saved")
    assert saved_plan(path).actions[0].timescale == "December 2016. Annual reviews thereafter"


@pytest.mark.slow
async def test_tab_goes_to_the_next_field_and_keeps_this_one() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Pages")
        await type_text(pilot, "All")
        await press(pilot, "tab")
        await until(pilot, lambda: editor_of(pilot).field.key == "indicators")
        assert plan_of(pilot).actions[0].pages == "All"
        await press(pilot, "shift+tab")
        await until(pilot, lambda: editor_of(pilot).field.key == "pages")


async def test_to_leave_the_field_by_another_way_keeps_it_as_well() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March 2019")
        await click(pilot, "#aims")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "March 2019")


async def test_each_line_of_a_list_is_an_item() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Leads")
        await type_text(pilot, "JMG/COG/CPC\nHead of Service\n")
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].leads == ("JMG/COG/CPC", "Head of Service")


@pytest.mark.slow
async def test_b_takes_the_bullets_of_a_list_away_and_brings_them_back() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "right")
        view_of(pilot).fields.go_to(labels(pilot).index("Success"))
        await at_rest(pilot)
        await press(pilot, "b")
        assert plan_of(pilot).actions[0].bulleted == ()
        await press(pilot, "b")
        assert plan_of(pilot).actions[0].bulleted == ("success_criteria",)


async def test_an_indicator_that_the_plan_has_is_completed() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "down")
        editor = await edit(pilot, "Indicators")
        editor.insert("Impact on f")
        await until(pilot, lambda: editor.suggestion == "amilies")
        await press(pilot, "right", "escape")
        assert plan_of(pilot).actions[1].indicators == ("Impact on families",)


@pytest.mark.slow
async def test_a_wrong_page_reference_is_kept_and_said_beside_it() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Pages")
        await type_text(pilot, "the whole report")
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].pages == "the whole report"
        await until(pilot, lambda: "? " in shown(pilot))


@pytest.mark.parametrize("typed", ["[bold]All[/bold] [@click=app.quit]x[/]", "\\[/] {x} %s"])
async def test_text_is_shown_and_kept_as_typed_never_as_markup(typed: str) -> None:
    async with plandesk(on_disk(), size=(160, 50)) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, typed)
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].timescale == typed
        assert typed in shown(pilot)


async def test_what_is_pasted_with_control_characters_is_cleaned() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March\x1b[31m 2017\x00\u202e")
        await press(pilot, "escape")
        assert plan_of(pilot).actions[0].timescale == "March 2017"


async def test_a_pasted_row_of_lines_is_kept_whole_in_a_field_of_one_line() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "left", "down")
        await edit(pilot, "Aim 2")
        await type_text(pilot, "Hear children\nand young people")
        await press(pilot, "escape")
        assert plan_of(pilot).aims[1].text == "Hear children and young people"
