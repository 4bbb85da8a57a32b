"""Keep a promise that an edit takes out of a report which the committee has had.

While the paper is being written, a sentence that goes is no promise any more. Once the committee
has met, what it was promised stays promised, whatever becomes of the text.
"""

from datetime import date

from desk.today import today
from plan.changes.change import Change, applied, row_added
from plan.following.action_state import approved_on
from plan.following.commitments import found_in, is_same_promise
from plan.model.plan import Plan
from plan.reading.dates import read_date


def kept_today(plan: Plan, change: Change) -> Change:
    """Return a change that also keeps the promises which it takes out of a report today."""
    return with_promises_kept(plan, change, today())


def with_promises_kept(plan: Plan, change: Change, on: date) -> Change:
    """Return a change that also keeps, as rows, the promises that it takes out of the report."""
    if not _has_gone(plan, on):
        return change
    before = found_in(plan)
    if not before:
        return change
    after = applied(plan, change)
    still = found_in(after) if approved_on(after) == approved_on(plan) else ()
    lost = [
        row
        for row in before
        if row.id not in after.commitment_rows
        and not any(
            row.on_row == one.on_row and is_same_promise(row.text, one.text) for one in still
        )
    ]
    if not lost:
        return change
    return change.model_copy(update={"rows": (*change.rows, *map(row_added, lost))})


def _has_gone(plan: Plan, on: date) -> bool:
    """Return whether the committee has met, by the report's date or else that of its signature."""
    met, signed = approved_on(plan), read_date(plan.report.signed_on)
    gone = met or (signed.last if signed else None)
    return gone is not None and gone <= on
