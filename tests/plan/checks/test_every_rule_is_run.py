"""A rule that is written is run: whichever list it was to stand in, it is looked for in a paper."""

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import plan.checks
from plan.checks import all_checks
from plan.checks.actions import plan_checks
from plan.checks.check import Check, Found, check
from plan.checks.form import form_checks
from plan.checks.paper import Paper
from plan.model.finding import Finding
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY
from tests.plan.strategies import plan_from

EVERY = all_checks.CHECKS


def written() -> tuple[Check, ...]:
    """Return every rule that a module of the checks defines."""
    names = (one.name for one in walk_packages(plan.checks.__path__, f"{plan.checks.__name__}."))
    return tuple(
        value
        for module in map(import_module, names)
        for value in vars(module).values()
        if isinstance(value, Check) and value.look.__module__ == module.__name__
    )


def run() -> Counter[str]:
    """Return how often each rule looks at a paper with a report and an assessment."""
    ran: Counter[str] = Counter()
    findings = Check.findings

    def counted(self: Check, paper: Paper) -> Iterator[Finding]:
        ran[self.rule] += 1
        return findings(self, paper)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Check, "findings", counted)
        all_checks.findings(Paper(plan_from(OUTLINE), FORMAT, TODAY, FORMS))
    return ran


def test_every_rule_that_is_written_is_run_once() -> None:
    assert {one.rule for one in EVERY} <= {one.rule for one in written()}
    assert run() == Counter(one.rule for one in written())


@pytest.mark.parametrize("rule", [one.rule for one in EVERY])
def test_a_rule_that_is_left_out_of_its_list_is_noticed(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run()
    others = tuple(one for one in EVERY if one.rule != rule)
    monkeypatch.setattr(all_checks, "CHECKS", others)
    assert before - run() == Counter({rule: 1})


@pytest.mark.parametrize("module", [plan_checks, form_checks])
def test_a_rule_that_is_written_and_put_in_no_list_is_noticed(
    module: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def a_rule_of_its_own(_: Paper) -> Iterator[Found]:
        return iter(())

    a_rule_of_its_own.__module__ = getattr(module, "__name__", "")
    added = check("P99", "ASK", "A rule that nobody runs.", "A test")(a_rule_of_its_own)
    monkeypatch.setattr(module, "a_rule_of_its_own", added, raising=False)
    assert (Counter(one.rule for one in written()) - run())["P99"] == 1
