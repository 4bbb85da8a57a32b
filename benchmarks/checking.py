"""Checking 1,000 actions, at first and after one edit, against pydantic reading the same rows.

The view is to follow an edit within a tenth of a second: the limit is what that comes to on a
machine on which the yardstick takes 4 ms. The first checks after opening may cost twice that; each
is made in a process of its own, in which nothing is known yet.
"""

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from string import ascii_uppercase
from subprocess import run
from time import process_time

from benchmarks.ratios import Ratio, timed, turn_about
from plan.changes.change import applied
from plan.changes.edits import set_action_field
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import form_named, format_named
from plan.following.timeline import timeline
from plan.model.outline import ActionOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.reading.references import reference_problems
from sample_data.sample import large_outline

AT_MOST = 15.0
SPOILT = 22.0
DATED = 25.0
FIRST, FIRST_SPOILT = 30.0, 44.0
ROUNDS = 9
PROCESSES = 5
_BROKEN = "Article X of the Minute of Meeting of the Committee of "
TODAY = date(2026, 11, 24)


def checking() -> list[Ratio]:
    """Return the ratios of the checks and of the timeline, each after an edit of one action.

    The checks are tried on a plan in which every action has something amiss as well.
    """
    gc.collect()
    council = format_named(DEFAULT_FORMAT)
    forms = {name: form_named(name) for name in council.forms}
    plans = _Edited(built_plan(large_outline(1_000), council.id))
    spoilt = _Edited(built_plan(_amiss(large_outline(1_000)), council.id))
    rows = [action.model_dump(mode="json") for action in plans.plan.actions]
    checks, read = turn_about(
        lambda: _after_an_edit(plans, lambda plan: findings(Paper(plan, council, TODAY, forms))),
        lambda: timed(lambda: [Action.model_validate(row) for row in rows]),
        ROUNDS,
    )
    amiss, once_more = turn_about(
        lambda: _after_an_edit(spoilt, lambda plan: findings(Paper(plan, council, TODAY, forms))),
        lambda: timed(lambda: [Action.model_validate(row) for row in rows]),
        ROUNDS,
    )
    dated, again = turn_about(
        lambda: _after_an_edit(plans, _a_year_of),
        lambda: timed(lambda: [Action.model_validate(row) for row in rows]),
        ROUNDS,
    )
    long, short = turn_about(
        lambda: timed(lambda: reference_problems(_BROKEN * 1_600, council.report)),
        lambda: timed(lambda: reference_problems(_BROKEN * 100, council.report)),
        ROUNDS,
    )
    return [
        Ratio("References without a date, 16 times", long, "the shorter text", short, 4 * 16),
        Ratio("1,000 actions checked after an edit", checks, "pydantic, the rows", read, AT_MOST),
        Ratio("1,000 actions amiss, checked", amiss, "pydantic, the rows", once_more, SPOILT),
        Ratio("1,000 actions in the timeline", dated, "pydantic, the rows", again, DATED),
        _first("1,000 actions checked at first", FIRST),
        _first("1,000 actions amiss, at first", FIRST_SPOILT, is_amiss=True),
    ]


def _first(what: str, limit: float, *, is_amiss: bool = False) -> Ratio:
    """Return the ratio of the first checks in a process, the least of several of each time."""
    code = f"from benchmarks.checking import print_first; print_first(is_amiss={is_amiss})"
    turns = [
        run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(PROCESSES)
    ]
    checks, read = zip(*(map(float, turn.stdout.split()) for turn in turns), strict=True)
    return Ratio(what, min(checks), "pydantic, the rows", min(read), limit)


def print_first(*, is_amiss: bool) -> None:
    """Print the processor time of the first checks in this process, and of reading the rows."""
    council = format_named(DEFAULT_FORMAT)
    forms = {name: form_named(name) for name in council.forms}
    outline = large_outline(1_000)
    plan = built_plan(_amiss(outline) if is_amiss else outline, council.id)
    rows = [action.model_dump(mode="json") for action in built_plan(outline, council.id).actions]
    read = [_processor_time(lambda: [Action.model_validate(row) for row in rows])]
    checks = _processor_time(lambda: findings(Paper(plan, council, TODAY, forms)))
    read += [
        _processor_time(lambda: [Action.model_validate(row) for row in rows]) for _ in range(ROUNDS)
    ]
    print(checks, min(read))


def _processor_time(work: Callable[[], object]) -> float:
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


class _Edited:
    """A plan that is edited again before each measurement, so that nothing is known of it yet."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._pages = 0

    def next(self) -> Plan:
        """Return the plan with other pages in one action."""
        self._pages += 1
        action = self.plan.actions[self._pages]
        pages = f"Pages {self._pages}, {self._pages + 9}"
        change = set_action_field(self.plan, action.id, "pages", pages, name="pages")
        self.plan = applied(self.plan, change)
        return self.plan


def _amiss(outline: PlanOutline) -> PlanOutline:
    """Return a plan in which no lead can be understood and no indicator is of the framework."""
    numbers = count()
    return replace(
        outline,
        aims=tuple(
            replace(
                aim,
                actions=tuple(_spoilt(action, next(numbers)) for action in aim.actions),
            )
            for aim in outline.aims
        ),
    )


def _spoilt(action: ActionOutline, number: int) -> ActionOutline:
    letters = (ascii_uppercase[number // by % 26] for by in (676, 26, 1))
    return replace(
        action,
        text=f"Guide {number} must be understood.",
        pages="Pages 18, 9",
        indicators=(f"Impacts on famlies {number}",),
        leads=(f"X{''.join(letters)}",),
        success_criteria=(f"Families feel better {number}.",),
    )


def _after_an_edit(plans: _Edited, work: Callable[[Plan], object]) -> float:
    plan = plans.next()
    return timed(lambda: work(plan))


def _a_year_of(plan: Plan) -> object:
    return timeline({"the plan": plan}, TODAY, TODAY + timedelta(days=365))
