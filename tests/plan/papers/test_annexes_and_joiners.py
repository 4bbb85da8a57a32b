"""An annex has numbers of its own, and "and" stands before the last recommendation only."""

from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.paper import read_with_account
from importers.word.reader import read_word
from plan.council.format import parsed_format
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.papers.blocks import Paragraph
from plan.papers.report import report_of
from tests.repository import ROOT

PLAIN = (ROOT / "plan/council/formats/plain-council.toml").read_text(encoding="utf-8")
ANNEXED = (
    PLAIN.replace('id = "plain-council"', 'id = "annexed"')
    .replace('joiner = ";"', 'joiner = ";"\nlast_joiner = "; and"')
    .replace('heading = "Consultation"', 'heading = "Consultation"\nrestarts = true')
    .replace('heading = "Background papers"', 'heading = "Background papers"\nkind = "numbered"')
)
COUNCIL = parsed_format(ANNEXED, "annexed.toml")
REPORT = ReportOutline(
    committee="Harbours Committee",
    title="Piers",
    passages=(
        PassageOutline("consultation", "text", "The harbour users were consulted."),
        PassageOutline("papers", "numbered", "The survey of the pier."),
        PassageOutline("papers", "numbered", "The tide tables."),
        PassageOutline("purpose", "numbered", "To mend the pier."),
        PassageOutline("recommendations", "recommendation", "approve the work"),
        PassageOutline("recommendations", "recommendation", "note the cost"),
        PassageOutline("recommendations", "recommendation", "ask for a report"),
    ),
)


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    document = report_of(built_plan(PlanOutline(report=REPORT), COUNCIL.id), COUNCIL)
    path = tmp_path / "report.docx"
    path.write_bytes(word_file_of(document))
    return path


def lines(path: Path) -> list[str]:
    blocks = (block for block in read_word(path).blocks if isinstance(block, Paragraph))
    return [f"{block.label} {block.text}".strip() for block in blocks]


def test_word_itself_counts_the_sections_of_an_annex_from_one(printed: Path) -> None:
    said = lines(printed)
    at = said.index("1. Consultation")
    assert said[at - 2] == "8. Impact assessments" or "8. Impact assessments" in said[:at]
    assert said[at + 2 :] == [
        "2. Background papers",
        "2.1 The survey of the pier.",
        "2.2 The tide tables.",
    ]
    assert "1.1 To mend the pier." in said[:at]


def test_and_stands_before_the_last_recommendation_only(printed: Path) -> None:
    said = lines(printed)
    assert "approve the work;" in said
    assert "note the cost; and" in said
    assert "ask for a report." in said


def test_both_are_read_again(printed: Path) -> None:
    reading = read_with_account(printed, COUNCIL, ())
    assert reading.outline.report == REPORT
    assert reading.account.shown == 0
