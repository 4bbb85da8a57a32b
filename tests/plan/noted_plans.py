"""Plans with progress notes, and actions without one."""

from dataclasses import replace

from plan.model.outline import AimOutline, NoteOutline
from plan.model.plan import Plan
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.strategies import plan_from

NOTES = (
    NoteOutline("1 June 2016", "Not started", "First."),
    NoteOutline("26 September 2016", "On track", "Second."),
    NoteOutline("March 2017", "on track", "Third."),
)


def noted(*notes: NoteOutline) -> Plan:
    """Return a plan of three actions: with these notes, with the first two, with none."""
    actions = (
        replace(FIRST, progress=notes),
        replace(FIRST, progress=notes[:2]),
        FIRST,
    )
    return plan_from(replace(OUTLINE, aims=(AimOutline("An aim.", actions),)))
