"""Set a field that an officer names without the window: by the ref of its row and its own name.

`named_rows` finds the row, `named_questions` the questions of a form.
"""

import re

from pydantic import ValidationError

from desk.field_contents import OWN_CELL
from desk.field_edits import own_edited
from desk.named_questions import UnknownNameError
from desk.named_rows import NamedRows
from desk.plan_summaries import names_of_plans
from desk.report_contents import kinds_in
from desk.table_contents import cell_of
from plan.changes.change import Change
from plan.changes.edits import (
    set_action_field,
    set_aim_text,
    set_appendix_field,
    set_caption,
    set_cover_field,
    set_note,
    set_own_heading,
    set_passage,
    set_passage_kind,
    set_report_field,
    set_row_cell,
    set_table_cell,
)
from plan.changes.edits.council_format import follow_format
from plan.changes.edits.fields import (
    say_what_timescale_is,
    set_all_bulleted,
    set_own_aim_field,
    set_own_cover_field,
    set_own_report_field,
    set_source_field,
)
from plan.changes.edits.follow_up import set_commitment, set_consultation
from plan.changes.edits.indicators import NoSuchFrameworkError, choose_framework
from plan.council.format import ColumnField, Format, FormatError
from plan.council.own_field import OwnFields
from plan.council.report_table import TOTAL
from plan.following.commitments import commitments_of
from plan.model.fields import (
    LIST_FIELDS,
    CoverLines,
    NoteFields,
    ReportField,
    SourceFields,
    TableName,
    described,
    label_of,
    values_of,
)
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import Commitment, Consultation, Passage, ProgressNote
from plan.papers.consulted import consulted_of
from plan.papers.own_fields import cleaned_own
from plan.papers.passage_tables import rows_of
from plan.papers.typed_text import shown_of
from plan.reading.own_values import problem_of
from plan.reading.references import number_problem
from plan.text.clean import clean_items, clean_line
from plan.text.line_breaks import counted, shortened
from store.formats import format_for

_SOURCE_FIELDS = tuple(described(SourceFields))
_COVER_FIELDS = tuple(name for name in described(CoverLines) if name != "own")
_COVER = ("cover", "plan")
_IN_TABLE = re.compile(r"report/([^/]+)/([^/]+)", re.IGNORECASE)
_OWN_HEADING = re.compile(r"report/([^/]+)", re.IGNORECASE)
_SETTABLE: dict[TableName, tuple[str, ...]] = {
    "appendices": ("title", "text", "file"),
    "progress": tuple(described(NoteFields)),
}
_COMMITMENT = ("text", "by_when", "where", "closed_when", "closed_how")
_CONSULTATION = ("by_when", "seen_on", "note")
_FOLLOW_UP = re.compile(r"(?:commitment|consulted)/.", re.IGNORECASE)
"""A ref that names what was promised, or who must see the report."""
_PLACED = re.compile(r"(?:report|appendix)\b.|.+/progress/", re.IGNORECASE)
"""A ref that is a place, as `check` prints it."""


class CannotSetError(Exception):
    """The field cannot be set; the message says why."""


def set_by_ref(plan: Plan, ref: str, field: str, typed: str, council: Format) -> Change:
    """Return the change that sets `field` of the row `ref` to `typed`.

    `ref` is an action's ref ("2.1"), an aim's number ("2"), or the word "cover" (or "plan"),
    "report" or "source" (the inspection report); or it is the place of a paragraph, an appendix, a
    progress note or the report's own section; or "commitment/2", or "consulted/finance". Raises
    CannotSetError.
    """
    named = ref.strip()
    try:
        if _FOLLOW_UP.match(named):
            return _change_of_follow_up(plan, named, field, typed, council)
        if _PLACED.match(named):
            return _change_at_place(plan, named, field, typed, council)
        return _change(plan, named, field, typed, council)
    except (NoSuchFrameworkError, UnknownNameError) as error:
        raise CannotSetError(str(error)) from error
    except ValidationError as error:
        raise CannotSetError(f"The text is too long for {field} of {ref}.") from error


def _change(plan: Plan, ref: str, field: str, typed: str, council: Format) -> Change:
    if ref in _COVER:
        return _change_of_cover(plan, field, typed, council)
    if ref == "report":
        return _change_of_report(plan, field, typed, council)
    if ref == "source":
        if field not in _SOURCE_FIELDS:
            raise CannotSetError(f"The inspection report has {', '.join(_SOURCE_FIELDS)}.")
        return set_source_field(plan, field, typed)
    action = plan.action_at(ref)
    if action is not None:
        return _change_of_action(plan, action.id, field, typed, council)
    aim = next((aim for aim in plan.aims if str(plan.number_of(aim.id)) == ref), None)
    if aim is not None:
        return _change_of_aim(plan, aim.id, field, typed, council.plan.own_of_aims)
    raise CannotSetError(f"There is no action {ref}.")


