"""Finds the words of read paragraphs, and of what was made of them, again in the file."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from importers.account.file_words import SOFT_HYPHEN, WORD
from importers.account.listing import SHOWN

_LOOK_AHEAD = 60
"""How many paragraphs on it is looked where two lists of paragraphs agree again."""
_MOST_COMPARED = 4_000_000
"""Pairs of words up to which two stretches are compared with all care."""
_MARKDOWN = str.maketrans("", "", "*\\")


class Place(NamedTuple):
    """A word of the file: the place of its paragraph, and its own place in that."""

    paragraph: int
    word: int


def letters(text: str) -> str:
    """Return the letters and digits of a text, the same however they are put together or cased."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace(SOFT_HYPHEN, "").casefold())
    return "".join(WORD.findall(text.casefold()))


def letters_of_words(text: str) -> list[str]:
    """Return the letters and digits of each word of a text."""
    if text.isascii():
        return WORD.findall(text.lower())
    return list(map(letters, WORD.findall(text)))


def plain_words(markdown: str) -> str:
    """Return a text without the marks that Markdown may put inside a word."""
    return markdown.translate(_MARKDOWN)


@dataclass
class Text:
    """Words of the file in a row, as one string of letters; `places` has the place of each word."""

    places: list[Place] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def add(self, other: "Text") -> None:
        """Add the words of another text behind these."""
        self.places += other.places
        self.pieces += other.pieces

    @property
    def letters(self) -> str:
        """All letters."""
        return "".join(self.pieces)

    def found(self, said: str) -> Iterator[Place]:
        """Yield the places of the words that `said` says, in order, as far as they are here."""
        wanted = letters(plain_words(said))
        if not wanted:
            return
        own = self.letters
        if wanted == own:
            yield from self.places
            return
        starts = self._starts()
        start = _found_at(own, wanted, starts)
        if start is not None:
            yield from self._between(start, start + len(wanted), starts)
            return
        words = [letters(word) for word in WORD.findall(plain_words(said))]
        for place, _ in alike_words(self.pieces, words):
            yield self.places[place]

    def found_each(self, texts: Sequence[str]) -> Iterator[Place]:
        """Yield the places of the words of several texts, in whatever order they stand here."""
        own, starts = self.letters, self._starts()
        free = [True] * len(starts)
        for text in texts:
            wanted = letters(plain_words(text))
            first, last = self._free_stretch(own, wanted, starts, free)
            numbers: Iterable[int] = range(first, last)
            if first == last and wanted:
                left = [number for number, is_free in enumerate(free) if is_free]
                words = [letters(word) for word in WORD.findall(plain_words(text))]
                pairs = alike_words([self.pieces[number] for number in left], words)
                numbers = [left[place] for place, _ in pairs]
            for number in numbers:
                free[number] = False
                yield self.places[number]

    def _free_stretch(
        self, own: str, wanted: str, starts: Sequence[int], free: Sequence[bool]
    ) -> tuple[int, int]:
        """Return the first and last word of the first stretch that says this and is free."""
        at = own.find(wanted) if wanted else -1
        while at >= 0:
            first, last = bisect_left(starts, at), bisect_left(starts, at + len(wanted))
            if first < len(starts) and starts[first] == at and all(free[first:last]):
                return first, last
            at = own.find(wanted, at + 1)
        return 0, 0

    def _starts(self) -> list[int]:
        starts, at = [], 0
        for piece in self.pieces:
            starts.append(at)
            at += len(piece)
        return starts

    def _between(self, start: int, end: int, starts: Sequence[int]) -> Iterator[Place]:
        for place, piece, at in zip(self.places, self.pieces, starts, strict=True):
            if start <= at and at + len(piece) <= end:
                yield place


