"""Knows the keys that a paper prints: of its colours, and of a field that its council adds.

The key of its colours says "Green – on track", or has coloured cells.

A single line of one is no date and no aim, wherever it stands; a whole key near a table of actions
says what the colours mean there.
What a key says introduces the plan where it stands above the first table of actions; elsewhere it
is no text of the plan: nobody reads it, so that it is among what was not taken.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from importers.account.ledger import left_out, places
from importers.decisions import Case
from importers.plan.colour_names import names_of
from importers.remarks import Remark
from importers.unread import is_filled
from plan.council.format import Format
from plan.council.own_field import same_word
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, plain
from plan.papers.own_fields import key_table
from plan.text.clean import clean_line

_NAMES = r"(?:red|amber|yellow|orange|green|blue|purple|gr[ea]y|white|black|brown|pink|turquoise)"
_RAG = r"(?:b?ragb?|colou?rs?(?: codes?| coding)?|traffic[- ]lights?)"
_THE_COLOURS = (
    r"(?:the |our |these |each |status )*(?:colou?r(?: code)?s?|colou?r coding|shading"
    r"|b?rag(?: status(?:es)?| ratings?)?|traffic lights?)"
)
_IN_THIS = r"(?: used)?(?: (?:in this [\w ]{1,30}|below|here))?"
_MEAN = r"(?: (?:mean|means|show|shows|say|says|stand for|stands for|tell you|tells you|are|is))?"
_TITLE_OF_KEY = re.compile(
    rf"(?:(?:{_RAG}|status|progress|symbols?) )?(?:key|legend)(?: to [\w ]{{1,40}})?\s*(?:[:–—-]|$)"
    rf"|{_RAG}(?: (?:status(?:es)?|ratings?|definitions?|codes?|explained))?\s*(?:[:–—-]|$)"
    r"|(?:how to (?:read|use|understand)|what(?: do(?:es)?)?|(?:the )?(?:meanings?|explanation) of"
    rf"|(?:a )?guide to|understanding) {_THE_COLOURS}{_MEAN}{_IN_THIS}\s*(?:[:?–—-]|$)"
    rf"|{_THE_COLOURS}{_IN_THIS}(?:,? and|[:–—-])? what (?:they|it) means?\s*(?:[:?–—-]|$)",
    re.IGNORECASE,
)
_SAID = r"\s*(?:[:=–—]|-(?= )|\((?=\w)|\bmeans\b|\bis\b)\s*"
_COLOUR_FIRST = re.compile(rf"(?:{_NAMES}{_SAID}|[RAGB] ?= ?)\w", re.IGNORECASE)
_COLOUR_SAID = re.compile(rf"\b({_NAMES}){_SAID}\w", re.IGNORECASE)
_SAID_COLOUR = re.compile(rf"[:=–—-]\s*({_NAMES})\b(?!\s*[\w’'])", re.IGNORECASE)
_AS_AT = re.compile(
    r"(?:current )?(?:status|position|progress|b?ragb?)(?: \w+)?"
    r" (?:as (?:at|of|on)\b|(?:at|on) \d)",
    re.IGNORECASE,
)
_COLOUR = rf"(?:light |dark |pale )?(?P<name>{_NAMES})"
_LETTER = r"(?:\s*\((?:[A-Z]{1,2})\))?"
_SIGN = r"\s*(?:[-–—:=]+|means|denotes|indicates|is)\s+"
_BRACKET = r"\s*\((?=[a-z]{2,} |[a-z]{3})"
_BEFORE = r"(?<![\w-])(?:[RAGBY]\s*[-–—:=]\s*)?"
_ENTRY = re.compile(
    rf"{_BEFORE}{_COLOUR}{_LETTER}(?:{_SIGN}|{_BRACKET})(?=[A-Za-z])", re.IGNORECASE
)
_NAME = re.compile(rf"(?:[RAGB]\s*[-–—:=]\s*)?{_COLOUR}{_LETTER}", re.IGNORECASE)
_ENDS = re.compile(r"[\s;,.|/•]+(?:and|or)?\s*$|[\s;,.|/•]+$", re.IGNORECASE)
_SIGNS_ONLY = re.compile(r"[\W_]*")
_LETTERS = frozenset("RAGBY")
_LONGEST_LINE = 400
"""Characters; a longer paragraph is prose that names colours."""
_MOST_ROWS = 12
_FEWEST = 2
"""Colours of a key."""
_NEAR = 8
"""How many blocks with words may stand between a key and its table."""

_Entry: TypeAlias = tuple[tuple[str, ...], str]
"""How a colour is called, by itself and by its name, and what it means."""


@dataclass
class _Found:
    """The entries of a part of a key: each with its colour's name or fill, or both, and meaning.

    `rows` is how many rows of a table they stand in.
    """

    entries: list[_Entry] = field(default_factory=list)
    rows: int = 0

    def add(self, other: "_Found") -> None:
        self.entries += other.entries

    @property
    def is_key(self) -> bool:
        """Whether it has two colours at least."""
        return len({colours[-1] for colours, _ in self.entries}) >= _FEWEST


def begins_with_colour(text: str) -> bool:
    """Return whether a text begins as the key of one colour does: "Red: overdue"."""
    return _COLOUR_FIRST.match(text) is not None


def explains_colours(text: str, *, is_heading: bool = False) -> bool:
    """Return whether a line is the key of a plan's colours, or of one, or says of when they are.

    A heading that begins with a colour may be an aim: "Green: parks in every street".
    """
    line = text.strip()
    if not line or len(line) > _LONGEST_LINE:
        return False
    if _TITLE_OF_KEY.match(line) or _AS_AT.match(line):
        return True
    if _COLOUR_FIRST.match(line) and not is_heading:
        return True
    return any(
        len({one.casefold() for one in said.findall(line)}) >= _FEWEST
        for said in (_COLOUR_SAID, _SAID_COLOUR)
    )


def without_key(
    blocks: tuple[Block, ...], is_plan_table: Callable[[Table], bool], *, keeps_lines: bool = False
) -> tuple[tuple[Block, ...], dict[str, str]]:
    """Return the blocks without the key of a table of actions near it, and what colours mean.

    A block that is part of the key is empty then; the others keep their places. A key above the
    first of those tables may introduce the plan: if one `keeps_lines`, it is there as lines.
    """
    made = list(blocks)
    meanings: dict[str, str] = {}
    for key, found in _keys_in(blocks):
        if _is_near(blocks, key, is_plan_table):
            _take(found, meanings)
            before = (one for one in blocks[: key[0]] if isinstance(one, Table))
            is_first = keeps_lines and not any(map(is_plan_table, before))
            for place in key:
                made[place] = _as_lines(blocks[place]) if is_first else Paragraph(())
    for place, block in enumerate(made):
        if not isinstance(block, Table):
            continue
        above, below = _key_above(block.rows), _key_above(block.rows[::-1])
        if (above.rows or below.rows) and is_plan_table(block):
            _take(above, meanings)
            _take(below, meanings)
            end = len(block.rows) - below.rows
            made[place] = replace(block, rows=block.rows[above.rows : end])
    return tuple(made), meanings


def says_colours(text: str) -> bool:
    """Return whether a text says what one colour at least means."""
    return explains_colours(text) and _ENTRY.search(text) is not None


def _as_lines(block: Block) -> Paragraph:
    """Return a part of a key as lines, blank where it is no key without its colours."""
    if isinstance(block, Paragraph):
        is_line = block.role == "body" or explains_colours(block.text)
        return block if is_line else Paragraph(())
    lines: list[str] = []
    for row in block.rows:
        said = [clean_line(cell.text) for cell in row.cells]
        lines.append(": ".join(one.rstrip(":") for one in said if one))
    text = "\n".join(filter(None, lines))
    if not says_colours(text):
        return Paragraph(())
    cells = (cell for row in block.rows for cell in row.cells)
    at = places(paragraph for cell in cells for paragraph in cell.paragraphs)
    return replace(plain(text), at=at)


def key_remark(meanings: Mapping[str, str], cases: Sequence[Case]) -> Iterator[Remark]:
    """Yield a remark on the key that colours were read by, none where nothing was read by it."""
    named = [f"{name} is “{said}”" for name, said in meanings.items() if _is_name(name)]
    if named and any(case.kind == "colours" for case in cases):
        yield Remark("note", "", f"The paper's own key says what colours mean: {', '.join(named)}.")


def _is_name(colour: str) -> bool:
    return _NAME.fullmatch(colour) is not None


def _take(found: _Found, meanings: dict[str, str]) -> None:
    for colours, meaning in found.entries:
        for colour in colours:
            meanings.setdefault(colour, meaning)


def _keys_in(blocks: Sequence[Block]) -> Iterator[tuple[list[int], _Found]]:
    """Yield each key among the blocks: the places of its lines or of its table, and its title's."""
    places: list[int] = []
    found = _Found()
    title: int | None = None
    for place, block in enumerate(blocks):
        if not is_filled(block) and not (isinstance(block, Table) and _is_coloured(block)):
            continue
        part = _of_block(block)
        if part is not None:
            if not places and title is not None:
                places.append(title)
            places.append(place)
            found.add(part)
            continue
        if found.is_key:
            yield places, found
        places, found = [], _Found()
        title = place if isinstance(block, Paragraph) and _is_title(block.text) else None
    if found.is_key:
        yield places, found


