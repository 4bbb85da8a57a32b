"""The base of every part of a council's format: frozen, and strict about unknown keys."""

from pathlib import Path
from string import Formatter
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, StringConstraints

Words: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
"""Text that must not be empty."""
Key: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=40)]
"""An id within a format. Plan files refer to it, so it never changes once used."""


MOST_COLUMNS = 30
"""Of a table; a page has room for half of them."""


class FormatPart(BaseModel):
    """A part of a council's format."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def packaged(*path: str) -> Path:
    """Return the path of a file or folder in this package.

    importlib.resources would give it too, and load what reads zip files into every window.
    """
    return Path(__file__).parent.joinpath(*path)


def packaged_ids(*folders: str) -> tuple[str, ...]:
    """Return the ids of the files in a folder of this package, taken from their names."""
    names = (file.name for file in packaged(*folders).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def check_pattern(name: str, pattern: str, values: dict[str, object]) -> None:
    """Raise ValueError if `pattern` cannot be filled with `values`.

    Better now, while reading the format, than at the first export.
    """
    names = ", ".join(f"{{{key}}}" for key in values)
    problem = f"{name} = {pattern!r} can only hold {names}"
    try:
        pieces = list(Formatter().parse(pattern))
    except ValueError as error:
        raise ValueError(problem) from error
    for _, field, how, conversion in pieces:
        if field is not None and (field not in values or how or conversion):
            raise ValueError(problem)
