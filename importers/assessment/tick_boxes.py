"""Finds what is ticked in the cells of a form, in whatever way it is marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from importers.wording import beginning
from plan.council.form_kinds import Option
from plan.papers.blocks import Block, Paragraph, Table, Text

TICKS = "✓✔🗸✅☑🗹"
CROSSES = "✗✘✕✖❌🗴🗶"
"""Marks in most forms, but none where ticks stand as well: then they say no."""
_TICKED = f"{TICKS}{CROSSES}☒⊠🗷🗵"
_EMPTY = "☐□▢◻⬜🞎"
_BOX = re.compile(rf"[{_TICKED}{_EMPTY}]|(?<![^\W_])[Xx](?![^\W_])")
_NOT_SAID = re.compile(r"[\W_]*")
_LONGEST = 1_000
"""Characters; boxes with their words are a line or two."""
_YES = frozenset({"x", "yes", "y"})
_NO = frozenset({"", "no", "n", "na", "none"})


def mark_of(text: str) -> bool | None:
    """Return whether a cell with only a mark is ticked; None where it holds words."""
    found = _BOX.findall(text)
    words = re.sub(r"[\W_]+", "", _BOX.sub("", text)).casefold()
    if found:
        return None if words else any(map(_is_ticked, found))
    if words in _YES:
        return True
    return False if words in _NO else None


@dataclass(frozen=True)
class BoxesRead:
    """The ids of the ticked options, and the words left over."""

    ticks: tuple[str, ...]
    rest: str


def boxes_in(
    text: str, options: Sequence[Option], *, allows_several: bool = False
) -> BoxesRead | None:
    """Return which options are ticked in a text that names them, such as "Yes ☒  No ☐".

    A box belongs to the words before it, or after it where the text begins with a box. Without any
    box, a text that names a single option ticks it, and one that names some but not all of them
    ticks these where `allows_several`. None where no option is named.
    """
    if len(text) > _LONGEST:
        return None
    pieces = list(_pieces(text, options))
    named = [option for option, _ in pieces if option is not None]
    boxes = [box for option, box in pieces if option is None]
    if not named:
        return None
    rest = _without(text, options)
    order = [option.id for option in options]
    if not boxes:
        said = sorted(set(named), key=order.index)
        is_answer = len(named) == 1 or (allows_several and len(said) < len(options))
        return BoxesRead(tuple(said) if is_answer else (), rest)
    box_first = pieces[0][0] is None
    ticks = tuple(
        option
        for place, (option, _) in enumerate(pieces)
        if option is not None and _ticked_beside(pieces, place, -1 if box_first else 1)
    )
    return BoxesRead(tuple(sorted(set(ticks), key=order.index)), rest)


def _ticked_beside(pieces: list[tuple[str | None, str]], place: int, step: int) -> bool:
    beside = place + step
    if not 0 <= beside < len(pieces):
        return False
    option, box = pieces[beside]
    return option is None and _is_ticked(box)


def _pieces(text: str, options: Sequence[Option]) -> list[tuple[str | None, str]]:
    """Return the options and the boxes in a text, in order."""
    found = [(match.start(), None, match[0]) for match in _BOX.finditer(text)]
    named = [
        (match.start(), option.id, match[0])
        for option in options
        for match in _name(option).finditer(text)
    ]
    inner = [
        one
        for one in named
        if any(
            other[0] <= one[0] and one[0] + len(one[2]) < other[0] + len(other[2])
            for other in named
        )
    ]
    kept = [one for one in named if one not in inner]
    return [(option, words) for _, option, words in sorted([*found, *kept], key=lambda x: x[0])]


def _name(option: Option) -> re.Pattern[str]:
    words = r"[\W_]+".join(map(re.escape, re.findall(r"[^\W_]+", option.label)))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])", re.IGNORECASE)


def _without(text: str, options: Sequence[Option]) -> str:
    for option in options:
        text = _name(option).sub(" ", text)
    text = _BOX.sub(" ", text)
    return "" if _NOT_SAID.fullmatch(text) else " ".join(text.split())


def _is_ticked(box: str) -> bool:
    return box in _TICKED or box in "Xx"


def ticked_option(text: str, option: Option) -> bool | None:
    """Return whether a cell that names an option ticks it; None where it does not name it."""
    match = beginning(option.label).fullmatch(text)
    if match is not None:
        return mark_of(match["rest"]) is True
    box = _BOX.match(text.lstrip())
    if box is None or beginning(option.label).fullmatch(text.lstrip()[box.end() :]) is None:
        return None
    return _is_ticked(box[0])


def has_sign(blocks: Iterable[Block], signs: str) -> bool:
    """Return whether one of `signs` stands anywhere in the tables of a form."""
    return any(
        any(sign in cell.text for sign in signs)
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
    )


def unmarked(blocks: Iterable[Block], signs: str) -> Iterator[Block]:
    """Yield the blocks of a form with an empty box in the place of each of `signs`."""
    emptied = str.maketrans(dict.fromkeys(signs, _EMPTY[0]))
    for block in blocks:
        if isinstance(block, Paragraph):
            yield replace(
                block,
                inlines=tuple(
                    replace(inline, text=inline.text.translate(emptied))
                    if isinstance(inline, Text)
                    else inline
                    for inline in block.inlines
                ),
            )
        else:
            yield block.with_cells(
                lambda cell: replace(cell, blocks=tuple(unmarked(cell.blocks, signs)))
            )
