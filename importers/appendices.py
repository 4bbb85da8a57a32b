"""The appendices of a paper: their labels, and those that are a text or name a separate file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from importers.account.ledger import left_out, places, took
from importers.bracketed_notes import line_with_notes
from importers.plan.cells import listed, prose_of
from importers.remarks import Remark
from importers.unread import is_filled
from importers.wording import is_bold, is_short_line
from plan.council.format import Format
from plan.model.outline import AppendixOutline
from plan.papers.blocks import Block, Paragraph, Row, Table, paragraphs_of, plain
from plan.text.clean import clean_line
from plan.text.line_breaks import counted

_LABEL = re.compile(
    r"(?:appendix|annex)(?: (?:no\.? ?)?(?P<number>\d{1,2}|[A-Z]))?:?", re.IGNORECASE
)
_LABEL_AND_TITLE = re.compile(
    r"(?:appendix|annex) (?P<number>\d{1,2}|[A-Z]) ?[:–—-] ?(?P<title>.+)", re.IGNORECASE
)
_UNNUMBERED = re.compile(
    r"(?:appendix|annex)(?P<number>) ?(?::| [–—-]) (?P<title>\w.{2,})", re.IGNORECASE
)
_TITLE_BEHIND = re.compile(r"(?i:appendix|annex) (?P<number>\d{1,2}|[A-Z]) (?P<title>[A-Z].{2,})")
"""A label with a title behind it and nothing between: only a heading, or a line in bold, is one."""
MOST = 30
"""The most appendices of a paper; a higher number must be a misprint."""


def appendix_number(paragraph: Paragraph, council: Format) -> int | None:
    """Return the number on an appendix's label: 0 if it has none, None for any other line."""
    line = clean_line(paragraph.text)
    match = _own_label(council.plan.appendix_label).fullmatch(line) or _LABEL.fullmatch(line)
    if match is None and is_short_line(paragraph):
        match = _label_and_title(paragraph)
    if match is None:
        return 0 if paragraph.role == "appendix-label" else None
    return _as_number(match.groupdict().get("number") or "")


def is_bare_label(paragraph: Paragraph) -> bool:
    """Return whether an appendix's label has no title on its line."""
    return not title_on_label(paragraph)


