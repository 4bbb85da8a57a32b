"""Edits of the inspection report that the plan answers: what is typed of it, once."""

from plan.changes import Change, RowChange, row_edited
from plan.model.plan import Plan
from plan.text.clean import clean_items, clean_line, clean_text

LINES, ITEMS = frozenset({"contents"}), frozenset({"recommendations"})


def set_source_field(plan: Plan, field: str, typed: str, *, name: str) -> Change:
    """Return the change of one fact of the inspection report; `name` is what it is called.

    Raises pydantic's ValidationError where the text is longer than the field holds.
    """
    change = row_edited(plan.source, **{field: _cleaned(field, typed)})
    label = f"Edit {name} of the inspection report"
    if change.before == change.after:
        return Change(label=label, rows=())
    before = change.before if plan.source_rows else None
    row = RowChange(table="source", id=change.id, before=before, after=change.after)
    return Change(label=label, rows=(row,))


def _cleaned(field: str, typed: str) -> str | tuple[str, ...]:
    if field in ITEMS:
        return clean_items(typed)
    if field in LINES:
        lines = (line.strip() for line in clean_text(typed).split("\n"))
        return "\n".join(line for line in lines if line)
    return clean_line(typed)
