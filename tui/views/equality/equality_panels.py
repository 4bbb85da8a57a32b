"""The panels of the equality view: the assessments, the checklist of one, and one question.

The assessments are listed only where there are several.
"""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from desk.equality_contents import WHOLE, Checklist, is_part_row
from desk.field_contents import FieldContent
from desk.session import PlanSession
from desk.today import today
from plan.changes.change import Change
from plan.checks.paper import Paper
from plan.council.format import FormatError
from plan.model.finding import Place
from plan.model.plan import Plan
from store.formats import form_for
from tui.commands import EQUALITY, Where
from tui.views.equality.equality_rows import (
    assessment_row,
    checklist_rows,
    guide_above,
    guide_below,
    title_beside,
)
from tui.views.fields_view import FieldsView
from tui.widgets.field_panel import FieldPanel, FieldRow
from tui.widgets.guide import Guide
from tui.widgets.mark_table import MarkTable
from tui.widgets.row_list import RowList

NONE_YET = "No assessment yet: a adds one."

_NARROWEST, _WIDEST = 10, 30
"""Cells for the labels of a question's fields."""


class EqualityPanels(FieldsView):
    """What is shown of the assessments, and where the officer is in them.

    `assessment` is the id of the one that is shown, `row` the row of its checklist.
    """

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="equality")
        self.assessment = ""
        self.row = WHOLE
        self.panel: Where = "questions"
        self._shown_row = ("", "")

    def compose(self) -> ComposeResult:
        """Yield the three panels."""
        yield RowList(id="assessments")
        yield RowList(id="questions")
        with FieldPanel(id="answer"):
            yield Guide(id="guide")
            yield MarkTable(id="marks")
            yield Guide(id="explained")

    def on_mount(self) -> None:
        """Show the assessment with the cursor where it was last."""
        self.lists[0].border_title = "Assessments"
        self.fields.above = self.marks
        self.fields.below = self.query_one("#explained")
        self.show()
        self.screen.set_focus(self.list_here)

    @property
    def lists(self) -> tuple[RowList, RowList]:
        """The list of assessments, and the checklist of one."""
        return self.query_one("#assessments", RowList), self.query_one("#questions", RowList)

    @property
    def marks(self) -> MarkTable:
        """The boxes of the question under the cursor."""
        return self.query_one(MarkTable)

    @property
    def list_here(self) -> RowList:
        """The list that the cursor is in."""
        assessments, questions = self.lists
        return assessments if self.panel == "assessments" and assessments.display else questions

    @property
    def panels(self) -> tuple[Widget, ...]:
        """The lists, and of the question its boxes and its answers in words, as far as there."""
        assessments, questions = self.lists
        listed = (assessments, questions) if assessments.display else (questions,)
        marks = (self.marks,) if self.marks.display else ()
        return (*listed, *marks, *((self.fields,) if self.fields.rows else ()))

    @property
    def idle(self) -> frozenset[str]:
        """The commands that would do nothing where there is no assessment, or on a part of one."""
        if not self.assessment:
            return frozenset({"edit", "delete", "duplicate", "copy", "paste", "go-in"})
        if self.is_at_whole:
            return frozenset()
        is_no_question = self.row == WHOLE or is_part_row(self.row)
        return frozenset(("add", "duplicate", *(("delete",) if is_no_question else ())))

    @property
    def is_at_whole(self) -> bool:
        """Whether the cursor is on a whole assessment and not on a part or question of it."""
        return self.where == "assessments" or (self.where == "questions" and self.row == WHOLE)

    @property
    def plan(self) -> Plan:
        """The plan as shown."""
        return self.session.plan

    @property
    def checklist(self) -> Checklist | None:
        """The assessment that is shown, None where there is none or its form cannot be used."""
        return self._checklist_of(self.assessment)[0]

    def _checklist_of(self, assessment: str) -> tuple[Checklist | None, str]:
        """Return the checklist of an assessment, else a sentence that says why there is none."""
        row = self.plan.assessment_rows.get(assessment)
        if row is None:
            return None, ""
        try:
            form = form_for(row.form)
        except FormatError as error:
            return (
                None,
                f"The form of this assessment cannot be used. {error} Its answers are safe.",
            )
        paper = Paper(self.plan, self.session.council, today(), {row.form: form})
        return Checklist(self.plan, assessment, form, paper), ""

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        if self.fields.editor is not None:
            return "editing"
        focused = self.screen.focused
        if isinstance(focused, FieldRow):
            return "answer"
        if focused is self.marks:
            return "marks"
        return "assessments" if focused is self.lists[0] else "questions"

    @property
    def place(self) -> dict[str, str]:
        """Where the officer is."""
        return {"assessment": self.assessment, "row": self.row}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Be at the question where the officer was."""
        self.assessment = place.get("assessment", "")
        self.row = place.get("row", WHOLE)

    # What is shown

    def contents(self) -> tuple[FieldContent, ...]:
        """Return the fields of the question under the cursor."""
        checklist = self.checklist
        return checklist.contents(self.row) if checklist is not None else ()

    def show(self) -> None:
        """Show the assessments as they are now, the cursor where it was as far as that is there."""
        ids = [assessment.id for assessment in self.plan.assessments]
        if self.assessment not in ids:
            self.assessment = ids[0] if ids else ""
        self._show_lists(ids)
        self.show_fields()
        self.tell_keys()

    def _show_lists(self, ids: list[str]) -> None:
        assessments, questions = self.lists
        assessments.display = len(ids) > 1
        rows = [
            assessment_row(one, number, self._checklist_of(one)[0])
            for number, one in enumerate(ids, 1)
        ]
        assessments.show(rows, self.assessment)
        checklist, problem = self._checklist_of(self.assessment)
        listed = checklist_rows(checklist) if checklist is not None else []
        questions.empty = problem or NONE_YET
        if self.row not in [row.id for row in listed]:
            self.row = WHOLE
        questions.show(listed, self.row)
        number = f" {ids.index(self.assessment) + 1}" if len(ids) > 1 else ""
        questions.border_title = Content(f"Assessment{number}")

    def show_fields(self) -> None:
        """Show the question under the cursor, unless its answer is being written."""
        if self.fields.editor is not None:
            return
        guide = self.query_one("#guide", Guide)
        checklist, problem = self._checklist_of(self.assessment)
        if checklist is None:
            self.fields.border_title = "Equality"
            guide.show(problem or "The plan has no equality impact assessment yet.")
            self.marks.show(None)
            self.query_one("#explained", Guide).show()
            self.fields.show(())
            return
        self.fields.border_title = Content(title_beside(checklist, self.row))
        guide.show(*guide_above(checklist, self.row))
        self.marks.show(checklist.grid(self.row))
        self.query_one("#explained", Guide).show(*guide_below(checklist, self.row))
        contents = checklist.contents(self.row)
        longest = max((len(field.label) for field in contents), default=0) + 2
        self.fields.label_width = min(max(longest, _NARROWEST), _WIDEST)
        self.fields.show(contents)
        if (self.assessment, self.row) != self._shown_row:
            self._shown_row = (self.assessment, self.row)
            self.fields.current = 0
            self.fields.scroll_home(animate=False)

    # Where the officer is

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what belongs to the row that the cursor has come to."""
        event.stop()
        assessments, questions = self.lists
        if event.option_list is assessments:
            self.assessment = assessments.current or self.assessment
            self.show()
        else:
            self.row = questions.current or WHOLE
            self.show_fields()
            self.tell_keys()

    def followed(self, event: events.DescendantFocus) -> None:
        """Note which panel the focus has come to."""
        assessments, questions = self.lists
        if event.widget is assessments:
            self.panel = "assessments"
        elif event.widget is questions:
            self.panel = "questions"
        at = self.panel if event.widget in (assessments, questions) else "answer"
        for name in EQUALITY:
            self.set_class(name == at, f"-at-{name}")

    def go_to(self, row: str) -> None:
        """Put the cursor on a row of the checklist."""
        self.row = row
        self.panel = "questions"
        self.show()
        self.lists[1].focus()

    def go_to_question(self, question: str) -> None:
        """Put the cursor on a question: on its boxes, or on its answer in words."""
        checklist = self.checklist
        if checklist is None:
            return
        self.row = checklist.row_of(question)
        self.show()
        keys = [field.key for field in self.contents()]
        grid = self.marks.grid
        if grid is not None and any(row.boxes[0].question == question for row in grid.rows):
            self.marks.go_to(question)
            self.marks.focus()
        elif question in keys:
            self.fields.go_to(keys.index(question))

    def show_place(self, place: Place) -> None:
        """Put the cursor on a question, or on the first of a group of them."""
        self.assessment = place.id
        self.show()
        form = self.checklist.form if self.checklist is not None else None
        asked = [
            field.question
            for field in (form.every_field if form is not None else ())
            if place.field in (field.question, field.question.partition(".")[0])
        ]
        if asked:
            self.go_to_question(asked[0])

    def show_change(self, change: Change) -> None:
        """Show the assessments after a change, with the cursor on what it has touched."""
        for row in change.rows:
            values = row.after or row.before or {}
            if row.table == "assessments":
                self.assessment = row.id
                self.go_to(WHOLE)
                return
        for row in change.rows:
            values = row.after or row.before or {}
            if row.table == "answers":
                self.assessment = values["parent"]
                self.go_to_question(values["question"])
                return
        self.show()
