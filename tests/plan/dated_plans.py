"""Plans by the timescales of their actions, that of 2016 among them."""

from dataclasses import replace
from datetime import date

from plan.model.outline import AimOutline
from plan.model.plan import Plan
from tests.plan.checks.sound import FIRST, OUTLINE
from tests.plan.strategies import plan_from

MEETING = date(2016, 9, 26)
AIMS = (
    ("First review December 2016 and reviewed annually thereafter",),
    (
        "September 2016 and six monthly thereafter",
        "Next review of progress September 2016 and six monthly thereafter",
        "Next review of progress September 2016. Annual reviews of learning thereafter",
    ),
    ("December 2016. Annual reviews thereafter",),
    (
        *("1st April 2017. First review of progress September 2016",) * 2,
        "September 2016",
        "1st April 2017. First review of progress September 2016",
        "December 2016 and six monthly thereafter",
    ),
)
"""The timescales of the paper of 2016, aim by aim."""


def plan_of(aims: tuple[tuple[str, ...], ...]) -> Plan:
    built = tuple(
        AimOutline("An aim.", tuple(replace(FIRST, timescale=text) for text in aim)) for aim in aims
    )
    return plan_from(replace(OUTLINE, aims=built))


PLAN = plan_of(AIMS)
