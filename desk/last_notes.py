"""What was noted last of the actions that a list shows, on one line each."""

from plan.following.action_state import status_of
from plan.following.ledger import latest
from plan.model.plan import Plan
from plan.text.line_breaks import summary_line


def last_notes(plan: Plan, aim_id: str) -> dict[str, str]:
    """Return the status and the last note of each action of an aim that has one, on one line."""
    said: dict[str, str] = {}
    for action in plan.actions_of(aim_id):
        note = latest(plan.notes_of(action.id))
        if note is not None:
            said[action.id] = ": ".join(filter(None, (status_of(note), summary_line(note.text))))
    return said
