"""The lists of Word in which items stand that an officer typed: each sign as it was typed.

The name of a list's definition says how its items were typed, for the reader: each as a paragraph
of its own, as the lines of one paragraph, or as further lines of the paragraph above.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporters.word.text import attribute
from plan.papers.blocks import Role
from plan.papers.typed_lists import TypedItem

Typed: TypeAlias = Literal["typed items", "typed lines", "typed lines below"]
_FORMATS = {
    "": "bullet",
    "number": "decimal",
    "letter": "lowerLetter",
    "LETTER": "upperLetter",
    "roman": "lowerRoman",
}
_INDENTS: Mapping[Role, tuple[int, int]] = {
    "plan-cell": (0, 340),
    "form-answer": (0, 340),
    "numbered-text": (851, 425),
}
"""How far in a list stands, and each of its levels, in twentieths of a point."""
_USUAL = (0, 425)


@dataclass
class TypedList:
    """A list of Word while its items are written: how each level counts, and what comes next."""

    number: int
    typed: Typed
    levels: dict[int, TypedItem] = field(default_factory=dict)
    expected: dict[int, int] = field(default_factory=dict)

    def takes(self, item: TypedItem) -> bool:
        """Return whether an item is the next of this list."""
        goes_on = self.typed != "typed items"
        is_typed_so = item.goes_on == goes_on and (goes_on or not item.has_more)
        if item.begins or not is_typed_so:
            return False
        depth = item.bullet or 0
        if depth not in self.levels:
            return True
        known, own = self.levels[depth].counted, item.counted
        alike = (known.family, known.before, known.after) == (own.family, own.before, own.after)
        return alike and (not own.family or own.number == self.expected[depth])

    def take(self, item: TypedItem) -> None:
        """Count an item; what is deeper begins anew below it."""
        depth = item.bullet or 0
        self.levels.setdefault(depth, item)
        self.expected[depth] = item.counted.number + 1
        for deeper in self.levels:
            if deeper > depth:
                self.expected[deeper] = self.levels[deeper].counted.number

    def xml(self, definition: int) -> tuple[str, str]:
        """Return the definition of the list, with that number, and the list itself."""
        levels = "".join(self._level_xml(*one) for one in sorted(self.levels.items()))
        kind = f'<w:abstractNum w:abstractNumId="{definition}">'
        kind += f'<w:nsid w:val="5E1D{definition:04X}"/><w:multiLevelType w:val="multilevel"/>'
        kind += (
            f'<w:tmpl w:val="5E2D{definition:04X}"/><w:name w:val="{self.typed} {self.number}"/>'
        )
        own = f'<w:num w:numId="{self.number}"><w:abstractNumId w:val="{definition}"/></w:num>'
        return f"{kind}{levels}</w:abstractNum>", own

    def _level_xml(self, depth: int, item: TypedItem) -> str:
        left, step = _INDENTS.get(item.role, _USUAL)
        counted = item.counted
        count = f"%{depth + 1}" if counted.family else ""
        words = attribute(f"{counted.before}{count}{counted.after}")
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{counted.number or 1}"/>'
            f'<w:numFmt w:val="{_FORMATS[counted.family]}"/><w:lvlText w:val="{words}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left + step * (depth + 1)}" '
            f'w:hanging="{step}"/></w:pPr></w:lvl>'
        )


def typed_by(item: TypedItem) -> Typed:
    """Return how the items of a list were typed that begins with this one."""
    if item.goes_on:
        return "typed lines below"
    return "typed lines" if item.has_more else "typed items"
