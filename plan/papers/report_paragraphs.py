"""Passages of a report: the kinds a section can hold, and how their text is stored."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from plan.council.report_format import ReportFormat, SectionKind
from plan.model.fields import PassageKind
from plan.model.rows import Passage
from plan.papers.blocks import Inline, Paragraph, Text, plain
from plan.papers.markdown import blocks_of, markdown_of
from plan.papers.passage_tables import kept_table, rows_of
from plan.papers.typed_text import stored_of
from plan.text.clean import clean_line, clean_text

KINDS_OF: dict[SectionKind, tuple[PassageKind, ...]] = {
    "text": ("text", "heading"),
    "numbered": ("numbered", "text", "heading"),
    "recommendations": ("recommendation", "text"),
}
"""The kinds of passage that a section of a kind holds, the usual one first.

Any section may hold a table or a picture as well; no paragraph is made one by changing the kind.
"""
OWN_KINDS: tuple[PassageKind, ...] = ("text", "numbered", "heading")
"""The kinds of passage that a section holds that the format has not."""


def usual_kind(report_format: ReportFormat, section_id: str) -> PassageKind:
    """Return the kind of a new passage in a section."""
    section = report_format.section(section_id)
    return KINDS_OF[section.kind][0] if section else "text"


def fitting_kind(report_format: ReportFormat, section_id: str, kind: PassageKind) -> PassageKind:
    """Return `kind` if a section can hold it, otherwise the section's usual kind."""
    section = report_format.section(section_id)
    fits = section is None or kind in ("table", "picture") or kind in KINDS_OF[section.kind]
    return kind if fits else usual_kind(report_format, section_id)


def kept_text(kind: PassageKind, markdown: str, report_format: ReportFormat) -> str:
    """Return the text that a passage stores for a Markdown text, so that it prints correctly.

    A heading is one line, as is what is read out for a picture; a table has a line for each row. A
    numbered paragraph and a recommendation begin with a plain paragraph, for the number or the
    bullet is the paper's; what joins recommendations is the paper's as well.
    """
    if kind in ("heading", "picture"):
        return clean_line(markdown)
    if kind == "table":
        return kept_table(markdown)
    blocks = blocks_of(clean_text(markdown))
    if kind in ("numbered", "recommendation") and blocks:
        blocks = (replace(blocks[0], bullet=None), *blocks[1:])
    if kind == "recommendation":
        blocks = without_joiner(_in_one(blocks), report_format)
    return markdown_of(blocks)


def text_typed(
    kind: PassageKind, typed: str, report_format: ReportFormat, *, before: str = ""
) -> str:
    """Return the text that a passage keeps of what was typed over `before`."""
    is_as_typed = kind in ("heading", "table", "picture")
    return kept_text(kind, typed if is_as_typed else stored_of(typed, before), report_format)


def text_as(kind: PassageKind, passage: Passage, report_format: ReportFormat) -> str:
    """Return a passage's text as a passage of another kind would store it: the same words.

    A heading is plain, all others are Markdown; a table becomes a paragraph for each row, below its
    caption, and a row of a table that the format declares one paragraph. Of a picture there is what
    is read out for it.
    """
    if passage.kind == kind:
        return passage.text
    if passage.kind in ("table", "row"):
        caption = (Paragraph((Text(passage.caption),)),) if passage.caption else ()
        cells = tuple(text for _, text in passage.cells)
        rows = rows_of(passage.text) if passage.kind == "table" else (cells,)
        lines = (tuple(_on_one_line(row)) for row in rows)
        return kept_text(kind, markdown_of((*caption, *map(Paragraph, lines))), report_format)
    if passage.kind in ("heading", "picture"):
        return kept_text(kind, markdown_of((plain(passage.text),)), report_format)
    if kind == "heading":
        return clean_line("\n".join(block.text for block in blocks_of(passage.text)))
    return kept_text(kind, passage.text, report_format)


def _on_one_line(row: Sequence[str]) -> Iterator[Inline]:
    """Yield the words of a table's row, " | " between two cells."""
    for place, cell in enumerate(row):
        blocks = blocks_of(cell)
        yield from (Text(" | "),) if place else ()
        for number, block in enumerate(blocks):
            yield from (Text(" "),) if number else ()
            yield from block.inlines


def _in_one(blocks: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Join plain paragraphs to the one before with a line break, since a list item has only one."""
    joined: list[Paragraph] = []
    for block in blocks:
        if joined and block.bullet is None:
            inlines = (*joined[-1].inlines, Text("\n"), *block.inlines)
            joined[-1] = replace(joined[-1], inlines=inlines)
        else:
            joined.append(block)
    return tuple(joined)


def without_joiner(
    blocks: tuple[Paragraph, ...], report_format: ReportFormat
) -> tuple[Paragraph, ...]:
    """Return a recommendation without what joins it to the next one or ends the list.

    What stands beside its words, such as a note, stays.
    """
    ends = _ends_of(report_format)
    beside: tuple[Inline, ...] = ()
    while blocks:
        *others, block = blocks
        *before, last = block.inlines or (Text(""),)
        if not isinstance(last, Text):
            return (*others, replace(block, inlines=(*block.inlines, *beside)))
        text = _without_ends(last.text, ends)
        if text:
            inlines = (*before, replace(last, text=text), *beside)
            return (*others, replace(block, inlines=inlines))
        if last.beside is not None and not last.text:
            beside = (last, *beside)
        blocks = (*others, replace(block, inlines=tuple(before))) if before else tuple(others)
    return blocks


def _ends_of(report_format: ReportFormat) -> tuple[str, ...]:
    """Return what may follow a recommendation and comes from the paper, longest first.

    For a joiner such as ", and", a comma alone counts too. If the joiner is a word, only the whole
    word counts, so a council that joins with "and" can still write "command".
    """
    joiner = report_format.joiner.strip()
    comma = "".join(takewhile(lambda char: not char.isalnum(), joiner)).strip()
    ends = {
        joiner,
        comma,
        report_format.last_joiner.strip(),
        report_format.end.strip(),
        "; and",
        ", and",
        ";",
        ".",
    } - {""}
    words = {f" {end}" if end[0].isalnum() else end for end in ends}
    return tuple(sorted(words, key=len, reverse=True))


def _without_ends(text: str, ends: tuple[str, ...]) -> str:
    stop = len(text)
    while True:
        while stop and text[stop - 1].isspace():
            stop -= 1
        end = next((end for end in ends if text.endswith(end, 0, stop)), "")
        if not end:
            return text[:stop]
        stop -= len(end)


def joined_by(blocks: tuple[Paragraph, ...], end: str) -> tuple[Paragraph, ...]:
    """Return a recommendation with `end` after its last word."""
    if not blocks:
        return blocks
    return (*blocks[:-1], replace(blocks[-1], inlines=(*blocks[-1].inlines, Text(end))))
