"""The appendix: every word of the plan, under the council's own labels."""

from dataclasses import replace

from hypothesis import given

from plan.council.format import format_named, screen_columns
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    PlanOutline,
    built_plan,
    outline_of,
)
from plan.model.plan import Plan
from plan.papers.appendix import appendix_of, field_blocks
from plan.papers.blocks import NO_ACTION, Paragraph, Table, Text, paragraphs_of
from plan.papers.markdown import blocks_of
from plan.reading.progress import note_heading
from tests.plan.councils import glenshire
from tests.plan.strategies import plan_from, plans

DUNDEE = format_named("dundee-2016")


def sample() -> Plan:
    notes = (
        NoteOutline("26 September 2016", "On track", "Begun.\n\n- one"),
        NoteOutline("", "", "x"),
    )
    action = ActionOutline(
        text="Do **this**:\n\n- now",
        pages="Pages 9,\n18",
        indicators=("Impact on families",),
        leads=("Team", "Board"),
        timescale="May 2017",
        success_criteria=("Done.", "Checked."),
        bulleted=("success_criteria",),
        progress=notes,
    )
    return plan_from(
        PlanOutline(
            title="Joint Inspection",
            subtitle="Improvement Plan",
            date="June 2016",
            partnership="Partnership",
            aims=(
                AimOutline("First {aim}.", (action, ActionOutline("Second"))),
                AimOutline("Bare."),
            ),
        )
    )


def tables_of(plan: Plan) -> list[Table]:
    return [block for block in appendix_of(plan, DUNDEE).blocks if isinstance(block, Table)]


def test_the_cover_prints_its_lines_in_the_order_of_the_format() -> None:
    first_four = appendix_of(sample(), DUNDEE).blocks[:4]
    assert [block.text for block in first_four if isinstance(block, Paragraph)] == [
        "Appendix 1",
        "Joint Inspection",
        "Improvement Plan",
        "June 2016",
    ]


def test_each_aim_is_a_heading_followed_by_one_table_with_a_header_row() -> None:
    blocks = appendix_of(sample(), DUNDEE).blocks[4:]
    heading, table, bare_heading, bare_table = blocks
    assert isinstance(heading, Paragraph)
    assert isinstance(table, Table)
    assert (heading.text, heading.role) == ("First {aim}.", "heading-2")
    assert [cell.text for cell in table.rows[0].cells] == [
        column.heading for column in DUNDEE.plan.columns
    ]
    assert [row.is_header for row in table.rows] == [True, False, False]
    assert isinstance(bare_heading, Paragraph)
    assert isinstance(bare_table, Table)
    assert [row.is_header for row in bare_table.rows] == [True, False]
    assert [cell.text for cell in bare_table.rows[1].cells[:3]] == ["", NO_ACTION, ""]


def test_an_action_is_a_row_with_all_that_the_plan_says_of_it() -> None:
    row = tables_of(sample())[0].rows[1]
    assert [cell.text for cell in row.cells] == [
        "1.1",
        "Do this:\nnow",
        "Pages 9,\n18",
        "Impact on families",
        "Team\nBoard",
        "May 2017",
        "Done.\nChecked.",
        "26 September 2016 – On track\nBegun.\none\nx",
    ]


def test_emphasis_and_bullets_are_kept() -> None:
    plan = sample()
    action = plan.actions[0]
    text = field_blocks(plan, action, "text")
    assert text[0].inlines == (Text("Do "), Text("this", bold=True), Text(":"))
    assert [block.bullet for block in text] == [None, 0]
    assert [block.bullet for block in field_blocks(plan, action, "success_criteria")] == [0, 0]
    assert [block.bullet for block in field_blocks(plan, action, "leads")] == [None, None]
    progress = field_blocks(plan, action, "progress")
    assert [block.role for block in progress][:2] == ["progress-date", "plan-cell"]


