"""The command `plandesk progress`: how the actions stand, by what their latest notes say."""

import json

import typer

from tui.bars import bar
from tui.commanding import AsJson, PlanName, opened


def progress(plan: PlanName, as_json: AsJson = False) -> None:
    """Print how many actions stand in which way, and which, by their latest progress notes."""
    from plan.ledger import standings

    stand = standings(opened(plan).plan)
    if as_json:
        rows = [{"status": one.status, "count": one.count, "refs": list(one.refs)} for one in stand]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    widest = max((len(one.status) for one in stand), default=0)
    most = max((one.count for one in stand), default=1)
    for one in stand:
        length = bar(one.count, most)
        typer.echo(f"{one.status:<{widest}}  {one.count:>3}  {length}  {', '.join(one.refs)}")
    if not stand:
        typer.echo("The plan has no action yet.")
