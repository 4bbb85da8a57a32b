"""Make the change for a text typed into a field of the plan view.

It is loaded when the first field is left.
"""

from desk.field_contents import FORMAT, OWN_CELL, FieldContent
from desk.progress_round import noted
from plan.changes.change import Change
from plan.changes.edits import set_action_field, set_aim_text, set_cover_field, set_note
from plan.changes.edits.council_format import follow_format
from plan.changes.edits.fields import (
    set_own_aim_field,
    set_own_cell,
    set_own_cover_field,
    set_own_field,
    set_source_field,
)
from plan.changes.edits.indicators import choose_framework
from plan.council.format import Format, FormatError
from plan.model.plan import Plan
from plan.model.rows import SOURCE_ID
from plan.reading.progress import read_note
from store.formats import format_for


def edited(plan: Plan, field: FieldContent, typed: str, council: Format) -> Change:
    """Return the change that puts what was typed into a field; empty if it says that already.

    Raises pydantic's ValidationError where the text is longer than the field holds, and
    NoSuchFrameworkError where a framework is chosen that there is not.
    """
    if field.owner == plan.cover.id:
        return _cover_edited(plan, field, typed, council)
    if field.owner == SOURCE_ID:
        return set_source_field(plan, field.key, typed)
    if field.owner in plan.aim_rows:
        return _aim_edited(plan, field, typed, council)
    if field.owner in plan.note_rows:
        return set_note(plan, field.owner, read_note(typed))
    if field.key == "progress":
        return noted(plan, field, typed, council)
    return _action_edited(plan, field, typed, council)


def _aim_edited(plan: Plan, field: FieldContent, typed: str, council: Format) -> Change:
    name = field.key.removeprefix(OWN_CELL)
    added = council.plan.own_of_aims.get(name)
    if added is not None:
        return set_own_aim_field(plan, field.owner, added, council.plan.own_of_aims, typed)
    if field.key.startswith(OWN_CELL):
        return set_own_cell(plan, field.owner, name, typed)
    return set_aim_text(plan, field.owner, typed)


def _action_edited(plan: Plan, field: FieldContent, typed: str, council: Format) -> Change:
    if field.kind == "told":
        return Change(label="", rows=())
    if field.key.startswith(OWN_CELL):
        return own_edited(plan, field.owner, field.key.removeprefix(OWN_CELL), typed, council)
    column = council.plan.column(field.key)
    name = column.label if column else field.label
    return set_action_field(plan, field.owner, field.key, typed, name=name.lower())


def own_edited(plan: Plan, action_id: str, name: str, typed: str, council: Format) -> Change:
    """Return the change of what an action says in the council's own field, or below a heading.

    `name` is the id of the field, or else the heading.
    """
    own = council.plan.own
    field = own.get(name)
    if field is None:
        return set_own_cell(plan, action_id, name, typed)
    return set_own_field(plan, action_id, field, own, typed)


def _cover_edited(plan: Plan, field: FieldContent, typed: str, council: Format) -> Change:
    if field.key == FORMAT:
        return format_followed(plan, typed, council)
    added = council.plan.own_of_cover.get(field.key.removeprefix(OWN_CELL))
    if added is not None:
        return set_own_cover_field(plan, added, council.plan.own_of_cover, typed)
    if field.key.startswith(OWN_CELL):
        return set_own_cell(plan, field.owner, field.key.removeprefix(OWN_CELL), typed)
    if field.kind == "choice":
        return choose_framework(plan, typed, council.own_frameworks)
    name = council.plan.cover_label(field.key)
    return set_cover_field(plan, field.key, typed, name=name.lower())


def format_followed(plan: Plan, typed: str, council: Format) -> Change:
    """Return the change that has a plan follow the format called `typed`; empty if there is none.

    `council` is the one that it follows now.
    """
    try:
        return follow_format(plan, council, format_for(typed.strip()))
    except FormatError:
        return Change(label="", rows=())
