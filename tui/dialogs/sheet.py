"""Show what a list from a spreadsheet would change in a plan, and take it if the officer wants."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from desk.errors import ImportRefusedError
from desk.session import PlanSession
from desk.spreadsheet import SheetPreview, sheet_preview
from plan.council.format import FormatError
from store.errors import StoreError
from store.places import plans_folder
from store.plans_folder import plans_on_desk
from store.settings import load_settings
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.opening import open_plan
from tui.widgets.row_list import ListedRow

if TYPE_CHECKING:
    from tui.window import Window

_NO_PLAN = (
    "A list is taken into a plan, and there is none here yet: n makes one, o opens a Word file. "
    "The list is as it was."
)


class SheetDialog(Dialog[bool]):
    """Shows a list from a spreadsheet, field by field; the result is whether to take it."""

    DEFAULT_CSS = """
    SheetDialog #words { padding: 0 0 0 1; }
    """
    heading = "A list from a spreadsheet"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", "Take", show=False)]

    def __init__(self, preview: SheetPreview, plan: str) -> None:
        super().__init__()
        self._preview = preview
        self._plan = plan
        take = "" if preview.is_empty else "Enter: take it so   "
        self.keys_in_words = f"{take}Esc: leave it as it is"

    def contents(self) -> ComposeResult:
        """Yield what would change."""
        yield ScrolledText((f"Into the plan {self._plan}:", "", *self._preview.lines()))

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it."""
        self.query_one(ScrolledText).focus()

    def action_take(self) -> None:
        """Close, and have the list taken, unless there is nothing to take."""
        if not self._preview.is_empty:
            self.dismiss(True)


async def take_sheet(app: "Window", file: Path) -> bool:
    """Ask into which plan a list goes, show what it changes, and make the change if wanted.

    Return whether the list could be read at all; if it could not, it is said why.
    """
    plan = await _plan_chosen(app, file)
    if plan is None:
        return True
    try:
        preview, name = await asyncio.to_thread(_previewed, file, plan)
    except (ImportRefusedError, StoreError, FormatError) as error:
        app.say(str(error), is_problem=True)
        return False
    wanted = await app.push_screen_wait(SheetDialog(preview, name))
    if not wanted:
        app.say(f"Nothing was taken from {file.name}.")
    elif await open_plan(app, plan):
        await _take(app, file)
    return True


async def _plan_chosen(app: "Window", file: Path) -> Path | None:
    """Return the plan of the desk that the officer chooses, the only one where there is one."""
    plans = [one for one in plans_on_desk(plans_folder()) if not one.problem]
    if not plans:
        app.say(_NO_PLAN, is_problem=True)
        return None
    if len(plans) == 1:
        return plans[0].path
    rows = [ListedRow(str(one.path), one.title or one.name, f"  {one.name}") for one in plans]
    last = load_settings()[0].last_plan
    current = next((row.id for row in rows if str(Path(row.id).resolve()) == last), rows[0].id)
    question = f"Into which plan is {file.name} taken?"
    chosen = await app.push_screen_wait(ChooseDialog("A list", question, rows, current))
    return Path(chosen) if chosen is not None else None


def _previewed(file: Path, path: Path) -> tuple[SheetPreview, str]:
    session = PlanSession.opened(path, to_write=False)
    return sheet_preview(file, session.plan, session.council), session.name


async def _take(app: "Window", file: Path) -> None:
    """Make the change in the plan that is open now: it may have been changed since."""
    session, view = app.session, app.view
    if session is None or view is None:
        return
    try:
        preview = await asyncio.to_thread(
            partial(sheet_preview, file, session.plan, session.council)
        )
    except ImportRefusedError as error:
        app.say(str(error), is_problem=True)
        return
    if view.make(preview.change):
        app.say(f"{preview.change.label}. u takes it back.")
