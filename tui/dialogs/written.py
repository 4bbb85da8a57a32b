"""Show the files that were written of a plan: to open or print one, or to open its folder."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static

from desk.other_programs import LONGEST_LOOK, Handed, NotHandedOverError, hand_over
from store.places import plan_name
from store.written import written_of
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from tui.window import Window

_BETWEEN_LOOKS = 0.05
"""Seconds between two looks whether a program has failed."""

_SAID: dict[Handed, str] = {
    "open": "The system opens {name}.",
    "print": "{name} goes to the printer.",
    "folder": "The system opens the folder {folder}.",
}


def show_written(app: "Window", plan: Path) -> None:
    """Show what was written of the plan at `plan`, or say that nothing was."""
    files = written_of(plan)
    if files:
        app.push_screen(WrittenDialog(files))
    else:
        app.say(
            f"No file of {plan_name(plan)} has been written here yet, or none is left: "
            "in the plan, e writes one."
        )


def hand_to_system(app: "Window", what: Handed, path: Path) -> None:
    """Have the system open or print a file, or open its folder, on a thread; say what came of it.

    The window never waits for the program, nor the program for the window.
    """
    app.say(_SAID[what].format(name=path.name, folder=path.parent))
    handing: Callable[[], Awaitable[None]] = partial(_hand, app, what, path)
    app.run_worker(handing, group="looking", exit_on_error=False)


async def _hand(app: "Window", what: Handed, path: Path) -> None:
    try:
        end = monotonic() + LONGEST_LOOK
        with await asyncio.to_thread(hand_over, what, path) as started:
            while not started.has_ended() and monotonic() < end:
                await asyncio.sleep(_BETWEEN_LOOKS)
    except NotHandedOverError as error:
        app.unsay(_SAID[what].format(name=path.name, folder=path.parent))
        app.say(str(error), is_problem=True)


class WrittenDialog(Dialog[None]):
    """Lists files that were written, the newest first; a letter hands one to the system."""

    DEFAULT_CSS = """
    WrittenDialog #written { text-wrap: wrap; }
    """
    heading = "What was written"
    keys_in_words = "↑↓: which   o or Enter: open   p: print   f: its folder   Esc: close"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "hand('open')", show=False),
        Binding("p", "hand('print')", show=False),
        Binding("f", "hand('folder')", show=False),
    ]

    def __init__(self, files: Sequence[Path]) -> None:
        super().__init__()
        self._files = tuple(files)

    def contents(self) -> ComposeResult:
        """Yield the list."""
        yield Static("Each is opened with the system's own program.\n", markup=False)
        yield RowList(id="written")

    def on_mount(self) -> None:
        """Fill the list and focus it."""
        listed = self.query_one(RowList)
        listed.show([ListedRow(str(one), one.name, f"  {one.parent}") for one in self._files], "")
        listed.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the file on which Enter was pressed."""
        event.stop()
        self.action_hand("open")

    def action_hand(self, what: Handed) -> None:
        """Close, and hand the file under the cursor to the system."""
        path = Path(self.query_one(RowList).current)
        app = cast("Window", self.app)
        self.dismiss(None)
        hand_to_system(app, what, path)
