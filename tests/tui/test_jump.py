"""A letter stands at the edge beside whatever the cursor can jump to; typing it goes there."""

from dataclasses import replace

import pytest

from plan.model.outline import ActionOutline, AimOutline
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    NARROW,
    SMALL,
    app_of,
    click,
    cursor_ref,
    editor_of,
    go_to_view,
    on_disk,
    on_list,
    plandesk,
    press,
    resize,
    said,
    shown,
    view_of,
)
from tui.commands import LETTERS
from tui.jump import letters_for
from tui.views.equality.equality_view import EqualityView
from tui.views.report.report_view import ReportView

pytestmark = pytest.mark.slow

ALL = LETTERS.replace(",", "")


def edges(text: str) -> list[str]:
    """Return the lines of a screen that have a letter at the left edge."""
    return [line for line in text.split("\n")[2:-2] if line[:1].isalpha()]


def test_each_label_has_a_letter_of_its_own_and_its_first_if_that_is_free() -> None:
    assert letters_for(["Timescale", "Leads", "Title", ""]) == ["t", "l", "i", "a"]
    assert letters_for([""] * 25) == list(ALL)


@pytest.mark.parametrize("count", [1, 24, 25, 26, 49, 50, 300])
def test_no_letters_are_the_beginning_of_others_however_many_there_are(count: int) -> None:
    letters = letters_for([""] * count)
    assert len(set(letters)) == count
    assert not {one for one in letters if len(one) == 1} & {
        one[0] for one in letters if len(one) > 1
    }
    assert set("".join(letters)) <= set(ALL)


async def test_the_letters_hide_no_word_and_one_of_them_leads_to_a_field() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "right")
        before = shown(pilot)
        await press(pilot, "j")
        lines, framed = shown(pilot).split("\n"), before.split("\n")
        assert [line[1:] for line in lines[:-2]] == [
            line[1:] if place < len(framed) - 3 else lines[place][1:]
            for place, line in enumerate(framed[:-2])
        ]
        assert edges(shown(pilot))[0].startswith("a Action ")
        assert "a–z go there" in shown(pilot)
        await press(pilot, "t")
        assert view_of(pilot).field_focused.endswith("/timescale")
        assert shown(pilot).split("\n")[2:20] == framed[2:20]


@pytest.mark.slow
async def test_escape_takes_the_letters_away_and_an_arrow_does_what_it_does() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "j", "escape")
        assert (cursor_ref(pilot), edges(shown(pilot))) == ("1.1", [])
        await press(pilot, "j", "down")
        assert (cursor_ref(pilot), edges(shown(pilot))) == ("1.2", [])
        assert app_of(pilot).where == "actions"


@pytest.mark.slow
async def test_a_letter_that_stands_nowhere_is_said_and_runs_no_command() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "j", "x")
        assert "x stands nowhere here" in said(pilot)
        assert len(app_of(pilot).screen_stack) == 1
        letter = list(view_of(pilot).actions.letters.values())[1]
        await press(pilot, letter.upper())
        assert cursor_ref(pilot) == "1.2"


@pytest.mark.slow
async def test_in_a_wide_window_every_panel_has_its_letters() -> None:
    async with plandesk(on_disk(), size=(120, 40)) as pilot:
        await press(pilot, "j")
        first = shown(pilot).split("\n")[3]
        assert first.startswith("b Cover")
        assert "│g 1.1 Publish" in first
        assert "│a Action" in first
        await press(pilot, "d")
        assert view_of(pilot).where == "aims"
        assert view_of(pilot).plan.number_of(view_of(pilot).cursor.aim) == 2


@pytest.mark.slow
async def test_of_a_long_list_the_last_rows_have_two_letters() -> None:
    aim = AimOutline("Help.", tuple(ActionOutline(f"Step {n}.") for n in range(40)))
    async with plandesk(on_disk(replace(SMALL, aims=(aim,))), size=(120, 80)) as pilot:
        await press(pilot, "j")
        pairs = [one for one in view_of(pilot).actions.letters.values() if len(one) > 1]
        assert pairs
        assert any(pairs[-1] in line for line in shown(pilot).split("\n"))
        count = len(view_of(pilot).actions.targets())
        await press(pilot, *pairs[-1])
        assert cursor_ref(pilot) == f"1.{count}"


@pytest.mark.slow
async def test_it_leads_through_the_report_and_its_paragraphs() -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=(120, 40)) as pilot:
        view = await go_to_view(pilot, ReportView, "2")
        await press(pilot, "j")
        letter = next(line[0] for line in edges(shown(pilot)) if "Main text" in line)
        await press(pilot, letter)
        assert "Main text" in view.outline.rows[view.outline.highlighted or 0].line
        await press(pilot, "j")
        assert len(view.fields.letters) == len(view.fields.targets())
        await press(pilot, list(view.fields.letters.values())[-1])
        assert view.where == "passages"


@pytest.mark.slow
async def test_it_leads_to_a_box_of_a_form_and_ticks_none() -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=NARROW) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        await press(pilot, "down", "down")
        while not view.marks.display:
            await press(pilot, "down")
        await press(pilot, "right")
        assert view.where == "marks"
        before = view.session.plan
        await press(pilot, "j")
        letters = list(view.fields.letters.values())
        await press(pilot, letters[-1])
        assert (view.where, view.session.plan is before) == ("marks", True)
        assert view.marks.row == len(letters) - 1


@pytest.mark.slow
@pytest.mark.parametrize("view", ["4", "5"])
async def test_it_leads_to_a_row_of_the_reviews_and_the_checks(view: str) -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=NARROW) as pilot:
        await press(pilot, view, "j", "c")
        name = "timeline" if view == "4" else "findings"
        assert on_list(pilot, name).highlighted == 2


@pytest.mark.slow
async def test_a_click_or_another_size_takes_the_letters_away() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "j")
        await click(pilot, on_list(pilot, "actions"), offset=(5, 5))
        assert edges(shown(pilot)) == []
        await press(pilot, "j")
        await resize(pilot, 90, 30)
        assert edges(shown(pilot)) == []
        assert view_of(pilot).jump is None


@pytest.mark.slow
async def test_letters_and_jump_in_one_burst() -> None:
    async with plandesk(on_disk(), size=NARROW) as pilot:
        await press(pilot, "right", "j", "l", "enter")
        assert app_of(pilot).where == "editing"
        assert editor_of(pilot).field.key == "leads"
