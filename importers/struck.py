"""Text that is crossed out by hand: left out of the plan, or taken, as the officer decides.

Where it is left out, what is left of a paragraph closes up, and a row of which nothing is left is
no row. A paragraph of which nothing is left keeps a sign that it was crossed out, without a word:
an action, an aim or a heading without words is otherwise one that was never there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from importers.account.ledger import left_out
from importers.decisions import Case, Decisions
from plan.papers.blocks import (
    Beside,
    Block,
    Cell,
    Inline,
    Paragraph,
    Row,
    Text,
    crossed_out,
    paragraphs_of,
)
from plan.text.clean import clean_line

_REF = re.compile(r"[A-Za-z]{0,6}[-_ .]?\d{1,4}(?:\.\d{1,3})*[a-z]?[.)]?")
_NOTES = frozenset({"footnote", "endnote"})
_SEPARATORS = (",", ";", "/", "&", "+")
_CLOSING = (",", ".", ";", ":", "!", "?", ")")


def without_struck(
    blocks: Sequence[Block], decisions: Decisions
) -> tuple[tuple[Block, ...], tuple[Case, ...]]:
    """Return the blocks as they were decided on, and each place where text is crossed out."""
    cases: list[Case] = []
    return tuple(_block(block, decisions, cases) for block in blocks), tuple(cases)


def is_struck(inline: Inline) -> bool:
    """Return whether a piece of text is crossed out."""
    return isinstance(inline, Text) and inline.beside is not None and inline.beside.kind == "struck"


def _block(block: Block, decisions: Decisions, cases: list[Case]) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, decisions, cases)
    rows = tuple(_row(row, decisions, cases) for row in block.rows)
    return replace(block, rows=tuple(_rows_left(rows)))


# Paragraphs


def _paragraph(paragraph: Paragraph, decisions: Decisions, cases: list[Case]) -> Paragraph:
    if len(paragraph.inlines) > 1 or any(map(_is_note, paragraph.inlines)):
        inlines = tuple(_in_note(one, decisions, cases) for one in paragraph.inlines)
        paragraph = replace(paragraph, inlines=inlines)
    struck = " … ".join(_struck_texts(paragraph))
    if not struck:
        return paragraph
    number = min(paragraph.at, default=-1)
    choice = decisions.of("struck", number)
    cases.append(Case("struck", number, "", struck, choice))
    return paragraph if choice == "take" else _live(paragraph)


def _is_note(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.beside is not None and bool(inline.beside.blocks)


def _in_note(inline: Inline, decisions: Decisions, cases: list[Case]) -> Inline:
    """Return a note with what is crossed out in it decided on; anything else as it is."""
    if not isinstance(inline, Text) or inline.beside is None or not inline.beside.blocks:
        return inline
    blocks = tuple(_block(one, decisions, cases) for one in inline.beside.blocks)
    return replace(inline, beside=replace(inline.beside, blocks=blocks))


def _struck_texts(paragraph: Paragraph) -> Iterator[str]:
    for crossed, group in groupby(paragraph.inlines, key=is_struck):
        if crossed:
            text = Paragraph(tuple(group)).text.strip()
            if text:
                yield text


def _live(paragraph: Paragraph) -> Paragraph:
    """Return what of a paragraph is not crossed out; with its number only if that is anything.

    A footnote to words that are left out is left out with them.
    """
    kept: list[Inline] = []
    gone = ""
    for inline in paragraph.inlines:
        if is_struck(inline) and isinstance(inline, Text):
            gone += inline.text
        elif not isinstance(inline, Text):
            kept.append(inline)
            gone = ""
        elif not _is_note(inline):
            _close_up(kept, gone, inline)
            gone = ""
        elif not (gone.strip() and inline.beside and inline.beside.kind in _NOTES):
            kept.append(inline)
    kept = list(_ended(kept, is_cut=bool(gone.strip())))
    if any(not isinstance(one, Text) or one.text.strip() for one in kept):
        return replace(paragraph, inlines=tuple(kept))
    notes = filter(_is_note, kept)
    sign = Text("", beside=Beside("struck", (paragraph,)))
    return replace(paragraph, inlines=(sign, *notes), bullet=None, label="")


def _close_up(kept: list[Inline], gone: str, following: Text) -> None:
    """Add a text behind those that are kept, where words between them were crossed out."""
    last = next((n for n in reversed(range(len(kept))) if not _is_note(kept[n])), None)
    before = kept[last] if last is not None else None
    text = following.text
    if gone and not isinstance(before, Text):
        text = _without_separator(text).lstrip() if before is None else text
    elif gone and last is not None and isinstance(before, Text):
        if before.text.rstrip().endswith(_SEPARATORS):
            text = _without_separator(text)
        joint = _joint(before.text, gone, text)
        kept[last] = replace(before, text=before.text.rstrip(" "))
        text = joint + text.lstrip(" ")
    if text:
        kept.append(replace(following, text=text))


def _without_separator(text: str) -> str:
    """Return a text without what parted it from an item before it that is gone: "; B" of "A; B"."""
    bare = text.lstrip(" ")
    return bare[1:] if bare.startswith(_SEPARATORS) else text


def _joint(before: str, gone: str, after: str) -> str:
    """Return what stands between two texts once the one between them is gone."""
    if before.endswith("\n") or after.startswith("\n"):
        return ""
    if "\n" in gone:
        return "\n"
    if after.lstrip(" ").startswith(_CLOSING):
        return ""
    is_parted = before.endswith(" ") or after.startswith(" ")
    was_parted = gone[:1].isspace() or gone[-1:].isspace()
    return " " if is_parted or was_parted else ""


def _ended(inlines: list[Inline], *, is_cut: bool) -> Iterator[Inline]:
    """Yield the inlines without blanks behind the last word.

    Where the end `is_cut` off, what parted it from the last word is gone too: the ";" of "A; B".
    """
    words = [n for n, one in enumerate(inlines) if not isinstance(one, Text) or one.text.strip()]
    last = words[-1] if words else -1
    for place, inline in enumerate(inlines):
        if place < last or not isinstance(inline, Text) or _is_note(inline):
            yield inline
        elif place == last:
            text = inline.text.rstrip()
            is_parted = is_cut and text.endswith(_SEPARATORS)
            yield replace(inline, text=text[:-1].rstrip() if is_parted else text)


# Rows


def _row(row: Row, decisions: Decisions, cases: list[Case]) -> Row:
    """Return a row as it was decided on; one that is crossed out whole is one case."""
    numbers, text = _whole_row(row)
    inner = cases
    if numbers:
        choice = decisions.of("struck", numbers[0])
        cases.append(Case("struck", numbers[0], "", text, choice, also=numbers[1:]))
        inner = []
        for number in numbers:
            decisions = decisions.with_case("struck", number, choice)
    cells = tuple(
        replace(cell, blocks=tuple(_block(one, decisions, inner) for one in cell.blocks))
        for cell in row.cells
    )
    if inner is not cases:  # of its own paragraphs, but not of notes, the row is the case
        cases += (case for case in inner if case.number not in numbers)
    return replace(row, cells=cells)


def _whole_row(row: Row) -> tuple[tuple[int, ...], str]:
    """Return the paragraphs of a row that is crossed out, by number, and their words.

    None where anything is not, but for the number of an action, or where it is one paragraph.
    """
    said: list[Paragraph] = []
    refs = 0
    for cell in row.cells:
        for paragraph in paragraphs_of(cell.blocks):
            if not paragraph.text.strip() and not paragraph.label:
                continue
            if _is_whole(paragraph):
                said.append(paragraph)
            elif _REF.fullmatch(clean_line(f"{paragraph.label} {paragraph.text}")):
                refs += 1
            else:
                return (), ""
    if len(said) <= 1 or refs > 1:
        return (), ""
    numbers = tuple(min(paragraph.at, default=-1) for paragraph in said)
    return numbers, " | ".join(clean_line(paragraph.text) for paragraph in said)


def _is_whole(paragraph: Paragraph) -> bool:
    """Return whether all words of a paragraph are crossed out."""
    words = [one for one in paragraph.inlines if not isinstance(one, Text) or one.text.strip()]
    return bool(words) and all(map(is_struck, words))


def _rows_left(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows without those that are crossed out whole, but for the number of an action.

    What such a row shares with those below it stands in the first of these.
    """
    above: dict[int, Cell] = {}
    for place, row in enumerate(rows):
        joined = _with_above(row, above) if above else row
        above = {}
        below = rows[place + 1] if place + 1 < len(rows) else None
        if any(crossed_out(cell.blocks) for cell in joined.cells) and _is_gone(
            joined, below, is_first=place == 0
        ):
            above = dict(joined.placed())
        else:
            yield joined


