"""The system's own clipboard, both ways: not every terminal passes copied text on, and none reads.

Its programs are run on a thread and for a moment only; where there is none, or none works, the
terminal's ways remain, and the officer is told which.
"""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.widgets import Input, TextArea

from plan.text.clean import safe_characters
from store.copied import Copied, keep_copied, load_copied

if TYPE_CHECKING:
    from tui.window import Window

LONGEST_WAIT = 1.0
"""Most seconds that a clipboard's program may take."""
LARGEST_PASTE = 8 * 1024 * 1024
"""Characters of what is read: more than any field or table takes."""

_LISTS = ("aims", "actions")
"""The places where rows are pasted, and of another program's words only a table."""
_POWERSHELL = (
    "-NoProfile",
    "-NonInteractive",
    "-Command",
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw",
)
_PUTS: dict[str, tuple[tuple[str, ...], ...]] = {"win32": (("clip",),), "darwin": (("pbcopy",),)}
_GETS: dict[str, tuple[tuple[str, ...], ...]] = {
    "win32": (("powershell", *_POWERSHELL), ("pwsh", *_POWERSHELL)),
    "darwin": (("pbpaste",),),
}
_WAYLAND_PUTS = (("wl-copy",),)
_WAYLAND_GETS = (("wl-paste", "--no-newline"),)
_X_PUTS = (("xclip", "-selection", "clipboard"), ("xsel", "-ib"))
_X_GETS = (("xclip", "-selection", "clipboard", "-o"), ("xsel", "-ob"))

NOT_REACHED = (
    "What you copied is kept for plandesk, and passed to your terminal; the system's clipboard "
    "could not be given it. If another program has not got it, mark it with the mouse and copy it "
    "with the terminal's own keys."
)
NOTHING_THERE = (
    "Nothing to paste: nothing was copied here, and the system's clipboard is empty or cannot be "
    "read. What another program copied comes with your terminal's own paste, often Ctrl+Shift+V."
)


class Command(NamedTuple):
    """A clipboard's program with its arguments, and the encoding of what it takes or gives."""

    words: tuple[str, ...]
    encoding: str = "utf-8"


def programs(
    does: str,
    platform: str = sys.platform,
    find: Callable[[str], str | None] = shutil.which,
    env: Mapping[str, str] = os.environ,
) -> tuple[Command, ...]:
    """Return the programs that put text on the clipboard or get it from there, the likeliest first.

    `does` is "put" or "get". The one of the screen that there is comes first, as each fails where
    its own is missing.
    """
    of_wayland, of_x = (_WAYLAND_PUTS, _X_PUTS) if does == "put" else (_WAYLAND_GETS, _X_GETS)
    is_x_first = bool(env.get("DISPLAY")) and not env.get("WAYLAND_DISPLAY")
    others = (*of_x, *of_wayland) if is_x_first else (*of_wayland, *of_x)
    encoding = "utf-16" if does == "put" and platform == "win32" else "utf-8"
    candidates = (_PUTS if does == "put" else _GETS).get(platform, others)
    found = ((find(command[0]), command[1:]) for command in candidates)
    return tuple(Command((path, *rest), encoding) for path, rest in found if path is not None)


def copy_to_system(text: str) -> bool | None:
    """Put `text` on the system's clipboard; return whether that worked, None without a program."""
    there = programs("put")
    for command, encoding in there:
        try:
            subprocess.run(  # noqa: S603 - one of the programs above, found on the path
                command,
                input=text.encode(encoding, errors="replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
                timeout=LONGEST_WAIT,
                start_new_session=True,  # what goes on to offer the text outlives the window
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return True
    return False if there else None


def read_from_system() -> str:
    """Return the text on the system's clipboard, empty if there is none or it cannot be read."""
    for command, encoding in programs("get"):
        try:
            got = subprocess.run(  # noqa: S603 - one of the programs above, found on the path
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                check=True,
                timeout=LONGEST_WAIT,
                start_new_session=True,
            ).stdout
        except (OSError, subprocess.SubprocessError):
            continue
        text = got.decode(encoding, errors="replace").removeprefix("\ufeff")
        return safe_characters("\n".join(text.splitlines()))[:LARGEST_PASTE]
    return ""


async def put_on_clipboard(app: "Window", text: str) -> None:
    """Put `text` on the system's clipboard, and say so if a program is there that fails.

    Until it is there, and where it does not get there, nothing is read from that clipboard: it
    still has what was copied before.
    """
    app.is_clipboard_ours = False
    worked = await asyncio.to_thread(copy_to_system, text)
    app.is_clipboard_ours = worked is not False
    if worked is False:
        app.say(NOT_REACHED, is_problem=True)


async def paste_from_outside(app: "Window") -> bool:
    """Take over what another program has copied since the last copy here, for the paste to come.

    A table goes at once where it makes rows or cells: then nothing is left to be pasted, and the
    result is True. In a list, words that are no table are left alone: there rows are pasted.
    """
    text = await _text_from_outside(app)
    is_field = isinstance(app.focused, Input | TextArea)
    if text and app.takes_table(text):
        app.post_message(events.Paste(text))
        return True
    if text and (is_field or app.where not in _LISTS):
        app.take_clipboard(text)
        with suppress(OSError):
            keep_copied(Copied(words=text))
    elif is_field and not app.clipboard:
        app.say(NOTHING_THERE)
    return False


async def _text_from_outside(app: "Window") -> str:
    if not app.is_clipboard_ours:
        return ""
    text = await asyncio.to_thread(read_from_system)
    kept = None if app.clipboard else load_copied()
    here = kept.words if kept is not None else app.clipboard
    return "" if _bare(text) in ("", _bare(here)) else text


def _bare(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()
