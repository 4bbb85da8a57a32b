r"""What an officer types in a field of prose: kept as Markdown, and shown again as it was typed.

Typed text knows two marks and no others. A line that begins with "- " or "* " is a bullet, deeper
the further it is indented; `*` or `**` round whole words is emphasis (`***` is both). An opening
mark follows a line's start or what is no letter or figure, and precedes no space; a closing one
mirrors it. `\*` is the only escape: it prints a `*` that is no mark. Everything else (numbers,
`_`, `#`, `>`, backticks, backslashes) is what it looks like.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from typing import Literal
from unicodedata import category

from plan.blocks import Paragraph, Text
from plan.clean import clean_text
from plan.markdown import blocks_of, is_of_a_word, markdown_of, whole_words

_BULLET = re.compile(r"([ \t]*)[-*][ \t]+(?=\S)")
_STARS = re.compile(r"\\\*|\*+")
_TAB = 4
_DEEPER = 2
"""Spaces by which a bullet is indented more than the one that it belongs to."""
_LONGEST_MARK = 3
_ROUNDS = 8
"""Times that stars are looked at anew, once those read as marks are escaped."""


def stored_of(typed: str, before: str = "") -> str:
    """Return the canonical Markdown of what was typed in a field that held `before`.

    Paragraphs that the officer left as they were shown stay as they are kept: Markdown can hold
    a little more (emphasis on half a word, a dash that is no bullet) than can be typed.
    """
    typed = clean_text(typed)
    if before and typed == shown_of(before):
        return before
    return markdown_of(_as_kept_before(_paragraphs(typed), before), to_the_letter=True)


def shown_of(stored: str) -> str:
    """Return Markdown as an officer types it, for a field to show: `stored_of` is its inverse."""
    if not _is_marked(stored):
        return stored
    return _joined_up(blocks_of(stored))


def typed_plainly(text: str) -> str:
    """Return how `text` is typed where none of it is to be a mark."""
    return shown_of(markdown_of([Paragraph((Text(text),))]))


def _is_marked(stored: str) -> bool:
    return "*" in stored or "\\" in stored or "_" in stored


# What is typed, line by line


def _paragraphs(typed: str) -> list[Paragraph]:
    found: list[tuple[int | None, list[str]]] = []
    is_open = False
    indents: list[int] = []
    for line in typed.split("\n"):
        bullet = _BULLET.match(line)
        if bullet is not None:
            found.append((_depth(indents, bullet[1]), [line[bullet.end() :]]))
            is_open = True
        elif not line.strip():
            is_open = False
        elif is_open:
            found[-1][1].append(line)
        else:
            found.append((None, [line]))
            indents.clear()
            is_open = True
    return [
        Paragraph(tuple(_runs("\n".join(line.strip() for line in lines))), bullet=depth)
        for depth, lines in found
    ]


def _depth(indents: list[int], space: str) -> int:
    """Return how deep a bullet stands, and note how far it is indented."""
    indent = len(space.expandtabs(_TAB))
    while indents and indent < indents[-1] + _DEEPER:
        indents.pop()
    indents.append(indent)
    return len(indents) - 1


# Emphasis


@dataclass
class _Opening:
    """A mark that may begin an emphasis: where, how long, and what of it has been closed."""

    start: int
    length: int
    words_before: int
    closed: list[tuple[int, int]] = field(default_factory=list)

    @property
    def left(self) -> int:
        return self.length - sum(length for length, _ in self.closed)


@dataclass
class _Openings:
    """The marks that may still be closed, by what is left of them, the nearest last."""

    by_length: dict[int, list[_Opening]] = field(
        default_factory=lambda: {length: [] for length in range(1, _LONGEST_MARK + 1)}
    )

    def add(self, opening: _Opening) -> None:
        self.by_length[opening.left].append(opening)

    def to_close(self, length: int) -> list[tuple[_Opening, int]]:
        """Return what a closing mark closes, the innermost first, with how much of each."""
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
        """Close `length` of an opening mark at `end`: what was opened within it is no mark."""
        for waiting in self.by_length.values():
            while waiting and waiting[-1].start >= opening.start:
                waiting.pop()
        opening.closed.append((length, end))
        if opening.left:
            self.add(opening)


def _marks(text: str) -> dict[int, list[int]]:
    """Return the stars of `text` that are marks: by where they stand, what each begins or ends.

    1 begins italic, 2 bold, 3 both; the negative ends it.
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
    """Return the marks of those openings of which nothing is left, and nothing of their ends."""
    found: dict[int, list[int]] = {}
    broken = {end for one in begun if one.left for _, end in one.closed}
    for opening in begun:
        if not opening.left and not any(end in broken for _, end in opening.closed):
            for length, end in opening.closed:
                found.setdefault(opening.start, []).append(length)
                found.setdefault(end, []).append(-length)
    return found


def _may_close(inside: str, outside: str, edge: str = "Ps") -> bool:
    """Return whether a mark may end an emphasis; the other way round, whether it may begin one."""
    return not (inside.isspace() or category(inside) == edge or is_of_a_word(outside))


def _runs(text: str) -> Iterator[Text]:
    """Return the runs of a paragraph as it is typed; of marks within marks, words only."""
    marks = _marks(text) if "*" in text else {}
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
    runs = tuple(_merged(pieces))
    is_nested = any(_is_marked_run(a) and _is_marked_run(b) for a, b in pairwise(runs))
    return _with_marks_that_hold(tuple(whole_words(runs))) if is_nested else iter(runs)


# What is shown


def _joined_up(paragraphs: Iterable[Paragraph]) -> str:
    parts: list[str] = []
    previous: Paragraph | None = None
    for paragraph in paragraphs:
        if previous is not None:
            both_bullets = previous.bullet is not None and paragraph.bullet is not None
            parts.append("\n" if both_bullets else "\n\n")
        parts.append(_shown(paragraph))
        previous = paragraph
    return "".join(parts)


