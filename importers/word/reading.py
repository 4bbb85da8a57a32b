"""The state that the reader's modules share while a file is read."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from importers.word.archive import too_deep
from importers.word.numbering import Numbering
from importers.word.styles import Styles

DEEPEST = 60
"""How deep elements may be nested; papers need about ten."""

Seen: TypeAlias = Literal[
    "inserted",
    "deleted",
    "deleted row",
    "merged",
    "text box",
    "picture",
    "note",
    "formula",
    "embedded",
    "symbol",
    "hidden",
    "worked out",
]


@dataclass
class Reading:
    """The styles and lists of the file, and a count of what the officer should hear about."""

    path: Path
    styles: Styles
    numbering: Numbering
    seen: Counter[Seen] = field(default_factory=Counter)

    def check_depth(self, depth: int) -> None:
        """Raise UnreadableError where elements are nested deeper than in any paper."""
        if depth > DEEPEST:
            raise too_deep(self.path)
