"""A long text in the officer's own editor: out to a file, and back when the editor is closed."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


class NoEditorError(Exception):
    """The text could not be edited outside; the message is for the officer."""


def editor_command(env: Mapping[str, str], platform: str = sys.platform) -> list[str]:
    """Return the officer's editor: VISUAL or EDITOR, else the one that every such system has."""
    chosen = (env.get("VISUAL") or env.get("EDITOR") or "").strip()
    if chosen:
        return _words_of(chosen, platform)
    if platform == "win32":
        return ["notepad"]
    return [next((name for name in ("nano", "vi") if shutil.which(name)), "vi")]


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
    with TemporaryDirectory(prefix="plandesk-") as folder:
        path = Path(folder) / "field.md"
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*command, str(path)], check=True)  # noqa: S603 - the officer's choice
            return path.read_text(encoding="utf-8-sig").rstrip("\n")
        except (OSError, subprocess.SubprocessError, UnicodeDecodeError) as error:
            raise NoEditorError(
                f"The editor {command[0]} could not be used, so the field is as it was. "
                "Set EDITOR to the one you want."
            ) from error
