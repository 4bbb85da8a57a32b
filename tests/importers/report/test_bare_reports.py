"""Reports of few words: a committee, a date, a purpose and what is asked for in one sentence."""

from pathlib import Path

import pytest

from tests.importers.report.report_papers import bold, report_of, sections
from tests.importers.word_files import cell, para, row, table

HEAD = (bold("Glen Council"), bold("Parks Committee"), bold("3 May 2026"), bold("Safe Paths"))


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("2.1 The Committee is asked to note the report.", "note the report"),
        ("2.1 Note the report.", "Note the report"),
    ],
)
def test_a_committee_and_its_recommendation_make_a_report(
    tmp_path: Path, line: str, asked: str
) -> None:
    lines = ("1. Purpose", "1.1 To report.", "2. Recommendations", line, "3. Equality")
    report = report_of(tmp_path, *HEAD, *lines)
    assert (report.committee, report.meeting_date) == ("Parks Committee", "3 May 2026")
    found = sections(report)
    assert found["purpose"] == [("numbered", "To report.")]
    assert found["recommendations"] == [("recommendation", asked)]


def test_a_table_in_a_box_of_a_report_stays_a_table(tmp_path: Path) -> None:
    inner = table(row("Year", "Paths"), row("2026", "40"))
    boxes = (
        table(row(cell("1.0 PURPOSE OF REPORT", "1.1 To report."))),
        table(row(cell("2.0 RECOMMENDATIONS", "2.1 The Committee is asked to note the report."))),
        table(row(cell("4.0 MAIN TEXT", "4.1 Paths fell in.", inner, para("So it is.")))),
    )
    found = sections(report_of(tmp_path, *HEAD, *boxes))
    assert [kind for kind, _ in found["main-text"]] == ["numbered", "table", "text"]
    assert found["main-text"][1][1] == "| Year | Paths |\n| --- | --- |\n| 2026 | 40 |"
