"""The check of fields that were written differently on several laptops."""

from collections.abc import Iterator

from plan.checks.check import Check, Found, check
from plan.checks.paper import Paper
from plan.model.conflicts import in_json, open_conflicts
from plan.papers.places import conflict_place
from plan.text.line_breaks import counted


@check(
    "P40",
    "STOP",
    "A field that was written differently on two laptops has one wording.",
    "The plans that were brought together",
)
def _has_one_wording(paper: Paper) -> Iterator[Found]:
    for number, one in enumerate(open_conflicts(paper.plan), 1):
        place = conflict_place(number, one.table, one.row, one.field)
        others = counted(len(one.others), "other wording")
        waits = "waits" if len(one.others) == 1 else "wait"
        text = f"This was written differently on several laptops: {others} {waits} to be settled."
        yield Found(place, text, (in_json([one.shown, *one.others]),), final=True)


CONFLICT_CHECKS: tuple[Check, ...] = (_has_one_wording,)
