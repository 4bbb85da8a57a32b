"""Actions as printed, made into the values of a plan."""

from importers.plan.cells import is_bulleted, items_of, lines_of, printed_lines, prose_of
from importers.plan.notes import notes_of, printed_notes
from importers.plan.plan_rows import ActionRow
from plan.model.fields import LIST_FIELDS
from plan.model.outline import ActionOutline


def action_of(row: ActionRow) -> ActionOutline:
    """Return the action that a row of the paper prints, to the letter."""
    cells = row.cells
    lines = printed_lines if row.is_ours else lines_of
    return ActionOutline(
        text=prose_of(cells.get("text", ())),
        pages=lines(cells.get("pages", ())),
        indicators=items_of(cells.get("indicators", ())),
        leads=items_of(cells.get("leads", ())),
        timescale=lines(cells.get("timescale", ())),
        success_criteria=items_of(cells.get("success_criteria", ())),
        bulleted=tuple(name for name in LIST_FIELDS if is_bulleted(cells.get(name, ()))),
        progress=(printed_notes if row.is_ours else notes_of)(cells.get("progress", ())),
    )
