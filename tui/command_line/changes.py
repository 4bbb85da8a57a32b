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

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="VERSION|DATE", help="From when; the latest version if not given."
    ),
]
To = Annotated[
    str, typer.Option("--to", metavar="VERSION", help="Up to this version, instead of now.")
]
Brief = Annotated[
    Path | None,
    typer.Option("--brief", metavar="FILE.docx", help="Write it as a Word paper of a page."),
]
Tracked = Annotated[
    Path | None,
    typer.Option("--tracked", metavar="FILE.docx", help="Write the appendix with tracked changes."),
]
Comments = Annotated[
    bool, typer.Option("--comments", help="With --tracked: the plan's comments, in Word's.")
]


def changes(  # noqa: PLR0913, PLR0917 - each is an option of the command
    plan: PlanName,
    since: Since = "",
    to: To = "",
    as_json: AsJson = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print it as Markdown.")] = False,
    brief: Brief = None,
    tracked: Tracked = None,
    comments: Comments = False,
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
    say = partial(typer.echo, err=True) if as_json else say_done
    if brief is not None:
        say(write_brief(session, found, brief))
    if tracked is not None:
        say(write_tracked(session, found, tracked, has_comments=comments))


def _print(found: Compared, *, markdown: bool) -> None:
    lines = compared_markdown(found) if markdown else compared_lines(found)
    for line in lines:
        typer.echo(line)
