"""Finds words in a text: whole, in part, or a word that is nearly the same; and their sentence.

Quotation marks and hyphens match whichever way they were typed, and any run of spaces matches any
other, as Word's own search does.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

Span: TypeAlias = tuple[int, int]
"""Where something starts and ends in a text."""

WORD = re.compile(r"\w+(?:['’‘‐‑-]\w+)*")
_SPELLINGS = {"'": "['’‘ʼ]", '"': '["“”„]', "-": "[-‐‑]"}
_PLAIN = str.maketrans("’‘ʼ“”„‐‑", "'''\"\"\"--")
_ENDS = re.compile(r"(?<=[.!?])(?:[\"”’')\]])*[^\S\n]+(?=[^\W_a-zà-öø-ÿ]|[“\"'‘(£\[])|\n")
_NO_END = re.compile(
    r"(?:^|[\s(\[“])(?:[^\W\d_]|e\.g|i\.e|mr|mrs|ms|dr|st|no|nos|para|paras|pp|vol|cf|vs|"
    r"prof|cllr|fig|ref|dept)\.$",
    re.IGNORECASE,
)
"""What ends with a full stop and no sentence: an initial, "e.g."."""
_NUMBER = re.compile(r"\s*\d{1,3}\.")
"""The number of a paragraph, which stands before its first sentence."""
_LOOK_BACK = 12
"""Characters: what may stand before a full stop that ends no sentence is shorter."""
_LETTERS = 64


class Wanted(NamedTuple):
    """What is looked for; `whole_word` and `same_case` say how strictly."""

    text: str
    whole_word: bool = False
    same_case: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed but spaces."""
        return not self.text.strip()


def folded(text: str) -> str:
    """Return a text as it is compared: whatever its case, quotation marks and hyphens."""
    return text.translate(_PLAIN).casefold()


def says_words(said: str, typed: str) -> bool:
    """Return whether a text says each of the typed words, in any order and any part of a word."""
    text = folded(said)
    return all(word in text for word in folded(typed).split())


def spans_of(wanted: Wanted, text: str) -> Iterator[Span]:
    """Yield where the wanted words stand in a text, from left to right."""
    yield from (match.span() for match in _pattern(wanted).finditer(text))


def is_whole_word(text: str, span: Span) -> bool:
    """Return whether no letter or digit goes on before or after what stands there."""
    start, end = span
    goes_on_before = start > 0 and _is_word(text[start - 1]) and _is_word(text[start])
    goes_on_after = end < len(text) and _is_word(text[end]) and _is_word(text[end - 1])
    return not (goes_on_before or goes_on_after)


@lru_cache(maxsize=32)
def _pattern(wanted: Wanted) -> re.Pattern[str]:
    words = wanted.text.translate(_PLAIN).split()
    spelt = ("".join(_SPELLINGS.get(sign, re.escape(sign)) for sign in word) for word in words)
    pattern = r"[^\S\n]+".join(spelt)
    if wanted.whole_word and words:
        before = r"(?<!\w)" if _is_word(words[0][0]) else ""
        after = r"(?!\w)" if _is_word(words[-1][-1]) else ""
        pattern = f"{before}{pattern}{after}"
    return re.compile(pattern or r"(?!)", 0 if wanted.same_case else re.IGNORECASE)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return where each sentence of a text starts and ends; a line's end ends it too."""
    spans, start = [], 0
    for match in _ENDS.finditer(text):
        if match[0] != "\n" and _is_no_end(text, start, match.start()):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return tuple(spans)


def _is_no_end(text: str, start: int, stop: int) -> bool:
    """Return whether what stands before `stop` ends no sentence that began at `start`."""
    before = text[max(start, stop - _LOOK_BACK) : stop]
    return bool(_NO_END.search(before) or _NUMBER.fullmatch(text, start, stop))


def replacement(wanted: Wanted, found: str, new: str) -> str:
    """Return what stands in the place of `found`: `new`, with a capital where `found` has one.

    A word typed small on both sides is found at the start of a sentence too, and stays a start.
    """
    small = wanted.text.strip()[:1].islower() and new[:1].islower()
    is_capital = found[:1].isupper() and not found[1:2].isupper()
    return new[:1].upper() + new[1:] if small and is_capital and not wanted.same_case else new


# Words that are nearly the same


class Vocabulary:
    """The words of some texts, each folded, among which near ones are found quickly."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[tuple[str, int]]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append((word, _letters_in(word)))

    def near(self, word: str) -> tuple[str, ...]:
        """Return the words that differ from a folded word in a letter or two, and not the word.

        Of four letters or fewer none is near, of seven or fewer what differs in one: a letter more,
        less or another, or two that have changed places.
        """
        most = edits_allowed(word)
        if not most:
            return ()
        letters = _letters_in(word)
        return tuple(
            other
            for length in range(len(word) - most, len(word) + most + 1)
            for other, has in self._by_length.get(length, ())
            if other != word
            and (letters ^ has).bit_count() <= 2 * most
            and are_within(word, other, most)
        )


_ONE_EDIT, _TWO_EDITS = 5, 8
"""Letters from which a word may differ in one place, and in two."""


def edits_allowed(word: str) -> int:
    """Return in how many letters a word may differ from another and be near it."""
    if not any(map(str.isalpha, word)):
        return 0
    return (len(word) >= _ONE_EDIT) + (len(word) >= _TWO_EDITS)


def _letters_in(word: str) -> int:
    """Return the letters of a word as bits, of which an edit changes at most two."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % _LETTERS)
    return bits


def are_within(one: str, other: str, most: int) -> bool:
    """Return whether at most so many edits make one word the other; a swap counts as one."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if abs(len(one) - len(other)) > most:
        return False
    two_before: list[int] = []
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, there in enumerate(other, 1):
            cost = min(before[column] + 1, line[-1] + 1, before[column - 1] + (letter != there))
            is_swap = (
                row > 1 and column > 1 and (letter, there) == (other[column - 2], one[row - 2])
            )
            line.append(min(cost, two_before[column - 2] + 1) if is_swap else cost)
        if min(line) > most:
            return False
        two_before, before = before, line
    return before[-1] <= most
