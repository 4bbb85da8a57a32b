"""Edits, undoes and redoes in a loop until it is killed, and says each revision once it is saved.

What the plan says follows from its revision alone, so that whoever kills it knows what to expect.
"""

from multiprocessing.connection import Connection
from pathlib import Path

from plan.changes.change import Change, applied
from plan.changes.undo import UndoState, undo_state
from plan.model.plan import Plan
from store.plan_file import PlanFile
from tests.store.plans import timescale

STEPS = 4
"""Two edits, one of them undone and brought back, and again from the start."""

BEGUN = -1
"""What is said before the plan is opened."""


def edit_until_killed(path: Path, saying: Connection) -> None:
    """Change the plan for ever, saying each revision once it is saved."""
    saying.send(BEGUN)
    file = PlanFile.open(path)
    plan, undo = file.plan, undo_state(file.history.read())
    while True:
        recorded = file.save(_next(plan, undo, file.revision + 1))
        saying.send(recorded.revision)
        plan, undo = applied(plan, recorded), undo.after(recorded)


def timescale_at(revision: int) -> str:
    """Return what the timescale of the first action is at a revision."""
    if revision == 1:
        return ""
    step = (revision - 2) % STEPS
    return str(revision - 2 if step >= STEPS // 2 else revision)


def edits_at(revision: int) -> int:
    """Return how many edits can be undone at a revision."""
    rounds, step = divmod(revision - 2, STEPS)
    return 0 if revision == 1 else 2 * rounds + (1, 2, 1, 2)[step]


def _next(plan: Plan, undo: UndoState, revision: int) -> Change:
    step = (revision - 2) % STEPS
    change = {2: undo.next_undo, 3: undo.next_redo}.get(step, timescale(plan, str(revision)))
    assert change is not None
    return change
