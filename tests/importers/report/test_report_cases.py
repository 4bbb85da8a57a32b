"""Reports in today's layouts, made beside the repository: each part of them is where it belongs."""

import json
from typing import Any

import pytest

from importers.errors import NoPlanFoundError
from importers.paper import read_paper
from plan.model.outline import ReportOutline
from plan.papers.markdown import plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.report_sections import sections_of
from tests.importers.plan_papers import FORM, FORMS
from tests.repository import ROOT

CASES = ROOT.parent / "shared" / "cases"
needs_cases = pytest.mark.skipif(not CASES.exists(), reason="the cases are not beside this folder")
pytestmark = needs_cases

REPORTS = ("report1-highland", "report3-pk")
SAME = {"purpose": "purpose of report"}
"""What the council's own format prints instead of a heading that means the same."""


def said(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(".;")


def case(name: str) -> tuple[ReportOutline, dict[str, Any]]:
    wanted = json.loads((CASES / "papers" / f"{name}.json").read_text(encoding="utf-8"))
    return read_paper(CASES / "papers" / f"{name}.docx", FORM, FORMS).outline.report, wanted


@pytest.mark.parametrize("name", REPORTS)
def test_the_header_and_the_signature_are_read(name: str) -> None:
    report, wanted = case(name)
    names = ("item_no", "number", "committee", "meeting_date", "title", "by")
    keys = ("item", "number", "committee", "date", "title", "by")
    assert [getattr(report, one) for one in names] == [wanted[key] for key in keys]
    signed = {report.signatory, report.signatory_post, report.signed_on}
    assert signed == set(wanted["sign"])


@pytest.mark.parametrize("name", REPORTS)
def test_every_section_is_one(name: str) -> None:
    report, wanted = case(name)
    filled = {passage.section for passage in report.passages}
    headings = [
        said(one.heading)
        for one in sections_of(report, FORM.report, report.passages)
        if one.id in filled
    ]
    sections = [SAME.get(said(one), said(one)) for one in wanted["sections"]]
    assert [one for one in headings if one in sections] == sections
    assert len(headings) <= len(sections) + 1


@pytest.mark.parametrize("name", REPORTS)
def test_the_recommendations_are_those_and_no_others(name: str) -> None:
    report, wanted = case(name)
    asked = [plain_of(one.text) for one in report.passages if one.kind == "recommendation"]
    assert list(map(said, asked)) == list(map(said, wanted["recs"]))


@pytest.mark.parametrize("name", REPORTS)
def test_every_text_and_every_row_is_kept(name: str) -> None:
    report, wanted = case(name)
    texts = [said(plain_of(one.text)) for one in report.passages]
    assert [one for one in wanted["texts"] if not any(said(one) in text for text in texts)] == []
    tables = [one.text for one in report.passages if one.kind == "table"]
    rows = {": ".join(map(plain_of, row)) for text in tables for row in rows_of(text)}
    assert set(wanted["table"]) <= rows


@pytest.mark.parametrize("name", ["form1-dundee-iia", "form3-crwia"])
def test_a_form_of_another_layout_is_said_to_be_one(name: str) -> None:
    with pytest.raises(NoPlanFoundError, match="looks like a form of an impact assessment"):
        read_paper(CASES / "papers" / f"{name}.docx", FORM, FORMS)


HEADER = {
    "committee": "CHILDREN AND FAMILIES COMMITTEE",
    "meeting_date": "14 DECEMBER 2026",
    "title": "IMPROVEMENT PLAN",
    "by": "EXECUTIVE DIRECTOR",
    "number": "299-2026",
}
MAIN_TEXT = {
    "r01": [
        ("numbered", "First point.\n\n- a bullet"),
        ("numbered", "Second point."),
        ("numbered", "Third point."),
    ],
    "r02": [("numbered", "See [the inspection report](https://example.org/report.pdf) for more.")],
    "r03": [
        ("numbered", "The figures are:"),
        ("table", "| Year | Children |\n| --- | --- |\n| 2025 | 412 |"),
        ("numbered", "They fall."),
    ],
    "r04": [("numbered", "The chart shows it.")],
    "r05": [("numbered", "Text.")],
}


@pytest.mark.parametrize("name", ["r01", "r02", "r03", "r04", "r05", "r06"])
def test_a_report_of_the_councils_own_is_read_whole(name: str) -> None:
    (path,) = (CASES / "word").glob(f"{name}_*.docx")
    report = read_paper(path, FORM, FORMS).outline.report
    assert {one: getattr(report, one) for one in HEADER} == HEADER
    assert report.own_sections == ()
    asked = [one.text for one in report.passages if one.kind == "recommendation"]
    assert asked == ["note the plan", "approve it"]
    main_text = [(one.kind, one.text) for one in report.passages if one.section == "main-text"]
    if name == "r04":  # an alternative text may stand behind the words
        assert main_text[0][1].startswith(MAIN_TEXT[name][0][1])
    elif name in MAIN_TEXT:
        assert main_text == MAIN_TEXT[name]
