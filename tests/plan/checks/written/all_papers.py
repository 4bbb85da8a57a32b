"""The written papers, each by another hand."""

from tests.plan.checks.written import (
    careful,
    contradictory,
    follow_up,
    framework_2019,
    hasty,
    law_2026,
    many_hands,
    negative_badly,
    negative_well,
    reworded,
    second_council,
    thirty_actions,
    tricky,
    two_assessments,
    unlawful,
    without_assessment,
)
from tests.plan.checks.written.writing import Written

PAPERS: tuple[Written, ...] = (
    careful.PAPER,
    hasty.PAPER,
    contradictory.PAPER,
    negative_well.PAPER,
    negative_badly.PAPER,
    law_2026.PAPER,
    framework_2019.PAPER,
    thirty_actions.PAPER,
    follow_up.PAPER,
    reworded.PAPER,
    unlawful.PAPER,
    second_council.PAPER,
    without_assessment.PAPER,
    tricky.PAPER,
    many_hands.PAPER,
    two_assessments.PAPER,
)
