"""What differs between the screen and the file, in the officer's words.

Values in, values out; the dialog only lays them out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desk.report_contents import KIND_NAMES
from plan.changes.merging import Difference, KeptRow
from plan.changes.merging_fields import PLACE
from plan.council.form import FormField
from plan.council.format import Format, FormatError
from plan.model.fields import TableName
from plan.model.plan import Plan
from plan.model.rows import Answer, Row
from plan.papers.markdown import plain_of
from plan.wording.wording import PROSE_FIELDS
from store.formats import form_for

_FIELD_NAMES = {
    "as_at": "date",
    "format": "council format",
    "ticks": "boxes ticked",
    PLACE: "place",
}


_NAMES: dict[TableName, Callable[[Plan, str], str]] = {
    "plan": lambda *_: "Cover",
    "aims": lambda plan, row_id: f"Aim {plan.number_of(row_id)}",
    "actions": lambda plan, row_id: f"Action {plan.ref_of(row_id)}",
    "progress": lambda plan, row_id: (
        f"Progress of action {plan.ref_of(plan.note_rows[row_id].parent)}"
    ),
    "report": lambda *_: "Report",
    "appendices": lambda plan, row_id: f"Appendix {_place_in(plan.appendices, row_id)}",
    "assessments": lambda plan, row_id: f"Assessment {_place_in(plan.assessments, row_id)}",
    "source": lambda *_: "Inspection report",
    "reasons": lambda plan, row_id: f"Reason for leaving {plan.reason_rows[row_id].rule}",
    "answers": lambda plan, row_id: (
        f"Assessment {_place_in(plan.assessments, plan.answer_rows[row_id].parent)}"
    ),
}
"""What a row is called, by its number in the plan; of passages, see `DifferenceWords`."""


@dataclass(frozen=True)
class DifferenceWords:
    """Names what differs as the two plans number it: the one on the screen, else the file's."""

    ours: Plan
    theirs: Plan
    council: Format

    def thing(self, one: Difference) -> str:
        """Return which field of what differs, such as "Action 2.1 – Timescale"."""
        return f"{self._row(one.table, one.id)} – {self._field(one)}"

    def values(self, one: Difference) -> tuple[str, str]:
        """Return what is on the screen and what is in the file."""
        if one.field == PLACE:
            return _place(self.ours, one), _place(self.theirs, one)
        ours, theirs = self._value(one, one.ours), self._value(one, one.theirs)
        if ours == theirs:  # only the marks of the Markdown differ
            return str(one.ours), str(one.theirs)
        return ours, theirs

    def kept(self, row: KeptRow) -> str:
        """Return that a row stays although it was deleted, and why."""
        deleted, edited = "on your screen", "in the file"
        if row.deleted_by == "theirs":
            deleted, edited = edited, deleted
        what = "changed" if row.is_edited else "has something in it that was changed"
        return (
            f"{self._row(row.table, row.id)} was deleted {deleted}, but {what} {edited}: "
            "it stays. You can delete it again."
        )

    def _plan(self, table: TableName, row_id: str) -> Plan:
        return self.ours if row_id in self.ours.table(table) else self.theirs

    def _row(self, table: TableName, row_id: str) -> str:
        plan = self._plan(table, row_id)
        if table == "passages":
            return f"Report, {self._section(plan, row_id)}"
        return _NAMES[table](plan, row_id)

    def _section(self, plan: Plan, passage_id: str) -> str:
        passage = plan.passage_rows[passage_id]
        section = self.council.report.section(passage.section)
        number = _place_in(plan.passages_of(passage.section), passage_id)
        return f"“{section.heading if section else passage.section}”, paragraph {number}"

    def _field(self, one: Difference) -> str:
        named = _FIELD_NAMES.get(one.field, one.field.replace("_", " "))
        match one.table:
            case "plan":
                lines = {str(line.field): line.label for line in self.council.plan.cover}
                return lines.get(one.field, named)
            case "actions":
                columns = {str(column.field): column.label for column in self.council.plan.columns}
                return columns.get(one.field, named)
            case "report":
                labels = {str(name): label for name, label in self.council.report.labels.items()}
                return labels.get(one.field, named)
            case "answers":
                asked = self._asked(one.id)
                return f"{asked.label} ({named})" if asked else named
            case _:
                return named

    def _asked(self, answer_id: str) -> FormField | None:
        plan = self._plan("answers", answer_id)
        answer: Answer = plan.answer_rows[answer_id]
        try:
            form = form_for(plan.assessment_rows[answer.parent].form)
        except FormatError:
            return None
        return form.field(answer.question)

    def _value(self, one: Difference, value: Any) -> str:
        if one.field == "ticks":
            asked = self._asked(one.id)
            labels = {option.id: option.label for option in asked.options} if asked else {}
            value = [labels.get(tick, tick) for tick in value]
        text = "; ".join(value) if isinstance(value, list) else str(value)
        if one.field == "kind":
            return KIND_NAMES.get(value, text)
        asked = self._asked(one.id) if one.table == "answers" else None
        if self._is_prose(one) or (asked is not None and asked.answered.is_prose):
            text = plain_of(text)
        return text or "empty"

    def _is_prose(self, one: Difference) -> bool:
        if (one.table, one.field) not in PROSE_FIELDS:
            return False
        passage = self._plan(one.table, one.id).passage_rows.get(one.id)
        return passage is None or passage.kind != "heading"


def _place_in(rows: Sequence[Row], row_id: str) -> int:
    return next(place for place, row in enumerate(rows, 1) if row.id == row_id)


def _place(plan: Plan, one: Difference) -> str:
    """Return where a plan has a row that was moved, as its number there."""
    if one.table == "passages":
        section = plan.passage_rows[one.id].section
        number = _place_in(plan.passages_of(section), one.id)
        return f"in section {section}, as paragraph {number}"
    return f"as {_NAMES[one.table](plan, one.id).lower()}"


_CONTEXT = 30
"""Characters of what both say that are shown around what differs."""
_MOST = 240
"""Characters of a text that are shown in the list; beyond it, … says that there is more."""


def excerpts(one: str, other: str) -> tuple[str, str]:
    """Return two texts with what is the same at both ends left out, where they are long."""
    one, other = one.replace("\n", " ↵ "), other.replace("\n", " ↵ ")
    start = _word_start(one, max(0, _same(one, other) - _CONTEXT))
    return _excerpt(one, start), _excerpt(other, start)


def _same(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _word_start(text: str, place: int) -> int:
    return text.rfind(" ", 0, place) + 1 if place else 0


def _excerpt(text: str, start: int) -> str:
    shown = text[start : start + _MOST]
    before = "… " if start else ""
    return f"{before}{shown}{' …' if start + _MOST < len(text) else ''}"
