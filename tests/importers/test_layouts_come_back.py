"""A plan that is printed in any layout goes to Word and comes back the same."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from exporters.word.document import word_file_of
from importers.paper import read_paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import Format, form_named, format_named
from plan.model.outline import (
    AimOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.papers.choices import LAYOUTS, Choices, Layout, read_choices
from plan.papers.documents import Occasion, papers
from sample_data.sample import sample_outline
from tests.importers.test_cards_and_lines import OUTLINE, council_with

LINES = ('layout = "lines"', 'action_heading = "Action {ref}: {text}"')


def read_again(
    outline: PlanOutline, council: Format, choices: Choices, folder: Path, kind: str = "plan"
) -> PlanOutline:
    """Return what is read of the Word file of a plan, in a layout."""
    plan = built_plan(outline, council.id)
    paper, *_ = papers(plan, council, form_named, kind, Occasion(choices=choices))
    path = folder / "plan.docx"
    path.write_bytes(word_file_of(paper.document))
    return read_paper(path, council, ()).outline


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", ["plan", "pack"])
def test_the_sample_comes_back_from_each_layout(layout: Layout, kind: str, tmp_path: Path) -> None:
    outline = sample_outline()
    council = format_named(DEFAULT_FORMAT)
    read = read_again(outline, council, Choices(layout), tmp_path, kind)
    usual = read_again(outline, council, Choices(), tmp_path, kind)
    assert read == usual
    assert read.aims == outline.aims


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("lines", [('layout = "cards"',), LINES])
def test_a_plan_of_a_format_of_cards_or_lines_comes_back_from_each_layout(
    lines: tuple[str, ...], layout: Layout, tmp_path: Path
) -> None:
    read = read_again(OUTLINE, council_with(*lines), Choices(layout), tmp_path)
    assert read.aims == OUTLINE.aims


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_columns_were_left_out_is_not_there_and_all_the_rest_comes_back(
    layout: Layout, tmp_path: Path
) -> None:
    council = format_named(DEFAULT_FORMAT)
    typed = {"layout": layout, "columns": "ref,text,leads"}
    read = read_again(sample_outline(), council, read_choices(typed, council), tmp_path)
    for aim, before in zip(read.aims, sample_outline().aims, strict=True):
        assert [one.text for one in aim.actions] == [one.text for one in before.actions]
        assert [one.leads for one in aim.actions] == [one.leads for one in before.actions]
        assert not any(one.timescale or one.progress for one in aim.actions)


@pytest.mark.parametrize("kind", ["plan", "pack", "report"])
def test_a_cover_page_a_table_of_contents_and_breaks_are_none_of_the_paper(
    kind: str, tmp_path: Path
) -> None:
    council = format_named(DEFAULT_FORMAT)
    chosen = {"cover": "yes", "contents": "yes", "break_by_aim": "yes"}
    read = read_again(sample_outline(), council, read_choices(chosen, council), tmp_path, kind)
    assert read == read_again(sample_outline(), council, Choices(), tmp_path, kind)


LONG = PassageOutline(
    "main-text",
    "numbered",
    "The inspectors praised much.\n\nThey named two things:\n\n- staff\n- pace\n\nBoth go on.",
)


def test_a_numbered_paragraph_that_goes_on_comes_back_whole_and_is_indented_in_word(
    tmp_path: Path,
) -> None:
    council = format_named(DEFAULT_FORMAT)
    text = PassageOutline("main-text", "text", "This is a paragraph of its own.")
    outline = PlanOutline("Plan", report=ReportOutline(title="Plan", passages=(LONG, text)))
    read = read_again(outline, council, Choices(), tmp_path, "report")
    assert read.report.passages == (LONG, text)
    styles = {
        one.text: one.style.name
        for one in docx.Document(str(tmp_path / "plan.docx")).paragraphs
        if one.style is not None
    }
    assert styles["They named two things:"] == styles["Both go on."] == "Numbered Text"
    assert styles["staff"] == styles["pace"] == "Numbered Bullet"
    assert styles["This is a paragraph of its own."] == "Body Text"


def test_an_aim_without_actions_says_so_and_comes_back_without_any(tmp_path: Path) -> None:
    council = format_named(DEFAULT_FORMAT)
    outline = PlanOutline("Plan", aims=(AimOutline("Be heard."), OUTLINE.aims[0]))
    read = read_again(outline, council, Choices(), tmp_path)
    assert [len(aim.actions) for aim in read.aims] == [0, 2]
    word = docx.Document(str(tmp_path / "plan.docx"))
    assert word.tables[0].rows[1].cells[1].text == "No action yet"


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("layout", ["cards", "lines"])
def test_an_aim_without_actions_says_so_where_they_are_no_table_too(
    layout: str, place: int, tmp_path: Path
) -> None:
    """Its heading alone, on a page of its own, was nearly a blank page."""
    usual = format_named(DEFAULT_FORMAT)
    council = council_with(*LINES) if layout == "lines" else usual
    choices = Choices("cards") if layout == "cards" else Choices()
    aims = [OUTLINE.aims[0]]
    aims.insert(place, AimOutline("Be heard."))
    read = read_again(PlanOutline("Plan", aims=tuple(aims)), council, choices, tmp_path)
    assert [len(aim.actions) for aim in read.aims] == [len(aim.actions) for aim in aims]
    assert read.closing == read.introduction == ""
    lines = [one.text for one in docx.Document(str(tmp_path / "plan.docx")).paragraphs]
    heading = next(place for place, line in enumerate(lines) if "Be heard." in line)
    assert lines[heading + 1] == "No action yet"


@pytest.mark.parametrize("layout", [None, "cards"])
def test_the_alternative_text_of_a_table_is_not_taken_for_words_of_the_plan(
    layout: Layout | None, tmp_path: Path
) -> None:
    """Pandoc writes it above each table."""
    council = format_named(DEFAULT_FORMAT)
    before = read_again(sample_outline(), council, Choices(layout), tmp_path)
    word = docx.Document(str(tmp_path / "plan.docx"))
    for table in word.tables:
        said = [
            one.get(qn("w:val"), "")
            for name in ("w:tblCaption", "w:tblDescription")
            for one in table._tbl.tblPr.findall(qn(name))
        ]
        table._tbl.addprevious(word.add_paragraph("".join(said))._p)
    word.save(str(tmp_path / "captions.docx"))
    forms = tuple(map(form_named, council.forms))
    assert read_paper(tmp_path / "captions.docx", council, forms).outline == before


@pytest.mark.parametrize("name", ["", "A. Person"])
def test_who_signs_comes_back_a_post_without_a_name_too(name: str, tmp_path: Path) -> None:
    outline = sample_outline()
    report = replace(
        outline.report, signatory=name, signatory_post="Head of Parks", signed_on="May 2021"
    )
    council = format_named("dundee-2016")
    read = read_again(replace(outline, report=report), council, Choices(), tmp_path, "report")
    assert (read.report.signatory, read.report.signatory_post) == (name, "Head of Parks")
    assert read.report.signed_on == "May 2021"
