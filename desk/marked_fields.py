"""Set one field in several actions at once: which fields they have, and the change."""

from collections.abc import Collection
from dataclasses import replace

from desk.field_contents import FieldContent, action_fields, new_note_field
from desk.field_edits import edited
from plan.changes.change import Change
from plan.changes.edits.fields import in_a_sentence
from plan.changes.edits.many import actions_among, joined, rows_in_words
from plan.council.format import Format
from plan.model.plan import Plan

MARKED = "marked"
"""The owner of a field that stands for that of all the actions that are marked."""
_DIFFERENT = "they differ"


def is_of_marked(field: FieldContent) -> bool:
    """Return whether a field stands for that of all the actions that are marked."""
    return field.owner == MARKED


def fields_in_many(plan: Plan, ids: Collection[str], council: Format) -> tuple[FieldContent, ...]:
    """Return the fields that can be set in all actions among some rows, as one field each.

    A field holds what all the actions say, or is empty where they differ; left empty, it changes
    nothing.
    """
    actions = actions_among(plan, ids)
    said: dict[str, list[FieldContent]] = {}
    for action in actions:
        for field in action_fields(plan, action.id, council):
            if field.kind not in ("note", "told"):
                said.setdefault(field.key, []).append(field)
    return tuple(_as_one(fields, len(actions)) for fields in said.values())


def _as_one(fields: list[FieldContent], count: int) -> FieldContent:
    first = fields[0]
    is_same = len(fields) == count and all(one.typed == first.typed for one in fields)
    label = f"{first.label} of {rows_in_words(0, count)}"
    shown, typed = (first.shown, first.typed) if is_same else ("", "")
    hint = first.placeholder if is_same else _DIFFERENT
    return FieldContent(
        MARKED, first.key, label, first.kind, shown, typed, placeholder=hint, options=first.options
    )


def note_in_many(plan: Plan, ids: Collection[str], today: str) -> FieldContent:
    """Return the field in which a progress note of all actions among some rows is written."""
    actions = actions_among(plan, ids)
    label = f"Progress of {rows_in_words(0, len(actions))}"
    return replace(new_note_field(plan, actions[0].id, today), owner=MARKED, label=label)


def edited_in_many(
    plan: Plan, ids: Collection[str], field: FieldContent, typed: str, council: Format
) -> Change:
    """Return the change that puts what was typed into a field of all actions among some rows.

    Raises as `edited` does.
    """
    actions = actions_among(plan, ids)
    changes = [edited(plan, replace(field, owner=one.id), typed, council) for one in actions]
    if len(changes) == 1:
        return changes[0]
    if field.key == "progress":
        label = f"Add progress to {rows_in_words(0, len(actions))}"
    else:
        label = f"Set {in_a_sentence(field.label)}"
    return joined(label, changes)
