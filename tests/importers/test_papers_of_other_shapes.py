"""A plan is found by the words of its headers, wherever its aims, columns and cover stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from importers.errors import NoPlanFoundError, UnreadableError
from importers.paper import read_paper
from plan.model.outline import ActionOutline, NoteOutline
from tests.importers.plan.layouts import heading
from tests.importers.plan_papers import (
    FORM,
    FORMS,
    HEADER,
    action_row,
    only_action,
    reading_of,
    texts,
)
from tests.importers.styled_papers import STYLES
from tests.importers.word_files import (
    cell,
    docx_of,
    listed,
    merged,
    para,
    raw,
    row,
    run,
    spanning,
    table,
)
from tests.plan.councils import glenshire, glenshire_form


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
    said = "The column “Budget” was not understood: 1 cell is kept as text below it."
    assert (remark.kind, remark.text) == ("note", said)
    assert [one.own for one in reading.outline.aims[0].actions] == [(("Budget", "£5"),), ()]


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
        ("", "The column “Budget” was not understood: 9 cells are kept as text below it."),
    ]


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


COVERS = {
    ("h1 Our Plan", "h1 For every carer"): ("Our Plan", "For every carer", ""),
    ("h1 Fearn Council", "h1 Carers Plan"): ("Carers Plan", "", ""),
    ("b Fearn Academy", "b Improvement Plan", "May 2027"): (
        *("Fearn Academy", "Improvement Plan"),
        "May 2027",
    ),
    ("b Our Plan", "b Second Year", "Session 2026/27"): (
        *("Our Plan", "Second Year"),
        "Session 2026/27",
    ),
    ("b Fearn Council Plan", "b Second Year"): ("Fearn Council Plan", "Second Year", ""),
    ("t Fearn Council", "b Carers Improvement Plan 2026–2028", "May 2027"): (
        *("Carers Improvement Plan 2026–2028", ""),
        "May 2027",
    ),
    ("t Fearn Council", "s Carers Improvement Plan 2026–2028"): (
        *("Fearn Council", "Carers Improvement Plan 2026–2028"),
        "",
    ),
}


@pytest.mark.parametrize("lines", COVERS)
def test_the_two_lines_of_a_title_are_title_and_subtitle(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    marks: dict[str, Callable[[str], str]] = {
        "h1": heading,
        "b": lambda text: raw(run(text, "<w:b/>")),
        "t": lambda text: para(text, '<w:pStyle w:val="cover-title"/>'),
        "s": lambda text: para(text, '<w:pStyle w:val="cover-subtitle"/>'),
    }
    blocks = [
        marks[mark](text) if mark in marks else para(line)
        for line in lines
        for mark, _, text in [line.partition(" ")]
    ]
    body = (*blocks, heading("Aim 1: Better", 2), table(HEADER, action_row("1.1")))
    path = docx_of(tmp_path, "".join(body), styles=STYLES)
    outline = read_paper(path, FORM, FORMS).outline
    assert (outline.title, outline.subtitle, outline.date) == COVERS[lines]
    assert [aim.text for aim in outline.aims] == ["Better"]


def test_a_heading_above_the_aims_that_comes_again_is_no_subtitle(tmp_path: Path) -> None:
    body = "".join(
        (
            *(heading("Our Plan"), heading("People"), heading("Aim 1: Better", 2)),
            *(table(HEADER, action_row("1.1")), heading("Place"), heading("Aim 2: Best", 2)),
            table(HEADER, action_row("2.1")),
        )
    )
    outline = read_paper(docx_of(tmp_path, body, styles=STYLES), FORM, FORMS).outline
    assert (outline.title, outline.subtitle) == ("Our Plan", "")


def test_the_format_of_another_council_is_read_in_its_own_words(tmp_path: Path) -> None:
    header = row("By when", "No.", "What we will do", "Who", "So far")
    body = "".join(map(para, ("The Plan", "Partners", "Annex 1", "Priority 1: Better.")))
    body += table(header, row("May 2017", "1.1", "a", "Team", "Begun."))
    reading = read_paper(docx_of(tmp_path, body), glenshire(), (glenshire_form(),))
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


def test_an_aim_may_be_a_heading_that_word_numbers(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = "".join(
        listed(aim, 1) + table(HEADER, action_row(f"{number}.1"))
        for number, aim in enumerate(("Better.", "Safer."), 1)
    )
    reading = read_paper(docx_of(tmp_path, body, numbering=numbering), FORM, FORMS)
    assert [aim.text for aim in reading.outline.aims] == ["Better.", "Safer."]
    assert reading.remarks == ()


def test_tracked_changes_are_read_as_accepted_and_said(tmp_path: Path) -> None:
    changed = (
        f"<w:p><w:del>{run('Old.')}</w:del><w:ins>{run('New')}</w:ins>"
        f"<w:sdt><w:sdtContent>{run(' text.')}</w:sdtContent></w:sdt></w:p>"
    )
    added = row("1.2", "b", "", "", "Team", "Now", "", "", properties="<w:ins/>")
    removed = row("1.3", "c", "", "", "Team", "Now", "", "", properties="<w:del/>")
    first = row("1.1", cell(changed), "", "", "Team", "Now", "", "")
    reading = reading_of(tmp_path, para("Aim"), table(HEADER, first, added, removed))
    assert texts(reading) == [["New text.", "b"]]
    (note,) = reading.remarks
    assert note.text.startswith("The paper has tracked changes")


def test_a_plan_in_a_table_that_only_lays_it_out_is_found(tmp_path: Path) -> None:
    inner = cell(para("Aim 1: Better."), table(HEADER, action_row("1.1", "a")))
    reading = reading_of(tmp_path, table(row(inner)))
    assert [aim.text for aim in reading.outline.aims] == ["Better."]
    assert texts(reading) == [["a"]]


def test_a_word_file_without_a_plan_says_what_a_plan_needs(tmp_path: Path) -> None:
    for body in (para("Minutes."), table(row("Actions", "Lead"), row("a", "b")), table(HEADER)):
        with pytest.raises(NoPlanFoundError, match=r"Paper\.docx .* nothing was read"):
            reading_of(tmp_path, body)


def test_a_text_longer_than_a_plan_can_hold_is_refused_and_not_cut(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="longer than a plan can hold"):
        reading_of(tmp_path, table(HEADER, action_row("1.1", leads="x" * 10_001)))
