"""Ask for another title of a plan on the desk, and rename the plan and its file."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from desk.rename_plan import Renamed, RenameRefusedError, rename_plan
from store.errors import StoreError
from store.places import plan_name
from store.plans_folder import plan_entry
from tui.dialogs.dialog import Dialog
from tui.opening import open_desk
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.window import Window


async def ask_for_name(app: "Window", path: Path) -> None:
    """Ask for another title of the plan at `path`, rename it, and show the desk with it."""
    entry = plan_entry(path)
    if entry.problem:
        app.say(f"{entry.problem} It was not renamed.", is_problem=True)
        return
    renamed = await app.push_screen_wait(RenameDialog(path, entry.title))
    if renamed is not None:
        await open_desk(app, renamed.path)
        app.say(renamed.sentence)


class RenameDialog(Dialog[Renamed]):
    """Asks for the title of a plan, until it can have it; the result is what was renamed."""

    heading = "Rename the plan"
    keys_in_words = "Enter: rename it   Esc: leave it as it is"

    def __init__(self, path: Path, title: str) -> None:
        super().__init__()
        self._path = path
        self._title = title

    def contents(self) -> ComposeResult:
        """Yield the line, and below it what is wrong with it."""
        yield Static("Its title on the cover, by which its file is called too:", markup=False)
        yield TextLine(self._title, id="title", placeholder="the title of the plan")
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Focus the line, with the title as it is selected: what is typed takes its place."""
        self.query_one("#dialog").border_title = Content(f"Rename {plan_name(self._path)}")
        line = self.query_one("#title", Input)
        line.focus()
        line.action_select_all()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Rename the plan, or say below the line why that cannot be."""
        event.stop()
        try:
            renamed = await asyncio.to_thread(rename_plan, self._path, event.value)
        except (RenameRefusedError, StoreError) as error:
            self.query_one("#problem", Static).update(Content(str(error)))
        else:
            self.dismiss(renamed)
