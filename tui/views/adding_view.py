"""What is added in the equality view: assessments, and rows to tables of a form.

Such a row can be moved, and made an action of the plan.
"""

from abc import abstractmethod
from functools import partial

from textual.reactive import var

from desk.equality_contents import WHOLE, Checklist, is_part_row
from plan.changes import edits
from plan.council.form import Form
from plan.council.form_groups import Rows
from plan.council.format import FormatError
from plan.reading.answered_form import OpenRow, action_of, says_what_to_do
from store.formats import form_for
from tui import dialogs
from tui.views.copying_view import CopyingView
from tui.views.equality.checklist_rows import assessment_name
from tui.widgets.row_list import ListedRow


def idle_at(checklist: Checklist | None, row: str) -> frozenset[str]:
    """Return the ids of the commands that would do nothing at a row of the checklist."""
    asked = checklist.asked.get(row) if checklist is not None else None
    open_row = asked.row if asked is not None else None
    idle = {"duplicate"}
    if asked is None or not isinstance(asked.group, Rows):
        idle.add("add")
    if open_row is None:
        idle |= {"move-row-up", "move-row-down"}
    if open_row is None or open_row.table.action is None:
        idle.add("make-action")
    if row == WHOLE or is_part_row(row):
        idle.add("delete")
    return frozenset(idle)


class AddingView(CopyingView):
    """A view in which assessments, and rows to tables of their forms, are added.

    `assessment` is the id of the one that is shown, `row` that of the row under the cursor.
    """

    assessment: var[str] = var("", init=False)
    row: var[str] = var(WHOLE, init=False)

    @property
    @abstractmethod
    def checklist(self) -> Checklist | None:
        """The assessment that is shown, or None if there is none or its form cannot be used."""

    @abstractmethod
    def go_to(self, row: str) -> None:
        """Put the cursor on a row of the checklist."""

    @abstractmethod
    def is_for_whole(self, nothing: str, wanted: str) -> bool:
        """Return whether the cursor is on a whole assessment; if not, say where to go."""

    @property
    def _open_row(self) -> OpenRow | None:
        asked = self.checklist.asked.get(self.row) if self.checklist is not None else None
        return asked.row if asked is not None else None

    def action_add(self) -> None:
        """Add a row to the table that the cursor is in, or an assessment; of several forms, ask."""
        if self.is_read_only() or self._add_row():
            return
        if not self.is_for_whole("Nothing was added", "add another"):
            return
        try:
            forms = [form_for(form_id) for form_id in self.session.council.forms]
        except FormatError as error:
            self.say(f"No assessment was added: {error}", is_problem=True)
            return
        if len(forms) == 1:
            self._add_assessment(forms[0])
        else:
            self.app.push_screen(dialogs.FormChoice(forms), self._add_assessment)

    def _add_assessment(self, form: Form | None) -> None:
        if form is not None and self.make(edits.add_assessment(self.plan, form)):
            name = assessment_name(self.plan, self.assessment)
            self.say(f"{name.capitalize()} added. u takes it back.")

    def _add_row(self) -> bool:
        """Add a row to the table that the cursor is in; return whether it is in one."""
        checklist = self.checklist
        is_inside = self.where in ("questions", "answer", "marks")
        change = checklist.added(self.row) if checklist is not None and is_inside else None
        if change is None:
            return False
        if self.make(change):
            self.edit_field(0)
        return True

    def action_move_row(self, step: int) -> None:
        """Move the row under the cursor up (-1) or down (1) in its table."""
        checklist, row = self.checklist, self.row
        change = checklist.moved(row, step) if checklist is not None else None
        if change is None:
            self.say("Only a row that was added to a table can be moved.")
        elif change.rows and self.make(change):
            self.go_to(row)

    def action_make_action(self) -> None:
        """Make the row under the cursor an action of the plan; of several aims, ask which."""
        row, aims = self._open_row, self.plan.aims
        if row is None or row.table.action is None:
            self.say("Only a row that says what will be done can be made an action of the plan.")
        elif ref := action_of(self.plan, row):
            self.say(f"It is action {ref} already.")
        elif not says_what_to_do(self.plan.answers_of(self.assessment), row):
            self.say("Nothing was made: the row does not say yet what will be done.")
        elif not aims:
            self.say("Nothing was made: the plan has no aim yet that the action could belong to.")
        elif self.is_read_only():
            return
        elif len(aims) == 1:
            self._make_action(self.row, aims[0].id)
        else:
            rows = [ListedRow(aim.id, f"{number} {aim.text}") for number, aim in enumerate(aims, 1)]
            asking = dialogs.ChooseDialog("Which aim?", "Which aim is the action part of?", rows)
            self.app.push_screen(asking, partial(self._make_action, self.row))

    def _make_action(self, row: str, aim_id: str | None) -> None:
        checklist = self.checklist
        change = checklist.made_action(row, aim_id) if checklist is not None and aim_id else None
        if change is None or not self.make(change):
            return
        self.go_to(row)
        ref = action_of(self.plan, self._open_row) if self._open_row is not None else ""
        self.say(f"It is action {ref} of the plan now. u takes it back.")
