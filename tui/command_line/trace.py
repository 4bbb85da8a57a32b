"""The command `plandesk trace`: print which actions answer which pages, or explain an action."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from desk.checking import checked, found_now
from desk.explaining import explanation
from desk.session import PlanSession
from desk.today import today
from desk.tracing_json import explanation_as_json, tracing_as_json
from plan.checks.tracing_matrix import problem_lines
from plan.council.framework import framework_of
from plan.model.rows import Action
from plan.papers.blocks import Document, Section
from plan.papers.linear import lines_of
from plan.papers.tracing_table import tracing_blocks
from tui.command_line.shared import AsJson, PlanName, opened, refuse

_NONE_KNOWN = (
    "The inspection report's contents are not known yet, so pages cannot be traced to indicators: "
    "type them once under Inspection report in the Plan view, or with plandesk set PLAN source "
    "contents."
)


def trace(
    plan: PlanName,
    ref: Annotated[
        str, typer.Argument(metavar="[REF]", help="An action's ref: everything that hangs on it.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Print which actions answer which pages of the inspection report, or explain one action."""
    session = opened(plan)
    if as_json:
        typer.echo(json.dumps(_values(session, ref), ensure_ascii=False, indent=2))
        return
    lines = _explained(session, ref) if ref else _matrix(session)
    for line in lines:
        typer.echo(line)


def _values(session: PlanSession, ref: str) -> dict[str, Any]:
    if not ref:
        return tracing_as_json(session.plan, session.council, found_now(session))
    action, day = _action(session, ref), today()
    found = checked(session.plan, session.council, day)
    return explanation_as_json(session.plan, action.id, session.council, found, day)


def _action(session: PlanSession, ref: str) -> Action:
    action = session.plan.action_at(ref)
    if action is None:
        refuse(f"There is no action {ref} in {session.name}.")
    return action


def _matrix(session: PlanSession) -> Iterator[str]:
    framework = framework_of(session.plan, session.council)
    problems = problem_lines(session.plan, found_now(session))
    for problem in problems:
        yield f"{problem.text}:" if problem.kind == "heading" else f"  {problem.text}"
    if problems:
        yield ""
    blocks = tracing_blocks(session.plan, framework)
    for line in lines_of(Document("Traceability", (Section(blocks),))):
        yield line.text
    if not session.plan.source.contents:
        yield ""
        yield _NONE_KNOWN


def _explained(session: PlanSession, ref: str) -> Iterator[str]:
    action, day = _action(session, ref), today()
    found = checked(session.plan, session.council, day)
    yield from explanation(session.plan, action.id, session.council, found, day)
