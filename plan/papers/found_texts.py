"""Finds words in every text of a plan: whole words first, then parts of words, then near ones.

What is found is told by the sentence. The marks of emphasis are no part of it: words are found
across them, and where others take their place the marks stay balanced.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import Literal, NamedTuple, TypeAlias

from plan.model.fields import SHAPES, described
from plan.model.plan import Plan
from plan.papers.emphasis import marks_in
from plan.papers.places import action_place
from plan.papers.plan_texts import OWN_HEADING, TABLE_CELL, PlanText
from plan.text.word_search import (
    WORD,
    Span,
    Vocabulary,
    Wanted,
    folded,
    is_whole_word,
    replacement,
    sentence_spans,
    spans_of,
)

Kind: TypeAlias = Literal["ref", "word", "part", "near"]
"""How well something fits: the action's own ref, whole words, parts of words, near words."""
KINDS: tuple[Kind, ...] = ("ref", "word", "part", "near")
_LEAST_OF_NEAR = 3
"""Letters of a word that may be a part of another, where several are looked for in a sentence."""
_PIECE = re.compile(r"\w+")
_BULLET = re.compile(r"\s*[-*]\s+(?=\S)")


class Found(NamedTuple):
    """A sentence of a plan in which something was found.

    `at` and `words` are where the sentence stands in the text without its marks of emphasis and
    where the words stand there.
    """

    text: "SearchedText"
    kind: Kind
    at: Span
    words: tuple[Span, ...]

    @property
    def rank(self) -> int:
        """How well it fits, the best first: 0 is the action's own ref."""
        return KINDS.index(self.kind)

    @property
    def is_near(self) -> bool:
        """Whether no word is as it was typed, or the words do not stand together."""
        return self.kind == "near"

    @property
    def is_said(self) -> bool:
        """Whether the words stand there as they are wanted, so that others can replace them."""
        return self.kind in ("word", "part")

    @property
    def sentence(self) -> str:
        """The sentence in one line."""
        return self._shown(self.text.plain[slice(*self._edges)])

    @property
    def words_in_sentence(self) -> tuple[Span, ...]:
        """Where the words stand in the sentence as it is shown."""
        first, last = self._edges
        plain = self.text.plain
        spans = []
        for start, end in self.words:
            before = len(self._shown(plain[first:start] + "·")) - 1
            spans.append((before, before + len(self._shown(plain[start : min(end, last)]))))
        return tuple(spans)

    def sentence_with(self, wanted: Wanted, new: str) -> str:
        """Return the sentence in one line as it is when `new` stands in place of the words."""
        plain, (place, last), parts = self.text.plain, self._edges, []
        for start, end in self.words:
            first, after = _with_space(plain, (start, end)) if not new else (start, end)
            parts += [plain[place : max(first, place)], replacement(wanted, plain[start:end], new)]
            place = after
        return self._shown("".join((*parts, plain[place:last])))

    @property
    def _edges(self) -> Span:
        start, end = self.at
        bullet = _BULLET.match(self.text.plain, start, end)
        return (bullet.end() if bullet is not None else start), end

    @staticmethod
    def _shown(text: str) -> str:
        return " ".join(text.split())


