"""The plan view: keys become edits of the session's plan, and the panels show what came of them."""

from functools import cached_property
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from tui.commands import PANELS
from tui.keys.bindings import bindings_at
from tui.views.plan.plan_panels import PlanPanels

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from plan.changes.change import Change
    from tui.views.plan.row_commands import RowCommands


class PlanView(PlanPanels):
    """One plan, to read and to edit."""

    BINDINGS = bindings_at(*PANELS, "moving")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Edit the row on which Enter was pressed."""
        event.stop()
        self.action_edit()

    def action_go_in(self) -> None:
        """Go to the panel on the right."""
        if self.where == "aims":
            self.go_to_panel(self.panels[1])
        elif self.where == "actions":
            self.fields.go_to(0)

    def action_go_back(self) -> None:
        """Go to the panel on the left."""
        if self.where == "fields":
            self.list_here.focus()
        elif self.where == "actions":
            self.aims.focus()

    # Editing a field

    def action_edit(self) -> None:
        """Edit the field under the cursor, or the first of the row under it."""
        self.edit_field(self.fields.current if self.where == "fields" else 0)

    def action_note(self) -> None:
        """Begin a progress note of today; nothing is kept if nothing is written."""
        if not self.cursor.is_at_action:
            self.say("A progress note belongs to an action: go to one first.")
            return
        from desk.field_contents import new_note_field
        from desk.today import today_in_words

        contents = self.contents()
        notes = sum(field.kind == "note" for field in contents)
        first = len(contents) - notes
        place = first if contents[-1].key == "progress" else len(contents)
        self.begin(place, new_note_field(self.plan, self.cursor.action, today_in_words()))

    def change_of(self, field: "FieldContent", typed: str) -> "Change":
        """Return the change that puts what was typed into a field."""
        from desk.field_contents import edited

        return edited(self.session.plan, field, typed, self.session.council)

    def choices_of(self, field: "FieldContent") -> tuple[str, ...]:
        """Return the framework's indicators, and those or the leads that the plan uses already."""
        from desk.field_contents import known_choices
        from plan.council.framework import framework_of

        return known_choices(self.plan, field.key, framework_of(self.plan, self.session.council))

    def begin(self, place: int, field: "FieldContent") -> None:
        """Put an editor of `field` at `place`; what is not typed but chosen is asked for."""
        if field.kind != "choice":
            super().begin(place, field)
        elif not self.is_read_only():
            from tui.views.plan.framework_commands import ask_for_framework

            ask_for_framework(self, place)

    def keep(self, field: "FieldContent", typed: str) -> bool:
        """Put `typed` into a field of the plan; a framework that there is not is refused."""
        from plan.changes.edits.indicators import NoSuchFrameworkError

        try:
            return super().keep(field, typed)
        except NoSuchFrameworkError as error:
            self.say(f"{error} The plan is unchanged.", is_problem=True)
            return False

    # Rows

    @cached_property
    def rows(self) -> "RowCommands":
        """The commands that act on a row, loaded with the first of them."""
        from tui.views.plan.row_commands import RowCommands

        return RowCommands(self)

    def action_add(self) -> None:
        """Add an aim or action below and begin to write it."""
        self.rows.add()

    def action_duplicate(self) -> None:
        """Put a copy of the row below it."""
        self.rows.duplicate()

    def action_delete(self) -> None:
        """Delete the row under the cursor; in the fields, empty the field or delete the note."""
        self.rows.delete()

    def action_copy(self) -> None:
        """Copy the row, or the text of the field, for here and for other programs."""
        self.rows.copy()

    def action_paste(self) -> None:
        """Paste what was copied: a row below the cursor, a text in the place of the field."""
        self.rows.paste()

    def action_bullets(self) -> None:
        """Print the list under the cursor with bullets, or without."""
        self.rows.bullets()

    def action_move(self) -> None:
        """Lift the row under the cursor: the arrows now move it and not the cursor."""
        self.rows.lift()

    def action_move_up(self) -> None:
        """Take the lifted row one place up."""
        self.rows.carry(-1)

    def action_move_down(self) -> None:
        """Take the lifted row one place down."""
        self.rows.carry(1)

    def action_put_down(self) -> None:
        """Put the lifted row down where it is shown."""
        self.rows.put_down()

    def action_put_back(self) -> None:
        """Put the lifted row back where it came from."""
        self.put_back()

    # Beyond the plan

    def action_explain(self) -> None:
        """Show everything that hangs on the action under the cursor."""
        from desk.checking import found_now
        from desk.explaining import explanation
        from desk.today import today
        from tui.dialogs.explain import ExplainDialog

        action = self.cursor.action
        if not self.cursor.is_at_action:
            self.say("Go to an action first: x explains it.")
            return
        found = found_now(self.session)
        lines = explanation(self.plan, action, self.session.council, found, today())
        self.app.push_screen(ExplainDialog(f"Action {self.plan.ref_of(action)}", lines))

    def action_trace(self) -> None:
        """Show where the plan answers the inspection report, and go to what is chosen there."""
        from tui.dialogs.trace import show_trace

        show_trace(self)

    def action_names(self) -> None:
        """Use the framework's names: in the action under the cursor, or in the whole plan."""
        from tui.views.plan.framework_commands import use_names

        use_names(self)

    def action_find(self) -> None:
        """Find an action by its ref or words."""
        from tui.dialogs.find import find_action

        find_action(self)

    def show_change(self, change: "Change") -> None:
        """Show the plan after a change, with the cursor on what it has touched."""
        panel = self.cursor.panel
        from tui.views.plan.row_edits import row_of

        place = row_of(self.plan, change)
        if place is not None:
            self.cursor = place
        self.show()
        if self.cursor.panel != panel:
            self.list_here.focus()