def _is_near(
    blocks: Sequence[Block], places: Sequence[int], is_plan_table: Callable[[Table], bool]
) -> bool:
    """Return whether the first table below a key or the last above it is one of actions."""
    for near in (blocks[places[-1] + 1 :], blocks[: places[0]][::-1]):
        filled = 0
        for block in near:
            if isinstance(block, Table) and is_plan_table(block):
                return True
            filled += is_filled(block)
            if filled > _NEAR:
                break
    return False


def _is_coloured(table: Table) -> bool:
    return any(cell.fill for row in table.rows for cell in row.cells)


def _is_title(text: str) -> bool:
    """Return whether a line says that a key follows, such as "RAG key:"."""
    return explains_colours(text) and _ENTRY.search(text) is None


def _of_block(block: Block) -> _Found | None:
    """Return what a line or a small table says of colours, None where it is no part of a key."""
    if isinstance(block, Paragraph):
        return _of_line(block)
    if len(block.rows) > _MOST_ROWS:
        return None
    found = _Found()
    for row in block.rows:
        part = _of_row(row, is_of_key=True)
        if part is None:
            return None
        found.add(part)
    return found if found.is_key else None


def _key_above(rows: Sequence[Row]) -> _Found:
    """Return the key in the first of some rows, above others; an empty one where there is none."""
    found = _Found()
    for row in rows[:_MOST_ROWS]:
        part = _of_row(row, is_of_key=False)
        if part is None:
            return found if found.is_key else _Found()
        found.add(part)
        found.rows += 1
    return _Found()


