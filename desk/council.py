"""What the settings say of the council: its format, its Word template, the name in its files."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from desk.errors import ExportError
from files.ordinary import why_unreadable
from plan.council import DEFAULT_FORMAT
from plan.council.format import Format, FormatError, packaged_format_ids
from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.model.plan import Plan
from plan.papers.choices import Choices, readable_choices, texts_of
from store.formats import format_for, own_format_ids
from store.settings import Settings

NO_TEMPLATE = "none"
"""What is typed instead of a template to choose plandesk's own."""


@dataclass(frozen=True)
class Look:
    """What Word files are made with besides the plan.

    `template` is the council's own template, None for plandesk's; what text its body holds is
    printed only where it says where the paper goes, or `keep_body` is given. `author` goes into the
    properties of the files, which name nobody where it is empty.
    """

    template: Path | None = None
    author: str = ""
    keep_body: bool = False


PLAIN_LOOK = Look()
"""plandesk's own template, and nobody named."""


@dataclass(frozen=True)
class OfferedFormat:
    """A council format that there is: its id and name, or why it cannot be used.

    A namesake has the name of another, so that only its id tells which it is.
    """

    id: str
    name: str
    problem: str = ""
    is_namesake: bool = False


def offered_formats() -> tuple[OfferedFormat, ...]:
    """Return the council formats there are by their ids, plandesk's and the council's own."""
    found = [*map(offered_format, sorted({*packaged_format_ids(), *own_format_ids()}))]
    times = Counter(one.name for one in found)
    return tuple(replace(one, is_namesake=times[one.name] > 1) for one in found)


def offered_format(format_id: str) -> OfferedFormat:
    """Return a council format by its id; its name is the id where it cannot be used."""
    try:
        return OfferedFormat(format_id, format_for(format_id).name)
    except FormatError as error:
        return OfferedFormat(format_id, format_id, str(error))


def council_format(settings: Settings) -> Format:
    """Return the format of new plans and of papers that are read.

    Raises FormatError where it cannot be used.
    """
    return format_for(settings.council_format or DEFAULT_FORMAT)


def own_fields_of(plan: Plan) -> OwnFields:
    """Return the fields that the format of a plan adds to an action, none where it is unusable."""
    try:
        return format_for(plan.cover.format).plan.own
    except FormatError:
        return NO_OWN_FIELDS


def look_of(
    settings: Settings, template: str | None = None, *, keep_body: bool | None = None
) -> Look:
    """Return what Word files are made with: the template given, else the one in the settings.

    `template` is a path as typed; empty or "none" stands for plandesk's own. Whether the text of
    its body is printed is remembered with it, so another template begins without; `keep_body` says
    otherwise. Raises ExportError where there is no such file, or no file that can be read.
    """
    path = template_path(settings.council_template if template is None else template)
    if path is None:
        return Look(author=settings.author)
    if problem := why_unreadable(path):
        remembered = " that was used last" if template is None else ""
        raise ExportError(
            f"The Word template{remembered} {problem}: {path}. Nothing was written. Give another "
            "template, or “none” for plandesk's own."
        )
    if keep_body is None:
        keep_body = settings.keep_template_body and str(path) == settings.council_template
    return Look(path, settings.author, keep_body=keep_body)


def template_path(typed: str) -> Path | None:
    """Return the path of a template as typed; None for plandesk's own, which empty stands for."""
    named = typed.strip().strip("\"'")
    if not named or named.lower() == NO_TEMPLATE:
        return None
    return Path(named).expanduser().absolute()


def with_look(settings: Settings, look: Look) -> Settings:
    """Return the settings with the template of `look` remembered, or forgotten."""
    template = str(look.template) if look.template is not None else ""
    remembered = {"council_template": template, "keep_template_body": look.keep_body}
    return settings.model_copy(update=remembered)


def remembered_choices(settings: Settings, council: Format) -> Choices:
    """Return how the window lays out the papers of a council, as it was chosen last."""
    return readable_choices(settings.choices.get(council.id, {}), council)


def with_choices(settings: Settings, council: Format, choices: Choices) -> Settings:
    """Return the settings with how the window lays out the papers of a council.

    That a draft had comments is not remembered: the paper after it is to have none.
    """
    kept = replace(choices, has_comments=False)
    remembered = {**settings.choices, council.id: texts_of(kept)}
    return settings.model_copy(update={"choices": remembered})
