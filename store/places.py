"""Where things lie: plans, settings and what plandesk keeps for itself, on this machine only.

Never in a roaming or synchronised folder: councils redirect those to network shares.
"""

import os
from pathlib import Path

HOME_VARIABLE = "PLANDESK_HOME"
"""Where this is set, everything lies below the folder that it names."""


def plans_folder() -> Path:
    """Return the folder of the desk."""
    return _below("plans", "user_data_path")


def settings_folder() -> Path:
    """Return the folder of the settings and of a council's own formats."""
    return _below("settings", "user_config_path")


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


def _below(name: str, kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home).expanduser() / name
    import platformdirs

    folder: Path = getattr(platformdirs, kind)("plandesk", appauthor=False, roaming=False)
    return folder / name
