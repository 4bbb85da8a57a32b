"""What the report view shows: its outline, its passages, what is offered and what is checked."""

from dataclasses import replace

from desk.report_contents import (
    HEADER,
    OFFERED,
    edited_report,
    new_passage,
    part_contents,
    part_of_section,
    parts_of,
)
from plan.changes.change import applied
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import PassageOutline, PlanOutline, ReportOutline, built_plan
from plan.model.plan import Plan
from plan.papers.passage_tables import rows_of
from tests.tui.papers import REPORT, WITH_PAPERS
from tests.tui.window import (
    SMALL,
)
from tui.views.moving import AppendixMove, PassageMove
from tui.views.report.outline import guide_lines, outline_rows

FORM = format_named(DEFAULT_FORMAT).report
PLAN = built_plan(WITH_PAPERS, DEFAULT_FORMAT)
EMPTY = built_plan(SMALL, DEFAULT_FORMAT)
MAIN = part_of_section("main-text")


def texts(plan: Plan, section: str) -> list[str]:
    return [passage.text for passage in plan.passages_of(section)]


def test_the_outline_lists_every_part_with_how_much_it_holds() -> None:
    rows = {row.line: row.below.strip() for row in outline_rows(PLAN, FORM)}
    assert list(rows) == [
        "Header",
        *(f"{number}.0 {one.heading}" for number, one in enumerate(FORM.sections, 1)),
        "Signature",
        "Appendices",
    ]
    assert rows["Header"] == "6 of 6 filled in"
    assert rows["1.0 Purpose of report"] == "1 paragraph"
    assert rows["2.0 Recommendations"] == "2 recommendations"
    assert rows["3.0 Financial implications"] == "empty: {take} takes the wording offered"
    assert rows["4.0 Main text"] == "2 paragraphs"
    assert rows["Signature"] == "0 of 3 filled in: {edit} fills them in"
    assert rows["Appendices"] == "3 appendices"


def test_passages_carry_the_numbers_and_marks_of_the_paper() -> None:
    heading, first, second = part_contents(PLAN, MAIN, FORM)
    assert (heading.label, heading.shown) == ("Heading", "Background")
    assert (first.label, second.label) == ("4.1", "4.2")
    assert second.shown.endswith("• one plan\n• one place to find help")
    decisions = part_contents(PLAN, part_of_section("recommendations"), FORM)
    assert [field.shown for field in decisions] == [
        "approve the plan; and",
        "note the progress made.",
    ]


def test_references_are_checked_and_what_was_typed_is_kept() -> None:
    field = part_contents(PLAN, MAIN, FORM)[2]
    assert "“31 April 2016” is not a date" in field.remark
    assert "“166/2016” is not a report number" in field.remark
    assert "31 April 2016" in field.typed


def test_the_report_number_is_checked_as_typed() -> None:
    report = replace(REPORT, number="299/16")
    plan = built_plan(replace(SMALL, report=report), DEFAULT_FORMAT)
    number = next(f for f in part_contents(plan, HEADER, FORM) if f.key == "number")
    assert (number.typed, number.remark) == (
        "299/16",
        "“299/16” is not a report number of this council: one looks like 299-2016",
    )


def test_an_empty_section_offers_its_wordings_and_says_what_it_is_screened_for() -> None:
    policy = part_of_section("policy")
    offers = part_contents(EMPTY, policy, FORM)
    assert [field.key for field in offers] == [OFFERED, OFFERED]
    assert all("Enter or w takes this wording" in field.placeholder for field in offers)
    assert any("Anti-Poverty" in line for line in guide_lines(EMPTY, policy, FORM))


def test_text_of_a_section_that_the_format_does_not_have_is_not_hidden() -> None:
    report = ReportOutline(passages=(PassageOutline("annexe", "text", "Kept."),))
    plan = built_plan(PlanOutline(report=report), DEFAULT_FORMAT)
    part = part_of_section("annexe")
    assert parts_of(plan, FORM)[-1] == part
    assert [field.shown for field in part_contents(plan, part, FORM)] == ["Kept."]


def test_a_new_passage_that_says_nothing_is_no_change() -> None:
    assert edited_report(PLAN, new_passage(PLAN, "main-text", 0, FORM), " \n", FORM).is_empty


def test_a_passage_moves_through_its_section_and_into_the_next() -> None:
    passage = PLAN.passages_of("main-text")[0]
    move = PassageMove.of(PLAN, passage.id, FORM)
    assert (move.up().section, move.up().place) == ("financial", 0)
    down = move.down().down().down()
    assert (down.section, down.place) == ("policy", 0)
    first = PassageMove.of(PLAN, PLAN.passages_of("purpose")[0].id, FORM)
    assert first.up() == first
    appendix = AppendixMove.of(PLAN, PLAN.appendices[0].id)
    assert appendix.up() == appendix
    assert appendix.down().down().down().place == 2


RISK = "own-risk"
WITH_OWN = built_plan(
    PlanOutline(
        report=ReportOutline(
            own_sections=("Risk [own-risk, after purpose]",),
            passages=(
                PassageOutline(RISK, "numbered", "It may rain."),
                PassageOutline(RISK, "table", "| A | **B** |\n| --- | --- |\n| 1 | 2 |"),
            ),
        )
    ),
    "dundee-2016",
)


def test_a_section_of_the_reports_own_stands_in_its_place_with_its_heading() -> None:
    parts = parts_of(WITH_OWN, FORM)
    assert parts.index(part_of_section(RISK)) == parts.index(part_of_section("purpose")) + 1
    heading, numbered, table, *cells = part_contents(WITH_OWN, part_of_section(RISK), FORM)
    assert (heading.label, heading.shown) == ("Heading", "Risk")
    assert (numbered.label, numbered.shown) == ("2.1", "It may rain.")
    assert (table.label, table.shown, table.placeholder) == ("Table", "", "no caption yet")
    assert [(cell.key, cell.label, cell.shown) for cell in cells] == [
        ("cell.1.1", "Heading 1", "A"),
        ("cell.1.2", "Heading 2", "B"),
        ("cell.2.1", "1 A", "1"),
        ("cell.2.2", "1 B", "2"),
    ]


def test_its_heading_is_edited_like_any_field_and_ends_it_where_it_is_emptied() -> None:
    heading = part_contents(WITH_OWN, part_of_section(RISK), FORM)[0]
    renamed = applied(WITH_OWN, edited_report(WITH_OWN, heading, "Risks", FORM))
    assert part_contents(renamed, part_of_section(RISK), FORM)[0].shown == "Risks"
    ended = applied(WITH_OWN, edited_report(WITH_OWN, heading, "", FORM))
    assert part_of_section(RISK) not in parts_of(ended, FORM)
    assert [one.kind for one in ended.passages_of("purpose")] == ["text", "table"]


def test_a_cell_is_typed_as_it_is_kept_and_keeps_its_emphasis() -> None:
    fields = part_contents(WITH_OWN, part_of_section(RISK), FORM)[2:]
    assert all(edited_report(WITH_OWN, one, one.typed, FORM).is_empty for one in fields)
    after = applied(WITH_OWN, edited_report(WITH_OWN, fields[4], "*3* | 4\n\n- five", FORM))
    after = applied(after, edited_report(after, fields[0], "What it  costs", FORM))
    (_, table) = after.passages_of(RISK)
    assert rows_of(table.text)[1] == ("1", "*3* | 4\n\n- five")
    assert (table.caption, rows_of(table.text)[0]) == ("What it costs", ("A", "**B**"))
