"""What a column is that the reader does not know, the officer can say."""

from pathlib import Path

import pytest

from importers.errors import NoPlanFoundError
from importers.paper import PaperReading, read_paper
from importers.plan.unknown_columns import UnknownColumn
from plan.council.format import ColumnField
from plan.model.outline import NoteOutline
from tests.importers.plan_papers import FORM, FORMS, only_action
from tests.importers.word_files import BULLETS, docx_of, para, row, table

HEADER = row("Actions", "Budget", "Lead", "Timescale", "Risk?")
ROWS = (
    row("a", "£5", "Team", "May 2017", "low"),
    row("b", "£6", "Team", "May 2017", ""),
    row("c", "£5", "Team", "May 2017", ""),
)


def reading_of(
    folder: Path, *rows: str, columns: dict[str, ColumnField | None] | None = None
) -> PaperReading:
    path = docx_of(folder, para("Aim") + table(*rows), numbering=BULLETS)
    return read_paper(path, FORM, FORMS, columns or {})


def test_they_are_listed_with_samples(tmp_path: Path) -> None:
    assert reading_of(tmp_path, HEADER, *ROWS).unknown_columns == (
        UnknownColumn("Budget", ("£5", "£6"), 3),
        UnknownColumn("Risk?", ("low",), 1),
    )


KNOWN = {"leads": ("Leads",), "timescale": ("By when",), "progress": (), "pages": ()}


@pytest.mark.parametrize(
    ("cells", "likely"),
    [
        (("May 2027", "Quarterly from June 2027"), "timescale"),
        (("31/3/2027", "2027/28"), "timescale"),
        (("Green", "On track"), "progress"),
        (("p. 4", "12, 15"), "pages"),
        (("Head of Service", "People team"), "leads"),
        (("Head of Service", "£5"), ""),
        (("Locality Plans", "Youth Plan"), ""),
    ],
)
def test_what_the_cells_look_like_is_a_hint_and_nothing_is_read_by_it(
    tmp_path: Path, cells: tuple[str, ...], likely: str
) -> None:
    others = [name for name in ("Leads", "By when") if likely == "" or name not in KNOWN[likely]]
    header = row("Actions", "Success Measure", *others, "Undergone")
    rows = (row("a", "s", *("T" for _ in others), one) for one in cells)
    reading = reading_of(tmp_path, header, *rows)
    (column,) = reading.unknown_columns
    assert column.likely == likely
    assert [one.own for one in reading.outline.aims[0].actions] == [
        (("Undergone", one),) for one in cells
    ]


def test_the_officer_says_what_one_holds(tmp_path: Path) -> None:
    columns: dict[str, ColumnField | None] = {"budget ": "success_criteria"}
    reading = reading_of(tmp_path, HEADER, *ROWS, columns=columns)
    criteria = [one.success_criteria for one in reading.outline.aims[0].actions]
    assert criteria == [("£5",), ("£6",), ("£5",)]
    assert [one.heading for one in reading.unknown_columns] == ["Risk?"]


def test_the_officer_may_say_that_a_second_date_is_the_timescale(tmp_path: Path) -> None:
    rows = (row("Action", "Lead", "Due date", "Revised date"), row("a", "T", "May", "June"))
    (column,) = reading_of(tmp_path, *rows).unknown_columns
    assert (column.heading, "timescale" in column.may_be) == ("Revised date", True)
    reading = reading_of(tmp_path, *rows, columns={"Revised date": "timescale"})
    action = only_action(reading)
    assert (action.timescale, action.own) == ("June", (("Due date", "May"),))


def test_the_officer_leaves_one_out(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, HEADER, *ROWS, columns={"Budget": None, "Risk?": None})
    assert reading.unknown_columns == ()
    assert not any("Budget" in remark.text for remark in reading.remarks)


def test_two_columns_may_be_said_to_hold_the_same(tmp_path: Path) -> None:
    columns: dict[str, ColumnField | None] = {"Budget": "progress", "Risk?": "progress"}
    reading = reading_of(tmp_path, HEADER, ROWS[0], columns=columns)
    assert only_action(reading).progress == (NoteOutline(text="£5\n\nlow"),)


@pytest.mark.parametrize(
    ("heading", "cells", "likely"),
    [
        ("Overseen by", ("Head of Service", "People team"), ""),
        ("Lead and timescale", ("Head of Service, May 2027",), ""),
        ("Progress and outcome", ("Nobody waits.",), "progress"),
        ("Evaluative statement", ("Nobody waits.",), "progress"),
    ],
)
def test_nothing_is_proposed_that_the_table_has_already(
    tmp_path: Path, heading: str, cells: tuple[str, ...], likely: str
) -> None:
    header = row("Actions", "Lead", "By when", "Success criteria", heading)
    lines = (row("a", "T", "May 2027", "s", one) for one in cells)
    (column,) = reading_of(tmp_path, header, *lines).unknown_columns
    assert (column.heading, column.likely) == (heading, likely)
    assert not {"leads", "timescale", "success_criteria"} & set(column.may_be)


