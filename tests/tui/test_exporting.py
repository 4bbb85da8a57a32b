"""Export: which files are written, what they are called, and what is left alone."""

from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input, Static

from desk.council import Look, look_of, with_look
from desk.errors import ExportError
from desk.exporting import Export, ExportStoppedError
from plan.council import DEFAULT_FORMAT
from plan.model.documents import DocumentKind
from plan.model.outline import AssessmentOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from sample_data.sample import large_outline
from store.places import formats_folder
from store.settings import Settings, load_settings, save_settings
from tests.repository import ROOT
from tests.tui.printed_papers import MARK, NUMBER, PAPER
from tests.tui.window import SMALL, app_of, on_disk, plandesk, press, shown, until
from tui.__main__ import main
from tui.dialogs.export import ExportDialog
from tui.widgets.row_list import RowList

WHOLE = built_plan(PAPER, DEFAULT_FORMAT)


def written(folder: Path, kind: DocumentKind, plan: Plan = WHOLE) -> list[str]:
    """Write documents and return what the files are called, in the order of writing."""
    return [one.path.name for one in Export(plan, "Small", kind, folder).write()]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("report", f"{NUMBER}{MARK}.docx"),
        ("plan", f"{NUMBER} Appendix 1{MARK}.docx"),
        ("assessment", f"{NUMBER} Equality Impact Assessment{MARK}.docx"),
        ("reviews", f"{NUMBER} Reviews{MARK}.docx"),
        ("progress", f"{NUMBER} Progress summary{MARK}.docx"),
        ("tracing", f"{NUMBER} Tracing{MARK}.docx"),
    ],
)
def test_a_document_is_called_what_the_council_calls_it(
    kind: DocumentKind, name: str, tmp_path: Path
) -> None:
    assert written(tmp_path, kind) == [name]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_pack_is_the_whole_paper_and_each_of_its_documents(tmp_path: Path) -> None:
    assert written(tmp_path, "pack") == [
        f"{NUMBER} Committee paper{MARK}.docx",
        f"{NUMBER}{MARK}.docx",
        f"{NUMBER} Appendix 1{MARK}.docx",
        f"{NUMBER} Equality Impact Assessment{MARK}.docx",
    ]


def test_without_a_report_number_files_are_called_after_the_plan(tmp_path: Path) -> None:
    plan = built_plan(SMALL, DEFAULT_FORMAT)
    assert written(tmp_path, "pack", plan) == [
        "Small Committee paper.docx",
        "Small.docx",
        "Small Appendix 1.docx",
    ]


def test_several_assessments_have_files_of_their_own(tmp_path: Path) -> None:
    two = (*PAPER.assessments, AssessmentOutline("dundee-eqia-2016"))
    plan = built_plan(PlanOutline("Plan", assessments=two), DEFAULT_FORMAT)
    assert written(tmp_path, "assessment", plan) == [
        "Small Equality Impact Assessment.docx",
        "Small Equality Impact Assessment 2.docx",
    ]


def test_two_documents_that_a_council_calls_the_same_do_not_replace_one_another(
    tmp_path: Path,
) -> None:
    own = (ROOT / "plan/council/formats/dundee-2016.toml").read_text(encoding="utf-8")
    folder = formats_folder()
    folder.mkdir(parents=True)
    same = own.replace('"{name} Appendix {appendix}.docx"', '"{name}.docx"')
    (folder / "dundee-2016.toml").write_text(same, encoding="utf-8")
    names = written(tmp_path, "pack")
    assert names[1:3] == [f"{NUMBER}{MARK}.docx", f"{NUMBER}{MARK} (2).docx"]
    assert len(list(tmp_path.iterdir())) == len(names)


def test_an_assessment_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="has no equality impact assessment yet"):
        written(tmp_path / "out", "assessment", built_plan(SMALL, DEFAULT_FORMAT))
    assert not (tmp_path / "out").exists()


def test_a_format_that_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path) -> None:
    folder = formats_folder()
    folder.mkdir(parents=True)
    (folder / "dundee-2016.toml").write_text("id = ", encoding="utf-8")
    with pytest.raises(ExportError, match=r"format cannot be used. .*dundee-2016.toml is not TOML"):
        written(tmp_path, "report")


def test_a_form_that_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path) -> None:
    plan = built_plan(
        PlanOutline("Plan", assessments=(AssessmentOutline("no-such-form"),)), DEFAULT_FORMAT
    )
    with pytest.raises(ExportError, match="There is no form called no-such-form"):
        written(tmp_path, "pack", plan)
    assert list(tmp_path.iterdir()) == []


def test_the_author_stands_in_the_properties_only_where_one_is_set(tmp_path: Path) -> None:
    found = []
    for author in ("", "A. Clerk"):
        export = Export(WHOLE, "Small", "report", tmp_path, Look(author=author))
        (exported,) = export.write()
        with ZipFile(exported.path) as package:
            found.append(b"A. Clerk" in package.read("docProps/core.xml"))
    assert found == [False, True]


