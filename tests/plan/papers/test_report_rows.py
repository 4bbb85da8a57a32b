"""What stands in a declared table is shown row by row, and added up whenever it is asked for."""

from dataclasses import replace

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.model.merged_fields import merged_fields
from plan.model.outline import PlanOutline, built_plan
from plan.model.plan import Plan
from plan.model.rows import fixed_row_id
from plan.papers.report_rows import rows_in, totals_of, wrong_totals
from tests.plan.laid_out_council import REPORT, with_tables

REPORT_FORMAT = with_tables().report
COSTS = next(one for one in REPORT_FORMAT.tables if one.id == "costs")
SCREEN = next(one for one in REPORT_FORMAT.tables if one.id == "screen")
PLAN = built_plan(PlanOutline(report=REPORT), "test")


def with_cell(plan: Plan, row_id: str, typed: str) -> Change:
    row = fixed_row_id("costs", row_id)
    return edits.set_row_cell(plan, COSTS, row, row_id, "cost", typed)


def total(plan: Plan) -> str:
    totals = totals_of(plan, COSTS)
    assert totals is not None
    return totals.cells["cost"]


def test_a_total_is_worked_out_anew_and_what_somebody_wrote_is_kept_and_compared() -> None:
    assert total(PLAN) == "£14,500.50"
    written = applied(PLAN, with_cell(PLAN, "total", "£14,000"))
    assert total(written) == "£14,000"
    assert [(text, said) for _, text, said in wrong_totals(written, COSTS)] == [
        ("£14,000", "£14,500.50")
    ]
    emptied = applied(written, with_cell(written, "total", ""))
    assert (total(emptied), list(wrong_totals(emptied, COSTS))) == ("£14,500.50", [])
    assert emptied.passages_of("costs") == PLAN.passages_of("costs")


def test_what_is_no_amount_leaves_the_total_blank() -> None:
    first = PLAN.passages_of("costs")[0].id
    change = edits.set_row_cell(PLAN, COSTS, first, "", "cost", "to be confirmed")
    assert total(applied(PLAN, change)) == ""


def test_fixed_rows_come_as_the_format_has_them_and_others_last() -> None:
    renamed = (
        replace(one, row_id="gaelic") if one.row_id == "rural" else one for one in REPORT.passages
    )
    report = replace(REPORT, passages=tuple(renamed))
    rows = rows_in(built_plan(PlanOutline(report=report), "test"), SCREEN)
    assert [(row.label, row.is_known) for row in rows] == [
        *(("Equality", True), ("Rural and islands", True)),
        ("gaelic", False),
    ]


def test_a_fixed_row_that_two_officers_begin_is_one_and_its_cells_are_merged() -> None:
    def begun(column: str, typed: str) -> dict[str, object]:
        row = fixed_row_id("screen", "equality")
        empty = built_plan(PlanOutline(), "test")
        change = edits.set_row_cell(empty, SCREEN, row, "equality", column, typed)
        (after,) = (one.after for one in change.rows if one.table == "passages")
        assert after is not None
        return after

    ours, theirs = begun("relevant", "yes"), begun("why", "Many are affected.")
    assert ours["id"] == theirs["id"]
    merged, differences = merged_fields("passages", None, ours, theirs)
    assert differences == []
    assert dict(merged["cells"]) == {"relevant": "Yes", "why": "Many are affected."}
