"""Emphasis as an officer types it: which stars in a paragraph are marks and which just stars.

An opening mark comes at the start of a line or after something other than a letter or digit, and no
space follows it. A closing mark is the mirror image. Between the two there is at least one letter
or digit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from unicodedata import category

from plan.papers.blocks import Text
from plan.papers.markdown import is_of_a_word, joined_runs, whole_words

_STARS = re.compile(r"\\\*|\*+")
_LONGEST_MARK = 3


@dataclass
class _Opening:
    """A mark that may start an emphasis: where it is, its length, and how much has been closed."""

    start: int
    length: int
    words_before: int
    closed: list[tuple[int, int]] = field(default_factory=list)

    @property
    def left(self) -> int:
        return self.length - sum(length for length, _ in self.closed)


@dataclass
class _Openings:
    """The marks that can still be closed, by how much of them is left, nearest last."""

    by_length: dict[int, list[_Opening]] = field(
        default_factory=lambda: {length: [] for length in range(1, _LONGEST_MARK + 1)}
    )

    def add(self, opening: _Opening) -> None:
        self.by_length[opening.left].append(opening)

    def to_close(self, length: int) -> list[tuple[_Opening, int]]:
        """Return what a closing mark closes, innermost first, and how much of each."""
        if length == _LONGEST_MARK:
            return self._to_close_both()
        same, both = self.by_length[length], self.by_length[_LONGEST_MARK]
        nearest = max((*same[-1:], *both[-1:]), key=lambda one: one.start, default=None)
        return [(nearest, length)] if nearest is not None else []

    def _to_close_both(self) -> list[tuple[_Opening, int]]:
        one, two, both = (self.by_length[length][-1:] for length in (1, 2, _LONGEST_MARK))
        nested = sorted((*one, *two), key=lambda opening: -opening.start)
        if both and (len(nested) < 2 or both[0].start > nested[1].start):  # noqa: PLR2004 - a pair
            return [(both[0], _LONGEST_MARK)]
        return [(opening, opening.left) for opening in nested] if one and two else []

    def close(self, opening: _Opening, length: int, end: int) -> None:
        """Close `length` of an opening mark at `end`; anything opened inside it is not a mark."""
        for waiting in self.by_length.values():
            while waiting and waiting[-1].start >= opening.start:
                waiting.pop()
        opening.closed.append((length, end))
        if opening.left:
            self.add(opening)


def marks_in(text: str) -> dict[int, list[int]]:
    """Return the stars in `text` that are marks: by position, what each one starts or ends.

    1 starts italic, 2 bold, 3 both; a negative number ends it.
    """
    openings, begun = _Openings(), []
    words, seen = 0, 0
    for match in _STARS.finditer(text):
        start, end = match.span()
        words += sum(map(str.isalnum, text[seen:start]))
        seen = end
        length = end - start
        if text[start] == "\\" or length > _LONGEST_MARK:
            continue
        before = text[start - 1] if start else "\n"
        after = text[end] if end < len(text) else "\n"
        closes = openings.to_close(length) if _may_close(before, after) else []
        if closes and closes[0][0].words_before < words:
            for opening, part in closes:
                openings.close(opening, part, start)
        elif _may_close(after, before, edge="Pe"):
            begun.append(_Opening(start, length, words))
            openings.add(begun[-1])
    return _whole_marks(begun)


def _whole_marks(begun: Iterable[_Opening]) -> dict[int, list[int]]:
    """Return the marks of the openings that were closed completely, and the marks closing them."""
    found: dict[int, list[int]] = {}
    broken = {end for one in begun if one.left for _, end in one.closed}
    for opening in begun:
        if not opening.left and not any(end in broken for _, end in opening.closed):
            for length, end in opening.closed:
                found.setdefault(opening.start, []).append(length)
                found.setdefault(end, []).append(-length)
    return found


def _may_close(inside: str, outside: str, edge: str = "Ps") -> bool:
    """Return whether a mark may end an emphasis, or, with its sides swapped, start one."""
    return not (inside.isspace() or category(inside) == edge or is_of_a_word(outside))


def runs_of(text: str) -> Iterator[Text]:
    """Yield the runs of a paragraph as typed; marks nested inside marks apply to words only."""
    marks = marks_in(text) if "*" in text else {}
    pieces: list[tuple[str, bool, bool]] = []
    bold = italic = 0
    seen = 0
    for match in _STARS.finditer(text):
        pieces.append((text[seen : match.start()], bold > 0, italic > 0))
        seen = match.end()
        changes = marks.get(match.start())
        if changes is None:
            pieces.append((match[0].removeprefix("\\"), bold > 0, italic > 0))
            continue
        for change in changes:
            step = 1 if change > 0 else -1
            italic += step * (abs(change) % 2)
            bold += step * (abs(change) // 2)
    pieces.append((text[seen:], bold > 0, italic > 0))
    runs = tuple(joined_runs(pieces))
    is_nested = any(_is_marked_run(a) and _is_marked_run(b) for a, b in pairwise(runs))
    return holding_words(tuple(whole_words(runs))) if is_nested else iter(runs)


def holding_words(runs: Sequence[Text]) -> Iterator[Text]:
    """Yield the runs without emphasis on parts of words, which cannot be typed."""
    for place, run in enumerate(runs):
        before = runs[place - 1].text[-1] if place else "\n"
        after = runs[place + 1].text[0] if place + 1 < len(runs) else "\n"
        holds = not (is_of_a_word(before) or is_of_a_word(after) or before == "\\")
        if holds and any(map(str.isalnum, run.text)):
            yield run
        else:
            yield Text(run.text)


def _is_marked_run(run: Text) -> bool:
    return run.bold or run.italic
