"""The checks run once for a state of the plan; whoever needs what they find asks for it."""

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier

import pytest

from desk import checking
from desk.checking import checked
from desk.exporting import Export
from desk.today import today
from plan.changes.change import applied
from plan.changes.edits import set_action_field
from plan.checks import all_checks
from plan.checks.paper import Paper
from plan.council import DEFAULT_FORMAT
from plan.model.finding import Finding
from plan.model.outline import built_plan
from plan.model.plan import Plan
from sample_data.sample import sample_outline
from store.formats import format_for

FORM = format_for(DEFAULT_FORMAT)
DAY = date(2016, 9, 12)


@pytest.fixture
def plan() -> Plan:
    return built_plan(sample_outline(), DEFAULT_FORMAT)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[Paper]:
    """The papers that the checks have looked at since."""
    papers: list[Paper] = []
    look = all_checks.findings

    def looks(paper: Paper) -> tuple[Finding, ...]:
        papers.append(paper)
        return look(paper)

    monkeypatch.setattr(all_checks, "findings", looks)
    return papers


def test_whoever_asks_again_is_given_what_was_found(plan: Plan, looked_at: list[Paper]) -> None:
    found = checked(plan, FORM, DAY)
    assert found
    assert checked(plan, FORM, DAY) is found
    assert len(looked_at) == 1


def test_an_export_of_a_plan_that_is_checked_checks_nothing(
    plan: Plan, looked_at: list[Paper], tmp_path: Path
) -> None:
    checked(plan, FORM, today())
    for kind in ("report", "plan", "pack"):
        assert list(Export(plan, "Sample", kind, tmp_path).write())
    assert len(looked_at) == 1


def _another_day(plan: Plan) -> None:
    checked(plan, FORM, DAY + timedelta(days=1))


def _edited(plan: Plan) -> None:
    pages = set_action_field(plan, plan.actions[0].id, "pages", "Page 99", name="pages")
    checked(applied(plan, pages), FORM, DAY)


def _another_format(plan: Plan) -> None:
    cover = FORM.plan.model_copy(update={"columns": FORM.plan.columns[1:]})
    checked(plan, FORM.model_copy(update={"plan": cover}), DAY)


@pytest.mark.parametrize("ask", [_another_day, _edited, _another_format])
def test_another_state_is_looked_at_anew(
    plan: Plan, looked_at: list[Paper], ask: Callable[[Plan], None]
) -> None:
    checked(plan, FORM, DAY)
    ask(plan)
    assert len(looked_at) == 2


def test_many_that_ask_at_once_wait_for_the_one_that_looks(
    plan: Plan, looked_at: list[Paper], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Barrier(4)
    looks = all_checks.findings

    def looks_late(paper: Paper) -> tuple[Finding, ...]:
        asked.wait()
        return looks(paper)

    def ask() -> tuple[Finding, ...]:
        asked.wait()
        return checked(plan, FORM, DAY)

    monkeypatch.setattr(all_checks, "findings", looks_late)
    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(checked, plan, FORM, DAY)
        others = [threads.submit(ask) for _ in range(3)]
        assert {id(one.result()) for one in others} == {id(first.result())}
    assert len(looked_at) == 1


def test_checks_that_fail_are_tried_again(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Paper) -> tuple[Finding, ...]:
        raise RuntimeError("a fault in a check")

    with monkeypatch.context() as patch:
        patch.setattr(all_checks, "findings", broken)
        with pytest.raises(RuntimeError):
            checked(plan, FORM, DAY)
    assert checked(plan, FORM, DAY)


@pytest.mark.slow
def test_nothing_is_kept_of_a_plan_that_is_gone() -> None:
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    checked(plan, FORM, DAY)
    place = id(plan)
    assert place in checking._KNOWN
    del plan
    gc.collect()
    assert place not in checking._KNOWN
