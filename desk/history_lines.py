"""The history in plain lines, for the command line; the History screen says the same."""

from collections.abc import Iterator
from typing import Any

from desk.history_steps import SeenStep, when_in_words
from plan.changes.change import Change
from plan.wording.change_words import FieldStep
from plan.wording.wording import EMPTY

DONE = {"added": " – added", "removed": " – deleted", "edited": ""}
"""What is said of a row after its name."""
NOTHING = "The plan began here."
NOTHING_SEEN = "It changed nothing that can be seen."


def change_line(change: Change) -> str:
    """Return a change on one line: its revision, when it was, who did it and what."""
    return "  ".join(filter(None, (f"{change.revision:>5}", said_when(change), change.label)))


def said_when(change: Change) -> str:
    """Return when a change was made and by whom, as far as that is known."""
    return ", ".join(filter(None, (when_in_words(change.when), change.who)))


def step_lines(step: SeenStep) -> Iterator[str]:
    """Yield a step line by line: what it is, then each row with its fields before and after."""
    change = step.change
    yield f"Revision {change.revision}, {said_when(change)}: {change.label}"
    if not step.rows:
        yield NOTHING if step.before is None else NOTHING_SEEN
    for row in step.rows:
        yield ""
        yield f"{row.thing}{DONE[row.done]}"
        for field in row.fields:
            yield from field_lines(row.done, field)


def field_lines(done: str, field: FieldStep) -> Iterator[str]:
    """Yield a field of a row with its text before and after, as far as `done` leaves two."""
    yield f"  {field.label}"
    if done != "added":
        yield from _value_lines("before", field.before)
    if done != "removed":
        yield from _value_lines("after", field.after)


def _value_lines(side: str, value: str) -> Iterator[str]:
    first, *others = (value or EMPTY).split("\n")
    yield f"    {side + ':':<8}{first}"
    yield from (f"    {'':<8}{line}" for line in others)


def change_as_json(change: Change) -> dict[str, Any]:
    """Return what is known of a change without looking at the plan."""
    return {
        "revision": change.revision,
        "when": change.when,
        "who": change.who,
        "label": change.label,
        "kind": change.kind,
    }


def step_as_json(step: SeenStep) -> dict[str, Any]:
    """Return a step with each row that it touched; the texts are as `step_lines` says them."""
    rows = [
        {
            "what": row.thing,
            "done": row.done,
            "table": row.table,
            "id": row.id,
            "fields": [vars(field) for field in row.fields],
        }
        for row in step.rows
    ]
    return {**change_as_json(step.change), "rows": rows}
