"""The Equality view: the assessments, the checklist of one of them, and one question to answer.

The assessments are listed only if there are several.
"""

from collections.abc import Mapping
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from desk.equality_contents import GO_TO, WHOLE, Checklist
from desk.field_contents import FieldContent
from desk.session import PlanSession
from desk.today import today
from plan.changes import edits
from plan.changes.change import Change
from plan.checks.paper import Paper
from plan.council.format import FormatError
from plan.model.finding import Place
from store.formats import form_for
from tui.commands import EQUALITY, Where
from tui.keys.bindings import bindings_at
from tui.views.adding_view import idle_at
from tui.views.answering_view import AnsweringView
from tui.views.equality.checklist_rows import (
    assessment_row,
    checklist_rows,
    guide_above,
    guide_below,
    title_beside,
)
from tui.views.own_values import choose_value
from tui.widgets.field_panel import FieldPanel, FieldRow
from tui.widgets.guide import Guide
from tui.widgets.mark_table import MarkTable
from tui.widgets.row_list import RowList

NONE_YET = "No assessment yet: {add} adds one."

_OF_AN_ASSESSMENT = frozenset(
    {"edit", "delete", "duplicate", "go-in", "go-back", "make-action", "take", "take-all"}
    | {"move-row-up", "move-row-down", "next-panel", "previous-panel"}
)
"""The ids of the commands that do nothing while there is no assessment."""
_NARROWEST, _WIDEST = 10, 30
"""Least and greatest width of the labels of a question's fields, in cells."""


