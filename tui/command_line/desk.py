"""The commands `plandesk new`, `sample` and `list`: make a plan, one to try, and list them."""

import json
from typing import Annotated

import typer

from desk.council import council_format
from desk.new_plan import new_plan
from plan.changes.change import applied
from plan.changes.edits import set_cover_field
from plan.text.clean import clean_line
from plan.text.line_breaks import counted
from sample_data.sample import sample_plan
from store.places import plans_folder
from store.plans_folder import plans_on_desk
from store.settings import load_settings
from tui.command_line.printing import say_done
from tui.command_line.shared import AsJson, Force, NewPlan, make_plan, refuse


def sample(
    out: NewPlan = "",
    actions: Annotated[
        int | None, typer.Option("--actions", metavar="N", min=1, help="That many actions.")
    ] = None,
    force: Force = False,
) -> None:
    """Make the sample plan, or a large one for trying size."""
    path = make_plan(out, "Sample plan", sample_plan(actions), "Sample", force=force)
    say_done(f"Made: {path}")


def new(
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What the plan is called.")],
    out: NewPlan = "",
    force: Force = False,
) -> None:
    """Make an empty plan in the council's format, to be filled with add and set."""
    named = clean_line(title)
    if not named:
        refuse("A plan wants a title. Nothing was made.")
    council = council_format(load_settings()[0])
    empty = new_plan(council.id)
    plan = applied(empty, set_cover_field(empty, "title", named, name="title"))
    say_done(f"Made: {make_plan(out, named, plan, 'New plan', force=force)}")


def list_plans(as_json: AsJson = False) -> None:
    """Print the plans of the desk."""
    entries = plans_on_desk(plans_folder())
    if as_json:
        rows = [
            {
                "name": entry.name,
                "path": str(entry.path),
                "title": entry.title,
                "problem": entry.problem,
                "copies": entry.copies,
            }
            for entry in entries
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        size = f"{counted(entry.aims, 'aim')}, {counted(entry.actions, 'action')}"
        copies = f", {counted(entry.copies, 'copy', 'copies')}" if entry.copies else ""
        typer.echo(f"{entry.name}: {entry.problem or f'{entry.title} ({size})'}{copies}")
    if not entries:
        typer.echo(f"There is no plan in {plans_folder()} yet.")
