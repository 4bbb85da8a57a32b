"""A format is learned in the window: the file, its name, what each thing is, the account."""

from collections.abc import Mapping
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from desk.learning import Learning
from importers.learning.asked import answer_in_words
from store.formats import form_for, format_for
from store.settings import load_settings
from tests.importers.learning.made_papers import make_form, make_letter, make_plan
from tests.tui.window import PATIENCE, WIDE, at_rest, plandesk, press, said, screen, shown, until
from tui.dialogs.learn import LearnDialog
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.slow


async def test_a_format_is_learned_and_used_from_then_on(tmp_path: Path) -> None:
    paper = make_form(tmp_path / "Blank form.docx")
    async with plandesk() as pilot:
        await press(pilot, "l")
        await until(pilot, lambda: "Learn a format from a Word file" in screen(pilot.app))
        await press(pilot, *str(paper), "enter")
        await until(pilot, lambda: "What the format is called" in screen(pilot.app))
        await press(pilot, "enter")
        await until(pilot, lambda: "shows the form of the format blank-form" in shown(pilot))
        assert "Does each of these tables always have the same rows" in " ".join(
            shown(pilot).split()
        )
        await press(pilot, "enter")
        await until(pilot, lambda: "Papers are read and written in the format “" in shown(pilot))
        assert load_settings()[0].council_format == "blank-form"


@pytest.mark.slow
async def test_another_answer_is_taken_with_space_and_one_of_many_from_a_list(
    tmp_path: Path,
) -> None:
    paper = make_plan(tmp_path / "Plan.docx")
    async with plandesk(size=WIDE) as pilot:
        await press(pilot, "l", *str(paper), "enter", "enter")
        await until(pilot, lambda: "Ref: its number" in shown(pilot))
        rows = pilot.app.screen.query_one("#learned", RowList)
        rows.highlighted = next(n for n, row in enumerate(rows.rows) if "Budget" in row.line)
        await press(pilot, "space")
        await until(pilot, lambda: "a list, an item to a line" in shown(pilot))
        await press(pilot, "end", "enter")
        await until(pilot, lambda: "Budget: left out" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "Papers are read and written in the format" in shown(pilot))
        assert format_for("plan").plan.column("budget") is None


@pytest.mark.slow
async def test_what_is_no_paper_is_told_in_a_sentence(tmp_path: Path) -> None:
    paper = make_letter(tmp_path / "Letter.docx")
    async with plandesk() as pilot:
        await press(pilot, "l")
        await until(pilot, lambda: "Learn a format from a Word file" in screen(pilot.app))
        await press(pilot, *str(paper), "enter")
        await until(pilot, lambda: "What the format is called" in screen(pilot.app))
        await press(pilot, "enter")
        await until(pilot, lambda: "nothing was learned" in said(pilot))
        await at_rest(pilot)
        assert load_settings()[0].council_format == ""


@pytest.mark.slow
async def test_an_answer_with_which_nothing_can_be_learned_is_told_and_not_taken(
    tmp_path: Path,
) -> None:
    paper = make_form(tmp_path / "Form.docx")
    async with plandesk(size=WIDE) as pilot:
        await press(pilot, "l", *str(paper), "enter", "enter")
        await until(pilot, lambda: "What is each part of this file?" in shown(pilot))
        rows = pilot.app.screen.query_one("#learned", RowList)
        rows.highlighted = next(
            n for n, row in enumerate(rows.rows) if ": the equality form" in row.line
        )
        await press(pilot, "space")
        await until(pilot, lambda: "looks like no plan" in said(pilot))
        assert any(": the equality form" in row.line for row in rows.rows)
        await press(pilot, "left")
        await until(pilot, lambda: any(": the report" in row.line for row in rows.rows))


@pytest.mark.slow
async def test_a_file_that_goes_while_it_is_asked_about_is_learned_without_its_template(
    tmp_path: Path,
) -> None:
    paper = make_plan(tmp_path / "Plan.docx")
    async with plandesk(size=WIDE) as pilot:
        await press(pilot, "l", *str(paper), "enter", "enter")
        await until(pilot, lambda: "Ref: its number" in shown(pilot))
        rows = pilot.app.screen.query_one("#learned", RowList)
        rows.highlighted = next(n for n, row in enumerate(rows.rows) if "Budget" in row.line)
        paper.unlink()
        await press(pilot, "space", "end", "enter")
        await until(pilot, lambda: "Ref: its number" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "No template was made: there is no file" in shown(pilot))
        assert format_for("plan").plan.columns


@pytest.mark.slow
async def test_enter_waits_for_the_answer_that_was_given_before_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, may_go_on = make_form(tmp_path / "Form.docx"), Event()
    told = Learning.told

    def told_later(learning: Learning, answers: Mapping[tuple[str, str, str], str]) -> Learning:
        may_go_on.wait(PATIENCE)
        return told(learning, answers)

    monkeypatch.setattr(Learning, "told", told_later)
    async with plandesk(size=WIDE) as pilot:
        await press(pilot, "l", *str(paper), "enter", "enter")
        await until(pilot, lambda: "What is each part of this file?" in shown(pilot))
        rows = pilot.app.screen.query_one("#learned", RowList)
        rows.highlighted = next(n for n, row in enumerate(rows.rows) if "adds rows" in row.line)
        pilot.app.post_message(Key("space", " "))
        pilot.app.post_message(Key("enter", "\r"))
        await pilot.pause()
        assert isinstance(pilot.app.screen, LearnDialog)
        may_go_on.set()
        await until(pilot, lambda: "Papers are read and written in the format" in shown(pilot))
        (form_id,) = format_for("form").forms
        groups = [one for part in form_for(form_id).parts for one in part.groups]
        assert [one for one in groups if one.kind == "rows"] == []


def test_every_answer_is_called_what_an_officer_calls_it() -> None:
    assert answer_in_words("columns", "own money") == (
        "the council's own field: an amount, such as £12,500"
    )
    assert answer_in_words("columns", "success_criteria") == "what success is"
    assert answer_in_words("answers", "line") == "one line"
    assert answer_in_words("columns", "left out") == "left out"
