"""The commands `plandesk share`, `join` and `fetch`: exchange a plan with colleagues."""

from pathlib import Path
from typing import Annotated

import typer

from desk.copies import BroughtTogether, bring_together, copies_of, make_own, namesakes_of
from desk.joining import join as join_plans
from desk.session import PlanSession
from desk.sharing import (
    Sharing,
    conflicts_waiting,
    exchange_now,
    exchanged_in_words,
    what_waits,
)
from store.places import plan_name, plan_path
from tui.command_line.printing import say_done
from tui.command_line.shared import NewPlan, PlanName, changing, refuse, wait_until_saved

Place = Annotated[
    str,
    typer.Argument(metavar="FOLDER|URL", help="The folder, or the address, where it is shared."),
]


def share(
    plan: PlanName,
    to: Annotated[
        str,
        typer.Option("--to", metavar="FOLDER|URL", help="Where, from now on; it is remembered."),
    ] = "",
) -> None:
    """Share a plan with colleagues by a folder or an engine, with what they have shared in it.

    A folder may be on a network drive, synchronised, or on a stick. An address is one of a CouchDB
    (https://) or of PostgreSQL (postgresql://); its password comes from the keyring, else from
    PLANDESK_PASSWORD. What waits for you gives exit status 1: conflicts, or a place that is away.
    """
    with changing(plan) as session:
        waits = _exchanged(session, to, to_share=True)
    _say_what_waits(waits)


def fetch(
    plan: PlanName,
    with_file: Annotated[
        str,
        typer.Option("--with", metavar="FILE", help="The same plan under another name: merge it."),
    ] = "",
    own: Annotated[
        bool, typer.Option("--own", help="It is a plan of its own: give it a new id.")
    ] = False,
) -> None:
    """Fetch what colleagues have shared of a plan and merge it, as one step that can be undone.

    Copies that a synchronising program has left beside the plan are merged too, and put in the bin.
    What waits for you gives exit status 1: conflicts, or a place that is away.
    """
    if own:
        _make_own(plan)
        return
    with changing(plan) as session:
        others = namesakes_of(session)
        chosen = [
            one for one in others if with_file and one.resolve() == plan_path(with_file).resolve()
        ]
        if with_file and not chosen:
            refuse(f"“{with_file}” does not hold the plan {session.name} under another name.")
        done = _bring_copies(session, chosen)
        waits = [*done.problems, *_questions(session, [one for one in others if one not in chosen])]
        if Sharing(session).where or not (done.names or waits):
            waits.append(_exchanged(session, "", to_share=False))
        elif conflicts := conflicts_waiting(session):
            waits.append(conflicts)
    _say_what_waits(" ".join(filter(None, waits)))


def _bring_copies(session: PlanSession, more: list[Path]) -> BroughtTogether:
    paths = (*copies_of(session), *more)
    if not paths:
        return BroughtTogether()
    done = bring_together(session, paths)
    if done.sentence:
        say_done(done.sentence)
    return done


def _questions(session: PlanSession, others: list[Path]) -> list[str]:
    return [
        f"{one.name} holds the same plan under a name of its own. If it is a copy, plandesk fetch "
        f"“{session.name}” --with “{one}” brings the two together; if it is a plan of its own, "
        f"plandesk fetch “{one}” --own gives it a new id."
        for one in others
    ]


def _make_own(plan: str) -> None:
    with changing(plan) as session:
        path, others = session.path, namesakes_of(session)
    if not others:
        refuse(f"{plan_name(path)} is a plan of its own already. It was left as it is.")
    path = make_own(path, plan_name(others[0]))
    say_done(f"{plan_name(path)} is a plan of its own now; its history begins anew.")


def join(
    where: Place,
    out: NewPlan = "",
) -> None:
    """Make a plan of each that colleagues share in a folder or an engine: the first fetch."""
    joined = join_plans(where, out, lambda warning: typer.echo(warning, err=True))
    for one in joined:
        say_done(f"Joined: {plan_name(one.path)}, which is {one.path}")
    _say_what_waits(" ".join(filter(None, (one.waits for one in joined))))


def _exchanged(session: PlanSession, to: str, *, to_share: bool) -> str:
    """Exchange a plan and say what that came to; return what waits for the officer."""
    exchanged = exchange_now(session, to, to_share=to_share)
    wait_until_saved(session)
    say_done(exchanged_in_words(exchanged, session.name, Sharing(session).where))
    return what_waits(exchanged, session)


def _say_what_waits(sentence: str) -> None:
    if sentence:
        typer.echo(sentence, err=True)
        raise typer.Exit(1)
