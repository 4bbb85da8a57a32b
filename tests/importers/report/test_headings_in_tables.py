"""Reports whose headings stand in small tables, or whose header has its labels above the texts."""

from pathlib import Path

import pytest

from plan.model.outline import ReportOutline
from tests.importers.report.report_papers import TWO, bold, reading_of, report_of, sections
from tests.importers.word_files import cell, row, table

ABOVE = table(
    row("Meeting", "Date", "Report No", "Report by"),
    row("Integration Joint Board", "25 August 2027", "KB/27/43", "Chief Officer"),
)
SIGNED = ("Ann Ferry", "Chief Officer", "10 August 2027")
TEXTS = (
    ("Purpose", ("To ask the Board to approve the plan.",)),
    ("Recommendations", ("The Board is asked to:", "approve the plan.", "note the costs.")),
    ("Safety of paths", ("Inspectors found that paths are worn.",)),
    ("Financial Implications", ("The cost of £2,000 is met from the budget of the year.",)),
    ("Background papers", ("None.",)),
)


def boxed(*, numbers: bool) -> list[str]:
    """Return a report with each heading in a table of its own."""
    found: list[str] = []
    for number, (heading, texts) in enumerate(TEXTS, 1):
        cells = (f"{number}.0", heading) if numbers else (heading,)
        found += [table(row(*cells)), *texts]
    return found


def read(report: ReportOutline) -> dict[str, list[str]]:
    return {name: [text for _, text in said] for name, said in sections(report).items()}


def assert_whole(report: ReportOutline) -> None:
    found = read(report)
    assert found["purpose"] == ["To ask the Board to approve the plan."]
    assert found["recommendations"] == ["approve the plan", "note the costs"]
    assert found["own-safety-of-paths"] == ["Inspectors found that paths are worn."]
    assert found["financial"] == ["The cost of £2,000 is met from the budget of the year."]
    assert found["background"] == ["None."]
    assert len(found) == len(TEXTS)


@pytest.mark.parametrize("numbers", [True, False])
def test_a_heading_in_a_table_of_its_own_is_the_heading_of_what_follows(
    tmp_path: Path, numbers: bool
) -> None:
    reading = reading_of(tmp_path, ABOVE, *boxed(numbers=numbers), *SIGNED)
    report = reading.outline.report
    assert_whole(report)
    assert (report.committee, report.meeting_date) == ("Integration Joint Board", "25 August 2027")
    assert (report.number, report.by) == ("KB/27/43", "Chief Officer")
    assert (report.signatory, report.signed_on) == ("Ann Ferry", "10 August 2027")
    assert not any(reading.unread.values())


def test_numbers_in_a_column_beside_headings_and_paragraphs_are_theirs(tmp_path: Path) -> None:
    rows = [
        row(f"{n}.{k}" if k else f"{n}.0", text)
        for n, (heading, texts) in enumerate(TEXTS, 1)
        for k, text in enumerate((heading, *texts))
    ]
    assert_whole(report_of(tmp_path, ABOVE, table(*rows), *SIGNED))


def test_the_box_of_the_recommendations_is_their_section(tmp_path: Path) -> None:
    box = table(row("Recommendations"), row(cell("The Board is asked to:", "approve the plan.")))
    rest = (bold("Purpose"), "To report.", box, bold("Background papers"), "None.")
    found = read(report_of(tmp_path, ABOVE, *rest))
    assert found == {
        "purpose": ["To report."],
        "recommendations": ["approve the plan"],
        "background": ["None."],
    }


def test_a_table_of_numbers_and_texts_in_a_report_stays_one(tmp_path: Path) -> None:
    ours = table(row("1", "Paths"), row("2", "Purpose"))
    rest = (bold("Purpose"), "To report.", bold("Background papers"), "See:", ours)
    kinds = [kind for kind, _ in sections(report_of(tmp_path, ABOVE, *rest))["background"]]
    assert kinds[-1] == "table"


def test_labels_above_texts_may_have_one_among_them_that_nobody_knows(tmp_path: Path) -> None:
    header = table(
        row("Meeting", "Locality", "Date"), row("Joint Board", "All of it", "25 August 2027")
    )
    reading = reading_of(tmp_path, header, *TWO)
    report = reading.outline.report
    assert (report.committee, report.meeting_date) == ("Joint Board", "25 August 2027")
    assert reading.unread["header"] == ("Locality All of it",)


def test_a_header_in_words_of_its_own_is_kept_as_not_understood(tmp_path: Path) -> None:
    header = table(
        row("When we meet", "25 August 2027"), row("What it is about", "Paths and their repair")
    )
    assert "When we meet 25 August 2027" in reading_of(tmp_path, header, *TWO).unread["header"]


def test_shaded_headings_below_the_last_known_one_end_the_recommendations(tmp_path: Path) -> None:
    def shaded(text: str) -> str:
        return table(row(cell(bold(text), properties='<w:shd w:val="clear" w:fill="D9E2F3"/>')))

    report = report_of(
        tmp_path,
        "Report to: Parks Committee",
        *(shaded("Purpose of report"), "To report on the state of the paths."),
        *(shaded("Recommendations"), "The Committee is asked to:", "(a)\tnote the report"),
        *(shaded("Context"), "Paths are worn by many feet in the summer months."),
        *(shaded("Conclusion"), "They are to be mended before the winter comes."),
    )
    found = read(report)
    assert found["recommendations"] == ["note the report"]
    assert found["own-context"] == ["Paths are worn by many feet in the summer months."]
    assert found["own-conclusion"] == ["They are to be mended before the winter comes."]
