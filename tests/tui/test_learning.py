"""A format is learned in the window: the file, its name, what each thing is, the account."""

from pathlib import Path

from store.settings import load_settings
from tests.importers.learning.made_papers import make_form, make_letter
from tests.tui.window import at_rest, plandesk, press, said, screen, shown, until


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
        await until(pilot, lambda: "Papers are read and written in the format" in shown(pilot))
        assert load_settings()[0].council_format == "blank-form"


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
