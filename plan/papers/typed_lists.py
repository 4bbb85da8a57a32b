"""Lists that an officer has typed, "1. first" and "- second", as the lists that they are.

A line that begins with a sign is an item; what stands below it on a line of its own is of it too.
A letter or a Roman figure counts nothing where none like it stands beside it: "A. Smith" is a name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from plan.council.counting import counted_as
from plan.papers.blocks import Block, Inline, Paragraph, Role, Text
from plan.papers.paragraph_parts import lines_apart, start_of, without_start

_ROLES = frozenset[Role](
    ("body", "body-continued", "numbered", "numbered-text", "plan-cell", "plan-item", "form-answer")
)
"""The roles of what an officer writes in lines and paragraphs."""
_ITEMS: dict[Role, Role] = {"numbered": "numbered-text", "plan-item": "plan-cell"}
"""The role of an item where it is not that of its paragraph."""
_SIGN = re.compile(
    r"(?P<indent>[ \t]*)(?P<sign>[-–*•●▪◦·]|(?P<count>\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)]))"
    r" (?=\S)"
)
_DASHED = frozenset("-–*•●▪◦·(0123456789")
_COUNTED = {
    (family, counted_as(family, number)): number
    for family in ("letter", "LETTER", "roman")
    for number in range(1, 27)
}
_NO_SIGN = Text("")
_TAB, _DEEPER, _DEEPEST = 4, 2, 8


@dataclass(frozen=True)
class Counted:
    """How an item is counted: "number", "letter", "LETTER", "roman", empty for a bullet."""

    family: str
    number: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class TypedItem(Paragraph):
    """An item of a typed list: its `label` is its sign, its `bullet` its depth.

    One that `goes_on` was typed on a further line of the paragraph above it, and `has_more` says
    that others stand on further lines of its own; the first of a list `begins` it, and all but
    the last are `followed` by another. `sign` is its sign in the emphasis that it has.
    """

    sign: Text = _NO_SIGN
    counted: Counted = Counted("", 0)
    goes_on: bool = False
    has_more: bool = False
    begins: bool = False
    followed: bool = False


@dataclass
class _Line:
    """A line of a paragraph: what counts it, in each way in which it may be read, if anything."""

    place: int
    said: Paragraph
    sign: str = ""
    length: int = 0
    indent: int = 0
    readings: tuple[Counted, ...] = ()


def with_typed_lists(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return blocks in which each item of a typed list is a paragraph; all others are the same."""
    if not any(map(_may_hold, blocks)):
        return blocks
    found: list[Block] = []
    for may_hold, group in groupby(blocks, _may_hold):
        run = [*group]
        texts = [block for block in run if isinstance(block, Paragraph)]
        found += _followed([*_listed(texts)]) if may_hold else run
    return found


def counted_by(sign: str, family: str = "") -> Counted:
    """Return how a sign counts: "(b)" as the second letter between brackets, "-" not at all."""
    before, count, after = _parts(sign)
    if not count:
        return Counted("", 0, sign)
    if count.isdecimal():
        return Counted("number", int(count), before, after)
    return Counted(family, _COUNTED.get((family, count), 0), before, after)


def _may_hold(block: Block) -> bool:
    """Return whether a block may have a typed item, quickly: it is asked of very many."""
    if block.__class__ is not Paragraph or block.bullet is not None or block.role not in _ROLES:
        return False
    text = block.text
    sign = text[:1]
    if sign in _DASHED or sign in (" ", "\t") or text[1:2] in (".", ")") or "\n" in text:
        return True
    return text[2:5].find(".") >= 0 or text[2:6].find(")") >= 0


