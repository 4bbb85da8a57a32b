"""The settings as an officer sees them: labels, values, and when each takes effect."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from desk.colours import COLOURS_IN_WORDS, nearest_colours
from desk.council import Look, look_of, offered_format, template_path, with_look
from exporters.word.template_file import TemplateError, template_parts
from files.ordinary import why_unreadable
from plan.council import DEFAULT_FORMAT
from plan.council.format import FormatError
from plan.text.line_breaks import counted
from store.formats import format_for
from store.settings import MOST_DAYS, Settings, changed_settings

DENSITIES = {"usual": "As usual", "dense": "Dense: more on the screen at once"}
LOOKS = {
    "folders": "In folders",
    "servers": "In folders and on servers",
    "never": "It does not look",
}
NONE = "none"
"""What is said of a setting that is empty."""


class SettingError(Exception):
    """A setting does not take a value; the message says what it takes."""


class Setting(NamedTuple):
    """A setting: its name in the file and on the command line, its label, and what it means.

    `works` says from when on, `choices` has what it takes with each in words, empty where it is
    typed or has a list of its own. `unset` says in words what holds where it is empty.
    """

    name: str
    label: str
    meaning: str
    works: str
    choices: Mapping[str, str] = MappingProxyType({})
    unset: str = "not said"


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "council_format",
        "Council format",
        "the format of new plans and imports",
        "from the next one on; plans that you have keep theirs",
    ),
    Setting(
        "council_template",
        "Word template",
        "the council's own Word template",
        "from the next Word file on",
        unset="plandesk's own",
    ),
    Setting(
        "clear_days",
        "Clear days",
        "which days count before a meeting: every-day, weekdays or working-days",
        "at once, in the checks",
        {"every-day": "Every day", "weekdays": "Weekdays", "working-days": "Working days"},
    ),
    Setting(
        "islands",
        "Islands",
        "whether island communities are in the council's area: yes or no",
        "at once, in the checks",
        {"yes": "Yes", "no": "No"},
    ),
    Setting(
        "author",
        "Author",
        "the author in the properties of Word files",
        "from the next Word file on",
        unset="nobody",
    ),
    Setting(
        "editor",
        "Own editor",
        "the command of your own editor for a long text, such as gedit or code --wait",
        "from the next text on",
        unset="that of the system",
    ),
    Setting(
        "calendar_reminder",
        "Calendar reminder",
        "how many days before what is due a calendar file reminds",
        "from the next calendar file on",
        unset="no reminder",
    ),
    Setting(
        "colours",
        "Colours",
        "the colours of the window: light, dark or high-contrast",
        "at once",
        COLOURS_IN_WORDS,
    ),
    Setting(
        "density",
        "Density",
        "how much the window shows at once: usual or dense",
        "at once",
        DENSITIES,
    ),
    Setting(
        "look_for_versions",
        "Shared plans",
        "where an opened plan looks by itself for what colleagues have shared: folders, servers "
        "(and folders) or never",
        "from the next plan on that is opened",
        LOOKS,
    ),
)
SETTING: dict[str, Setting] = {one.name: one for one in SETTINGS}


def setting_said(kept: Settings, name: str) -> str:
    """Return the value of a setting as it is typed, "none" where there is none."""
    match name:
        case "colours":
            return nearest_colours(kept.theme)
        case "density":
            return kept.density or "usual"
        case "council_format":
            return kept.council_format or DEFAULT_FORMAT
        case "look_for_versions":
            return kept.look_for_versions or "folders"
    return getattr(kept, name) or NONE


def setting_in_words(kept: Settings, name: str) -> str:
    """Return what a setting says as the window shows it: a format by its name, a value in words."""
    said, setting = setting_said(kept, name), SETTING[name]
    match name:
        case _ if said == NONE:
            return setting.unset
        case "council_format":
            return offered_format(said).name
        case "calendar_reminder":
            return f"{counted(int(said), 'day')} before"
    chosen = setting.choices.get(said, "")
    return f"{chosen[:1].lower()}{chosen[1:]}" or said


def with_setting(kept: Settings, name: str, typed: str) -> Settings:
    """Return the settings with one set to what was typed; empty takes it back.

    Raises SettingError, whose message says why it is as it was.
    """
    value = typed.strip()
    match name:
        case "council_template":
            return with_look(kept, _look(kept, value))
        case "calendar_reminder":
            return changed_settings(kept, calendar_reminder=_days(value))
        case "council_format" if value:
            _refuse_unusable(value)
    if SETTING[name].choices:
        value = _chosen(SETTING[name], value)
    if name == "colours":
        return changed_settings(kept, theme=value)
    if name == "density":
        return changed_settings(kept, density=value.replace("usual", ""))
    if name == "look_for_versions":
        return changed_settings(kept, look_for_versions=value.replace("folders", ""))
    return changed_settings(kept, **{name: value})


def _look(kept: Settings, value: str) -> Look:
    """Return what Word files are made with. Raises SettingError where no template can be read."""
    path = template_path(value)
    if path is not None and (problem := _wrong_with(path)):
        raise SettingError(f"{problem} The setting is as it was.")
    return look_of(kept, value)


def _wrong_with(path: Path) -> str:
    if problem := why_unreadable(path):
        return f"The Word template {problem}: {path}. Give another, or “{NONE}” for plandesk's own."
    try:
        template_parts(path)
    except TemplateError as error:
        return error.why
    return ""


def _refuse_unusable(format_id: str) -> None:
    try:
        format_for(format_id)
    except FormatError as error:
        raise SettingError(
            f"{error} The setting is as it was; plandesk formats names what there is."
        ) from error


def _chosen(setting: Setting, value: str) -> str:
    """Return one of a setting's few values, empty for none. Raises SettingError for any other."""
    chosen = value.lower().replace(" ", "-")
    if not chosen or chosen in setting.choices:
        return chosen
    there_are = ", ".join(setting.choices)
    if setting.name == "colours":
        raise SettingError(
            f"There are no colours “{value}”; there are: {there_are}. The setting is as it was."
        )
    raise SettingError(
        f"{setting.name} is one of {there_are}, not “{value}”. The setting is as it was."
    )


def _days(value: str) -> str:
    """Return a number of days as it is kept, empty for none. Raises SettingError for others."""
    days = "" if value.lower() == NONE else value
    if days and (not days.isdecimal() or int(days) > MOST_DAYS):
        raise SettingError(
            f"“{value}” is no number of days up to {MOST_DAYS}. The setting is as it was."
        )
    return days and str(int(days))