def _with_above(row: Row, above: dict[int, Cell]) -> Row:
    """Return a row with what it shares with the row above, which is left out."""
    cells: list[Cell] = []
    for start, cell in row.placed():
        over = above.get(start, Cell())
        is_blank = not _has_words(cell) and not crossed_out(cell.blocks)
        is_shared = cell.merged_up or (is_blank and bool(crossed_out(over.blocks)))
        if over.blocks and is_shared and not over.merged_up:
            cells.append(replace(cell, blocks=over.blocks, merged_up=False))
        else:
            cells.append(cell)
    return replace(row, cells=tuple(cells))


def _is_gone(row: Row, below: Row | None, *, is_first: bool) -> bool:
    """Return whether nothing is left of a row but its number, or what goes on in the row below.

    A row of one cell across the table, or a header, stands for all rows below it.
    """
    if row.is_header or len(row.cells) == 1:
        return False
    goes_on = {start for start, cell in below.placed() if cell.merged_up} if below else set()
    own = [cell for start, cell in row.placed() if start not in goes_on]
    live = [cell for cell in own if _has_words(cell)]
    refs = [cell for cell in live if _REF.fullmatch(clean_line(cell.text))]
    is_ours = any(crossed_out(cell.blocks) for cell in own)
    if not is_ours or len(refs) < len(live) or len(refs) > 1 or (is_first and not refs):
        return False
    for cell in refs:
        left_out(cell.paragraphs, "labels")
    return True


def _has_words(cell: Cell) -> bool:
    return any(paragraph.text.strip() or paragraph.label for paragraph in cell.paragraphs)
