"""Rows that speak of the table itself, and tables with an action to a column."""

from pathlib import Path

import pytest

from importers.paper import PaperReading, read_with_account
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import docx_of, para, row, spanning, table

AIM = para("Priority 1: Borrowing")
HEADER = row("Ref", "Actions", "Lead", "Timescale")


def read(folder: Path, body: str) -> PaperReading:
    reading = read_with_account(docx_of(folder, AIM + body), FORM, FORMS)
    account = reading.account
    assert account.unaccounted == ()
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    return reading


@pytest.mark.parametrize(
    "said",
    ["Ref: 1.1 continued", "1.1 (cont’d)", "Continued overleaf", "(continued from page 3)"],
)
def test_a_row_that_says_an_action_goes_on_is_no_aim(tmp_path: Path, said: str) -> None:
    first = row("1.1", "Lend books", "Team", "May 2027")
    body = table(HEADER, first, row(spanning(said, 4)), row("", "and tools.", "", ""))
    reading = read(tmp_path, body)
    assert [aim.text for aim in reading.outline.aims] == ["Borrowing"]
    assert [one.text for one in reading.outline.aims[0].actions] == ["Lend books and tools."]
    assert [one.text for one in reading.account.not_taken] == [said]


@pytest.mark.parametrize("said", ["Total: 1 action", "Sub-total", "End of the plan"])
def test_a_row_that_sums_up_is_no_aim_without_actions(tmp_path: Path, said: str) -> None:
    first = row("1.1", "Lend books", "Team", "May 2027")
    reading = read(tmp_path, table(HEADER, first, row(spanning(said, 4))))
    assert [aim.text for aim in reading.outline.aims] == ["Borrowing"]
    assert said in [one.text for one in reading.account.not_taken]


def test_an_aim_that_goes_on_or_is_about_a_total_is_one(tmp_path: Path) -> None:
    bands = ("Priority 1: Borrowing (continued)", "Total war on litter")
    rows = (row(spanning(band, 4)) + row("", "Do it", "Team", "May 2027") for band in bands)
    first = row("", "Lend books", "Team", "May 2027")
    reading = read(tmp_path, table(HEADER, first, *rows))
    assert [(aim.text, len(aim.actions)) for aim in reading.outline.aims] == [
        ("Borrowing", 2),
        ("Total war on litter", 1),
    ]


def test_a_table_with_a_column_for_each_action_is_read(tmp_path: Path) -> None:
    body = table(
        row("Actions", "Lend books", "Lend tools", "Lend maps"),
        row("Lead", "Team", "Team", "Head of Maps"),
        row("Timescale", "May 2027", "June 2027", ""),
        row("Notes", "", "For all", ""),
    )
    reading = read(tmp_path, body)
    found = [(one.text, one.leads, one.timescale) for one in reading.outline.aims[0].actions]
    assert found == [
        ("Lend books", ("Team",), "May 2027"),
        ("Lend tools", ("Team",), "June 2027"),
        ("Lend maps", ("Head of Maps",), ""),
    ]
    assert reading.account.shown == 0
