"""A plan in a Word file is found by the words of its headers, and every cell lands in its field."""

from pathlib import Path

import pytest

from importers.errors import NoPlanFoundError, UnreadableError
from importers.word_plan import PlanReading, read_plan
from plan.format import DEFAULT_FORMAT, format_named
from plan.outline import ActionOutline, NoteOutline
from tests.importers.word_files import (
    BULLETS,
    cell,
    docx_of,
    listed,
    merged,
    para,
    row,
    spanning,
    table,
)
from tests.plan.councils import glenshire

FORM = format_named(DEFAULT_FORMAT)
HEADER = row(
    "",
    "Actions",
    "Care Inspectorate Report Page No.",
    "Quality Indicator(s)",
    "Lead(s)",
    "Timescale",
    "Success Criteria",
    "Progress",
)


def reading_of(folder: Path, *blocks: str) -> PlanReading:
    return read_plan(docx_of(folder, "".join(blocks), numbering=BULLETS), FORM)


def action_row(ref: str, text: str = "Publish a guide.", **cells: str) -> str:
    names = ("pages", "indicators", "leads", "timescale", "success_criteria", "progress")
    usual = {"leads": "Team", "timescale": "June 2017"}
    return row(ref, text, *((usual | cells).get(name, "") for name in names))


def only_action(reading: PlanReading) -> ActionOutline:
    ((action,),) = (aim.actions for aim in reading.outline.aims)
    return action


def texts(reading: PlanReading) -> list[list[str]]:
    return [[action.text for action in aim.actions] for aim in reading.outline.aims]


def test_every_cell_lands_in_its_field(tmp_path: Path) -> None:
    cells = {
        "pages": "Pages 9, 18",
        "indicators": cell("Impact on families", "Leadership"),
        "leads": cell("JMG/COG/CPC", "Team"),
        "success_criteria": cell(listed("Staff know.", 7), listed("Families know.", 7)),
        "progress": cell("26 September 2016 – on track", "Begun."),
    }
    reading = reading_of(tmp_path, para("An aim."), table(HEADER, action_row("1.1", **cells)))
    assert only_action(reading) == ActionOutline(
        text="Publish a guide.",
        pages="Pages 9, 18",
        indicators=("Impact on families", "Leadership"),
        leads=("JMG/COG/CPC", "Team"),
        timescale="June 2017",
        success_criteria=("Staff know.", "Families know."),
        bulleted=("success_criteria",),
        progress=(NoteOutline("26 September 2016", "on track", "Begun."),),
    )
    assert reading.remarks == ()


def test_the_text_of_an_action_keeps_bullets_numbers_and_marks_to_the_letter(
    tmp_path: Path,
) -> None:
    text = cell("Do 3*4 of:", listed("one", 7), listed("half", 7, 1), "• typed")
    reading = reading_of(tmp_path, table(HEADER, action_row("1.1", text)))
    assert only_action(reading).text == "Do 3\\*4 of:\n\n- one\n  - half\n- typed"


def test_lines_of_a_cell_are_items_and_slashes_never_split(tmp_path: Path) -> None:
    leads = cell("Group A/\u00a0B\nGroup  C", "", "D / E")
    reading = reading_of(tmp_path, table(HEADER, action_row("1.1", leads=leads)))
    assert only_action(reading).leads == ("Group A/ B", "Group C", "D / E")


@pytest.mark.parametrize(
    ("above", "aim"),
    [
        ("Improve it.", "Improve it."),
        ("Aim 1: Improve it.", "Improve it."),
        ("AIM 1 – Improve it.", "Improve it."),
        ("Priority 1. Improve it.", "Improve it."),
        ("1. Improve it.", "Improve it."),
        ("1.0 Improve it.", "1.0 Improve it."),
        ("2016 was a good year.", "2016 was a good year."),
        ("3 new teams by 2017.", "3 new teams by 2017."),
        ("Aim 1 of the last plan goes on.", "Aim 1 of the last plan goes on."),
        ("Aiming high.", "Aiming high."),
    ],
)
def test_a_number_before_an_aim_is_not_its_text(tmp_path: Path, above: str, aim: str) -> None:
    reading = reading_of(tmp_path, para(above), table(HEADER, action_row("1.1")))
    assert [one.text for one in reading.outline.aims] == [aim]


def test_an_aim_whose_number_stands_on_a_line_of_its_own(tmp_path: Path) -> None:
    blocks = (para("Aim 1"), para("Improve it."), table(HEADER, action_row("1.1")))
    assert [aim.text for aim in reading_of(tmp_path, *blocks).outline.aims] == ["Improve it."]


def test_a_table_without_a_paragraph_above_belongs_to_the_aim_before(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        para("First aim."),
        table(HEADER, action_row("1.1", "a")),
        para(),
        table(HEADER, action_row("1.2", "b")),
        para("Second aim."),
        table(HEADER, action_row("2.1", "c")),
        para("Second aim. (continued)"),
        table(HEADER, action_row("2.2", "d")),
    )
    assert [aim.text for aim in reading.outline.aims] == ["First aim.", "Second aim."]
    assert texts(reading) == [["a", "b"], ["c", "d"]]
    assert reading.remarks == ()


