"""The panels of the plan view: aims, the actions of an aim, the fields of an action.

In a narrow window one panel fills the view at a time. The panels show the session's plan and hold
nothing of it themselves but where the cursor is.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from desk.session import PlanSession
from plan.model.fields import LIST_FIELDS
from plan.model.plan import Plan
from plan.model.rows import Action, Aim
from plan.text.line_breaks import glance
from tui.commands import COMMAND, PANELS, Where, shown_key
from tui.views.fields_view import FieldsView
from tui.views.plan.cursor import COVER, SOURCE, Cursor, cursor_at, place_of
from tui.views.plan.moving import Move
from tui.widgets.field_panel import FieldPanel, FieldRow
from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.field_contents import FieldContent
    from plan.checks.tracing_matrix import MatrixLine
    from plan.model.finding import Place


_OF_ROW = ("move", "duplicate", "delete", "note", "explain")
"""Commands for which there is nothing where the cursor is on no aim or action."""

_NO_ACTION = "No action here yet: a adds one."
_NO_AIM = {
    COVER: "Actions belong to an aim: a adds an aim.",
    SOURCE: "Actions belong to an aim: go to one first.",
}

_A_FRAME = 0.025
"""Seconds in which the lists are painted; the fields come after them, for a quicker start."""


class PlanPanels(FieldsView, can_focus=True):
    """Aims, actions and fields of one plan: what is shown of it, and where the officer is."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session, id="plan")
        self.cursor = cursor_at(session.plan, {})
        self.lifted: Move | None = None
        self.traced_at: tuple[int, MatrixLine] | None = None
        self._shown_target = ""
        self._is_whole = False

    def compose(self) -> ComposeResult:
        """Yield the three panels."""
        yield RowList(id="aims")
        yield RowList(id="actions")
        yield FieldPanel(id="fields")

    def on_mount(self) -> None:
        """Show the lists at once, with the cursor where it was last, and then the fields."""
        self.show()
        self.screen.set_focus(self.list_here)  # at once: the first frame shows its keys
        self.set_timer(_A_FRAME, self._show_whole)

    def on_resize(self) -> None:
        """Say the way to the other panels where they are not seen."""
        self._show_ways()

    def on_session_view_moved(self) -> None:
        """Say the way to the other panels only where its keys apply."""
        self._show_ways()

    def _show_ways(self) -> None:
        own_keys = self.app.query_one(KeyLine).own_keys
        is_narrow = self.screen.has_class("-narrow")
        for name in PANELS:
            ways = [COMMAND[one] for one in ("go-back", "go-in") if name in COMMAND[one].where]
            words = [f"{shown_key(way, name, own_keys)} {way.short}" for way in ways]
            is_seen = is_narrow and self.where == name
            self.query_one(f"#{name}").border_subtitle = Content(
                "   ".join(words) if is_seen else ""
            )

    def begin_writing(self) -> None:
        """Open the first field of the cover: the title."""
        self.cursor = Cursor(COVER)
        self._is_whole = True
        self.show()
        self.edit_field(0)

    def _show_whole(self) -> None:
        self._is_whole = True
        self.show_fields()

    @property
    def aims(self) -> RowList:
        """The list of aims."""
        return self.query_one("#aims", RowList)

    @property
    def actions(self) -> RowList:
        """The list of the aim's actions."""
        return self.query_one("#actions", RowList)

    @property
    def list_here(self) -> RowList:
        """The list that the cursor is in."""
        return self.actions if self.cursor.panel == "actions" and self._is_at_aim else self.aims

    @property
    def _is_at_aim(self) -> bool:
        """Whether the cursor is on an aim or one of its actions, or where its first would be."""
        return self.cursor.aim in self.plan.aim_rows

    @property
    def panels(self) -> tuple[Widget, ...]:
        """The panels; nothing is done with the actions where the cursor is on no aim."""
        actions = (self.actions,) if self._is_at_aim else ()
        return (self.aims, *actions, self.fields)

    def allow_focus(self) -> bool:
        """Return whether the view itself has the cursor: only while a row is on the move."""
        return self.lifted is not None

    @property
    def plan(self) -> Plan:
        """The plan as shown: with the row on the move where it would be put down."""
        if self.lifted is None:
            return self.session.plan
        from plan.changes.change import applied

        return applied(self.session.plan, self.lifted.change)

    @property
    def place(self) -> dict[str, str]:
        """Where the officer is."""
        return place_of(self.cursor)

    def return_to(self, place: Mapping[str, str]) -> None:
        """Be on the row where the officer was, else on the first action."""
        self.cursor = cursor_at(self.session.plan, place)

    @property
    def where(self) -> Where:
        """Which commands apply now."""
        if self.lifted is not None:
            return "moving"
        if self.fields.editor is not None:
            return "editing"
        focused = self.screen.focused
        if isinstance(focused, FieldRow):
            return "fields"
        return "actions" if focused is self.actions else "aims"

    @property
    def idle(self) -> frozenset[str]:
        """The commands that would do nothing on the cover, in an aim's field, in an empty list."""
        if self.where == "fields":
            return self._idle_in_fields
        if self.where == "actions" and not self.cursor.is_at_action:
            return frozenset({*_OF_ROW, "copy", "edit"})
        if self._is_at_aim:
            return frozenset()
        is_first = not self.plan.aims and self.cursor.aim == COVER
        return frozenset({*_OF_ROW, "copy"} if is_first else {*_OF_ROW, "copy", "add"})

    @property
    def _idle_in_fields(self) -> frozenset[str]:
        if not self.cursor.is_at_action:
            return frozenset({*_OF_ROW, "add", "bullets"})
        focused = self.screen.focused
        is_list = isinstance(focused, FieldRow) and focused.field.key in LIST_FIELDS
        return frozenset() if is_list else frozenset({"bullets"})

    # What is shown

    def show(self) -> None:
        """Show the plan as it is now, with the cursor on the same rows as far as they are there."""
        plan, cursor = self.plan, self.cursor
        if cursor.action in plan.action_rows:
            cursor.aim = plan.action_rows[cursor.action].parent
        if cursor.aim not in plan.aim_rows and cursor.aim != SOURCE:
            cursor.aim = COVER
        if cursor.aim not in plan.aim_rows:
            cursor.panel = "aims"
        actions = plan.actions_of(cursor.aim)
        if cursor.action not in {action.id for action in actions}:
            cursor.action = actions[0].id if actions else ""
        self.aims.show(aim_rows(plan), cursor.aim)
        moved = self.lifted is not None and self.lifted.is_aim
        self.aims.border_title = Content(
            f"Aims: moving {plan.number_of(cursor.aim)}" if moved else "Aims"
        )
        self._show_actions()
        self.show_fields()
        if self.screen.focused is self.actions and not self._is_at_aim:
            self.screen.set_focus(self.aims)  # the aim is gone, and its actions with it
        self.tell_keys()

    def _show_actions(self) -> None:
        plan, aim = self.plan, self.cursor.aim
        self.actions.empty = _NO_ACTION if self._is_at_aim else _NO_AIM[aim]
        self.actions.show(action_rows(plan, aim), self.cursor.action)
        self.actions.can_focus = self._is_at_aim
        named = f" of aim {plan.number_of(aim)}" if aim in plan.aim_rows else ""
        moved = self.lifted is not None and not self.lifted.is_aim
        moving = f": moving {plan.ref_of(self.cursor.action)}" if moved else ""
        self.actions.border_title = Content(f"Actions{named}{moving}")

    def show_fields(self) -> None:
        """Show the fields of what the cursor is on, unless one of them is being edited."""
        if self.fields.editor is not None or not self._is_whole:
            return
        self.fields.show(self.contents())
        target = self.cursor.action if self.cursor.is_at_action else self.cursor.aim
        if target != self._shown_target:
            self._shown_target = target
            self.fields.scroll_home(animate=False)
        self.fields.border_title = Content(self._title_of_fields())

    def contents(self) -> "tuple[FieldContent, ...]":
        """Return the fields of what the cursor is on."""
        from desk.field_contents import (
            action_fields,
            aim_fields,
            cover_fields,
            framework_field,
            source_fields,
        )

        plan, cursor = self.plan, self.cursor
        if self.cursor.is_at_action:
            return action_fields(plan, cursor.action, self.session.council)
        if cursor.aim in plan.aim_rows:
            return aim_fields(plan, cursor.aim)
        if cursor.aim == SOURCE:
            return source_fields(plan)
        council = self.session.council
        return (*cover_fields(plan, council), framework_field(plan, council))

    def _title_of_fields(self) -> str:
        plan, cursor = self.plan, self.cursor
        if self.cursor.is_at_action:
            return plan.ref_of(cursor.action)
        if cursor.aim in plan.aim_rows:
            return f"Aim {plan.number_of(cursor.aim)}"
        return "Inspection report" if cursor.aim == SOURCE else "Cover"

    # Where the officer is

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what belongs to the row that the cursor has come to."""
        event.stop()
        if self.lifted is not None:
            return
        if event.option_list is self.aims:
            self.cursor = Cursor(self.aims.current or COVER)
            self._show_actions()
            self.cursor.action = self.actions.current
        else:
            self.cursor.action = self.actions.current
            self.cursor.panel = "actions"
        self.show_fields()
        self.tell_keys()

    def followed(self, event: events.DescendantFocus) -> None:
        """Note which panel the focus has come to; a row on the move goes back if it is left."""
        if self.lifted is not None and self.screen.focused is not self:
            self.end_move()
        if event.widget is not self.screen.focused:
            return  # late: the focus has gone on since
        if event.widget is self.aims:
            self.cursor.panel = "aims"
        elif event.widget is self.actions:
            self.cursor.panel = "actions"
        panel = "fields" if event.widget not in (self.aims, self.actions) else self.cursor.panel
        for name in PANELS:
            self.set_class(name == panel, f"-at-{name}")

    def go_to_action(self, action_id: str) -> None:
        """Put the cursor on an action."""
        self.cursor = Cursor(self.plan.action_rows[action_id].parent, action_id, "actions")
        self.show()
        self.actions.focus()

    def show_place(self, place: "Place") -> None:
        """Put the cursor on a field of the cover, of an aim or of an action."""
        if place.table == "actions":
            self.cursor = Cursor(self.plan.action_rows[place.id].parent, place.id, "actions")
        else:
            above = SOURCE if place.table == "source" else COVER
            self.cursor = Cursor(place.id if place.table == "aims" else above)
        self._is_whole = True
        self.show()
        self.screen.set_focus(self.list_here)  # at once: what had it before counts no more
        keys = [field.key for field in self.contents()]
        if place.field in keys:
            self.call_after_refresh(self.fields.go_to, keys.index(place.field))

    def end_move(self) -> None:
        """Show the row on the move where it was before."""
        self.lifted = None
        self.show()

    def put_back(self) -> None:
        """Put the row on the move back where it came from, and go there."""
        self.end_move()
        self.list_here.focus()


def aim_rows(plan: Plan) -> list[ListedRow]:
    """Return the cover, the aims, numbered, and the inspection report."""
    aims = (_aim_row(number, aim) for number, aim in enumerate(plan.aims, 1))
    return [ListedRow(COVER, "Cover"), *aims, ListedRow(SOURCE, "Inspection report")]


def _aim_row(number: int, aim: Aim) -> ListedRow:
    return ListedRow(aim.id, f"{number} {aim.text or '(no text yet)'}")


def action_rows(plan: Plan, aim_id: str) -> list[ListedRow]:
    """Return the actions of an aim: ref and text, below it pages and timescale."""
    return [action_row(plan, action) for action in plan.actions_of(aim_id)]


def action_row(plan: Plan, action: Action) -> ListedRow:
    """Return the row of one action."""
    ref = plan.ref_of(action.id)
    text = glance(action.text) or "(no text yet)"
    facts = " · ".join(filter(None, (action.pages, action.timescale))).replace("\n", " ")
    return ListedRow(action.id, f"{ref} {text}", " " * (len(ref) + 1) + (facts or "no timescale"))