@pytest.mark.parametrize("asked", range(1, 12))
def test_stopped_at_any_moment_an_export_leaves_whole_files_only(
    asked: int, tmp_path: Path
) -> None:
    questions = iter(range(1, 1_000_000))
    export = Export(WHOLE, "Small", "pack", tmp_path, is_stopped=lambda: next(questions) >= asked)
    with pytest.raises(ExportStoppedError):
        list(export.write())
    for path in tmp_path.iterdir():
        with ZipFile(path) as package:
            assert package.testzip() is None


# What is remembered


def test_the_template_that_was_used_is_used_again_until_it_is_forgotten(tmp_path: Path) -> None:
    template = tmp_path / "council.dotx"
    template.touch()
    look = look_of(Settings(author="A. Clerk"), f' "{template}" ')
    assert look == Look(template, "A. Clerk")
    kept = with_look(Settings(), look)
    assert look_of(kept) == Look(template)
    assert with_look(kept, look_of(kept, "none")) == Settings()
    template.unlink()
    with pytest.raises(ExportError, match="template that was used last is not there"):
        look_of(kept)


def test_whether_a_templates_text_is_kept_is_remembered_with_that_template(tmp_path: Path) -> None:
    one, other = tmp_path / "one.docx", tmp_path / "other.docx"
    one.touch()
    other.touch()
    kept = with_look(Settings(), look_of(Settings(), str(one), keep_body=True))
    assert look_of(kept) == Look(one, keep_body=True)
    assert look_of(kept, str(one)).keep_body
    assert not look_of(kept, str(other)).keep_body
    assert not look_of(kept, keep_body=False).keep_body
    assert with_look(kept, look_of(kept, "none")) == Settings()


@pytest.mark.slow
def test_how_much_text_of_a_template_is_left_out_is_said_and_it_is_kept_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    on_disk()
    template = tmp_path / "last year.docx"
    word = docx.Document()
    word.add_paragraph("Last year's reasons")
    word.add_table(1, 1).cell(0, 0).text = "Last year's aim"
    word.save(str(template))
    export = ["export", "Small", "--out", str(tmp_path / "out")]
    assert main([*export, "--template", str(template)]) == 0
    said = "The template last year.docx has 1 paragraph and 1 table of its own"
    assert f"{said}. This text is left out;" in capsys.readouterr().out
    (written,) = (tmp_path / "out").iterdir()
    assert "Last year's reasons" not in [one.text for one in docx.Document(str(written)).paragraphs]
    assert main([*export, "--keep-body"]) == 0
    assert f"{said}. This text is printed before the paper." in capsys.readouterr().out
    assert docx.Document(str(written)).paragraphs[0].text == "Last year's reasons"
    assert main(export) == 0  # as it was chosen
    assert f"{said}. This text is printed before the paper." in capsys.readouterr().out
    assert main([*export, "--leave-body"]) == 0
    assert f"{said}. This text is left out;" in capsys.readouterr().out
    assert main([*export, "--template", "none"]) == 0
    assert main([*export, "--keep-body"]) == 2
    assert "--keep-body and --leave-body are for a template" in capsys.readouterr().err


def test_a_councils_template_brings_its_letterhead_and_what_it_lacks_is_said_once(
    tmp_path: Path,
) -> None:
    template = tmp_path / "council.docx"
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Letterhead of the council"
    word.save(str(template))
    export = Export(WHOLE, "Small", "pack", tmp_path / "out", Look(template))
    sentences = [exported.sentence for exported in export.write()]
    assert ["has no style" in sentence for sentence in sentences] == [True, False, False, False]
    for path in (tmp_path / "out").iterdir():
        header = docx.Document(str(path)).sections[0].header.paragraphs
        assert "Letterhead of the council" in [paragraph.text for paragraph in header]


def test_a_template_that_cannot_be_used_is_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    template = tmp_path / "council.docx"
    template.write_text("no Word file")
    with pytest.raises(ExportError, match=r"The template council\.docx is no Word file"):
        list(Export(WHOLE, "Small", "pack", tmp_path / "out", Look(template)).write())
    assert not (tmp_path / "out").exists()


# The window


async def opened(pilot: Pilot[None]) -> ExportDialog:
    """Open the export from where the officer is, and return it."""
    await press(pilot, "e")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
    dialog = pilot.app.screen
    assert isinstance(dialog, ExportDialog)
    return dialog


def result(dialog: ExportDialog) -> str:
    return str(dialog.query_one("#result", Static).content)


