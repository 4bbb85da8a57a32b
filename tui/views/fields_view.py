"""A view with a panel of fields: one of them at a time is edited in its place."""

from typing import TYPE_CHECKING

from pydantic import ValidationError
from textual import events, on
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import OptionList

from plan.changes.change import applied
from plan.model.plan import Plan
from store.drafts import TypedText
from tui.commands import Where
from tui.views.session_view import SessionView
from tui.widgets.field_panel import FieldPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from desk.field_contents import FieldContent
    from plan.changes.change import Change
    from tui.views.moving import Lifted
    from tui.widgets.field_editor import FieldEditor
    from tui.widgets.row_list import RowList


class FieldsView(SessionView):
    """Lists, and beside them the fields of what is under the cursor.

    `lifted` is the row on the move, if one is; `at` the panel with the focus, which is the one
    that a narrow window shows.
    """

    lifted: "var[Lifted | None]" = var(None, init=False)
    at: var[str] = var("", init=False)
    fields = query_one(FieldPanel)

    @property
    def plan(self) -> Plan:
        """The plan as shown: with the row on the move where it would be put down."""
        if self.lifted is None:
            return self.session.plan
        return applied(self.session.plan, self.lifted.change)

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        if self.lifted is not None:
            return "moving"
        if self.fields.editor is not None:
            return "editing"
        return self.where_is(self.screen.focused)

    def where_is(self, focused: "Widget | None") -> Where:
        """Return which commands apply with the focus there, while nothing is edited or moved."""
        raise NotImplementedError

    @property
    def list_here(self) -> "RowList":
        """The list that the cursor is in."""
        raise NotImplementedError

    def show(self) -> None:
        """Show the plan as it is now, with the cursor where it was as far as that is there."""
        raise NotImplementedError

    def show_fields(self) -> None:
        """Show the fields of what the cursor is on, unless one of them is being edited."""
        raise NotImplementedError

    def contents(self) -> "tuple[FieldContent, ...]":
        """Return the fields of what the cursor is on."""
        raise NotImplementedError

    def change_of(self, field: "FieldContent", typed: str) -> "Change":
        """Return the change that puts what was typed into a field.

        Raises pydantic's ValidationError where the text is longer than the field holds.
        """
        raise NotImplementedError

    def choices_of(self, field: "FieldContent") -> tuple[str, ...]:
        """Return what a line of the field may be completed to."""
        return ()

    @property
    def panels(self) -> "tuple[Widget, ...]":
        """The panels that there is something to do in, from left to right."""
        raise NotImplementedError

    def go_to_panel(self, panel: "Widget") -> None:
        """Put the cursor into one of the panels, where it was in it."""
        if panel is self.fields:
            self.fields.go_to(self.fields.current)
        else:
            panel.focus()

    def action_next_panel(self) -> None:
        """Go to the next panel, from the last to the first."""
        self._go_on(1)

    def action_previous_panel(self) -> None:
        """Go to the panel before, from the first to the last."""
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        panels, focused = self.panels, self.screen.focused
        around = focused.ancestors_with_self if focused is not None else []
        here = [place for place, panel in enumerate(panels) if panel in around]
        self.go_to_panel(panels[(here[-1] + step) % len(panels)] if here else self.list_here)

    def enter(self) -> None:
        """Show the plan as it is now, and go to the list."""
        self.show()
        self.screen.set_focus(self.list_here)  # at once: a place may be shown right after it
        self.tell_keys()

    def keep_what_was_left(self) -> None:
        """Keep the field from which the focus has gone; called when the focus has moved."""
        editor = self.fields.editor
        if editor is None or not editor.has_begun or self.screen.focused is editor:
            return
        self.leave_field()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus: another panel, other keys; a field that was left is kept."""
        self.keep_what_was_left()
        self.follow_focus(event)
        self.tell_keys()

    def follow_focus(self, event: events.DescendantFocus) -> None:
        """Note which panel the focus has come to."""

    def watch_at(self, before: str, at: str) -> None:
        """Have a narrow window show the panel with the focus."""
        self.set_class(False, f"-at-{before}")
        self.set_class(True, f"-at-{at}")

    @on(OptionList.OptionSelected)
    def edit_row(self, event: OptionList.OptionSelected) -> None:
        """Edit the row on which Enter was pressed."""
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Edit what is under the cursor."""
        raise NotImplementedError

    def edit_field(self, place: int) -> None:
        """Put an editor in the place of a field; past the last, go back to the list."""
        contents = self.contents()
        if 0 <= place < len(contents):
            self.begin(place, contents[place])
        else:
            self.list_here.focus()

    def begin(self, place: int, field: "FieldContent") -> None:
        """Put an editor of `field` at `place` in the panel, once no other is open."""
        if self.is_read_only() or not self.leave_field():
            return
        self.show_fields()
        self.fields.edit(place, field, self.choices_of(field))
        self.tell_keys()

    def typed_text(self) -> TypedText | None:
        """Return what is in the field that is being edited, None where nothing new is."""
        panel = self.query(FieldPanel)  # none while the view is being put up or taken down
        editor = panel.first().editor if panel else None
        if editor is None or editor.text == editor.field.typed:
            return None
        try:
            change = self.change_of(editor.field, editor.text)
        except (ValueError, KeyError):
            change = None
        return _typed_text(editor.field, editor.text, change)

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Keep what was typed, and go where the officer goes; what does not fit stays."""
        message.stop()
        place = self.fields.place_edited
        if not self.leave_field():
            return
        if message.step:
            self.call_after_refresh(self.edit_field, place + message.step)
        else:
            self.fields.go_to(place)

    def say_too_long(self, label: str, typed: str, where: str) -> None:
        """Say that a field holds less than what was typed, and `where` that is now."""
        self.say(
            f"{label} holds less text than this ({len(typed):,} characters). The plan is "
            f"unchanged; what you typed {where}.",
            is_problem=True,
        )

    def leave_field(self, otherwise: str = "") -> bool:
        """End the edit of a field, if there is one, keeping what was typed.

        A text that is longer than its field holds stays in it, and in a draft, and that is said,
        with what is to be done `otherwise`. Returns whether no field is open now.
        """
        editor = self.fields.editor
        if editor is None:
            return True
        field, typed = editor.field, editor.text
        is_to_keep = typed != field.typed and not self.is_read_only()
        try:
            change = self.change_of(field, typed) if is_to_keep else None
        except ValidationError:
            self.session.note_typed(_typed_text(field, typed, None))
            self.screen.set_focus(editor)
            self.say_too_long(field.label, typed, f"stays here until it is shorter{otherwise}")
            return False
        self.fields.end_edit()
        if change is not None:
            self.session.make(change)
        self.session.note_typed(None)
        self.show()
        return True

    def make_pasted(self, label: str, typed: str, change_with: "Callable[[], Change]") -> bool:
        """Make the change that puts a copied text into the plan; say it where it is too long."""
        try:
            change = change_with()
        except ValidationError:
            self.say_not_pasted(label, typed)
            return False
        return self.make(change)

    def say_not_pasted(self, label: str, typed: str) -> None:
        """Say that a copied text is too long for where it was to go, and leave it copied."""
        self.app.copy_to_clipboard(typed)
        self.say_too_long(label, typed, "is on the clipboard: open the field to shorten it there")

    # A row on the move

    def lift(self, row_id: str) -> "Lifted | None":
        """Return a row as lifted from where it is; None where it cannot be moved."""
        raise NotImplementedError

    def watch_lifted(self, before: "Lifted | None", lifted: "Lifted | None") -> None:
        """Show the row on the move where it would be put down, or where it was before."""
        self.show()

    def action_move_up(self) -> None:
        """Take the lifted row one place up."""
        if self.lifted is not None:
            self.lifted = self.lifted.up()

    def action_move_down(self) -> None:
        """Take the lifted row one place down."""
        if self.lifted is not None:
            self.lifted = self.lifted.down()

    def action_put_down(self) -> None:
        """Put the lifted row down where it is shown."""
        lifted = self.lifted
        self.action_put_back()
        if lifted is not None and lifted != self.lift(lifted.row_id) and self.make(lifted.change):
            self.say(f"{lifted.change.label}. u takes it back.")

    def action_put_back(self) -> None:
        """Put the lifted row back where it came from."""
        self.lifted = None


def _typed_text(field: "FieldContent", typed: str, change: "Change | None") -> TypedText:
    """Return what was typed into a field as a draft keeps it; None is of what does not fit."""
    label = change.label if change is not None else field.label
    return TypedText(label=label, was=field.typed, typed=typed, change=change)
