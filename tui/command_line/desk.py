"""The commands `plandesk sample` and `plandesk list`: make a plan to try, and list the plans."""

import json
from typing import Annotated

import typer

from plan.text.line_breaks import counted
from sample_data.sample import sample_plan
from store.places import plans_folder
from store.plans_folder import plans_on_desk
from tui.command_line.printing import say_done
from tui.command_line.shared import AsJson, Force, make_plan


def sample(
    out: Annotated[str, typer.Option("--out", metavar="PLAN", help="The plan to make.")] = "",
    actions: Annotated[
        int | None, typer.Option("--actions", metavar="N", min=1, help="That many actions.")
    ] = None,
    force: Force = False,
) -> None:
    """Make the sample plan, or a large one for trying size."""
    path = make_plan(out, "Sample plan", sample_plan(actions), "Sample", force=force)
    say_done(f"Made: {path}")


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
            }
            for entry in entries
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        size = f"{counted(entry.aims, 'aim')}, {counted(entry.actions, 'action')}"
        typer.echo(f"{entry.name}: {entry.problem or f'{entry.title} ({size})'}")
    if not entries:
        typer.echo(f"There is no plan in {plans_folder()} yet.")
