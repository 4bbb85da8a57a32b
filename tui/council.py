"""What the settings say of the council: its format, its Word template, the name in its files."""

from pathlib import Path
from typing import TYPE_CHECKING

from plan.format import DEFAULT_FORMAT
from store.settings import Settings
from tui.exporting import ExportError, Look

if TYPE_CHECKING:
    from plan.format import Format

NO_TEMPLATE = "none"
"""What is typed in the place of a template for plandesk's own."""


def council_format(settings: Settings) -> "Format":
    """Return the format of new plans and of papers that are read.

    Raises FormatError where it cannot be used.
    """
    from store.formats import format_for

    return format_for(settings.council_format or DEFAULT_FORMAT)


def look_of(settings: Settings, template: str | None = None) -> Look:
    """Return what Word files are made with: the template given, else the one in the settings.

    `template` is a path as typed; empty or "none" stands for plandesk's own. Raises ExportError
    where there is no such file.
    """
    typed = settings.council_template if template is None else template.strip().strip("\"'")
    if not typed or typed.lower() == NO_TEMPLATE:
        return Look(author=settings.author)
    path = Path(typed).expanduser().absolute()
    if not path.is_file():
        remembered = " that was used last" if template is None else ""
        raise ExportError(
            f"The Word template{remembered} is not there: {path}. Nothing was written. Give "
            "another template, or “none” for plandesk's own."
        )
    return Look(path, settings.author)


def with_look(settings: Settings, look: Look) -> Settings:
    """Return the settings with the template of `look` remembered, or forgotten."""
    template = str(look.template) if look.template is not None else ""
    return settings.model_copy(update={"council_template": template})