class SearchedText:
    """A text of a plan as it is searched: without marks of emphasis, and told in sentences."""

    def __init__(self, said: PlanText) -> None:
        self.said = said
        self.plain, self._typed_at = _without_marks(said)
        self.folded = folded(self.plain)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where each sentence stands."""
        return sentence_spans(self.plain)

    def by_sentence(self, spans: Iterable[Span]) -> Iterator[tuple[Span, tuple[Span, ...]]]:
        """Yield the sentences in which something stands, each with what stands there.

        What reaches into the next sentence is told with both.
        """
        open_at, held = (0, 0), list[Span]()
        for span in spans:
            if held and span[0] < open_at[1]:
                open_at = (open_at[0], max(open_at[1], self._end_of(span)))
                held.append(span)
                continue
            if held:
                yield open_at, tuple(held)
            start = next(first for first, last in reversed(self.sentences) if first <= span[0])
            open_at, held = (start, self._end_of(span)), [span]
        if held:
            yield open_at, tuple(held)

    def _end_of(self, span: Span) -> int:
        return next(last for _, last in self.sentences if span[1] <= last)

    def with_words(self, spans: Iterable[Span], wanted: Wanted, new: str) -> str:
        """Return the text as typed with `new` in the place of what stands at some places."""
        typed, parts, place = self.said.text, list[str](), 0
        for start, end in sorted(spans):
            first, last = self._typed_at[start], self._typed_at[end - 1] + 1
            opened, closed = self._marks_within(start, end)
            if not new:
                first, last = _with_space(typed, (first, last))
            word = replacement(wanted, self.plain[start:end], new)
            parts += [typed[place : max(first, place)], opened, word, closed]
            place = last
        return "".join((*parts, typed[place:]))

    def _marks_within(self, start: int, end: int) -> tuple[str, str]:
        """Return the marks among some words that emphasis before or after them needs."""
        typed = self.said.text
        first, last = self._typed_at[start], self._typed_at[end - 1] + 1
        if last - first == end - start:
            return "", ""
        opened: list[int] = []
        closed: list[int] = []
        line = typed.rfind("\n", 0, first) + 1
        for place, marks in marks_in(typed[line:].partition("\n")[0]).items():
            for mark in marks if first <= line + place < last else ():
                if mark > 0:
                    opened.append(mark)
                elif -mark in opened:
                    opened.remove(-mark)
                else:
                    closed.append(-mark)
        return "*" * sum(opened), "*" * sum(closed)


def _with_space(text: str, span: Span) -> Span:
    """Return words that are deleted with the space that would be left over beside them."""
    first, last = span
    before, after = text[first - 1 : first] if first else "", text[last : last + 1]
    if after == " " and before in ("", " ", "\n"):
        return first, last + 1
    if before == " " and after in ("", "\n", ".", ",", ";", ":", "!", "?", ")"):
        return first - 1, last
    return span


def _without_marks(said: PlanText) -> tuple[str, range | list[int]]:
    """Return a text without its marks of emphasis, and where each sign of it was typed."""
    text = said.text
    if "*" not in text or not _is_prose(said):
        return text, range(len(text))
    kept: list[int] = []
    start = 0
    for line in text.split("\n"):
        marks = marks_in(line)
        dropped = {place + more for place, of in marks.items() for more in range(sum(map(abs, of)))}
        dropped |= {match.start() for match in re.finditer(r"\\\*", line)}
        kept += [start + place for place in range(len(line)) if place not in dropped]
        start += len(line) + 1
        kept.append(start - 1)
    kept.pop()
    return "".join(text[place] for place in kept), kept


def _is_prose(said: PlanText) -> bool:
    """Return whether stars in a text may be marks of emphasis."""
    if said.asked is not None:
        return said.asked.answered.is_prose
    if said.part in (TABLE_CELL, OWN_HEADING):
        return said.part == TABLE_CELL
    of_table = described(SHAPES[said.row.table]).get(said.field)
    is_heading = getattr(said.row, "kind", "") == "heading"
    return not said.part and of_table is not None and of_table.kind == "prose" and not is_heading


class TextIndex:
    """The texts of a plan, and which words stand in which of them. It is made of one plan."""

    def __init__(self, plan: Plan, texts: Iterable[PlanText]) -> None:
        self.plan = plan
        self.texts = tuple(map(SearchedText, texts))
        self._places: dict[str, list[int]] = {}
        for place, text in enumerate(self.texts):
            for word in set(WORD.findall(text.folded)):
                self._places.setdefault(word, []).append(place)
        self._vocabulary = Vocabulary(self._places)

    def find(self, wanted: Wanted, most: int | None = None) -> tuple[Found, ...]:
        """Return the sentences in which something is found, the best kind first.

        Within a kind they come in the order of the paper. Near ones are only looked for where
        neither whole words nor the same case are asked for. Where there are more than `most`, the
        first of them are returned.
        """
        return tuple(islice(self._found(wanted), most)) if not wanted.is_empty else ()

    def said(self, wanted: Wanted) -> tuple[Found, ...]:
        """Return the sentences that say just what is wanted, in the order of the paper."""
        if wanted.is_empty:
            return ()
        pieces = (self._parts(wanted, is_whole=True), self._parts(wanted, is_whole=False))
        order = {id(text): place for place, text in enumerate(self.texts)}
        return tuple(sorted(chain(*pieces), key=lambda one: (order[id(one.text)], one.at)))

    def _found(self, wanted: Wanted) -> Iterator[Found]:
        said: set[tuple[int, int]] = set()
        ways = [self._at_ref(wanted), self._parts(wanted, is_whole=True)]
        if not wanted.whole_word:
            ways.append(self._parts(wanted, is_whole=False))
        if not (wanted.whole_word or wanted.same_case):
            ways.append(self._near(wanted))
        for one in chain(*ways):
            where = (id(one.text), one.at[0])
            if where not in said:
                said.add(where)
                yield one

    def _at_ref(self, wanted: Wanted) -> Iterator[Found]:
        action = self.plan.action_at(wanted.text.strip())
        if action is not None:
            place = action_place(self.plan, action.id, "text")
            empty = SearchedText(PlanText(place, action, "text", ""))
            text = next((one for one in self.texts if one.said.place == place), empty)
            yield Found(text, "ref", text.sentences[0], ())

    def _parts(self, wanted: Wanted, *, is_whole: bool) -> Iterator[Found]:
        """Yield the sentences that say it in whole words, or those that only have it in part."""
        for text in self._with_words(wanted) if is_whole else self._with_part(wanted):
            for at, spans in text.by_sentence(spans_of(wanted, text.plain)):
                if any(is_whole_word(text.plain, span) for span in spans) is is_whole:
                    yield Found(text, "word" if is_whole else "part", at, spans)

    def _with_words(self, wanted: Wanted) -> Iterator[SearchedText]:
        """Yield the texts in which each of the words stands whole, wherever in the text."""
        each = [
            {place for word in self._with_piece[piece] for place in self._places[word]}
            if piece in self._with_piece
            else set[int]()
            for piece in _PIECE.findall(folded(wanted.text))
        ]
        if not each:
            yield from self._with_part(wanted)
            return
        yield from (self.texts[place] for place in sorted(set.intersection(*each)))

    def _with_part(self, wanted: Wanted) -> Iterator[SearchedText]:
        part = max(folded(wanted.text).split(), key=len)
        yield from (text for text in self.texts if part in text.folded)

    @cached_property
    def _with_piece(self) -> dict[str, list[str]]:
        """The words in which each run of letters and digits stands whole: "child" in "child's"."""
        found: dict[str, list[str]] = {}
        for word in self._places:
            for piece in set(_PIECE.findall(word)):
                found.setdefault(piece, []).append(word)
        return found

    def _near(self, wanted: Wanted) -> Iterator[Found]:
        """Yield the sentences with a near word for each word that is wanted, in any order."""
        asked = WORD.findall(folded(wanted.text))
        if not any(len(word) >= _LEAST_OF_NEAR and word.isalpha() for word in asked):
            return
        each = [self._near_to(word, is_alone=len(asked) == 1) for word in asked]
        within = [{place for word in words for place in self._places[word]} for words in each]
        any_of = frozenset[str]().union(*each)
        for place in sorted(set.intersection(*within)):
            text = self.texts[place]
            for at in text.sentences:
                there = [(one.span(), folded(one[0])) for one in WORD.finditer(text.plain, *at)]
                if all(any(word in words for _, word in there) for words in each):
                    yield Found(text, "near", at, tuple(at for at, word in there if word in any_of))

    def _near_to(self, word: str, *, is_alone: bool) -> frozenset[str]:
        """Return the words near to one; beside others a word may also stand as it is, or in part.

        What is short, or has a digit, then stands as it is.
        """
        near = self._vocabulary.near(word)
        if is_alone:
            return frozenset(near)
        has_parts = len(word) >= _LEAST_OF_NEAR and word.isalpha()
        same = {one for one in self._places if word in one} if has_parts else {word}
        return frozenset({*near, *same} & self._places.keys())
