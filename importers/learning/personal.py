"""The gate before a format is written: no name, telephone, e-mail or text of a paper goes through.

What a draft was made of stood in the place of a label. Its words are searched once more all the
same: for the names that the paper has where names stand, for addresses and numbers by which people
are reached, and for what the paper says in the place of an answer.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from importers.learning.asked import Asked
from plan.text.clean import clean_line
from plan.text.line_breaks import shortened

E_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(
    r"(?<![\w/.-])(?:\+44[ \u00a0]?(?:\(0\))?[ \u00a0]?|\(?0)\d{2,4}\)?"
    r"(?:[ \u00a0-]?\d{2,4}){2,3}(?![\w/-])"
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Cllr|Councillor|Provost|Baillie|Sir|Dame|Lord|Lady)\.?"
    r" (?:[A-Z][\w’'-]+\.? ?){1,3}"
)
_SIGNED = re.compile(
    r"\b(?i:contact|prepared by|author|written by|signed by|approved by)[:\s]+"
    r"(?P<name>[A-Z][a-z’'-]+(?: [A-Z][\w’'-]*){1,2})"
)
_LEAST_NAME = 5
_LEAST_TEXT = 30
"""Characters of an answer that are found again in a label: a shorter one may be the same word."""
GONE = "…"
"""What stands where something was taken out."""


@dataclass(frozen=True)
class Personal:
    """Finds what belongs to a person or to one paper in the words of a format.

    `people` are the names that the paper has where names stand, `texts` what it answers.
    """

    people: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    _names: tuple[re.Pattern[str], ...] = field(init=False, default=(), repr=False)
    _said: tuple[str, ...] = field(init=False, default=(), repr=False)

    def __post_init__(self) -> None:
        """Make a pattern of each name, the longest first, and clean what is said, line by line."""
        names = sorted({clean_line(one) for one in self.people}, key=len, reverse=True)
        patterns = (
            re.compile(rf"(?<!\w){re.escape(one)}(?!\w)", re.IGNORECASE)
            for one in names
            if len(one) >= _LEAST_NAME
        )
        object.__setattr__(self, "_names", tuple(patterns))
        lines = dict.fromkeys(clean_line(one) for text in self.texts for one in text.split("\n"))
        object.__setattr__(self, "_said", tuple(one for one in lines if len(one) >= _LEAST_TEXT))

    def found_in(self, text: str) -> Iterator[str]:
        """Yield the pieces of a text that belong to a person, or to this paper only."""
        for pattern in (E_MAIL, TELEPHONE, _TITLED, *self._names):
            yield from (match[0].strip() for match in pattern.finditer(text))
        yield from (match["name"] for match in _SIGNED.finditer(text))
        line = clean_line(text)
        for said in self._said:
            if said in line:
                yield said

    def is_free(self, text: str) -> bool:
        """Return whether a text holds nothing of the kind."""
        return next(self.found_in(text), None) is None

    def without(self, value: Any, asked: Asked, place: str = "") -> Any:
        """Return a format without what was found, but for what the officer agrees to keep."""
        if isinstance(value, Mapping):
            return {key: self.without(one, asked, _below(place, key)) for key, one in value.items()}
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [self.without(one, asked, place) for one in value]
        return self._cleared(value, asked, place) if isinstance(value, str) else value

    def _cleared(self, text: str, asked: Asked, place: str) -> str:
        found = list(dict.fromkeys(self.found_in(text)))
        if not found or asked.yes("personal", place, text, usual=False):
            return text
        for piece in found:
            text = text.replace(piece, GONE)
        return shortened(text, 10_000)


def _below(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
