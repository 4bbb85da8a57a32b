"""What a field of a row may hold, and how one is described.

`plan.model.fields` describes with it the fields of each kind of row.
"""

from dataclasses import dataclass, field, is_dataclass
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    cast,
    dataclass_transform,
)

from pydantic import AfterValidator, StringConstraints
from pydantic import Field as Constraint

from plan.text.clean import UNSAFE
from plan.text.patterns import late_pattern

LINE_LIMIT = 10_000
"""Most characters in a one-line field or a list item."""
PROSE_LIMIT = 100_000
"""Most characters in a prose field, counted as they were typed."""
_NOT_TYPED = late_pattern(r"\\(?=[\\*_.)+-])|(?<=\n) +")
"""What Markdown adds to a text: backslashes before marks, and indents in lists."""
ITEMS_LIMIT = 1_000
"""Most items in a list."""
QUESTION_LIMIT = 47
"""Most characters in the id of a form's question, which leaves room for the answer's id."""

# What a field may hold, as checked in the plan file

FormatKey: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+$", min_length=1, max_length=40)
]
Line: TypeAlias = Annotated[
    str, StringConstraints(pattern=f"^[^\n{UNSAFE}]*$", max_length=LINE_LIMIT)
]
Lines: TypeAlias = Annotated[
    str, StringConstraints(pattern=f"^[^{UNSAFE}]*$", max_length=LINE_LIMIT)
]


def _fits_as_typed(text: str) -> str:
    """Return `text`; raise ValueError if it is longer, as typed, than a field may hold."""
    if len(text) > PROSE_LIMIT and len(_NOT_TYPED.sub("", text)) > PROSE_LIMIT:
        raise ValueError(f"longer than {PROSE_LIMIT:,} characters")
    return text


Prose: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=f"^[^{UNSAFE}]*$", max_length=3 * PROSE_LIMIT),
    AfterValidator(_fits_as_typed),
]
Items: TypeAlias = Annotated[tuple[Line, ...], Constraint(max_length=ITEMS_LIMIT)]
Cells: TypeAlias = Annotated[
    tuple[
        tuple[
            Line,
            Annotated[str, StringConstraints(pattern=f"^[^{UNSAFE}]*$", max_length=PROSE_LIMIT)],
        ],
        ...,
    ],
    Constraint(max_length=ITEMS_LIMIT),
]
"""Pairs of a heading and what stands below it."""

Values: TypeAlias = Annotated[
    tuple[
        Annotated[str, StringConstraints(pattern=f"^[^\n{UNSAFE}]*$", max_length=8 * PROSE_LIMIT)],
        ...,
    ],
    Constraint(max_length=ITEMS_LIMIT),
]
"""Values of a field, each written in JSON on one line."""

PACKED_LIMIT = 64 * 1024 * 1024
"""Most characters of something packed."""
Packed: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_=-]*$", max_length=PACKED_LIMIT)
]
"""Bytes, packed and written in letters and digits."""

PictureName: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[0-9a-f]{64}\.(?:png|jpeg|gif)$")
]
"""The name of a picture's file: the SHA-256 of what it holds, and its kind."""

# What a field is

FieldKind: TypeAlias = Literal[
    "line",
    "date",
    "lines",
    "pages",
    "timescale",
    "prose",
    "answer",
    "items",
    "lists",
    "ticks",
    "choice",
    "key",
    "ref",
    "cells",
]
"""What a field holds, which decides how it is cleaned, shown, typed and read.

`line`: one line. `date`: one line, a date in words. `lines`: short lines. `pages`: lines read as
pages. `timescale`: lines read as a timescale. `prose`: Markdown. `answer`: prose or a line, as the
form asks. `items`: a list, one item per line. `lists`: which of the row's lists have bullets.
`ticks`: ids of boxes. `choice`: one of a few words. `key`: an id in a format or a form. `ref`: one
line, printed in the column of the refs. `cells`: headings, each with what stands below it.
"""


class Description(NamedTuple):
    """What a field is: its kind, and its label if the council's format gives none.

    A field without a label goes by its own name.
    """

    kind: FieldKind
    label: str = ""


ShapeT = TypeVar("ShapeT")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def shape(kind: type[ShapeT]) -> type[ShapeT]:
    """Turn a class of described fields into one that rows and outlines can inherit and extend."""
    extends_a_shape = is_dataclass(kind)
    made: Any = dataclass(frozen=extends_a_shape, init=False, eq=False, repr=False)(kind)
    # Rows and outlines each refuse a change in their own way: a shape is only said to be frozen.
    # The methods of one that is would be compiled in each start of plandesk.
    if extends_a_shape:
        del made.__setattr__, made.__delattr__
    made.__dataclass_params__.frozen = True
    return cast("type[ShapeT]", made)
