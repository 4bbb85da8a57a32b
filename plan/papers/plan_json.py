"""The plan as nested values for a program to read: what `plandesk show --json` prints."""

from typing import Any

from plan.model.plan import Plan
from plan.model.rows import Action
from plan.papers.typed_text import shown_of


def printed_plan(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON values: every text as it is typed, refs and numbers as printed."""
    return {
        "title": plan.cover.title,
        "subtitle": plan.cover.subtitle,
        "date": plan.cover.date,
        "partnership": plan.cover.partnership,
        "framework": plan.cover.framework,
        "aims": [
            {
                "number": number,
                "text": aim.text,
                "actions": [printed_action(plan, action) for action in plan.actions_of(aim.id)],
            }
            for number, aim in enumerate(plan.aims, 1)
        ],
    }


def printed_action(plan: Plan, action: Action) -> dict[str, Any]:
    """Return one action as JSON values; the keys are the FIELD names of `plandesk set`."""
    return {
        "ref": plan.ref_of(action.id),
        "text": shown_of(action.text),
        "pages": action.pages,
        "indicators": list(action.indicators),
        "leads": list(action.leads),
        "timescale": action.timescale,
        "success_criteria": list(action.success_criteria),
        "progress": [
            {"as_at": note.as_at, "status": note.status, "text": shown_of(note.text)}
            for note in plan.notes_of(action.id)
        ],
    }