def _shown(paragraph: Paragraph) -> str:
    runs = [inline for inline in paragraph.inlines if isinstance(inline, Text)]
    body = _as_typed(runs, is_bullet=paragraph.bullet is not None)
    if paragraph.bullet is None:
        return body
    indent = "  " * paragraph.bullet
    return f"{indent}- " + body.replace("\n", f"\n{indent}  ")


def _with_marks_that_hold(runs: Sequence[Text]) -> Iterator[Text]:
    """Yield the runs without the emphasis that cannot be typed: on less than whole words."""
    for place, run in enumerate(runs):
        before = runs[place - 1].text[-1] if place else "\n"
        after = runs[place + 1].text[0] if place + 1 < len(runs) else "\n"
        holds = not (is_of_a_word(before) or is_of_a_word(after) or before == "\\")
        if holds and any(map(str.isalnum, run.text)):
            yield run
        else:
            yield Text(run.text)


def _as_typed(runs: Sequence[Text], *, is_bullet: bool) -> str:
    """Return the runs with their marks, and no star escaped but where it would be a mark.

    An emphasis that cannot be typed, such as one on half a word, is left out.
    """
    start = "" if is_bullet else "\n"
    held = tuple(_with_marks_that_hold(tuple(whole_words(runs))))
    plain = tuple(Text(run.text) for run in runs)
    tried = (_with_marks(one, start) for one in (runs, held, plain))
    return next(typed for typed in tried if typed is not None)


def _with_marks(runs: Sequence[Text], start: str) -> str | None:
    """Return the runs as they are typed, None where that would be read as something else."""
    wanted = tuple(_merged((run.text, run.bold, run.italic) for run in runs))
    parts = [part for run in wanted for part in _parts(run)]
    _escape_what_touches(parts, start)
    _escape_misread(parts)
    for escaped in ("", "in emphasis", "everywhere"):
        for part in parts:
            part.is_escaped |= escaped == "everywhere" or (bool(escaped) and part.is_in_emphasis)
        typed = "".join(part.typed for part in parts)
        if tuple(_runs(typed)) == wanted:
            return typed
    return None


def _escape_misread(parts: Sequence["_Part"]) -> None:
    """Escape the stars that would be read as marks, until there are none."""
    for _ in range(_ROUNDS):
        typed = "".join(part.typed for part in parts)
        starts = accumulate((len(part.typed) for part in parts), initial=0)
        at = dict(zip(starts, parts, strict=False))
        misread = [at[start] for start in _marks(typed) if at[start].kind == "stars"]
        if not misread:
            return
        for part in misread:
            part.is_escaped = True


@dataclass
class _Part:
    """A piece of what is shown: words, stars that are only stars, or a mark."""

    kind: Literal["words", "stars", "mark"]
    text: str
    is_in_emphasis: bool
    is_escaped: bool = False

    @property
    def typed(self) -> str:
        if self.kind == "stars" and self.is_escaped:
            return "\\*" * len(self.text)
        return self.text


def _parts(run: Text) -> Iterator[_Part]:
    mark = "*" * (2 * run.bold + run.italic)
    if mark:
        yield _Part("mark", mark, is_in_emphasis=True)
    for text in re.split(r"(\*+)", run.text):
        if text:
            yield _Part("stars" if text[0] == "*" else "words", text, bool(mark))
    if mark:
        yield _Part("mark", mark, is_in_emphasis=True)


def _escape_what_touches(parts: Sequence[_Part], start: str) -> None:
    """Escape the stars that a mark or a backslash beside them, or a line's start, would change.

    `start` is what stands before the first part.
    """
    edge = _Part("words", start, is_in_emphasis=False)
    for before, part, after in zip([edge, *parts], parts, [*parts[1:], edge], strict=False):
        if part.kind == "stars":
            begins_line = before.text.endswith("\n") and part.text == "*"
            part.is_escaped = (
                (begins_line and after.text.startswith((" ", "\t")))
                or before.text.endswith("\\")
                or "mark" in (before.kind, after.kind)
            )


def _is_marked_run(run: Text) -> bool:
    return run.bold or run.italic


def _merged(pieces: Iterable[tuple[str, bool, bool]]) -> Iterator[Text]:
    for (bold, italic), group in groupby(pieces, key=lambda piece: piece[1:]):
        text = "".join(piece[0] for piece in group)
        if text:
            yield Text(text, bold, italic)


# What the officer left as it was


def _as_kept_before(typed: list[Paragraph], before: str) -> list[Paragraph]:
    """Return the paragraphs, those at both ends that were not touched as they were kept before."""
    kept = blocks_of(before)
    shown = [_paragraphs(_shown(paragraph)) for paragraph in kept]
    if not kept or all(ones == [one] for ones, one in zip(shown, kept, strict=True)):
        return typed
    if [one for ones in shown for one in ones] != _paragraphs(shown_of(before)):
        return typed
    start = _untouched(typed, shown)
    rest = typed[sum(map(len, shown[:start])) :]
    end = _untouched(rest[::-1], [ones[::-1] for ones in shown[start:]][::-1])
    touched = rest[: len(rest) - sum(map(len, shown[len(shown) - end :]))]
    return [*kept[:start], *touched, *kept[len(kept) - end :]]


def _untouched(typed: Sequence[Paragraph], shown: Sequence[Sequence[Paragraph]]) -> int:
    """Return how many of the paragraphs shown `typed` begins with."""
    place = count = 0
    for paragraphs in shown:
        if list(typed[place : place + len(paragraphs)]) != list(paragraphs):
            break
        place += len(paragraphs)
        count += 1
    return count
