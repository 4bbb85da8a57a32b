"""The command `plandesk check`: what report, plan and form contradict or lack, in plain lines."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tui.commanding import AsJson, PlanName, opened

if TYPE_CHECKING:
    from plan.checks.finding import Finding

MEANINGS = {
    "STOP": "must be put right before the paper goes out",
    "FIX": "must be answered",
    "ASK": "worth a look",
    "INFO": "to be known",
}
NOTHING_YET = "There is nothing to check yet: the plan has no action."
_REFUSED = ("STOP", "FIX")


def check(
    plan: PlanName,
    as_json: AsJson = False,
    answered: Annotated[
        bool, typer.Option("--answered", help="Also those that a reason was given for.")
    ] = False,
) -> None:
    """Print what the checks find in a plan, its report and its assessments; prompts, not advice.

    The exit status is 1 where something must be put right or answered, else 0.
    """
    from tui.checking import checked
    from tui.today import today

    session = opened(plan)
    found = checked(session.plan, session.form, today())
    shown = [one for one in found if one.is_open or answered]
    if as_json:
        typer.echo(json.dumps([as_values(one) for one in shown], ensure_ascii=False, indent=2))
    else:
        for one in shown:
            typer.echo(finding_line(one))
        typer.echo(summary(found) if found or session.plan.actions else NOTHING_YET)
    if any(one.is_open and one.severity in _REFUSED for one in found):
        raise typer.Exit(1)


def as_values(finding: "Finding") -> dict[str, Any]:
    """Return a finding for a program to read; `reason` only where one was given."""
    values = {
        "rule": finding.rule,
        "severity": finding.severity,
        "place": finding.place.path,
        "text": finding.text,
        "source": finding.source,
    }
    return {**values, "reason": finding.reason} if finding.reason else values


def finding_line(finding: "Finding") -> str:
    """Return a finding in a line: how urgent it is, its rule, its place, what it says."""
    reason = f" Left as it is: {' '.join(finding.reason.split())}" if finding.reason else ""
    return (
        f"{finding.severity} {finding.rule} {finding.place.path}: {finding.text} "
        f"({finding.source}){reason}"
    )


def summary(found: "tuple[Finding, ...]") -> str:
    """Return how many findings of each urgency are open, in a sentence."""
    counts = {
        severity: sum(one.is_open and one.severity == severity for one in found)
        for severity in MEANINGS
    }
    parts = [f"{count} {severity}" for severity, count in counts.items() if count]
    answered = sum(not one.is_open for one in found)
    are = "it is" if answered == 1 else "they are"
    left = f" {answered} left as {are} for a reason." if answered else ""
    return f"{', '.join(parts) or 'Nothing'} to look at.{left}"
