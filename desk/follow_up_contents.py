"""What the report's view shows of who must see the report, and of what was promised to committee.

Values in, values out; the widgets only lay them out.
"""

from collections.abc import Iterator, Mapping

from desk.field_contents import FieldContent
from desk.today import today_in_words
from plan.changes.change import Change
from plan.changes.edits.follow_up import (
    add_commitment,
    add_consultation,
    delete_consultation,
    dismiss_commitment,
    set_commitment,
    set_consultation,
)
from plan.council.report_format import ReportFormat
from plan.following.commitments import commitments_of, reading_of_promise, why_undated
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.model.rows import Commitment, Consultation
from plan.papers.consulted import consulted_of
from plan.reading.dates import read_date
from plan.reading.timescales import reading_in_words

CONSULTED, PROMISED = "consulted", "promised"
"""The parts of the report that are no section of it: a checklist, and what it promises."""
PART_OF_TABLE: Mapping[TableName, str] = {"consultations": CONSULTED, "commitments": PROMISED}
"""The part in which the rows of each table are edited."""
NOBODY = "nobody"
"""The key of the field that stands there while nobody must see the report."""
_NO_DATE = "no date, such as 3 June 2026"


def follow_up_parts(plan: Plan, report_format: ReportFormat) -> tuple[str, ...]:
    """Return which of the two parts there are: those in which something stands."""
    has_consulted = bool(consulted_of(plan, report_format))
    has_promised = any(one.row.standing != "dismissed" for one in commitments_of(plan))
    return (*((CONSULTED,) if has_consulted else ()), *((PROMISED,) if has_promised else ()))


def consulted_fields(plan: Plan, report_format: ReportFormat) -> tuple[FieldContent, ...]:
    """Return the checklist: for each who must see the report, whether they have."""
    fields: list[FieldContent] = []
    for one in consulted_of(plan, report_format):
        row = one.row
        by = f", to be seen by {one.by_when}" if one.by_when else ""
        waiting = f"[ ] not seen yet{by}: w says that it was today"
        tick = f"[x] {row.seen_on}" if row.seen_on else ""
        remark = "" if not row.seen_on or read_date(row.seen_on) else _NO_DATE
        if not one.is_named_by_format:
            fields.append(_line(row, "name", "Who", row.name, "who must see it"))
        label = row.name if one.is_named_by_format else "  Seen on"
        fields += (
            FieldContent(row.id, "seen_on", label, "line", tick, row.seen_on, remark, waiting),
            _line(row, "by_when", "  By when", row.by_when, one.by_when or "not said"),
            FieldContent(
                row.id, "note", "  Note", "lines", row.note, row.note, "", one.help or "no note yet"
            ),
        )
    return tuple(fields) or (_nobody(),)


def promised_fields(plan: Plan) -> tuple[FieldContent, ...]:
    """Return what was promised to the committee: what, by when, where, and how it was closed."""
    listed = [one for one in commitments_of(plan) if one.row.standing != "dismissed"]
    fields: list[FieldContent] = []
    for one in listed:
        row = one.row
        undated = why_undated(plan, row) if one.is_open else ""
        read = reading_in_words(reading_of_promise(plan, row)) if row.by_when else ""
        day = (
            "open: the day on which it was answered" if one.is_open else "closed; no day was given"
        )
        fields += (
            FieldContent(row.id, "text", one.ref, "lines", row.text, row.text, "", "what"),
            FieldContent(
                row.id, "by_when", "  By when", "line", row.by_when, row.by_when, undated, "", read
            ),
            _line(row, "where", "  Where", row.where, "at the meeting"),
            _line(row, "closed_when", "  Closed", row.closed_when, day),
            FieldContent(
                row.id,
                "closed_how",
                "  How",
                "lines",
                row.closed_how,
                row.closed_how,
                placeholder="how: the number of the report that answers it",
            ),
        )
    return tuple(fields) or (_nobody(),)


def follow_up_row(
    plan: Plan, report_format: ReportFormat, row_id: str
) -> Commitment | Consultation | None:
    """Return the commitment or the consultation with this id, kept or not, or None."""
    rows: list[Commitment | Consultation] = [one.row for one in commitments_of(plan)]
    rows += [one.row for one in consulted_of(plan, report_format)]
    return next((row for row in rows if row.id == row_id), None)


def edited_follow_up(
    plan: Plan, row: Commitment | Consultation, field: FieldContent, typed: str
) -> Change:
    """Return the change that puts what was typed into a field of either.

    Raises pydantic's ValidationError where the text is longer than the field holds.
    """
    if isinstance(row, Commitment):
        return set_commitment(plan, row, field.key, typed)
    return set_consultation(plan, row, field.key, typed)


def added_follow_up(plan: Plan, part: str) -> Change:
    """Return the change that adds a row to a part, to be filled in."""
    return add_consultation(plan) if part == CONSULTED else add_commitment(plan)


def removed_follow_up(
    plan: Plan, report_format: ReportFormat, field: FieldContent
) -> Change | None:
    """Return the change that takes the row of a field off its list, or None if it is of neither.

    A promise is dismissed, so that the same sentence makes it no more. Of somebody whom the format
    names, what is known is emptied, field by field.
    """
    row = follow_up_row(plan, report_format, field.owner)
    if isinstance(row, Commitment):
        return dismiss_commitment(plan, row)
    if isinstance(row, Consultation) and not row.who:
        return delete_consultation(plan, row.id)
    return None


def seen_today(plan: Plan, report_format: ReportFormat, field: FieldContent) -> Change:
    """Return the change that says that somebody saw the report today; empty if it is neither."""
    row = follow_up_row(plan, report_format, field.owner)
    if not isinstance(row, Consultation):
        return Change(label="", rows=())
    return set_consultation(plan, row, "seen_on", today_in_words())


def follow_up_amounts(plan: Plan, part: str, report_format: ReportFormat) -> str:
    """Return how much of a part is done: "1 of 3 have seen it", "2 open, 1 closed"."""
    if part == CONSULTED:
        listed = consulted_of(plan, report_format)
        return f"{sum(one.has_seen for one in listed)} of {len(listed)} have seen it"
    return ", ".join(_promised_amounts(plan)) or "nothing"


def _promised_amounts(plan: Plan) -> Iterator[str]:
    standings = [one.row.standing for one in commitments_of(plan)]
    for standing in ("open", "closed"):
        if count := standings.count(standing):
            yield f"{count} {standing}"


def _line(
    row: Commitment | Consultation, key: str, label: str, text: str, empty: str
) -> FieldContent:
    return FieldContent(row.id, key, label, "line", text, text, placeholder=empty)


def _nobody() -> FieldContent:
    return FieldContent("", NOBODY, "", "line", "", "", placeholder="Nothing yet: a adds one.")
