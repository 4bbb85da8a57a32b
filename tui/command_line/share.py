"""The commands `plandesk share`, `join` and `fetch`: exchange a plan with colleagues."""

from typing import Annotated

import typer

from desk.joining import join as join_plans
from desk.sharing import Sharing, exchange_now, exchanged_in_words, what_waits
from store.places import plan_name
from tui.command_line.printing import say_done
from tui.command_line.shared import PlanName, changing, wait_until_saved

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
    _exchange(plan, to, to_share=True)


def fetch(plan: PlanName) -> None:
    """Fetch what colleagues have shared of a plan and merge it, as one step that can be undone.

    What waits for you gives exit status 1: conflicts, or a place that is away.
    """
    _exchange(plan, "", to_share=False)


def join(
    where: Place,
    out: Annotated[str, typer.Option("--out", metavar="PLAN", help="The plan to make.")] = "",
) -> None:
    """Make a plan of each that colleagues share in a folder or an engine: the first fetch."""
    joined = join_plans(where, out, lambda warning: typer.echo(warning, err=True))
    for one in joined:
        say_done(f"Joined: {plan_name(one.path)}, which is {one.path}")
    _say_what_waits(" ".join(filter(None, (one.waits for one in joined))))


def _exchange(plan: str, to: str, *, to_share: bool) -> None:
    with changing(plan) as session:
        exchanged = exchange_now(session, to, to_share=to_share)
        wait_until_saved(session)
        say_done(exchanged_in_words(exchanged, session.name, Sharing(session).where))
        waits = what_waits(exchanged, session)
    _say_what_waits(waits)


def _say_what_waits(sentence: str) -> None:
    if sentence:
        typer.echo(sentence, err=True)
        raise typer.Exit(1)
