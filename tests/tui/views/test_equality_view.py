"""The equality view: a checklist of the form, boxes marked with single keys, rules in words."""

import re
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from desk.equality_contents import WHOLE, Checklist
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named
from plan.model.outline import AnswerOutline, AssessmentOutline, built_plan
from plan.model.rows import Answer
from store.places import formats_folder, settings_folder
from tests.repository import ROOT
from tests.tui.papers import ASSESSMENT, EQIA, WITH_PAPERS
from tests.tui.window import (
    NARROW,
    SMALL,
    WIDE,
    app_of,
    click,
    editor_of,
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
from tui.dialogs.form_choice import FormChoice
from tui.views.equality.checklist_rows import checklist_rows
from tui.views.equality.equality_view import EqualityView
from tui.widgets.guide import Guide

FORM = form_named(EQIA)
PLAN = built_plan(WITH_PAPERS, DEFAULT_FORMAT)
LIST = Checklist(PLAN, PLAN.assessments[0].id, FORM)


async def at(pilot: Pilot[None], row: str) -> EqualityView:
    """Open the assessment at a row of its checklist."""
    view = await go_to_view(pilot, EqualityView, "3")
    view.go_to(row)
    await until(pilot, lambda: app_of(pilot).where == "questions")
    return view


def answer(pilot: Pilot[None], question: str) -> Answer | None:
    plan = plan_of(pilot)
    return plan.answers_of(plan.assessments[0].id).get(question)


def ticks(pilot: Pilot[None], question: str) -> tuple[str, ...]:
    found = answer(pilot, question)
    return found.ticks if found else ()


@pytest.mark.slow
async def test_the_matrix_is_marked_with_single_keys_and_a_second_press_takes_it_away() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, "characteristics")
        await press(pilot, "enter")
        await until(pilot, lambda: app_of(pilot).where == "marks")
        await press(pilot, "n", "o", "k")
        assert ticks(pilot, "characteristics.race") == ("negatively",)
        assert ticks(pilot, "characteristics.gender") == ("no-impact",)
        assert ticks(pilot, "characteristics.gender-reassignment") == ()
        await press(pilot, "down", "p")
        assert ticks(pilot, "characteristics.religion-or-belief") == ("positively",)
        await press(pilot, "ctrl+z", "ctrl+z")
        assert ticks(pilot, "characteristics.religion-or-belief") == ()
        assert ticks(pilot, "characteristics.gender-reassignment") == ("not-known",)
        assert app_of(pilot).where == "marks"


@pytest.mark.slow
async def test_space_marks_the_box_under_the_cursor_which_the_arrows_move() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, "characteristics")
        await press(pilot, "right")
        await until(pilot, lambda: app_of(pilot).where == "marks")
        await press(pilot, "end", "right", "right", "space")
        assert ticks(pilot, "characteristics.other") == ("no-impact",)
        await press(pilot, "left", "enter")
        assert ticks(pilot, "characteristics.other") == ("negatively",)
        await press(pilot, "left", "left")
        await until(pilot, lambda: app_of(pilot).where == "questions")
        assert view.row == "characteristics"


@pytest.mark.slow
async def test_other_takes_words_below_the_boxes() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, "characteristics")
        await press(pilot, "right")
        await until(pilot, lambda: app_of(pilot).where == "marks")
        await press(pilot, "end", "p", "down")
        await until(pilot, lambda: app_of(pilot).where == "answer")
        await press(pilot, "enter")
        await write(pilot, "Care leavers", "escape")
        found = answer(pilot, "characteristics.other")
        assert found is not None
        assert (found.ticks, found.text) == (("positively",), "Care leavers")
        await until(pilot, lambda: app_of(pilot).where == "answer")
        await press(pilot, "up")
        await until(pilot, lambda: app_of(pilot).where == "marks")


