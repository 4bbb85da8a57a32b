"""What the checks find in a plan, asked for at once, and how much of it is open."""

from typing import TYPE_CHECKING

from store.formats import form_for

if TYPE_CHECKING:
    from datetime import date

    from desk.session import PlanSession
    from plan.council.format import Format
    from plan.model.finding import Finding
    from plan.model.plan import Plan


def checked(plan: "Plan", council: "Format", today: "date") -> "tuple[Finding, ...]":
    """Return what the checks find in a plan at a day, the most urgent first.

    Raises FormatError where the form of an assessment cannot be used.
    """
    from plan.checks.all_checks import findings
    from plan.checks.paper import Paper

    forms = {one.form: form_for(one.form) for one in plan.assessments}
    return findings(Paper(plan, council, today, forms))


def found_now(session: "PlanSession") -> "tuple[Finding, ...]":
    """Return what the checks find in the plan as it is now, without waiting for their turn."""
    if session.findings_of is session.plan:
        return session.findings
    from desk.today import today
    from plan.council.format import FormatError

    try:
        return checked(session.plan, session.council, today())
    except FormatError:
        # The form of an assessment cannot be used; what is traced here asks for none.
        from plan.checks.agreement_checks import AGREEMENT_CHECKS
        from plan.checks.inspection_checks import INSPECTION_CHECKS
        from plan.checks.paper import Paper

        paper = Paper(session.plan, session.council, today())
        checks = (*INSPECTION_CHECKS, *AGREEMENT_CHECKS)
        return tuple(one for check in checks for one in check.findings(paper))


def open_in_words(found: "tuple[Finding, ...]") -> str:
    """Return how many findings want something, such as "3 to check", empty where none does."""
    count = sum(one.is_open and one.severity != "INFO" for one in found)
    return f"{count} to check" if count else ""
