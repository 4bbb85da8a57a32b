r"""What an officer types in a prose field: stored as Markdown, shown again as it was typed.

Typed text knows two marks and no others. A line starting with "- " or "* " is a bullet, deeper the
more it is indented; `*` or `**` around whole words is emphasis (`***` is both). An opening mark
comes at the start of a line or after something other than a letter or digit, and no space follows
it; a closing mark is the mirror image. `\*` is the only escape: it prints a `*` that is not a mark.
What leads somewhere ("[our plan](https://…)", or an address alone) stays text until a paper is
written: see `plan.text.addresses`. Everything else (numbers, `_`, `#`, `>`, backticks, backslashes)
is just what it looks like.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, TypeAlias

from plan.model.field_kinds import FieldKind
from plan.papers.blocks import Paragraph, Text
from plan.papers.emphasis import holding_words, marks_in, runs_of
from plan.papers.markdown import blocks_of, joined_runs, markdown_of, plain_of, whole_words
from plan.text.clean import clean_text

_BULLET = re.compile(r"([ \t]*)[-*][ \t]+(?=\S)")
_TAB = 4
_DEEPER = 2
"""How many more spaces a bullet is indented than the one it belongs to."""
_ROUNDS = 8
"""How often we read the stars again after escaping those that were read as marks."""


def stored_of(typed: str, before: str = "") -> str:
    """Return the canonical Markdown for what was typed in a field that held `before`.

    Paragraphs that the officer left unchanged stay exactly as stored, because Markdown can express
    slightly more than can be typed: emphasis on half a word, or a dash that is not a bullet.
    """
    typed = clean_text(typed)
    if before and typed == shown_of(before):
        return before
    return markdown_of(_as_kept_before(_paragraphs(typed), before))


def shown_of(stored: str) -> str:
    """Return Markdown as an officer types it, to show in a field; `stored_of` is its inverse."""
    if not _is_marked(stored):
        return stored
    return _joined_up(blocks_of(stored))


def typed_plainly(text: str) -> str:
    """Return how to type `text` so that nothing in it is read as a mark."""
    return shown_of(markdown_of([Paragraph((Text(text),))]))


Held: TypeAlias = str | Sequence[str] | Sequence[Sequence[str]]
"""What a field holds: a text, a list, or pairs of a heading and what stands below it."""


def typed_value(kind: FieldKind | None, value: Held) -> str:
    """Return the value of a field of some kind as typed: a list has one line per item."""
    if not isinstance(value, str):
        return "\n".join(map(_line_of, value))
    return shown_of(value) if kind == "prose" else value


def plain_value(kind: FieldKind | None, value: Held) -> str:
    """Return the value of a field of some kind as plain text: a list has one line per item."""
    if not isinstance(value, str):
        return "\n".join(map(_line_of, value))
    return plain_of(value) if kind == "prose" else value


def _line_of(item: str | Sequence[str]) -> str:
    return item if isinstance(item, str) else ": ".join(filter(None, item))


def _is_marked(stored: str) -> bool:
    return "*" in stored or "\\" in stored or "_" in stored


# Reading what was typed, line by line


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
        Paragraph(tuple(runs_of("\n".join(line.strip() for line in lines))), bullet=depth)
        for depth, lines in found
    ]


def _depth(indents: list[int], space: str) -> int:
    """Return the depth of a bullet, and remember its indent."""
    indent = len(space.expandtabs(_TAB))
    while indents and indent < indents[-1] + _DEEPER:
        indents.pop()
    indents.append(indent)
    return len(indents) - 1


# Showing what is stored


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


def _as_typed(runs: Sequence[Text], *, is_bullet: bool) -> str:
    """Return the runs with their marks, escaping a star only if it would be read as a mark.

    Emphasis that cannot be typed, such as on half a word, is dropped.
    """
    start = "" if is_bullet else "\n"
    held = tuple(holding_words(tuple(whole_words(runs))))
    plain = tuple(Text(run.text) for run in runs)
    tried = (_with_marks(one, start) for one in (runs, held, plain))
    return next(typed for typed in tried if typed is not None)


def _with_marks(runs: Sequence[Text], start: str) -> str | None:
    """Return the runs as typed, or None if that would be read as something else."""
    wanted = tuple(joined_runs((run.text, run.bold, run.italic) for run in runs))
    parts = [part for run in wanted for part in _parts(run)]
    _escape_what_touches(parts, start)
    _escape_misread(parts)
    for escaped in ("", "in emphasis", "everywhere"):
        for part in parts:
            part.is_escaped |= escaped == "everywhere" or (bool(escaped) and part.is_in_emphasis)
        typed = "".join(part.typed for part in parts)
        if tuple(runs_of(typed)) == wanted:
            return typed
    return None


def _escape_misread(parts: Sequence["_Part"]) -> None:
    """Escape the stars that would be read as marks, until none are left."""
    for _ in range(_ROUNDS):
        typed = "".join(part.typed for part in parts)
        starts = accumulate((len(part.typed) for part in parts), initial=0)
        at = dict(zip(starts, parts, strict=False))
        # A mark after a backslash loses its first star; the rest of it starts inside a part.
        begun = filter(None, map(at.get, marks_in(typed)))
        misread = [part for part in begun if part.kind == "stars"]
        if not misread:
            return
        for part in misread:
            part.is_escaped = True


@dataclass
class _Part:
    """A piece of the text shown: words, stars that are only stars, or a mark."""

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
    """Escape stars whose meaning depends on an adjacent mark, backslash or start of line.

    `start` is what comes before the first part.
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


# Keeping what the officer left unchanged


def _as_kept_before(typed: list[Paragraph], before: str) -> list[Paragraph]:
    """Return the paragraphs, with the unchanged ones at both ends exactly as stored before."""
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
    """Return how many of the shown paragraphs `typed` starts with."""
    place = count = 0
    for paragraphs in shown:
        if list(typed[place : place + len(paragraphs)]) != list(paragraphs):
            break
        place += len(paragraphs)
        count += 1
    return count
