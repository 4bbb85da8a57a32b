"""Sections that the council's format has not are kept in their places among those that it has."""

from plan.changes.change import applied
from plan.changes.edits import set_own_heading
from plan.council.format import format_named
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.model.plan import Plan
from plan.papers.blocks import Paragraph
from plan.papers.report import report_of
from plan.papers.report_sections import (
    OwnSection,
    own_id,
    own_sections,
    section_of,
    sections_of_plan,
)

DUNDEE = format_named("dundee-2016")
RISK = OwnSection("own-risk", "Risk", "main-text")
FIRST = OwnSection("own-abstract", "Abstract")


def plan_with(*own: OwnSection, passages: tuple[PassageOutline, ...] = ()) -> Plan:
    report = ReportOutline(own_sections=tuple(one.line for one in own), passages=passages)
    return built_plan(PlanOutline(report=report), DUNDEE.id)


def headings(plan: Plan) -> list[str]:
    blocks = report_of(plan, DUNDEE).blocks
    return [
        f"{block.label} {block.text}"
        for block in blocks
        if isinstance(block, Paragraph) and block.role == "section-heading"
    ]


def test_an_own_section_is_printed_below_the_one_it_follows_and_numbered_there() -> None:
    assert headings(plan_with(RISK, FIRST)) == [
        "1.0 Abstract",
        "2.0 Purpose of report",
        "3.0 Recommendations",
        "4.0 Financial implications",
        "5.0 Main text",
        "6.0 Risk",
        "7.0 Policy implications",
        "8.0 Consultations",
        "9.0 Background papers",
    ]


def test_a_section_below_one_that_the_format_has_not_comes_last() -> None:
    assert headings(plan_with(OwnSection("own-x", "X", "no-such")))[-1] == "8.0 X"


def test_a_line_is_read_as_it_was_written_and_any_other_as_a_heading() -> None:
    odd = OwnSection("own-a", "Costs [see below], after all", "policy")
    assert own_sections(plan_with(odd, FIRST).report) == (odd, FIRST)
    by_hand = ReportOutline(own_sections=("Legal advice",))
    assert own_sections(by_hand) == (OwnSection("own-legal-advice", "Legal advice"),)


def test_an_id_is_made_from_the_heading_and_is_no_other_ones() -> None:
    assert own_id("Legal & Risk", ()) == "own-legal-risk"
    assert own_id("Legal – Risk", ("own-legal-risk",)) == "own-legal-risk-2"
    assert own_id("…", ()) == "own-section"
    assert len(own_id("A heading of very many words " * 5, ())) <= 40


def test_its_paragraphs_are_numbered_by_its_place() -> None:
    plan = plan_with(RISK, passages=(PassageOutline("own-risk", "numbered", "It may."),))
    found = section_of(plan, DUNDEE.report, "own-risk")
    assert found is not None
    assert found.number == 2
    labels = [block.label for block in report_of(plan, DUNDEE).blocks if block.text == "It may."]  # type: ignore[union-attr]
    assert labels == ["2.1"]


def test_a_section_without_a_word_is_no_empty_heading_among_those_of_another_council() -> None:
    passages = (
        PassageOutline("purpose", "text", "To report."),
        PassageOutline("own-risk", "text", "It may rain."),
        PassageOutline("background", "text", "None."),
    )
    plan = plan_with(RISK._replace(after="purpose"), passages=passages)
    assert headings(plan) == ["1.0 Purpose of report", "2.0 Risk", "3.0 Background papers"]
    on_screen = sections_of_plan(plan, DUNDEE.report)
    assert [one.id for one in on_screen if not one.number] == [
        *("recommendations", "financial", "main-text", "policy", "consultations"),
    ]
    assert [one.title(DUNDEE.report) for one in on_screen][1:3] == ["2.0 Risk", "Recommendations"]


def test_a_report_without_sections_of_its_own_is_printed_with_all_of_the_formats() -> None:
    plan = plan_with(passages=(PassageOutline("purpose", "text", "To report."),))
    assert len(headings(plan)) == len(DUNDEE.report.sections)


def test_its_heading_can_be_changed() -> None:
    plan = plan_with(RISK, FIRST)
    after = applied(plan, set_own_heading(plan, "own-risk", " Risks ", DUNDEE.report))
    assert own_sections(after.report) == (RISK._replace(heading="Risks"), FIRST)


def test_without_its_heading_its_paragraphs_go_to_the_section_above() -> None:
    passages = (
        PassageOutline("main-text", "numbered", "First."),
        PassageOutline("own-risk", "numbered", "Second."),
        PassageOutline("own-risk", "text", "Third."),
    )
    plan = plan_with(RISK, passages=passages)
    after = applied(plan, set_own_heading(plan, "own-risk", "", DUNDEE.report))
    assert own_sections(after.report) == ()
    assert [one.text for one in after.passages_of("main-text")] == ["First.", "Second.", "Third."]


def test_the_first_of_all_gives_its_paragraphs_to_the_one_below() -> None:
    passages = (
        PassageOutline("own-abstract", "text", "First."),
        PassageOutline("purpose", "text", "Second."),
    )
    plan = plan_with(FIRST, passages=passages)
    after = applied(plan, set_own_heading(plan, "own-abstract", "", DUNDEE.report))
    assert [one.text for one in after.passages_of("purpose")] == ["First.", "Second."]
    assert [one.id for one in sections_of_plan(after, DUNDEE.report)] == [
        one.id for one in DUNDEE.report.sections
    ]
