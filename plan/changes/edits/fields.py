"""Edits to a field: clean what was typed, as that field requires, and store it."""

from collections.abc import Sequence
from typing import Any, Literal

from plan.changes.change import Change, RowChange, row_edited
from plan.council.own_field import OwnField, OwnFields
from plan.model.fields import (
    LIST_FIELDS,
    ListField,
    NoteFields,
    TableName,
    kind_of,
    label_of,
    values_of,
)
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import Action, Aim, Cover, Report, Row
from plan.papers.own_fields import cleaned_own
from plan.papers.typed_text import stored_of
from plan.text.clean import clean_items, clean_line, clean_text


def cleaned_value(
    table: TableName, field: str, typed: str, before: str = ""
) -> str | tuple[str, ...]:
    """Return what a field stores for `typed`, cleaned as its kind requires.

    Prose becomes canonical Markdown, keeping those paragraphs of `before` that were not touched. A
    list becomes its items, one per line; everything else becomes plain text.
    """
    match kind_of(table, field):
        case "prose":
            return stored_of(typed, before)
        case "items":
            return clean_items(typed)
        case "lines" | "pages" | "timescale":
            return cleaned_lines(typed)
        case _:
            return clean_line(typed)


def cleaned_lines(typed: str) -> str:
    """Return short lines as they are kept: cleaned, the blank ones left out."""
    return "\n".join(filter(None, map(str.strip, clean_text(typed).split("\n"))))


def cleaned_note(note: NoteOutline, before: str = "") -> dict[str, Any]:
    """Return what the fields of a progress note store for what was typed, once cleaned."""
    typed = values_of(note, NoteFields)
    return {name: cleaned_value("progress", name, text, before) for name, text in typed.items()}


def set_field(row: Row, field: str, typed: str, *, label: str) -> Change:
    """Return the change that sets `field` of `row` to what was typed, cleaned.

    The change is empty if the field says so already. Raises pydantic's ValidationError if the text
    is too long for the field, and AttributeError if the row has no such field.
    """
    if field not in type(row).model_fields or field in Row.model_fields:
        raise AttributeError(f"{row.table} has no field {field} to set")
    held = getattr(row, field)
    value = cleaned_value(row.table, field, typed, held if isinstance(held, str) else "")
    return Change(label=label, rows=_if_different(row_edited(row, **{field: value})))


def set_action_field(plan: Plan, action_id: str, field: str, typed: str, *, name: str) -> Change:
    """Return the change to one field of an action; `name` is the council's name for the field."""
    label = f"Edit {name} of action {plan.ref_of(action_id)}"
    action = plan.action_rows[action_id]
    change = set_field(action, field, typed, label=label)
    if field != "timescale" or change.is_empty or not action.timescale_is:
        return change
    asked_anew = row_edited(
        action, timescale=cleaned_value("actions", field, typed), timescale_is=""
    )
    return Change(label=label, rows=(asked_anew,))


def set_own_cell(plan: Plan, row_id: str, heading: str, typed: str) -> Change:
    """Return the change of what a row says below a heading that plandesk has no field for.

    The row is the cover, an aim or an action. Without a text the heading is no longer there.
    """
    row, whose = _row_and_name(plan, row_id)
    text = cleaned_lines(typed)
    cells = [(name, text if name == heading else said) for name, said in row.own]
    if heading not in dict(row.own):
        cells.append((heading, text))
    change = row_edited(row, own=tuple(cell for cell in cells if cell[1]))
    name = heading or label_of("actions", "own").lower()
    return Change(label=f"Edit {name} of {whose}", rows=_if_different(change))


def _row_and_name(plan: Plan, row_id: str) -> tuple[Cover | Aim | Action, str]:
    if row_id == plan.cover.id:
        return plan.cover, "the cover"
    if row_id in plan.aim_rows:
        return plan.aim_rows[row_id], f"aim {plan.number_of(row_id)}"
    return plan.action_rows[row_id], f"action {plan.ref_of(row_id)}"


def set_own_field(
    plan: Plan, action_id: str, field: OwnField, own: OwnFields, typed: str
) -> Change:
    """Return the change of what an action says in a field that the council's format adds.

    `own` are all such fields. Raises pydantic's ValidationError if the text is too long.
    """
    label = f"Edit {in_a_sentence(field.label)} of action {plan.ref_of(action_id)}"
    return _own_field_set(plan.action_rows[action_id], field, own, typed, label)


