"""Learns a council's format from a Word file in the window: file, name, questions, account."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from desk.council import offered_formats
from desk.errors import ImportRefusedError
from desk.learning import Learned, Learning, learning_of, written
from plan.council.format import packaged_format_ids
from store.settings import load_settings
from tui import dialogs
from tui.opening import update_settings

if TYPE_CHECKING:
    from tui.window import Window

_HEADING = "Learn a format from a Word file"
_WHICH_FILE = (
    "A blank form is the best teacher, then an empty report or last year's paper. What shall the "
    "format be called that plandesk makes of this one?"
)


async def learn_format(app: "Window") -> None:
    """Ask for a Word file and a name, show what each thing is taken for, and make the format."""
    settings, _ = load_settings()
    folder = Path(settings.open_folder) if settings.open_folder else Path.home()
    folder = folder if folder.is_dir() else Path.home()
    chosen = await app.push_screen_wait(dialogs.OpenFileDialog(folder, heading=_HEADING))
    if chosen is None:
        return
    update_settings(load_settings()[0], open_folder=str(chosen.parent))
    name = await app.push_screen_wait(dialogs.FormatNameDialog(_asked(), chosen.stem))
    if not name:
        return
    app.title_line.state = f"Reading {chosen.name} …"
    try:
        learning = await asyncio.to_thread(learning_of, chosen, name)
        app.title_line.state = ""
        wanted = await app.push_screen_wait(dialogs.LearnDialog(learning))
        if wanted is not None:
            learned = await asyncio.to_thread(written, wanted)
            app.push_screen(dialogs.NoticeDialog("Learned", _told(learned, wanted)))
    except ImportRefusedError as error:
        app.say(str(error), is_problem=True)
    finally:
        app.title_line.state = ""


def _asked() -> str:
    packaged = packaged_format_ids()
    own = [one.name for one in offered_formats() if one.id not in packaged and not one.problem]
    if not own:
        return _WHICH_FILE
    named = ", ".join(f"“{name}”" for name in own)
    return f"{_WHICH_FILE} Under the name of one that there is, it adds what that lacks: {named}."


def _told(learned: Learned, learning: Learning) -> str:
    """Return what was written and what of the same paper has a place in it."""
    lines = [*learned.remarks]
    lines += [f"Written: {path}" for path in learned.written]
    if not learned.written:
        lines.append("The format lacked nothing that this paper has: no file was changed.")
    if learned.is_used:
        lines.append(f"Papers are read and written in the format {learning.format_id}.")
    else:
        lines.append(
            "f on the first screen chooses the format that papers are read and written in."
        )
    return "\n".join(
        [*lines, "", f"{learning.source.name}, read with it:", *learned.account.lines()]
    )
