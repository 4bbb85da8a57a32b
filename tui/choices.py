"""What a list completes to: the indicators and leads that the plan uses already."""

from collections import Counter

from plan.model import Plan
from plan.rows import LIST_FIELDS


def known_choices(plan: Plan, field: str) -> tuple[str, ...]:
    """Return the items that the plan's actions have in a list field, the commonest first."""
    if field not in LIST_FIELDS or field == "success_criteria":
        return ()
    used = Counter(item for action in plan.actions for item in getattr(action, field))
    return tuple(item for item, _ in used.most_common())
