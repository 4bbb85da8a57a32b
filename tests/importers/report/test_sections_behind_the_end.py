"""Sections below who signs a report: learned there, printed there, and read from there."""

from pathlib import Path

from desk.learning import learning_of
from exporters.word.document import word_file_of
from importers.learning.toml_text import toml_text
from importers.paper import read_paper
from plan.council.format import Format, format_named, parsed_format
from plan.model.outline import PlanOutline, ReportOutline, built_plan
from plan.papers.blocks import paragraphs_of
from plan.papers.report import report_of
from tests.importers.learning.unseen_papers import Layout, Line, write_first

LAYOUT: Layout = (
    Line("Report to:\t«Piers Committee»", bold=True),
    Line("Subject:\t«Lamps on the old pier»", bold=True),
    Line("1.\tPurpose of Report", bold=True),
    Line("1.1.\t«This report proposes lamps for the old pier.»"),
    Line("2.\tRecommendations", bold=True),
    Line("2.1.\tThe Committee is asked to:"),
    Line("(1)\t«agree to the lamps»; and"),
    Line("(2)\t«note what they cost»."),
    Line("3.\tBackground", bold=True),
    Line("3.1.\t«The pier was dark in each of the last four winters.»"),
    Line(""),
    Line("«Ann Brodie»", bold=True),
    Line("«Director of Piers»", bold=True),
    Line(""),
    Line("«10 May 2026»"),
    Line(""),
    Line("Links to what the Council values", bold=True),
    Line("«Safe in the dark»", "List Bullet"),
    Line("Earlier Decisions", bold=True),
    Line("«Piers Committee, 4 June 2025»", "List Bullet"),
    Line("List of Background Papers", bold=True),
    Line("«The count of falls»", "List Bullet"),
)
BEHIND = ["Links to what the Council values", "Earlier Decisions", "List of Background Papers"]


def paper(tmp_path: Path) -> Path:
    return write_first(LAYOUT, tmp_path / "paper.docx")


def learned(tmp_path: Path) -> Format:
    draft = learning_of(paper(tmp_path), "unseen").draft
    return parsed_format(toml_text(draft.format), "unseen.toml")


def read(path: Path, council: Format) -> ReportOutline:
    return read_paper(path, council, ()).outline.report


def test_they_are_learned_as_sections_without_a_number(tmp_path: Path) -> None:
    sections = learned(tmp_path).report.sections
    assert [one.heading for one in sections if one.after_end] == BEHIND
    assert all(one.unnumbered for one in sections if one.after_end)


def test_they_are_printed_below_who_signs_and_come_back(tmp_path: Path) -> None:
    council = learned(tmp_path)
    report = read(paper(tmp_path), council)
    document = report_of(built_plan(PlanOutline(report=report), "test"), council)
    lines = [one.text for one in paragraphs_of(document.blocks)]
    assert lines[-9:-6] == ["Ann Brodie", "Director of Piers", "10 May 2026"]
    assert lines[-6::2] == BEHIND
    path = tmp_path / "again.docx"
    path.write_bytes(word_file_of(document))
    assert read(path, council) == report


def test_another_councils_format_keeps_them_as_sections_of_the_report(tmp_path: Path) -> None:
    report = read(paper(tmp_path), format_named("plain-council"))
    assert report.signatory == "Ann Brodie"
    said = [one.text for one in report.passages]
    assert {"- Safe in the dark", "- Piers Committee, 4 June 2025", "- The count of falls"} <= set(
        said
    )
    own = " ".join(report.own_sections)
    assert BEHIND[0] in own
    assert BEHIND[1] in own
