"""The command `plandesk template`: write a Word template to start from."""

from pathlib import Path
from typing import Annotated

import typer

from desk.starter import write_starter
from tui.command_line.printing import say_done


def template(
    out: Annotated[
        Path, typer.Option("--out", metavar="FILE.docx", help="The file.", show_default=False)
    ] = Path("Template.docx"),
) -> None:
    """Write a Word template to start from, with every style and what each is for.

    It works as it is: plandesk export PLAN --template FILE.docx. Change its styles, header and
    footer in Word.
    """
    exported = write_starter(out)
    path = str(exported.path)
    typed = f'"{path}"' if " " in path else path
    say_done(f"{exported.sentence}\nUse it: plandesk export PLAN --template {typed}")
