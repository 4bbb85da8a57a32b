"""Every check, and what they find in a paper together."""

from collections.abc import Iterable
from dataclasses import replace

from plan.checks.finding import SEVERITIES, Check, Finding
from plan.checks.paper import Paper

CHECKS: tuple[Check, ...] = ()
"""Every check that does not come with a form."""


def findings(paper: Paper) -> tuple[Finding, ...]:
    """Return what the checks find in a paper, the most urgent first, with the reasons given.

    Among those of one urgency they stand in the order of the rules and of the paper.
    """
    found = [finding for check in CHECKS for finding in check.findings(paper)]
    return tuple(sorted(_with_reasons(paper, found), key=_urgency))


def _urgency(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _with_reasons(paper: Paper, found: Iterable[Finding]) -> list[Finding]:
    reasons = paper.plan.reason_rows
    return [
        replace(one, reason=reasons[one.id].reason)
        if one.id in reasons and reasons[one.id].facts == one.facts
        else one
        for one in found
    ]
