"""Every check, and everything they find in a paper."""

from collections.abc import Iterable

from plan.checks.actions.closing_checks import CLOSING_CHECKS
from plan.checks.actions.conflict_checks import CONFLICT_CHECKS
from plan.checks.actions.deadline_checks import DEADLINE_CHECKS
from plan.checks.actions.inspection_checks import INSPECTION_CHECKS
from plan.checks.actions.late_checks import LATE_CHECKS
from plan.checks.actions.moved_date_checks import MOVED_DATE_CHECKS
from plan.checks.actions.own_field_checks import OWN_FIELD_CHECKS
from plan.checks.actions.people_checks import PEOPLE_CHECKS
from plan.checks.actions.plan_checks import PLAN_CHECKS
from plan.checks.actions.progress_checks import PROGRESS_CHECKS
from plan.checks.actions.smart import SMART_CHECKS
from plan.checks.actions.unfinished_checks import UNFINISHED_CHECKS
from plan.checks.check import Check
from plan.checks.facts.half_read import SPEAK_OF_MISSING, is_half_read
from plan.checks.form.admitted_checks import ADMITTED_CHECKS
from plan.checks.form.affected_checks import AFFECTED_CHECKS
from plan.checks.form.appended_answers import APPENDED_ANSWER_CHECKS
from plan.checks.form.appended_assessment import APPENDED_ASSESSMENT_CHECKS
from plan.checks.form.duty_checks import DUTY_CHECKS
from plan.checks.form.form_checks import form_findings
from plan.checks.form.island_checks import ISLAND_CHECKS
from plan.checks.form.privacy_checks import PRIVACY_CHECKS
from plan.checks.paper import Paper
from plan.checks.report.agreement_checks import AGREEMENT_CHECKS
from plan.checks.report.asked_checks import ASKED_CHECKS
from plan.checks.report.cited_law_checks import CITED_LAW_CHECKS
from plan.checks.report.count_checks import COUNT_CHECKS
from plan.checks.report.denied_checks import DENIED_CHECKS
from plan.checks.report.follow_up_checks import FOLLOW_UP_CHECKS
from plan.checks.report.header_checks import HEADER_CHECKS
from plan.checks.report.left_over_checks import LEFT_OVER_CHECKS
from plan.checks.report.legal_checks import LEGAL_CHECKS
from plan.checks.report.money_checks import MONEY_CHECKS
from plan.checks.report.promise_checks import PROMISE_CHECKS
from plan.checks.report.prose_checks import PROSE_CHECKS
from plan.checks.report.reader_checks import READER_CHECKS
from plan.checks.report.report_checks import REPORT_CHECKS
from plan.checks.report.screening_checks import SCREENING_CHECKS
from plan.checks.report.share_checks import SHARE_CHECKS
from plan.checks.report.table_checks import TABLE_CHECKS
from plan.checks.report.told_twice_checks import TOLD_TWICE_CHECKS
from plan.checks.report.unread_checks import UNREAD_CHECKS
from plan.checks.said_once import said_once
from plan.model.bulk import without_collection
from plan.model.finding import SEVERITIES, Finding
from plan.text.remembered import drop_unused_results

CHECKS: tuple[Check, ...] = (
    *REPORT_CHECKS,
    *HEADER_CHECKS,
    *MONEY_CHECKS,
    *SCREENING_CHECKS,
    *READER_CHECKS,
    *LEFT_OVER_CHECKS,
    *AGREEMENT_CHECKS,
    *COUNT_CHECKS,
    *PROSE_CHECKS,
    *PROMISE_CHECKS,
    *SHARE_CHECKS,
    *TOLD_TWICE_CHECKS,
    *DENIED_CHECKS,
    *ASKED_CHECKS,
    *PLAN_CHECKS,
    *PROGRESS_CHECKS,
    *DEADLINE_CHECKS,
    *LATE_CHECKS,
    *MOVED_DATE_CHECKS,
    *CLOSING_CHECKS,
    *UNFINISHED_CHECKS,
    *PEOPLE_CHECKS,
    *INSPECTION_CHECKS,
    *SMART_CHECKS,
    *DUTY_CHECKS,
    *PRIVACY_CHECKS,
    *ISLAND_CHECKS,
    *ADMITTED_CHECKS,
    *APPENDED_ASSESSMENT_CHECKS,
    *APPENDED_ANSWER_CHECKS,
    *AFFECTED_CHECKS,
    *LEGAL_CHECKS,
    *CITED_LAW_CHECKS,
    *FOLLOW_UP_CHECKS,
    *CONFLICT_CHECKS,
    *OWN_FIELD_CHECKS,
    *TABLE_CHECKS,
    *UNREAD_CHECKS,
)
"""Every check except those that come with a form."""


def findings(paper: Paper) -> tuple[Finding, ...]:
    """Return what the checks find in a paper, most urgent first, with the reasons given.

    Equally urgent findings are in the order of the rules and then of the paper.
    """
    with without_collection():  # what is worked out for a text is kept, so it is no garbage
        found = said_once(finding for check in CHECKS for finding in check.findings(paper))
        found += form_findings(paper)
    if is_half_read(paper.plan):  # R59 says what was not read
        found = [one for one in found if one.rule not in SPEAK_OF_MISSING]
    drop_unused_results()
    return tuple(sorted(_with_reasons(paper, found), key=_urgency))


def traced_findings(paper: Paper) -> tuple[Finding, ...]:
    """Return what is found of pages, indicators and counts, for which no form is needed."""
    checks = (*INSPECTION_CHECKS, *AGREEMENT_CHECKS)
    return tuple(finding for check in checks for finding in check.findings(paper))


def _urgency(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _with_reasons(paper: Paper, found: Iterable[Finding]) -> list[Finding]:
    reasons = paper.plan.reason_rows
    if not reasons:
        return list(found)
    return [
        one._replace(reason=reasons[one.id].reason)
        if one.id in reasons and reasons[one.id].facts == one.facts and not one.final
        else one
        for one in found
    ]
