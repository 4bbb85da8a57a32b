"""The Plan view: the aims, the actions of an aim and the fields of an action, to be edited.

In a narrow window one panel fills the view at a time. The panels keep no copy of the plan, only
where the cursor is.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import OptionList

from desk.session import PlanSession
from plan.model.fields import LIST_FIELDS
from tui import tasks
from tui.commands import COMMAND, PANELS, Where, shown_key
from tui.keys.bindings import bindings_at
from tui.views.plan import later
from tui.views.plan.rows import (
    COVER,
    NONE_LET_THROUGH,
    SOURCE,
    Cursor,
    action_rows,
    actions_title,
    aim_rows,
    aims_title,
    breadcrumb,
    cursor_after,
    cursor_at,
    cursor_on,
    why_no_actions,
    with_marks,
)
from tui.views.rows_view import RowsView
from tui.widgets.field_panel import FieldPanel, FieldRow
from tui.widgets.key_line import KeyLine
from tui.widgets.once import once_after
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from plan.changes.change import Change
    from plan.model.finding import Place
    from tui.views.plan.progress_round import NoteEditor


_ROW_COMMANDS = ("move", "duplicate", "delete", "explain", "mark-row", "cut")
"""Commands that do nothing unless the cursor is on an aim or action."""
_OF_MARKED = frozenset({"move", "delete", "copy", "cut"})
"""Commands that have what is marked to do something to, wherever the cursor is."""

_AROUND_TITLE = 8
"""Cells of a panel's width that its title has not: edges, gaps and a scrollbar."""
_FIRST_FRAME = 0.025
"""Seconds to wait for the lists to be painted; showing the fields later makes the start quicker."""


