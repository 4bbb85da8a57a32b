"""Columns of a plan's table that only together say when, or name each group of actions once."""

from pathlib import Path

import pytest

from importers.paper import PaperReading, read_with_account
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import cell, docx_of, merged, para, raw, row, run, spanning, table

AIM = para("Priority 1: Borrowing")
YEARS = ("2026/27", "2027/28", "2028/29")


def shaded(text: str, colour: str) -> str:
    return cell(text, properties=f'<w:shd w:val="clear" w:fill="{colour}"/>')


def read(folder: Path, body: str) -> PaperReading:
    reading = read_with_account(docx_of(folder, body), FORM, FORMS)
    account = reading.account
    assert account.unaccounted == ()
    assert account.shown == 0
    return reading


def times(reading: PaperReading) -> list[str]:
    return [one.timescale for aim in reading.outline.aims for one in aim.actions]


@pytest.mark.parametrize("mark", ["✓", "X", "•", "●", "Yes"])
def test_years_below_a_heading_of_their_own_are_ticked_too(tmp_path: Path, mark: str) -> None:
    above = (merged("Actions", start=True), merged("Lead", start=True), spanning("Year", 2))
    head = (row(*above), row(merged(), merged(), "26/27", "27/28"))
    body = (row("Lend books", "Team", mark, mark), row("Lend maps", "Team", "", mark))
    reading = read(tmp_path, AIM + table(*head, *body))
    assert times(reading) == ["26/27, 27/28", "27/28"]


@pytest.mark.parametrize("mark", ["✓", "X", "•", "●", "Yes"])
def test_years_that_are_ticked_are_the_timescale(tmp_path: Path, mark: str) -> None:
    body = table(
        row("Actions", "Lead", *YEARS, "Success Criteria"),
        row("Lend books", "Team", "", mark, mark, "More loans"),
        row("Lend maps", "Team", mark, "", "", "More walks"),
        row("Lend tools", "Team", "", "", "", "Less waste"),
    )
    reading = read(tmp_path, AIM + body)
    assert times(reading) == ["2027/28, 2028/29", "2026/27", ""]
    assert all(one.own == () for one in reading.outline.aims[0].actions)


def test_years_that_are_shaded_are_the_timescale(tmp_path: Path) -> None:
    body = table(
        row("Actions", "Lead", "2027", "2028"),
        row("Lend books", "Team", shaded("", "4472C4"), shaded("", "4472C4")),
        row("Lend maps", "Team", "", shaded("", "4472C4")),
    )
    assert times(read(tmp_path, AIM + body)) == ["2027, 2028", "2028"]


def test_a_striped_row_marks_no_year(tmp_path: Path) -> None:
    striped = (shaded(text, "DDDDDD") for text in ("Lend books", "Team", "", ""))
    body = table(
        row("Actions", "Lead", "2027", "2028"), row(*striped), row("Lend maps", "Team", "", "X")
    )
    assert times(read(tmp_path, AIM + body)) == ["", "2028"]


def test_a_mark_across_two_years_is_of_both(tmp_path: Path) -> None:
    body = table(row("Actions", "Lead", *YEARS), row("Lend books", "Team", spanning("X", 2), ""))
    assert times(read(tmp_path, AIM + body)) == ["2026/27, 2027/28"]


def test_what_a_year_costs_is_no_mark(tmp_path: Path) -> None:
    body = table(
        row("Actions", "Lead", "2026/27", "2027/28", "Progress"),
        row("Lend books", "Team", "£4,000", "X", "Begun"),
    )
    (action,) = read(tmp_path, AIM + body).outline.aims[0].actions
    assert (action.timescale, action.own) == ("", (("2026/27", "£4,000"), ("2027/28", "X")))


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("is_parted", [True, False])
def test_each_milestone_stands_before_its_date(
    tmp_path: Path, is_parted: bool, is_first: bool
) -> None:
    def both(said: tuple[str, ...], dates: tuple[str, ...]) -> list[str]:
        cells = [cell(*one) if is_parted else cell("\n".join(one)) for one in (said, dates)]
        return cells if is_first else cells[::-1]

    body = table(
        row("Actions", "Lead", *both(("Milestones",), ("Target",))),
        row(
            "Lend books", "Team", *both(("Shelves built", "Hall open;"), ("May 2027", "June 2028"))
        ),
        row("Lend maps", "Team", *both(("Maps bought", "Maps lent"), ("July 2027",))),
    )
    reading = read(tmp_path, AIM + body)
    assert times(reading) == ["Shelves built: May 2027\nHall open: June 2028", "July 2027"]
    first, second = reading.outline.aims[0].actions
    assert first.own == ()
    assert second.own == (("Milestones", "Maps bought\nMaps lent"),)


def test_a_date_revised_to_itself_is_said_once(tmp_path: Path) -> None:
    body = table(
        row("Actions", "Lead", "Original date", "Revised date"),
        row("Lend books", "Team", "May 2027", "May 2027"),
        row("Lend maps", "Team", "May 2027", "June 2027"),
    )
    assert times(read(tmp_path, AIM + body)) == [
        "May 2027",
        "Original date: May 2027\nRevised date: June 2027",
    ]


HEADER = row("Hall", "Actions", "Lead", "Timescale")


def groups(reading: PaperReading) -> list[tuple[str, list[str]]]:
    return [(aim.text, [one.text for one in aim.actions]) for aim in reading.outline.aims]


@pytest.mark.parametrize("has_refs", [True, False])
def test_a_first_column_that_names_each_group_once_has_the_aims(
    tmp_path: Path, has_refs: bool
) -> None:
    rows = (
        ("Hall", "Actions", "Lead", "Timescale"),
        ("Birnam Hall", "Paint it", "Team", "May 2027"),
        ("", "Heat it", "Team", "June 2027"),
        ("Stanley Hall", "Mend it", "Team", "July 2027"),
        ("", "Light it", "Team", ""),
    )
    refs = ("Ref", "1", "2", "3", "4")
    body = table(*(row(*((refs[n],) if has_refs else ()), *one) for n, one in enumerate(rows)))
    assert groups(read(tmp_path, body)) == [
        ("Birnam Hall", ["Paint it", "Heat it"]),
        ("Stanley Hall", ["Mend it", "Light it"]),
    ]


@pytest.mark.parametrize("above", ["", AIM], ids=["mostly filled in", "below an aim"])
def test_a_first_column_is_none_that_is_seldom_blank_or_below_an_aim(
    tmp_path: Path, above: str
) -> None:
    names = ("Birnam Hall", "Stanley Hall", "Luncarty Hall", "" if above else "Muthill Hall", "")
    body = (row(one, f"Paint it in {n}", "Team", "May 2027") for n, one in enumerate(names))
    reading = read(tmp_path, above + table(HEADER, *body))
    assert len(reading.outline.aims) == 1
    assert reading.outline.aims[0].actions[0].own == (("Hall", "Birnam Hall"),)


@pytest.mark.parametrize("kind", ["Quality theme", "Our priority"])
def test_a_label_without_a_number_before_every_aim_is_no_part_of_it(
    tmp_path: Path, kind: str
) -> None:
    def headed(text: str, action: str) -> str:
        header, said = row("Actions", "Lead", "Timescale"), row(action, "Team", "May 2027")
        return raw(run(f"{kind}: {text}", "<w:b/>")) + table(header, said)

    body = headed("Right first time", "Check") + headed("Clear advice", "Write")
    assert groups(read(tmp_path, body)) == [
        ("Right first time", ["Check"]),
        ("Clear advice", ["Write"]),
    ]
