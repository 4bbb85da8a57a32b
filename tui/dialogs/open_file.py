"""Choose a file, a Word file to import or a plan to open, from a list or by typing its path."""

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static

from store.places import ENDING
from tui.dialogs.dialog import Dialog
from tui.widgets.row_list import ListedRow, RowList

LISTED_ENDINGS = (".docx", ".docm", ".dotx", ".doc", ENDING)
"""The endings of the files listed; opening an old .doc says what to do with it."""


def listed_folder(folder: Path, typed: str) -> list[ListedRow]:
    """Return the folder above, then the folders and wanted files whose name contains `typed`."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: (path.is_file(), path.name.lower()))
    except OSError:
        entries = []
    rows = [ListedRow(str(folder.parent), "..  (the folder above)")]
    for path in entries:
        is_wanted = path.is_dir() or path.name.lower().endswith(LISTED_ENDINGS)
        hidden = path.name.startswith((".", "~$"))
        if is_wanted and not hidden and typed.lower() in path.name.lower():
            rows.append(ListedRow(str(path), f"{path.name}/" if path.is_dir() else path.name))
    return rows


def typed_path(typed: str, folder: Path) -> Path:
    """Return the path that was typed or pasted, without its quotes, relative to `folder`."""
    return folder / os.path.expanduser(typed.strip().strip("\"'"))  # noqa: PTH111 - never raises


class OpenFileDialog(Dialog[Path]):
    """Lists folders and files; typing narrows the list, and a whole path may be typed or pasted."""

    heading = "Open a Word file or a plan"
    keys_in_words = "↑↓ and Enter: choose   Esc: close"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def contents(self) -> ComposeResult:
        """Yield the folder's name, the line to type in and the list."""
        yield Static("", id="folder", markup=False)
        yield Input(placeholder="type part of a name, or paste a whole path", id="typed")
        yield RowList(id="files")

    def on_mount(self) -> None:
        """List the folder."""
        self.query_one(Input).focus()
        self._list()

    def _list(self) -> None:
        typed = self.query_one(Input).value
        rows = listed_folder(self._folder, typed)
        self.query_one("#folder", Static).update(str(self._folder))
        files = self.query_one(RowList)
        choices = [row.id for row in rows[1:]] or [rows[0].id]
        files.show(rows, files.current if files.current in choices else choices[0])

    def on_input_changed(self) -> None:
        """Narrow the list to what was typed."""
        self._list()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the typed path if it exists, otherwise the row under the cursor."""
        path = typed_path(event.value, self._folder)
        self._take(path if event.value.strip() and path.exists() else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the row that was double-clicked."""
        event.stop()
        self._take(None)

    def _take(self, path: Path | None) -> None:
        chosen = path or Path(self.query_one(RowList).current)
        if not chosen.is_dir():
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
