"""Keep comments that were resolved in Word as answered, so that nothing waits for them.

The answer is that of a paper that plandesk wrote, else that they were marked so.
"""

from collections.abc import Mapping

from desk.today import today, today_in_words
from plan.changes.change import applied
from plan.changes.edits.reasons import give_reason
from plan.checks.actions.plan_checks import comments_are_answered
from plan.checks.paper import Paper
from plan.council.form import Form
from plan.council.format import Format
from plan.model.outline import PlanOutline
from plan.model.plan import Plan
from plan.papers.comments import RESOLVED


def with_resolved_answered(
    plan: Plan, outline: PlanOutline, council: Format, forms: Mapping[str, Form]
) -> Plan:
    """Return the plan made of `outline` in which each comment that is resolved has its answer."""
    made = zip(plan.comments, outline.comments, strict=True)
    resolved = {comment.id: one.answer or RESOLVED for comment, one in made if one.is_resolved}
    found = comments_are_answered.findings(Paper(plan, council, today(), forms))
    changes = [
        give_reason(plan, finding, resolved[finding.about], given_on=today_in_words())
        for finding in found
        if finding.about in resolved
    ]
    return applied(plan, *changes)
