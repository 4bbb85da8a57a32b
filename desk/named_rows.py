"""Find the row that an officer names without the window, and what can be done with it as a whole.

A row goes by its ref: an action "2.1", an aim "2", and what has no number of its own by its place
as `check` prints it: a paragraph "report/main-text/3", an appendix "appendix/2", an assessment
"assessment-2", a row that was added to a table of its form "mitigation/2", a progress note
"2.1/progress/1".
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar, get_args

from desk.named_questions import (
    NamedAssessment,
    UnknownNameError,
    form_to_add,
    open_row_named,
    table_named,
)
from desk.report_contents import kinds_in
from plan.changes import edits
from plan.changes.change import Change
from plan.council.form_groups import Rows
from plan.council.format import Format, FormatError
from plan.council.report_table import TOTAL, ReportTable
from plan.model.fields import AppendixKind, TableName
from plan.model.plan import Plan
from plan.model.rows import (
    Action,
    Aim,
    Answer,
    Appendix,
    Assessment,
    Passage,
    ProgressNote,
    Row,
    fixed_row_id,
)
from plan.papers.report_sections import sections_of_plan
from plan.reading.answered_form import AnsweredForm, OpenRow, action_of, says_what_to_do
from plan.text.line_breaks import counted, shortened
from store.formats import form_for

_REF = re.compile(r"(?:action[/ -])?(?P<aim>\d{1,6})\.(?P<place>\d{1,6})", re.IGNORECASE)
_AIM = re.compile(r"(?:aim[/ -])?(?P<aim>\d{1,6})", re.IGNORECASE)
_NOTE = re.compile(r"(?P<ref>.+)/progress/(?P<number>\d{1,6})", re.IGNORECASE)
_SECTION = re.compile(r"report/(?P<section>[^/]+)(?:/(?P<place>\d{1,6}))?", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<kind>appendix|assessment)(?:[/ -](?P<number>\d{1,6}))?", re.IGNORECASE)
_IN_ASSESSMENT = re.compile(r"assessment(?:-(?P<number>[0-9]{1,4}))?/(?P<rest>.+)", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"([0-9]{1,4})$")
FoundT = TypeVar("FoundT")
KindT = TypeVar("KindT", bound=str)

WHAT_IS_NAMED = (
    "an action's ref (2.1), an aim's number (2), report/SECTION/3, appendix/2, assessment-2, "
    "TABLE/2 of its form or 2.1/progress/1"
)


@dataclass(frozen=True)
class NamedRows:
    """The rows of a plan by their names, and the changes to them as a whole.

    All of these raise UnknownNameError, whose sentence says what there is.
    """

    plan: Plan
    council: Format

    # What is named

    def row(self, named: str) -> Row:
        """Return the row that is named so."""
        name = named.strip()
        found = self._in_plan(name) or self._in_papers(name) or self._in_form(name)
        if found is None:
            raise UnknownNameError(f"There is no “{shortened(named)}”: name {WHAT_IS_NAMED}.")
        return found

    def _in_plan(self, name: str) -> Row | None:
        if note := _NOTE.fullmatch(name):
            notes = self.plan.notes_of(self._action(note["ref"]).id)
            return _nth(notes, note["number"], f"progress note {note['number']} of {note['ref']}")
        if _REF.fullmatch(name):
            return self._action(name)
        if aim := _AIM.fullmatch(name):
            return self._aim(aim["aim"])
        return None

    def _in_papers(self, name: str) -> Row | None:
        if place := _SECTION.fullmatch(name):
            section = self.section(place["section"])
            passages = self.plan.passages_of(section)
            if place["place"] is None:
                raise UnknownNameError(
                    f"Name a paragraph of the section: report/{section}/1 and so on; it has "
                    f"{counted(len(passages), 'paragraph')}."
                )
            return _nth(passages, place["place"], f"paragraph {place['place']} of {section}")
        if numbered := _NUMBERED.fullmatch(name):
            is_appendix = numbered["kind"].lower() == "appendix"
            rows: Sequence[Row] = self.plan.appendices if is_appendix else self.plan.assessments
            number = numbered["number"]
            if number is None and len(rows) > 1:
                raise UnknownNameError(f"There are {len(rows)} of them: say {name}-1 and so on.")
            return _nth(rows, number or "1", f"{numbered['kind'].lower()} {number or ''}".strip())
        return None

    def _in_form(self, name: str) -> Row | None:
        """Return the answer that stands for a row of a table of a form, or one that is in it."""
        found = self._form_row(name)
        if found is None:
            return None
        named, row = found
        inside = (named.answered_form.answers.get(one.question) for one in row.fields)
        return row.answer or next(filter(None, inside), None)

    def _form_row(self, name: str) -> tuple[NamedAssessment, OpenRow] | None:
        """Return the row of a table of a form that is named so, with its assessment."""
        found: list[tuple[NamedAssessment, OpenRow]] = []
        for one, rest in self._assessments(name):
            row, column = open_row_named(one.answered_form, rest)
            if row is not None and not column:
                found.append((one, row))
        return self._only_one(found, name)

    def _form_table(self, name: str) -> tuple[NamedAssessment, Rows] | None:
        """Return the table of a form to which rows are added that is named so."""
        found: list[tuple[NamedAssessment, Rows]] = []
        for one, rest in self._assessments(name):
            table = table_named(one.form, rest)
            if table is not None:
                found.append((one, table))
        return self._only_one(found, name)

    @staticmethod
    def _only_one(found: list[FoundT], name: str) -> FoundT | None:
        if len(found) > 1:
            said = f"assessment-1/{name}"
            raise UnknownNameError(f"Several assessments have {name}: say {said} or another.")
        return found[0] if found else None

    def _assessments(self, name: str) -> Iterator[tuple[NamedAssessment, str]]:
        """Yield the assessments that a name may be in, and the name without theirs."""
        prefix = _IN_ASSESSMENT.fullmatch(name)
        number = int((prefix["number"] if prefix else None) or 0)
        rest = prefix["rest"] if prefix else name
        for place, one in enumerate(self.plan.assessments, 1):
            if number in (0, place):
                with suppress(FormatError):  # the others may be named all the same
                    yield NamedAssessment(self.plan, one, form_for(one.form)), rest

    def _action(self, ref: str) -> Action:
        found = _REF.fullmatch(ref.strip())
        action = self.plan.action_at(f"{int(found['aim'])}.{int(found['place'])}" if found else "")
        if action is None:
            raise UnknownNameError(f"There is no action {shortened(ref)}.")
        return action

    def _aim(self, number: str) -> Aim:
        aims = self.plan.aims
        if not 1 <= int(number) <= len(aims):
            have = f"the plan has {counted(len(aims), 'aim')}"
            raise UnknownNameError(f"There is no aim {number}: {have}.")
        return aims[int(number) - 1]

    def table(self, named: str) -> ReportTable | None:
        """Return the table of the council's format that is named by its id or title, or None."""
        wanted = named.strip().casefold()
        tables = self.council.report.tables
        return next((one for one in tables if wanted in (one.id, one.title.casefold())), None)

    def fixed_row(self, table: ReportTable, named: str) -> tuple[str, str] | None:
        """Return the ids of a fixed row, or of the totals: as a passage, and in the format.

        It is named by its id or its label; None where the table has no such row.
        """
        wanted = named.strip().casefold()
        labels = {row.id: row.label for row in table.rows}
        labels |= {TOTAL: table.total} if table.added else {}
        for row_id, label in labels.items():
            if wanted in (row_id, label.casefold()):
                kept = (one.id for one in self.plan.passages_of(table.id) if one.row_id == row_id)
                return next(kept, fixed_row_id(table.id, row_id)), row_id
        return None

    def section(self, named: str) -> str:
        """Return the id of the report's section that is named by its id, number or heading.

        A table that the format declares is one as well, whose paragraphs are its rows.
        """
        sections = sections_of_plan(self.plan, self.council.report)
        wanted = named.strip().casefold()
        for one in sections:
            if wanted and wanted in (one.id, str(one.number or ""), one.heading.casefold()):
                return one.id
        table = self.table(named)
        if table is not None:
            return table.id
        if wanted in {passage.section for passage in self.plan.passage_rows.values()}:
            return wanted
        listed = ", ".join(one.id for one in sections)
        raise UnknownNameError(f"The report has no section “{shortened(named)}”: it has {listed}.")

    # What it is called

    def ref(self, row: Row) -> str:
        """Return the ref by which a row of the plan is named, with what it is where that helps."""
        return self._ref_of_form_row(row) if isinstance(row, Answer) else self._ref_of(row)

    def _ref_of(self, row: Row) -> str:
        plan = self.plan
        match row:
            case Action():
                return f"action {plan.ref_of(row.id)}"
            case Aim():
                return f"aim {plan.number_of(row.id)}"
            case ProgressNote():
                notes = plan.notes_of(row.parent)
                return f"{plan.ref_of(row.parent)}/progress/{_place_in(notes, row)}"
            case Passage():
                passages = plan.passages_of(row.section)
                return f"report/{row.section}/{_place_in(passages, row)}"
            case Appendix():
                return f"appendix/{_place_in(plan.appendices, row)}"
        return f"assessment-{_place_in(plan.assessments, row)}"

    def _ref_of_form_row(self, row: Answer) -> str:
        assessment = self.plan.assessment_rows[row.parent]
        place = _place_in(self.plan.assessments, assessment)
        first = f"assessment-{place}/" if len(self.plan.assessments) > 1 else ""
        answered = AnsweredForm(form_for(assessment.form), self.plan.answers_of(assessment.id))
        found = answered.row_of(row.question)
        return f"{first}{found.place if found is not None else row.question}"

    def with_it(self, row: Row) -> str:
        """Return what else goes with a row that is removed, empty if nothing does."""
        plan = self.plan
        actions = plan.actions_of(row.id) if isinstance(row, Aim) else ()
        acted = (row, *actions) if isinstance(row, Action) else actions
        notes = sum(len(plan.notes_of(action.id)) for action in acted)
        answers = len(plan.answers_of(row.id)) if isinstance(row, Assessment) else 0
        parts = ((len(actions), "action"), (notes, "progress note"), (answers, "answer"))
        return " and ".join(counted(number, name) for number, name in parts if number)

    # What is done

    def added(self, parent: str, text: str, kind: str = "") -> Change:
        """Return the change that adds below `parent`, after what is there.

        `parent` is "aim" for an aim, an aim's number for an action, "report/SECTION" for a
        paragraph, "appendix", or "assessment", whose text is the form. A `kind` is that of the
        paragraph or of the appendix.
        """
        name = parent.strip()
        change = (
            self._paper_added(name, text, kind)
            or self._added(name, text)
            or self._form_row_added(name, text)
        )
        if change is None:
            raise UnknownNameError(
                f"Nothing is added to “{shortened(parent)}”: name aim for a new aim, an aim's "
                "number for a new action in it, report/SECTION for a new paragraph, appendix, "
                "assessment, or a table of its form to which rows are added. A progress note is "
                "added with plandesk note."
            )
        return change

    def _added(self, name: str, text: str) -> Change | None:
        plan = self.plan
        if name.lower() == "aim":
            return edits.add_aim(plan, len(plan.aims), text)
        if aim := _AIM.fullmatch(name):
            aim_id = self._aim(aim["aim"]).id
            return edits.add_action(plan, aim_id, len(plan.actions_of(aim_id)), text)
        if name.lower() == "assessment":
            return edits.add_assessment(plan, form_to_add(self.council, text))
        return None

    def _form_row_added(self, name: str, text: str) -> Change | None:
        found = self._form_table(name)
        if found is None:
            return None
        named, table = found
        place = len(named.answered_form.open_rows[table.id])
        return edits.add_form_row(named.answered_form, named.assessment.id, table, place, text)

    def made_action(self, parent: str, named: str) -> Change:
        """Return the change that makes the row of a form named so an action of an aim."""
        aim, found = _AIM.fullmatch(parent.strip()), self._form_row(named.strip())
        if aim is None:
            raise UnknownNameError("Name the number of the aim that the action is part of.")
        if found is None:
            raise UnknownNameError(f"There is no row “{shortened(named)}” in a form.")
        assessment, row = found
        if row.table.action is None:
            raise UnknownNameError(f"The form does not say how {row.place} is made an action.")
        if not says_what_to_do(assessment.answered_form.answers, row):
            raise UnknownNameError(f"{row.place} does not say yet what will be done.")
        if ref := action_of(self.plan, row):
            raise UnknownNameError(f"{row.place} is action {ref} already.")
        aim_id = self._aim(aim["aim"]).id
        return edits.make_action(self.plan, assessment.assessment.id, row, aim_id)

    def _paper_added(self, name: str, text: str, kind: str) -> Change | None:
        plan = self.plan
        if name.lower() == "appendix":
            of_kind = _one_of(kind or "text", get_args(AppendixKind), "An appendix")
            change = edits.add_appendix(plan, len(plan.appendices), of_kind, title=text)
            if not change.rows:
                raise UnknownNameError(f"The report has an appendix of kind {kind} already.")
            return change
        section = _SECTION.fullmatch(name)
        if section is None or section["place"] is not None:
            return None
        section_id = self.section(section["section"])
        table = self.council.report.table(section_id)
        place = len(plan.passages_of(section_id))
        if table is not None:
            if table.is_fixed:
                rows = ", ".join(row.id for row in table.rows)
                raise UnknownNameError(f"The format says which rows {table.id} has: {rows}.")
            kept = [one for one in plan.passages_of(section_id) if one.row_id != TOTAL]
            return edits.add_row(plan, table, len(kept), text=text)
        fitting = None
        if kind:
            known = (*kinds_in(section_id, self.council.report), "table")
            fitting = _one_of(kind, known, "A paragraph of that section")
        return edits.add_passage(
            plan, section_id, place, self.council.report, kind=fitting, text=text
        )

    def moved(self, named: str, to: str) -> Change:
        """Return the change that moves a row to where it is then called `to`.

        An action whose `to` is an aim's number comes last in that aim.
        """
        row, plan = self.row(named), self.plan
        match row:
            case Action():
                aim_id, place = self._place_of_action(row, to)
                return edits.move_action(plan, row.id, aim_id, place)
            case Aim():
                place = self._place(to, _AIM, "aim", len(plan.aims), "an aim becomes 1 to")
                return edits.move_aim(plan, row.id, place)
            case Passage() if row.row_id:
                raise UnknownNameError(f"{self.ref(row)} stays where it is: its table has it.")
            case Passage():
                section, place = self._place_of_passage(row, to)
                if (row.kind == "row" or self.table(section)) and section != row.section:
                    raise UnknownNameError(f"{self.ref(row)} stays in its table.")
                return edits.move_passage(plan, row.id, section, place, self.council.report)
            case Answer():
                return self._form_row_moved(named, to)
            case Appendix():
                most = len(plan.appendices)
                place = self._place(to, _NUMBERED, "number", most, "an appendix becomes 1 to")
                return edits.move_appendix(plan, row.id, place)
            case _:
                raise UnknownNameError(f"{self.ref(row)} stays where it is: no paper moves it.")

    def _form_row_moved(self, named: str, to: str) -> Change:
        found, number = self._form_row(named.strip()), _LAST_NUMBER.search(to.strip())
        if found is None or number is None:
            raise UnknownNameError(f"A row becomes one of its table, such as 1: not “{to}”.")
        assessment, row = found
        rows = assessment.answered_form.open_rows[row.table.id]
        if not 1 <= int(number[1]) <= len(rows):
            said = f"a row of it becomes 1 to {len(rows)}"
            raise UnknownNameError(f"It cannot become “{shortened(to)}”: {said}.")
        return edits.move_form_row(assessment.assessment.id, rows, row, int(number[1]) - 1)

    def _place_of_action(self, action: Action, to: str) -> tuple[str, int]:
        into = _REF.fullmatch(to.strip())
        whole = into or _AIM.fullmatch(to.strip())
        if whole is None:
            raise UnknownNameError(
                f"An action becomes one of an aim, such as 2.1, and not “{shortened(to)}”."
            )
        aim = self._aim(whole["aim"])
        others = [one for one in self.plan.actions_of(aim.id) if one.id != action.id]
        place = int(into["place"]) if into is not None else len(others) + 1
        if not 1 <= place <= len(others) + 1:
            number = self.plan.number_of(aim.id)
            most = f"{number}.{len(others) + 1}"
            said = f"{number}.1 to {most}" if others else most
            raise UnknownNameError(f"It cannot become {to}: in aim {number} it can be {said}.")
        return aim.id, place - 1

    def _place_of_passage(self, passage: Passage, to: str) -> tuple[str, int]:
        named = to.strip()
        into = _SECTION.fullmatch(
            f"report/{passage.section}/{named}" if named.isdecimal() else named
        )
        if into is None:
            raise UnknownNameError(
                f"A paragraph becomes one of report/SECTION/1, not “{shortened(to)}”."
            )
        section = self.section(into["section"])
        rows = (one for one in self.plan.passages_of(section) if one.row_id != TOTAL)
        others = [one for one in rows if one.id != passage.id]
        place = int(into["place"] or len(others) + 1)
        if not 1 <= place <= len(others) + 1:
            raise UnknownNameError(
                f"It cannot become {to}: there it can be report/{section}/1 to {len(others) + 1}."
            )
        return section, place - 1

    @staticmethod
    def _place(to: str, pattern: re.Pattern[str], group: str, most: int, said: str) -> int:
        found = pattern.fullmatch(to.strip())
        number = int((found[group] if found else None) or 0)
        if not 1 <= number <= most:
            raise UnknownNameError(f"It cannot become “{shortened(to)}”: {said} {most}.")
        return number - 1

    def duplicated(self, named: str) -> Change:
        """Return the change that adds a copy of a row below it."""
        row, plan = self.row(named), self.plan
        match row:
            case Action():
                return edits.duplicate_action(plan, row.id)
            case Aim():
                return edits.duplicate_aim(plan, row.id)
            case Passage():
                return edits.duplicate_passage(plan, row.id, self.council.report)
            case Assessment():
                return edits.duplicate_assessment(plan, row.id)
            case _:
                raise UnknownNameError(f"No copy is made of {self.ref(row)}.")

    def removed(self, named: str) -> Change:
        """Return the change that removes a row, with all that belongs to it."""
        row, found = self.row(named), self._form_row(named.strip())
        if found is not None:
            return edits.delete_form_row(self.plan, row.parent, found[1])
        return self._removed(row)

    def _removed(self, row: Row) -> Change:
        plan = self.plan
        match row:
            case Action():
                return edits.delete_action(plan, row.id)
            case Aim():
                return edits.delete_aim(plan, row.id)
            case ProgressNote():
                return edits.delete_note(plan, row.id)
            case Passage():
                return edits.delete_passage(plan, row.id, self.council.report)
            case Appendix():
                return edits.delete_appendix(plan, row.id)
            case _:
                return edits.delete_assessment(plan, row.id)


_ADDED: tuple[TableName, ...] = (
    "assessments",
    "appendices",
    "passages",
    "aims",
    "actions",
    "progress",
    "answers",
)
"""Tables in the order in which a change is told by what it adds: an aim before its actions."""


def row_added_by(plan: Plan, change: Change) -> Row | None:
    """Return the row of a plan that a change has added, with whatever belongs to it."""
    added = {one.table: one.id for one in change.rows if one.before is None}
    return next((plan.table(name)[added[name]] for name in _ADDED if name in added), None)


def _place_in(rows: Sequence[Row], row: Row) -> int:
    return [one.id for one in rows].index(row.id) + 1


def _one_of(kind: str, known: Sequence[KindT], what: str) -> KindT:
    found = next((one for one in known if one == kind.strip().lower()), None)
    if found is None:
        raise UnknownNameError(
            f"{what} has no kind “{shortened(kind)}”: it can be {', '.join(known)}."
        )
    return found


def _nth(rows: Sequence[Row], number: str, said: str) -> Row:
    if not 1 <= int(number) <= len(rows):
        have = f"there are {len(rows)}" if rows else "there is none"
        raise UnknownNameError(f"There is no {said}: {have}.")
    return rows[int(number) - 1]
