"""Checking the open plan after every edit, on a thread, and finding out where to open a finding."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from plan.rows import TableName
from store.formats import form_for

if TYPE_CHECKING:
    from datetime import date

    from plan.checks.finding import Finding
    from plan.format import Format
    from plan.model import Plan
    from tui.session import PlanSession
    from tui.window import Window

VIEW_OF_TABLE: dict[TableName, str] = {
    "plan": "plan",
    "aims": "plan",
    "actions": "plan",
    "progress": "plan",
    "source": "plan",
    "report": "report",
    "passages": "report",
    "appendices": "report",
    "assessments": "equality",
    "answers": "equality",
}
"""The view in which a row of each table is written."""


def checked(plan: "Plan", form: "Format", today: "date") -> "tuple[Finding, ...]":
    """Return what the checks find in a plan at a day, the most urgent first.

    Raises FormatError where the form of an assessment cannot be used.
    """
    from plan.checks.every import findings
    from plan.checks.paper import Paper

    forms = {one.form: form_for(one.form) for one in plan.assessments}
    return findings(Paper(plan, form, today, forms))


def found_now(session: "PlanSession") -> "tuple[Finding, ...]":
    """Return what the checks find in the plan as it is now, without waiting for their turn."""
    if session.findings_of is session.plan:
        return session.findings
    from plan.format import FormatError
    from tui.today import today

    try:
        return checked(session.plan, session.form, today())
    except FormatError:
        # The form of an assessment cannot be used; what is traced here asks for none.
        from plan.checks.agreement_checks import AGREEMENT_CHECKS
        from plan.checks.inspection_checks import INSPECTION_CHECKS
        from plan.checks.paper import Paper

        paper = Paper(session.plan, session.form, today())
        checks = (*INSPECTION_CHECKS, *AGREEMENT_CHECKS)
        return tuple(one for check in checks for one in check.findings(paper))


def check_soon(app: "Window") -> None:
    """Check the plan as it is now; a check that is still going on is given up."""
    work: Callable[[], Awaitable[None]] = partial(_check, app)
    app.run_worker(work, group="checks", exclusive=True, exit_on_error=False)


async def _check(app: "Window") -> None:
    from plan.format import FormatError
    from tui.today import today

    session = app.session
    if session is None or session.findings_of is session.plan:
        return
    plan = session.plan
    try:
        found = await asyncio.to_thread(checked, plan, session.form, today())
    except FormatError:
        return  # the views say what is wrong with the format
    if app.session is session and session.plan is plan:
        session.findings, session.findings_of = found, plan
        app.show_findings()


def open_in_words(found: "tuple[Finding, ...]") -> str:
    """Return how many findings want something, such as "3 to check", empty where none does."""
    count = sum(one.is_open and one.severity != "INFO" for one in found)
    return f"{count} to check" if count else ""
