"""Copy to the system's clipboard directly, since not every terminal passes copied text on."""

import shutil
import subprocess
import sys
from collections.abc import Callable

LONGEST_WAIT = 2.0
"""Most seconds that the clipboard program may take."""


def clipboard_program(
    platform: str = sys.platform, find: Callable[[str], str | None] = shutil.which
) -> tuple[tuple[str, ...], str] | None:
    """Return the command that puts text on the clipboard and its encoding, or None without one."""
    candidates: dict[str, tuple[tuple[str, ...], ...]] = {
        "win32": (("clip",),),
        "darwin": (("pbcopy",),),
    }
    others = (("wl-copy",), ("xclip", "-selection", "clipboard"), ("xsel", "-ib"))
    for command in candidates.get(platform, others):
        path = find(command[0])
        if path is not None:
            return (path, *command[1:]), "utf-16" if platform == "win32" else "utf-8"
    return None


def copy_to_system(text: str) -> bool:
    """Put `text` on the system's clipboard; return whether that worked."""
    program = clipboard_program()
    if program is None:
        return False
    command, encoding = program
    try:
        subprocess.run(  # noqa: S603 - one of the programs above, found on the path
            command, input=text.encode(encoding), check=True, timeout=LONGEST_WAIT
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
