"""Puts the rows of a plan into the officer's words: their names, fields and values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from plan.council.form import Form
from plan.council.form_groups import FormField
from plan.council.format import Format
from plan.council.own_field import Cells, OwnFields
from plan.model.fields import TableName, kind_of, label_of
from plan.model.merged_fields import PLACE, cell_key, cell_name
from plan.model.open_rows import row_of
from plan.model.plan import Plan
from plan.model.rows import (
    COMMENT_RULE,
    Action,
    Aim,
    Answer,
    Appendix,
    Assessment,
    Comment,
    Conflict,
    JsonRow,
    Passage,
    ProgressNote,
    Reason,
    Row,
    acronym_of,
    unread_part,
)
from plan.papers.markdown import plain_of
from plan.papers.own_fields import own_as_plain
from plan.papers.report_sections import section_of
from plan.papers.typed_text import plain_value
from plan.reading.answered_form import AnsweredForm
from plan.text.line_breaks import shortened

EMPTY = "(empty)"
"""Shown in place of an empty text."""
ONLY_ONES: Mapping[TableName, str] = {
    "plan": "Cover",
    "report": "Report",
    "source": "Inspection report",
}
"""Rows that have the same name in every plan, because a plan has only one of each."""
_NUMBERED: tuple[TableName, ...] = ("aims", "actions", "passages", "appendices", "assessments")


def _place_of(rows: Sequence[Row], row_id: str) -> int:
    return [row.id for row in rows].index(row_id) + 1


def _note(plan: Plan, note: ProgressNote) -> str:
    date = f" ({note.as_at})" if note.as_at else ""
    return f"Progress note of action {plan.ref_of(note.parent)}{date}"


def _reason(reason: Reason) -> str:
    if reason.rule == COMMENT_RULE:
        return "Answer to a comment"
    if unread_part(reason):
        return "What was not read of the Word file"
    if name := acronym_of(reason):
        return f"What {name} stands for"
    return f"Reason for leaving {reason.rule}"


_NAMES: dict[TableName, Callable[[Plan, str], str]] = {
    "aims": lambda plan, aim: f"Aim {plan.number_of(aim)}",
    "actions": lambda plan, action: f"Action {plan.ref_of(action)}",
    "progress": lambda plan, note: _note(plan, plan.note_rows[note]),
    "appendices": lambda plan, one: f"Appendix {_place_of(plan.appendices, one)}",
    "assessments": lambda plan, one: f"Assessment {_place_of(plan.assessments, one)}",
    "reasons": lambda plan, one: _reason(plan.reason_rows[one]),
    "commitments": lambda plan, one: f"Promise “{shortened(plan.commitment_rows[one].text)}”",
    "consultations": lambda plan, one: f"Consultation of {plan.consultation_rows[one].name}",
    "versions": lambda plan, one: f"Version “{shortened(plan.version_rows[one].name)}”",
}
"""How to name rows that have a number or belong to something."""


@dataclass(frozen=True)
class Wording:
    """What a council calls things: its format and its assessment forms by id."""

    council: Format
    forms: Mapping[str, Form] = field(default_factory=dict)

    def thing(self, plan: Plan, table: TableName, row_id: str) -> str:
        """Return the name of a row of `plan`, such as "Action 2.1"."""
        row = plan.table(table)[row_id]
        if isinstance(row, Passage):
            return self._passage(plan, row)
        if isinstance(row, Answer):
            return self._answer(plan, row)
        if isinstance(row, Comment):
            return self._comment(plan, row)
        if isinstance(row, Conflict):
            return self._conflict(plan, row)
        return ONLY_ONES.get(table) or _NAMES[table](plan, row_id)

    def place(self, plan: Plan, row: Row) -> str:
        """Return where `row` is in `plan`; notes on the same action are told apart by number."""
        thing = self.thing(plan, row.table, row.id)
        if row.table != "progress":
            return thing
        return f"{thing}, number {siblings_of(plan, row).index(row) + 1}"

    def standing(self, plan: Plan, row: Row) -> str:
        """Return where `row` stands in `plan`: "below action 2.1 in aim 2", "first in aim 2"."""
        ids = [one.id for one in siblings_of(plan, row)]
        place = ids.index(row.id)
        above = f"below {self.within(plan, row.table, ids[place - 1])}" if place else "first"
        return f"{above} in aim {plan.number_of(row.parent)}" if row.table == "actions" else above

    def within(self, plan: Plan, table: TableName, row_id: str) -> str:
        """Return the name of a row of `plan`, for the middle of a sentence."""
        thing = self.thing(plan, table, row_id)
        article = "" if table in _NUMBERED else "the "
        return f"{article}{thing[0].lower()}{thing[1:]}"

    def label(self, table: TableName, name: str) -> str:
        """Return the name of a field."""
        if name == PLACE:
            return "Place"
        if cell := cell_key(name):
            field = self.own(table).get(cell[1])
            return field.label if field else cell[1] or label_of(table, cell[0])
        field = self.own(table).get(name)
        return (field.label if field else self._own_label(table, name)) or label_of(table, name)

    def own(self, table: TableName) -> OwnFields:
        """Return the fields that the council's format adds to the rows of a table."""
        return self.council.own_of(table)

    def cells(self, table: TableName, name: str, cells: Cells) -> dict[str, str]:
        """Return what stands in the cells of a field, by names: the council's own fields first."""
        own = self.own(table)
        said = {**own.values(cells), **dict(own.others(cells))}
        return {cell_name(name, key): text for key, text in said.items()}

    def value(self, plan: Plan, table: TableName, values: JsonRow, name: str) -> str:
        """Return the value of a field as plain text."""
        value = values.get(name, "")
        cell = cell_key(name)
        if cell is not None:
            field = self.own(table).get(cell[1])
            return own_as_plain(field, str(value)) if field else str(value)
        if table == "answers":
            return self._answered(plan, values, name)
        if kind_of(table, name) == "lists":
            return "\n".join(self.label(table, one) for one in value)
        return plain_value("prose" if is_prose(table, values, name) else None, value)

    def _own_label(self, table: TableName, name: str) -> str:
        """Return the label from the council's format, or empty if it has none."""
        match table:
            case "actions":
                columns = self.council.plan.columns
                return next((one.label for one in columns if one.field == name), "")
            case "plan":
                return next((one.label for one in self.council.plan.cover if one.field == name), "")
            case "report":
                labels = self.council.report.labels
                return next((label for key, label in labels.items() if key == name), "")
            case _:
                return ""

    def _conflict(self, plan: Plan, conflict: Conflict) -> str:
        field = self.label(conflict.on_table, conflict.on_field)
        if conflict.on_row not in plan.table(conflict.on_table):
            return f"Conflict about {field}"
        return f"Conflict about {self.thing(plan, conflict.on_table, conflict.on_row)} – {field}"

    def _passage(self, plan: Plan, passage: Passage) -> str:
        table = self.council.report.table(passage.section)
        fixed = table.row(passage.row_id) if table is not None else None
        if table is not None and passage.row_id:
            label = fixed.label if fixed is not None else table.total or passage.row_id
            return f"Row “{label}” of “{table.title}”"
        if table is not None:
            place = _place_of(plan.passages_of(passage.section), passage.id)
            return f"Row {place} of “{table.title}”"
        section = section_of(plan, self.council.report, passage.section)
        heading = section.heading if section else passage.section
        place = _place_of(plan.passages_of(passage.section), passage.id)
        return f"Paragraph {place} of report section “{heading}”"

    def _answer(self, plan: Plan, answer: Answer) -> str:
        asked = self._question(plan, answer.parent, answer.question)
        label = answer.question
        if asked is not None:
            in_table = asked.group.is_table
            label = f"{asked.group.title}: {asked.label}" if in_table else asked.label
        said = f"Answer to “{label}”"
        if row_of(answer.question):
            said = self._row_of_form(plan, answer, asked)
        assessment = plan.assessment_rows.get(answer.parent)
        if assessment is None or len(plan.assessments) == 1:
            return said
        return f"{said} in assessment {_place_of(plan.assessments, assessment.id)}"

    def _row_of_form(self, plan: Plan, answer: Answer, asked: FormField | None) -> str:
        """Return what an answer in a row that was added to a table is called, or the row itself."""
        assessment = plan.assessment_rows.get(answer.parent)
        form = self.forms.get(assessment.form) if assessment else None
        row = None
        if form is not None:
            row = AnsweredForm(form, plan.answers_of(answer.parent)).row_of(answer.question)
        if row is None:
            return f"Answer to “{answer.question}”"
        said = f"Row {row.number} of “{row.table.title}”"
        return f"{said}: {asked.label}" if asked is not None else said

    def _comment(self, plan: Plan, comment: Comment) -> str:
        if comment.on_table == "plan" or comment.on_row not in plan.table(comment.on_table):
            return "Comment on the plan as a whole"
        return f"Comment on {self.within(plan, comment.on_table, comment.on_row)}"

    def _question(self, plan: Plan, assessment_id: str, question: str) -> FormField | None:
        assessment = plan.assessment_rows.get(assessment_id)
        form = self.forms.get(assessment.form) if assessment else None
        return form.field(question) if form else None

    def _answered(self, plan: Plan, values: JsonRow, name: str) -> str:
        asked = self._question(plan, values["parent"], values["question"])
        if name == "ticks":
            labels = {option.id: option.label for option in asked.options} if asked else {}
            return "\n".join(labels.get(tick, tick) for tick in values.get("ticks", ()))
        text = str(values.get(name, ""))
        if name == "action":
            return f"action {plan.ref_of(text)}" if text in plan.action_rows else text
        return plain_of(text) if is_prose("answers", values, name, asked) else text


def is_prose(table: TableName, values: JsonRow, name: str, asked: FormField | None = None) -> bool:
    """Return whether a field is Markdown; for an answer, `asked` is the form's question."""
    if table == "answers":
        return name == "text" and asked is not None and asked.answered.is_prose
    return kind_of(table, name) == "prose" and values.get("kind") != "heading"


def siblings_of(plan: Plan, row: Row) -> tuple[Row, ...]:
    """Return the rows that a row is sorted among, itself included, in order."""
    siblings: tuple[Row, ...] = ()
    match row:
        case Aim():
            siblings = plan.aims
        case Action():
            siblings = plan.actions_of(row.parent)
        case ProgressNote():
            siblings = plan.notes_of(row.parent)
        case Passage():
            siblings = plan.passages_of(row.section)
        case Appendix():
            siblings = plan.appendices
        case Assessment():
            siblings = plan.assessments
        case Comment():
            siblings = plan.comments
    return siblings
