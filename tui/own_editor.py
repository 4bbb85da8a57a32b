"""A long text in the officer's own editor: out to a file, and back when the editor is closed."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from files.ordinary import content_of


class NoEditorError(Exception):
    """The text could not be edited outside; the message is for the officer."""


def editor_command(env: Mapping[str, str], platform: str = sys.platform) -> list[str]:
    """Return the officer's editor: VISUAL or EDITOR, else nano, or notepad on Windows.

    Raises NoEditorError where none is set and there is no nano: nobody who has not asked for vi
    finds the way out of it.
    """
    chosen = (env.get("VISUAL") or env.get("EDITOR") or "").strip()
    if chosen:
        return _words_of(chosen, platform)
    if platform == "win32":
        return ["notepad"]
    if shutil.which("nano"):
        return ["nano"]
    raise NoEditorError(
        "No editor of your own is set, so the field is as it was. To set one, quit plandesk and "
        "start it with the editor's command, such as EDITOR=gedit plandesk, or put the line "
        "export EDITOR=gedit into the file .profile in your home folder."
    )


def _words_of(command: str, platform: str) -> list[str]:
    """Return a command's words without their quotes; on Windows a backslash is only itself."""
    words = shlex.shlex(command, posix=True, punctuation_chars=False)
    words.whitespace_split = True
    words.commenters = ""
    if platform == "win32":
        words.escape = ""
    try:
        return list(words)
    except ValueError:
        return [command]


def edited_outside(text: str) -> str:
    """Return `text` as it is when the officer's editor has been closed.

    Raises NoEditorError where the editor does not start or fails; the text is then as it was.
    """
    command = editor_command(os.environ)
    try:
        with TemporaryDirectory(prefix="plandesk-") as folder:
            path = Path(folder) / "field.md"
            path.write_text(text, encoding="utf-8")
            subprocess.run([*command, str(path)], check=True)  # noqa: S603 - the officer's choice
            return content_of(path).decode("utf-8-sig").rstrip("\n")
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NoEditorError(
            f"The editor {command[0]} {_went_wrong(error)}, so the field is as it was. "
            "Set EDITOR to the one you want."
        ) from error


def _went_wrong(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return "was not found"
        case subprocess.CalledProcessError(returncode=code):
            return f"ended with an error (status {code})"
        case UnicodeDecodeError():
            return "left a text that is not UTF-8"
        case _:
            return "could not be used"
