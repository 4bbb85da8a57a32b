"""The settings: what plandesk remembers between two starts. It can do without any of them."""

from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import from_json

from files.ordinary import content_of
from store.places import settings_folder
from store.safe_file import make_folder, write_safely

LARGEST_SETTINGS = 1024 * 1024
"""Bytes of the settings file."""
MOST_DAYS = 366
"""A reminder in a calendar file comes at most so many days before."""
DAMAGED = "settings-damaged.json"
"""The name of a file of settings that was put aside."""


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
    does not where that is empty. `density` is "dense" where rows and fields take as few lines as
    they can. `shared_folders` are those of which the officer has been told that
    others may write there too. `look_for_versions` says where an opened plan looks by itself for
    what colleagues have shared: in a folder only where it is empty, on a server too, or never.
    `choices` are those of a document's layout in the window, by the id
    of the council's format, each by the name of its option.
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
    density: Literal["", "dense"] = ""
    look_for_versions: Literal["", "servers", "never"] = ""
    shared_folders: tuple[str, ...] = ()
    choices: dict[str, dict[str, str]] = {}
    keys: dict[str, str] = {}


def settings_path() -> Path:
    """Return where the settings lie."""
    return settings_folder() / "settings.json"


def load_settings() -> tuple[Settings, str]:
    """Return the settings and a sentence on what could not be read of them, empty for nothing.

    What could not be read is as plandesk has it, and the rest as it was kept.
    """
    path = settings_path()
    try:
        content = content_of(path, LARGEST_SETTINGS)
        return Settings.model_validate_json(content), ""
    except FileNotFoundError:
        return Settings(), ""
    except ValidationError:
        return _sound_part(content)
    except OSError:
        return Settings(), _unreadable(path)


def _unreadable(path: Path) -> str:
    return (
        f"The settings in {path} could not be read, so plandesk starts with its own. No plan is "
        f"touched by that. As soon as one is set, that file is kept as {DAMAGED}."
    )


def _sound_part(content: bytes) -> tuple[Settings, str]:
    """Return what is right in settings of which something is wrong, and a sentence that says what.

    Of the keys only those that are wrong are left out.
    """
    kept = _object_in(content)
    if kept is None:
        return Settings(), _unreadable(settings_path())
    wrong: list[str] = []
    try:
        Settings.model_validate(kept)
    except ValidationError as error:
        for place in (one["loc"] for one in error.errors(include_url=False, include_context=False)):
            name, *inner = (str(step) for step in place)
            values = kept.get(name)
            if inner and isinstance(values, dict):
                values.pop(inner[0], None)
            else:
                kept.pop(name, None)
            wrong.append("/".join((name, *inner[:1])))
    named = ", ".join(dict.fromkeys(wrong))
    return Settings.model_validate(kept), (
        f"In the settings in {settings_path()} this cannot be used: {named}. There plandesk does "
        "as usual; the other settings hold, and no plan is touched by that."
    )


def _object_in(content: bytes) -> dict[str, Any] | None:
    """Return the settings that a file holds, unchecked, or None where it is no such file."""
    try:
        kept = from_json(content)
    except ValueError:
        return None
    return kept if isinstance(kept, dict) else None


def save_settings(settings: Settings) -> None:
    """Write the settings; a damaged file is put aside first. Raises OSError."""
    path = settings_path()
    make_folder(path.parent)
    _put_damaged_aside(path)
    write_safely(path, settings.model_dump_json(indent=1).encode())


def _put_damaged_aside(path: Path) -> None:
    """Keep a file of settings that nothing can be read of, for whoever wants to mend it."""
    with suppress(FileNotFoundError):
        try:
            is_sound = _object_in(content_of(path, LARGEST_SETTINGS)) is not None
        except FileNotFoundError:
            raise
        except OSError:
            is_sound = False
        if not is_sound:
            with suppress(OSError):
                path.replace(path.with_name(DAMAGED))


def changed_settings(settings: Settings, **changed: Any) -> Settings:
    """Return the settings with some of them changed, validated."""
    return Settings.model_validate({**settings.model_dump(), **changed})