class EqualityView(AnsweringView):
    """The equality impact assessments of a plan.

    `assessment` is the id of the one that is shown, `row` that of the row under the cursor.
    """

    SCOPED_CSS = False
    DEFAULT_CSS = """
    EqualityView {
        #assessments { width: 1fr; max-width: 36; }
        #questions { width: 1fr; max-width: 64; }
        #answer { width: 1fr; }
    }

    .-narrow EqualityView {
        #assessments, #questions { max-width: 100%; }
        &.-at-assessments #assessments { display: block; }
        &.-at-questions #questions { display: block; }
        &.-at-answer #answer { display: block; }
    }
    """

    BINDINGS = bindings_at(*EQUALITY, "jumping")

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="equality")
        self._list: Where = "questions"
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
        """Show the assessment with the cursor where it was."""
        self.lists[0].border_title = "Assessments"
        self.fields.above = self.marks
        self.fields.below = self.query_one("#explained")
        self.show()
        self.screen.set_focus(self.list_here)

    @property
    def lists(self) -> tuple[RowList, RowList]:
        """The list of assessments, and the checklist of the one shown."""
        return self.query_one("#assessments", RowList), self.query_one("#questions", RowList)

    @property
    def list_here(self) -> RowList:
        """The list that the cursor is in."""
        assessments, questions = self.lists
        return assessments if self._list == "assessments" and assessments.display else questions

    @property
    def panels(self) -> tuple[Widget, ...]:
        """The lists, and the question's boxes and fields, without those that are empty."""
        assessments, questions = self.lists
        listed = (assessments, questions) if assessments.display else (questions,)
        marks = (self.marks,) if self.marks.display else ()
        return (*listed, *marks, *((self.fields,) if self.fields.rows else ()))

    @property
    def idle(self) -> frozenset[str]:
        """The ids of the commands that would do nothing without an assessment, or on a part."""
        if not self.assessment:
            return _OF_AN_ASSESSMENT
        is_alone = self.where == "questions" and not self.lists[0].display
        idle = {"make-action"} if self.is_at_whole else idle_at(self.checklist, self.row)
        return frozenset(idle | ({"go-back"} if is_alone else set()))

    @property
    def is_at_whole(self) -> bool:
        """Whether the cursor is on a whole assessment, and not on one of its parts or questions."""
        return self.where == "assessments" or (self.where == "questions" and self.row == WHOLE)

    @property
    def checklist(self) -> Checklist | None:
        """The assessment that is shown, or None if there is none or its form cannot be used."""
        return self._checklist_of(self.assessment)[0]

    def _checklist_of(self, assessment: str) -> tuple[Checklist | None, str]:
        """Return the checklist of an assessment, or None and a sentence that says why not."""
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

    def where_is(self, focused: Widget | None) -> Where:
        """Return which panel has the focus; the boxes count as one, with their own keys."""
        if isinstance(focused, FieldRow):
            return "answer"
        if focused is self.marks:
            return "marks"
        return "assessments" if focused is self.lists[0] else "questions"

    @property
    def place(self) -> dict[str, str]:
        """The assessment and the row where the officer is."""
        return {"assessment": self.assessment, "row": self.row}

    def return_to(self, place: Mapping[str, str]) -> None:
        """Go back to the question where the officer was."""
        self.set_reactive(EqualityView.assessment, place.get("assessment", ""))
        self.set_reactive(EqualityView.row, place.get("row", WHOLE))

    @property
    def stop(self) -> dict[str, str]:
        """The assessment, the row and the field where the officer is; the boxes count as one."""
        field = "boxes" if self.where == "marks" else self.field_focused
        return {"assessment": self.assessment, "row": self.row, "field": field}

    def show_stop(self, stop: Mapping[str, str]) -> None:
        """Put the cursor on a question where the officer was, on its boxes or a field of it."""
        self._list = "questions"
        self.return_to(stop)
        self.enter()
        if stop["field"] == "boxes" and self.marks.display:
            self.marks.focus()
        elif stop["field"]:
            self.go_to_field(stop["field"])

    # What is shown

    def contents(self) -> tuple[FieldContent, ...]:
        """Return the fields of the question under the cursor."""
        checklist = self.checklist
        return checklist.contents(self.row) if checklist is not None else ()

    def show(self) -> None:
        """Show the assessments as they are now, keeping the cursor on its row if it is there."""
        ids = [assessment.id for assessment in self.plan.assessments]
        if self.assessment not in ids:
            self.set_reactive(EqualityView.assessment, ids[0] if ids else "")
        self._show_lists(ids)
        self.show_fields()
        self.update_keys()

    def watch_assessment(self) -> None:
        """Show the assessment under the cursor."""
        self.show()

    def watch_row(self, row: str) -> None:
        """Show the question under the cursor."""
        if row == self.lists[1].current:
            self.show_fields()
            self.update_keys()
        else:
            self.show()

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
        questions.empty = problem or self.keyed(NONE_YET, "questions")
        if self.row not in [row.id for row in listed]:
            self.set_reactive(EqualityView.row, WHOLE)
        questions.show(listed, self.row)
        number = f" {ids.index(self.assessment) + 1}" if len(ids) > 1 else ""
        questions.border_title = Content(f"Assessment{number}")

    def show_fields(self) -> None:
        """Show the question under the cursor, unless its answer is being edited."""
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
        self.fields.show_fitted(contents, _NARROWEST, _WIDEST)
        if (self.assessment, self.row) != self._shown_row:
            self._shown_row = (self.assessment, self.row)
            self.fields.go_to_top()

    # Where the officer is

    @on(OptionList.OptionHighlighted, "#assessments")
    def follow_to_assessment(self, event: OptionList.OptionHighlighted) -> None:
        """Show the assessment under the cursor."""
        event.stop()
        self.assessment = self.lists[0].current or self.assessment

    @on(OptionList.OptionHighlighted, "#questions")
    def follow_to_question(self, event: OptionList.OptionHighlighted) -> None:
        """Show the question under the cursor."""
        event.stop()
        self.row = self.lists[1].current or WHOLE

    def follow_focus(self, event: events.DescendantFocus) -> None:
        """Note which panel has the focus now."""
        assessments, questions = self.lists
        if event.widget is assessments:
            self._list = "assessments"
        elif event.widget is questions:
            self._list = "questions"
        self.at = self._list if event.widget in (assessments, questions) else "answer"

    def action_go_in(self) -> None:
        """Go to the panel on the right."""
        if self.where == "assessments":
            self.lists[1].focus()
        elif self.marks.display:
            self.marks.focus()
        else:
            self.fields.go_to(self.fields.current)

    def action_go_back(self) -> None:
        """Go to the panel on the left."""
        if self.where in ("answer", "marks"):
            self.lists[1].focus()
        elif self.lists[0].display:
            self.lists[0].focus()

    def action_leave(self) -> None:
        """Go back from the boxes to the questions."""
        self.lists[1].focus()

    def go_to(self, row: str) -> None:
        """Put the cursor on a row of the checklist."""
        self._list = "questions"
        self.row = row
        self.lists[1].focus()

    def go_to_question(self, question: str) -> None:
        """Put the cursor on a question: on its boxes, or on its field."""
        checklist = self.checklist
        if checklist is None:
            return
        self.row = checklist.row_of(question)
        keys = [field.key for field in self.contents()]
        if self.is_in_boxes(question):
            self.marks.go_to(question)
            self.marks.focus()
        elif question in keys:
            self.fields.go_to(keys.index(question))

    def show_place(self, place: Place) -> None:
        """Put the cursor on a question, or on the first one of a group."""
        self.assessment = place.id
        form = self.checklist.form if self.checklist is not None else None
        asked = [
            field.question
            for field in (form.every_field if form is not None else ())
            if place.field in (field.question, field.question.partition(".")[0])
        ]
        if asked:
            self.go_to_question(asked[0])

    def show_change(self, change: Change) -> None:
        """Show the assessments after a change, with the cursor on what it changed."""
        touched = {row.table: row for row in reversed(change.rows)}
        if "assessments" in touched:
            self.set_reactive(EqualityView.assessment, touched["assessments"].id)
            self.show()
            self.go_to(WHOLE)
        elif "answers" in touched:
            values = touched["answers"].after or touched["answers"].before or {}
            self.set_reactive(EqualityView.assessment, values["parent"])
            self.show()
            self.go_to_question(values["question"])
        else:
            self.show()

    # Answers in words

    def choose_value(self, place: int, field: FieldContent) -> None:
        """Ask which word of a key is the answer."""
        choose_value(self, place, field)

    def change_of(self, field: FieldContent, typed: str) -> Change:
        """Return the change that puts what was typed into an answer."""
        checklist = self.checklist
        if checklist is None:
            return Change(label="", rows=())
        return checklist.answered(field.key, typed)

    def action_edit(self) -> None:
        """Answer the question under the cursor, with its boxes or in words."""
        if self.checklist is None:
            self.say(self.keyed(NONE_YET, "questions"))
        elif self.where == "answer":
            self.edit_field(self.fields.current)
        elif self.where == "assessments" or self.row not in self.checklist.asked:
            self.action_go_in()
        else:
            self.answer(0)

    def answer(self, place: int) -> None:
        """Focus the boxes of the question under the cursor, or edit its field at `place`."""
        if self.marks.display and place <= 0:
            self.marks.focus()
        else:
            self.edit_field(place)

    def edit_field(self, place: int) -> None:
        """Edit the field at `place`; past the last or before the first, go to another question."""
        if 0 <= place < len(self.contents()):
            super().edit_field(place)
        elif place < 0 and self.marks.display:
            self.marks.focus()
        else:
            self.answer_beside(-1 if place < 0 else 1)

    def answer_beside(self, step: int) -> None:
        """Go to the next question (1) or the one before (-1) and edit its answer."""
        asked = list(self.checklist.asked) if self.checklist is not None else []
        place = asked.index(self.row) + step if self.row in asked else -1
        if 0 <= place < len(asked):
            self.row = asked[place]
            self.answer(0 if step > 0 else max(len(self.contents()) - 1, 0))
        else:
            self.list_here.focus()

    def begin(self, place: int, field: FieldContent) -> None:
        """Edit an answer, or follow a link to a question."""
        if field.key == GO_TO:
            self.go_to(field.owner)
        else:
            super().begin(place, field)

    def action_next_field(self) -> None:
        """Go from the boxes to the first field below them, or to the next question."""
        self.edit_field(0)

    def action_previous_field(self) -> None:
        """Go from the boxes to the question before."""
        self.answer_beside(-1)

    # Whole assessments

    def action_duplicate(self) -> None:
        """Add a copy of the assessment with its answers below it."""
        if not self.assessment:
            self.say(self.keyed(NONE_YET, "questions"))
        elif not self.is_for_whole("Nothing was copied", "copy it"):
            return
        elif self.make(edits.duplicate_assessment(self.plan, self.assessment)):
            self.say("A copy is below, with its answers. u takes it back.")

    def action_delete(self) -> None:
        """Delete the assessment, or empty the answer under the cursor."""
        checklist = self.checklist
        if self.assessment and (checklist is None or self.is_at_whole):
            change = edits.delete_assessment(self.plan, self.assessment)
            if self.make(change):
                self.say_gone(f"{change.label}: done")
        elif checklist is None:
            self.say(self.keyed(NONE_YET, "questions"))
        elif self.row not in checklist.asked:
            self.say("A part stays; its answers can be emptied one by one.")
        else:
            self._empty()

    def is_for_whole(self, nothing: str, wanted: str) -> bool:
        """Return whether the cursor is on a whole assessment; if not, say where to go."""
        if not self.assessment or self.is_at_whole:
            return True
        where = "the list of assessments" if self.lists[0].display else "the first line of the list"
        self.say(f"{nothing}: this is a question of the assessment. Go to {where} to {wanted}.")
        return False

    def _empty(self) -> None:
        checklist = self.checklist
        if checklist is None:
            return
        contents = self.contents()
        if self.where == "answer" and contents:
            change = checklist.answered(contents[self.fields.current].key, "")
        else:
            change = checklist.emptied(self.row)
        was_at_list = self.where == "questions"
        is_row = was_at_list and checklist.asked[self.row].row is not None
        if self.make(change):
            done = "done" if is_row else "it is empty now"
            self.say_gone(f"{change.label}: {done}")
        elif change.is_empty:
            self.say("It is empty already.")
        if was_at_list:
            self.lists[1].focus()

    # Copying

    def action_copy(self) -> None:
        """Copy the answer under the cursor, to be pasted here or into other programs."""
        contents = self.contents()
        if contents:
            self.copy_words(contents[self.fields.current].shown)
            self.say("Copied. v puts it in the place of another answer.")

    def action_paste(self) -> None:
        """Replace the answer by what was copied."""
        contents, words = self.contents(), self.words_copied
        if not words:
            self.say("Nothing to paste here: c copies an answer.")
        elif contents and contents[self.fields.current].key != GO_TO:
            field = contents[self.fields.current]
            self.make_pasted(field.label, words, partial(self.change_of, field, words))
