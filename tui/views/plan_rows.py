"""The rows of the plan view's lists: a plan's aims and actions, a line or two each."""

from plan.model.plan import Plan
from plan.model.rows import Action, Aim
from plan.text.line_breaks import glance
from tui.views.cursor import COVER, SOURCE
from tui.widgets.row_list import ListedRow


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
