"""The command `plandesk changes`: what differs between two states of a plan."""

import json
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from desk.changes_brief import write_brief
from desk.tracked_appendix import write_tracked
from desk.versions import (
    Compared,
    NoSuchVersionError,
    compared_as_json,
    compared_lines,
    compared_markdown,
    compared_states,
)
from plan.changes.versions import DamagedVersionError
from tui.command_line.printing import say_done
from tui.command_line.shared import AsJson, PlanName, opened, refuse


def changes(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanName,
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="VERSION|DATE", help="From when; the latest version if not given."
        ),
    ] = "",
    to: Annotated[
        str, typer.Option("--to", metavar="VERSION", help="Up to this version, instead of now.")
    ] = "",
    as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it as Markdown.")] = False,
    brief: Annotated[
        Path | None,
        typer.Option("--brief", metavar="FILE.docx", help="Write it as a Word paper of a page."),
    ] = None,
    tracked: Annotated[
        Path | None,
        typer.Option(
            "--tracked", metavar="FILE.docx", help="Write the appendix with tracked changes."
        ),
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help="With --tracked: the plan's comments, in Word's.")
    ] = False,
) -> None:
    """Print what has changed from one version of a plan to another, or since a date.

    Net: what was changed and changed back is not told. A row that was moved is told as moved.
    """
    if as_json and markdown:
        raise typer.BadParameter("--json and --markdown are two ways of printing: give one.")
    if comments and tracked is None:
        raise typer.BadParameter("--comments goes with --tracked FILE.docx.")
    session = opened(plan)
    try:
        found = compared_states(session, since, to)
    except (NoSuchVersionError, DamagedVersionError) as error:
        refuse(str(error))
    if as_json:
        typer.echo(json.dumps(compared_as_json(found), ensure_ascii=False, indent=2))
    elif markdown or (brief is None and tracked is None):
        _print(found, markdown=markdown)
    write_both = partial(write_tracked, has_comments=comments)
    for path, write in ((brief, write_brief), (tracked, write_both)):
        if path is not None:
            sentence = write(session, found, path)
            if as_json:
                typer.echo(sentence, err=True)
            else:
                say_done(sentence)


def _print(found: Compared, *, markdown: bool) -> None:
    lines = compared_markdown(found) if markdown else compared_lines(found)
    for line in lines:
        typer.echo(line)
