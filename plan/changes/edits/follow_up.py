"""Edits of what was promised to the committee, and of who must see the report before it goes."""

from typing import Literal, TypeAlias

from plan.changes.change import Change, RowChange, row_added, row_edited, row_removed
from plan.changes.edits.fields import cleaned_value
from plan.model.fields import label_of
from plan.model.plan import Plan
from plan.model.rows import Commitment, Consultation, Row, new_id
from plan.text.clean import clean_line, clean_text
from plan.text.line_breaks import shortened

Standing: TypeAlias = Literal["open", "closed", "dismissed"]
_CLOSING = ("closed_when", "closed_how")
_DONE: dict[Standing, str] = {"open": "Open", "closed": "Close", "dismissed": "Dismiss"}


def set_commitment(plan: Plan, row: Commitment, field: str, typed: str) -> Change:
    """Return the change to a field of a commitment, which is kept from then on.

    Saying when or how closes it; emptying both opens it again. Raises pydantic's ValidationError
    if the text is too long for the field.
    """
    values = {field: cleaned_value("commitments", field, typed)}
    if field in _CLOSING:
        others = (getattr(row, name) for name in _CLOSING if name != field)
        values["standing"] = "closed" if any((*values.values(), *others)) else "open"
    label = f"Edit {label_of('commitments', field).lower()} of a promise"
    if values.get("standing", row.standing) != row.standing:
        label = f"{_DONE['closed' if values['standing'] == 'closed' else 'open']} {_named(row)}"
    return Change(label=label, rows=_kept(plan, row, row.model_copy(update=values)))


def close_commitment(plan: Plan, row: Commitment, when: str, how: str) -> Change:
    """Return the change that closes a commitment: when, as a date in words, and how."""
    values = {"closed_when": clean_line(when), "closed_how": clean_text(how).strip()}
    return _standing(plan, row, "closed", values)


def open_commitment(plan: Plan, row: Commitment) -> Change:
    """Return the change that reopens a commitment."""
    return _standing(plan, row, "open", {"closed_when": "", "closed_how": ""})


def dismiss_commitment(plan: Plan, row: Commitment) -> Change:
    """Return the change that marks a sentence as no promise, so that it is no longer listed."""
    return _standing(plan, row, "dismissed", {})


def add_commitment(plan: Plan, text: str = "", by_when: str = "") -> Change:
    """Return the change that adds what was promised elsewhere than in the report."""
    row = Commitment(
        id=new_id(),
        parent=plan.cover.id,
        text=clean_text(text).strip(),
        by_when=clean_line(by_when),
        promised_on=plan.report.meeting_date,
    )
    return Change(label="Add a promise to the committee", rows=(row_added(row),))


def set_consultation(plan: Plan, row: Consultation, field: str, typed: str) -> Change:
    """Return the change to what is known of somebody who must see the report.

    Raises pydantic's ValidationError if the text is too long for the field.
    """
    value = cleaned_value("consultations", field, typed)
    label = f"Edit {label_of('consultations', field).lower()} of {row.name or 'who is consulted'}"
    if field == "seen_on":
        label = f"Seen by {row.name}" if value else f"Not seen by {row.name} yet"
    return Change(label=label, rows=_kept(plan, row, row.model_copy(update={field: value})))


def add_consultation(plan: Plan, name: str = "") -> Change:
    """Return the change that adds somebody whom the council's format does not name."""
    row = Consultation(id=new_id(), parent=plan.cover.id, name=clean_line(name))
    return Change(label="Add who must see the report", rows=(row_added(row),))


def delete_consultation(plan: Plan, row_id: str) -> Change:
    """Return the change that forgets what is known of somebody."""
    row = plan.consultation_rows[row_id]
    return Change(label=f"Delete consultation of {row.name}", rows=(row_removed(row),))


def _standing(plan: Plan, row: Commitment, standing: Standing, values: dict[str, str]) -> Change:
    label = f"{_DONE[standing]} {_named(row)}"
    after = row.model_copy(update={**values, "standing": standing})
    return Change(label=label, rows=_kept(plan, row, after))


def _named(row: Commitment) -> str:
    return f"promise “{shortened(row.text)}”"


def _kept(plan: Plan, before: Row, after: Row) -> tuple[RowChange, ...]:
    """Return the change that replaces a row by `after`, validated, or adds it if it is new."""
    values = type(after).model_validate(after.as_json())
    if before == values:
        return ()
    if before.id not in plan.table(before.table):
        return (row_added(values),)
    changed = {
        name: getattr(values, name)
        for name in type(values).model_fields
        if getattr(values, name) != getattr(before, name)
    }
    return (row_edited(before, **changed),)
