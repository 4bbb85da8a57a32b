"""The settings: what plandesk remembers between two starts. It can do without any of them."""

from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError

from files.ordinary import content_of
from store.places import settings_folder
from store.safe_file import make_folder, write_safely

LARGEST_SETTINGS = 1024 * 1024
"""Bytes of the settings file."""


ClearDays: TypeAlias = Literal["", "every-day", "weekdays", "working-days"]
"""As `plan.council.report_format` has it, which is not loaded for the settings alone."""


class Settings(BaseModel):
    """The officer's settings.

    `last_plan` is the path of the plan that was open, `last_place` where in it; `keys` are keys
    by the id of their command. `council_format` is the id of the format that new plans follow and
    papers are read by, `council_template` the path of the council's own Word template, and
    `author` the name in the properties of Word files; each is plandesk's own, or nobody's, where
    it is empty. `editor` is the command of the officer's own editor, before VISUAL and EDITOR.
    `keep_template_body` is whether the text in that template's body is printed too.
    `clear_days` is how the council counts the clear days before a meeting, `islands` "yes" where
    there are island communities in its area; empty where its format says so, or nobody has.
    `calendar_reminder` is how many days before what is due a calendar file reminds, in figures; it
    does not where that is empty. `shared_folders` are those of which the officer has been told that
    others may write there too.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    theme: str = ""
    last_plan: str = ""
    last_place: dict[str, str] = {}
    export_folder: str = ""
    open_folder: str = ""
    council_format: str = ""
    council_template: str = ""
    keep_template_body: bool = False
    author: str = ""
    editor: str = ""
    clear_days: ClearDays = ""
    islands: Literal["", "yes", "no"] = ""
    calendar_reminder: str = ""
    shared_folders: tuple[str, ...] = ()
    keys: dict[str, str] = {}


def settings_path() -> Path:
    """Return where the settings lie."""
    return settings_folder() / "settings.json"


def load_settings() -> tuple[Settings, str]:
    """Return the settings; if they could not be read, the defaults and a sentence that says so."""
    path = settings_path()
    try:
        return Settings.model_validate_json(content_of(path, LARGEST_SETTINGS)), ""
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValidationError):
        return Settings(), (
            f"The settings in {path} could not be read, so plandesk starts with its own. "
            "No plan is touched by that."
        )


def save_settings(settings: Settings) -> None:
    """Write the settings. Raises OSError where the disk refuses."""
    path = settings_path()
    make_folder(path.parent)
    write_safely(path, settings.model_dump_json(indent=1).encode())


def changed_settings(settings: Settings, **changed: Any) -> Settings:
    """Return the settings with some of them changed, validated."""
    return Settings.model_validate({**settings.model_dump(), **changed})
