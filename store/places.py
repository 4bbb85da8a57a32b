"""Where things lie: plans, settings and what plandesk keeps for itself, on this machine only.

Never in a roaming or synchronised folder: councils redirect those to network shares.
"""

import contextlib
import os
import stat
from pathlib import Path

_PROGRAM = "plandesk"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
HOME_VARIABLE = "PLANDESK_HOME"
"""Where this is set, everything lies below the folder that it names."""


def plans_folder() -> Path:
    """Return the folder of the desk."""
    return _below("plans", "user_data_path")


def settings_folder() -> Path:
    """Return the folder of the settings and of a council's own formats."""
    return _below("settings", "user_config_path")


def formats_folder() -> Path:
    """Return where a council's own formats lie, its forms in the folder `forms` in it."""
    return settings_folder() / "formats"


def state_folder() -> Path:
    """Return the folder of drafts and logs."""
    return _below("state", "user_state_path")


def backups_folder() -> Path:
    """Return the folder of the plans' backups, never beside the plans themselves."""
    return _below("backups", "user_data_path")


def bin_folder() -> Path:
    """Return the folder of deleted plans."""
    return _below("bin", "user_data_path")


def drafts_folder() -> Path:
    """Return the folder of what was typed and is not in a plan yet."""
    return state_folder() / "drafts"


def logs_folder() -> Path:
    """Return the folder of the logs of what went wrong."""
    return state_folder() / "logs"


def close_to_others() -> None:
    """Take from everybody but their owner what other accounts may do in the folders of plandesk.

    Folders of an earlier plandesk may be open to all: their names tell of plans. Where one is a
    link, or belongs to somebody else, it was not plandesk that made it so. Windows keeps a user's
    own folders to that user.
    """
    if os.name == "nt":
        return
    _close(plans_folder())
    for top in (settings_folder(), state_folder(), backups_folder(), bin_folder()):
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
    import platformdirs

    folder: Path = getattr(platformdirs, kind)(_PROGRAM, appauthor=False, roaming=False)
    return folder / name
