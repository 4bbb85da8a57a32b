"""The commands `plandesk conflicts` and `plandesk settle`: fields with more than one wording."""

import json
import re
from typing import Annotated

import typer

from desk.conflicts import ConflictInWords, conflicts_in_words, settling, settling_with
from desk.history_steps import wording_of
from plan.changes.change import Change
from plan.changes.settling import CannotSettleError
from plan.model.plan import Plan
from plan.text.clean import clean_line
from plan.text.line_breaks import counted
from store.formats import format_for
from tui.command_line.printing import say_done
from tui.command_line.shared import (
    AsJson,
    PlanName,
    changing,
    opened,
    refuse,
    save_or_say_nothing,
)

_THEIRS = re.compile(r"theirs(?:-(\d+))?")


def conflicts(plan: PlanName, as_json: AsJson = False) -> None:
    """Print the fields that were written differently on several laptops, with every wording.

    The exit status is 1 while there is one.
    """
    session = opened(plan)
    found = _found(session.plan)
    if as_json:
        typer.echo(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            _print(one)
    if found:
        many = counted(len(found), "conflict")
        refuse(
            f"{many} in the plan {session.name} to be settled: its papers are not for issue until "
            "then. Nothing is lost: plandesk settle PLAN N ours, theirs or both, or --text TEXT."
        )
    if not as_json:
        say_done(f"There is no conflict in the plan {session.name}.")


def settle(
    plan: PlanName,
    number: Annotated[
        int, typer.Argument(metavar="N", help="Which conflict, as plandesk conflicts numbers them.")
    ],
    answer: Annotated[
        str,
        typer.Argument(
            metavar="[ours|theirs|both]",
            help="The wording that is shown, the other one (theirs-2: the second), or both.",
        ),
    ] = "",
    text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Another wording instead.")
    ] = None,
) -> None:
    """Settle a conflict: one change, which can be undone."""
    which = _THEIRS.fullmatch(answer)
    if (text is None) == (not answer) or not (which or answer in {"", "ours", "both"}):
        raise typer.BadParameter("say ours, theirs or both, or else --text TEXT.")
    with changing(plan) as session:
        found = {one.number: one for one in _found(session.plan)}
        if number not in found:
            refuse(f"There is no conflict {number}: plandesk conflicts PLAN lists what there is.")
        one = found[number]
        try:
            change = _change(session.plan, one, answer, text)
        except CannotSettleError as error:
            refuse(f"{error} The conflict is as it was.")
        if save_or_say_nothing(session, change, "That is so already"):
            say_done(f"Saved: {change.label}.")


def _change(plan: Plan, one: ConflictInWords, answer: str, text: str | None) -> Change:
    if text is not None:
        return settling_with(plan, one, text)
    named = _THEIRS.fullmatch(answer)
    if named is None:
        return settling(plan, one, "both" if answer == "both" else "ours")
    last = len(one.others)
    if named[1] is None and last > 1:
        names = ", ".join(f"theirs-{place}" for place in range(1, last + 1))
        refuse(f"There are {last} other wordings: say which of {names}.")
    which = int(named[1] or 1)
    if not 1 <= which <= last:
        refuse(f"There {'is one other wording' if last == 1 else f'are {last} other wordings'}.")
    return settling(plan, one, "theirs", which)


def _found(plan: Plan) -> list[ConflictInWords]:
    return conflicts_in_words(plan, wording_of(format_for(plan.cover.format), plan))


def _print(one: ConflictInWords) -> None:
    typer.echo(clean_line(f"{one.number}  {one.thing}  [{one.place}]"))
    names = (
        ["theirs"]
        if len(one.others) == 1
        else [f"theirs-{place}" for place in range(1, len(one.others) + 1)]
    )
    for name, words in (("ours", one.shown), *zip(names, one.others, strict=True)):
        first, *rest = words.split("\n")
        typer.echo(f"   {name}: {clean_line(first)}")
        for line in rest:
            typer.echo(f"      {clean_line(line)}")
