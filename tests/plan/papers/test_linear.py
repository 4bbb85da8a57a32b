"""A paper in plain lines: every word of it, as it is printed, in an order that can be read out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.council.format import form_named, format_named
from plan.model.documents import DocumentKind
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AppendixOutline,
    PlanOutline,
)
from plan.model.plan import Plan
from plan.papers.blocks import Cell, Document, Paragraph, Row, Section, Table, Text, TickBox, plain
from plan.papers.documents import papers
from plan.papers.linear import NARROWEST, lines_of
from plan.papers.linear_paragraphs import Line
from plan.papers.pack import pack_of
from plan.text.line_breaks import cells
from tests.plan.councils import glenshire, glenshire_form
from tests.plan.judged_papers import appendices_plan, assessment_plan, report_plan
from tests.plan.strategies import plan_from, plans

DUNDEE = format_named("dundee-2016")


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def shown(plan: Plan, kind: DocumentKind, width: int = 78) -> list[str]:
    paper = papers(plan, DUNDEE, form_named, kind)[0]
    return texts(lines_of(paper.document, width))


def table(*rows: tuple[str, ...]) -> Table:
    made = [Row(tuple(Cell((plain(text),)) for text in row)) for row in rows]
    return Table((Row(made[0].cells, is_header=True), *made[1:]))


def lines_of_blocks(*blocks: Paragraph | Table, width: int = 60) -> tuple[Line, ...]:
    return lines_of(Document("", (Section(blocks),)), width)


REPORT = report_plan(
    ("purpose", "text", "To tell *committee*."),
    ("recommendations", "recommendation", "approve"),
    ("recommendations", "recommendation", "note"),
    ("main-text", "heading", "Background"),
    ("main-text", "numbered", "The inspection " + "took its time. " * 8),
    committee="Policy Committee",
    meeting_date="26 September 2016",
    title="Improvement " + "plan " * 20,
    number="299-2016",
    signatory="A. Person",
    signatory_post="Director",
)


def test_a_report_has_its_numbers_its_capitals_and_its_joiners() -> None:
    lines = shown(REPORT, "report")
    assert "REPORT TO:  POLICY COMMITTEE – 26 SEPTEMBER 2016" in lines
    assert "1.0   PURPOSE OF REPORT" in lines
    assert "To tell committee." in lines
    assert lines[lines.index("• approve; and") + 1] == "• note."
    assert lines[-2:] == ["A. Person", "Director"]


def test_what_stands_behind_a_label_or_a_number_stays_behind_it_on_every_line() -> None:
    lines = shown(REPORT, "report")
    title = lines.index(next(line for line in lines if line.startswith("REPORT ON:")))
    assert lines[title + 1].startswith("            PLAN")
    numbered = lines.index(next(line for line in lines if line.startswith("4.1   The")))
    assert lines[numbered + 1].startswith("      t")


def test_bold_and_italic_are_told_where_they_are() -> None:
    paper = papers(REPORT, DUNDEE, form_named, "report")[0]
    line = next(one for one in lines_of(paper.document, 78) if "committee." in one.text)
    (span,) = line.spans
    assert line.text[span.start : span.end] == "committee"
    assert (span.bold, span.italic) == (False, True)


@pytest.mark.parametrize("width", [40, 78, 160])
def test_an_emphasis_goes_on_over_a_break(width: int) -> None:
    words = Text("bold words that go on and on " * 4, bold=True)
    lines = lines_of_blocks(Paragraph((Text("plain "), words)), width=width)
    said = "".join(line.text[s.start : s.end] for line in lines for s in line.spans)
    assert said.replace(" ", "") == words.text.replace(" ", "")


def test_an_action_is_told_heading_by_heading() -> None:
    action = ActionOutline(
        "Publish.",
        leads=("Team", "Board"),
        success_criteria=("Done.",),
        bulleted=("success_criteria",),
    )
    lines = shown(plan_from(PlanOutline("Plan", aims=(AimOutline("Help.", (action,)),))), "plan")
    assert lines == [
        "Appendix 1",
        "Plan",
        "",
        "Help.",
        "",
        "Ref: 1.1",
        "Actions: Publish.",
        "Care Inspectorate Report Page No.: (blank)",
        "Quality Indicator(s): (blank)",
        "Lead(s):",
        "  Team",
        "  Board",
        "Timescale: (blank)",
        "Success Criteria:",
        "  • Done.",
        "Progress: (blank)",
    ]


def test_an_assessment_says_what_is_ticked_in_words() -> None:
    lines = shown(
        assessment_plan(
            AnswerOutline("rapid", ticks=("yes",)),
            AnswerOutline("new-or-existing", ticks=("new",)),
            AnswerOutline("characteristics.gender", ticks=("positively",)),
            AnswerOutline("characteristics.other", "Carers", ("not-known",)),
            AnswerOutline("document-type", ticks=("general-policy",)),
            AnswerOutline("contacts.manager.name", "B. Person"),
        ),
        "assessment",
        200,
    )
    rapid = lines.index("Is this a Rapid Equality Impact Assessment (RIAT)?")
    assert lines[rapid + 1].split() == ["Yes", "[x]", "No", "[", "]"]
    (new,) = [line for line in lines if "This is a new policy" in line]
    assert new.split()[:4] == ["1.", "This", "is", "a"]
    assert new.endswith("[x]")
    assert "Gender: Positively" in lines
    assert "Age: no mark" in lines
    assert lines[lines.index("Other (please state): Not Known") + 1] == "  Carers"
    assert "[x] General Policy" in lines
    assert "[ ] Strategy/Service" in lines
    assert lines[lines.index("Name:") + 1] == "  Manager Responsible: B. Person"


def test_a_pack_says_where_another_paper_begins() -> None:
    plan = appendices_plan(AppendixOutline("plan"), AppendixOutline("text", "Words", "Terms."))
    lines = lines_of(pack_of(plan, DUNDEE, form_named), 78)
    breaks = [line.text for line in lines if line.kind == "break"]
    assert breaks == ["—— Appendix 1 ——", "—— Appendix 2 ——"]
    assert lines[-1].text == "Terms."


def test_another_council_is_read_out_in_its_own_words() -> None:
    plan = assessment_plan(form="glenshire-iia-2020")
    lines = lines_of(pack_of(plan, glenshire(), glenshire_form), 78)
    said = "\n".join(texts(lines))
    assert all(section.heading in said for section in glenshire().report.sections)
    assert all(part.heading in said for part in glenshire_form().parts)


def test_a_table_without_a_header_or_with_a_merged_cell_is_read_out_all_the_same() -> None:
    bare = Table((Row((Cell((plain("a"),)), Cell((plain("b"),)))),))
    wide = Table(
        (
            Row((Cell((plain("One"),)), Cell((plain("Both"),), span=2)), is_header=True),
            Row((Cell((plain("1"),)), Cell(merged_up=True), Cell((plain("x"),)))),
        )
    )
    assert texts(lines_of_blocks(bare, wide)) == ["a", "b", "", "One: 1", "Both: x"]


def test_a_table_within_a_table_is_told_within_it() -> None:
    outer = Table(
        (
            Row((Cell((plain("Ref"),)), Cell((plain("Details"),))), is_header=True),
            Row((Cell((plain("1"),)), Cell((plain("See:"), table(("Who",), ("Team",)))))),
        )
    )
    assert texts(lines_of_blocks(outer)) == ["Ref: 1", "Details:", "  See:", "  Who: Team"]


def test_a_heading_that_is_too_long_stands_above_its_text() -> None:
    heading = "A heading that a council has made far too long " * 2
    lines = texts(lines_of_blocks(table((heading,), ("text",)), width=60))
    assert lines[-1] == "  text"
    assert " ".join(lines[:-1]).split() == f"{heading.strip()}:".split()


def test_a_box_in_a_sentence_reads_as_a_box() -> None:
    paragraph = Paragraph((Text("Agreed "), TickBox("Agreed", ticked=False)))
    assert texts(lines_of_blocks(paragraph)) == ["Agreed [ ]"]


@given(plans, st.integers(NARROWEST, 120))
def test_every_word_of_any_plan_is_there_and_no_line_is_too_wide(plan: Plan, width: int) -> None:
    paper = papers(plan, DUNDEE, form_named, "plan")[0]
    lines = lines_of(paper.document, width)
    said = "".join("".join(texts(lines)).split())
    for action in plan.actions:
        for text in (*action.leads, *action.indicators, *action.success_criteria):
            assert "".join(text.split()) in said
    assert all(cells(line.text) <= width for line in lines)
