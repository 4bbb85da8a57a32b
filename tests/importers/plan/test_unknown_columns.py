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
    header = row("Actions", "Leads", "Success Measure", "Undergone")
    reading = reading_of(tmp_path, header, *(row("a", "T", "s", one) for one in cells))
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


def test_the_officer_leaves_one_out(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, HEADER, *ROWS, columns={"Budget": None, "Risk?": None})
    assert reading.unknown_columns == ()
    assert not any("Budget" in remark.text for remark in reading.remarks)


def test_two_columns_may_be_said_to_hold_the_same(tmp_path: Path) -> None:
    columns: dict[str, ColumnField | None] = {"Budget": "progress", "Risk?": "progress"}
    reading = reading_of(tmp_path, HEADER, ROWS[0], columns=columns)
    assert only_action(reading).progress == (NoteOutline(text="£5\n\nlow"),)


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