def test_the_column_of_refs_prints_own_refs_where_the_council_says_so() -> None:
    action = ActionOutline("Audit.", own_ref="CP-1")
    plan = built_plan(PlanOutline(aims=(AimOutline("A", (action, action)),)), "glenshire-2020")
    for council, refs in ((glenshire(), ["CP-1", "CP-1"]), (DUNDEE, ["1.1", "1.2"])):
        place = [column.field for column in council.plan.columns].index("ref")
        (table,) = (one for one in appendix_of(plan, council).blocks if isinstance(one, Table))
        assert [row.cells[place].text for row in table.rows[1:]] == refs


def test_a_field_without_content_prints_nothing() -> None:
    plan = sample()
    second = plan.actions[1]
    for column in screen_columns(DUNDEE):
        blocks = field_blocks(plan, second, column.field)
        assert bool(blocks) == (column.field == "text")


def test_another_council_prints_its_own_columns_and_numbers() -> None:
    document = appendix_of(sample(), glenshire())
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert texts == [
        "Joint Inspection",
        "Partnership",
        "Annex 1",
        "Priority 1: First {aim}.",
        "Priority 2: Bare.",
    ]
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [cell.text for cell in table.rows[0].cells] == [
        "By when",
        "No.",
        "What we will do",
        "Who",
        "So far",
    ]
    assert table.rows[1].cells[1].text == "1.1"
    assert table.title == "Priority 1"
    assert table.description == "Priority 1 by By when, No., What we will do, Who, So far."
    assert document.sections[0].footer == "Glenshire, page {page} of {pages}"


def test_the_introduction_stands_below_the_cover_and_above_the_first_aim() -> None:
    outline = replace(outline_of(sample()), introduction="It answers **this**:\n\n- one")
    for council in (DUNDEE, glenshire()):
        document = appendix_of(plan_from(outline), council)
        bare = appendix_of(sample(), council).blocks
        first = next(
            n for n, one in enumerate(document.blocks) if getattr(one, "role", "") == "heading-2"
        )
        said = document.blocks[first - 2 : first]
        assert [(one.text, one.role, one.bullet) for one in paragraphs_of(said)] == [
            ("It answers this:", "body", None),
            ("one", "body", 0),
        ]
        assert (*document.blocks[: first - 2], *document.blocks[first:]) == bare


def test_a_plan_without_a_title_still_has_a_document_title() -> None:
    assert appendix_of(plan_from(PlanOutline()), DUNDEE).title == "Appendix 1"


@given(plans)
def test_every_word_of_the_plan_is_printed_once_and_in_order(plan: Plan) -> None:
    printed = [paragraph.text for paragraph in paragraphs_of(appendix_of(plan, DUNDEE).blocks)]
    wanted = [block.text for block in blocks_of(plan.cover.introduction)]
    for number, aim in enumerate(plan.aims, 1):
        wanted.append(aim.text.strip() or f"Aim {number}")
        actions = plan.actions_of(aim.id)
        wanted += [column.heading for column in DUNDEE.plan.columns]
        wanted += [] if actions else [NO_ACTION]
        for action in actions:
            wanted.append(plan.ref_of(action.id))
            wanted += [block.text for block in blocks_of(action.text)]
            wanted += [line for line in action.pages.split("\n") if line]
            wanted += [*action.indicators, *action.leads]
            wanted += [line for line in action.timescale.split("\n") if line]
            wanted += action.success_criteria
            for note in plan.notes_of(action.id):
                wanted += filter(None, [note_heading(note.as_at, note.status)])
                wanted += [block.text for block in blocks_of(note.text)]
    cover = [plan.cover.title, plan.cover.subtitle, plan.cover.date]
    assert printed == ["Appendix 1", *filter(None, cover), *wanted]


@given(plans)
def test_every_row_of_a_table_has_a_cell_for_every_column(plan: Plan) -> None:
    for table in tables_of(plan):
        assert {len(row.cells) for row in table.rows} == {len(DUNDEE.plan.columns)}
        assert len(table.widths) == len(DUNDEE.plan.columns)
        assert table.title
        assert table.description
