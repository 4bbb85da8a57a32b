"""A form is answered in its own order: Enter goes to the next answer wanted, a tick steps down."""

import pytest
from textual.pilot import Pilot

from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.model.rows import Answer
from tests.tui.papers import WITH_PAPERS
from tests.tui.views.test_equality_view import answer, at, ticks
from tests.tui.window import app_of, go_to_view, on_disk, plan_of, plandesk, press, said, type_text
from tui.views.equality.equality_view import EqualityView
from tui.views.report.report_view import ReportView

pytestmark = pytest.mark.slow

BARE = PlanOutline(title="A plan", aims=(AimOutline("Aim.", (ActionOutline("Act."),)),))


class Keys:
    """Presses keys and counts them; prose is typed and not counted."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.count = 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await press(self.pilot, *keys)

    async def answer(self, *texts: str) -> None:
        for text in texts:
            await type_text(self.pilot, text)
            await self.press("enter")


async def test_a_rapid_assessment_is_complete_within_45_keys() -> None:
    async with plandesk(on_disk(BARE), size=(80, 24)) as pilot:
        keys = Keys(pilot)
        await keys.press("3", "a", "down", "down", "enter", "y", "enter")
        await keys.answer("26 September 2016", "299-2016")
        await keys.press("t", "enter")
        await keys.answer("What it is.", "What it is for.", "Nobody was consulted.")
        await keys.press(*"ooooooooo", "tab", "enter")
        await keys.answer("The manager looks at the figures every year.", "Children's Services")
        await keys.press("g", "enter")
        await keys.answer("A. Manager", "B. Author", "B. Author", "26 September 2016")
        await keys.answer("C. Director", "26 September 2016", "C. Director", "26 September 2026")
        view = app_of(pilot).body.query_one(EqualityView)
        checklist = view.checklist
        assert checklist is not None
        assert [one.text for one in checklist.wants if one.severity in ("STOP", "FIX")] == []
        assert "Nothing more must be answered here." in said(pilot)
        assert "Still worth a look: 4. Documents used and 1 more." in said(pilot)
        assert keys.count <= 45


async def test_a_tick_steps_to_the_next_row_and_taking_it_away_does_not() -> None:
    async with plandesk(on_disk(BARE)) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        await press(pilot, "a")
        view.go_to("characteristics")
        await press(pilot, "enter", "n", "o", "up", "o")
        assert ticks(pilot, "characteristics.race") == ("negatively",)
        assert ticks(pilot, "characteristics.gender") == ()
        assert view.marks.row == 1


async def test_enter_in_an_answer_of_paragraphs_goes_on_and_ctrl_j_begins_a_line() -> None:
    async with plandesk(on_disk(BARE)) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        await press(pilot, "a")
        view.go_to("description")
        await press(pilot, "enter", "A", "ctrl+j", "B", "enter")
        assert _answer(pilot, "description").text == "A\nB"
        assert view.row == "outcome"
        assert view.where == "editing"


def _answer(pilot: Pilot[None], question: str) -> Answer:
    found = answer(pilot, question)
    assert found is not None
    return found


async def test_all_that_is_offered_is_taken_by_one_key_as_one_change() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await at(pilot, "title")
        checklist = app_of(pilot).body.query_one(EqualityView).checklist
        assert checklist is not None
        before = plan_of(pilot)
        for question in ("title", "report-number"):
            app_of(pilot).body.query_one(EqualityView).make(checklist.answered(question, ""))
        emptied = plan_of(pilot)
        await press(pilot, "W")
        taken = plan_of(pilot)
        assert taken != emptied
        assert "on offer" not in said(pilot)
        await press(pilot, "u")
        assert plan_of(pilot).answer_rows == emptied.answer_rows
        assert before.report == taken.report


async def test_in_a_report_the_empty_sections_take_their_one_wording() -> None:
    async with plandesk(on_disk(BARE)) as pilot:
        await go_to_view(pilot, ReportView, "2")
        await press(pilot, "W")
        plan = plan_of(pilot)
        said_there = [one.text for one in plan.passage_rows.values()]
        assert "There are no financial implications associated with this report." in said_there
        await press(pilot, "u")
        assert not plan_of(pilot).passage_rows
        await press(pilot, "y", "W")
        assert "No wording is offered" in said(pilot)
