"""Reads the TOML of a format, a form or a framework, and refuses what none of them can hold.

Such a file may come from a stranger, so it is data and nothing more: it has limits of size and of
depth, and no characters that could harm a screen or a Word file. What is wrong is said by its key.
"""

import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plan.text.clean import UNSAFE
from plan.text.line_breaks import shortened

LARGEST = 500_000
"""Largest size of a file, in characters; the longest we know has 40,000."""
DEEPEST = 10
"""Most lists and tables within one another; the words of a key in a report lie nine deep."""
LONGEST_TEXT = 10_000
"""Characters of one text."""
LONGEST_LIST = 500
"""Items of a list, or keys of a table."""
LONGEST_KEY = 60
_MOST_SENTENCES = 50
"""On one file; the others are said once these keys are right."""
_LONGEST_REASON = 300
"""Cells of a sentence: a reason may quote the file."""
_UNSAFE = re.compile(f"[{UNSAFE}\ud800-\udfff]")
_KEY = re.compile(r"[A-Za-z0-9_.-]+")

Place: TypeAlias = tuple[int | str, ...]
"""The keys and, counted from 0, the items that lead to a value."""


class FormatError(ValueError):
    """A format that cannot be used; the message names the file, the key and the reason.

    `sentences` has all that is wrong, as far as it could be told, of which the message is the
    first.
    """

    def __init__(self, *sentences: str) -> None:
        super().__init__(sentences[0])
        self.sentences = sentences


_PLAIN = {
    "extra_forbidden": "there is no such key here",
    "missing": "this key is wanted and is not there",
}
"""What the library says in other words, by its name for it."""
PartT = TypeVar("PartT", bound=BaseModel)


def parsed_part(kind: type[PartT], source: str, file_name: str) -> PartT:
    """Return what the TOML text `source` describes, of a kind.

    Raises FormatError, naming `file_name`, the key and the reason.
    """
    try:
        return kind.model_validate(_tables_of(source, file_name))
    except ValidationError as error:
        wrong = (_sentence_on(file_name, *one) for one in _wrong_keys(error))
        raise FormatError(*islice(dict.fromkeys(wrong), _MOST_SENTENCES)) from error


def _wrong_keys(error: ValidationError) -> Iterator[tuple[Place, str]]:
    """Return the keys that are wrong and the reasons; those that are not known come first.

    A key that is misspelt is missed as well, maybe elsewhere in the file.
    """
    found = list(_without_followers(error.errors(include_url=False)))
    found.sort(key=lambda one: one["type"] != "extra_forbidden")
    for one in found:
        place = _in_file(one["loc"])
        if one["type"].startswith("union_tag"):
            kinds = one["ctx"].get("expected_tags")
            yield (*place, "kind"), f"Input should be {kinds}" if kinds else _PLAIN["missing"]
        else:
            yield place, _PLAIN.get(one["type"]) or one["msg"].removeprefix("Value error, ")


def _without_followers(found: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield what was found without lists that are too short because an item of theirs is wrong."""
    for one in found:
        place = one["loc"]
        inside = (other["loc"] for other in found if len(other["loc"]) > len(place))
        if one["type"] != "too_short" or all(loc[: len(place)] != place for loc in inside):
            yield one


def _in_file(place: Place) -> Place:
    """Return where in the file something is wrong, named as in the file itself."""
    if "[key]" in place:
        place = place[: place.index("[key]")]
    kinds = {at + 2 for at, name in enumerate(place) if name == "groups"}
    return tuple(name for at, name in enumerate(place) if at not in kinds)


def _tables_of(source: str, file_name: str) -> dict[str, object]:
    """Return the values in the TOML text `source`. Raises FormatError."""
    if len(source) > LARGEST:
        raise FormatError(f"{file_name} is larger than a format can be: {LARGEST:,} characters.")
    try:
        values = tomllib.loads(source)
    except RecursionError as error:
        raise FormatError(f"{file_name} is no format: its lists go too deep.") from error
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"{file_name} is not TOML: {_told(str(error))}.") from error
    except ValueError as error:
        raise FormatError(f"{file_name} is no format: it holds a number too long.") from error
    problems = (_sentence_on(file_name, *one) for one in _problems_of(values, ()))
    if told := tuple(islice(problems, _MOST_SENTENCES)):
        raise FormatError(*told)
    return values


def _sentence_on(file_name: str, place: Place, reason: str) -> str:
    """Return the sentence on what is wrong with a key of a file."""
    said = shortened(reason, _LONGEST_REASON)
    return f"{': '.join(filter(None, (file_name, _key_of(place), said)))}."


def _key_of(place: Place) -> str:
    """Return where in a file something is wrong, as the file itself names it."""
    return ".".join(_printable(str(name)) for name in place)


def _problems_of(value: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield where a value, or something in it, is what no format can hold, and why."""
    if isinstance(value, dict | list):
        yield from _problems_within(value, place)
    elif isinstance(value, str):
        yield from ((place, reason) for reason in _problems_of_text(value))
    elif isinstance(value, float) and not math.isfinite(value):
        yield place, f"it is {value} and no number"


def _problems_within(
    parts: dict[str, object] | list[object], place: Place
) -> Iterator[tuple[Place, str]]:
    if len(place) > DEEPEST:
        yield place, f"lists and tables can lie {DEEPEST} deep and no deeper"
    elif len(parts) > LONGEST_LIST:
        yield place, f"it has {len(parts):,} parts and can have {LONGEST_LIST}"
    elif isinstance(parts, list):
        for number, one in enumerate(parts):
            yield from _problems_of(one, (*place, number))
    else:
        for name, one in parts.items():
            if len(name) > LONGEST_KEY or not _KEY.fullmatch(name):
                yield (*place, name), "no key is called so"
            else:
                yield from _problems_of(one, (*place, name))


def _problems_of_text(text: str) -> Iterator[str]:
    if len(text) > LONGEST_TEXT:
        yield f"it has {len(text):,} characters and can have {LONGEST_TEXT:,}"
    elif found := _UNSAFE.search(text):
        yield f"it holds the character U+{ord(found[0]):04X}, which cannot be printed"


def _told(reason: str) -> str:
    """Return why a file is no TOML, with the line and column, which stand at the end."""
    told, place, at = reason.rpartition(" (at ")
    return f"{_printable(told)}{place}{_printable(at)}"


def _printable(text: str) -> str:
    """Return a text of the file as it can stand in a sentence."""
    return shortened("".join(one if one.isprintable() else "�" for one in text))
