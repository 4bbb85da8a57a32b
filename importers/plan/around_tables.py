"""What stands around the tables of a plan: its front, headings of their own, lines between them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from importers.account.ledger import left_out, places
from importers.kept_text import kept_prose
from importers.plan.aims import LONGEST_AIM, aim_label, is_label_of_aim
from importers.plan.bands import band_of, is_band
from importers.plan.cells import listed
from importers.plan.colour_keys import explains_colours, says_colours
from importers.plan.cover import (
    CoverLines,
    cover_lines,
    heads_introduction,
    introduces,
    says_when,
    says_which,
    spells_out,
)
from importers.unread import is_filled
from importers.wording import is_bold, is_short_line
from plan.council.format import Format
from plan.papers.blocks import Block, Cell, Paragraph, Table, Text, paragraphs_of, plain
from plan.text.clean import clean_line

_CONTINUED = re.compile(
    r"[\W_]*(?:.{0,80}\b)?cont(?:inued|inues|inuation|(?:in)?[’']?d|\.)?\b[\W_]*"
    r"(?:(?:from|on|over|overleaf|below)\b.{0,40})?",
    re.IGNORECASE,
)
"""A line between two tables that says no more than that the first goes on."""
_CARD_REF = re.compile(
    r"(?:action|task)(?: (?:ref|no|number|point))?[.:]? ((?=\S*\d)\S{1,12}?|[a-z])[.:]?",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60

_LABELLED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?:\s+\S")
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_FEWEST_WORDS = 6
"""Words from which on a line that ends as a sentence does is one."""
_MEANING = re.compile(
    r"(?:what (?:it|this) means|meanings?|definitions?|descriptions?|explanations?|in full"
    r"|full (?:name|title|form|term)|stands for|what it stands for)",
    re.IGNORECASE,
)
"""What stands above the meanings in a key."""
_MOST_ROWS, _TWO = 24, 2
_MOST_HEADINGS = 2
"""Lines one above the other that may head a text."""


def says_continued(block: Block) -> bool:
    """Return whether a line between two tables says only that the first goes on."""
    return isinstance(block, Paragraph) and _CONTINUED.fullmatch(block.text.strip()) is not None


def front_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what stands above the first heading of a paper and above its first table."""
    for block in blocks:
        is_heading = isinstance(block, Paragraph) and block.role.startswith("heading")
        if is_heading or (isinstance(block, Table) and is_filled(block)):
            return
        yield block


def below_headings(blocks: Iterable[Block]) -> frozenset[int]:
    """Return which tables have a heading of their own above, as others with the same header do.

    It stands before the table, or across its first row.
    """
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    role = ""
    for block in blocks:
        if block.__class__ is Paragraph:  # no call for each of very many
            role = block.role if block.role[:7] == "heading" else role
        elif isinstance(block, Table) and is_filled(block):
            is_headed = bool(band_of(block.rows[0])) and len(block.rows) > 1
            header = tuple(cell.text for cell in block.rows[1 if is_headed else 0].cells)
            role = "band" if is_headed else role
            if role and len(header) > 1:
                alike[role, *header].append(id(block))
            role = ""
    return frozenset(one for tables in alike.values() if len(tables) > 1 for one in tables)


def explains(paragraph: Paragraph) -> bool:
    """Return whether a paragraph above a table says what colours mean, or when: it is no aim.

    Nor is one that says something of the plan itself, an introduction of several sentences, or what
    abbreviations mean.
    """
    is_heading = paragraph.role.startswith("heading")
    if explains_colours(paragraph.text, is_heading=is_heading):
        return True
    if is_heading or paragraph.label:
        return False
    return any(says(paragraph.text) for says in (says_when, introduces, spells_out))


