"""What a list completes to: the framework's indicators, and what the plan uses already."""

from collections import Counter

from plan.council.framework import Framework
from plan.model.plan import Plan
from plan.model.rows import LIST_FIELDS


def known_choices(plan: Plan, field: str, framework: Framework | None = None) -> tuple[str, ...]:
    """Return the items that the plan's actions have in a list field, the commonest first.

    Before its indicators stand those of `framework`, by its own names and in its order.
    """
    if field not in LIST_FIELDS or field == "success_criteria":
        return ()
    used = Counter(item for action in plan.actions for item in getattr(action, field))
    names = [one.name for one in framework.indicators] if framework else []
    first = names if field == "indicators" else []
    return tuple(dict.fromkeys((*first, *(item for item, _ in used.most_common()))))
