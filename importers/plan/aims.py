"""Finds the aim above a table, and separates its number from its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan.council.format import Format
from plan.papers.blocks import Paragraph
from plan.text.clean import clean_line

_WORDS = "aim|priority|objective|outcome|recommendation|theme|goal|improvement area|priority area"
_NAMED = re.compile(
    rf"(?:{_WORDS}) (?:no\.? )?(\d{{1,2}})(?:(?: ?[:.)–—-])(?: |$)|$)", re.IGNORECASE
)
_NUMBERED = re.compile(r"(\d{1,2})(?:\.0)?[.:)](?: |$)|(\d{1,2})(?:\.0)? [–—-] ")
_NUMBER_IN_LABEL = re.compile(r"(\d{1,2})(?:\.0)?[.:)]?$")
_CONTINUED = re.compile(r"[\s,–—-]*\(?(?:continued|cont\.?|cont[’']d\.?)\)?\.?$", re.IGNORECASE)


@dataclass(frozen=True)
class PrintedAim:
    """An aim as printed: `number` is None where the paper prints none."""

    text: str
    number: int | None = None

    def is_same(self, other: "PrintedAim") -> bool:
        """Return whether this is `other` again, repeated above a further table of the same aim."""
        return self.text.casefold() == other.text.casefold() and self.number == other.number


def printed_aim(text: str, label: str, council: Format) -> PrintedAim:
    """Return an aim with its number, and its text without the "Aim 1:" or "1." before it.

    `label` is the number that Word computed for the paragraph.
    """
    line = _CONTINUED.sub("", clean_line(text))
    match = _own_pattern(council).fullmatch(line)
    if match is not None:
        return PrintedAim(match["text"].strip(), int(match["number"]))
    match = _NAMED.match(line) or _NUMBERED.match(line)
    if match is not None:
        return PrintedAim(line[match.end() :].strip(), int(next(filter(None, match.groups()))))
    computed = _NUMBER_IN_LABEL.search(label)
    return PrintedAim(line, int(computed[1]) if computed else None)


def aim_place(paragraphs: Sequence[Paragraph], council: Format) -> int | None:
    """Return which of the paragraphs above a table begins its aim; None where there are none.

    It is the last one that is numbered or a heading, else the last of all.
    """
    marked = [
        place
        for place, paragraph in enumerate(paragraphs)
        if paragraph.role.startswith("heading")
        or printed_aim(paragraph.text, paragraph.label, council).number is not None
    ]
    if marked:
        return marked[-1]
    return len(paragraphs) - 1 if paragraphs else None


def own_aim(text: str, council: Format) -> PrintedAim:
    """Return the aim of a heading that this program printed."""
    heading = council.plan.aim_heading
    pattern = re.escape(heading).replace(re.escape("{number}"), r"(?P<number>\d+)", 1)
    pattern = pattern.replace(re.escape("{text}"), r"(?P<text>.*)", 1)
    line = clean_line(text)
    match = re.fullmatch(pattern, line) or re.fullmatch(pattern, f"{line} ")
    if match is None:
        return PrintedAim(line)
    found = match.groupdict()
    number = found.get("number")
    return PrintedAim((found.get("text") or "").strip(), int(number) if number else None)


def _own_pattern(council: Format) -> re.Pattern[str]:
    """Return a pattern for aims as the format prints them; it matches nothing without a number."""
    heading = council.plan.aim_heading
    if "{number}" not in heading or "{text}" not in heading:
        return re.compile(r"(?!)(?P<number>)(?P<text>)")
    pattern = re.escape(heading)
    pattern = pattern.replace(re.escape("{number}"), r"(?P<number>\d{1,2})", 1)
    pattern = pattern.replace(re.escape("{text}"), r"(?P<text>.*)", 1)
    return re.compile(pattern, re.IGNORECASE)