def _change_of_aim(plan: Plan, aim_id: str, field: str, typed: str, own: OwnFields) -> Change:
    added = own.get(field.removeprefix(OWN_CELL))
    if added is not None:
        return set_own_aim_field(plan, aim_id, added, own, typed)
    if field != "text":
        others = "".join(f", {one.id}" for one in own.fields)
        known = f"it has text{others}" if others else "only text"
        raise CannotSetError(f"An aim has no field {field}, {known}.")
    return set_aim_text(plan, aim_id, typed)


def _change_of_follow_up(plan: Plan, ref: str, field: str, typed: str, council: Format) -> Change:
    kind, _, name = ref.casefold().partition("/")
    rows: dict[str, Commitment | Consultation] = {}
    if kind == "commitment":
        rows = {str(one.number): one.row for one in commitments_of(plan)}
        name = name.removeprefix("c")
    else:
        for one in consulted_of(plan, council.report):
            rows[one.row.who or one.row.name.casefold()] = one.row
    row, there = rows.get(name), ", ".join(f"{kind}/{one}" for one in rows)
    if row is None:
        raise CannotSetError(f"There is no {ref}: there is {there or 'none'}.")
    settable = _COMMITMENT if isinstance(row, Commitment) else _CONSULTATION
    if field not in settable:
        raise CannotSetError(f"{ref} has no field {field}: {', '.join(settable)}.")
    if isinstance(row, Commitment):
        return set_commitment(plan, row, field, typed)
    return set_consultation(plan, row, field, typed)


def _change_of_cover(plan: Plan, field: str, typed: str, council: Format) -> Change:
    if field == "format":
        return follow_format(plan, council, _format_named(typed))
    own = council.plan.own_of_cover
    added = own.get(field.removeprefix(OWN_CELL))
    if added is not None:
        return set_own_cover_field(plan, added, own, typed)
    if field not in _COVER_FIELDS:
        known = (*_COVER_FIELDS, "format", *(one.id for one in own.fields))
        raise CannotSetError(f"The cover has no field {field}: {', '.join(known)}.")
    if field == "framework":
        return choose_framework(plan, typed, council.own_frameworks)
    return set_cover_field(plan, field, typed, name=council.plan.cover_label(field).lower())


def _format_named(typed: str) -> Format:
    try:
        return format_for(typed.strip())
    except FormatError as error:
        raise CannotSetError(str(error)) from error


def _change_of_action(
    plan: Plan, action_id: str, field: str, typed: str, council: Format
) -> Change:
    if field == "bulleted":
        return _bulleted(plan, action_id, typed)
    if field == "timescale_is":
        return _meant(plan, action_id, typed.strip().lower())
    own = council.plan.own
    if field.startswith(OWN_CELL):
        return own_edited(plan, action_id, clean_line(field.removeprefix(OWN_CELL)), typed, council)
    if own.get(field) is not None:
        return own_edited(plan, action_id, field, typed, council)
    names = {column.field: column.label for column in council.plan.columns}
    names["own_ref"] = label_of("actions", "own_ref")
    settable = [name for name in names if name not in ("ref", "progress")]
    if field not in settable:
        added = [one.id for one in own.fields if one.id not in settable]
        raise CannotSetError(_no_such_field(field, [*settable, *added]))
    return set_action_field(plan, action_id, field, typed, name=names[field].lower())


def _meant(plan: Plan, action_id: str, meant: str) -> Change:
    match meant:
        case "due" | "review" | "":
            return say_what_timescale_is(plan, action_id, meant)
        case _:
            raise CannotSetError(f"A timescale is due or review, not “{meant}”.")


def _bulleted(plan: Plan, action_id: str, typed: str) -> Change:
    """Return the change that prints just these lists of an action with bullets."""
    wanted = clean_items(typed.replace(",", "\n"))
    for name in wanted:
        if name not in LIST_FIELDS:
            raise CannotSetError(f"“{name}” is no list of an action: {', '.join(LIST_FIELDS)}.")
    return set_all_bulleted(plan, action_id, [name for name in LIST_FIELDS if name in wanted])


def _change_at_place(plan: Plan, ref: str, field: str, typed: str, council: Format) -> Change:
    rows = NamedRows(plan, council)
    section = _OWN_HEADING.fullmatch(ref)
    if section is not None and field == "heading":
        return _own_heading(plan, rows.section(section[1]), typed, council)
    in_table = _change_in_table(rows, ref, field, typed)
    if in_table is not None:
        return in_table
    row = rows.row(ref)
    if isinstance(row, Passage):
        return _change_of_passage(rows, row, field, typed)
    settable = _SETTABLE.get(row.table, ())
    if field not in settable:
        raise CannotSetError(f"{rows.ref(row)} has no field {field}: {', '.join(settable)}.")
    if isinstance(row, ProgressNote):
        said = {**values_of(row, NoteFields), "text": shown_of(row.text), field: typed}
        return set_note(plan, row.id, NoteOutline(**said))
    return set_appendix_field(plan, row.id, field, typed)


