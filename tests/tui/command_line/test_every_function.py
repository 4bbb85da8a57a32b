"""Every function of the window is there in plain lines too: the README says as which command."""

import re
import shlex

import pytest

from tests.repository import ROOT
from tests.tui.command_line.test_readme import command
from tui.command_line.commands import COMMANDS as LINES
from tui.commands import COMMANDS as IN_WINDOW

README = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = re.compile(
    r"^\| in the window \| in plain lines \|\n\| --- \| --- \|\n((?:\|.*\n)+)", re.MULTILINE
)
QUOTED = re.compile(r"`([^`]+)`")

PAGES = ("page-down", "page-up", "line-down", "line-up", "first-page", "last-page")
OF_THE_WINDOW = {
    "open-place": "It moves the cursor.",
    "go-in": "It moves the cursor.",
    "go-back": "It moves the cursor.",
    "back-to-aims": "It moves the cursor.",
    "let-go": "A command takes rows by name: none is marked.",
    "mark-row": "A command takes rows by name: none is marked.",
    "mark-all": "A command takes rows by name: none is marked.",
    "narrow-actions": "It leaves rows out of a list: show --json has them all.",
    "jump": "It moves the cursor.",
    "jump-to": "It moves the cursor.",
    "jump-leave": "It moves the cursor.",
    "back": "It moves the cursor.",
    "forward": "It moves the cursor.",
    "move-to": "move takes where it goes.",
    "move-choose": "move takes where it goes.",
    "choose": "set takes the words: register lists those that are known.",
    "move-top": "move takes where it goes.",
    "move-end": "move takes where it goes.",
    "move-page-up": "move takes where it goes.",
    "move-page-down": "move takes where it goes.",
    "cut": "The clipboard is the terminal's.",
    "next-panel": "It moves the cursor.",
    "previous-panel": "It moves the cursor.",
    "leave": "It moves the cursor.",
    "next-field": "It moves the cursor.",
    "previous-field": "It moves the cursor.",
    "done": "It moves the cursor.",
    "move-up": "move takes where it goes.",
    "move-down": "move takes where it goes.",
    "put-down": "move takes where it goes.",
    "put-back": "undo puts it back.",
    "copy": "The clipboard is the terminal's.",
    "paste": "The clipboard is the terminal's.",
    "copy-page": "The clipboard is the terminal's.",
    "own-editor": "The shell has one.",
    "written": "export prints where each file went: the shell opens it.",
    "written-there": "export prints where each file went: the shell opens it.",
    "merge-with-file": "A command reads the plan anew and has it open for a moment.",
    "word-counts": "It counts where the cursor is: wc counts what show prints.",
    "commands": "It is about the keys: plandesk --help is about the commands.",
    "keys": "It is about the keys.",
    "quit": "A command ends by itself.",
    **{one.id: "It is another view of the same plan." for one in IN_WINDOW if "view-" in one.id},
    **dict.fromkeys((*PAGES, "next-paper", "previous-paper"), "It turns a page."),
}
"""What the window has because it is a window, and why a command line is without it."""


def rows() -> list[tuple[list[str], list[str]]]:
    """Return the table of the README: titles of commands of the window, and plain commands."""
    (table,) = TABLE.findall(README)
    cells = [line.strip("|\n ").split(" | ") for line in table.splitlines()]
    return [(titles.split("; "), QUOTED.findall(plain)) for titles, plain in cells]


def test_every_command_of_the_window_is_in_the_table_or_is_the_windows_alone() -> None:
    told = [title for titles, _ in rows() for title in titles]
    wanted = [one.title for one in IN_WINDOW if one.id not in OF_THE_WINDOW]
    assert sorted(told) == sorted(wanted)


def test_what_is_the_windows_alone_is_there() -> None:
    assert set(OF_THE_WINDOW) <= {one.id for one in IN_WINDOW}


@pytest.mark.parametrize("plain", sorted({one for _, plains in rows() for one in plains}))
def test_each_plain_command_of_the_table_is_taken_by_the_program(plain: str) -> None:
    name, *words = shlex.split(plain)
    assert name in LINES
    known = {opt for param in command(name).params for opt in param.opts}
    assert {word for word in words if word.startswith("--")} <= known
    if "PLAN" in words:
        assert not command(name).make_context(name, words).args


def test_each_row_names_a_plain_command() -> None:
    assert [titles for titles, plains in rows() if not plains] == []