@pytest.mark.slow
async def test_a_pack_is_written_and_every_file_is_named(tmp_path: Path) -> None:
    async with plandesk(on_disk(PAPER), size=(80, 24)) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path)
        await press(pilot, "down", "down")
        assert "Chosen: The committee paper." in shown(pilot)
        pilot.app.post_message(Key("enter", None))
        await press(pilot, "z")  # while it writes nothing is typed
        await until(pilot, lambda: "Written" in result(dialog))
        assert "docxz" not in shown(pilot)
        assert dialog.query_one("#folder", Input).value == str(tmp_path)
        said = result(dialog)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is not dialog)
    assert len(list(tmp_path.iterdir())) == 4
    for path in tmp_path.iterdir():
        assert str(path) in said


@pytest.mark.slow
async def test_esc_stops_a_long_export_and_leaves_no_half_file(tmp_path: Path) -> None:
    async with plandesk(on_disk(large_outline(2_000))) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path)
        await press(pilot, "down", "down")
        dialog.on_input_submitted()
        assert dialog.query_one("#dialog").border_subtitle == "Esc: stop"
        dialog.action_dismiss_it()
        await until(pilot, lambda: "Stopped" in result(dialog))
        assert "no file was left half written" in result(dialog)
        await press(pilot, "escape")
        await until(pilot, lambda: pilot.app.screen is not dialog)
    for path in tmp_path.iterdir():
        with ZipFile(path) as package:
            assert package.testzip() is None


@pytest.mark.slow
async def test_after_a_refusal_it_can_be_tried_again(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        folder = dialog.query_one("#folder", Input)
        folder.value = str(tmp_path / "file")
        await press(pilot, "enter")
        await until(pilot, lambda: "could not be written" in result(dialog))
        folder.value = str(tmp_path / "folder")
        await press(pilot, "enter")
        await until(pilot, lambda: "Enter again makes it" in result(dialog))
        await press(pilot, "enter")
        await until(pilot, lambda: "Written" in result(dialog))


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
@pytest.mark.slow
async def test_what_is_said_is_seen_whole_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = str(tmp_path / "a folder of some length that is not there")
    async with plandesk(on_disk(), size=size) as pilot:
        await opened(pilot)
        await press(pilot, *folder)
        await press(pilot, "enter")
        await until(pilot, lambda: all(word in shown(pilot) for word in ("or change", "folder.")))
        await press(pilot, "enter")
        await until(pilot, lambda: "Written:" in shown(pilot))


@pytest.mark.slow
async def test_a_template_that_is_not_there_is_said_before_anything_is_written(
    tmp_path: Path,
) -> None:
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path)
        dialog.query_one("#template", Input).value = str(tmp_path / "no.dotx")
        await press(pilot, "enter")
        await until(pilot, lambda: "Word template is not there" in result(dialog))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
async def test_the_template_in_the_settings_is_offered_and_can_be_cleared(tmp_path: Path) -> None:
    save_settings(Settings(council_template=str(tmp_path / "gone.dotx")))
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path)
        assert dialog.query_one("#template", Input).value.endswith("gone.dotx")
        dialog.query_one("#template", Input).value = ""
        await press(pilot, "enter")
        await until(pilot, lambda: "Written" in result(dialog))
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is not dialog)
        await until(pilot, lambda: load_settings()[0].council_template == "")


@pytest.mark.slow
async def test_an_assessment_that_is_not_there_is_said_in_the_dialog() -> None:
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        await press(pilot, "down")
        assert "(none yet)" in shown(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "no equality impact assessment yet" in result(dialog))


@pytest.mark.slow
async def test_a_format_that_cannot_be_used_is_said_in_the_dialog() -> None:
    async with plandesk(on_disk()) as pilot:
        formats_folder().mkdir(parents=True)
        (formats_folder() / "dundee-2016.toml").write_text("id = ", encoding="utf-8")
        dialog = await opened(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "format cannot be used" in result(dialog))


async def test_a_failure_that_nobody_foresaw_is_said_and_the_window_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*given: object, **named: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr("exporters.word.document.word_file_of", broken)
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: "could not be made" in result(dialog))
        assert app_of(pilot).session is not None
        assert dialog.query_one(RowList).current == "plan"


@pytest.mark.slow
async def test_the_window_says_what_of_a_template_was_left_out(tmp_path: Path) -> None:
    template = tmp_path / "last year.docx"
    word = docx.Document()
    word.add_paragraph("Last year's reasons")
    word.save(str(template))
    async with plandesk(on_disk()) as pilot:
        dialog = await opened(pilot)
        dialog.query_one("#folder", Input).value = str(tmp_path / "out")
        dialog.query_one("#template", Input).value = str(template)
        await press(pilot, "enter")
        await until(pilot, lambda: "Enter again makes it" in result(dialog))
        await press(pilot, "enter")
        await until(pilot, lambda: "Written" in result(dialog))
        assert "has 1 paragraph of its own. This text is left out;" in result(dialog)
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is not dialog)
    assert load_settings()[0].council_template == str(template)
