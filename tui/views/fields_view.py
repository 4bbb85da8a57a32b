"""The base of the views with a panel of fields, of which one at a time is edited in place."""

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from pydantic import ValidationError
from textual import events, on
from textual.content import Content
from textual.getters import query_one
from textual.reactive import var
from textual.widgets import OptionList

from plan.model.plan import Plan
from store.drafts import TypedText
from tui.commands import COMMAND, Where, shown_key
from tui.views.session_view import SessionView
from tui.widgets.field_panel import FieldPanel, FieldRow
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.widget import Widget

    from desk.field_contents import FieldContent
    from plan.changes.change import Change
    from tui.views.moving import Lifted
    from tui.widgets.field_editor import FieldEditor
    from tui.widgets.row_list import ListedRow, RowList


_TO_PANELS = ("go-back", "go-in")
"""The ids of the commands that lead to another panel."""
NOT_MOVED = "Nothing was moved: it stands there already."


class FieldsView(SessionView):
    """Lists, and beside them the fields of the row under the cursor.

    `lifted` is the row that is being moved, if any; `at` is the name of the panel with the focus,
    the only one that a narrow window shows.
    """

    SCOPED_CSS = False  # how narrow the window is stands outside the view
    DEFAULT_CSS = """
    FieldsView {
        layout: horizontal;
        height: 1fr;

        RowList, FieldPanel {
            height: 1fr;
            padding: 0 0 0 1;
            border: round $border-blurred;
            border-title-color: $text-muted;
            background: $background;
            scrollbar-gutter: stable;
            scrollbar-size-vertical: 1;

            &:focus, &:focus-within {
                border: round $accent;
                border-title-color: $accent;
                border-title-style: bold;
            }
        }
    }

    .-dense FieldsView FieldRow { margin-bottom: 0; }

    .-narrow FieldsView {
        RowList, FieldPanel { display: none; width: 1fr; }
    }
    """

    lifted: "var[Lifted | None]" = var(None, init=False)
    at: var[str] = var("", init=False)
    fields = query_one(FieldPanel)
    _key = ""

    @property
    def plan(self) -> Plan:
        """The plan as shown: a row that is being moved is already where it would be put down."""
        if self.lifted is None:
            return self.session.plan
        return self.lifted.shown

    @property
    def field_focused(self) -> str:
        """The field that has the focus, as its row and its key; empty in a list."""
        focused = self.screen.focused
        if not isinstance(focused, FieldRow):
            return ""
        return f"{focused.field.owner}/{focused.field.key}"

    def go_to_field(self, named: str) -> bool:
        """Put the cursor on a field that `field_focused` named; return whether it is there."""
        keys = [f"{field.owner}/{field.key}" for field in self.contents()]
        if named in keys:
            self.fields.go_to(keys.index(named))
        return named in keys

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        if self.jump is not None:
            return "jumping"
        if self.lifted is not None:
            return "moving"
        if self.fields.editor is not None:
            return "editing"
        return self.where_is(self.screen.focused)

    @abstractmethod
    def where_is(self, focused: "Widget | None") -> Where:
        """Return which commands apply if `focused` has the focus and nothing is edited or moved."""

    @property
    @abstractmethod
    def list_here(self) -> "RowList":
        """The list that the cursor is in."""

    @abstractmethod
    def show(self) -> None:
        """Show the plan as it is now, keeping the cursor on its row if that still exists."""

    @abstractmethod
    def show_fields(self) -> None:
        """Show the fields of the row under the cursor, unless one of them is being edited."""

    @abstractmethod
    def contents(self) -> "tuple[FieldContent, ...]":
        """Return the fields of the row under the cursor."""

    @abstractmethod
    def change_of(self, field: "FieldContent", typed: str) -> "Change":
        """Return the change that puts what was typed into a field.

        Raises pydantic's ValidationError if the text is too long for the field.
        """

    def choices_of(self, field: "FieldContent") -> tuple[str, ...]:
        """Return the completions offered for a line of the field."""
        return ()

    @property
    @abstractmethod
    def panels(self) -> "tuple[Widget, ...]":
        """The panels that can take the focus now, from left to right."""

    def on_resize(self) -> None:
        """Name the keys to the other panels if the window is now too narrow to show them."""
        self.watch_keys()

    def watch_keys(self) -> None:
        """Name the keys to the other panels in the frame of one that fills the view."""
        where, idle = self.where, self.idle
        is_narrow = self.screen.has_class("-narrow")
        ways = [COMMAND[one] for one in _TO_PANELS if is_narrow and one not in idle]
        own_keys = self.app.screen_stack[0].query_one(KeyLine).own_keys
        said = [
            f"{shown_key(way, where, own_keys)} {way.short}" for way in ways if where in way.where
        ]
        focused = self.screen.focused
        around = focused.ancestors_with_self if focused is not None else []
        for panel in self.query("RowList, FieldPanel"):
            panel.border_subtitle = Content("   ".join(said) if panel in around else "")

    def show_keyed(self, listed: "RowList", rows: "Sequence[ListedRow]", current: str) -> None:
        """Show rows of the list that is called as its place, with the keys of the commands."""
        where = cast("Where", listed.id)
        keyed = [replace(row, below=self.keyed(row.below, where)) for row in rows]
        listed.show(keyed, current)

    def go_to_panel(self, panel: "Widget") -> None:
        """Focus a panel, with its cursor where it was."""
        if panel is self.fields:
            self.fields.go_to(self.fields.current)
        else:
            panel.focus()

    def action_next_panel(self) -> None:
        """Go to the next panel, or from the last to the first."""
        self._go_on(1)

    def action_previous_panel(self) -> None:
        """Go to the panel before, or from the first to the last."""
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        panels, focused = self.panels, self.screen.focused
        around = focused.ancestors_with_self if focused is not None else []
        here = [place for place, panel in enumerate(panels) if panel in around]
        self.go_to_panel(panels[(here[-1] + step) % len(panels)] if here else self.list_here)

    def enter(self) -> None:
        """Show the plan as it is now, and focus the list."""
        self.show()
        self.screen.set_focus(self.list_here)  # at once: show_place may be called right after
        self.update_keys()

    def keep_what_was_left(self) -> None:
        """End the edit of a field that has lost the focus; called when the focus has moved."""
        editor = self.fields.editor
        if editor is None or not editor.has_begun or self.screen.focused is editor:
            return
        self.leave_field()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus to another panel and show its keys; keep a field that was left."""
        self.keep_what_was_left()
        self.follow_focus(event)
        self.update_keys()

    def follow_focus(self, event: events.DescendantFocus) -> None:
        """Note which panel has the focus now."""

    def watch_at(self, before: str, at: str) -> None:
        """Set the class by which a narrow window shows only the panel with the focus."""
        self.set_class(False, f"-at-{before}")
        self.set_class(True, f"-at-{at}")

    @on(OptionList.OptionSelected)
    def edit_row(self, event: OptionList.OptionSelected) -> None:
        """Edit the row on which Enter was pressed."""
        event.stop()
        self.action_edit()

    @abstractmethod
    def action_edit(self) -> None:
        """Edit what is under the cursor."""

    def edit_field(self, place: int) -> None:
        """Edit the field at `place`; past the last one, go back to the list."""
        contents = self.contents()
        if 0 <= place < len(contents):
            self.begin(place, contents[place])
        else:
            self.list_here.focus()

    def begin(self, place: int, field: "FieldContent") -> None:
        """Open an editor for `field` at `place`, unless another cannot be closed.

        What is chosen and not typed is asked for, and Yes and No follow one another.
        """
        if self.is_read_only() or not self.leave_field():
            return
        if field.options:
            self.choose_value(place, field)
            return
        self.show_fields()
        self.fields.edit(place, field, self.choices_of(field))
        self.update_keys()

    @abstractmethod
    def choose_value(self, place: int, field: "FieldContent") -> None:
        """Ask which of its options stands in the field at `place`."""

    def typed_text(self) -> TypedText | None:
        """Return the unsaved text of the field being edited, or None if there is none."""
        panel = self.query(FieldPanel)  # none while the view is being mounted or removed
        editor = panel.first().editor if panel else None
        if editor is None or editor.text == editor.field.typed:
            return None
        try:
            change = self.change_of(editor.field, editor.text)
        except (ValueError, KeyError):
            change = None
        return _typed_text(editor.field, editor.text, change)

    def on_field_editor_left(self, message: "FieldEditor.Left") -> None:
        """Keep what was typed and go where the officer wants; a text too long stays open."""
        message.stop()
        place = self.fields.place_edited
        if not self.leave_field():
            return
        if message.step:
            self.call_after_refresh(self._edit_next, place + message.step)
        else:
            self.fields.go_to(place)

    def _edit_next(self, place: int) -> None:
        """Edit the field that Tab leads to; on one that is chosen, wait for Enter."""
        contents = self.contents()
        if 0 <= place < len(contents) and contents[place].options:
            self.fields.go_to(place)
        else:
            self.edit_field(place)

    def say_too_long(self, label: str, typed: str, where: str) -> None:
        """Say that a text is too long for its field, and `where` the text is now."""
        self.say(
            f"{label} holds less text than this ({len(typed):,} characters). The plan is "
            f"unchanged; what you typed {where}.",
            is_problem=True,
        )

    def leave_field(self, otherwise: str = "") -> bool:
        """End the edit of a field, if there is one, and keep what was typed.

        Return whether no field is open now. A text too long for its field stays in the editor and
        in the draft, and the officer is told so; `otherwise` ends that sentence with another way
        out.
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
        """Make the change that pastes a text; if the text is too long, say so. Return if made."""
        try:
            change = change_with()
        except ValidationError:
            self.say_not_pasted(label, typed)
            return False
        return self.make(change)

    def say_not_pasted(self, label: str, typed: str) -> None:
        """Say that a text is too long to be pasted, and keep it on the clipboard."""
        self.app.copy_to_clipboard(typed)
        self.say_too_long(label, typed, "is on the clipboard: open the field to shorten it there")

    # Moving a row

    def lift(self, row_id: str) -> "Lifted | None":
        """Return a move of a row that is still at its own place, or None if it cannot be moved."""
        return None

    def watch_lifted(self, before: "Lifted | None", lifted: "Lifted | None") -> None:
        """Show the lifted row where it would be put down, or where it was before."""
        self.show()

    def action_move_up(self) -> None:
        """Move the lifted row one place up."""
        if self.lifted is not None:
            self.lifted = self.lifted.up()

    def action_move_down(self) -> None:
        """Move the lifted row one place down."""
        if self.lifted is not None:
            self.lifted = self.lifted.down()

    def action_move_top(self) -> None:
        """Move the lifted row to the top of where it is, and from there to the first place."""
        if self.lifted is not None:
            self.lifted = self.lifted.top()

    def action_move_end(self) -> None:
        """Move the lifted row to the end of where it is, and from there to the last place."""
        if self.lifted is not None:
            self.lifted = self.lifted.end()

    def action_move_page_up(self) -> None:
        """Move the lifted row to the aim or section before."""
        if self.lifted is not None:
            self.lifted = self.lifted.page_up()

    def action_move_page_down(self) -> None:
        """Move the lifted row to the next aim or section."""
        if self.lifted is not None:
            self.lifted = self.lifted.page_down()

    def on_key(self, event: events.Key) -> None:
        """Note the key for `action_move_to`: every digit runs it."""
        self._key = event.key

    def action_move_to(self) -> None:
        """Move the lifted row to the aim, section or place with the number that was typed."""
        key, self._key = self._key, ""
        named = self.lifted.named(key) if self.lifted is not None and key.isdecimal() else None
        if named is not None:
            self.lifted = named
        else:
            self.say(f"{key} is no place to move it to." if key else "Type the number of the aim.")

    def action_move_choose(self) -> None:
        """Ask for the aim or section that the lifted row goes to."""
        self.post_message(self.Asked("move-choose"))

    def action_put_down(self) -> None:
        """Put the lifted row down where it is shown."""
        lifted = self.lifted
        self.action_put_back()
        if lifted is None:
            return
        if lifted == self.lift(lifted.row_id):
            self.say(NOT_MOVED)
        elif self.make(lifted.change):
            self.say(f"{lifted.change.label}. u takes it back.")

    def action_put_back(self) -> None:
        """Put the lifted row back where it came from."""
        self.lifted = None


def _typed_text(field: "FieldContent", typed: str, change: "Change | None") -> TypedText:
    """Return what was typed as a draft keeps it; `change` is None if the text does not fit."""
    label = change.label if change is not None else field.label
    return TypedText(label=label, was=field.typed, typed=typed, change=change)
