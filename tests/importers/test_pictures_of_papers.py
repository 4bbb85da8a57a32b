"""Pictures in the body of a Word report come in with their words and caption, at their place."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from desk.importing import read_word_paper
from exporters.word.document import word_file_of
from files.pictures import name_of_picture
from importers.paper import PaperReading, read_paper
from plan.council.format import form_named, format_named
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.papers.report import report_of
from store.pictures import kept_pictures
from tests.exporters.made_pictures import gif, jpeg, png
from tests.tui.window import saved_plan
from tui.__main__ import main

COUNCIL = format_named("dundee-2016")
FORMS = tuple(map(form_named, COUNCIL.forms))
MAP, CHART = png(60, 30), jpeg()
Shown = tuple[str, str, str]


def picture(content: bytes, alternative: str, caption: str = "") -> PassageOutline:
    name = name_of_picture(content)
    return PassageOutline("main-text", "picture", alternative, caption, picture=name)


TABLE = PassageOutline("main-text", "table", "| A | B |\n| --- | --- |\n| 1 | 2 |", "Table 1")
PASSAGES = (
    PassageOutline("main-text", "numbered", "Words above."),
    picture(MAP, "A map of the schools", "Figure 1"),
    picture(CHART, "A chart: referrals fell"),
    TABLE,
    PassageOutline("main-text", "numbered", "Words between."),
    picture(MAP, ""),
    replace(TABLE, caption=""),
)
REPORT = ReportOutline(
    committee="Education Committee",
    meeting_date="26 September 2016",
    title="A report",
    number="12-2016",
    passages=(
        PassageOutline("purpose", "numbered", "To report."),
        PassageOutline("recommendations", "recommendation", "note the plan"),
        *PASSAGES,
    ),
)


def written(folder: Path) -> Path:
    plan = built_plan(PlanOutline(title="A plan", report=REPORT), COUNCIL.id)
    held = {name_of_picture(one): one for one in (MAP, CHART)}
    path = folder / "Paper.docx"
    path.write_bytes(word_file_of(replace(report_of(plan, COUNCIL), pictures=held)))
    return path


def shown(reading: PaperReading) -> list[Shown]:
    passages = reading.outline.report.passages
    return [(one.picture, one.text, one.caption) for one in passages if one.kind == "picture"]


def test_the_pictures_of_our_own_paper_come_back_at_their_places(tmp_path: Path) -> None:
    reading = read_paper(written(tmp_path), COUNCIL, FORMS)
    passages = reading.outline.report.passages
    assert tuple(one for one in passages if one.section == "main-text") == PASSAGES
    assert len(passages) == len(REPORT.passages)
    assert dict(reading.pictures) == {name_of_picture(one): one for one in (MAP, CHART)}
    assert not any("picture" in one.text for one in reading.remarks)


def of_others(folder: Path, *, with_logo: bytes = b"") -> Path:
    """Return a paper of the same sections that somebody wrote in Word, captions below."""
    document = docx.Document()
    if with_logo:
        document.add_picture(BytesIO(with_logo))
    for line in ("Report to: Education Committee", "Subject: A report", "Date: 26 September 2016"):
        document.add_paragraph(line)
    document.add_heading("Purpose of Report", 1)
    document.add_paragraph("To report.")
    document.add_heading("Recommendations", 1)
    document.add_paragraph("It is recommended that the Committee note the plan.")
    document.add_heading("Main Text", 1)
    document.add_paragraph("Words above.")
    for number, (content, alternative) in enumerate(((gif(), "A plan of the site"), (MAP, "")), 1):
        document.add_picture(BytesIO(content))
        described = next(document.paragraphs[-1]._p.iter("{*}docPr"))
        described.set("descr", alternative)
        document.add_paragraph(f"Figure {number}: what is seen", style="Caption")
    document.add_paragraph("Words below.")
    path = folder / "Theirs.docx"
    document.save(str(path))
    return path


def test_captions_below_the_pictures_of_other_papers_are_theirs(tmp_path: Path) -> None:
    reading = read_paper(of_others(tmp_path), COUNCIL, FORMS)
    assert shown(reading) == [
        (name_of_picture(gif()), "A plan of the site", "Figure 1: what is seen"),
        (name_of_picture(MAP), "", "Figure 2: what is seen"),
    ]
    texts = [one.text for one in reading.outline.report.passages if one.section == "main-text"]
    assert (texts[0], texts[-1], len(texts)) == ("Words above.", "Words below.", 4)


def test_a_logo_above_the_report_is_not_in_it_and_is_told_of(tmp_path: Path) -> None:
    reading = read_paper(of_others(tmp_path, with_logo=CHART), COUNCIL, FORMS)
    assert [name for name, _, _ in shown(reading)] == [name_of_picture(gif()), name_of_picture(MAP)]
    assert "Not read: 1 picture outside the text of the report." in [
        one.text for one in reading.remarks
    ]
    assert name_of_picture(CHART) not in reading.pictures


@pytest.mark.parametrize(
    ("element", "name", "value", "is_told"),
    [
        ("a:xfrm", "rot", "5400000", True),
        ("a:xfrm", "flipH", "1", True),
        ("a:xfrm", "rot", "0", False),
        ("a:srcRect", "b", "42000", True),
        ("a:srcRect", "l", "0", False),
    ],
)
def test_a_picture_that_word_shows_turned_or_cropped_is_told_of(
    element: str, name: str, value: str, is_told: bool, tmp_path: Path
) -> None:
    """Its file is neither: what was cut away in Word is seen again."""
    path = of_others(tmp_path)
    document = docx.Document(str(path))
    fill = next(document.element.body.iter(qn("pic:blipFill")))
    fill.insert(1, fill.makeelement(qn("a:srcRect")))
    next(document.element.body.iter(qn(element))).set(name, value)
    document.save(str(path))
    said = [one.text for one in read_paper(path, COUNCIL, FORMS).remarks]
    wanted = "1 picture is turned or cropped in Word, and whole and upright here"
    assert any(one.startswith(wanted) for one in said) == is_told


def test_the_account_does_not_say_of_words_that_are_in_the_plan_that_they_are_not(
    home: Path, tmp_path: Path
) -> None:
    account = read_word_paper(written(tmp_path)).account
    assert account.unaccounted == ()
    assert [one for one in account.not_taken if one.kind == "alternative text"] == []


def test_a_plan_that_is_made_of_a_paper_has_its_pictures_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "Made.plan.json"
    assert main(["import", str(written(tmp_path)), "--out", str(out), "--yes"]) == 0
    names = {one.picture for one in saved_plan(out).passage_rows.values() if one.picture}
    assert kept_pictures(out, names) == {name_of_picture(one): one for one in (MAP, CHART)}
