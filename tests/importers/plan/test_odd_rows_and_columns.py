"""Rows that speak of the table itself, and tables with an action to a column."""

from pathlib import Path

import pytest

from importers.paper import PaperReading, read_with_account
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import cell, docx_of, merged, para, row, spanning, table

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


@pytest.mark.parametrize("is_merged", [True, False])
def test_a_first_column_without_a_heading_that_groups_the_actions_has_the_aims(
    tmp_path: Path, is_merged: bool
) -> None:
    def grouped(text: str) -> str:
        return merged(text, start=bool(text)) if is_merged else cell(text)

    rows = (("Be heard", "Ask"), ("", "Tell"), ("Be safe", "Mend"))
    body = (row(grouped(aim), text, "Team", "May 2027") for aim, text in rows)
    path = docx_of(tmp_path, table(row("", "Actions", "Lead", "Timescale"), *body))
    aims = read_with_account(path, FORM, FORMS).outline.aims
    assert [(aim.text, [one.text for one in aim.actions]) for aim in aims] == [
        ("Be heard", ["Ask", "Tell"]),
        ("Be safe", ["Mend"]),
    ]


@pytest.mark.parametrize("is_above", [True, False])
def test_cells_across_the_table_that_begin_with_their_labels_are_kept_by_them(
    tmp_path: Path, is_above: bool
) -> None:
    both = row(spanning("Sponsor: Head of Books", 2), spanning("Agreed: May 2026", 2))
    plan = (HEADER, row("1.1", "Lend books", "Team", "May 2027"))
    reading = read(tmp_path, table(*((both, *plan) if is_above else (*plan, both))))
    (action,) = reading.outline.aims[0].actions
    assert action.own == (("Sponsor", "Head of Books"), ("Agreed", "May 2026"))


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
