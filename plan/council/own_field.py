"""A field of a council's own: what it is called, what it may hold, and the words of its key.

A format declares them under `[[plan.fields]]` and `[[report.fields]]`. What an officer or a paper
says in one is kept to the letter, whether its kind allows it or not: see `plan.reading.own_values`
for what it means, `plan.papers.own_fields` for how it is cleaned, shown and printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, NamedTuple, Self, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from plan.council.format_part import FormatPart
from plan.text.comparing import heading_key
from plan.text.patterns import late_pattern

MOST_FIELDS = 100
"""Fields of its own that a format may add to one kind of row."""
_MOST_CHOICES = 50
BLACK, WHITE = "000000", "FFFFFF"
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
    "black": BLACK,
    "white": WHITE,
}
"""The colours that may be given by name, and how they are printed."""
_ONE_LINE = r"^\S(?:[^\n]*\S)?$"
"""Something on one line, with no space around it."""
_HEX = late_pattern(r"#?([0-9A-Fa-f]{6})")
_LIGHT = 0.179
"""The luminance from which black text has more contrast than white."""


class KindOfValue(NamedTuple):
    """What a field of a kind holds: a list has an item to a line, a text has paragraphs."""

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
FieldId: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9_-]*[a-z][a-z0-9_-]*$", max_length=40)
]
"""What a field is called in plans and on the command line, for good."""


def _known_colour(colour: str) -> str:
    if colour and colour.casefold() not in _COLOURS and not _HEX.fullmatch(colour):
        names = ", ".join(name for name in _COLOURS if name != "gray")
        raise ValueError(f"a colour is one of {names}, or like #FFC000")
    return colour


class Choice(FormatPart):
    """A word of a council's key: its colour, what it means, and whether it says *done*."""

    word: Annotated[str, StringConstraints(pattern=_ONE_LINE, max_length=60)]
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
    return BLACK if _luminance(fill) > _LIGHT else WHITE


def contrast(ink: str, ground: str) -> float:
    """Return the contrast of text on a ground, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted(map(_luminance, (ink, ground)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return how light a colour such as "FFC000" is, from 0 to 1 (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_Heading: TypeAlias = Annotated[str, StringConstraints(pattern=_ONE_LINE, max_length=100)]


class OwnField(FormatPart):
    """A field that a council adds.

    `id` is its name in plans; `label` names it on screen. `choices` are the words of its key, in
    the order in which they are offered; `key` has the two headings of the table that prints them
    with what they mean, above the aims of a plan, and is empty where it is not printed.
    """

    id: FieldId
    kind: OwnKind
    label: _Heading
    choices: Annotated[tuple[Choice, ...], Field(max_length=_MOST_CHOICES)] = ()
    key: tuple[_Heading, ...] = ()

    @model_validator(mode="after")
    def _has_the_words_of_a_choice(self) -> Self:
        if self.kind == "choice" and not self.choices:
            raise ValueError(f"{self.id} is a choice and has no choices")
        if self.key and len(self.key) != len(("word", "meaning")):
            raise ValueError("key has two headings, one for the words and one for their meanings")
        for name, value in (("choices", self.choices), ("key", self.key)):
            if self.kind != "choice" and value:
                raise ValueError(f"{self.id} has {name}, which belong to kind choice")
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


Cells: TypeAlias = Sequence[tuple[str, str]]
"""What a row keeps of its own: texts by the id of a field or by the heading they came in under."""


@dataclass(frozen=True)
class OwnFields:
    """The fields that a council adds to one kind of row, and by which headings each is known.

    `headings` gives the id of the field for the key of each heading. A text that a row keeps under
    such a heading is the field's, unless the field has one already: so what came in before the
    council declared the field moves to it.
    """

    fields: tuple[OwnField, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)

    def get(self, field_id: str) -> OwnField | None:
        """Return the field called `field_id`, or None if the council has none."""
        return next((one for one in self.fields if one.id == field_id), None)

    def values(self, cells: Cells) -> dict[str, str]:
        """Return what a row says in the fields, by their ids; what is empty is left out."""
        said = dict(cells)
        return {field_id: said[key] for field_id, key in self._keys(cells).items()}

    def value(self, cells: Cells, field_id: str) -> str:
        """Return what a row says in one field."""
        return self.values(cells).get(field_id, "")

    def others(self, cells: Cells) -> Cells:
        """Return what a row says under headings that belong to no field."""
        taken = set(self._keys(cells).values())
        return tuple(cell for cell in cells if cell[0] not in taken)

    def with_text(self, cells: Cells, field_id: str, text: str) -> Cells:
        """Return what a row says with `text` in a field, which is kept by its id from now on."""
        held = self._keys(cells).get(field_id, field_id)
        made = [(field_id, text) if key == held else (key, said) for key, said in cells]
        if all(key != held for key, _ in cells):
            made.append((field_id, text))
        return tuple(cell for cell in made if cell[1])

    def _keys(self, cells: Cells) -> dict[str, str]:
        """Return the key under which a row keeps each field, in the order of the fields."""
        ids = {one.id for one in self.fields}
        found = {key: key for key, _ in cells if key in ids}
        for key, _ in cells:
            if key not in ids and (field_id := self.headings.get(heading_key(key))):
                found.setdefault(field_id, key)
        return {one.id: found[one.id] for one in self.fields if one.id in found}


NO_OWN_FIELDS = OwnFields()


def own_fields(
    fields: tuple[OwnField, ...], printed: Iterable[tuple[str, Iterable[str]]]
) -> OwnFields:
    """Return the fields of a kind of row; `printed` has ids with the headings that print them."""
    if not fields:
        return NO_OWN_FIELDS
    ids = {one.id for one in fields}
    headings: dict[str, str] = {}
    for field_id, names in printed:
        for name in names if field_id in ids else ():
            headings.setdefault(heading_key(name), field_id)
    for one in fields:
        headings.setdefault(heading_key(one.label), one.id)
    return OwnFields(fields, headings)


def same_word(text: str) -> str:
    """Return a word of a key without case, spaces around it or a full stop behind it."""
    return " ".join(text.split()).rstrip(".").casefold()


def first_twice(names: Sequence[str]) -> str:
    """Return the first name that stands twice, or an empty text."""
    return next((name for place, name in enumerate(names) if name in names[:place]), "")


def check_own_fields(own: Sequence[OwnField], built_in: Iterable[str], key: str = "fields") -> None:
    """Raise a ValidationError, with its place, where an id is that of another field.

    `key` is what these fields are called in the format.
    """
    known = set(built_in)
    for place, one in enumerate(own):
        if one.id in known:
            raise wrong_at((key, place, "id"), f"{one.id} is a field of plandesk already")
        if one.id in [other.id for other in own[:place]]:
            raise wrong_at((key, place, "id"), f"two fields are called {one.id}")


def wrong_at(place: tuple[int | str, ...], reason: str) -> ValidationError:
    """Return the error to raise in a validator where a key further down is wrong."""
    error = PydanticCustomError("format", "{reason}", {"reason": reason})
    wrong = InitErrorDetails(type=error, loc=place, input=None)
    return ValidationError.from_exception_data("format", [wrong])
