"""What the desk asks for: a plan opened, made anew, read from Word, or the sample."""

from pathlib import Path
from typing import TYPE_CHECKING

from plan.format import FormatError
from store.desk import free_path
from store.errors import StoreError
from store.places import plans_folder
from store.settings import load_settings
from tui.council import council_format
from tui.importing import ImportRefusedError, WordPaper, read_word_paper
from tui.making import make_plan_file, new_plan, sample_plan
from tui.opening import open_plan, update_settings

if TYPE_CHECKING:
    from plan.model import Plan
    from tui.app import Plandesk


async def make_and_open(app: "Plandesk", plan: "Plan", title: str, label: str) -> None:
    """Make the file of a new plan on the desk and open it."""
    try:
        path = make_plan_file(free_path(plans_folder(), title), plan, label)
    except (StoreError, OSError) as error:
        app.say(f"The plan {title} could not be made: {error}", is_problem=True)
        return
    await open_plan(app, path)


async def make_new(app: "Plandesk") -> None:
    """Make an empty plan in the council's format and open it."""
    try:
        form = council_format(load_settings()[0])
    except FormatError as error:
        app.say(f"No plan was made: the council's format cannot be used. {error}", is_problem=True)
        return
    await make_and_open(app, new_plan(form.id), "Improvement plan", "New plan")


async def make_sample(app: "Plandesk") -> None:
    """Make the sample plan and open it."""
    await make_and_open(app, sample_plan(), "Sample plan", "Sample")


async def open_file(app: "Plandesk") -> None:
    """Let the officer choose a file: a plan is opened, a Word file read and shown first."""
    from tui.dialogs.open_file import OpenFileDialog

    settings, _ = load_settings()
    folder = Path(settings.open_folder) if settings.open_folder else Path.home()
    chosen = await app.push_screen_wait(OpenFileDialog(folder if folder.is_dir() else Path.home()))
    if chosen is None:
        return
    update_settings(load_settings()[0], open_folder=str(chosen.parent))
    if chosen.name.endswith(".plan.json"):
        await open_plan(app, chosen)
    else:
        await open_word(app, chosen)


async def open_word(app: "Plandesk", path: Path) -> None:
    """Read a Word file off the screen's thread, show what was found, and make it if wanted."""
    from tui.dialogs.import_preview import ImportPreview

    app.title_line.state = f"Reading {path.name} …"
    paper = await _read(app, path)
    app.title_line.state = ""
    if paper is None:
        return
    wanted: WordPaper | None = await app.push_screen_wait(ImportPreview(paper))
    if wanted is not None:
        await make_and_open(app, wanted.made(), path.stem, f"Read from {path.name}")


async def _read(app: "Plandesk", path: Path) -> WordPaper | None:
    import asyncio

    try:
        return await asyncio.to_thread(read_word_paper, path)
    except ImportRefusedError as error:
        app.say(str(error), is_problem=True)
        return None