@pytest.mark.slow
async def test_yes_and_no_take_single_keys_and_exclude_each_other() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, "rapid")
        await press(pilot, "enter", "n")
        assert ticks(pilot, "rapid") == ("no",)
        await press(pilot, "up", "space")
        assert ticks(pilot, "rapid") == ("yes",)


@pytest.mark.slow
async def test_boxes_that_stand_apart_are_ticked_each_by_itself() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, "document-type")
        await press(pilot, "enter")
        assert view.marks.grid is not None
        assert [row.boxes[0].letter for row in view.marks.grid.rows][:2] == ["h", "g"]
        await press(pilot, "g", "h")
        assert ticks(pilot, "document-type") == ("human-resource-policy", "general-policy")
        await press(pilot, "h")
        assert ticks(pilot, "document-type") == ("general-policy",)


@pytest.mark.slow
async def test_tab_answers_one_question_after_the_other() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, "date")
        await press(pilot, "enter")
        await write(pilot, "6 September 2016", "tab")
        await until(pilot, lambda: view.row == "report-number" and view.where == "editing")
        await write(pilot, "299-2016", "tab")
        await until(pilot, lambda: view.row == "title" and view.where == "editing")
        await write(pilot, "The plan", "tab")
        await until(pilot, lambda: view.row == "new-or-existing" and view.where == "marks")
        await press(pilot, "tab")
        await until(pilot, lambda: view.row == "description" and view.where == "editing")
        await press(pilot, "escape")
        for question, text in (
            ("date", "6 September 2016"),
            ("report-number", "299-2016"),
            ("title", "The plan"),
        ):
            found = answer(pilot, question)
            assert found is not None
            assert found.text == text


@pytest.mark.slow
async def test_w_takes_the_answer_that_is_offered_and_nothing_does_so_by_itself() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, "report-number")
        assert answer(pilot, "report-number") is None
        await until(pilot, lambda: "w takes “299-2016” from the report." in shown(pilot))
        await press(pilot, "w")
        found = answer(pilot, "report-number")
        assert found is not None
        assert found.text == "299-2016"
        await until(pilot, lambda: "w takes “299-2016”" not in shown(pilot))
        await at(pilot, "description")
        await press(pilot, "w")
        assert "No answer is offered here." in said(pilot)


async def test_the_overview_leads_to_what_is_wanted() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, "part.part-3")
        await press(pilot, "right")
        await until(pilot, lambda: view.where == "answer")
        await press(pilot, "enter")
        await until(pilot, lambda: view.where == "questions")
        assert view.row == "positive-impacts"


@pytest.mark.slow
async def test_an_answer_is_emptied_and_brought_back() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, "characteristics")
        before = plan_of(pilot)
        await press(pilot, "d")
        assert ticks(pilot, "characteristics.race") == ()
        assert ticks(pilot, "rapid") == ("yes",)
        assert view.where == "questions"
        await press(pilot, "u")
        assert plan_of(pilot).answer_rows == before.answer_rows


async def test_an_assessment_is_added_where_there_is_none() -> None:
    async with plandesk(on_disk()) as pilot:
        await go_to_view(pilot, EqualityView, "3")
        assert "No assessment yet: a adds one." in shown(pilot)
        for key in ("d", "ctrl+d", "enter", "w", "right", "left"):
            await press(pilot, key)
        await press(pilot, "a")
        (assessment,) = plan_of(pilot).assessments
        assert assessment.form == EQIA
        await until(pilot, lambda: "0 of 46 answered" in shown(pilot))


@pytest.mark.slow
async def test_several_assessments_are_listed_and_only_then() -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=WIDE) as pilot:
        view = await at(pilot, WHOLE)
        assert not view.lists[0].display
        await press(pilot, "ctrl+d")
        first, second = plan_of(pilot).assessments
        assert view.assessment == second.id
        assert len(plan_of(pilot).answers_of(second.id)) == len(ASSESSMENT.answers)
        await until(pilot, lambda: view.lists[0].display)
        await press(pilot, "left")
        await until(pilot, lambda: view.where == "assessments")
        await press(pilot, "up")
        assert view.assessment == first.id
        await press(pilot, "d")
        assert [one.id for one in plan_of(pilot).assessments] == [second.id]
        await press(pilot, "u")
        assert len(plan_of(pilot).assessments) == 2


