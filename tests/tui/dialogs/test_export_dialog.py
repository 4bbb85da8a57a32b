"""Export: the officer is told where the Word file went, and no work of others is overwritten."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from textual.widgets import Input, Static

from desk.word_papers import write_word_file
from importers.paper import read_paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import AnswerOutline, AppendixOutline, AssessmentOutline, ReportOutline
from store.settings import load_settings
from tests.exporters.council_templates import CouncilPaper
from tests.exporters.test_template_bodies import BODY, line
from tests.tui.printed_papers import MARK, NUMBER, PAPER
from tests.tui.test_exporting import opened, result
from tests.tui.window import NARROW, SMALL, at_rest, on_disk, plandesk, press, shown, until
from tui.dialogs.export import ExportDialog
from tui.widgets.body_switch import BodySwitch

WITH_CONTACT = replace(
    SMALL,
    report=ReportOutline(
        appendices=(
            AppendixOutline("plan"),
            AppendixOutline("text", "Notes", "Jane Quill wrote them."),
        )
    ),
    assessments=(
        AssessmentOutline(
            "dundee-eqia-2016", (AnswerOutline("contacts.author.name", "Jane Quill"),)
        ),
    ),
)


@pytest.fixture
def plan_file() -> Path:
    return on_disk()


async def exported_to(folder: Path, plan_file: Path) -> str:
    """Export the plan through the window and return what the dialog said."""
    async with plandesk(plan_file, size=(160, 50)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.screen.query_one(Input).value = str(folder)
        await press(pilot, "enter")
        result = pilot.app.screen.query_one("#result", Static)
        if not folder.exists():
            await until(pilot, lambda: "Enter again makes it" in str(result.content))
            assert not folder.exists()
            await press(pilot, "enter")
            await until(pilot, lambda: "Enter again makes it" not in str(result.content))
        await until(pilot, lambda: str(result.content) not in ("", "Writing …"))
        said = str(result.content)
        await press(pilot, "escape")
    return said


@pytest.mark.slow
async def test_the_word_file_holds_the_plan_and_the_dialog_says_where(
    tmp_path: Path, plan_file: Path
) -> None:
    said = await exported_to(tmp_path / "papers", plan_file)
    path = tmp_path / "papers" / "Small Appendix 1.docx"
    assert "Written:" in said
    assert path.name in said
    reading = read_paper(path, format_named(DEFAULT_FORMAT), ())
    assert reading.outline == SMALL


@pytest.mark.slow
async def test_the_folder_is_remembered(tmp_path: Path, plan_file: Path) -> None:
    await exported_to(tmp_path, plan_file)
    assert load_settings()[0].export_folder == str(tmp_path)


@pytest.mark.slow
async def test_our_own_file_is_replaced(tmp_path: Path, plan_file: Path) -> None:
    await exported_to(tmp_path, plan_file)
    await exported_to(tmp_path, plan_file)
    assert [path.name for path in tmp_path.iterdir()] == ["Small Appendix 1.docx"]


@pytest.mark.slow
async def test_a_file_that_somebody_has_worked_on_is_left_alone(
    tmp_path: Path, plan_file: Path
) -> None:
    path = tmp_path / "Small Appendix 1.docx"
    with ZipFile(path, "w") as package:
        package.writestr("docProps/app.xml", "<Application>Microsoft Office Word</Application>")
    theirs = path.read_bytes()
    said = await exported_to(tmp_path, plan_file)
    assert "Small Appendix 1.docx was last saved by another program, so it was left as it" in said
    assert "plandesk wrote it" not in said, "it may never have been plandesk's"
    assert path.read_bytes() == theirs
    assert (tmp_path / "Small Appendix 1 (2).docx").exists()


async def test_a_folder_that_cannot_be_written_to_is_said_and_the_plan_is_safe(
    tmp_path: Path, plan_file: Path
) -> None:
    (tmp_path / "file").touch()
    said = await exported_to(tmp_path / "file", plan_file)
    assert "could not be written" in said
    assert "The plan itself is safe" in said


def test_a_word_file_is_written_wholly_or_not_at_all(tmp_path: Path) -> None:
    written = write_word_file(b"content", tmp_path / "Plan.docx")
    assert written.path.read_bytes() == b"content"
    assert [path.name for path in tmp_path.iterdir()] == ["Plan.docx"]


@pytest.mark.slow
async def test_the_progress_summary_is_written_with_the_notes_since_a_day(tmp_path: Path) -> None:
    async with plandesk(on_disk(PAPER), size=NARROW) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path)
        await press(pilot, *["down"] * 4)
        assert "Chosen: The progress summary." in shown(pilot)
        dialog.query_one("#notes", Input).value = "some day"
        await press(pilot, "enter")
        await until(pilot, lambda: "neither all, nor latest, nor a day" in result(dialog))
        assert list(tmp_path.iterdir()) == []
        dialog.query_one("#notes", Input).value = "1 August 2016"
        await press(pilot, "enter")
        await until(pilot, lambda: "Written" in result(dialog))
    (path,) = tmp_path.iterdir()
    assert path.name == f"{NUMBER} Progress summary{MARK}.docx"
    assert len(docx.Document(str(path)).tables) == 2


@pytest.mark.slow
async def test_an_appendix_and_a_copy_are_chosen_by_keyboard_in_the_smallest_window(
    tmp_path: Path,
) -> None:
    async with plandesk(on_disk(WITH_CONTACT), size=(80, 24)) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path)
        await press(pilot, *["down"] * 4)
        assert "Appendix 2: Notes" in shown(pilot)
        assert "Chosen: Appendix 2." in shown(pilot)
        await press(pilot, *["tab"] * 4, *"public")
        await at_rest(pilot)
        assert "copy: public (it names nobody)" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "Public copy. Left out:" in result(dialog))
        assert "name “Jane Quill” (appendix 2)" in result(dialog)
    (path,) = tmp_path.iterdir()
    assert path.name == f"Small Appendix 2 PUBLIC{MARK}.docx"
    assert texts_of(path) == ["Appendix 2", "Notes", "[…] wrote them."]


def is_written(dialog: ExportDialog) -> bool:
    return "Written" in result(dialog)


def texts_of(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


@pytest.mark.slow
async def test_the_officer_chooses_what_becomes_of_the_text_in_a_template(
    tmp_path: Path, plan_file: Path
) -> None:
    template = CouncilPaper(body=BODY).written(tmp_path / "last-year.docx")
    papers = tmp_path / "papers"
    papers.mkdir()
    for keeps in (False, True):
        async with plandesk(plan_file, size=NARROW) as pilot:
            dialog = await opened(pilot)
            switch = dialog.query_one(BodySwitch)
            dialog.query_one("#folder", Input).value = str(papers)
            if not keeps:
                assert not switch.display
                dialog.query_one("#template", Input).value = str(template)
                await at_rest(pilot)
            assert "2 paragraphs and 2 tables of its own: left out" in shown(pilot)
            if keeps:
                await press(pilot, "tab", "tab", "space")
                assert "2 paragraphs and 2 tables of its own: kept" in shown(pilot)
            await press(pilot, "enter")
            await until(pilot, partial(is_written, dialog))
            await press(pilot, "escape")
        assert load_settings()[0].keep_template_body is keeps
        (path,) = papers.iterdir()
        assert ("ITEM No 7" in texts_of(path)) is keeps
    async with plandesk(plan_file, size=NARROW) as pilot:
        dialog = await opened(pilot)
        assert "2 paragraphs and 2 tables of its own: kept" in shown(pilot)
        await press(pilot, "tab", "tab", "space", "enter")
        await until(pilot, lambda: "Written" in result(dialog))
        await press(pilot, "escape")
    assert not load_settings()[0].keep_template_body


@pytest.mark.parametrize("width", [80, 120])
async def test_the_keys_of_the_switch_are_shown_whole(
    width: int, tmp_path: Path, plan_file: Path
) -> None:
    template = CouncilPaper(body=BODY).written(tmp_path / "last-year.docx")
    async with plandesk(plan_file, size=(width, 24)) as pilot:
        dialog = await opened(pilot)
        await until(pilot, lambda: dialog.keys_in_words in shown(pilot))
        dialog.query_one("#template", Input).value = str(template)
        await at_rest(pilot)
        dialog.query_one(BodySwitch).focus()
        await until(pilot, lambda: "Space: keep" in shown(pilot))
        assert "Esc: close ─╯" in shown(pilot)


@pytest.mark.parametrize("body", ["<w:p/>", BODY + line("{{REPORT}}")])
async def test_of_a_template_without_such_text_nothing_is_asked(
    tmp_path: Path, plan_file: Path, body: str
) -> None:
    template = CouncilPaper(body=body).written(tmp_path / "own.docx")
    async with plandesk(plan_file, size=NARROW) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#template", Input).value = str(template)
        await at_rest(pilot)
        assert not dialog.query_one(BodySwitch).display
        dialog.query_one("#template", Input).value = str(tmp_path)
        await at_rest(pilot)
        assert not dialog.query_one(BodySwitch).display
