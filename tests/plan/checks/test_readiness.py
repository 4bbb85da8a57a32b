"""A paper is marked ready for committee only where nothing keeps it back."""

from dataclasses import replace

import pytest

from plan.checks.readiness import keeps_back, readiness
from plan.model.finding import Finding, Severity
from plan.model.outline import ReportOutline
from plan.papers.places import source_place
from tests.plan.checks.sound import OUTLINE
from tests.plan.strategies import plan_from

PLAN = plan_from(OUTLINE)


def finding(severity: Severity, reason: str = "") -> Finding:
    return Finding("P1", severity, source_place("contents"), "Said.", "Practice", reason=reason)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ((), "Ready for committee."),
        ((finding("ASK"), finding("INFO")), "Ready for committee: 1 ASK, 1 INFO."),
        ((finding("FIX"),), "Not ready for committee: 1 FIX."),
        (
            (finding("STOP"), finding("STOP"), finding("ASK")),
            "Not ready for committee: 2 STOP, 1 ASK.",
        ),
        (
            (finding("STOP"), finding("FIX", "Agreed.")),
            "Not ready for committee: 1 STOP; 1 left for a reason.",
        ),
        ((finding("FIX", "Agreed."),), "Ready for committee: 1 left for a reason."),
    ],
)
def test_what_must_be_put_right_or_answered_keeps_it_back(
    found: tuple[Finding, ...], said: str
) -> None:
    assert readiness(PLAN, found) == said


def test_a_plan_alone_is_no_paper_for_a_committee() -> None:
    bare = replace(OUTLINE, report=ReportOutline())
    assert readiness(plan_from(bare), ()) == "Not ready for committee: no report yet."


def test_a_plan_without_an_action_is_not_ready() -> None:
    said = readiness(plan_from(replace(OUTLINE, aims=())), (finding("INFO"),))
    assert said == "Not ready for committee: no action yet; 1 INFO."


def test_a_stop_that_no_reason_answers_keeps_it_back_for_good() -> None:
    assert keeps_back(finding("STOP")._replace(final=True))
