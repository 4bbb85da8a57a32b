"""The equality view: keys become answers to the questions of an assessment."""

from functools import partial

from textual.widgets import OptionList

from desk.equality_contents import GO_TO
from desk.field_contents import FieldContent
from plan.changes import edits
from plan.changes.change import Change
from plan.council.form import Form
from plan.council.format import FormatError
from store.formats import form_for
from tui.commands import EQUALITY
from tui.keys.bindings import bindings_at
from tui.views.equality.equality_panels import NONE_YET, EqualityPanels
from tui.views.equality.equality_rows import named
from tui.widgets.mark_table import MarkTable


class EqualityView(EqualityPanels):
    """The equality impact assessments of a plan, to read and to write."""

    BINDINGS = bindings_at(*EQUALITY)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin with the row on which Enter was pressed."""
        event.stop()
        self.action_edit()

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

    # Answers in words

    def change_of(self, field: FieldContent, typed: str) -> Change:
        """Return the change that puts what was typed into an answer."""
        checklist = self.checklist
        if checklist is None:
            return Change(label="", rows=())
        return checklist.answered(field.key, typed)

    def action_edit(self) -> None:
        """Answer the question under the cursor, by its boxes or in words."""
        if self.checklist is None:
            self.say(NONE_YET)
        elif self.where == "answer":
            self.edit_field(self.fields.current)
        elif self.where == "assessments" or self.row not in self.checklist.asked:
            self.action_go_in()
        else:
            self.answer(0)

    def answer(self, place: int) -> None:
        """Go to the boxes of the question under the cursor, or edit one of its fields."""
        if self.marks.display and place <= 0:
            self.marks.focus()
        else:
            self.edit_field(place)

    def edit_field(self, place: int) -> None:
        """Edit a field; past the last go on to the next question, from the first back."""
        if 0 <= place < len(self.contents()):
            super().edit_field(place)
        elif place < 0 and self.marks.display:
            self.marks.focus()
        else:
            self.answer_beside(-1 if place < 0 else 1)

    def answer_beside(self, step: int) -> None:
        """Go on to the next question (1), or back to the one before (-1), and answer it."""
        asked = list(self.checklist.asked) if self.checklist is not None else []
        place = asked.index(self.row) + step if self.row in asked else -1
        if 0 <= place < len(asked):
            self.row = asked[place]
            self.show()
            self.answer(0 if step > 0 else max(len(self.contents()) - 1, 0))
        else:
            self.list_here.focus()

    def begin(self, place: int, field: FieldContent) -> None:
        """Edit an answer; a way to a question leads there."""
        if field.key == GO_TO:
            self.go_to(field.owner)
        else:
            super().begin(place, field)

    # Boxes

    def action_mark(self) -> None:
        """Tick the box under the cursor, or take its tick away."""
        if self.marks.box is not None:
            self.on_mark_table_ticked(MarkTable.Ticked(self.marks.box))

    def on_mark_table_ticked(self, message: MarkTable.Ticked) -> None:
        """Tick a box, or take its tick away; the cursor stays on it."""
        message.stop()
        checklist = self.checklist
        if checklist is None or self.is_read_only():
            return
        if self.session.make(checklist.ticked(message.box)):
            self.show()

    def on_mark_table_left_below(self) -> None:
        """Go on to the words below the boxes, if there are any."""
        if self.fields.rows:
            self.fields.go_to(0)

    def action_next_field(self) -> None:
        """From the boxes on to the words below them, or to the next question."""
        self.edit_field(0)

    def action_previous_field(self) -> None:
        """From the boxes back to the question before."""
        self.answer_beside(-1)

    def action_take(self) -> None:
        """Take the answer that is offered from the report or the plan."""
        checklist = self.checklist
        offer = checklist.offer(self.row) if checklist is not None else None
        if checklist is None or offer is None:
            self.say("No answer is offered here.")
            return
        field, text, source = offer
        if self.make(checklist.answered(field.question, text)):
            self.say(f"Taken from {source}. u takes it out again.")

    # Whole assessments

    def action_add(self) -> None:
        """Add an assessment; where the council has several forms, ask which."""
        if self.is_read_only() or not self._is_for_whole("Nothing was added", "add another"):
            return
        try:
            forms = [form_for(form_id) for form_id in self.session.council.forms]
        except FormatError as error:
            self.say(f"No assessment was added: {error}", is_problem=True)
            return
        if len(forms) == 1:
            self._add(forms[0])
        else:
            from tui.dialogs.form_choice import FormChoice

            self.app.push_screen(FormChoice(forms), self._add)

    def _add(self, form: Form | None) -> None:
        if form is not None and self.make(edits.add_assessment(self.plan, form)):
            self.say(f"{named(self.plan, self.assessment).capitalize()} added. u takes it back.")

    def action_duplicate(self) -> None:
        """Add a copy of the assessment, answers and all, below it."""
        if not self.assessment:
            self.say(NONE_YET)
        elif not self._is_for_whole("Nothing was copied", "copy it"):
            return
        elif self.make(edits.duplicate_assessment(self.plan, self.assessment)):
            self.say("A copy is below, with its answers. u takes it back.")

    def action_delete(self) -> None:
        """Delete the assessment, or empty the answer under the cursor."""
        checklist = self.checklist
        if self.assessment and (checklist is None or self.is_at_whole):
            change = edits.delete_assessment(self.plan, self.assessment)
            if self.make(change):
                self.say(f"{change.label}: done. u brings it back.")
        elif checklist is None:
            self.say(NONE_YET)
        elif self.row not in checklist.asked:
            self.say("A part stays; its answers can be emptied one by one.")
        else:
            self._empty()

    def _is_for_whole(self, nothing: str, wanted: str) -> bool:
        """Return whether the cursor is on a whole assessment; say where to go where it is not."""
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
        if self.make(change):
            self.say(f"{title_of(change)} u brings it back.")
        if was_at_list:
            self.lists[1].focus()

    # Copying

    def action_copy(self) -> None:
        """Copy the answer under the cursor, for here and for other programs."""
        contents = self.contents()
        if contents:
            self.app.copy_to_clipboard(contents[self.fields.current].shown)
            self.say("Copied. v puts it in the place of another answer.")

    def action_paste(self) -> None:
        """Put what was copied in the place of the answer."""
        contents, words = self.contents(), self.app.clipboard
        if not words:
            self.say("Nothing to paste here: c copies an answer.")
        elif contents and contents[self.fields.current].key != GO_TO:
            field = contents[self.fields.current]
            self.make_pasted(field.label, words, partial(self.change_of, field, words))


def title_of(change: Change) -> str:
    """Return what an edit that empties an answer did, as a sentence."""
    return f"{change.label}: it is empty now."
