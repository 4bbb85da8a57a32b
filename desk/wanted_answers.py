"""Find the answer of an assessment that is wanted next, and take all that are offered.

Values in, values out; the window only goes there.
"""

from collections.abc import Iterator

from desk.equality_contents import Asked, Checklist
from plan.changes.change import Change, RowChange, applied
from plan.changes.edits.placing import merged
from plan.text.line_breaks import counted

_WANTED = ("STOP", "FIX")


def next_wanted(checklist: Checklist, after: str) -> str:
    """Return the question, or the table without a row, whose answer is wanted next after `after`.

    After the last comes the first. Empty where nothing else must be answered before the papers go
    out.
    """
    order = [place for asked in checklist.asked.values() for place in _places(asked)]
    wanted = {place for place in _wanted(checklist) if place != after}
    start = order.index(after) + 1 if after in order else 0
    return next((place for place in (*order[start:], *order[:start]) if place in wanted), "")


def nothing_wanted(checklist: Checklist) -> str:
    """Return the sentence that nothing must be answered any more, with what is worth a look."""
    asks = [one.label for one in checklist.asked.values() if checklist.wants_of(one)]
    if not asks:
        return "Nothing more is wanted in this assessment."
    others = f" and {len(asks) - 1} more" if len(asks) > 1 else ""
    return f"Nothing more must be answered here. Still worth a look: {asks[0]}{others}."


def _places(asked: Asked) -> Iterator[str]:
    yield from (field.question for field in asked.fields)
    if not asked.fields:
        yield asked.id


def _wanted(checklist: Checklist) -> Iterator[str]:
    """Yield the places of which a rule wants something: of a table, the first that is blank."""
    for asked in checklist.asked.values():
        for rule in checklist.wants_of(asked):
            if rule.severity not in _WANTED:
                continue
            if rule.place == asked.id:
                blank = (one for one in asked.fields if not checklist.is_answered(one))
                first = next(blank, None) or next(iter(asked.fields), None)
                yield first.question if first is not None else asked.id
            else:
                yield rule.place


def all_taken(checklist: Checklist) -> tuple[Change, int]:
    """Return the change that takes every answer that is offered and still blank, and how many."""
    rows: list[RowChange] = []
    plan, taken = checklist.plan, 0
    for asked in checklist.asked:
        offer = checklist.offer(asked)
        if offer is None or checklist.is_answered(offer[0]):
            continue
        now = Checklist(plan, checklist.assessment, checklist.form, checklist.paper)
        change = now.answered(offer[0].question, offer[1])
        plan, taken = applied(plan, change), taken + 1
        rows += change.rows
    label = f"Take {counted(taken, 'answer')} on offer"
    return Change(label=label, rows=merged(rows)), taken
