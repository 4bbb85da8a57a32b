"""Finds the words of footnotes, endnotes and comments, which stand in parts of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from importers.word.names import W
from plan.papers.blocks import Beside, BesideKind, Block

_KINDS: tuple[BesideKind, ...] = ("footnote", "endnote", "comment")
_LINES_ONLY = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_DEEPEST = 2
"""A note may have a comment; what is deeper is none of Word's."""


@dataclass
class Notes:
    """The notes of a file, each read where it is first referred to.

    `part` returns the root of a part by its kind ("footnotes"), `read` the blocks of an element
    of that part.
    """

    part: Callable[[str], Element | None]
    read: Callable[[str, Element], tuple[Block, ...]]
    _waiting: dict[BesideKind, dict[str, Element]] = field(default_factory=dict)
    _depth: int = 0

    def take(self, kind: BesideKind, number: str | None) -> Beside | None:
        """Return the note of that number; None where there is none or it was taken before."""
        if self._depth >= _DEEPEST:
            return None
        element = self._of(kind).pop(number or "", None)
        return None if element is None else self._read(kind, element)

    def left(self) -> Iterator[Beside]:
        """Yield the notes that nothing read refers to: their words are in the file all the same."""
        for kind in _KINDS:
            waiting = self._of(kind)
            while waiting:
                yield self._read(kind, waiting.pop(next(iter(waiting))))

    def _read(self, kind: BesideKind, element: Element) -> Beside:
        self._depth += 1
        note = Beside(kind, self.read(f"{kind}s", element))
        self._depth -= 1
        return note

    def _of(self, kind: BesideKind) -> dict[str, Element]:
        if kind not in self._waiting:
            root = self.part(f"{kind}s")
            found: dict[str, Element] = {}
            for element in () if root is None else root.iterfind(W + kind):
                if element.get(W + "type") not in _LINES_ONLY:
                    number = element.get(W + "id", "")
                    found[number if number not in found else f"{number} {len(found)}"] = element
            self._waiting[kind] = found
        return self._waiting[kind]