def _listed(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    lines = [line for n, one in enumerate(paragraphs) for line in _lines(n, one)]
    _settle(lines)
    indents: list[int] = []
    for place, group in groupby(lines, lambda line: line.place):
        yield from _parted(paragraphs[place], [*group], indents)


def _followed(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for one, below in zip_longest(paragraphs, paragraphs[1:]):
        if isinstance(one, TypedItem) and isinstance(below, TypedItem):
            yield replace(one, followed=not below.begins)
        else:
            yield one


def _lines(place: int, paragraph: Paragraph) -> Iterator[_Line]:
    for number, said in enumerate(lines_apart(paragraph)):
        line = _Line(place, said)
        found = _SIGN.match(said.text)
        is_counted = number == 0 and bool(paragraph.label)  # by the paper itself
        if found is not None and not is_counted:
            line.sign, line.length = found["sign"], found.end()
            line.indent = len(found["indent"].expandtabs(_TAB))
            line.readings = tuple(_readings(line.sign))
        yield line


def _readings(sign: str) -> Iterator[Counted]:
    before, count, after = _parts(sign)
    if count and before and after != ")":
        return
    if not count or count.isdecimal():
        yield counted_by(sign)
        return
    for family in ("letter", "LETTER", "roman"):
        if (family, count) in _COUNTED:
            yield counted_by(sign, family)


def _parts(sign: str) -> tuple[str, str, str]:
    """Return what stands before, in and after a count; no count in the sign of a bullet."""
    inner = sign.strip("().")
    if not inner or not inner.isalnum():
        return sign, "", ""
    start = sign.index(inner)
    return sign[:start], inner, sign[start + len(inner) :]


def _settle(lines: Sequence[_Line]) -> None:
    """Leave each line one way in which it is counted, or none."""
    settled: list[tuple[Counted, ...]] = []
    for place, line in enumerate(lines):
        near = [*lines[max(place - 1, 0) : place], *lines[place + 1 : place + 2]]
        others = [one for other in near if other.indent == line.indent for one in other.readings]
        kept = [one for one in line.readings if _counts(one, others)]
        settled.append(tuple(kept[:1]))
    for line, readings in zip(lines, settled, strict=True):
        line.readings = readings


def _counts(one: Counted, others: Sequence[Counted]) -> bool:
    """Return whether a sign counts: a letter only where the one before or after stands beside."""
    if one.family in ("", "number"):
        return True
    beside = (one.number - 1, one.number + 1)
    return any(
        (other.family, other.before, other.after) == (one.family, one.before, one.after)
        and other.number in beside
        for other in others
    )


def _parted(
    paragraph: Paragraph, lines: Sequence[_Line], indents: list[int]
) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph above its first item, then each item with what goes on."""
    if not any(line.readings for line in lines):
        indents.clear()
        yield paragraph
        return
    if not lines[0].readings:
        indents.clear()
    places = [place for place, line in enumerate(lines) if line.readings]
    above = lines[: places[0]]
    if above:
        yield replace(paragraph, inlines=tuple(_one_below_another(above)))
    for place, end in zip_longest(places, places[1:], fillvalue=len(lines)):
        line, below = lines[place], lines[place + 1 : end]
        begins = not indents or (place == 0 and paragraph.role == "body")
        item = _item(paragraph, line, _depth(indents, line.indent), goes_on=place > 0)
        goes_on = (Text("\n"), *_one_below_another(below)) if below else ()
        has_more = end < len(lines)
        yield replace(item, inlines=(*item.inlines, *goes_on), begins=begins, has_more=has_more)


def _one_below_another(lines: Sequence[_Line]) -> Iterator[Inline]:
    for place, line in enumerate(lines):
        yield from (Text("\n"),) if place else ()
        yield from line.said.inlines


def _item(paragraph: Paragraph, line: _Line, depth: int, *, goes_on: bool) -> TypedItem:
    signed = (one for one in start_of(line.said, line.length) if isinstance(one, Text))
    return TypedItem(
        without_start(line.said, line.length).inlines,
        _ITEMS.get(paragraph.role, paragraph.role),
        depth,
        line.sign,
        starts_page=paragraph.starts_page and not goes_on,
        sign=next((one for one in signed if one.text.strip()), Text(line.sign)),
        counted=line.readings[0],
        goes_on=goes_on,
    )


def _depth(indents: list[int], indent: int) -> int:
    """Return the depth of an item, and remember its indent."""
    while indents and indent < indents[-1] + _DEEPER:
        indents.pop()
    indents.append(indent)
    return min(len(indents) - 1, _DEEPEST)
