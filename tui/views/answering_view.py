"""Answering the questions of a form one after another: boxes, Enter, and what is offered."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import on
from textual.getters import query_one

from desk.wanted_answers import all_taken, next_wanted, nothing_wanted
from tui.views.adding_view import AddingView
from tui.widgets.mark_table import MarkTable

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from tui.widgets.field_editor import FieldEditor


class AnsweringView(AddingView):
    """A view of the questions of a form; Enter in an answer goes to the next that is wanted."""

    marks = query_one(MarkTable)

    @abstractmethod
    def go_to_question(self, question: str) -> None:
        """Put the cursor on a question: on its boxes, or on its field."""

    def begin(self, place: int, field: "FieldContent") -> None:
        """Edit an answer; Enter then goes on, also from one that may have several paragraphs."""
        super().begin(place, field)
        editor = self.fields.editor
        if editor is not None and editor.field is field:
            editor.let_enter_go_on("Enter: the next that is wanted   Ctrl+J: new line   Esc: done")

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Go from an answer to the next that is wanted, where Enter was pressed."""
        if not message.by_enter:
            return  # the base class does the rest
        message.stop()
        message.prevent_default()
        question = message.editor.field.key
        if self.leave_field():
            self.call_after_refresh(self.go_to_next_wanted, question)

    def go_to_next_wanted(self, question: str) -> None:
        """Go to the next answer that is wanted after that of a question, and begin it."""
        checklist = self.checklist
        if checklist is None:
            return
        wanted = next_wanted(checklist, question)
        if not wanted:
            self.list_here.focus()
            self.say(nothing_wanted(checklist))
            return
        if wanted in checklist.asked and not checklist.asked[wanted].fields:
            self.go_to(wanted)
            return
        self.row = checklist.row_of(wanted)
        keys = [field.key for field in self.contents()]
        if self.is_in_boxes(wanted) or wanted not in keys:
            self.go_to_question(wanted)
        else:
            self.edit_field(keys.index(wanted))

    def is_in_boxes(self, question: str) -> bool:
        """Return whether a question is answered in the boxes that are shown."""
        grid = self.marks.grid
        return grid is not None and any(row.boxes[0].question == question for row in grid.rows)

    # Boxes

    def action_mark(self) -> None:
        """Tick the box under the cursor, or clear it."""
        if self.marks.box is not None:
            self.post_message(MarkTable.Ticked(self.marks.box))

    def action_mark_on(self) -> None:
        """Tick the box under the cursor; from a ticked one, go to the next that is wanted."""
        box = self.marks.box
        if box is not None and box.is_ticked:
            self.go_to_next_wanted(box.question)
        else:
            self.action_mark()

    @on(MarkTable.Ticked)
    def tick(self, message: MarkTable.Ticked) -> None:
        """Tick a box, or clear it; in a table a tick steps to the next row."""
        message.stop()
        checklist = self.checklist
        if checklist is None or self.is_read_only():
            return
        if self.session.make(checklist.ticked(message.box)):
            self.show()
            if not message.box.is_ticked:
                self.marks.step_down()

    @on(MarkTable.LeftBelow)
    def go_below_boxes(self) -> None:
        """Go to the fields below the boxes, if there are any."""
        if self.fields.rows:
            self.fields.go_to(0)

    # What is offered

    def action_take(self) -> None:
        """Take over the answer that is offered from the report or the plan."""
        checklist = self.checklist
        offer = checklist.offer(self.row) if checklist is not None else None
        if checklist is None or offer is None:
            self.say("No answer is offered here.")
            return
        field, text, source = offer
        if self.make(checklist.answered(field.question, text)):
            self.say(f"Taken from {source}. u takes it out again.")

    def action_take_all(self) -> None:
        """Take over every answer that is offered and still blank."""
        checklist, row = self.checklist, self.row
        if checklist is None:
            self.say("No answer is offered here.")
            return
        change, taken = all_taken(checklist)
        if not taken:
            self.say("No answer is offered that is not in the form already.")
        elif self.make(change):
            self.go_to(row)
            self.say(f"Taken: {taken} of what is offered. u takes it out again.")
