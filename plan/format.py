"""A council's format: the labels, columns and cover lines of its papers, as data.

Formats lie in `plan/formats/` as TOML. The screen, the Word files and the reader all follow the
same definition; a council is added by adding a file.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

DEFAULT_FORMAT = "dundee-2016"

ColumnField: TypeAlias = Literal[
    "ref",
    "text",
    "pages",
    "indicators",
    "leads",
    "timescale",
    "success_criteria",
    "progress",
]
CoverField: TypeAlias = Literal["appendix", "title", "subtitle", "date", "partnership"]


class FormatError(ValueError):
    """A format cannot be used; the message names the file, the key and the reason."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Column(_Part):
    """A column of the plan's table.

    `heading` is printed and read; `label` names the field on screen; `width` is in millimetres;
    `also` are headings under which older papers of this council print the same.
    """

    field: ColumnField
    heading: Annotated[str, Field(min_length=1)]
    label: Annotated[str, Field(min_length=1)]
    width: Annotated[float, Field(gt=0, le=250)]
    also: tuple[str, ...] = ()


class CoverLine(_Part):
    """A line of the cover page: which text it prints and what the screen calls it."""

    field: CoverField
    label: Annotated[str, Field(min_length=1)]


class PlanFormat(_Part):
    """How the plan is printed as an appendix.

    `aim_heading` prints an aim from `{number}` and `{text}`; `aim_caption` is a table's
    alternative text from `{number}`; `footer` may hold `{page}` and `{pages}`.
    """

    appendix_label: str
    aim_heading: str
    table_title: str
    table_description: str
    footer: str
    cover: tuple[CoverLine, ...]
    columns: tuple[Column, ...]
    all_pages: str
    one_page: str
    many_pages: str

    @model_validator(mode="after")
    def _patterns_can_be_filled(self) -> Self:
        """Refuse a pattern that printing could not fill: better now than at the first export."""
        filling: dict[str, dict[str, object]] = {
            "aim_heading": {"number": 1, "text": ""},
            "table_title": {"number": 1},
            "table_description": {"number": 1, "columns": ""},
            "footer": {"page": 1, "pages": 1},
            "one_page": {"page": 1},
            "many_pages": {"pages": ""},
        }
        for name, values in filling.items():
            _check_pattern(name, getattr(self, name), values)
        return self

    def column(self, field: ColumnField) -> Column | None:
        """Return the column of a field, None where this format does not print it."""
        return next((column for column in self.columns if column.field == field), None)


class FileNames(_Part):
    """The names of the Word files; `{name}` is the plan's name."""

    plan: str

    @model_validator(mode="after")
    def _patterns_can_be_filled(self) -> Self:
        _check_pattern("plan", self.plan, {"name": ""})
        return self


def _check_pattern(name: str, pattern: str, values: dict[str, object]) -> None:
    try:
        pattern.format(**values)
    except (KeyError, IndexError, ValueError) as error:
        names = ", ".join(f"{{{key}}}" for key in values)
        raise ValueError(f"{name} = {pattern!r} can only hold {names}") from error


class Format(_Part):
    """A council's format."""

    id: str
    name: str
    plan: PlanFormat
    files: FileNames


def parsed_format(source: str, file_name: str) -> Format:
    """Return the format that the TOML text `source` defines.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    try:
        return Format.model_validate(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"{file_name} is not TOML: {error}.") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(map(str, first["loc"]))
        raise FormatError(f"{file_name}: {key}: {first['msg']}.") from error


@cache
def format_named(format_id: str) -> Format:
    """Return the format called `format_id` among those that come with plandesk.

    Raises FormatError if there is none of that name or its file is wrong.
    """
    file = resources.files("plan") / "formats" / f"{format_id}.toml"
    if not file.is_file():
        raise FormatError(f"There is no council format called {format_id}.")
    return parsed_format(file.read_text(encoding="utf-8"), file.name)
