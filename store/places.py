"""The folders of plandesk on this machine, and the paths by which plans are named.

Never in a roaming or synchronised folder: councils redirect those to network shares.
"""

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import platformdirs

from plan.text.clean import file_words, safe_characters
from plan.text.patterns import late_pattern

_PROGRAM = "plandesk"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
HOME_VARIABLE = "PLANDESK_HOME"
"""Where this is set, everything lies below the folder that it names."""

SHARED = "shared.json"
"""Of the file that says where a plan is shared."""
ENDING = ".plan.json"
"""Of a plan's file."""
_RESERVED = late_pattern(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\..*)?", re.IGNORECASE
)
_LONGEST_NAME = 80
"""Characters: with an ordinary folder before it, Windows can still open the path."""
_LONGEST_IN_BYTES = 160
"""As Linux counts a name, with room for the ending and for a temporary file's."""


def plans_folder() -> Path:
    """Return the folder of the desk."""
    return _below("plans", "user_data_path")


def settings_folder() -> Path:
    """Return the folder of the settings and of a council's own formats."""
    return _below("settings", "user_config_path")


def formats_folder() -> Path:
    """Return the folder of a council's own formats; its forms are in `forms` in it."""
    return settings_folder() / "formats"


def frameworks_folder() -> Path:
    """Return the folder of a council's own frameworks of quality indicators."""
    return settings_folder() / "frameworks"


def templates_folder() -> Path:
    """Return the folder of the Word templates that were learned from the council's papers."""
    return settings_folder() / "templates"


def state_folder() -> Path:
    """Return the folder of drafts and logs."""
    return _below("state", "user_state_path")


def backups_folder() -> Path:
    """Return the folder of the plans' backups, never beside the plans themselves."""
    return _below("backups", "user_data_path")


def bin_folder() -> Path:
    """Return the folder of deleted plans."""
    return _below("bin", "user_data_path")


def versions_folder() -> Path:
    """Return the folder of what this laptop has exchanged with others, a folder to a plan."""
    return _below("versions", "user_data_path")


def is_shared(plan_id: str) -> bool:
    """Return whether a plan was ever exchanged from here, without a look at how."""
    return bool(plan_id) and is_file(versions_folder() / plan_id / SHARED)


def drafts_folder() -> Path:
    """Return the folder of drafts: what was typed and is not in a plan yet."""
    return state_folder() / "drafts"


def logs_folder() -> Path:
    """Return the folder of the error log."""
    return state_folder() / "logs"


def make_folders_private() -> None:
    """Close the folders of plandesk to all other accounts.

    An earlier plandesk may have left them open, and the names in them tell of plans. A link, or a
    folder of somebody else's, is left alone: plandesk did not make it. On Windows a user's own
    folders are closed to others anyway.
    """
    if os.name == "nt":
        return
    _close(plans_folder())
    private = (settings_folder(), state_folder(), backups_folder(), bin_folder())
    for top in (*private, versions_folder()):
        for folder, _, _ in os.walk(top):
            _close(Path(folder))
    for top in (plans_folder(), settings_folder(), state_folder()):
        if top.parent.name == _PROGRAM:
            _close(top.parent)


def _close(folder: Path) -> None:
    with contextlib.suppress(OSError):
        status = folder.lstat()
        mode = stat.S_IMODE(status.st_mode)
        if stat.S_ISDIR(status.st_mode) and mode & _OTHERS:
            folder.chmod(mode & ~_OTHERS)


def _below(name: str, kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser() / name
    folder: Path = getattr(platformdirs, kind)(_PROGRAM, appauthor=False, roaming=False)
    return folder / name


def plan_path(named: str) -> Path:
    """Return the path of the plan that an officer names: by a path, or by its name on the desk.

    There need not be such a file.
    """
    path = _from_home(named)
    if is_file(path):
        return path
    if is_path(named) or not _kept_of(named):
        ended = with_ending(path) if path.name else path
        return ended if is_file(ended) else path
    if named.endswith(".json"):
        on_desk = plans_folder() / named
        return on_desk if is_file(on_desk) else path
    to_the_letter = plans_folder() / f"{named}{ENDING}"
    if is_file(to_the_letter):
        return to_the_letter
    return plans_folder() / f"{safe_name(named)}{ENDING}"


def why_no_plan(named: str) -> str:
    """Return a sentence on why there is no plan where an officer names one, empty where one may be.

    It speaks of what was typed where that is no name, as with nothing or a folder.
    """
    path = plan_path(named)
    if not named.strip():
        return "No plan is named: a plan's name or its path is wanted."
    if path.is_dir():
        return f"“{named}” is a folder and not a plan: name a plan in it by its path."
    return "" if path.exists() else f"There is no plan {path}."


def is_path(named: str) -> bool:
    """Return whether an officer names a plan by a path, be it only `./Plan.plan.json`."""
    return "/" in named or os.sep in named or _from_home(named).is_absolute()


def new_plan_path(named: str, title: str) -> Path:
    """Return where a new plan is made that an officer calls by a path, or by its name on the desk.

    A path gets the ending by which a plan is known; in a folder, the plan is called `title`.
    """
    path = _from_home(named)
    if named.endswith(("/", os.sep)) or path.is_dir():
        return free_path(path, title)
    if path.name.endswith(".json"):
        return with_ending(path)
    if not is_path(named) and not _kept_of(named):
        return with_ending(plans_folder() / safe_name(named))
    return with_ending(plan_path(named))


def plan_name(path: Path) -> str:
    """Return what a plan is called: the name of its file, without the ending."""
    return path.name.removesuffix(ENDING)


def with_ending(path: Path) -> Path:
    """Return a path with the ending of plans, which `.json` alone is not."""
    if path.name.endswith(ENDING):
        return path
    return path.with_name(f"{path.name.removesuffix('.json')}{ENDING}")


def free_path(folder: Path, title: str) -> Path:
    """Return a path in `folder` for a plan called `title` that is not taken."""
    return next(free_paths(folder, title))


def free_paths(folder: Path, title: str) -> Iterator[Path]:
    """Yield the paths in `folder` for a plan called `title` that are not taken, without end."""
    name = safe_name(title)
    for number in count(1):
        path = folder / (f"{name}{ENDING}" if number == 1 else f"{name} {number}{ENDING}")
        if not path.exists():
            yield path


def safe_name(title: str) -> str:
    """Return `title` as a file's name that every system accepts, Windows too."""
    name = _kept_of(title)
    if not name:
        return "Plan"
    return f"Plan {name}" if _RESERVED.fullmatch(name) else name


def _kept_of(title: str) -> str:
    """Return what a file's name can keep of a title; nothing of "..", "?" or blanks."""
    name = file_words(safe_characters(title))
    return name[:_LONGEST_NAME].encode()[:_LONGEST_IN_BYTES].decode(errors="ignore").strip(" .")


def _from_home(named: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def is_file(path: Path) -> bool:
    """Return whether there is a file at `path`, as far as this account may look."""
    try:
        return path.is_file()
    except OSError:
        return False


def changed_at(path: Path) -> float:
    """Return when a file was last changed, in seconds; 0 where this account may not look."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
