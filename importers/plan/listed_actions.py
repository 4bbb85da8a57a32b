"""A plan written as a list ("1. Do x. Lead: … By: …"), turned into tables of actions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.account.ledger import places
from importers.plan.cells import without_start
from importers.plan.columns import HeadingWords
from plan.papers.blocks import Block, Cell, Inline, Paragraph, Row, Table, Text, plain

_NUMBER = re.compile(
    r"(?:action\s+)?(?:(?P<one>\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]|[ivx]{1,4})[.:)]\s+"
    r"|(?P<two>\d{1,3}\.\d{1,3})\s+)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:(?<=[.;,\n–—|(])|(?<=\s-)|^)\s*([A-Z][^.:;,\n–—|(]{0,40}):\s*")
_NOT_A_LABEL = frozenset({None, "text", "ref", "pages"})
_LINES = frozenset({"leads", "timescale"})
_LEAST_LABELS = 2
_LEAST_ACTIONS = 2
"""Two actions with two labels each: one might be a sentence of a letter."""


@dataclass
class _Listed:
    """An action of a list, from block `start` to before `end`, and what its labels say.

    `printed` are the paragraphs that have it.
    """

    start: int
    end: int
    ref: str
    text: Paragraph
    printed: tuple[Paragraph, ...]
    cells: dict[str, tuple[str, Paragraph]] = field(default_factory=dict)


def with_listed_actions(blocks: Sequence[Block], words: HeadingWords) -> tuple[Block, ...]:
    """Return the blocks, with each run of actions that are written as a list as a table."""
    made: list[Block] = []
    place = 0
    for run in _runs(blocks, words):
        made += [*blocks[place : run[0].start], _table(run)]
        place = run[-1].end
    return (*made, *blocks[place:])


def holds_listed_actions(blocks: Sequence[Block], words: HeadingWords) -> bool:
    """Return whether a plan is written as a list in the blocks."""
    return bool(_runs(blocks, words))


def _runs(blocks: Sequence[Block], words: HeadingWords) -> list[list[_Listed]]:
    """Return the listed actions, those that follow one another together."""
    if not _has_labels(blocks):
        return []
    whole = [one for one in _listed(blocks, words) if len(one.cells) >= _LEAST_LABELS]
    runs: list[list[_Listed]] = []
    for one in whole if len(whole) >= _LEAST_ACTIONS else ():
        between = blocks[runs[-1][-1].end : one.start] if runs else ()
        if runs and all(isinstance(each, Paragraph) and not each.text.strip() for each in between):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _has_labels(blocks: Sequence[Block]) -> bool:
    """Return whether a paragraph may hold a label; a blank one costs next to nothing."""
    for block in blocks:
        if block.__class__ is Paragraph and block.inlines and ":" in block.text:
            return True
    return False


def _listed(blocks: Sequence[Block], words: HeadingWords) -> Iterator[_Listed]:
    """Yield what begins like an action of a list, with the labels in it and below it."""
    action: _Listed | None = None
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            if action is not None:
                yield action
            action = None
            continue
        if not block.inlines or not block.text.strip():
            continue
        labels = _labels_in(block, words)
        begun = _begun_by(block, place, labels)
        if begun is None and labels and action is not None:
            action.end = place + 1
            action.printed += (block,)
            action.cells = {**labels, **action.cells}
            continue
        if action is not None:
            yield action
        action = begun
    if action is not None:
        yield action


def _labels_in(paragraph: Paragraph, words: HeadingWords) -> dict[str, tuple[str, Paragraph]]:
    """Return what follows each label that is known in a paragraph, by what it means."""
    found = _known(paragraph.text, words)
    if not found:
        return {}
    ends = [match.start() for match, _ in found[1:]] + [len(paragraph.text)]
    return {
        name: (match[1], _piece(paragraph, match.end(), end, stop="." if name in _LINES else ""))
        for (match, name), end in reversed(list(zip(found, ends, strict=True)))
    }


def _known(text: str, words: HeadingWords) -> list[tuple[re.Match[str], str]]:
    found = ((match, words.plain_field(match[1])) for match in _LABEL.finditer(text))
    return [(match, name) for match, name in found if name and name not in _NOT_A_LABEL]


def _begun_by(
    paragraph: Paragraph, place: int, labels: dict[str, tuple[str, Paragraph]]
) -> _Listed | None:
    """Return the action that a paragraph begins: a number, or a bullet, and what is to be done."""
    if paragraph.role.startswith("heading"):
        return None
    text = paragraph.text
    number = _NUMBER.match(text)
    if number is None and not paragraph.label and paragraph.bullet is None:
        return None
    start = number.end() if number else 0
    end = len(text)
    for label, _ in labels.values():
        match = re.search(rf"(?:^|[.;,\n–—|(-])\s*{re.escape(label)}:", text)
        end = min(end, match.start() + 1 if match and match.start() else 0 if match else end)
    if not text[start:end].strip():
        return None
    ref = (number["one"] or number["two"]) if number else paragraph.label
    said = _piece(paragraph, start, end)
    return _Listed(place, place + 1, ref.strip(".():"), said, (paragraph,), dict(labels))


def _piece(paragraph: Paragraph, start: int, end: int, stop: str = "") -> Paragraph:
    """Return a part of a paragraph, without the signs that part it from the next, and `stop`."""
    said = paragraph.text[start:end]
    start += len(said) - len(said.lstrip())
    signs = " \n;,|–—(-" + stop
    left = len(said.strip().rstrip(signs if "(" in said else f"{signs})"))
    inlines: list[Inline] = []
    for inline in without_start(paragraph, start).inlines:
        if isinstance(inline, Text) and left > 0:
            inlines.append(replace(inline, text=inline.text[:left]))
            left -= len(inline.text)
    return replace(paragraph, inlines=tuple(inlines), label="", bullet=None)


def _table(run: list[_Listed]) -> Table:
    """Return listed actions as a table; a number that only counts them is no ref."""
    headings: dict[str, str] = {}
    for one in run:
        for name, (label, _) in one.cells.items():
            headings.setdefault(name, label)
    is_counted = all(one.ref == str(number) for number, one in enumerate(run, 1))
    at = places(paragraph for one in run for paragraph in one.printed)
    names = ("Ref", "Action", *headings.values())
    rows = [Row(tuple(Cell((replace(plain(text), at=at),)) for text in names))]
    for one in run:
        said = [one.cells[name][1] if name in one.cells else plain("") for name in headings]
        ref = replace(plain("" if is_counted else one.ref), at=one.text.at)
        rows.append(Row(tuple(Cell((each,)) for each in (ref, one.text, *said))))
    return Table(tuple(rows))
