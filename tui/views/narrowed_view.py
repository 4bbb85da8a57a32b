"""The base of the plan view in which the list of actions may be limited to some of them."""

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING

from desk.session import PlanSession
from plan.model.plan import Plan
from plan.model.rows import Action
from tui.views.marks_view import MarksView
from tui.views.plan import later
from tui.views.plan.rows import Cursor, cursor_at_stop, cursor_on, stop_at

if TYPE_CHECKING:
    from desk.action_filter import ActionFilter


_PAGE = 100
"""Actions by which a list that is narrowed grows: a thousand would take too long to lay out."""


class NarrowedView(MarksView):
    """A view whose list of actions has those of one aim, or those that a filter lets through.

    The filter rests while a row is being moved.
    """

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self._let_through: tuple[Plan, ActionFilter, frozenset[str], tuple[str, ...]] | None = None

    @property
    def stop(self) -> dict[str, str]:
        """The row under the cursor, and the field."""
        return stop_at(self.plan, self.cursor, self.field_focused)

    def stop_near(self, stop: Mapping[str, str]) -> Mapping[str, str]:
        """Return a row where the officer was, or what is in its place now."""
        cursor = cursor_at_stop(self.plan, stop)
        is_same = cursor.row == (stop.get("action") or stop["aim"])
        return stop_at(self.plan, cursor, stop.get("field", "") if is_same else "")

    def show_stop(self, stop: Mapping[str, str]) -> None:
        """Put the cursor on a row where the officer was, and on its field if it was on one."""
        self.set_reactive(NarrowedView.cursor, cursor_at_stop(self.plan, stop))
        self.enter()
        self.call_after_refresh(self.go_to_field, stop["field"])

    @abstractmethod
    def watch_keys(self) -> None:
        """Name keys in the frame of the panel that has the focus."""

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter says which actions are listed."""
        return self.only is not None and self.lifted is None

    @property
    def let_through(self) -> tuple[str, ...]:
        """The ids of the actions that the filter lets through, in printed order."""
        if self.only is None:
            return tuple(action.id for action in self.plan.actions)
        plan, only, marks = self.plan, self.only, self.marks if self.only.marked else frozenset()
        known = self._let_through
        if known is not None and known[0] is plan and known[1:3] == (only, marks):
            return known[3]
        found = later.let_through(plan, self.session.council, only, marks)
        self._let_through = plan, only, marks, found
        return found

    @property
    def listed(self) -> tuple[str, ...]:
        """The ids of the actions that are listed: what is under the cursor stays until it moves."""
        found = self.let_through
        here = self.cursor.action
        if not self.cursor.is_at_action or here in found or here not in self.plan.action_rows:
            return found
        shown = {*found, here}
        return tuple(one.id for one in self.plan.actions if one.id in shown)

    def listed_actions(self, aim_id: str) -> tuple[Action, ...]:
        """Return the actions to show with the cursor on an aim; of very many, the first hundreds.

        There is always a hundred more below the cursor: the list grows as it goes down.
        """
        if not self.is_narrowed:
            return self.plan.actions_of(aim_id)
        listed, here = self.listed, self.cursor.action
        place = listed.index(here) if here in listed else 0
        shown = listed[: (place // _PAGE + 2) * _PAGE]
        return tuple(self.plan.action_rows[one] for one in shown)

    def cursor_within(self, plan: Plan) -> Cursor:
        """Return the cursor on a row that is listed, as near as possible to where it is."""
        before, cursor = self.cursor, self.cursor.within(plan)
        is_same = cursor.is_at_action and cursor.action == before.action
        if is_same or not self.is_narrowed:
            return cursor
        nearest = self._nearest(cursor)
        if before.panel == "actions" and nearest:
            return cursor_on(plan, "actions", nearest)
        return cursor._replace(action=nearest, panel="aims")

    def _nearest(self, cursor: Cursor) -> str:
        """Return the first action that is let through from the cursor's aim on, or the last."""
        found, plan = self.let_through, self.plan
        if cursor.aim not in plan.aim_rows:
            return found[0] if found else ""
        number = plan.number_of(cursor.aim)
        after = (one for one in found if plan.number_of(plan.aim_of(one).id) >= number)
        return next(after, found[-1] if found else "")

    def action_narrow(self) -> None:
        """Ask which actions are listed: of a lead, a status, a page, with some words."""
        later.ask_what_is_listed(self)

    def watch_only(self) -> None:
        """List the actions that the filter lets through, with the cursor on one of them."""
        if self.only is not None and self.cursor.action not in self.let_through:
            nearest = self._nearest(self.cursor)
            if nearest and self.cursor.panel == "actions":
                self.set_reactive(NarrowedView.cursor, cursor_on(self.plan, "actions", nearest))
        self.show()
        self.watch_keys()
