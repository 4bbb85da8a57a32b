"""Whatever way a council lays out a table of actions, aims and actions are told apart."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from importers.errors import NoPlanFoundError
from importers.paper import PaperReading, read_paper
from plan.council.format import ColumnField, format_named
from plan.model.outline import NoteOutline
from plan.reading.timescales import read_timescale
from tests.importers.plan.layouts import heading
from tests.importers.plan.tables_of_actions import HEADER, TABLES, lines
from tests.importers.plan_papers import FORM, FORMS, only_action
from tests.importers.styled_papers import STYLES
from tests.importers.word_files import (
    BULLETS,
    cell,
    docx_of,
    listed,
    para,
    row,
    spanning,
    table,
)


def reading_of(
    folder: Path, body: str, columns: dict[str, ColumnField | None] | None = None
) -> PaperReading:
    path = docx_of(folder, heading("Our Plan") + body, numbering=BULLETS, styles=STYLES)
    return read_paper(path, FORM, FORMS, columns or {})


def said(reading: PaperReading) -> list[tuple[str, list[str]]]:
    """Return each aim with the texts of its actions, their own refs before them."""
    return [
        (aim.text, [f"{one.own_ref} {one.text}".strip() for one in aim.actions])
        for aim in reading.outline.aims
    ]


LABELS = {
    "Aim 1: Be safe": "Be safe",
    "Priority 1 – Be safe": "Be safe",
    "Priority 1.1: Be safe": "Be safe",
    "Area for improvement 1: Be safe": "Be safe",
    "Theme: Be safe": "Be safe",
    "Objective 2. Be safe": "Be safe",
    "Strategic Outcome 3 - Be safe": "Be safe",
    "Standard 4 Be safe": "Be safe",
    "Workstream One: Be safe": "Be safe",
    "Recommendation R3 – Be safe": "Be safe",
    "R2 Be safe": "Be safe",
    "R2: be safe": "be safe",
    "A1. Be safe": "Be safe",
    "Priority II: Be safe": "Be safe",
    "Outcome measures are good": "Outcome measures are good",
    "Standards of care": "Standards of care",
    "COVID 19 recovery": "COVID 19 recovery",
    "NHS 24 Services": "NHS 24 Services",
    "Recommendation 1 of the report": "Recommendation 1 of the report",
}


@pytest.mark.parametrize("printed", LABELS)
@pytest.mark.parametrize("place", ["heading", "band", "band above the header", "column"])
def test_the_label_and_the_number_of_an_aim_are_not_its_text(
    tmp_path: Path, printed: str, place: str
) -> None:
    bodies = {
        "heading": heading(printed, 2) + table(HEADER, lines("a")),
        "band": table(HEADER, row(spanning(printed, 3)), lines("a")),
        "band above the header": table(row(spanning(printed, 3)), HEADER, lines("a")),
        "column": table(
            row("Objective", "Action", "Lead", "By when"), lines("a", before=(printed,))
        ),
    }
    reading = reading_of(tmp_path, bodies[place])
    assert said(reading) == [(LABELS[printed], ["a"])]
    assert reading.outline.title == "Our Plan"


@pytest.mark.parametrize("name", TABLES)
def test_aims_and_actions_are_told_apart(tmp_path: Path, name: str) -> None:
    body, right = TABLES[name]
    reading = reading_of(tmp_path, body)
    assert said(reading) == right
    leads = [one.leads for aim in reading.outline.aims for one in aim.actions]
    assert all(leads)


def action_below(folder: Path, header: str, line: str, **columns: ColumnField | None) -> Any:
    return only_action(reading_of(folder, para("Aim 1: A") + table(header, line), columns))


def test_the_councils_own_headings_win_over_general_words_in_any_order(tmp_path: Path) -> None:
    own = format_named("dundee-2016")
    renamed = [
        column.model_copy(update={"heading": "Evidence"}) if column.field == "progress" else column
        for column in own.plan.columns
    ]
    council = own.model_copy(
        update={"plan": own.plan.model_copy(update={"columns": tuple(renamed)})}
    )
    header = row("Progress", "Outcome", "Actions", "Evidence", "Success Criteria", "Lead(s)")
    body = para("Aim 1: A") + table(header, row("p", "o", "a", "e", "s", "T"))
    reading = read_paper(docx_of(tmp_path, body), council, FORMS)
    action = only_action(reading)
    assert (action.success_criteria, action.progress) == (("s",), (NoteOutline(text="e"),))
    assert action.own == (("Progress", "p"), ("Outcome", "o"))


@pytest.mark.parametrize(
    ("headings", "cells", "notes"),
    [
        (("Progress", "RAG"), ("Begun.", "Green"), [("", "Green", "Begun.")]),
        (("RAG", "Progress"), ("Green", "Begun."), [("", "Green", "Begun.")]),
        (("Progress", "RAG"), ("", "Green"), [("", "Green", "")]),
        (
            ("Progress Update June 2026", "Status"),
            ("Begun.", "Open"),
            [("June 2026", "Open", "Begun.")],
        ),
        (
            ("Update March 2026", "RAG", "Update June 2026", "RAG"),
            ("Late.", "Red", "Better.", "Green"),
            [("March 2026", "Red", "Late."), ("June 2026", "Green", "Better.")],
        ),
        (
            ("RAG", "Update March 2026", "RAG", "Update June 2026"),
            ("Red", "Late.", "Green", "Better."),
            [("March 2026", "Red", "Late."), ("June 2026", "Green", "Better.")],
        ),
        (
            ("Progress", "RAG"),
            (cell("June 2026", "Better.", "March 2026", "Late."), "Green"),
            [("June 2026", "Green", "Better."), ("March 2026", "", "Late.")],
        ),
        (
            ("Progress", "RAG"),
            ("Begun.", cell("Amber", "Held up by the move.")),
            [("", "Amber", "Begun.\n\nHeld up by the move.")],
        ),
        (
            ("Update June 2026", "Status"),
            ("Begun.", cell("Delayed\nThe supplier has closed.")),
            [("June 2026", "Delayed", "Begun.\n\nThe supplier has closed.")],
        ),
        (
            ("Progress", "RAG"),
            ("", cell("Red", "No money was found.")),
            [("", "Red", "No money was found.")],
        ),
    ],
)
def test_a_status_belongs_to_the_progress_beside_it_on_whichever_side(
    tmp_path: Path,
    headings: tuple[str, ...],
    cells: tuple[str, ...],
    notes: list[tuple[str, str, str]],
) -> None:
    header = row("Action", "Lead", "By when", *headings)
    action = action_below(tmp_path, header, row("a", "T", "May", *cells))
    assert action.progress == tuple(NoteOutline(*note) for note in notes)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Proposed Action", "text"),
        ("Actions / Tasks", "text"),
        ("Sub Action Description", "text"),
        ("Activity", "text"),
        ("What we will do (actions)", "text"),
        ("Led by", "leads"),
        ("Assigned To", "leads"),
        ("Lead Officer / Team", "leads"),
        ("Owner(s)", "leads"),
        ("End Date", "timescale"),
        ("Expected end date", "timescale"),
        ("Intended Outcome", "success_criteria"),
        ("Objective/Improvement", "success_criteria"),
        ("What difference will it make?", "success_criteria"),
        ("How will we know", "success_criteria"),
        ("Evaluation / Impact", "progress"),
        ("Progress Update November 2026", "progress"),
        ("Update as of 31 March 2027", "progress"),
        ("Reference number", "ref"),
        ("HGIOS4 QIs", "indicators"),
        ("Monitored by", "own"),
        ("Strategic owner's budget", "own"),
    ],
)
def test_headings_of_today_are_known(tmp_path: Path, heading: str, name: str) -> None:
    usual = {"text": "Action", "leads": "Lead", "timescale": "When", "pages": "Page"}
    others = [word for field, word in usual.items() if field != name]
    header = row(*others, heading)
    action = action_below(tmp_path, header, row(*("x" for _ in others), "said"))
    held = {
        "text": action.text,
        "leads": action.leads[0],
        "timescale": action.timescale,
        "success_criteria": "".join(action.success_criteria),
        "progress": "".join(note.text for note in action.progress),
        "ref": action.own_ref,
        "indicators": "".join(action.indicators),
        "own": dict(action.own).get(heading, ""),
    }
    assert held[name] == "said"


def test_the_second_column_of_one_meaning_is_kept_under_its_heading(tmp_path: Path) -> None:
    header = row("Action", "Lead", "Evidence", "Outcome", "Measure", "", "Risk")
    action = action_below(tmp_path, header, row("a", "T", "e", "o", cell("m", "n"), "b", ""))
    assert action.success_criteria == ("o",)
    assert action.own == (("Evidence", "e"), ("Measure", "m\nn"), ("", "b"))


def test_what_stands_above_the_header_belongs_to_each_action(tmp_path: Path) -> None:
    body = table(
        row("Priority 2:", spanning("Be safe", 2)),
        row("QIs", spanning("1.3, 2.3 and 3.1", 2)),
        row("Budget:", spanning("£5", 2)),
        row(spanning("Time Frame: June 2027", 3)),
        row("Action", "Lead", "Progress"),
        row("a", "T", ""),
        row("b", "T", "Begun."),
    )
    (aim,) = reading_of(tmp_path, body).outline.aims
    assert aim.text == "Be safe"
    for action in aim.actions:
        assert action.indicators == ("1.3", "2.3", "3.1")
        assert (action.timescale, action.own) == ("June 2027", (("Budget", "£5"),))


def test_what_stands_below_the_actions_belongs_to_each_and_a_key_to_none(tmp_path: Path) -> None:
    body = table(
        row(spanning("Key: Green is on track", 4)),
        row("Action", "Lead", "By when", "Impact"),
        lines("a", "b"),
        row(spanning("Evaluation", 2), spanning("Went well.", 2)),
    )
    reading = reading_of(tmp_path, para("Aim 1: A") + body)
    assert said(reading) == [("A", ["a", "b"])]
    notes = [one.progress for one in reading.outline.aims[0].actions]
    assert notes == [(), ()]
    assert [one.own for one in reading.outline.aims[0].actions] == [
        (("Evaluation", "Went well."),)
    ] * 2
    assert any("Key: Green is on track" in remark.text for remark in reading.remarks)


def test_a_header_of_two_rows_names_its_columns_by_both(tmp_path: Path) -> None:
    upper = row("Action", "Lead", spanning("Target date", 2), spanning("Inspection", 2))
    lower = row("", "", "Original", "Revised", "Page No", "Body")
    body = para("Aim 1: A") + table(upper, lower, row("a", "T", "May", "June", "4", "Care"))
    action = only_action(reading_of(tmp_path, body))
    assert (action.text, action.pages) == ("a", "4")
    assert action.timescale == "Original: May\nRevised: June"
    assert action.own == (("Inspection: Body", "Care"),)


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ((spanning("Timescale", 2),), ("Original date", "Revised date")),
        ((spanning("Timescale", 2),), ("Original", "Revised")),
        ((spanning("Programme", 2),), ("Planned date", "Current forecast date")),
        (("Target date", "Revised target date"), ("", "")),
        (("Original due date", "Revised due date"), ("", "")),
        (("Due date", "New date"), ("", "")),
    ],
)
def test_of_two_dates_the_one_that_is_filled_counts_and_both_stand_behind_their_headings(
    tmp_path: Path, upper: tuple[str, ...], lower: tuple[str, ...]
) -> None:
    rows = [row("Action", "Lead", *upper, "Update")]
    rows += [row("", "", *lower, "")] if any(lower) else []
    actions = (("a", "May", "June"), ("b", "July", ""), ("c", "", "August"), ("d", "", ""))
    rows += [row(text, "T", first, second, "") for text, first, second in actions]
    reading = reading_of(tmp_path, para("Aim 1: A") + table(*rows))
    (aim,) = reading.outline.aims
    assert any("has a second date: " in one.text for one in reading.remarks)
    both, *others = (one.timescale for one in aim.actions)
    assert others == ["July", "August", ""]
    labels, texts = zip(*(line.split(": ") for line in both.split("\n")), strict=True)
    assert texts == ("May", "June")
    assert {*labels} <= {*upper, *lower}
    read = read_timescale(both, date(2026, 12, 16))
    assert [one and one.first.month for one in (read.was, read.due)] == [5, 6]
    assert not any(one.own for one in aim.actions)


def test_a_header_below_four_rows_is_found_by_the_kinds_of_its_words(tmp_path: Path) -> None:
    above = (row(label, spanning("x", 3)) for label in ("Class", "Roll", "QIs", "Team"))
    header = row("Tasks to achieve priority", "Personnel", "When by", "Evidence of impact")
    first = row(spanning("Priority 1: Calm", 4))
    body = table(first, *above, header, row("a", "T", "May", "e"), header, row("b", "T", "May", ""))
    assert said(reading_of(tmp_path, body)) == [("Calm", ["a", "b"])]


@pytest.mark.parametrize("refs", [("1(a)", "1(b)"), ("TR/07/a", "TR/07/b"), ("UC-01", "UC-02")])
def test_refs_of_any_kind_are_no_aims(tmp_path: Path, refs: tuple[str, str]) -> None:
    header = row("Ref", "Action", "Lead", "By when")
    rows = (row(ref, text, "T", "May") for ref, text in zip(refs, "ab", strict=True))
    reading = reading_of(tmp_path, heading("Aim 1: A", 2) + table(header, *rows))
    assert said(reading) == [("A", [f"{refs[0]} a", f"{refs[1]} b"])]


def test_a_heading_may_have_its_explanation_below_it(tmp_path: Path) -> None:
    header = row(
        cell(
            "What do we have to do?", "Say it in one sentence: a step that can be seen to be done."
        ),
        *("Lead\nWho will do it?", "When\nby", "Lead\nTimescale", "What will success look like?\n"),
    )
    body = para("Aim 1: A") + table(header, row("a", "T", "May", "b", "c"))
    action = only_action(reading_of(tmp_path, body))
    assert (action.text, action.leads, action.timescale) == ("a", ("T",), "May")
    assert (action.success_criteria, action.own) == (("c",), (("Lead Timescale", "b"),))


def test_a_start_is_no_timescale_below_that_heading(tmp_path: Path) -> None:
    upper = row("Action", "Lead", spanning("Timescale", 2), "Update")
    lower = row("", "", "Start", "End", "")
    body = para("Aim 1: A") + table(upper, lower, row("a", "T", "May", "June", ""))
    action = only_action(reading_of(tmp_path, body))
    assert (action.timescale, action.own) == ("June", (("Start", "May"),))


def test_below_progress_a_status_and_dates_are_told_apart(tmp_path: Path) -> None:
    upper = row("Action", "Lead", "By when", spanning("Progress", 2))
    for lower, cells, notes in (
        (("Update", "RAG"), ("Begun.", "Green"), [("", "Green", "Begun.")]),
        (
            ("June 2026", "December 2026"),
            ("Begun.", "Done."),
            [("June 2026", "", "Begun."), ("December 2026", "", "Done.")],
        ),
        (("Q1", "Q2"), ("Begun.", "Done."), [("Q1", "", "Begun."), ("Q2", "", "Done.")]),
    ):
        rows = (upper, row("", "", "", *lower), row("a", "T", "May", *cells))
        action = only_action(reading_of(tmp_path, para("Aim 1: A") + table(*rows)))
        assert [(one.as_at, one.status, one.text) for one in action.progress] == notes


def test_the_officer_says_which_column_is_the_aim(tmp_path: Path) -> None:
    header = row("Undertaking", "Action", "Lead", "By when")
    body = table(header, lines("a", "b", before=("Be safe",)), lines("c", before=("Be warm",)))
    columns: dict[str, ColumnField | None] = {"Undertaking": "aim"}
    assert said(reading_of(tmp_path, body, columns)) == [
        ("Be safe", ["a", "b"]),
        ("Be warm", ["c"]),
    ]


def test_levels_above_the_aims_are_named(tmp_path: Path) -> None:
    body = table(
        HEADER,
        row(spanning("Theme: People", 3)),
        row(spanning("Priority 1.1: Lead", 3)),
        lines("a"),
    )
    (remark,) = reading_of(tmp_path, body).remarks
    assert (remark.kind, remark.place) == ("not understood", "Aim 1")
    assert "“Theme: People”" in remark.text


def test_bullets_below_bullets_of_a_list_are_items_of_it_and_it_is_said(tmp_path: Path) -> None:
    criteria = cell(listed("First", 7), listed("Under it", 7, 1), listed("Second", 7))
    header = row("Action", "Lead", "By when", "Success criteria")
    rows = (row("a", "T", "May", "x"), row("b", "T", "May", criteria))
    body = para("Aim 1: A") + table(header, *rows)
    reading = reading_of(tmp_path, body)
    assert reading.outline.aims[0].actions[1].success_criteria == ("First", "– Under it", "Second")
    (remark,) = reading.remarks
    assert (remark.place, "a dash stands before it" in remark.text) == ("1.2", True)


def test_a_table_with_a_header_of_its_own_does_not_go_on_with_the_plan(tmp_path: Path) -> None:
    costs = table(
        row("Item", "Year", "Cost", properties="<w:tblHeader/>"), row("Paint", "2027", "£5")
    )
    reading = reading_of(tmp_path, para("Aim 1: A") + table(HEADER, lines("a")) + para() + costs)
    assert said(reading) == [("A", ["a"])]


def test_a_letter_or_a_form_with_labels_is_no_plan(tmp_path: Path) -> None:
    for body in (
        para("1. Please reply. Lead: yes."),
        para("Dear All") + para("When: Monday") + para("Who: everyone"),
        table(
            *(row("Name of policy/activity", "Play"), row("Lead officer", "A. Lead")),
            *(row("Date", "May 2027"), row("Outcome", "Agreed")),
        ),
        table(row("Activity", "Play"), row("Owner", "A. Lead"), row("Purpose", "Fun")),
    ):
        with pytest.raises(NoPlanFoundError):
            reading_of(tmp_path, body)
