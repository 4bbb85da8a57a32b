"""Finding an action: the palette, over the texts of the plan."""

from functools import partial
from textwrap import shorten

from plan.glance import glance
from tui.views.plan_panels import PlanPanels


def find_action(view: PlanPanels) -> None:
    """Offer every action by ref and text; choosing one puts the cursor on it."""
    plan = view.plan
    commands = [
        (
            shorten(f"{plan.ref_of(action.id)} {glance(action.text)}", 150, placeholder=" …"),
            partial(view.go_to_action, action.id),
        )
        for action in plan.actions
    ]
    view.app.search_commands(commands, placeholder="Find an action: its ref or words of it")
