"""The state that the reader's modules share while a file is read."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal, TypeAlias

from importers.word.archive import too_deep
from importers.word.notes import Notes
from importers.word.numbering import Numbering
from importers.word.pictures import Pictures
from importers.word.styles import Styles
from plan.papers.blocks import Beside, BesideKind

DEEPEST = 60
"""How deep elements may be nested; papers need about ten."""

Seen: TypeAlias = Literal[
    "inserted",
    "deleted",
    "deleted row",
    "merged",
    "prompt",
    "control",
    "picture",
    "note",
    "comment",
    "nested table",
    "struck",
    "formula",
    "embedded",
    "symbol",
    "hidden",
    "worked out",
    "coloured",
]


@dataclass
class Reading:
    """The styles and lists of the file, and a count of what the officer should hear about.

    `part` is the kind of the part that is read just now ("footnotes"), empty for the body, `links`
    returns the addresses that a part links to.
    """

    path: Path
    styles: Styles
    numbering: Numbering
    links: Callable[[str], Mapping[str, str]]
    seen: Counter[Seen] = field(default_factory=Counter)
    tables: int = 0
    part: str = ""
    notes: Notes | None = None
    pictures: "Pictures | None" = None
    places: Iterator[tuple[int]] = field(default_factory=lambda: zip(count()))
    """The number of each next paragraph, by which it is known again: see `Paragraph`."""

    def check_depth(self, depth: int) -> None:
        """Raise UnreadableError where elements are nested deeper than in any paper."""
        if depth > DEEPEST:
            raise too_deep(self.path)

    def note(self, kind: BesideKind, number: str | None) -> Beside | None:
        """Return a footnote, endnote or comment at its first reference, None at any other."""
        note = None if self.notes is None else self.notes.take(kind, number)
        return None if note is None else self._counted(note)

    def left_notes(self) -> Iterator[Beside]:
        """Yield the notes that nothing read refers to."""
        yield from () if self.notes is None else map(self._counted, self.notes.left())

    def _counted(self, note: Beside) -> Beside:
        self.seen["comment" if note.kind == "comment" else "note"] += 1
        return note

    def address_of(self, number: str | None) -> str:
        """Return what a link of the part leads to, empty where it leads to a place in the paper."""
        return self.links(self.part).get(number, "") if number else ""