def without_introduction(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs above a table that may be its aim, or stand above one.

    Below the heading of an introduction prose is no aim.
    """
    is_below = False
    for paragraph in paragraphs:
        if heads_introduction(paragraph.text):
            is_below = True
            continue
        is_line = is_short_line(paragraph) or aim_label(paragraph.text) is not None
        is_below = is_below and not (is_line or paragraph.role.startswith("heading"))
        if not is_below and not explains(paragraph):
            yield paragraph


def cover_above(
    since: Sequence[Block], others: Sequence[Block], council: Format
) -> tuple[CoverLines, list[Block]]:
    """Return the cover of a plan, and the tables above it that are left over.

    `since` is all that stands above its first table of actions, `others` what of it is no aim.
    """
    left = set(map(id, others))
    cover = [one for one in since if isinstance(one, Paragraph) and one.inlines and id(one) in left]
    keys = [one for one in cover if says_colours(one.text)]
    cover = [one for one in cover if not says_colours(one.text)]
    tables: list[Block] = [one for one in others if not isinstance(one, Paragraph)]
    if len(cover) == 1 and not says_which(cover[0].text):
        tables, name = without_name(tables)
        cover = [*name, *cover]
    front = set(map(id, front_of(since)))
    lines = cover_lines(cover, council, sum(id(one) in front for one in cover))
    return replace(lines, before=(*lines.before, *keys)), tables


def introduced(
    cover: CoverLines, tables: Sequence[Block], since: Iterable[Block], *, keeps_all: bool = False
) -> tuple[CoverLines, list[Block]]:
    """Return a cover with the introduction found in what is left over of it, and the other tables.

    `since` is all that stands above the first table of actions, the lines of the cover too.
    `keeps_all` has it keep all that is left over, as it stands.
    """
    left = set(map(id, (*cover.before, *cover.unread, *tables)))
    if not left:
        return cover, []
    filled = (one for one in since if is_filled(one))
    runs = groupby(filled, lambda one: id(one) in left)
    text, taken = _kept((run for is_left, run in runs if is_left), keeps_all=keeps_all)
    if not text:
        return cover, list(tables)
    before, unread = (
        tuple(one for one in lines if not taken.issuperset(one.at))
        for lines in (cover.before, cover.unread)
    )
    others = [one for one in tables if not taken.issuperset(places(paragraphs_of((one,))))]
    return replace(cover, before=before, unread=unread, introduction=text), others


def closed(
    cover: CoverLines, below: Iterable[Block], *, keeps_all: bool = False
) -> tuple[CoverLines, list[Block]]:
    """Return a cover with what closes the plan, of what stands below its last table; the rest too.

    `keeps_all` is as for `introduced`.
    """
    filled = [one for one in below if is_filled(one)]
    if not keeps_all and not any(map(_may_be_prose, filled)):
        return cover, filled
    text, taken = _kept((filled,), keeps_all=keeps_all)
    left = [one for one in filled if not taken.issuperset(places(paragraphs_of((one,))))]
    return (replace(cover, closing=text), left) if text else (cover, filled)


def _kept(runs: Iterable[Iterable[Block]], *, keeps_all: bool) -> tuple[str, frozenset[int]]:
    """Return the text that keeps what runs of blocks say of a plan, and the places of its words."""
    found: list[Block] = []
    for run in runs:
        found += map(_without_look, run) if keeps_all else _introduction_in(run)
    text = kept_prose(found, is_ours=not keeps_all)
    return text, frozenset(places(paragraphs_of(tuple(found)))) if text else frozenset()


def _may_be_prose(block: Block) -> bool:
    return not isinstance(block, Paragraph) or " " in block.text


def _without_look(block: Block) -> Block:
    return _as_line(block) if isinstance(block, Paragraph) and _is_heading(block) else block


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.role.startswith("heading") or is_bold(paragraph)


def _introduction_in(blocks: Iterable[Block]) -> list[Paragraph]:
    """Return which of some paragraphs that are left over above the first aim introduce the plan.

    That is prose, with the bullets below it and the headings above it, and keys; not a line that
    says something of a paper by a label, nor the names of who made it.
    """
    taken: list[Paragraph] = []
    headings: list[Paragraph] = []
    is_below_prose = False
    for paragraph in listed(filter(None, map(_as_paragraph, blocks))):
        is_heading = paragraph.role.startswith("heading")
        if not is_heading and _is_prose(paragraph, is_below_prose=is_below_prose):
            taken += [*map(_as_line, headings), replace(paragraph, role="body")]
            headings, is_below_prose = [], True
        else:
            is_line = is_short_line(paragraph) or paragraph.text.strip().endswith(":")
            is_line = is_line and _LABELLED.match(paragraph.text) is None
            if heads_introduction(paragraph.text):  # what stands below another was no prose
                headings = [one for one in headings if not heads_introduction(one.text)]
            headings = [*headings, paragraph][-_MOST_HEADINGS:] if is_line else []
            is_below_prose = False
    return taken


def _as_paragraph(block: Block) -> Paragraph | None:
    """Return a paragraph as it is, a small table of what words mean as lines, None for others.

    It has two columns, and says so above the second, or what abbreviations stand for.
    """
    if isinstance(block, Paragraph):
        return block
    rows = [[clean_line(cell.text) for cell in row.cells] for row in block.rows]
    if not 1 < len(rows) <= _MOST_ROWS or any(len(row) != _TWO or not all(row) for row in rows):
        return None
    lines = [": ".join(row) for row in rows]
    if not (_MEANING.fullmatch(rows[0][1]) or all(map(spells_out, lines[1:]))):
        return None
    return replace(plain("\n".join(lines)), at=places(paragraphs_of((block,))))


def _is_prose(paragraph: Paragraph, *, is_below_prose: bool) -> bool:
    """Return whether a paragraph says something in sentences, or goes on with what does."""
    text = paragraph.text.strip()
    if paragraph.bullet is not None:
        return is_below_prose or len(text.split()) >= _FEWEST_WORDS
    if "\n" in text or says_colours(text) or spells_out(text) or introduces(text):
        return True
    is_long = len(text.split()) >= _FEWEST_WORDS
    return is_long and (text.endswith(_SENTENCE_ENDS) or not is_short_line(paragraph))


def _as_line(heading: Paragraph) -> Paragraph:
    """Return a line above prose without its emphasis: a bold line is no heading in a field."""
    plainly = (
        replace(one, bold=False, italic=False) if isinstance(one, Text) else one
        for one in heading.inlines
    )
    return replace(heading, inlines=tuple(plainly), role="body")


def without_name(blocks: list[Block]) -> tuple[list[Block], list[Paragraph]]:
    """Return the tables above a plan without the name across the first of them, and that name.

    So the form for minutes prints the meeting's name, below a title that is no more than "Minutes".
    """
    table = next(filter(is_filled, blocks), None)
    row = table.rows[0] if isinstance(table, Table) else None
    if row is None or not is_band(row) or not isinstance(table, Table):
        return blocks, []
    name = [one for one in row.cells[0].paragraphs if one.text.strip()]
    if len(name) != 1 or not is_short_line(name[0]) or aim_label(name[0].text) is not None:
        return blocks, []
    bare = without_cells(table, row.cells)
    return [bare if block is table else block for block in blocks], name


def without_cells(table: Table, cells: tuple[Cell, ...]) -> Table:
    """Return a table with some of its cells blank."""
    return table.with_cells(
        lambda one: replace(one, blocks=()) if any(one is cell for cell in cells) else one
    )


def with_texts_below_labels(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, with each heading that is only an aim's label joined to the text below it.

    So "Area for improvement", which stands above several aims, begins each; the label is counted.
    """
    alone = [
        place
        for place, block in enumerate(blocks)
        if block.__class__ is Paragraph and block.inlines and _is_label_alone(block)
    ]
    below = {place: _text_below(blocks, place) for place in alone}
    said = Counter(_label_of(blocks[place]) for place, text in below.items() if text is not None)
    if not any(count > 1 for count in said.values()):
        return tuple(blocks)
    joined, taken = list(blocks), set[int]()
    counts: Counter[str] = Counter()
    for place, text in below.items():
        label = _label_of(blocks[place])
        if text is None or said[label] == 1:
            continue
        counts[label] += 1
        joined[place] = _with_text(blocks[place], counts[label], blocks[text])
        taken.add(text)
    return tuple(block for place, block in enumerate(joined) if place not in taken)


def _is_label_alone(line: Paragraph) -> bool:
    """Return whether a heading, or a line in bold, is the label of an aim, without a number."""
    if len(line.text) > _LONGEST_LABEL or line.bullet is not None:
        return False
    is_marked = line.role.startswith("heading") or is_bold(line)
    text = line.text.strip().rstrip(": ")
    return is_marked and not text[-1:].isdigit() and is_label_of_aim(text)


def _label_of(block: Block) -> str:
    return clean_line(block.text).rstrip(": ").casefold() if isinstance(block, Paragraph) else ""


def _text_below(blocks: Sequence[Block], place: int) -> int | None:
    """Return where the text of an aim stands below its label; None where something else does."""
    below = next((n for n in range(place + 1, len(blocks)) if is_filled(blocks[n])), None)
    line = blocks[below] if below is not None else None
    if not isinstance(line, Paragraph) or line.role.startswith("heading") or line.label:
        return None
    is_aim = line.bullet is None and len(line.text) <= LONGEST_AIM and aim_label(line.text) is None
    return below if is_aim else None


def _with_text(label: Block, number: int, text: Block) -> Block:
    if not isinstance(label, Paragraph) or not isinstance(text, Paragraph):
        return label
    before = Text(f"{clean_line(label.text).rstrip(': ')} {number}: ")
    return replace(label, inlines=(before, *text.inlines), at=(*label.at, *text.at))


def ref_of_card(above: Sequence[Block]) -> Paragraph | None:
    """Return the paragraph that is the ref of the card below ("Action 1.2"), or None."""
    for block in reversed(above):
        if not isinstance(block, Paragraph):
            return None
        if _CARD_REF.fullmatch(clean_line(block.text)):
            return block
        if is_filled(block):
            return None
    return None


def ref_in(above: Paragraph) -> Paragraph:
    """Return the ref alone of the paragraph that is the ref of a card: "1.2" of "Action 1.2"."""
    text = clean_line(above.text)
    match = _CARD_REF.fullmatch(text)
    if match is None:
        return above
    left_out((above,), "labels", text[: match.start(1)])
    return replace(plain(match[1]), at=places((above,)))