def set_own_cover_field(plan: Plan, field: OwnField, own: OwnFields, typed: str) -> Change:
    """Return the change of what the plan itself says in a field that the council's format adds.

    `own` are all such fields. Raises pydantic's ValidationError if the text is too long.
    """
    label = f"Edit {in_a_sentence(field.label)} of the cover"
    return _own_field_set(plan.cover, field, own, typed, label)


def set_own_aim_field(
    plan: Plan, aim_id: str, field: OwnField, own: OwnFields, typed: str
) -> Change:
    """Return the change of what an aim says in a field that the council's format adds.

    `own` are all such fields. Raises pydantic's ValidationError if the text is too long.
    """
    label = f"Edit {in_a_sentence(field.label)} of aim {plan.number_of(aim_id)}"
    return _own_field_set(plan.aim_rows[aim_id], field, own, typed, label)


def set_own_report_field(plan: Plan, field: OwnField, own: OwnFields, typed: str) -> Change:
    """Return the change of what the report says in a field that the council's format adds.

    `own` are all such fields. Raises pydantic's ValidationError if the text is too long.
    """
    label = f"Edit {in_a_sentence(field.label)} of the report"
    change = _own_field_set(plan.report, field, own, typed, label)
    return change if plan.report_rows or change.is_empty else as_added(change)


def _own_field_set(
    row: Cover | Aim | Action | Report, field: OwnField, own: OwnFields, typed: str, label: str
) -> Change:
    cells = own.with_text(row.own, field.id, cleaned_own(field, typed))
    return Change(label=label, rows=_if_different(row_edited(row, own=cells)))


def in_a_sentence(label: str) -> str:
    """Return a field's label as it stands within a sentence: "RAG" keeps its capitals."""
    is_word = label[1:2].islower() or not label[1:2].strip()
    return f"{label[:1].lower()}{label[1:]}" if is_word else label


def say_what_timescale_is(
    plan: Plan, action_id: str, meant: Literal["", "due", "review"]
) -> Change:
    """Return the change that says whether a timescale is for delivery or for a review."""
    action = plan.action_rows[action_id]
    words = {"due": "when it is done", "review": "when it is reviewed", "": "not said"}
    label = f"Timescale of action {plan.ref_of(action_id)}: {words[meant]}"
    return Change(label=label, rows=_if_different(row_edited(action, timescale_is=meant)))


def set_aim_text(plan: Plan, aim_id: str, typed: str) -> Change:
    """Return the change to an aim's sentence."""
    label = f"Edit aim {plan.number_of(aim_id)}"
    return set_field(plan.aim_rows[aim_id], "text", typed, label=label)


def set_cover_field(plan: Plan, field: str, typed: str, *, name: str) -> Change:
    """Return the change to a line on the cover."""
    return set_field(plan.cover, field, typed, label=f"Edit {name} of the cover")


def set_note(plan: Plan, note_id: str, note: NoteOutline) -> Change:
    """Return the change that corrects a progress note: its date, status and text, as typed."""
    row = plan.note_rows[note_id]
    change = row_edited(row, **cleaned_note(note, row.text))
    label = f"Edit progress of action {plan.ref_of(row.parent)}"
    return Change(label=label, rows=_if_different(change))


def set_bulleted(plan: Plan, action_id: str, field: ListField, bulleted: bool) -> Change:
    """Return the change that prints a list of an action with or without bullets."""
    action = plan.action_rows[action_id]
    names = [name for name in LIST_FIELDS if (name in action.bulleted or name == field)]
    if not bulleted:
        names.remove(field)
    return set_all_bulleted(plan, action_id, names)


def set_all_bulleted(plan: Plan, action_id: str, names: Sequence[ListField]) -> Change:
    """Return the change that prints just these lists of an action with bullets."""
    action = plan.action_rows[action_id]
    is_more = len(names) >= len(action.bulleted)
    label = f"{'Bullets in' if is_more else 'No bullets in'} action {plan.ref_of(action_id)}"
    return Change(label=label, rows=_if_different(row_edited(action, bulleted=names)))


def _if_different(change: RowChange) -> tuple[RowChange, ...]:
    return () if change.before == change.after else (change,)


def set_source_field(plan: Plan, field: str, typed: str) -> Change:
    """Return the change to one fact about the inspection report.

    Raises pydantic's ValidationError if the text is too long for the field.
    """
    name = label_of("source", field).lower()
    change = set_field(plan.source, field, typed, label=f"Edit {name} of the inspection report")
    return change if plan.source_rows else as_added(change)


def as_added(change: Change) -> Change:
    """Return the change to a row that the plan does not have yet, as one that adds the row."""
    rows = tuple(row.model_copy(update={"before": None}) for row in change.rows)
    return change.model_copy(update={"rows": rows})