def test_aims_may_stand_in_the_table_in_rows_across_it(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        table(
            row(spanning("Aim 1: First.", 8)),
            HEADER,
            action_row("1.1", "a"),
            row(spanning("Aim 2: Second.", 8)),
            HEADER,
            action_row("2.1", "b"),
        ),
    )
    assert [aim.text for aim in reading.outline.aims] == ["First.", "Second."]
    assert texts(reading) == [["a"], ["b"]]


def test_a_row_cut_by_a_page_break_is_made_whole_and_remarked_on(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        table(
            HEADER,
            action_row(
                "1.1",
                cell("Focus on:", listed("one", 7)),
                indicators=cell("Impact", "Planning for individual"),
                success_criteria="All is well.",
            ),
            row("", cell(listed("two", 7)), "", "children", "", "", "so we hear", ""),
        ),
    )
    action = only_action(reading)
    assert action.text == "Focus on:\n\n- one\n- two"
    assert action.indicators == ("Impact", "Planning for individual children")
    assert action.success_criteria == ("All is well.", "so we hear")
    (remark,) = [remark for remark in reading.remarks if remark.kind == "note"]
    assert (remark.place, "continuation" in remark.text) == ("1.1", True)


def test_headers_repeated_within_a_table_and_blank_rows_are_no_actions(tmp_path: Path) -> None:
    rows = (HEADER, action_row("1.1"), HEADER, row(*[""] * 8), action_row("1.2"))
    assert texts(reading_of(tmp_path, para("Aim"), table(*rows))) == [["Publish a guide."] * 2]


def test_a_cell_merged_over_two_actions_is_read_for_both(tmp_path: Path) -> None:
    header = row("Ref", "Action", "Lead", "Timescale")
    rows = (
        row("1.1", "a", merged("Team", start=True), "May 2017"),
        row("1.2", "b", merged(), "June 2017"),
    )
    reading = reading_of(tmp_path, para("Aim"), table(header, *rows))
    assert [action.leads for action in reading.outline.aims[0].actions] == [("Team",), ("Team",)]
    assert [remark.place for remark in reading.remarks if remark.kind == "note"] == ["1.2", ""]


def test_an_action_merged_over_two_rows_is_one(tmp_path: Path) -> None:
    header = row("Ref", "Action", "Lead", "Success Criteria")
    rows = (
        row(merged("1.1", start=True), merged("a", start=True), "Team", "One."),
        row(merged(), merged(), "", "Two."),
    )
    reading = reading_of(tmp_path, para("Aim"), table(header, *rows))
    assert only_action(reading).success_criteria == ("One.", "Two.")


def test_a_header_may_span_the_ref_and_the_action(tmp_path: Path) -> None:
    header = row(spanning("Action", 2), "Lead Officer", "Target Date")
    reading = reading_of(tmp_path, para("Aim"), table(header, row("1.1", "a", "Team", "May 2017")))
    assert (only_action(reading).text, only_action(reading).leads) == ("a", ("Team",))


def test_other_words_in_another_order_are_understood(tmp_path: Path) -> None:
    header = row("BY WHEN?", "Action(s) Required", "Measures of Success", "Responsible", "Update")
    line = row("May 2017", "a", "Known.", "Team", "May 2017: Begun.")
    action = only_action(reading_of(tmp_path, para("Aim"), table(header, line)))
    assert action == ActionOutline(
        text="a",
        leads=("Team",),
        timescale="May 2017",
        success_criteria=("Known.",),
        progress=(NoteOutline("May 2017", "", "Begun."),),
    )


def test_the_pages_of_another_inspecting_body_are_pages(tmp_path: Path) -> None:
    header = row("Actions", "Inspection Report Page", "Lead", "Timescale")
    reading = reading_of(tmp_path, para("Aim"), table(header, row("a", "p. 4", "Team", "May 2017")))
    assert only_action(reading).pages == "p. 4"


def test_a_column_that_is_not_understood_is_named_with_its_cells(tmp_path: Path) -> None:
    header = row("Actions", "Budget", "Lead", "Timescale")
    rows = (row("a", "£5", "Team", "May 2017"), row("b", "", "Team", "May 2017"))
    reading = reading_of(tmp_path, para("Aim"), table(header, *rows))
    (remark,) = reading.remarks
    assert remark.kind == "not understood"
    assert remark.text == "The column “Budget” was not understood: 1 cell not read."


