"""Print a plan as plain lines, for a screen reader, a script or a printer."""

from collections.abc import Iterator

from desk.field_contents import FieldContent, action_fields
from plan.council.format import Format
from plan.model.plan import Plan


def plan_lines(plan: Plan, council: Format) -> Iterator[str]:
    """Yield the plan line by line: the cover, then each aim with its actions and their fields."""
    yield from filter(None, (plan.cover.title, plan.cover.subtitle, plan.cover.date))
    for number, aim in plan.numbered_aims:
        yield ""
        yield f"Aim {number}: {aim.text}"
        for action in plan.actions_of(aim.id):
            yield ""
            yield f"Action {plan.refs_in_words(action.id)}"
            for field in action_fields(plan, action.id, council):
                yield from _field_lines(field)


def _field_lines(field: FieldContent) -> Iterator[str]:
    lines = field.shown.split("\n") if field.shown else [field.placeholder or "none"]
    if len(lines) == 1:
        yield f"  {field.label}: {lines[0]}"
        return
    yield f"  {field.label}:"
    yield from (f"    {line}" for line in lines)