@pytest.mark.slow
async def test_where_the_council_has_several_forms_the_officer_is_asked() -> None:
    own = (ROOT / "plan/council/formats/dundee-2016.toml").read_text(encoding="utf-8")
    folder = formats_folder()
    (folder / "forms").mkdir(parents=True)
    assert folder.is_relative_to(settings_folder())
    own = own.replace('forms = ["dundee-eqia-2016"]', f'forms = ["{EQIA}", "own-form"]')
    (folder / "dundee-2016.toml").write_text(own, encoding="utf-8")
    form = (ROOT / "tests/plan/glenshire-iia-2020.toml").read_text(encoding="utf-8")
    form = form.replace('id = "glenshire-iia-2020"', 'id = "own-form"')
    (folder / "forms/own-form.toml").write_text(form, encoding="utf-8")
    async with plandesk(on_disk()) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        await press(pilot, "a")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormChoice))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: plan_of(pilot).assessments)
        assert plan_of(pilot).assessments[0].form == "own-form"
        await until(pilot, lambda: "A. The proposal" in shown(pilot))
        view.go_to("proposal-title")
        await press(pilot, "w")
        found = answer(pilot, "proposal-title")
        assert found is not None
        assert found.text == SMALL.title


async def test_an_assessment_whose_form_cannot_be_used_says_so_and_loses_nothing() -> None:
    assessment = AssessmentOutline("no-such-form", (AnswerOutline("date", "May 2016"),))
    async with plandesk(on_disk(replace(SMALL, assessments=(assessment,)))) as pilot:
        before = plan_of(pilot)
        await go_to_view(pilot, EqualityView, "3")
        said_so = "There is no form called no-such-form."
        view = app_of(pilot).body.query_one(EqualityView)
        await until(pilot, lambda: said_so in str(view.query_one("#guide", Guide).content))
        await pilot.resize_terminal(*NARROW)
        await until(pilot, lambda: said_so in " ".join(re.sub("[│ ]+", " ", shown(pilot)).split()))
        for key in ("enter", "right", "w", "left", "ctrl+d", "u"):
            await press(pilot, key)
        assert plan_of(pilot).answer_rows == before.answer_rows


@pytest.mark.slow
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x50"])
async def test_every_question_can_be_reached_and_left_with_the_arrows(
    size: tuple[int, int],
) -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=size) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        for row in checklist_rows(LIST):
            assert view.row == row.id
            await press(pilot, "right")
            await until(pilot, lambda: view.where in ("answer", "marks"))
            await press(pilot, "escape")
            await until(pilot, lambda: view.where == "questions")
            await press(pilot, "down")


async def test_the_cursor_in_the_boxes_is_always_on_the_screen() -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=NARROW) as pilot:
        await at(pilot, "characteristics")
        await press(pilot, "right")
        for _ in range(10):
            await until(pilot, lambda: "[☐]" in shown(pilot) or "[☒]" in shown(pilot))
            await press(pilot, "down")


async def test_a_click_ticks_a_box() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        view = await at(pilot, "rapid")
        await until(pilot, lambda: view.marks.region.height)
        await click(pilot, view.marks, offset=(9, 1))
        await until(pilot, lambda: ticks(pilot, "rapid") == ("no",))


@pytest.mark.slow
async def test_an_answer_edited_in_prose_keeps_its_bullets() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, "documents")
        await press(pilot, "enter")
        await until(pilot, lambda: editor_of(pilot).has_focus)
        await write(pilot, "- one\n- two", "escape")
        await until(pilot, lambda: "• two" in shown(pilot))
