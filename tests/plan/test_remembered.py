"""What is worked out once is remembered, and not for ever."""

import sys
from collections.abc import Iterator
from datetime import date
from functools import _lru_cache_wrapper
from random import Random

import pytest

from plan.changes.change import applied
from plan.changes.edits import set_action_field
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.outline import built_plan
from plan.model.plan import Plan
from plan.text import remembered as module
from plan.text.remembered import SPARE, drop_unused_results, remembered
from sample_data.sample import sample_outline

EDITS = 350
FIELDS = ("text", "pages", "timescale", "leads", "indicators", "success_criteria")
FORM = format_named(DEFAULT_FORMAT)


@pytest.fixture(autouse=True)
def nothing_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_USEFUL", {})
    monkeypatch.setattr(module, "_USEFUL_BY_ROW", {})
    for function in module._FUNCTIONS:
        function.cache_clear()
    for kept in module._KEPT_BY_ROW:
        kept.clear()


def looked_at(plan: Plan) -> None:
    findings(Paper(plan, FORM, date(2026, 11, 27)))


def results() -> dict[str, int]:
    """How many results each function of ours remembers, by its name."""
    return {
        f"{name}.{function.__wrapped__.__qualname__}": function.cache_info().currsize
        for name, module in sorted(sys.modules.items())
        if name.split(".")[0] in ("plan", "store", "tui")
        for function in vars(module).values()
        if isinstance(function, _lru_cache_wrapper)
    }


def edited(plan: Plan, number: int, chance: Random) -> Plan:
    """Type over a field of an action what was never in it."""
    action, field = chance.choice(plan.actions), FIELDS[number % len(FIELDS)]
    typed = f"Agree {number} guides with the Parenting Group (PG{number}) by June {3000 + number}."
    change = set_action_field(plan, action.id, field, typed, name="what is tried")
    return applied(plan, change.model_copy(update={"revision": number + 2}))


def plans() -> Iterator[Plan]:
    plan, chance = built_plan(sample_outline(), DEFAULT_FORMAT), Random(6)
    yield plan
    for number in range(EDITS):
        plan = edited(plan, number, chance)
        yield plan


@pytest.mark.slow
def test_what_was_typed_over_is_forgotten() -> None:
    first: dict[str, int] = {}
    most: dict[str, int] = {}
    for plan in plans():
        looked_at(plan)
        now = results()
        first = first or now
        most = {name: max(count, most.get(name, 0)) for name, count in now.items()}
    grown = {name: count for name, count in most.items() if count > first[name] + EDITS // 10}
    assert grown  # some of it is remembered meanwhile
    assert {name for name, count in grown.items() if count > 2 * first[name] + 2 * SPARE} == set()


def test_a_plan_that_stays_as_it_is_is_worked_out_once() -> None:
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    looked_at(plan)
    before = [function.cache_info().misses for function in module._FUNCTIONS]
    for _ in range(3):
        looked_at(plan)
    assert [function.cache_info().misses for function in module._FUNCTIONS] == before


def test_a_function_that_holds_more_than_twice_what_it_needs_begins_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_FUNCTIONS", [])

    @remembered
    def doubled(number: int) -> int:
        return 2 * number

    def ask(numbers: range) -> int:
        assert [doubled(number) for number in numbers] == [2 * number for number in numbers]
        drop_unused_results()
        return doubled.cache_info().currsize

    assert ask(range(1_000)) == 1_000
    assert ask(range(2_000 + SPARE)) == 2_000 + SPARE
    assert ask(range(2_001 + SPARE)) == 0
    assert ask(range(10)) == 10
    assert ask(range(20 + SPARE)) == 20 + SPARE
    assert ask(range(21 + SPARE)) == 0