def test_two_meanings_in_one_heading_are_kept_together_and_asked(tmp_path: Path) -> None:
    header = row("Action", "Lead and timescale", "Progress")
    reading = reading_of(tmp_path, header, row("a", "Head of Service, May 2027", "Begun."))
    action = only_action(reading)
    assert (action.text, action.leads) == ("a", ())
    assert action.own == (("Lead and timescale", "Head of Service, May 2027"),)
    assert reading.unknown_columns[0].likely == "leads"


REFUSED = {
    "actions below a heading that no one knows": (
        (row("Undertaking", "Officer responsible", "Steer", "Note well"),),
        ("Ring every carer in the week they come.", "Duty senior", "May 2027", "Ask them."),
        [("Undertaking", "text"), ("Steer", "timescale"), ("Note well", "")],
    ),
    "a header below other rows": (
        (row("Service", "", "", ""), row("Undertaking", "Lead", "By when", "Leader's view")),
        ("Ring every carer in the week they come.", "Senior", "May 2027", "Good so far."),
        [("Undertaking", "text"), ("Leader's view", "")],
    ),
    "telephones": (
        (row("Post", "Officer", "Telephone", "When"),),
        ("Head of Service", "A. Person", "01382", "Monday"),
        [],
    ),
    "problems": (
        (row("Problem", "Ring", "When"),),
        ("Card lost", "Front desk", "At once"),
        [],
    ),
    "contents": ((row("Section", "Page", "Date"),), ("Lunch", "4", "May 2027"), []),
    "prices": ((row("Item", "Quantity", "Price"),), ("Spade", "2", "£4"), []),
    "versions": (
        (row("Version", "Date", "Author", "Status"),),
        ("1.1", "May 2027", "Policy officer", "Draft"),
        [],
    ),
    "buttons": ((row("Button", "What it does", "Keyboard"),), ("Save", "Saves", "Ctrl+S"), []),
    "staff": (
        (row("Name", "Post", "Team"),),
        ("A. Person", "Manager", "East team"),
        [],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_only_for_a_table_that_may_be_of_actions_it_is_proposed_what_its_columns_are(
    tmp_path: Path, name: str
) -> None:
    rows, cells, proposed = REFUSED[name]
    with pytest.raises(NoPlanFoundError) as caught:
        reading_of(tmp_path, *rows, row(*cells))
    assert [(one.heading, one.likely) for one in caught.value.columns] == proposed
    sentence = "The actions may stand below “Undertaking”: say so, and it is read."
    assert (sentence in str(caught.value)) == bool(proposed)


def test_a_table_that_is_none_of_a_plan_yet_can_be_made_one(tmp_path: Path) -> None:
    rows = (row("Undertaking", "Who?", "Steer"), row("a", "Team", "May 2017"))
    with pytest.raises(NoPlanFoundError) as caught:
        reading_of(tmp_path, *rows)
    assert [one.heading for one in caught.value.columns] == ["Undertaking", "Steer"]
    columns: dict[str, ColumnField | None] = {"Undertaking": "text", "Steer": "timescale"}
    action = only_action(reading_of(tmp_path, *rows, columns=columns))
    assert (action.text, action.leads, action.timescale) == ("a", ("Team",), "May 2017")


@pytest.mark.parametrize(
    ("rag", "update", "notes"),
    [
        ("Green", "Begun.", (NoteOutline("", "Green", "Begun."),)),
        ("Amber", "May 2017: Begun.", (NoteOutline("May 2017", "Amber", "Begun."),)),
        ("Red", "", (NoteOutline("", "Red", ""),)),
        ("", "Begun.", (NoteOutline("", "", "Begun."),)),
        (
            "Green",
            "May 2017 – late",
            (NoteOutline("", "Green"), NoteOutline("May 2017", "late")),
        ),
    ],
)
@pytest.mark.parametrize("heading", ["RAG", "BRAG status", "Status"])
def test_a_colour_is_the_status_of_the_update(
    tmp_path: Path, heading: str, rag: str, update: str, notes: tuple[NoteOutline, ...]
) -> None:
    header = row("Action", "Responsible", "Target date", heading, "Update")
    reading = reading_of(tmp_path, header, row("a", "Team", "May 2017", rag, update))
    assert only_action(reading).progress == notes
    assert reading.unknown_columns == ()


def test_one_table_for_everything_in_other_words(tmp_path: Path) -> None:
    header = row("Target date", "Measures of success", "Action", "Responsible", "RAG", "Update")
    reading = reading_of(tmp_path, header, row("May 2017", "Known.", "a", "Team", "Green", "So."))
    action = only_action(reading)
    assert (action.timescale, action.success_criteria, action.leads) == (
        "May 2017",
        ("Known.",),
        ("Team",),
    )
