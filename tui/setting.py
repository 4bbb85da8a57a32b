"""Setting a field by ref and name, as the command line does."""

from pydantic import ValidationError

from plan.changes import Change
from plan.edits import set_action_field, set_aim_text, set_cover_field
from plan.format import ColumnField, Format
from plan.model import Plan

_COVER_FIELDS = ("title", "subtitle", "date", "partnership")


class SettingError(Exception):
    """The field cannot be set; the message says why."""


def set_by_ref(plan: Plan, ref: str, field: str, typed: str, form: Format) -> Change:
    """Return the change that sets `field` of what `ref` names to `typed`.

    `ref` is an action's ("2.1"), an aim's number ("2") or the word "cover". Raises SettingError.
    """
    try:
        return _change(plan, ref.strip(), field, typed, form)
    except ValidationError as error:
        raise SettingError(f"The text is too long for {field} of {ref}.") from error


def _change(plan: Plan, ref: str, field: str, typed: str, form: Format) -> Change:
    if ref == "cover":
        if field not in _COVER_FIELDS:
            raise SettingError(f"The cover has no field {field}: {', '.join(_COVER_FIELDS)}.")
        return set_cover_field(plan, field, typed, name=field)
    action = plan.action_at(ref)
    if action is not None:
        names = {column.field: column.label for column in form.plan.columns}
        settable = [name for name in names if name not in ("ref", "progress")]
        if field not in settable:
            raise SettingError(_no_such_field(field, settable))
        return set_action_field(plan, action.id, field, typed, name=names[field].lower())
    aim = next((aim for aim in plan.aims if str(plan.number_of(aim.id)) == ref), None)
    if aim is not None:
        if field != "text":
            raise SettingError(f"An aim has no field {field}, only text.")
        return set_aim_text(plan, aim.id, typed)
    raise SettingError(f"There is no action {ref}.")


def _no_such_field(field: str, settable: list[ColumnField]) -> str:
    if field == "progress":
        return "Progress is added to, not set: use plandesk note PLAN REF TEXT."
    return f"An action has no field {field}: it has {', '.join(settable)}."
