"""What the plan view does where its list of actions is limited to some of them."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from desk.action_filter import ActionFilter, Admission
from plan.council.format import Format
from plan.model.plan import Plan
from plan.text.line_breaks import counted
from tui.dialogs.narrow import NarrowDialog

if TYPE_CHECKING:
    from tui.views.marks_view import MarksView


def let_through(
    plan: Plan, council: Format, only: ActionFilter, marks: Collection[str]
) -> tuple[str, ...]:
    """Return the ids of the actions that a filter lets through, in printed order."""
    return Admission(plan, council, marks).of(only)


def narrowed_title(plan: Plan, only: ActionFilter, count: int) -> str:
    """Return what a narrowed list says in its title: "3 of 10 actions: CPC, status On track"."""
    return f"{count} of {counted(len(plan.actions), 'action')}: {only.in_words}"


def ask_what_is_listed(view: "MarksView") -> None:
    """Ask what the list of actions is limited to, and limit it to that."""
    session = view.session

    def limit(only: ActionFilter | None) -> None:
        if only is None:
            return
        view.only = only if only.conditions else None
        if view.only is not None and view.listed:
            view.panels[1].focus()

    plans = {session.name: session.plan}
    now = view.only or ActionFilter()
    dialog = NarrowDialog("Show only …", plans, session.council, now, view.marks)
    if view.leave_field():
        view.app.push_screen(dialog, limit)
