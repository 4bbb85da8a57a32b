"""Rows of a form are added, moved, deleted and made actions by keyboard, and nothing is hidden."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from desk.field_contents import action_fields
from plan.model.outline import AnswerOutline, AssessmentOutline
from store.places import formats_folder
from tests.plan.harbour import FILLED, HARBOUR_ID, SOURCE, rows_of
from tests.plan.harbour import said as said_in
from tests.tui.test_screens import check
from tests.tui.window import (
    NARROW,
    SMALL,
    WIDE,
    app_of,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    write,
)
from tui.dialogs.choose import ChooseDialog
from tui.views.equality.equality_view import EqualityView


@asynccontextmanager
async def opened(
    row: str, size: tuple[int, int] = WIDE, *answers: AnswerOutline
) -> AsyncIterator[tuple[Pilot[None], EqualityView]]:
    """Open the filled form, with some of its answers said otherwise, at a row of its checklist."""
    forms = formats_folder() / "forms"
    forms.mkdir(parents=True, exist_ok=True)
    (forms / f"{HARBOUR_ID}.toml").write_text(SOURCE, encoding="utf-8")
    anew = {one.question for one in answers}
    kept = [one for one in FILLED.answers if one.question not in anew]
    filled = AssessmentOutline(
        HARBOUR_ID, tuple(sorted([*kept, *answers], key=lambda one: one.question))
    )
    async with plandesk(on_disk(replace(SMALL, assessments=(filled,))), size=size) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        view.go_to(row)
        await until(pilot, lambda: app_of(pilot).where == "questions")
        yield pilot, view


NO = AnswerOutline("required", "", ("no",))


@pytest.mark.slow
async def test_a_adds_a_row_and_its_fields_are_written_one_after_another() -> None:
    async with opened("mitigation") as (pilot, view):
        await press(pilot, "a")
        await write(pilot, "Age", "tab")
        await write(pilot, "Ask schools", "escape")
        assert said_in(plan_of(pilot), "impact") == ["Race", "Race", "Age"]
        assert said_in(plan_of(pilot), "what")[2] == "Ask schools"
        assert view.row == rows_of(plan_of(pilot))[2].id
        await press(pilot, "escape", "up")
        await until(pilot, lambda: view.row == "mitigation..2")
        await press(pilot, "ctrl+down")
        assert said_in(plan_of(pilot), "impact") == ["Race", "Age", "Race"]
        await press(pilot, "d")
        assert "Delete row 3 of Actions to mitigate negative impacts: done." in said(pilot)
        assert said_in(plan_of(pilot), "impact") == ["Race", "Age"]
        await press(pilot, "u")
        assert said_in(plan_of(pilot), "impact") == ["Race", "Age", "Race"]


@pytest.mark.slow
async def test_a_row_is_made_an_action_with_one_key_and_both_say_so() -> None:
    async with opened("mitigation..1") as (pilot, view):
        await press(pilot, "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: "It is action 2.2 of the plan now." in said(pilot))
        assert "Made an action" in shown(pilot)
        assert "action 2.2 of the plan" in shown(pilot)
        await press(pilot, "t")
        assert "It is action 2.2 already." in said(pilot)
        assert view.row == "mitigation..1"
        action = plan_of(pilot).actions_of(plan_of(pilot).aims[1].id)[-1]
        fields = action_fields(plan_of(pilot), action.id, view.session.council)
        told = {field.label: field.shown for field in fields}
        assert told["Comes from"] == "the assessment, Actions to mitigate negative impacts, row 1"
        await press(pilot, "1", "left", "down", "right", "end", "right", "end", "up", "enter")
        assert "That is told by the assessment: view 3 has it." in said(pilot)


async def test_what_is_switched_off_is_shown_at_its_part_as_kept() -> None:
    async with opened("part.evidence", WIDE, NO) as (pilot, _):
        await until(pilot, lambda: "Census of 2022" in shown(pilot))
        words = " ".join(shown(pilot).split())
        assert "not asked" in words
        assert "That follows from" in words
        assert "7. Full assessment" in words


@pytest.mark.slow
async def test_an_answer_that_is_no_date_is_told_and_a_word_of_the_key_explained() -> None:
    async with opened("date", WIDE, AnswerOutline("date", "in spring")) as (pilot, view):
        await until(pilot, lambda: "? “in spring” is not understood as a date" in shown(pilot))
        view.go_to("rating")
        await until(pilot, lambda: "Look again" in shown(pilot))


@pytest.mark.slow
@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_the_look_of_a_form_with_rows(size: tuple[int, int]) -> None:
    async with opened("mitigation", size) as (pilot, view):
        await check(pilot, "form table of rows", size)
        view.go_to("mitigation..1")
        await until(pilot, lambda: view.row == "mitigation..1")
        await check(pilot, "form row", size)
        await press(pilot, "right")
        await check(pilot, "form row fields", size)


@pytest.mark.slow
@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize("size", [NARROW, (120, 40)])
async def test_the_look_of_a_form_that_is_screened_out(size: tuple[int, int]) -> None:
    async with opened("part.evidence", size, NO) as (pilot, _):
        await press(pilot, "right")
        await check(pilot, "form part not asked", size)
