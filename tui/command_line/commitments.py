"""The command `plandesk commitments`: what was promised to the committee, and how it was closed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from desk.session import PlanSession
from desk.today import today, today_in_words
from plan.changes.change import Change
from plan.changes.edits.follow_up import (
    add_commitment,
    close_commitment,
    dismiss_commitment,
    open_commitment,
)
from plan.following.commitments import (
    Promised,
    commitments_of,
    promised_at,
    promises_due,
    promises_overdue,
    why_undated,
)
from plan.model.plan import Plan
from plan.reading.dates import date_in_words
from plan.text.clean import clean_line
from tui.command_line.printing import say_done
from tui.command_line.reviews import named_or_all
from tui.command_line.shared import (
    AsJson,
    PlanOrDesk,
    changing,
    day_of,
    refuse,
    save_or_say_nothing,
)

_FAR = 100
"""Years ahead that the day of a commitment is looked for."""

Close = Annotated[
    str, typer.Option("--close", metavar="C", help="Close this one: C2. How: --how, --on.")
]
How = Annotated[str, typer.Option("--how", metavar="TEXT", help="How it was closed.")]
On = Annotated[
    str, typer.Option("--on", metavar="DATE", help="When it was closed; today if not given.")
]
Reopen = Annotated[str, typer.Option("--reopen", metavar="C", help="Wait for this one again.")]
Dismiss = Annotated[
    str, typer.Option("--dismiss", metavar="C", help="Say that this one promises nothing.")
]
Add = Annotated[str, typer.Option("--add", metavar="TEXT", help="Add what was promised elsewhere.")]
By = Annotated[str, typer.Option("--by", metavar="WHEN", help="By when, of what is added.")]


def commitments(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanOrDesk = "",
    as_json: AsJson = False,
    dismissed: Annotated[
        bool, typer.Option("--dismissed", help="Also what was said to be no promise.")
    ] = False,
    close: Close = "",
    how: How = "",
    on: On = "",
    reopen: Reopen = "",
    dismiss: Dismiss = "",
    add: Add = "",
    by: By = "",
) -> None:
    """Print what was promised to the committee: what, by when, where, and how it was closed.

    A promise is found in the report, counts until it is closed, and is kept with the plan.
    """
    asked = _Asked(close, how, on, reopen, dismiss, add, by)
    asked.refuse_unless_it_fits(plan)
    if asked.is_anything:
        _save(plan, asked)
    else:
        _tell(plan, as_json=as_json, dismissed=dismissed)


@dataclass(frozen=True)
class _Asked:
    """What is to be done to one commitment, by the options as typed; empty where not given."""

    close: str
    how: str
    on: str
    reopen: str
    dismiss: str
    add: str
    by: str

    @property
    def is_anything(self) -> bool:
        return any((self.close, self.reopen, self.dismiss, self.add))

    def refuse_unless_it_fits(self, plan: str) -> None:
        """Raise BadParameter where options do not go together, or no plan is named."""
        if sum(map(bool, (self.close, self.reopen, self.dismiss, self.add))) > 1:
            raise typer.BadParameter("one of --close, --reopen, --dismiss and --add at a time.")
        if self.is_anything and not plan:
            raise typer.BadParameter("which plan? plandesk commitments PLAN --close C1.")
        if (self.how or self.on) and not self.close:
            raise typer.BadParameter("--how and --on go with --close C.")
        if self.by and not self.add:
            raise typer.BadParameter("--by goes with --add TEXT.")

    def change_in(self, session: PlanSession) -> Change:
        """Return the change that does it. Raises RefusedError where there is no such commitment."""
        plan = session.plan
        if self.reopen:
            return open_commitment(plan, _named(session, self.reopen).row)
        if self.dismiss:
            return dismiss_commitment(plan, _named(session, self.dismiss).row)
        if self.close:
            when = date_in_words(day_of(self.on).last) if self.on else today_in_words()
            return close_commitment(plan, _named(session, self.close).row, when, self.how)
        return add_commitment(plan, self.add, self.by)


def _save(plan: str, asked: _Asked) -> None:
    with changing(plan) as session:
        change = asked.change_in(session)
        if save_or_say_nothing(session, change, "That is so already"):
            say_done(f"Saved: {change.label}.")


def _tell(plan: str, *, as_json: bool, dismissed: bool) -> None:
    """Print the commitments of one plan or, where `plan` is empty, of the desk."""
    plans, problems = named_or_all(plan)
    found = [
        (at.name, at.plan, one)
        for at in plans
        for one in commitments_of(at.plan)
        if dismissed or one.row.standing != "dismissed"
    ]
    if as_json:
        rows = [{**({} if plan else {"plan": name}), **_values(of, one)} for name, of, one in found]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    for problem in problems:
        typer.echo(clean_line(problem), err=as_json)
    if not as_json:
        _print(found, with_plan=not plan)


def _print(found: Sequence[tuple[str, Plan, Promised]], *, with_plan: bool) -> None:
    for name, of, one in found:
        for line in _lines(of, one, f"{name} " if with_plan else ""):
            typer.echo(clean_line(line) if not line.startswith(" ") else line)
    if not found:
        typer.echo("Nothing was promised to the committee.")


def _named(session: PlanSession, named: str) -> Promised:
    found = promised_at(session.plan, named)
    if found is None:
        there = ", ".join(one.ref for one in commitments_of(session.plan)) or "none"
        refuse(f"There is no commitment {named} in {session.name}: there are {there}.")
    return found


def _values(plan: Plan, one: Promised) -> dict[str, Any]:
    """Return a row of `docs/json/commitments.schema.json`."""
    row = one.row
    return {
        "ref": one.ref,
        "text": row.text,
        "by_when": row.by_when,
        "when": _when(plan, one),
        "where": row.where,
        "standing": _standing(plan, one),
        "closed_when": row.closed_when,
        "closed_how": row.closed_how,
        "kept": one.is_kept,
    }


def _when(plan: Plan, one: Promised) -> str:
    """Return the day or month that is next, or else was last, empty if it was not said."""
    if not one.is_open:
        return ""
    day = today()
    for found in (
        promises_overdue(plan, day),
        promises_due(plan, day, day.replace(year=day.year + _FAR, day=1)),
    ):
        for review in found:
            if review.action_id == one.row.id:
                return review.when_iso
    return ""


def _standing(plan: Plan, one: Promised) -> str:
    late = {review.action_id for review in promises_overdue(plan, today())}
    return "overdue" if one.row.id in late else one.row.standing


def _lines(plan: Plan, one: Promised, before: str) -> Iterator[str]:
    row = one.row
    yield f"{before}{one.ref} {_standing(plan, one)}: {' '.join(row.text.split())}"
    by = row.by_when or "not said"
    undated = why_undated(plan, row) if one.is_open else ""
    yield f"  By when: {by}{f' ({undated})' if undated and row.by_when else ''}"
    if row.where:
        yield f"  Where: {row.where}"
    if row.standing == "closed":
        closed = ": ".join(filter(None, (row.closed_when, " ".join(row.closed_how.split()))))
        yield f"  Closed: {closed}"
