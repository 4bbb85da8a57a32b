"""Who must see the report before it goes: those whom the council's format names, and others.

A row of the plan says what is known of somebody; whom the format names is listed without one too.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from plan.council.report_format import ReportFormat
from plan.following.action_state import approved_on
from plan.model.plan import Plan
from plan.model.rows import Consultation, consultation_id
from plan.reading.dates import date_in_words


@dataclass(frozen=True)
class Consulted:
    """Somebody who must see the report: what is known of them, and what the format says.

    `by_when` is the row's own, else the day that the format counts back from the meeting. `help` is
    the format's. The `row` is none of the plan's yet if nothing is known.
    """

    row: Consultation
    by_when: str
    help: str = ""
    is_named_by_format: bool = False

    @property
    def has_seen(self) -> bool:
        """Whether they have seen it."""
        return bool(self.row.seen_on)


def consulted_of(plan: Plan, report_format: ReportFormat) -> tuple[Consulted, ...]:
    """Return who must see the report: in the format's order, then whom the officer added.

    What was kept of somebody whom the format names no more is among the latter.
    """
    rows, meeting = plan.consultation_rows, approved_on(plan)
    listed = []
    for one in report_format.consulted:
        row_id = consultation_id(one.id)
        row = rows.get(row_id) or Consultation(
            id=row_id, parent=plan.cover.id, who=one.id, name=one.name
        )
        by_when = row.by_when or _days_before(meeting, one.days_before)
        listed.append(Consulted(row, by_when, one.help, is_named_by_format=True))
    named = {one.row.id for one in listed}
    others = sorted((row for row in rows.values() if row.id not in named), key=_order)
    return (*listed, *(Consulted(row, row.by_when) for row in others))


def _order(row: Consultation) -> tuple[str, str]:
    return row.name.casefold(), row.id


def _days_before(meeting: date | None, days: int) -> str:
    return date_in_words(meeting - timedelta(days=days)) if meeting and days else ""
