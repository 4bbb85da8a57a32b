"""Merging two states of a plan of 1,000 actions and comparing them, against writing it as JSON."""

import gc
import json

from benchmarks.ratios import Ratio, timed, turn_about
from plan.changes.change import applied, tables_of
from plan.changes.edits import set_action_field
from plan.changes.merging import merge
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import built_plan
from plan.model.plan import Plan
from plan.wording.compared import compared
from plan.wording.wording import Wording
from sample_data.sample import large_outline

AT_MOST = 8.0
ROUNDS = 9
_EDITED = 40


def merging() -> list[Ratio]:
    """Return the ratios of a merge of two laptops' edits, and of the comparison of two states."""
    gc.collect()
    council = format_named(DEFAULT_FORMAT)
    base = built_plan(large_outline(1_000), council.id)
    ours, theirs = _edited(base, 0, "May 2027"), _edited(base, 7, "June 2027")
    rows = [tables_of(plan) for plan in (base, ours, theirs)]
    wording = Wording(council)
    merged, once = turn_about(
        lambda: timed(lambda: merge(*rows)), lambda: timed(lambda: json.dumps(rows[0])), ROUNDS
    )
    told, again = turn_about(
        lambda: timed(lambda: compared(base, ours, wording)),
        lambda: timed(lambda: json.dumps(rows[0])),
        ROUNDS,
    )
    yardstick = "json.dumps of the rows"
    return [
        Ratio("Merge two laptops' edits of 1,000 actions", merged, yardstick, once, AT_MOST),
        Ratio("Compare two states of 1,000 actions", told, yardstick, again, AT_MOST),
    ]


def _edited(plan: Plan, first: int, timescale: str) -> Plan:
    for action in plan.actions[first :: len(plan.actions) // _EDITED]:
        change = set_action_field(plan, action.id, "timescale", timescale, name="timescale")
        plan = applied(plan, change)
    return plan