def _of_line(paragraph: Paragraph, fill: str = "") -> _Found | None:
    """Return the entries of a line such as "RAG: Green – on track; Red – overdue"."""
    text = paragraph.text
    if len(text) > _LONGEST_LINE:
        return None
    starts = list(_ENTRY.finditer(text))
    if not starts:
        return None
    before = text[: starts[0].start()].strip()
    if not (_SIGNS_ONLY.fullmatch(before) or _is_title(before)):
        return None
    found = _Found()
    ends = [match.start() for match in starts[1:]] + [len(text)]
    for match, end in zip(starts, ends, strict=True):
        meaning = _ENDS.sub("", text[match.end() : end])
        if "(" not in meaning:
            meaning = meaning.removesuffix(")")
        if not meaning:
            return None
        found.entries.append(_entry(match["name"], fill if len(starts) == 1 else "", meaning))
    return found


def _entry(name: str, fill: str, meaning: str) -> _Entry:
    """Return the names of a colour, the plainest last, with what it means."""
    named = name.capitalize().replace("Gray", "Grey")
    plain = named or next(iter(names_of(fill)), fill)
    said = clean_line(meaning)
    return tuple(filter(None, (fill, plain))), said[:1].upper() + said[1:]


def _of_row(row: Row, *, is_of_key: bool) -> _Found | None:
    """Return what a row says of colours, None where anything else stands in it.

    A colour, coloured or named, stands beside what it means. In a table that is nothing but a key
    (`is_of_key`) the words may stand in the colour, or go on in further cells.
    """
    cells = [cell for cell in row.cells if not cell.merged_up]
    filled = [cell for cell in cells if cell.text.strip()]
    found = _Found()
    if not filled and not any(cell.fill for cell in cells):
        return found
    if len(filled) == 1 and _is_title(filled[0].text):
        return found
    if cells and _is_title(cells[0].text):
        cells = cells[1:]
    entries = _pairs(cells, most=1) or _pairs(cells[::-1], most=1) or _lines(cells)
    if not entries and is_of_key:
        entries = _coloured_words(cells) or _pairs(cells, most=len(cells))
    found.entries = entries
    return found if entries else None


