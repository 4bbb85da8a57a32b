"""The report view: keys become edits of the committee report, shown beside its outline."""

from functools import cached_property
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from desk.field_contents import FieldContent
from desk.report_contents import (
    APPENDICES,
    OFFERED,
    UNTYPED,
    NewPassage,
    edited_report,
    section_of_part,
)
from tui.commands import REPORT
from tui.keys.bindings import bindings_at
from tui.views.report.report_moving import AppendixMove, PassageMove
from tui.views.report.report_panels import ReportPanels

if TYPE_CHECKING:
    from plan.changes.change import Change
    from tui.views.report.report_commands import ReportCommands


class ReportView(ReportPanels):
    """The committee report of a plan, to read and to write."""

    BINDINGS = bindings_at(*REPORT, "moving")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Begin with the part on which Enter was pressed."""
        event.stop()
        self.action_edit()

    def action_go_in(self) -> None:
        """Go to the panel on the right."""
        self.fields.go_to(self.fields.current)

    def action_go_back(self) -> None:
        """Go to the outline."""
        self.outline.focus()

    # Editing

    def change_of(self, field: FieldContent, typed: str) -> "Change":
        """Return the change that puts what was typed into a field."""
        return edited_report(self.session.plan, field, typed, self.report_format)

    def action_edit(self) -> None:
        """Edit the field under the cursor, or the first of the part under it."""
        is_inside = self.where == "passages"
        field = self.field_here() if is_inside else self.contents()[0]
        if field is None:
            return
        if field.key == OFFERED and not is_inside:
            self.fields.go_to(0)
        else:
            self.edit_field(self.fields.current if is_inside else 0)

    def begin(self, place: int, field: FieldContent) -> None:
        """Edit a field; an offer is taken instead, and where there is nothing yet it is begun."""
        match field.key:
            case "offered":
                self.commands.take(field)
            case "empty":
                self.begin_passage(section_of_part(self.part), 0)
            case "plan":
                self.fields.go_to(place)
                self.say("The plan is written in the plan's own view: 1 goes there.")
            case "drawn":
                self.fields.go_to(place)
                self.say("It is drawn up from the plan whenever it is printed: 6 shows it.")
            case _:
                super().begin(place, field)

    def edit_field(self, place: int) -> None:
        """Edit a field; what cannot be edited is passed over, past the last is the outline."""
        contents = self.contents()
        editing_on = self.fields.current != place
        while editing_on and place < len(contents) and contents[place].key in UNTYPED:
            place += 1
        super().edit_field(place)

    def leave_field(self, otherwise: str = "") -> bool:
        """End the edit of a field, and of a passage that was begun see to its place."""
        editor = self.fields.editor
        if not super().leave_field(otherwise):
            return False
        if editor is not None and isinstance(editor.field, NewPassage) and not editor.text.strip():
            self.say("Nothing was written, so nothing was added.")
        return True

    # Commands on what is under the cursor

    @cached_property
    def commands(self) -> "ReportCommands":
        """The commands that act on a passage, loaded with the first of them."""
        from tui.views.report.report_commands import ReportCommands

        return ReportCommands(self)

    def action_add(self) -> None:
        """Add a passage or an appendix below and begin to write it."""
        if self.part == APPENDICES:
            self.commands.add_appendix()
        else:
            self.commands.add_passage()

    def action_duplicate(self) -> None:
        """Put a copy of the passage below it."""
        self.commands.duplicate()

    def action_delete(self) -> None:
        """Delete the passage or appendix under the cursor, or empty the field."""
        self.commands.delete()

    def action_copy(self) -> None:
        """Copy the passage, or the text of the field, for here and for other programs."""
        self.commands.copy()

    def action_paste(self) -> None:
        """Paste what was copied: below a passage, in the place of a field."""
        self.commands.paste()

    def action_kind(self) -> None:
        """Make the passage one of the next kind: numbered, heading or text."""
        self.commands.next_kind()

    def action_take(self) -> None:
        """Take the wording that is offered for the section."""
        offers = [field for field in self.contents() if field.key == OFFERED]
        here = self.field_here()
        if here is not None and self.where == "passages" and here in offers:
            self.commands.take(here)
        elif len(offers) == 1:
            self.commands.take(offers[0])
        elif offers:
            self.fields.go_to(0)
            self.say(f"{len(offers)} wordings are offered: w takes the one under the cursor.")
        else:
            self.say("No wording is offered here: that is so only for some empty sections.")

    # Moving

    def action_move(self) -> None:
        """Lift what is under the cursor: the arrows now move it and not the cursor."""
        if self.is_read_only():
            return
        field = self.field_here() if self.where == "passages" else None
        self.lifted = self._lifted(field.owner) if field is not None else None
        if self.lifted is None:
            self.say("Paragraphs and appendices are moved: go to one first, with →.")
            return
        self._show_lifted()
        self.post_message(self.Moved())

    def _show_lifted(self) -> None:
        if self.lifted is not None:
            self.fields.is_held = True
            self.part = self.lifted.part
            self.show()
            self.go_to_row(self.lifted.row_id)

    def action_move_up(self) -> None:
        """Take it one place up."""
        if self.lifted is not None:
            self.lifted = self.lifted.up()
            self._show_lifted()

    def action_move_down(self) -> None:
        """Take it one place down."""
        if self.lifted is not None:
            self.lifted = self.lifted.down()
            self._show_lifted()

    def action_put_down(self) -> None:
        """Put it down where it is shown."""
        lifted = self.lifted
        self.action_put_back()
        if lifted is not None and lifted != self._lifted(lifted.row_id):
            change = lifted.change
            if self.make(change):
                self.say(f"{change.label}. u takes it back.")

    def action_put_back(self) -> None:
        """Put it back where it came from."""
        lifted, self.lifted = self.lifted, None
        self.fields.is_held = False
        back = self._lifted(lifted.row_id) if lifted is not None else None
        if back is not None:
            self.part = back.part
            self.show()
            self.go_to_row(back.row_id)
        self.post_message(self.Moved())

    def _lifted(self, row_id: str) -> PassageMove | AppendixMove | None:
        """Return a passage or appendix as lifted from where it is, None if it is neither."""
        plan = self.session.plan
        if row_id in plan.passage_rows:
            return PassageMove.of(plan, row_id, self.report_format)
        return AppendixMove.of(plan, row_id) if row_id in plan.appendix_rows else None
