"""Edit a long text in the officer's own editor: through a file, until the editor is closed."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from files.ordinary import content_of
from store.settings import load_settings

AS_IT_WAS = (
    "The text came back as it was. If your editor is still open, it did not say when it was done: "
    "give its command with the option to wait, such as plandesk settings editor 'code --wait'."
)

_NOT_FOUND_BY_A_SHELL = 127


class NoEditorError(Exception):
    """The text could not be edited in another program; the message is for the officer."""


def editor_command(env: Mapping[str, str], platform: str = sys.platform) -> list[str]:
    """Return the command of the officer's editor: VISUAL or EDITOR, else nano (Windows: notepad).

    Raises NoEditorError if neither is set and nano is not installed. vi is never a default: people
    who did not ask for it cannot find the way out.
    """
    chosen = (env.get("VISUAL") or env.get("EDITOR") or "").strip()
    if chosen:
        return _words_of(chosen, platform)
    if platform == "win32":
        return ["notepad"]
    if shutil.which("nano"):
        return ["nano"]
    raise NoEditorError(
        "No editor of your own is set, so the field is as it was. To set one for good, quit "
        "plandesk and give its command: plandesk settings editor gedit. For once, start plandesk "
        "as EDITOR=gedit plandesk."
    )


def _words_of(command: str, platform: str) -> list[str]:
    """Split a command into words and remove quotes; on Windows a backslash escapes nothing."""
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
    """Open `text` in the officer's editor, wait, and return the edited text.

    Raises NoEditorError if the editor does not start, fails or leaves no text.
    """
    own = load_settings()[0].editor
    command = editor_command({**os.environ, "VISUAL": own} if own else os.environ)
    try:
        with TemporaryDirectory(prefix="plandesk-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "field.md"
            path.write_text(text, encoding="utf-8")
            problem = _problem_of_running([*command, str(path)])
            left = "" if problem else _left_at(path)
    except _NothingLeftError as error:
        problem = str(error)
    except (OSError, ValueError) as error:
        problem = f"could not be given the text ({_reason(error)})"
    if problem:
        raise NoEditorError(
            f"The editor {command[0]} {problem}, so the field is as it was. "
            "plandesk settings editor names the one you want."
        )
    return left


class _NothingLeftError(Exception):
    """The editor left no readable text; the message continues a sentence after its name."""


def _problem_of_running(command: list[str]) -> str:
    """Run the editor until it is closed; return what went wrong, or an empty string."""
    try:
        status = subprocess.run(command, check=False).returncode  # noqa: S603 - the officer's choice
    except FileNotFoundError:
        if shutil.which(command[0]):  # a script whose interpreter is not there
            return "could not be started, as a program that it needs was not found"
        return "was not found"
    except (OSError, ValueError) as error:
        return f"could not be started ({_reason(error)})"
    if status == _NOT_FOUND_BY_A_SHELL:
        return f"ended with an error (status {status}: a command in it was not found)"
    if status < 0:
        return f"was ended from outside (signal {-status})"
    return f"ended with an error (status {status})" if status else ""


def _left_at(path: Path) -> str:
    """Return the text that the editor has saved. Raises _NothingLeftError."""
    try:
        return content_of(path).decode("utf-8-sig").rstrip("\n")
    except UnicodeDecodeError as error:
        what = "left a text that is not UTF-8"
        raise _NothingLeftError(what) from error
    except FileNotFoundError as error:
        what = "left no file: the one with the text was gone when it ended"
        raise _NothingLeftError(what) from error
    except OSError as error:
        what = f"left a file that cannot be read ({_reason(error)})"
        raise _NothingLeftError(what) from error


def _reason(error: Exception) -> str:
    said = error.strerror if isinstance(error, OSError) else ""
    return (said or str(error)).lower()
