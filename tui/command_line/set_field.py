"""Make the change that sets a field, given by ref and name as on the command line."""

from pydantic import ValidationError

from desk.field_contents import OWN_CELL
from plan.changes.change import Change
from plan.changes.edits import set_action_field, set_aim_text, set_cover_field, set_report_field
from plan.changes.edits.fields import say_what_timescale_is, set_own_cell, set_source_field
from plan.changes.edits.indicators import NoSuchFrameworkError, choose_framework
from plan.council.format import ColumnField, Format
from plan.model.fields import CoverLines, ReportField, SourceFields, described, label_of
from plan.model.plan import Plan
from plan.reading.references import number_problem
from plan.text.clean import clean_line

_SOURCE_FIELDS = tuple(described(SourceFields))
_COVER_FIELDS = tuple(described(CoverLines))
_COVER = ("cover", "plan")


class SettingError(Exception):
    """The field cannot be set; the message says why."""


def set_by_ref(plan: Plan, ref: str, field: str, typed: str, council: Format) -> Change:
    """Return the change that sets `field` of the row `ref` to `typed`.

    `ref` is an action's ref ("2.1"), an aim's number ("2"), or the word "cover" (or "plan"),
    "report" or "source" (the inspection report). Raises SettingError.
    """
    try:
        return _change(plan, ref.strip(), field, typed, council)
    except NoSuchFrameworkError as error:
        raise SettingError(str(error)) from error
    except ValidationError as error:
        raise SettingError(f"The text is too long for {field} of {ref}.") from error


def _change(plan: Plan, ref: str, field: str, typed: str, council: Format) -> Change:
    if ref in _COVER:
        if field not in _COVER_FIELDS:
            raise SettingError(f"The cover has no field {field}: {', '.join(_COVER_FIELDS)}.")
        if field == "framework":
            return choose_framework(plan, typed)
        return set_cover_field(plan, field, typed, name=field)
    if ref == "report":
        return _change_of_report(plan, field, typed, council)
    if ref == "source":
        if field not in _SOURCE_FIELDS:
            raise SettingError(f"The inspection report has {', '.join(_SOURCE_FIELDS)}.")
        return set_source_field(plan, field, typed, name=field)
    action = plan.action_at(ref)
    if action is not None:
        return _change_of_action(plan, action.id, field, typed, council)
    aim = next((aim for aim in plan.aims if str(plan.number_of(aim.id)) == ref), None)
    if aim is not None:
        if field != "text":
            raise SettingError(f"An aim has no field {field}, only text.")
        return set_aim_text(plan, aim.id, typed)
    raise SettingError(f"There is no action {ref}.")


def _change_of_action(
    plan: Plan, action_id: str, field: str, typed: str, council: Format
) -> Change:
    if field == "timescale_is":
        return _meant(plan, action_id, typed.strip().lower())
    if field.startswith(OWN_CELL):
        return set_own_cell(plan, action_id, clean_line(field.removeprefix(OWN_CELL)), typed)
    names = {column.field: column.label for column in council.plan.columns}
    names["own_ref"] = label_of("actions", "own_ref")
    settable = [name for name in names if name not in ("ref", "progress")]
    if field not in settable:
        raise SettingError(_no_such_field(field, settable))
    return set_action_field(plan, action_id, field, typed, name=names[field].lower())


def _meant(plan: Plan, action_id: str, meant: str) -> Change:
    match meant:
        case "due" | "review" | "":
            return say_what_timescale_is(plan, action_id, meant)
        case _:
            raise SettingError(f"A timescale is due or review, not “{meant}”.")


def _change_of_report(plan: Plan, field: str, typed: str, council: Format) -> Change:
    labels: dict[str, tuple[ReportField, str]] = {
        name: (name, label) for name, label in council.report.labels.items()
    }
    if field not in council.report.fields:
        raise SettingError(
            f"The report has no field {field}: it has {', '.join(council.report.fields)}."
        )
    name, label = labels[field]
    return set_report_field(plan, name, typed, name=label.lower())


def remark_on(ref: str, field: str, typed: str, council: Format) -> str:
    """Return what looks wrong with a text that was set all the same, or an empty string."""
    if (ref.strip(), field) != ("report", "number"):
        return ""

    return number_problem(" ".join(typed.split()), council.report)


def _no_such_field(field: str, settable: list[ColumnField]) -> str:
    if field == "progress":
        return "Progress is added to, not set: use plandesk note PLAN REF TEXT."
    return f"An action has no field {field}: it has {', '.join(settable)}."
