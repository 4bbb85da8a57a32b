"""Take a list of a spreadsheet into a plan for `plandesk import`: shown, and saved with --yes."""

from collections.abc import Iterable
from pathlib import Path

import typer

from desk.spreadsheet import sheet_preview
from tui.command_line.printing import say_done
from tui.command_line.shared import changing, opened, refuse, save_or_say_nothing


def import_sheet(file: Path, into: str, *, yes: bool) -> None:
    """Print what a list would change in the plan `into`; with `yes` it is one change that is saved.

    Raises RefusedError and ImportRefusedError.
    """
    if not into:
        refuse(
            f"{file.name} is a list for a plan that is there, so nothing was read: --into PLAN "
            "says for which. plandesk list names the plans."
        )
    if not yes:
        session = opened(into)
        preview = sheet_preview(file, session.plan, session.council)
        _print(preview.lines())
        if not preview.is_empty:
            typer.echo("")
            typer.echo(f"Nothing was saved in {session.name}: --yes takes it so.")
        return
    with changing(into) as session:
        preview = sheet_preview(file, session.plan, session.council)
        _print(preview.lines())
        if save_or_say_nothing(session, preview.change, "It is so already"):
            say_done(f"Saved: {preview.change.label}. plandesk undo {into!r} takes it back.")


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
