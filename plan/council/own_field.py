"""A field of a council's own: what it is called, what it may hold, and the words of its key.

A format declares them under `[[plan.fields]]` and `[[report.fields]]`. What an officer or a paper
says in one is kept to the letter, whether its kind allows it or not: see `plan.reading.own_values`
for what it means, `plan.papers.own_fields` for how it is cleaned, shown and printed.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from plan.council.format_part import FormatPart, Words

MOST_FIELDS = 100
"""Fields of its own that a format may add to one kind of row."""
_MOST_CHOICES = 50
_COLOURS = {
    "red": "C00000",
    "amber": "FFC000",
    "orange": "ED7D31",
    "yellow": "FFFF00",
    "green": "00B050",
    "blue": "0070C0",
    "purple": "7030A0",
    "pink": "FF99CC",
    "brown": "833C0B",
    "grey": "A6A6A6",
    "gray": "A6A6A6",
    "black": "000000",
    "white": "FFFFFF",
}
"""The colours that may be given by name, and how they are printed."""
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_LIGHT = 0.179
"""The luminance from which black text has more contrast than white."""


class KindOfValue(NamedTuple):
    """What is in a field of some kind: `is_list` has an item to a line, `is_text` paragraphs."""

    example: str
    is_list: bool = False
    is_text: bool = False


OWN_KINDS: dict[str, KindOfValue] = {
    "text": KindOfValue("a text of any length", is_text=True),
    "line": KindOfValue("one line"),
    "items": KindOfValue("a list, an item to a line", is_list=True),
    "choice": KindOfValue("one of the words of its key"),
    "date": KindOfValue("a date, such as 26 September 2016"),
    "money": KindOfValue("an amount, such as £12,500"),
    "number": KindOfValue("a number, such as 12 or 85%"),
    "person": KindOfValue("a person or a post, one to a line", is_list=True),
    "yes-no": KindOfValue("Yes or No"),
    "link": KindOfValue("the name of another plan"),
}
"""Each kind of field that a council may add, and what it holds."""

_ALSO_CALLED = {"post": "person", "yes/no": "yes-no"}


def _plain_name(kind: Any) -> Any:
    return _ALSO_CALLED.get(kind, kind) if isinstance(kind, str) else kind


OwnKind: TypeAlias = Annotated[
    Literal[
        "text", "line", "items", "choice", "date", "money", "number", "person", "yes-no", "link"
    ],
    BeforeValidator(_plain_name),
]
FieldId: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]+$", max_length=40)]
"""What a field is called in plans and on the command line, for good."""


def _known_colour(colour: str) -> str:
    if colour and colour.casefold() not in _COLOURS and not _HEX.fullmatch(colour):
        names = ", ".join(name for name in _COLOURS if name != "gray")
        raise ValueError(f"a colour is one of {names}, or like #FFC000")
    return colour


class Choice(FormatPart):
    """A word of a council's key: its colour, what it means, and whether it says *done*."""

    word: Annotated[Words, Field(max_length=60)]
    colour: Annotated[str, AfterValidator(_known_colour)] = ""
    meaning: Annotated[str, Field(max_length=300)] = ""
    done: bool = False

    @property
    def fill(self) -> str:
        """The colour as six hexadecimal digits, empty if the word has none."""
        found = _HEX.fullmatch(self.colour)
        return found[1].upper() if found else _COLOURS.get(self.colour.casefold(), "")


def ink_on(fill: str) -> str:
    """Return the colour of text, black or white, that is read more easily on `fill`."""
    parts = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for one in parts
    )
    return "000000" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _LIGHT else "FFFFFF"


class OwnField(FormatPart):
    """A field that a council adds.

    `id` is its name in plans; `label` names it on screen. `choices` are the words of its key, in
    the order in which they are offered.
    """

    id: FieldId
    kind: OwnKind
    label: Words
    choices: Annotated[tuple[Choice, ...], Field(max_length=_MOST_CHOICES)] = ()

    @model_validator(mode="after")
    def _has_the_words_of_a_choice(self) -> Self:
        if self.kind == "choice" and not self.choices:
            raise ValueError(f"{self.id} is a choice and has no choices")
        if self.kind != "choice" and self.choices:
            raise ValueError(f"{self.id} has choices, which belong to kind choice")
        if twice := first_twice([same_word(one.word) for one in self.choices]):
            word = next(one.word for one in self.choices if same_word(one.word) == twice)
            raise ValueError(f"choices has the word {word} twice")
        return self

    @property
    def holds(self) -> KindOfValue:
        """What its kind holds."""
        return OWN_KINDS[self.kind]

    def choice(self, text: str) -> Choice | None:
        """Return the word of the key that a text says, whatever its case; None if it says none."""
        said = same_word(text)
        return next((one for one in self.choices if same_word(one.word) == said), None)


def same_word(text: str) -> str:
    """Return a word of a key without case, spaces around it or a full stop behind it."""
    return " ".join(text.split()).rstrip(".").casefold()


def first_twice(names: Sequence[str]) -> str:
    """Return the first name that stands twice, or an empty text."""
    return next((name for place, name in enumerate(names) if name in names[:place]), "")


def check_own_fields(own: Sequence[OwnField], built_in: Iterable[str]) -> None:
    """Raise a ValidationError, with its place, where an id is that of another field."""
    known = set(built_in)
    for place, one in enumerate(own):
        if one.id in known:
            raise wrong_at(("fields", place, "id"), f"{one.id} is a field of plandesk already")
        if one.id in [other.id for other in own[:place]]:
            raise wrong_at(("fields", place, "id"), f"two fields are called {one.id}")


def wrong_at(place: tuple[int | str, ...], reason: str) -> ValidationError:
    """Return the error to raise in a validator where a key further down is wrong."""
    error = PydanticCustomError("format", "{reason}", {"reason": reason})
    wrong = InitErrorDetails(type=error, loc=place, input=None)
    return ValidationError.from_exception_data("format", [wrong])
