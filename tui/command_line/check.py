"""The command `plandesk check`: print what is missing or contradictory in plan, report and form."""

import json
from typing import Annotated, Any

import typer

from desk.checking import checked
from desk.today import today
from plan.checks.readiness import NOTHING_YET, keeps_back, readiness
from plan.model.finding import Finding
from tui.command_line.shared import AsJson, PlanName, opened


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
    session = opened(plan)
    found = checked(session.plan, session.council, today())
    shown = [one for one in found if one.is_open or answered]
    if as_json:
        typer.echo(json.dumps([as_values(one) for one in shown], ensure_ascii=False, indent=2))
    else:
        for one in shown:
            typer.echo(finding_line(one))
        typer.echo(readiness(session.plan, found) if found or session.plan.actions else NOTHING_YET)
    if any(map(keeps_back, found)):
        raise typer.Exit(1)


def as_values(finding: Finding) -> dict[str, Any]:
    """Return a finding as values for JSON; `reason` is there only if one was given."""
    values = {
        "rule": finding.rule,
        "severity": finding.severity,
        "place": finding.place.path,
        "text": finding.text,
        "source": finding.source,
    }
    return {**values, "reason": finding.reason} if finding.reason else values


def finding_line(finding: Finding) -> str:
    """Return a finding in one line: its severity, rule, place, text, source and reason."""
    left = "Answered" if finding.is_comment else "Left as it is"
    reason = f" {left}: {' '.join(finding.reason.split())}" if finding.reason else ""
    return (
        f"{finding.severity} {finding.rule} {finding.place.path}: {finding.text} "
        f"({finding.source}){reason}"
    )
