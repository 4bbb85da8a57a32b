"""Actions as printed, made into the values of a plan."""

from typing import Any

from importers.account.ledger import took
from importers.plan.cells import (
    is_bulleted,
    items_of,
    line_of,
    lines_of,
    printed_lines,
    prose_of,
    with_addresses,
)
from importers.plan.notes import notes_of, printed_notes
from importers.plan.plan_rows import ActionRow
from plan.model.fields import COLUMN_FIELDS, LIST_FIELDS, kind_of
from plan.model.outline import ActionOutline


def action_of(row: ActionRow) -> ActionOutline:
    """Return the action that a row of the paper prints, to the letter."""
    action = ActionOutline(
        **{name: _value(row, name) for name in COLUMN_FIELDS},
        bulleted=tuple(name for name in LIST_FIELDS if is_bulleted(row.cells.get(name, ()))),
        progress=(printed_notes if row.is_ours else notes_of)(row.cells.get("progress", ())),
    )
    for name, paragraphs in row.cells.items():
        took(action, paragraphs, name)
    return action


def _value(row: ActionRow, name: str) -> Any:
    """Return what the cell of a field says, read in the way of the field's kind."""
    paragraphs = row.cells.get(name, ())
    match kind_of("actions", name):
        case "prose":
            return prose_of(paragraphs)
        case "items":
            has_prose = name == "success_criteria"
            return items_of(tuple(map(with_addresses, paragraphs)) if has_prose else paragraphs)
        case "lines" | "pages" | "timescale":
            return (printed_lines if row.is_ours else lines_of)(paragraphs)
        case _:
            return line_of(paragraphs)
