"""The command that puts a picture into the report."""

from typing import Annotated

import typer

from desk.errors import PictureError
from desk.named_rows import NamedRows
from desk.report_pictures import keep_typed_picture, picture_added, section_named
from tui.command_line.printing import say_done
from tui.command_line.shared import PlanName, changing, refuse, save_or_say_nothing


def picture(
    plan: PlanName,
    section: Annotated[
        str,
        typer.Argument(metavar="SECTION", help="Where it goes, as the last: report/main-text."),
    ],
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A PNG, a JPEG or a GIF, of 10 MB at most.")
    ],
    alternative: Annotated[
        str,
        typer.Option("--alt", metavar="WORDS", help="What is read out to who cannot see it."),
    ] = "",
    caption: Annotated[
        str, typer.Option("--caption", metavar="WORDS", help="What is printed above it.")
    ] = "",
) -> None:
    """Put a picture into a section of the report, with what is read out for it and its caption.

    The file is copied into a folder beside the plan, and the plan names it by its hash.
    """
    with changing(plan) as session:
        rows = NamedRows(session.plan, session.council)
        section_named(rows, section)  # before anything is kept
        try:
            taken = keep_typed_picture(session, file, alternative=alternative, caption=caption)
        except PictureError as error:
            refuse(str(error))
        change = picture_added(rows, section, taken)
        save_or_say_nothing(session, change, "")
        now = NamedRows(session.plan, session.council)
        place = now.ref(session.plan.passage_rows[change.rows[-1].id])
        say_done(f"Added: {place}.")
        if not taken.alternative.strip():
            say_done(
                "It has no alternative text yet, so who cannot see it hears nothing: plandesk set "
                f"{plan!r} {place} text WORDS."
            )