def title_on_label(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Return the title that follows an appendix's label on the same line, nothing without one."""
    match = _label_and_title(paragraph)
    return (replace(plain(match["title"]), at=paragraph.at),) if match else ()


def _label_and_title(paragraph: Paragraph) -> re.Match[str] | None:
    line = clean_line(paragraph.text)
    is_marked = paragraph.role.startswith("heading") or is_bold(paragraph)
    behind = _TITLE_BEHIND.fullmatch(line) or _UNNUMBERED.fullmatch(line) if is_marked else None
    return _LABEL_AND_TITLE.fullmatch(line) or behind


@lru_cache(maxsize=50)
def _own_label(label: str) -> re.Pattern[str]:
    pattern = re.escape(clean_line(label)).replace(re.escape("{number}"), r"(?P<number>\d{1,2})", 1)
    return re.compile(pattern if label.strip() else r"(?!)", re.IGNORECASE)


def _as_number(number: str) -> int:
    if number.isdecimal():
        return int(number)
    return ord(number.upper()) - ord("A") + 1 if number else 0


def read_appendix(
    blocks: Sequence[Block], council: Format, place: str
) -> tuple[AppendixOutline, tuple[Remark, ...]]:
    """Return the text appendix in `blocks`, the first of which is its label, and remarks on it.

    `place` names it in the remarks. A text cannot hold a table: it is kept as lines, one to a row,
    which is remarked on.
    """
    label, *rest = blocks
    titles = title_on_label(label) if isinstance(label, Paragraph) else ()
    is_ours = isinstance(label, Paragraph) and label.role == "appendix-label"
    paragraphs = [block for block in rest if isinstance(block, Paragraph) and block.text.strip()]
    if not titles and paragraphs and _is_title(paragraphs[0], is_ours=is_ours):
        titles = (paragraphs.pop(0),)
    title = line_with_notes(clean_line(titles[0].text), titles) if titles else ""
    if isinstance(label, Paragraph):
        left_out((label,), "labels")
    tables = [block for block in rest if isinstance(block, Table) and is_filled(block)]
    if tables:
        kept = [one for one in rest if isinstance(one, Table) or one in paragraphs]
        paragraphs = [line for block in kept for line in _lines_of(block)]
    remarks = tuple(_kept_as_lines(tables, place))
    file = _separate_file(paragraphs, council)
    if file is not None:
        appendix = took(AppendixOutline("file", title, file=file), paragraphs, "file")
        left_out(paragraphs, "labels")
        return took(appendix, titles, "title"), remarks
    body = paragraphs if is_ours else listed(paragraphs)
    appendix = took(AppendixOutline("text", title, prose_of(body)), paragraphs, "text")
    return took(appendix, titles, "title"), remarks


def _kept_as_lines(tables: Sequence[Table], place: str) -> Iterator[Remark]:
    if tables:
        verb = "is" if len(tables) == 1 else "are"
        text = f"{counted(len(tables), 'table')} {verb} kept as lines of text, one to a row."
        yield Remark("note", place, text)


def _lines_of(block: Block) -> Iterator[Paragraph]:
    """Yield a paragraph as it is, and each row of a table as a bullet.

    A cell is said with the heading of its column, where the table has more than two; a blank one
    too, where others in its column are answered in words. A row's first cell says what it is about.
    """
    if isinstance(block, Paragraph):
        yield block
        return
    rows = [row for row in block.rows if any(cell.text.strip() for cell in row.cells)]
    if _are_pairs(rows):
        yield from map(_pairs_of, rows)
        return
    heads = [clean_line(cell.text) for cell in rows[0].cells] if rows else []
    has_heads = len(heads) > _LABEL_AND_VALUE and len(rows) > 1 and sum(map(bool, heads)) > 1
    answered = _answered(rows) if has_heads else frozenset()
    if has_heads:
        left_out(_of_row(rows[0]), "labels")
    for row in rows[has_heads:]:
        said = [clean_line(cell.text.replace("\n", "; ")) for cell in row.cells]
        if has_heads:
            named = zip(said[1:], [*heads[1:], *([""] * len(said))], strict=False)
            values = [
                f"{head}: {text}".rstrip() if head else text
                for text, head in named
                if text or head in answered
            ]
        else:
            values = [text for text in said[1:] if text]
        line = ": ".join(filter(None, (said[0], "; ".join(values))))
        at = places(_of_row(row))
        yield replace(plain(line), bullet=0, at=at)


def _answered(rows: Sequence[Row]) -> frozenset[str]:
    """Return the headings of the columns in which some cells are answered in words."""
    heads = [clean_line(cell.text) for cell in rows[0].cells]
    return frozenset(
        head
        for place, head in enumerate(heads)
        if place and head
        for row in rows[1:]
        if len(row.cells) == len(heads) and len(row.cells[place].text.split()) >= _LEAST_WORDS
    )


def _are_pairs(rows: Sequence[Row]) -> bool:
    """Return whether each row has labels with their values beside: "Approved by | … | Date"."""
    four = [row for row in rows if len(row.cells) == _TWO_PAIRS]
    second = [clean_line(row.cells[2].text) for row in four if row.cells[2].text.strip()]
    if not second or any(len(row.cells) not in (_LABEL_AND_VALUE, _TWO_PAIRS) for row in rows):
        return False
    return all(_PAIRED.fullmatch(label) for label in second)


def _pairs_of(row: Row) -> Paragraph:
    """Return a row as a bullet: each label with the value beside it."""
    said = [clean_line(cell.text.replace("\n", "; ")) for cell in row.cells]
    pairs = zip((label.rstrip(":") for label in said[::2]), said[1::2], strict=False)
    line = "; ".join(": ".join(filter(None, pair)) for pair in pairs if any(pair))
    return replace(plain(line), bullet=0, at=places(_of_row(row)))


_TWO_PAIRS = 4
_LEAST_WORDS = 3
"""Words of a cell that is an answer, and no mark."""
_PAIRED = re.compile(
    r"(?:(?:meeting|start|end|next|review|completion) )?(?:date|signature|signed|designation|post|"
    r"position|job title|role|name|published|publication|version|telephone|phone|e-?mail|contact|"
    r"service|department|directorate|review|status|reference|report n(?:o|umber))"
    r"(?: (?:of|for|by|to|and|no|number|date|title|address)\b[\w /]{0,40})?\.?:?",
    re.IGNORECASE,
)
"""The second label in a row of two: what stands with a name or a title in a form."""
_LABEL_AND_VALUE = 2
"""The columns of a table that has a label and a value in each row."""


def _of_row(row: Row) -> Iterator[Paragraph]:
    return paragraphs_of(tuple(block for cell in row.cells for block in cell.blocks))


def _is_title(paragraph: Paragraph, *, is_ours: bool) -> bool:
    if is_ours:
        return paragraph.role == "cover-title"
    is_marked = paragraph.role != "body" or is_bold(paragraph) or paragraph.text.isupper()
    return is_marked and is_short_line(paragraph)


def _separate_file(paragraphs: Sequence[Paragraph], council: Format) -> str | None:
    """Return the name of the separate file that an appendix is, None where it is a text."""
    if len(paragraphs) != 1 or "{file}" not in council.report.separate_file:
        return None
    pattern = re.escape(council.report.separate_file.strip()).replace(
        re.escape("{file}"), r"\s*(?P<file>.*)", 1
    )
    match = re.fullmatch(pattern.replace(r"\ \s*", r"\s*"), paragraphs[0].text.strip())
    return clean_line(match["file"]) if match else None
