"""The plan view: keys become edits of the session's plan, and the panels show what came of them."""

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import ValidationError
from textual.message import Message
from textual.widgets import OptionList

from tui.bindings import bindings_at
from tui.commands import COMMAND, PANELS
from tui.views.plan_panels import PlanPanels
from tui.widgets.field_panel import FieldPanel

if TYPE_CHECKING:
    from plan.changes import Change
    from tui.field_contents import FieldContent
    from tui.views.row_commands import RowCommands


class PlanView(PlanPanels):
    """One plan, to read and to edit."""

    BINDINGS = bindings_at(*PANELS, "moving")

    class Asked(Message):
        """The officer asked for something beyond the plan: `what` is the command's id."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse a command that does not apply where the officer is."""
        command = COMMAND.get(action.replace("_", "-"))
        return command is None or self.where in command.where or "everywhere" in command.where

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Edit the row on which Enter was pressed."""
        event.stop()
        self.action_edit()

    def action_go_in(self) -> None:
        """Go to the panel on the right."""
        if self.where == "aims":
            (self.actions if self.actions.current else self.fields.rows[0]).focus()
        elif self.where == "actions" and self.actions.current:
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

    def edit_field(self, place: int) -> None:
        """Put an editor in the place of a field; past the last, go back to the list."""
        contents = self.contents()
        if 0 <= place < len(contents):
            self._edit(place, contents[place])
        else:
            self.list_here.focus()

    def action_note(self) -> None:
        """Begin a progress note of today; nothing is kept if nothing is written."""
        if not self.cursor.is_at_action:
            self.say("A progress note belongs to an action: go to one first.")
            return
        from tui.field_contents import new_note_field
        from tui.today import today_in_words

        contents = self.contents()
        notes = sum(field.kind == "note" for field in contents)
        first = len(contents) - notes
        place = first if contents[-1].key == "progress" else len(contents)
        self._edit(place, new_note_field(self.plan, self.cursor.action, today_in_words()))

    def _edit(self, place: int, field: "FieldContent") -> None:
        if self.refuses_edits():
            return
        from tui.choices import known_choices

        self.show_fields()
        self.fields.edit(place, field, known_choices(self.plan, field.key))
        self.post_message(self.Moved(self.where))

    def on_field_panel_edited(self, message: FieldPanel.Edited) -> None:
        """Keep what was typed, and go where the officer goes."""
        message.stop()
        place = self.fields.place_edited
        self.leave_field()
        if message.step:
            self.call_after_refresh(self.edit_field, place + message.step)
        else:
            self.fields.go_to(place)

    def leave_field(self) -> None:
        """End the edit of a field, if there is one, keeping what was typed."""
        ended = self.fields.end_edit()
        if ended is None:
            return
        field, typed = ended
        if typed != field.typed:
            self.keep(field, typed)
        self.show()
        self.post_message(self.Moved(self.where))

    def keep(self, field: "FieldContent", typed: str) -> bool:
        """Put `typed` into a field of the plan; return whether that changed anything.

        The cursor stays where it is: the officer may have gone elsewhere by now.
        """
        if self.refuses_edits():
            return False
        from tui.field_contents import edited

        try:
            return self.session.make(edited(self.session.plan, field, typed, self.session.form))
        except ValidationError:
            self.app.copy_to_clipboard(typed)
            self.say(
                f"{field.label} holds less text than this ({len(typed):,} characters). The plan "
                "is unchanged; what you typed is on the clipboard: shorten it and paste it back.",
                is_problem=True,
            )
            return False

    # Rows

    @cached_property
    def rows(self) -> "RowCommands":
        """The commands that act on a row, loaded with the first of them."""
        from tui.views.row_commands import RowCommands

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

    def action_undo(self) -> None:
        """Undo the last edit, whenever it was made."""
        self.rows.undo()

    def action_redo(self) -> None:
        """Bring back what was undone last."""
        self.rows.redo()

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
        self.end_move()
        self.list_here.focus()

    # Beyond the plan

    def action_find(self) -> None:
        """Find an action by its ref or words."""
        from tui.dialogs.find import find_action

        find_action(self)

    def action_export(self) -> None:
        """Write the Word file."""
        self.leave_field()
        self.post_message(self.Asked("export"))

    def action_desk(self) -> None:
        """Go back to the plans."""
        self.post_message(self.Asked("desk"))

    # What every command shares

    def make(self, change: "Change | None") -> bool:
        """Make a change and show what came of it; return whether there was anything to make."""
        if change is None or self.refuses_edits() or not self.session.make(change):
            return False
        self.show_change(change)
        return True

    def show_change(self, change: "Change") -> None:
        """Show the plan after a change, with the cursor on what it has touched."""
        panel = self.cursor.panel
        from tui.views.row_edits import row_of

        place = row_of(self.plan, change)
        if place is not None:
            self.cursor = place
        self.show()
        if self.cursor.panel != panel:
            self.list_here.focus()

    def refuses_edits(self) -> bool:
        """Return whether the plan can only be read, and say why."""
        if self.session.read_only_reason:
            self.say(self.session.read_only_reason, is_problem=True)
        return bool(self.session.read_only_reason)

    def say(self, sentence: str, *, is_problem: bool = False) -> None:
        """Tell the officer something, in a sentence that goes away by itself."""
        severity: Literal["error", "information"] = "error" if is_problem else "information"
        self.notify(sentence, severity=severity, markup=False)