class PlanView(RowsView, can_focus=True):
    """The aims, actions and fields of one plan."""

    SCOPED_CSS = False
    # While a row is being moved the view itself has the focus: the row's panel stays highlighted.
    DEFAULT_CSS = """
    PlanView {
        #aims { width: 4fr; }
        #actions { width: 5fr; }
        #fields { width: 7fr; }
    }
    PlanView:focus.-at-aims #aims, PlanView:focus.-at-actions #actions {
        border: round $accent; border-title-color: $accent; border-title-style: bold;

        & > .option-list--option-highlighted {
            background: $accent;
            color: $background;
            text-style: bold;
        }
    }
    .-narrow PlanView {
        &.-at-aims #aims { display: block; }
        &.-at-actions #actions { display: block; }
        &.-at-fields #fields { display: block; }
    }
    /* Below the panel with the cursor stands what it leads to, where there are lines for both. */
    .-narrow.-high PlanView {
        layout: vertical;
        #aims, #actions, #fields { width: 1fr; scrollbar-size-horizontal: 0; }
        &.-at-aims #aims { height: auto; max-height: 70%; }
        &.-at-aims #actions { display: block; }
        &.-at-actions #actions { height: auto; max-height: 50%; }
        &.-at-actions #fields { display: block; }
    }
    """

    BINDINGS = bindings_at(*PANELS, "moving", "jumping")

    aims = query_one("#aims", RowList)
    actions = query_one("#actions", RowList)

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self._shown_target = ""
        self._is_whole = False

    def compose(self) -> ComposeResult:
        """Yield the three panels."""
        self.at = self.cursor.panel  # now: once there are panels, it would restyle them
        yield RowList(id="aims")
        yield RowList(id="actions")
        yield FieldPanel(id="fields")

    def on_mount(self) -> None:
        """Show the lists at once, with the cursor where it was, and the fields after a moment."""
        self._cut_actions()
        self.show()
        self.screen.set_focus(self.list_here)  # at once: the first frame shows the list's keys
        once_after(_FIRST_FRAME, self, self._show_whole)

    def on_resize(self) -> None:
        """Name the keys to the other panels if the window is now too narrow to show them."""
        self.watch_keys()
        self._cut_actions()
        self._title_panels()

    def _cut_actions(self) -> None:
        """Cut the lines of the actions where the whole text of one stands below them."""
        self.actions.is_cut = self.screen.has_class("-narrow") and self.screen.has_class("-high")

    def watch_keys(self) -> None:
        """Name the keys to the other panels in the frame of one that fills the view.

        Before them stands the key that lists all actions again or takes the marks away.
        """
        own_keys = self.app.query_one(KeyLine).own_keys
        for name in PANELS:
            ways = [COMMAND[one] for one in self._ways(name) if name in COMMAND[one].where]
            shorts = [self._lets_go if way.id == "let-go" else way.short for way in ways]
            words = [
                f"{shown_key(way, name, own_keys)} {short}"
                for way, short in zip(ways, shorts, strict=True)
            ]
            said = "   ".join(words) if self.where == name else ""
            self.query_one(f"#{name}").border_subtitle = Content(said)

    def _ways(self, panel: Where) -> tuple[str, ...]:
        """Return the ids of the commands that the frame of a panel names."""
        is_narrow = self.screen.has_class("-narrow")
        is_held = bool(self.marks) or self.only is not None
        lets_go = ("let-go",) if is_held or (is_narrow and panel == "actions") else ()
        return (*lets_go, *(("go-back", "go-in") if is_narrow else ()))

    @property
    def _lets_go(self) -> str:
        """What Esc does in a list, in short."""
        return "all actions" if self.only is not None else "unmark" if self.marks else "back"

    def begin_writing(self) -> None:
        """Open the title, the first field of the cover."""
        self.cursor = Cursor(COVER)
        self._show_whole()
        self.edit_field(0)

    def _show_whole(self) -> None:
        self._is_whole = True
        self._show_actions()
        self.show_fields()

    @property
    def list_here(self) -> RowList:
        """The list that the cursor is in."""
        is_in_actions = self.cursor.panel == "actions" and self._has_list
        return self.actions if is_in_actions else self.aims

    @property
    def _has_list(self) -> bool:
        """Whether there is a list of actions to go to: an aim's, or one that is narrowed."""
        return self._is_at_aim or self.is_narrowed

    @property
    def _is_at_aim(self) -> bool:
        """Whether the cursor is on an aim, or in the list of its actions, which may be empty."""
        return self.cursor.aim in self.plan.aim_rows

    @property
    def panels(self) -> tuple[Widget, ...]:
        """The panels; without the actions if the cursor is on no aim and they are not narrowed."""
        actions = (self.actions,) if self._has_list else ()
        return (self.aims, *actions, self.fields)

    def allow_focus(self) -> bool:
        """Return whether the view itself may have the focus: only while a row is being moved."""
        return self.lifted is not None

    @property
    def place(self) -> dict[str, str]:
        """The cursor."""
        return self.cursor.kept

    def return_to(self, place: Mapping[str, str]) -> None:
        """Go back to the row where the officer was, or to the first action."""
        self.set_reactive(PlanView.cursor, cursor_at(self.session.plan, place))

    def where_is(self, focused: Widget | None) -> Where:
        """Return which panel has the focus."""
        if isinstance(focused, FieldRow):
            return "fields"
        return "actions" if focused is self.actions else "aims"

    @property
    def idle(self) -> frozenset[str]:
        """The ids of the commands that do nothing on the cover, in an aim's field or empty list."""
        if self.where == "fields":
            return self._idle_in_fields
        if self.fields.editor is not None and self.fields.editor.tab_leads_on:
            return frozenset({"next-field"})
        if self.marks:
            return self._idle_at_row - _OF_MARKED - {"note"}
        is_let_go = self.where == "aims" and self.only is None
        unmarked = {"set-field", *(("let-go",) if is_let_go else ())}
        return self._idle_at_row | unmarked

    @property
    def _idle_at_row(self) -> frozenset[str]:
        if self.where == "actions" and not self.cursor.is_at_action:
            return frozenset({*_ROW_COMMANDS, "copy", "edit", "note"})
        if self._is_at_aim:
            return frozenset()
        return frozenset({*_ROW_COMMANDS, "copy", "note"})

    @property
    def _idle_in_fields(self) -> frozenset[str]:
        if not self.cursor.is_at_action:
            return frozenset({*_ROW_COMMANDS, "bullets", "note"} - {"cut", "delete"})
        focused = self.screen.focused
        is_list = isinstance(focused, FieldRow) and focused.field.key in LIST_FIELDS
        return frozenset() if is_list else frozenset({"bullets"})

    # What is shown

    def show(self) -> None:
        """Show the plan as it is now, with the cursor on the same rows if they still exist."""
        plan, cursor = self.plan, self.cursor_within(self.plan)
        self.set_reactive(PlanView.cursor, cursor)
        self.set_reactive(PlanView.marks, self.marks & {*plan.action_rows, *plan.aim_rows})
        self.show_keyed(self.aims, with_marks(plan, aim_rows(plan), self.marks), cursor.aim)
        self.aims.border_title = Content(aims_title(plan, self.lifted_rows, self.marks))
        self._show_actions()
        self.show_fields()
        if self.screen.focused is self.actions and not self._has_list:
            self.screen.set_focus(self.aims)  # the aim was deleted, and its actions with it
        self.update_keys()

    def watch_cursor(self, before: Cursor, cursor: Cursor) -> None:
        """Show the actions and fields of the row under the cursor."""
        is_listed = self.is_narrowed and {before.action, cursor.action} <= set(self.let_through)
        if is_listed:
            self.aims.go_to(cursor.aim)
            if len(self.actions.rows) < len(self.listed_actions(cursor.aim)):
                self._show_actions()
            self.actions.go_to(cursor.action)
        elif cursor.aim != before.aim or self.is_narrowed:
            self.show()
            return
        if cursor.action != self.actions.current:
            self.actions.show(self._action_rows(cursor.aim), cursor.action)
        self.show_fields()
        self.update_keys()

    def _action_rows(self, aim: str) -> list[ListedRow]:
        if not self._is_whole:  # the first frame waits for no format: most print a timescale
            return action_rows(self.plan, self.plan.actions_of(aim))
        columns = (column.field for column in self.session.council.plan.columns)
        wants_timescale = "timescale" in columns
        actions = self.listed_actions(aim)
        notes = later.last_notes(self.plan, actions)
        rows = action_rows(self.plan, actions, wants_timescale=wants_timescale, notes=notes)
        return with_marks(self.plan, rows, self.marks)

    def _show_actions(self) -> None:
        aim = self.cursor.aim
        only = self.only if self.is_narrowed else None
        why = why_no_actions(aim) if only is None else NONE_LET_THROUGH
        self.actions.empty = self.keyed(why, "actions")
        self.actions.show(self._action_rows(aim), self.cursor.action)
        self.actions.can_focus = self._has_list
        self._title_panels()

    def _title_panels(self) -> None:
        """Name the panels, the one that fills a narrow window by the way to it."""
        plan, cursor = self.plan, self.cursor
        only = self.only if self.is_narrowed else None
        narrowed = later.narrowed_title(self.plan, only, len(self.let_through)) if only else ""
        actions = actions_title(plan, cursor.aim, self.lifted_rows, self.marks, narrowed)
        fields = cursor.title_in(plan)
        if self.screen.has_class("-narrow") and not self.lifted_rows and not self.marks:
            room = self.app.size.width - _AROUND_TITLE
            if self.at == "fields":
                fields = breadcrumb(plan, cursor, room, to_action=True) or fields
            elif self.at == "actions" and not narrowed:
                actions = breadcrumb(plan, cursor, room, to_action=False) or actions
        self.actions.border_title = Content(actions)
        self.fields.border_title = Content(fields)

    def show_fields(self) -> None:
        """Show the fields of the row under the cursor, unless one of them is being edited."""
        if self.fields.editor is not None or not self._is_whole:
            return
        self.fields.show(self.contents())
        target = self.cursor.action if self.cursor.is_at_action else self.cursor.aim
        if target != self._shown_target:
            self._shown_target = target
            self.fields.scroll_home(animate=False, immediate=True)
        self._title_panels()

    def contents(self) -> "tuple[FieldContent, ...]":
        """Return the fields of the row under the cursor."""
        plan, cursor = self.plan, self.cursor
        if self.cursor.is_at_action:
            return later.action_fields(plan, cursor.action, self.session.council)
        if cursor.aim in plan.aim_rows:
            return later.aim_fields(plan, cursor.aim, self.session.council)
        if cursor.aim == SOURCE:
            return later.source_fields(plan)
        council = self.session.council
        return (
            *later.cover_fields(plan, council),
            later.format_field(plan, council),
            later.framework_field(plan, council),
            *later.timescale_fields(plan),
        )

    # Where the officer is

    @on(OptionList.OptionHighlighted, "#aims")
    def follow_to_aim(self, event: OptionList.OptionHighlighted) -> None:
        """Show the actions of the aim under the cursor."""
        event.stop()
        if self.lifted is None:
            self.cursor = Cursor(self.aims.current or COVER)

    @on(OptionList.OptionHighlighted, "#actions")
    def follow_to_action(self, event: OptionList.OptionHighlighted) -> None:
        """Show the fields of the action under the cursor."""
        event.stop()
        if self.lifted is None:
            self._go_to_listed(self.actions.current)

    def follow_focus(self, event: events.DescendantFocus) -> None:
        """Note which panel has the focus now; a lifted row goes back if the view loses it."""
        if self.screen.focused is not self:
            self.lifted = None
        if event.widget is not self.screen.focused:
            return  # a late event: the focus has moved on since
        if event.widget is self.aims:
            self.cursor = self.cursor._replace(panel="aims")
        elif event.widget is self.actions:
            self._go_to_listed(self.cursor.action)
        self.at = self.cursor.panel if event.widget in (self.aims, self.actions) else "fields"
        self._title_panels()

    def _go_to_listed(self, action: str) -> None:
        """Put the cursor on an action of the list; a narrowed one has actions of several aims."""
        is_there = action in self.plan.action_rows
        to = cursor_on(self.plan, "actions", action) if is_there else self.cursor
        self.cursor = to._replace(panel="actions")

    def action_go_in(self) -> None:
        """Go to the panel on the right."""
        if self.where == "aims":
            self.go_to_panel(self.panels[1])
        elif self.where == "actions":
            self.fields.go_to(0)

    def action_go_back(self) -> None:
        """Go from the fields to the list on the left."""
        self.list_here.focus()

    def action_back_to_aims(self) -> None:
        """Go from the actions to the aims."""
        self.aims.focus()

    def go_to_action(self, action_id: str) -> None:
        """Put the cursor on an action."""
        self.cursor = cursor_on(self.plan, "actions", action_id)
        self.actions.focus()

    def show_place(self, place: "Place") -> None:
        """Put the cursor on a field of the cover, of an aim or of an action."""
        self.cursor = cursor_on(self.plan, place.table, place.id)
        self._show_whole()
        self.screen.set_focus(self.list_here)  # at once, so that no earlier panel keeps it
        is_note = place.table == "progress"
        for number, field in enumerate(self.contents()):
            if field.owner == place.id if is_note else field.key == place.field:
                self.call_after_refresh(self.fields.go_to, number)
                return

    def show_change(self, change: "Change") -> None:
        """Show the plan after a change, with the cursor on what it changed."""
        panel = self.cursor.panel
        self.set_reactive(PlanView.cursor, cursor_after(self.plan, change) or self.cursor)
        self.show()
        if self.cursor.panel != panel:
            self.list_here.focus()

    # Editing a field

    def action_edit(self) -> None:
        """Edit the field under the cursor, or in a list the first field of the row."""
        self.edit_field(self.fields.current if self.where == "fields" else 0)

    def action_note(self) -> None:
        """Begin a round of progress notes at the action under the cursor, or the next without."""
        if self.marks and self.where != "fields":
            later.note_marked(self)
        elif not self.is_read_only():
            later.begin_round(self)

    def begin_note(self, action_id: str) -> None:
        """Open the note of an action, and a round of notes with it."""
        later.open_note(self, action_id, frozenset())

    def on_note_editor_noted(self, message: "NoteEditor.Noted") -> None:
        """Keep a note of the round, and open the next."""
        message.stop()
        later.note_next(self, message)

    def change_of(self, field: "FieldContent", typed: str) -> "Change":
        """Return the change that puts what was typed into a field."""
        plan, council = self.session.plan, self.session.council
        if later.is_of_marked(field):
            return later.edited_in_many(plan, self.marks, field, typed, council)
        return later.edited(plan, field, typed, council)

    def choices_of(self, field: "FieldContent") -> tuple[str, ...]:
        """Return the completions: the framework's indicators, and what the plan already uses."""
        council = self.session.council
        if later.is_link(field, council):
            return later.names_of_plans()
        framework = later.framework_of(self.plan, council)
        return later.known_choices(self.plan, field.key, framework, council.plan.own)

    def choose_value(self, place: int, field: "FieldContent") -> None:
        """Ask which of its options stands in the field at `place`."""
        tasks.choose_value(self, place, field)

    def begin(self, place: int, field: "FieldContent") -> None:
        """Open an editor for `field` at `place`, or a dialog if it is chosen and not typed."""
        if field.kind == "told":
            self.say("That is told by the assessment: view 3 has it.")
        elif field.kind != "choice" or field.options:
            super().begin(place, field)
        elif not self.is_read_only():
            is_format = field.key == "format"
            (later.ask_for_format if is_format else later.ask_for_framework)(self, place)
