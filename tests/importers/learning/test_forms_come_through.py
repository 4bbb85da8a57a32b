"""Another form of a layout that no case has comes in and goes out in what the first one taught."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.learning.second_papers import measured
from tests.importers.learning.unseen_papers import (
    Layout,
    Line,
    Rows,
    heading,
    write_first,
    write_second,
)
from tui.__main__ import main

pytestmark = pytest.mark.slow

LETTERHEAD = Line("Council of the Outer Isles", bold=True)
PARAGRAPHS: Layout = (
    LETTERHEAD,
    heading("Integrated Impact Assessment", 1),
    Line("Please answer every question."),
    heading("Part one – The proposal"),
    Line("1. Title of the proposal", bold=True),
    Line("«Lamps on the old pier»"),
    Line("2. What will change?", bold=True),
    Line("Include dates.", italic=True),
    Line("«The pier is lit from October on.»"),
    Line("3. Date of the meeting", bold=True),
    Line("«19 January 2026»"),
    Line("4. Is a full assessment needed?", bold=True),
    Line("☐ Yes"),
    Line("☒ No"),
    Line("«Few people walk there in winter.»"),
    heading("Part two – Outcome"),
    Line("The outcome is (tick one):"),
    Line("☐ Go on as planned"),
    Line("☒ Go on with changes"),
    Line("Reason: «The lamps take away the dark.»"),
    heading("Sign off"),
    Line("I confirm that due regard was given to all who walk there."),
    Line("Name: «Ann Brodie»"),
    Line("Post: «Head of Piers»"),
    Line("Date: «6 February 2026»"),
    Line("Send the form to the clerk, who will print it."),
)
TABLES: Layout = (
    LETTERHEAD,
    Line("Equality Impact Assessment", "Title"),
    heading("Step 1. The basics", 1),
    Rows(
        (
            ("Proposal", "«Lamps on the pier»", "Reference", "«PK-0071»"),
            ("Service", "«Piers and Parks»", "Finished on", "«3 February 2026»"),
            ("In a few words", *("«The pier is lit from October on.»",) * 3),
        )
    ),
    heading("Step 2. What is known", 1),
    Rows(
        (
            ("Evidence", "Where it is kept", "What it shows"),
            ("«Counts at the gate»", "«Parks office»", "«Fewer come in the dark.»"),
            ("«Letters of readers»", "«Press office»", "«Most want a lamp.»"),
        ),
        headed=True,
    ),
    heading("Step 3. Questions", 1),
    Rows(
        (
            ("1", "What is it for?", "«Fewer falls on the pier.»"),
            ("2", "Who was asked?", "«Shop keepers and the school.»"),
        )
    ),
    heading("Step 4. Putting it right", 1),
    Rows(
        (
            ("Negative impact", "What will be done", "Who", "By when"),
            ("«Glare at night»", "«Turn the lamps down.»", "«Pier Master»", "«May 2026»"),
            ("«Cost of power»", "«Use the wind.»", "«Head of Parks»", "«June 2026»"),
        ),
        headed=True,
    ),
    heading("Step 5. Result", 1),
    Rows((("Result of the assessment", "☐ No major change ☒ Adjust it ☐ Stop"),)),
)


@pytest.mark.parametrize("layout", [PARAGRAPHS, TABLES], ids=["paragraphs", "tables"])
def test_its_values_and_lines_come_through(
    layout: Layout, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(*arguments: str) -> str:
        capsys.readouterr()
        status = main(list(arguments))
        said: str = capsys.readouterr().out
        assert status == 0, said
        return said

    ran: Callable[..., str] = run
    first = write_first(layout, tmp_path / "first.docx")
    values = write_second(layout, tmp_path / "second.docx")
    figures = measured(first, tmp_path / "second.docx", values, ran, None)
    assert figures.values_share >= 0.95, figures.missing
    # A number in a column of its own is printed in the cell of its question.
    assert figures.lines_share >= 0.9, figures.not_printed
    assert "none left over" in figures.account