def test_a_header_of_two_rows_is_no_action(tmp_path: Path) -> None:
    down = [merged(text, start=True) for text in ("Ref", "Action", "Lead", "Timescale")]
    upper = row(*down, spanning("Progress", 2))
    lower = row(*[merged()] * 4, "Red", "Note")
    line = row("1.1", "a", "Team", "May 2017", "R", "Late.")
    action = only_action(reading_of(tmp_path, para("Aim"), table(upper, lower, line)))
    assert (action.text, action.progress) == ("a", (NoteOutline(text="R\n\nLate."),))


def test_the_same_remark_on_many_actions_is_one_that_names_them(tmp_path: Path) -> None:
    header = row("Ref", "Action", "Lead", "Timescale", "Budget")
    rows = (row(f"1.{n}", "a", "", "May 2017", "£1") for n in range(1, 10))
    remarks = reading_of(tmp_path, para("Aim"), table(header, *rows)).remarks
    assert [(remark.place, remark.text) for remark in remarks] == [
        ("1.1, 1.2, 1.3, 1.4, 1.5, 1.6 and 3 others", "No lead is named."),
        ("", "The column “Budget” was not understood: 9 cells not read."),
    ]


def test_refs_that_word_numbers_are_refs(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="1.%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    numbered = cell(listed("", 1))
    body = para("Aim") + table(HEADER, action_row(numbered, "a"), action_row(numbered, "b"))
    reading = read_plan(docx_of(tmp_path, body, numbering=numbering), FORM)
    assert texts(reading) == [["a", "b"]]
    assert reading.remarks == ()


def test_several_progress_notes_begin_with_their_dates(tmp_path: Path) -> None:
    progress = cell("June 2016", "Begun.", "26 September 2016 – on track", "Going.", "Still.")
    reading = reading_of(tmp_path, table(HEADER, action_row("1.1", progress=progress)))
    assert only_action(reading).progress == (
        NoteOutline("June 2016", "", "Begun."),
        NoteOutline("26 September 2016", "on track", "Going.\n\nStill."),
    )


def test_the_cover_is_what_stands_between_the_appendix_and_the_first_aim(tmp_path: Path) -> None:
    lines = ("1.0 PURPOSE", "Words.", "Appendix 1", "Joint Inspection", "Plan", "June 2016", "Aim")
    outline = reading_of(tmp_path, *map(para, lines), table(HEADER, action_row("1.1"))).outline
    assert (outline.title, outline.subtitle, outline.date) == (
        "Joint Inspection",
        "Plan",
        "June 2016",
    )


def test_a_paper_that_is_only_a_plan_has_its_cover_at_its_top(tmp_path: Path) -> None:
    lines = ("Our Plan", "May 2019", "Aim 1: Better.")
    outline = reading_of(tmp_path, *map(para, lines), table(HEADER, action_row("1.1"))).outline
    assert (outline.title, outline.subtitle, outline.date) == ("Our Plan", "", "May 2019")


def test_the_format_of_another_council_is_read_in_its_own_words(tmp_path: Path) -> None:
    header = row("By when", "No.", "What we will do", "Who", "So far")
    body = "".join(map(para, ("The Plan", "Partners", "Annex A", "Priority 1: Better.")))
    body += table(header, row("May 2017", "1.1", "a", "Team", "Begun."))
    reading = read_plan(docx_of(tmp_path, body), glenshire())
    outline = reading.outline
    assert (outline.title, outline.partnership) == ("The Plan", "Partners")
    assert [aim.text for aim in outline.aims] == ["Better."]
    assert only_action(reading).progress == (NoteOutline(text="Begun."),)
    assert reading.remarks == ()


def test_what_else_is_in_the_paper_is_summed_up_in_few_remarks(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        *(para(f"Paragraph {number}") for number in range(30)),
        para("1.0 PURPOSE OF REPORT"),
        para("Appendix 1"),
        para("Aim"),
        table(HEADER, action_row("1.1")),
        para("A line between."),
        table(row("Red", "late")),
        para("Second aim"),
        table(HEADER, action_row("2.1")),
        para("Afterwards"),
        table(row("x", "y")),
    )
    assert [(remark.kind, remark.place, remark.text) for remark in reading.remarks] == [
        (
            "not understood",
            "Before the plan",
            "31 paragraphs were not read: “PURPOSE OF REPORT”.",
        ),
        (
            "not understood",
            "Between the plan's tables",
            "1 paragraph and 1 table were not read: “A line between.”.",
        ),
        (
            "not understood",
            "After the plan",
            "1 paragraph and 1 table were not read: “Afterwards”.",
        ),
    ]


def test_a_word_file_without_a_plan_says_what_a_plan_needs(tmp_path: Path) -> None:
    for body in (para("Minutes."), table(row("Actions", "Lead"), row("a", "b")), table(HEADER)):
        with pytest.raises(NoPlanFoundError, match=r"Paper\.docx .* nothing was read"):
            reading_of(tmp_path, body)


def test_a_text_longer_than_a_plan_can_hold_is_refused_and_not_cut(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="longer than a plan can hold"):
        reading_of(tmp_path, table(HEADER, action_row("1.1", leads="x" * 10_001)))