def _change_in_table(rows: NamedRows, ref: str, field: str, typed: str) -> Change | None:
    """Return the change to a cell of a table that the format declares, None for any other place."""
    place = _IN_TABLE.fullmatch(ref)
    table = rows.table(place[1]) if place is not None else None
    if place is None or table is None:
        return None
    found = rows.fixed_row(table, place[2])
    if found is None:
        if table.is_fixed or not place[2].isdigit():
            known = [*(row.id for row in table.rows), *((TOTAL,) if table.added else ())]
            raise CannotSetError(
                f"{table.id} has no row {place[2]}: {', '.join(known) or '1, 2 …'}."
            )
        found = rows.row(ref).id, ""
    wanted = field.casefold()
    column = next((one for one in table.columns if wanted in (one.id, one.label.casefold())), None)
    if column is None:
        raise CannotSetError(
            f"{table.id} has no column {field}: {', '.join(one.id for one in table.columns)}."
        )
    return set_row_cell(rows.plan, table, *found, column.id, typed)


def _change_of_passage(rows: NamedRows, passage: Passage, field: str, typed: str) -> Change:
    plan, report_format, named = rows.plan, rows.council.report, rows.ref(passage)
    cell = cell_of(field) if passage.kind == "table" else None
    match field:
        case "text":
            return set_passage(plan, passage.id, typed, report_format)
        case "caption" if passage.kind in ("table", "picture"):
            return set_caption(plan, passage.id, typed, report_format)
        case "kind":
            others = kinds_in(passage.section, report_format) if passage.kind != "picture" else ()
            known = (*others, passage.kind)
            kind = next((one for one in known if one == typed.strip().lower()), None)
            if kind is None:
                raise CannotSetError(f"There it can be {', '.join(dict.fromkeys(known))}.")
            return set_passage_kind(plan, passage.id, kind, report_format)
        case _ if cell is not None:
            table = rows_of(passage.text)
            if not (cell.row < len(table) and cell.column < len(table[0])):
                size = f"{counted(len(table), 'row')} and {counted(len(table[0]), 'column')}"
                raise CannotSetError(f"{named} has no {field}: it has {size}.")
            return set_table_cell(plan, passage.id, cell.row, cell.column, typed, report_format)
    more = ", caption" if passage.kind in ("table", "picture") else ""
    more += ", cell.1.1 and so on" if passage.kind == "table" else ""
    raise CannotSetError(f"{named} has no field {field}: text, kind{more}.")


def _own_heading(plan: Plan, section_id: str, typed: str, council: Format) -> Change:
    if council.report.section(section_id) is not None:
        raise CannotSetError("The council's format gives that section its heading.")
    return set_own_heading(plan, section_id, typed, council.report)


def _change_of_report(plan: Plan, field: str, typed: str, council: Format) -> Change:
    labels: dict[str, tuple[ReportField, str]] = {
        name: (name, label) for name, label in council.report.labels.items()
    }
    own = council.report.own
    added = own.get(field.removeprefix(OWN_CELL))
    if added is not None:
        return set_own_report_field(plan, added, own, typed)
    if field not in council.report.printed_fields:
        known = (*council.report.printed_fields, *(one.id for one in own.fields))
        raise CannotSetError(f"The report has no field {field}: it has {', '.join(known)}.")
    name, label = labels[field]
    return set_report_field(plan, name, typed, name=label.lower())


def remark_on(ref: str, field: str, typed: str, council: Format) -> str:
    """Return what looks wrong with a text that was set all the same, or an empty string."""
    is_of_report = ref.strip() == "report"
    if is_of_report and field == "number":
        return number_problem(" ".join(typed.split()), council.report)
    own = council.own_of(_table_of(ref.strip()))
    added = own.get(field.removeprefix(OWN_CELL))
    if added is None:
        return ""
    text = cleaned_own(added, typed)
    if added.kind == "link" and text and text not in names_of_plans():
        return f"there is no plan “{shortened(text)}” on the desk"
    return problem_of(added, text)


def _table_of(ref: str) -> TableName:
    """Return the table of the row that a ref names: an action's, unless it is another's."""
    if ref == "report":
        return "report"
    return "plan" if ref in _COVER else "aims" if ref.isdigit() else "actions"


def _no_such_field(field: str, settable: list[ColumnField]) -> str:
    if field == "progress":
        return "Progress is added to, not set: use plandesk note PLAN REF TEXT."
    return f"An action has no field {field}: it has {', '.join(settable)}."
