"""Actions below a label that nobody knows are asked for with a hint and never guessed."""

from pathlib import Path

import pytest

from importers.errors import NoPlanFoundError
from importers.paper import PaperReading, read_with_account
from plan.council.format import ColumnField
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.report.report_papers import TWO, bold
from tests.importers.word_files import docx_of, para, row, table

AIM = para("Priority 1: Borrowing")
SAID: dict[str, ColumnField | None] = {"Undertaking": "text"}


def card(text: str, when: str, *more: str) -> str:
    return table(row("Undertaking", text), row("Lead", "Team"), row("Timescale", when), *more)


CARDS = card("Lend books to all.", "May 2027") + card("Lend tools to all.", "June 2027")
HEADED = table(row("Undertaking", "Lead", "Timescale"), row("Lend tools to all.", "Team", "June"))


def read(folder: Path, body: str, columns: dict[str, ColumnField | None]) -> PaperReading:
    reading = read_with_account(docx_of(folder, body), FORM, FORMS, columns)
    account = reading.account
    assert account.unaccounted == ()
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    return reading


def texts(reading: PaperReading) -> list[list[str]]:
    return [[action.text for action in aim.actions] for aim in reading.outline.aims]


@pytest.mark.parametrize(
    "cards",
    [
        CARDS,
        table(
            row("Undertaking", "Lend books to all.", "Lead", "Team"),
            row("Timescale", "May 2027", "Progress", "Begun"),
        ),
        table(
            row("Undertaking", "Lead"),
            row("Lend books to all.", "Team"),
            row("Timescale", "Success criteria"),
            row("May 2027", "All are lent."),
        ),
        table(
            row("Undertaking", "Lend books to all."),
            row("Timescale", "May 2027"),
            row("Success criteria", "All are lent."),
        ),
        table(
            *map(row, ("Undertaking: Lend books to all.", "Lead: Team", "Timescale: May 2027")),
            row("Success criteria: All are lent."),
        ),
    ],
)
def test_a_card_whose_action_has_an_unknown_label_is_asked(tmp_path: Path, cards: str) -> None:
    with pytest.raises(NoPlanFoundError, match="may stand below “Undertaking”") as caught:
        read(tmp_path, AIM + cards, {})
    assert [(one.heading, one.likely) for one in caught.value.columns] == [("Undertaking", "text")]
    told = read(tmp_path, AIM + cards, SAID)
    assert texts(told)[0][0] == "Lend books to all."
    assert told.outline.aims[0].actions[0].timescale == "May 2027"
    assert told.account.shown == 0


@pytest.mark.parametrize("below", [CARDS, HEADED])
def test_below_actions_that_are_read_it_is_asked_as_well(tmp_path: Path, below: str) -> None:
    known = table(row("Actions", "Lead", "Timescale"), row("Lend maps.", "Team", "May 2027"))
    body = AIM + known + para("Priority 2: Tools") + below
    reading = read(tmp_path, body, {})
    assert texts(reading) == [["Lend maps."], []]
    assert [(one.heading, one.likely) for one in reading.unknown_columns] == [
        ("Undertaking", "text")
    ]
    assert "Undertaking" in " ".join(one.text for one in reading.account.not_taken)
    told = read(tmp_path, body, SAID)
    assert texts(told)[1][-1] == "Lend tools to all."
    assert told.unknown_columns == ()


@pytest.mark.parametrize("below", [CARDS, HEADED])
def test_in_an_appendix_to_a_report_it_is_asked_as_well(tmp_path: Path, below: str) -> None:
    lines = (bold("Parks Committee"), *map(para, TWO), bold("APPENDIX 1"), para("Plan"), AIM)
    body = "".join((*lines, below))
    reading = read(tmp_path, body, {})
    assert not reading.has_plan
    assert [one.heading for one in reading.unknown_columns] == ["Undertaking"]
    assert texts(read(tmp_path, body, SAID))[0][-1] == "Lend tools to all."


@pytest.mark.parametrize(
    "labels",
    [
        ("Name of policy", "Lead officer", "Date"),
        ("Item", "Quantity", "Price"),
        ("Undertaking", "Lead", "Telephone"),
    ],
)
def test_a_form_or_a_list_with_labels_is_not_asked(tmp_path: Path, labels: tuple[str, ...]) -> None:
    body = AIM + table(*(row(label, "May 2027 by the Team") for label in labels))
    with pytest.raises(NoPlanFoundError) as caught:
        read(tmp_path, body, {})
    assert caught.value.columns == ()
