"""Choose a file to open or import, from a list or by typing its path, and open it."""

import asyncio
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from desk.errors import ImportRefusedError
from desk.importing import WordPaper, read_word_paper
from desk.spreadsheet import ENDINGS as SHEET_ENDINGS
from desk.spreadsheet import is_spreadsheet
from files.ordinary import opened, reason_of
from plan.text.clean import safe_characters
from store.places import ENDING
from store.settings import load_settings
from tui import dialogs
from tui.desk_commands import make_and_open
from tui.dialogs.dialog import Dialog
from tui.dialogs.lead_packs import open_reply
from tui.dialogs.sheet import take_sheet
from tui.opening import open_plan, update_settings
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.window import Window

LISTED_ENDINGS = (".docx", ".docm", ".dotx", ".doc", *SHEET_ENDINGS, ENDING)
"""The endings of the files listed; opening an old .doc says what to do with it."""


_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP)
_MOST_SAID = 300
"""Most characters of a path to show in a sentence."""
_BELOW = "In the folders below it:"
_NOT_BELOW = "No name here, or in the folders below, has that in it."
_MOST_FOLDERS = 40
"""Most folders to look into below the one that is shown: each may be on a slow network."""


def listed_folder(folder: Path, typed: str) -> list[ListedRow]:
    """Return the folder above, then the folders and wanted files whose name contains `typed`."""
    rows = [ListedRow(str(folder.parent), "..  (the folder above)")]
    found = (path for path in _entries(folder) if typed.lower() in path.name.lower())
    rows += [
        ListedRow(str(path), f"{path.name}/" if path.is_dir() else path.name) for path in found
    ]
    return rows


def _entries(folder: Path) -> list[Path]:
    """Return the folders in a folder, then the wanted files, without what is hidden."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: (path.is_file(), path.name.lower()))
    except OSError:
        return []
    return [
        path
        for path in entries
        if not path.name.startswith((".", "~$"))
        and (path.name.lower().endswith(LISTED_ENDINGS) or path.is_dir())
    ]


def files_below(folder: Path) -> tuple[Path, ...]:
    """Return the wanted files in the folders below one, the nearest first, of so many folders."""
    folders = [path for path in _entries(folder) if path.is_dir()]
    found: list[Path] = []
    for looked_into in range(_MOST_FOLDERS):
        if looked_into >= len(folders):
            break
        for path in _entries(folders[looked_into]):
            (folders if path.is_dir() and not path.is_symlink() else found).append(path)
    return tuple(path for path in found if path.is_file())


def typed_path(typed: str, folder: Path) -> Path:
    """Return the path that was typed or pasted, without its quotes, relative to `folder`."""
    return folder / os.path.expanduser(typed.strip().strip("\"'"))  # noqa: PTH111 - never raises


def why_not_opened(path: Path) -> str:
    """Return a sentence that says why a path cannot be opened, empty if it can be."""
    whole = safe_characters(str(path))
    said = whole if len(whole) <= _MOST_SAID else f"{whole[:_MOST_SAID]}…"
    try:
        if not path.is_dir():
            opened(path).close()
    except OSError as error:
        if error.errno not in _NOT_THERE:
            return f"{said} cannot be opened: {reason_of(error)}. Choose another file."
    except ValueError:  # a name that is invalid on every system, such as one with a null
        pass
    else:
        return ""
    return (
        f"There is no file or folder {said}, so nothing was opened. "
        "Change what you typed, or delete it to see the list."
    )


class OpenFileDialog(Dialog[Path]):
    """Lists folders and files; typing narrows the list, and a whole path may be typed or pasted.

    If the chosen file cannot be read, `again` makes a dialog in the same state to choose another.
    """

    DEFAULT_CSS = """
    OpenFileDialog #folder { margin: 0 0 1 0; }
    """
    heading = "Open a Word file, a plan or a list"
    keys_in_words = "↑↓ and Enter: choose   Esc: close"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(
        self, folder: Path, typed: str = "", chosen: str = "", *, heading: str = ""
    ) -> None:
        super().__init__()
        self._heading = heading or self.heading
        self._folder = folder
        self._typed = typed
        self._chosen = chosen
        self._below: tuple[Path, tuple[Path, ...]] | None = None

    def again(self) -> "OpenFileDialog":
        """Return a new dialog with the folder, the typed text and the chosen file of this one."""
        return OpenFileDialog(self._folder, self._typed, self._chosen, heading=self._heading)

    def contents(self) -> ComposeResult:
        """Yield the folder's name, the line to type in and the list."""
        yield Static("", id="folder", markup=False)
        hint = "type part of a name, or paste a whole path"
        yield TextLine(self._typed, placeholder=hint, id="typed", select_on_focus=False)
        yield Static("", id="where", markup=False)
        files = RowList(id="files")
        files.add_class("-of-line")  # whose Enter takes it
        yield files

    def on_mount(self) -> None:
        """List the folder."""
        self.query_one("#dialog").border_title = Content(self._heading)
        line = self.query_one(Input)
        line.cursor_position = len(line.value)
        line.focus()
        self._list()

    def _list(self) -> None:
        typed = self.query_one(Input).value
        rows = listed_folder(self._folder, typed)
        said = ""
        is_a_name = bool(typed.strip()) and os.sep not in typed and "/" not in typed
        below = self._listed_below(typed) if is_a_name and len(rows) == 1 else []
        if is_a_name and len(rows) == 1:
            said = _BELOW if below else _NOT_BELOW
        self.query_one("#folder", Static).update(str(self._folder))
        self.query_one("#where", Static).update(said)
        self.query_one("#where").display = bool(said)
        files = self.query_one(RowList)
        found = below or rows[1:]
        choices = [row.id for row in found or rows]
        self._has_found = bool(found)
        current = files.current or self._chosen
        files.show(below or rows, current if current in choices else choices[0])

    def _listed_below(self, typed: str) -> list[ListedRow]:
        """Return the files in the folders below whose name contains what was typed."""
        if self._below is None or self._below[0] != self._folder:
            self._below = (self._folder, files_below(self._folder))
        return [
            ListedRow(str(path), str(path.relative_to(self._folder)))
            for path in self._below[1]
            if typed.lower() in path.name.lower()
        ]

    def on_input_changed(self) -> None:
        """Narrow the list to what was typed."""
        self._list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the typed path if it exists or nothing listed matches, else the listed row."""
        path = typed_path(event.value, self._folder)
        is_path = event.value.strip() and (os.path.lexists(path) or not self._has_found)
        self._take(path if is_path else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the row that was double-clicked."""
        event.stop()
        self._take(None)

    def _take(self, path: Path | None) -> None:
        chosen = path or Path(self.query_one(RowList).current)
        if problem := why_not_opened(chosen):
            self.notify(problem, severity="error", markup=False)
            return
        if not chosen.is_dir():
            self._typed, self._chosen = self.query_one(Input).value, str(chosen)
            self.dismiss(chosen)
            return
        self._folder = chosen.resolve()
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self._list()

    def action_move(self, step: int) -> None:
        """Move the cursor of the list while the input keeps the focus."""
        files = self.query_one(RowList)
        if step > 0:
            files.action_cursor_down()
        else:
            files.action_cursor_up()


