"""Finds the words of footnotes, endnotes and comments, which stand in parts of their own.

The replies to a comment are comments too; they are read below it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from importers.word.names import W14, W15, W
from plan.papers.blocks import Beside, BesideKind, Block

_KINDS: tuple[BesideKind, ...] = ("footnote", "endnote", "comment")
_LINES_ONLY = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_ON = frozenset({"1", "true", "on"})
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
    _threads: dict[str, list[str]] = field(default_factory=dict)
    """The numbers of the replies to each comment that has any."""
    _firsts: dict[str, str] = field(default_factory=dict)
    """The number of the comment that each reply is one to."""
    _resolved: set[str] = field(default_factory=set)
    """The numbers of the comments that are marked as resolved."""
    _depth: int = 0

    def take(self, kind: BesideKind, number: str | None) -> Beside | None:
        """Return the note of that number; None where there is none or it was taken before."""
        if self._depth >= _DEEPEST:
            return None
        waiting = self._of(kind)
        asked = self._first(kind, number or "")
        return self._read(kind, asked) if asked in waiting else None

    def left(self) -> Iterator[Beside]:
        """Yield the notes that nothing read refers to: their words are in the file all the same."""
        for kind in _KINDS:
            waiting = self._of(kind)
            while waiting:
                yield self._read(kind, self._first(kind, next(iter(waiting))))

    def _first(self, kind: BesideKind, number: str) -> str:
        """Return the comment that a reply is one to, where it was not read yet; else `number`."""
        first = self._firsts.get(number, number) if kind == "comment" else number
        return first if first in self._of(kind) else number

    def _read(self, kind: BesideKind, number: str) -> Beside:
        """Return a note that is waiting, with the replies to it that are."""
        waiting = self._of(kind)
        replies = self._threads.get(number, ()) if kind == "comment" else ()
        elements = [waiting.pop(one) for one in (number, *replies) if one in waiting]
        self._depth += 1
        blocks = tuple(block for one in elements for block in self.read(f"{kind}s", one))
        self._depth -= 1
        is_resolved = kind == "comment" and number in self._resolved
        return Beside(kind, blocks, is_resolved=is_resolved)

    def _of(self, kind: BesideKind) -> dict[str, Element]:
        if kind not in self._waiting:
            root = self.part(f"{kind}s")
            found: dict[str, Element] = {}
            for element in () if root is None else root.iterfind(W + kind):
                if element.get(W + "type") not in _LINES_ONLY:
                    number = element.get(W + "id", "")
                    found[number if number not in found else f"{number} {len(found)}"] = element
            self._waiting[kind] = found
            if kind == "comment" and found:
                self._firsts = _firsts(dict(self._replies(found)))
                for reply in filter(self._firsts.get, found):
                    self._threads.setdefault(self._firsts[reply], []).append(reply)
        return self._waiting[kind]

    def _replies(self, comments: dict[str, Element]) -> Iterator[tuple[str, str]]:
        """Yield the number of each reply with that of the comment above it; note the resolved."""
        root = self.part("commentsExtended")
        if root is None:
            return
        numbers = {
            named: number
            for number, comment in comments.items()
            for paragraph in comment.iter(W + "p")
            if (named := paragraph.get(W14 + "paraId"))
        }
        for element in root.iterfind(W15 + "commentEx"):
            reply = numbers.get(element.get(W15 + "paraId", ""))
            if reply is not None and element.get(W15 + "done") in _ON:
                self._resolved.add(reply)
            above = numbers.get(element.get(W15 + "paraIdParent", ""))
            if reply is not None and above is not None:
                yield reply, above


def _firsts(above: dict[str, str]) -> dict[str, str]:
    """Return the first comment of the thread of each reply; `above` is what it replies to."""
    firsts: dict[str, str] = {}
    for reply in above:
        path, last = {reply: None}, reply
        while last in above and last not in firsts:
            last = above[last]
            if last in path:
                break
            path[last] = None
        first = firsts.get(last, last)
        firsts.update(dict.fromkeys(path, first))
    return {reply: first for reply, first in firsts.items() if reply != first}