class Search:
    """Looks for values that no reader noted, in all that was read."""

    def __init__(self, texts: dict[int, Text]) -> None:
        self._places: list[Place] = []
        self._numbers: list[int] = []
        self._starts: list[int] = []
        pieces: list[str] = []
        at = 0
        for number, text in sorted(texts.items(), key=lambda one: one[0]):
            self._places += text.places
            pieces += text.pieces
            for piece in text.pieces:
                self._numbers.append(number)
                self._starts.append(at)
                at += len(piece)
        self._letters = "".join(pieces)

    def places_of(self, text: str, after: int, went: list[bytearray]) -> list[Place]:
        """Return the words of `text`, the first that are free from paragraph `after` on."""
        wanted = letters(plain_words(text))
        if not wanted:
            return []
        first = bisect_left(self._numbers, after)
        begin = self._starts[first] if first < len(self._starts) else len(self._letters)
        return self._free(wanted, begin, went) or self._free(wanted, 0, went)

    def _free(self, wanted: str, begin: int, went: list[bytearray]) -> list[Place]:
        at = self._letters.find(wanted, begin)
        while at >= 0:
            first = bisect_left(self._starts, at)
            last = bisect_left(self._starts, at + len(wanted))
            if first < len(self._starts) and self._starts[first] == at:
                places = self._places[first:last]
                if all(went[place.paragraph][place.word] == SHOWN for place in places):
                    return places
            at = self._letters.find(wanted, at + 1)
        return []


def _found_at(own: str, wanted: str, starts: Iterable[int]) -> int | None:
    """Return where `wanted` begins in `own`: at the beginning of a word, if at all."""
    start = own.find(wanted)
    if start < 0:
        return None
    firsts = frozenset(starts)
    while start >= 0 and start not in firsts:
        start = own.find(wanted, start + 1)
    return start if start >= 0 else None


def agreeing(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Yield the runs of both lists that belong together, in order: pairs that are equal, and gaps.

    Both are nearly the same list. Where they differ it is looked a little ahead for the nearest
    place at which they agree again, so that the work grows with their length alone.
    """
    a = b = 0
    begun = 0, 0
    while a < len(ours) and b < len(theirs):
        if ours[a] != theirs[b]:
            step = _next_agreement(ours, theirs, a, b)
            a, b = a + step[0], b + step[1]
            continue
        if begun != (a, b):
            yield range(begun[0], a), range(begun[1], b)
        yield range(a, a + 1), range(b, b + 1)
        a, b = a + 1, b + 1
        begun = a, b
    if begun != (len(ours), len(theirs)):
        yield range(begun[0], len(ours)), range(begun[1], len(theirs))


def _next_agreement(ours: Sequence[str], theirs: Sequence[str], a: int, b: int) -> tuple[int, int]:
    """Return how far on in each list they agree again; one step in both where they do not."""
    joined = _joined(ours[a], theirs, b)
    if joined:
        return 1, joined
    ahead: dict[str, int] = {}
    for step, line in enumerate(theirs[b : b + _LOOK_AHEAD]):
        ahead.setdefault(line, step)
    best: tuple[int, int] | None = None
    for step, line in enumerate(ours[a : a + _LOOK_AHEAD]):
        other = ahead.get(line)
        if other is not None and (best is None or step + other < sum(best)):
            best = step, other
    return best or (1, 1)


def _joined(whole: str, parts: Sequence[str], start: int) -> int:
    """Return how many parts say together what one text says, 0 where they do not.

    Word joins two paragraphs where the mark between them was deleted. One that is read with other
    signs between its letters, as a formula is, says the same by itself.
    """
    left = letters(whole)
    for count, part in enumerate(parts[start : start + _LOOK_AHEAD], 1):
        said = letters(part)
        if not left.startswith(said):
            return 0
        left = left[len(said) :]
        if not left:
            return count
    return 0


def alike_words(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of words, by their places, that two stretches of text have in common."""
    if len(ours) * len(theirs) > _MOST_COMPARED:
        yield from _alike_in_order(ours, theirs)
        return
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for block in matcher.get_matching_blocks():
        yield from zip(
            range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True
        )


def _alike_in_order(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield such pairs in one pass over both: each word is paired with the next one alike."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(theirs):
        places.setdefault(word, []).append(place)
    last = -1
    for place, word in enumerate(ours):
        alike = places.get(word, [])
        found = bisect_right(alike, last)
        if found < len(alike):
            last = alike[found]
            yield place, last


def same_letters(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each word of theirs with that of ours in which it begins; all letters are the same.

    Word joins two paragraphs where the mark between them was deleted, and then two words as well.
    """
    place = end = 0
    start = 0
    for other, word in enumerate(theirs):
        while place < len(ours) and start >= end:
            end += len(ours[place])
            place += 1
        yield place - 1, other
        start += len(word)
