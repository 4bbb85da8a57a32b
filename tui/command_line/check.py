"""The commands `plandesk check` and `reason`: what the checks find, and why it is left so."""

import json
from typing import Annotated, Any

import typer

from desk.checking import checked
from desk.session import PlanSession
from desk.today import today, today_in_words
from plan.changes.change import Change
from plan.changes.edits.reasons import give_reason
from plan.checks.readiness import NOTHING_YET, keeps_back, readiness
from plan.model.finding import Finding
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    AsJson,
    PlanName,
    changing,
    opened,
    refuse,
    save_or_say_nothing,
)

_MOST_PLACES = 8


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


def reason(
    plan: PlanName,
    rule: Annotated[str, typer.Argument(metavar="RULE", help="As check prints it, such as P6.")],
    place: Annotated[
        str, typer.Argument(metavar="PLACE", help="As check prints it: action/1.1/leads.")
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The reason; “” opens it again.")],
) -> None:
    """Leave what a check finds as it is, for a reason, or open it again.

    plandesk reason PLAN P6 action/1.1/leads "The post is being filled."
    """
    with changing(plan) as session:
        found = _found_at(session, rule.strip().upper(), place.strip())
        if any(one.final for one in found):
            refuse(f"No reason answers {found[0].rule}: {found[0].text}")
        reasons = [give_reason(session.plan, one, text, given_on=today_in_words()) for one in found]
        rows = tuple(row for change in reasons for row in change.rows)
        change = Change(label=reasons[0].label, rows=rows)
        if save_or_say_nothing(session, change, "That is so already"):
            say_done(f"Saved: {change.label}.")


def _found_at(session: PlanSession, rule: str, place: str) -> list[Finding]:
    """Return what the checks find there by a rule, answered or not. Raises RefusedError."""
    found = checked(session.plan, session.council, today())
    of_rule = [one for one in found if one.rule.upper() == rule]
    there = [one for one in of_rule if one.place.path == place]
    if not of_rule:
        refuse(f"{rule} finds nothing in this plan: plandesk check --answered lists what is found.")
    if not there:
        places = list(dict.fromkeys(one.place.path for one in of_rule))
        more = f" and {len(places) - _MOST_PLACES} more" if len(places) > _MOST_PLACES else ""
        listed = ", ".join(places[:_MOST_PLACES])
        refuse(f"{rule} finds nothing at {place}, only at {listed}{more}.")
    return there


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
