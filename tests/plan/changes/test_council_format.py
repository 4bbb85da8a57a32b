"""A plan follows another format: what stands in own fields goes with it, and nothing is lost."""

from plan.changes.change import applied
from plan.changes.edits.council_format import follow_format
from plan.council.format import Format, parsed_format
from plan.model.outline import ActionOutline, AimOutline, PlanOutline, ReportOutline, built_plan
from plan.model.rows import Action
from tests.plan.councils import glenshire, glenshire_source

COLUMN = '[[plan.columns]]\nfield = "{id}"\nheading = "{heading}"\nwidth = 15\n\n'
FIELD = '[[plan.fields]]\nid = "{id}"\nkind = "{kind}"\nlabel = "{label}"\n\n'


def council(format_id: str, *fields: tuple[str, str, str, str]) -> Format:
    """Return a format with own fields: id, kind, label, and heading of the column, if any."""
    source = glenshire_source().replace('id = "glenshire-2020"', f'id = "{format_id}"')
    said = "".join(FIELD.format(id=one[0], kind=one[1], label=one[2]) for one in fields)
    said += "".join(COLUMN.format(id=one[0], heading=one[3]) for one in fields if one[3])
    return parsed_format(source.replace("[[plan.columns]]", f"{said}[[plan.columns]]", 1), "c.toml")


OLD = council(
    "old",
    ("rag", "line", "RAG", "Overall status"),
    ("risk", "line", "Risk", ""),
    ("cost", "money", "Cost", "Cost"),
)
NEW = council(
    "new",
    ("status", "line", "Status", "Overall Status"),
    ("the-risk", "line", "Risk", ""),
    ("cost", "money", "Price", "Price"),
    ("evidence", "text", "Evidence", "Evidence"),
)


def after(action: ActionOutline, before: Format | None = OLD, now: Format = NEW) -> Action:
    plan = built_plan(PlanOutline(aims=(AimOutline("First", (action,)),)), "old")
    changed = applied(plan, follow_format(plan, before, now))
    assert changed.cover.format == now.id
    return changed.actions[0]


def test_fields_go_by_their_ids_and_headings_and_headings_to_fields() -> None:
    own = (
        *(("rag", "Amber"), ("risk", "low"), ("cost", "£5"), ("Evidence", "Minutes")),
        ("Board", "May"),
    )
    assert after(ActionOutline("Do it.", own=own)).own == (
        *(("status", "Amber"), ("the-risk", "low"), ("cost", "£5"), ("evidence", "Minutes")),
        ("Board", "May"),
    )


def test_what_the_new_format_has_no_field_for_stays_below_its_heading_and_comes_back() -> None:
    own = (("rag", "Amber"), ("cost", "£5"))
    there = after(ActionOutline("Do it.", own=own), OLD, glenshire())
    assert there.own == (("Overall status", "Amber"), ("Cost", "£5"))
    back = after(ActionOutline("Do it.", own=there.own), glenshire(), OLD)
    assert back.own == own


def test_two_of_one_heading_are_both_kept() -> None:
    own = (("rag", "Amber"), ("Overall status", "Green"))
    assert after(ActionOutline("Do it.", own=own), OLD, glenshire()).own == (
        ("Overall status", "Amber"),
        ("Overall status (2)", "Green"),
    )


def test_a_heading_of_a_field_that_plandesk_has_fills_it_only_if_it_is_empty() -> None:
    own = (("By when", "May 2027"),)
    filled = after(ActionOutline("Do it.", own=own), None)
    assert (filled.timescale, filled.own) == ("May 2027", ())
    kept = after(ActionOutline("Do it.", timescale="June 2027", own=own), None)
    assert (kept.timescale, kept.own) == ("June 2027", own)


def test_the_report_goes_with_it_too() -> None:
    report = ReportOutline(title="A title", own=(("contact", "Policy Officer"),))
    plan = built_plan(PlanOutline(report=report), "old")
    changed = applied(plan, follow_format(plan, OLD, NEW))
    assert changed.report.own == (("contact", "Policy Officer"),)