async def open_file(app: "Window") -> None:
    """Ask for a file; open a plan, import a Word file, take a list of a spreadsheet into a plan."""
    settings, _ = load_settings()
    folder = Path(settings.open_folder) if settings.open_folder else Path.home()
    dialog = OpenFileDialog(folder if folder.is_dir() else Path.home())
    while (chosen := await app.push_screen_wait(dialog)) is not None:
        if is_spreadsheet(chosen) and await take_sheet(app, chosen):
            update_settings(load_settings()[0], open_folder=str(chosen.parent))
            return
        is_plan = chosen.name.endswith(ENDING)
        if not is_plan and await open_reply(app, chosen):
            update_settings(load_settings()[0], open_folder=str(chosen.parent))
            return
        is_word = not is_plan and not is_spreadsheet(chosen)
        paper = await _read(app, chosen) if is_word else None
        if is_plan or paper is not None:
            break
        dialog = dialog.again()
    if chosen is None:
        return
    update_settings(load_settings()[0], open_folder=str(chosen.parent))
    if paper is None:
        await open_plan(app, chosen)
    else:
        await _make_from_word(app, chosen, paper)


async def _make_from_word(app: "Window", path: Path, paper: WordPaper) -> None:
    """Show what was found in a Word file, and make a plan of it if the officer agrees."""
    wanted: WordPaper | None = await app.push_screen_wait(dialogs.ImportPreview(paper))
    if wanted is not None:
        label = f"Read from {path.name}"
        await make_and_open(app, wanted.made(), path.stem, label, pictures=wanted.pictures)


async def _read(app: "Window", path: Path) -> WordPaper | None:
    """Read a Word file on a thread; return None and say why if it cannot be read."""
    app.title_line.state = f"Reading {path.name} …"
    try:
        return await asyncio.to_thread(read_word_paper, path)
    except ImportRefusedError as error:
        app.say(str(error), is_problem=True)
        return None
    finally:
        app.title_line.state = ""
