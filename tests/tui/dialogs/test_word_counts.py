"""F8: how many words the field, the section and the paper have, and how a paragraph reads."""

import pytest

from tests.tui.papers import WITH_PAPERS
from tests.tui.window import edit, editor_of, on_disk, plandesk, press, shown, type_text

pytestmark = pytest.mark.usefixtures("frozen")


async def test_in_a_field_its_words_are_counted_as_they_stand_there_and_it_stays_open() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Action")
        await type_text(pilot, "The cat sat on the mat. The dog ran to it.")
        await press(pilot, "f8")
        assert "Action: 11 words" in shown(pilot)
        assert "This paragraph: 100 of 100, very easy" in shown(pilot)
        assert "2 sentences, 6 words to a sentence" in shown(pilot)
        assert "Flesch's reading ease" in shown(pilot)
        await press(pilot, "escape")
        assert editor_of(pilot).has_focus


@pytest.mark.slow
async def test_in_the_plan_the_action_its_aim_and_every_paper_are_counted() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, "f8")
        for said in ("Aim 1 with its actions: ", "The plan: ", "The report: ", "The assessment: "):
            assert said in shown(pilot)
        assert "This paragraph" not in shown(pilot)


@pytest.mark.slow
async def test_in_the_report_the_section_is_counted_by_its_name() -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, "2", "down", "right", "f8")
        assert "1.0 Purpose" in shown(pilot) or "2.0 Recommendations" in shown(pilot)
        assert "This paragraph: " in shown(pilot)


@pytest.mark.slow
@pytest.mark.parametrize("view", ["3", "4", "5", "6"])
async def test_in_every_other_view_the_papers_are_counted(view: str) -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, view, "f8")
        assert "The report: " in shown(pilot)
