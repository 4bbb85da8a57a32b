"""Unsaved text found in a draft, and where it can go."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from plan.changes.change import Change, ConflictError, applied, tables_of
from plan.council.form_groups import FormField
from plan.council.format import FormatError
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.model.rows import JsonRow
from plan.papers.typed_text import shown_of
from plan.wording.wording import is_prose
from store.drafts import Draft
from store.formats import form_for


@dataclass(frozen=True)
class LostText:
    """A text that is not in the plan: where it belongs, what is there now, and what was typed.

    `change` puts it in its place; None where that is no longer there or no longer as it was, or
    where the text never `fitted`: it was still too long when it was kept.
    """

    label: str
    was: str
    typed: str
    change: Change | None
    fitted: bool = True


def lost_of(plan: Plan, draft: Draft) -> tuple[LostText, ...]:
    """Return the texts of a draft that are not in the plan, in the order they were typed."""
    lost: list[LostText] = []
    for change in draft.unsaved:
        plan, fits = _tried(plan, change)
        if fits is not None:
            was, typed = _in_words(plan, change)
            lost.append(LostText(change.label, was, typed, change if fits else None))
    field = draft.field
    if field is None:
        return tuple(lost)
    fits = _tried(plan, field.change)[1] if field.change is not None else False
    if fits is not None:
        kept = field.change if fits else None
        fitted = field.change is not None
        lost.append(LostText(field.label, field.was, field.typed, kept, fitted))
    return tuple(lost)


def _tried(plan: Plan, change: Change) -> tuple[Plan, bool | None]:
    """Return the plan after a change and whether it fits; None where the plan has it already."""
    if all(_row(plan, row.table, row.id) == row.after for row in change.rows):
        return plan, None
    try:
        return applied(plan, change), True
    except (ConflictError, ValidationError):
        return plan, False


def _row(plan: Plan, table: str, row_id: str) -> object:
    row = plan.table(table).get(row_id)  # type: ignore[arg-type]
    return row.as_json() if row is not None else None


def _in_words(plan: Plan, change: Change) -> tuple[str, str]:
    """Return the texts of a change before and after it, those that differ."""
    was: list[str] = []
    typed: list[str] = []
    for row in change.rows:
        before, after = row.before or {}, row.after or {}
        for name in {**before, **after}:
            if name in ("id", "parent", "rank") or before.get(name) == after.get(name):
                continue
            old, new = _differing(before.get(name), after.get(name))
            was += _words(plan, row.table, name, {**before, name: old})
            typed += _words(plan, row.table, name, {**after, name: new})
    return "\n".join(was), "\n".join(typed)


def _differing(before: Any, after: Any) -> tuple[Any, Any]:
    """Return two values of a field; of one with cells only those that are not the same."""
    sides = [one or [] for one in (before, after)]
    if not all(isinstance(one, list | tuple) for side in sides for one in side):
        return before, after
    old, new = ([tuple(cell) for cell in side] for side in sides)
    return [one for one in old if one not in new], [one for one in new if one not in old]


def _words(plan: Plan, table: TableName, name: str, values: JsonRow) -> list[str]:
    value = values.get(name)
    if isinstance(value, list | tuple):
        return [_in_words_of(item) for item in value]
    if not isinstance(value, str) or not value:
        return []
    asked = _asked(plan, values) if table == "answers" else None
    return [shown_of(value) if is_prose(table, values, name, asked) else value]


def _in_words_of(item: object) -> str:
    """Return an item of a list, of a cell what stands in it."""
    return str(item[-1] if isinstance(item, list | tuple) else item)


def _asked(plan: Plan, answer: JsonRow) -> FormField | None:
    """Return the question of an answer, None where no form that can be read asks it."""
    assessment = plan.assessment_rows.get(answer["parent"])
    try:
        return form_for(assessment.form).field(answer["question"]) if assessment else None
    except FormatError:
        return None


def is_in(plan: Plan, typed: str) -> bool:
    """Return whether a text is in a plan, as a field or a part of one."""
    rows = (row for table in tables_of(plan).values() for row in table.values())
    values = (value for row in rows for value in row.values())
    return any(
        typed in ("\n".join(map(_in_words_of, value)) if isinstance(value, list) else str(value))
        for value in values
    )
