"""The rows of a plan in the officer's words: what each is called, its fields, their values."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from plan.changes.change import JsonRow
from plan.changes.merging_fields import PLACE
from plan.council.form import Form, FormField
from plan.council.format import Format
from plan.model.fields import SHAPES, TableName, described, kind_of, label_of
from plan.model.plan import Plan
from plan.model.rows import Action, Aim, Answer, Appendix, Assessment, Passage, ProgressNote, Row
from plan.papers.markdown import plain_of
from plan.papers.report_sections import section_of
from plan.papers.typed_text import plain_value

EMPTY = "(empty)"
"""What stands for a text where there is none."""
ONLY_ONES: Mapping[TableName, str] = {
    "plan": "Cover",
    "report": "Report",
    "source": "Inspection report",
}
"""What is called the same in every plan, because a plan has only one of each."""

PROSE_FIELDS: frozenset[tuple[TableName, str]] = frozenset(
    (table, name)
    for table, kind in SHAPES.items()
    for name, one in described(kind).items()
    if one.kind == "prose"
)
"""The fields that are Markdown, but for a passage that is a heading and for answers to a form."""
_NUMBERED: tuple[TableName, ...] = ("aims", "actions", "passages", "appendices", "assessments")


def _place_of(rows: Sequence[Row], row_id: str) -> int:
    return [row.id for row in rows].index(row_id) + 1


def _note(plan: Plan, note: ProgressNote) -> str:
    date = f" ({note.as_at})" if note.as_at else ""
    return f"Progress note of action {plan.ref_of(note.parent)}{date}"


_NAMES: dict[TableName, Callable[[Plan, str], str]] = {
    "aims": lambda plan, aim: f"Aim {plan.number_of(aim)}",
    "actions": lambda plan, action: f"Action {plan.ref_of(action)}",
    "progress": lambda plan, note: _note(plan, plan.note_rows[note]),
    "appendices": lambda plan, one: f"Appendix {_place_of(plan.appendices, one)}",
    "assessments": lambda plan, one: f"Assessment {_place_of(plan.assessments, one)}",
    "reasons": lambda plan, one: f"Reason for leaving {plan.reason_rows[one].rule}",
}
"""What is called by its number, or by what it belongs to."""


@dataclass(frozen=True)
class Wording:
    """What a council calls things: its format, and the forms of its assessments by their ids."""

    council: Format
    forms: Mapping[str, Form] = field(default_factory=dict)

    def thing(self, plan: Plan, table: TableName, row_id: str) -> str:
        """Return what a row of `plan` is called, such as "Action 2.1"."""
        row = plan.table(table)[row_id]
        if isinstance(row, Passage):
            return self._passage(plan, row)
        if isinstance(row, Answer):
            return self._answer(plan, row)
        return ONLY_ONES.get(table) or _NAMES[table](plan, row_id)

    def place(self, plan: Plan, row: Row) -> str:
        """Return where `row` is in `plan`; notes of one action are told apart by number."""
        thing = self.thing(plan, row.table, row.id)
        if row.table != "progress":
            return thing
        return f"{thing}, number {siblings_of(plan, row).index(row) + 1}"

    def within(self, plan: Plan, table: TableName, row_id: str) -> str:
        """Return what a row of `plan` is called in the middle of a sentence."""
        thing = self.thing(plan, table, row_id)
        article = "" if table in _NUMBERED else "the "
        return f"{article}{thing[0].lower()}{thing[1:]}"

    def label(self, table: TableName, name: str) -> str:
        """Return what a field is called."""
        if name == PLACE:
            return "Place"
        return self._own_label(table, name) or label_of(table, name)

    def value(self, plan: Plan, table: TableName, values: JsonRow, name: str) -> str:
        """Return what a field says, as plain text."""
        value = values.get(name, "")
        if table == "answers":
            return self._answered(plan, values, name)
        if kind_of(table, name) == "lists":
            return "\n".join(self.label(table, one) for one in value)
        return plain_value("prose" if is_prose(table, values, name) else None, value)

    def _own_label(self, table: TableName, name: str) -> str:
        """Return the label of the council's format, empty where it has none."""
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

    def _passage(self, plan: Plan, passage: Passage) -> str:
        section = section_of(plan.report, self.council.report, passage.section)
        heading = section.heading if section else passage.section
        place = _place_of(plan.passages_of(passage.section), passage.id)
        return f"Paragraph {place} of report section “{heading}”"

    def _answer(self, plan: Plan, answer: Answer) -> str:
        asked = self._question(plan, answer.parent, answer.question)
        label = answer.question
        if asked is not None:
            in_table = asked.group.is_table
            label = f"{asked.group.title}: {asked.label}" if in_table else asked.label
        assessment = plan.assessment_rows.get(answer.parent)
        if assessment is None or len(plan.assessments) == 1:
            return f"Answer to “{label}”"
        return f"Answer to “{label}” in assessment {_place_of(plan.assessments, assessment.id)}"

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
        return plain_of(text) if is_prose("answers", values, name, asked) else text


def is_prose(table: TableName, values: JsonRow, name: str, asked: FormField | None = None) -> bool:
    """Return whether a field of a row is Markdown; of an answer `asked` is what the form asks."""
    if table == "answers":
        return name == "text" and asked is not None and asked.answered.is_prose
    return kind_of(table, name) == "prose" and values.get("kind") != "heading"


def siblings_of(plan: Plan, row: Row) -> tuple[Row, ...]:
    """Return the rows among which a row is ordered, itself with them, in order."""
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
    return siblings
