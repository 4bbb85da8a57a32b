"""Earlier versions of the plan, worked out by taking back later changes."""

from collections.abc import Sequence

from pydantic import ValidationError

from plan.changes.change import (
    Change,
    ChangedSinceError,
    ConflictError,
    NoPlanError,
    taken_back,
)
from plan.model.plan import Plan


def plan_after(plan: Plan, changes: Sequence[Change], revision: int) -> Plan:
    """Return the plan as it was after `revision`.

    `changes` are those that led to `plan`, oldest first. Raises ConflictError if they do not lead
    there: one is missing, the plan did not exist yet, or a row is not as they left it.
    """
    later = [change for change in changes if change.revision > revision]
    _check_that_none_is_missing(changes, later, revision)
    try:
        return taken_back(plan, *later)
    except ChangedSinceError as error:
        row = f"{error.row.table} {error.row.id}"
        raise ConflictError(f"{row} is not as revision after revision left it") from error
    except NoPlanError as error:
        raise ConflictError(f"the history leads to no plan: {error}") from error
    except ValidationError as error:
        row = ", ".join(error.__notes__)
        raise ConflictError(f"the history has a row that is none: {row}") from error


def _check_that_none_is_missing(
    changes: Sequence[Change], later: Sequence[Change], revision: int
) -> None:
    last = changes[-1].revision if changes else 0
    if revision > last:
        raise ConflictError(f"the history ends at revision {last}")
    for expected, change in enumerate(later, revision + 1):
        if change.revision != expected:
            raise ConflictError(f"revision {expected} is missing in the history")
    made = next((change.revision for change in reversed(later) if change.kind == "created"), None)
    if made is not None:
        raise ConflictError(f"the plan was made at revision {made}, not before")
