"""Actions as printed, made into the values of a plan."""

from importers.cells import is_bulleted, items_of, lines_of, notes_of, prose_of
from importers.plan_rows import ActionRow
from plan.outline import ActionOutline
from plan.rows import LIST_FIELDS


def action_of(row: ActionRow) -> ActionOutline:
    """Return the action that a row of the paper prints, to the letter."""
    cells = row.cells
    return ActionOutline(
        text=prose_of(cells.get("text", ())),
        pages=lines_of(cells.get("pages", ())),
        indicators=items_of(cells.get("indicators", ())),
        leads=items_of(cells.get("leads", ())),
        timescale=lines_of(cells.get("timescale", ())),
        success_criteria=items_of(cells.get("success_criteria", ())),
        bulleted=tuple(name for name in LIST_FIELDS if is_bulleted(cells.get(name, ()))),
        progress=notes_of(cells.get("progress", ())),
    )