def _pairs(cells: Sequence[Cell], most: int) -> list[_Entry]:
    """Return the entries of cells that say what the colour before them means, in `most` cells."""
    entries: list[_Entry] = []
    colour: tuple[str, str] | None = None
    said = 1
    for cell in cells:
        text = clean_line(cell.text)
        own = _colour_in(cell, text)
        if own is not None:
            if not said:
                return []
            colour, said = own, 0
        elif text:
            if colour is None or said >= most or not text[0].isalpha():
                return []
            entries += [] if said else [_entry(*colour, text)]
            said += 1
    return entries if said else []


def _colour_in(cell: Cell, text: str) -> tuple[str, str] | None:
    """Return the name and the fill of a cell that only shows a colour, None for any other."""
    match = _NAME.fullmatch(text)
    if match is not None:
        return match["name"], cell.fill
    is_blank = _SIGNS_ONLY.fullmatch(text) is not None or text in _LETTERS
    return ("", cell.fill) if is_blank and names_of(cell.fill) else None


def _lines(cells: Sequence[Cell]) -> list[_Entry]:
    """Return the entries of cells that each say it in words, such as "Blue – complete"."""
    entries: list[_Entry] = []
    for cell in cells:
        for paragraph in cell.paragraphs:
            if not paragraph.text.strip() or _is_title(paragraph.text):
                continue
            line = _of_line(paragraph, cell.fill)
            if line is None:
                return []
            entries += line.entries
    return entries


def _coloured_words(cells: Sequence[Cell]) -> list[_Entry]:
    """Return the entries of cells that stand in the colour which they explain."""
    filled = [cell for cell in cells if cell.text.strip()]
    colours = {cell.fill for cell in filled if names_of(cell.fill)}
    if len(colours) != len(filled) or not all(cell.text.strip()[0].isalpha() for cell in filled):
        return []
    return [_entry("", cell.fill, cell.text) for cell in filled]


def without_own_keys(blocks: tuple[Block, ...], council: Format) -> tuple[Block, ...]:
    """Return the blocks without the keys that the council's format prints; the others stay."""
    printed = [_words_in(key_table(one)) for one in council.plan.fields if one.key]
    if not printed:
        return blocks
    keys = [*printed, *(rows[1:] for rows in printed)]  # many papers have no headings above them
    return tuple(_left_out(block) if _is_one_of(block, keys) else block for block in blocks)


def _is_one_of(block: Block, keys: list[tuple[tuple[str, ...], ...]]) -> bool:
    return isinstance(block, Table) and _words_in(block) in keys


def _left_out(block: Block) -> Block:
    for row in block.rows if isinstance(block, Table) else ():
        for cell in row.cells:
            left_out(cell.paragraphs, "labels")
    return Paragraph(())


def _words_in(table: Table) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(same_word(cell.text) for cell in row.cells) for row in table.rows)
