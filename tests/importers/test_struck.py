"""What is crossed out by hand is left out of the plan, or taken, and is shown where it is not."""

from pathlib import Path

import pytest

from importers.account.account import Account
from importers.decisions import NOTHING_DECIDED, Decisions
from importers.paper import PaperReading, read_with_account
from tests.importers.plan_papers import FORM, FORMS, HEADER, only_action
from tests.importers.word_files import (
    BULLETS,
    cell,
    docx_of,
    para,
    raw,
    row,
    run,
    table,
)

STRUCK = "<w:strike/>"
AIM = para("Priority 1: Borrowing")
TAKE = NOTHING_DECIDED.with_kind("struck", "take")
REPORT = para("REPORT TO: Committee") + para("1.0 RECOMMENDATIONS") + para("4.0 MAIN TEXT")


def gone(text: str) -> str:
    """Return a paragraph that is crossed out whole."""
    return raw(run(text, STRUCK))


def partly(*texts: str) -> str:
    """Return a paragraph of which every second piece is crossed out, the second first."""
    return raw(*(run(text, STRUCK if n % 2 else "") for n, text in enumerate(texts)))


def holds(account: Account) -> Account:
    assert account.words == account.taken + account.shown + sum(account.left_out.values())
    assert account.unaccounted == ()
    return account


def read(folder: Path, *blocks: str, decisions: Decisions = NOTHING_DECIDED) -> PaperReading:
    path = docx_of(folder, "".join(blocks), numbering=BULLETS)
    reading = read_with_account(path, FORM, FORMS, decisions=decisions)
    holds(reading.account)
    return reading


def shown(reading: PaperReading) -> list[tuple[str, str, str]]:
    return [(one.kind, one.place, one.text) for one in reading.account.not_taken]


def places(reading: PaperReading) -> list[tuple[str, str]]:
    return [(case.place, case.text) for case in reading.cases]


@pytest.mark.parametrize(
    ("pieces", "left"),
    [
        (("", "June 2026", " June 2027"), "June 2027"),
        (("By ", "June 2026", " June 2027"), "By June 2027"),
        (("June 2027", " or sooner"), "June 2027"),
        (("June", " or July ", "2027"), "June 2027"),
        (("June 2027 ", "or sooner", "."), "June 2027."),
        (("Team", "s"), "Team"),
        (("", "re", "written"), "written"),
        (("June", "\nJuly\n", "August"), "June\nAugust"),
        (("June", " ", "2027"), "June 2027"),
    ],
)
def test_what_is_left_of_a_paragraph_closes_up(
    tmp_path: Path, pieces: tuple[str, ...], left: str
) -> None:
    action = row("1.1", "Lend tools", "", "", "Team", cell(partly(*pieces)), "", "")
    reading = read(tmp_path, AIM, table(HEADER, action))
    assert only_action(reading).timescale == left


def test_struck_text_is_shown_with_its_place_and_what_follows(tmp_path: Path) -> None:
    timescale = cell(partly("", "June 2026", " June 2027"))
    action = row("1.1", "Lend tools", "", "", cell(gone("Team")), timescale, "", "")
    reading = read(tmp_path, AIM, table(HEADER, action))
    assert shown(reading) == [
        ("struck text", "beside 1.1, Lead(s)", "Team"),
        ("struck text", "in 1.1, Timescale", "June 2026"),
    ]
    assert places(reading) == [
        ("beside 1.1, Lead(s)", "Team"),
        ("in 1.1, Timescale", "June 2026"),
    ]
    assert "--struck take" in reading.account.not_taken[0].means
    assert only_action(reading).leads == ()


def test_struck_text_that_is_taken_is_a_case_and_is_not_shown(tmp_path: Path) -> None:
    action = row("1.1", cell(partly("Lend ", "old ", "tools")), "", "", "Team", "May", "", "")
    reading = read(tmp_path, AIM, table(HEADER, action), decisions=TAKE)
    assert only_action(reading).text == "Lend old tools"
    assert shown(reading) == []
    assert [(case.place, case.text, case.choice) for case in reading.cases] == [
        ("in 1.1, Actions", "old", "take")
    ]


def test_one_case_may_be_decided_by_itself(tmp_path: Path) -> None:
    action = row(
        "1.1", cell(partly("Lend ", "old ", "tools")), "", "", cell(gone("Team")), "", "", ""
    )
    first = read(tmp_path, AIM, table(HEADER, action))
    decisions = NOTHING_DECIDED.with_case("struck", first.cases[1].number, "take")
    reading = read(tmp_path, AIM, table(HEADER, action), decisions=decisions)
    assert only_action(reading).text == "Lend tools"
    assert only_action(reading).leads == ("Team",)
    assert shown(reading) == [("struck text", "in 1.1, Actions", "old")]
