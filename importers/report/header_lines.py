"""The lines of a committee report's header, however it is laid out: a label and its text to a line.

The council's own labels are asked first, then those of any council (`report_words`).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from importers.account.ledger import places
from importers.report.report_words import header_label, is_any_label
from importers.report.who_meets import committee_or_date
from importers.unread import is_filled
from plan.council.report_format import HeaderLine, ReportFormat, rows_of_lines
from plan.papers.blocks import Block, Cell, Paragraph, Row, Table, paragraphs_of, plain
from plan.papers.paragraph_parts import lines_apart
from plan.text.clean import clean_line

_BLANK = " \t\u00a0…"
"""What a cell holds that says nothing: dots are where a text is to be filled in."""
_MOST_WORDS = 4
_LEAST_ABOVE = 2
"""Labels that may stand in a row above their texts: one label is beside its text."""
_APART = re.compile(r"\t+|\n| {3,}|[ \u00a0]+[·•∙|‖][ \u00a0]+")
"""What stands between two pairs of a label and a text on one line."""


def labelled(text: str, line: HeaderLine) -> str | None:
    """Return what stands behind a line's label; None where `text` does not begin with it.

    A label is followed by a colon or a tab, or it is all there is; an item's by a space as well.
    """
    if not line.label:
        return None
    if line.place == "line" and text.startswith(f"{line.label}\t"):
        return text.removeprefix(f"{line.label}\t")
    match = _label_pattern(line.label, is_item=line.place != "line").fullmatch(text.strip())
    return None if match is None else match["rest"]


@lru_cache(maxsize=200)
def _label_pattern(label: str, *, is_item: bool) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, label.strip().rstrip(":").split()))
    end = r"(?:\s*[:\t]|\s|\Z)" if is_item else r"(?:\s*[:\t]|\s*\Z)"
    return re.compile(rf"{words}{end}\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


def header_line(paragraph: Paragraph, report_format: ReportFormat) -> tuple[HeaderLine, str] | None:
    """Return the line of the header that a paragraph is, with what it says behind the label."""
    if not paragraph.inlines or paragraph.bullet is not None:
        return None
    return own_label(paragraph.text, report_format)


def own_label(text: str, report_format: ReportFormat) -> tuple[HeaderLine, str] | None:
    """Return the line of the council's header whose label a text begins with, and the rest."""
    lines, firsts = _own_lines(report_format.header)
    if text.lstrip()[:1].casefold() not in firsts:  # as most lines of a paper
        return None
    for line in lines:
        rest = labelled(text, line)
        if rest is not None:
            return line, rest
    return None


@lru_cache(maxsize=20)
def _own_lines(header: tuple[HeaderLine, ...]) -> tuple[tuple[HeaderLine, ...], frozenset[str]]:
    """Return the lines of a header, the longest label first, and how their labels may begin."""
    lines = sorted(header, key=lambda line: len(line.label), reverse=True)
    return tuple(lines), frozenset(line.label.strip()[:1].casefold() for line in lines)


# Where a header is laid out: a label and its text to a line


def laid_out_lines(
    blocks: Iterable[Block], report_format: ReportFormat, *, is_ours: bool = False
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a header, each with a label and its text or with neither.

    A row of a table, or a line with tabs, may hold two such pairs; or a row of labels stands above
    one of texts. What this program printed (`is_ours`) has one to a line where the format says so.
    """
    rows = [row for row in rows_of_lines(report_format.header) if len(row) > 1]
    for block in blocks:
        if isinstance(block, Table):
            yield from _lines_of(block, report_format)
        elif is_ours:
            yield from _printed_pairs(block, rows)
        else:
            yield from _pairs_in(block, report_format)


def _printed_pairs(
    paragraph: Paragraph, rows: Iterable[tuple[HeaderLine, ...]]
) -> Iterator[Paragraph]:
    """Yield the lines that this program printed in one row, or the paragraph where it is alone."""
    for row in rows:
        pattern = r"\t".join(rf"({re.escape(line.label)}\t[^\t]*)" for line in row)
        match = re.fullmatch(pattern, paragraph.text)
        if match is not None:
            yield from (replace(plain(pair), at=paragraph.at) for pair in match.groups())
            return
    yield paragraph


def _pairs_in(paragraph: Paragraph, report_format: ReportFormat) -> Iterator[Paragraph]:
    lines = _lines_without_label(paragraph, report_format)
    if lines:
        yield from lines
        return
    pieces = [_line(piece, paragraph) for piece in _APART.split(paragraph.text) if piece.strip()]
    labels = [_is_labelled(one.text, report_format) or _says_by_whom(one.text) for one in pieces]
    if sum(labels) < 2 or not labels[0]:  # noqa: PLR2004 (two pairs)
        yield paragraph
        return
    if all(labels) and not any(_is_bare_label(one.text, report_format) for one in pieces):
        yield from pieces
        return
    yield from _pairs([[piece] for piece in pieces], report_format)


def _lines_without_label(
    paragraph: Paragraph, report_format: ReportFormat
) -> tuple[Paragraph, ...]:
    """Return the lines of a paragraph none of which has a label; nothing for any other.

    A committee or a date may stand on one line with something else, a tab between them.
    """
    text = paragraph.text.strip()
    if paragraph.bullet is not None or _APART.search(text) is None:
        return ()
    lines = lines_apart(paragraph)
    if "\n" not in text:
        lines = tuple(filter(is_filled, lines_apart(paragraph, _APART)))
        if not any(committee_or_date(line.text) for line in lines):
            return ()
    return () if any(_is_labelled(line.text, report_format) for line in lines) else lines


def _line(text: str, paragraph: Paragraph) -> Paragraph:
    """Return a line of a paragraph as one of its own."""
    return replace(plain(text.strip()), at=paragraph.at)


def _lines_of(table: Table, report_format: ReportFormat) -> Iterator[Paragraph]:
    rows = [_lines_in_cells(row) for row in table.rows]
    place = 0
    while place < len(rows):
        row, below = rows[place], rows[place + 1] if place + 1 < len(rows) else []
        if _is_labels_above(row, below, report_format):
            for label, text in zip(row, below, strict=True):
                yield from _pairs([label, text], report_format)
            place += 1
        else:
            yield from _unlabelled(row, report_format) or _pairs(row, report_format)
        place += 1


def _unlabelled(
    row: Sequence[Sequence[Paragraph]], report_format: ReportFormat
) -> tuple[Paragraph, ...]:
    """Return the lines of a row without a label, where one names who meets or when; else none."""
    lines = tuple(line for cell in row for line in cell)
    if len(lines) < 2 or any(_is_labelled(line.text, report_format) for line in lines):  # noqa: PLR2004
        return ()
    return lines if any(committee_or_date(line.text) for line in lines) else ()


def _lines_in_cells(row: Row) -> list[list[Paragraph]]:
    """Return the lines of each cell of a row."""
    return [list(_lines_in(cell)) for cell in row.cells if not cell.merged_up]


def _lines_in(cell: Cell) -> Iterator[Paragraph]:
    for paragraph in paragraphs_of(cell.blocks):
        for line in paragraph.text.split("\n"):
            if line.strip(_BLANK):
                yield _line(line, paragraph)


def _is_labels_above(
    row: Sequence[Sequence[Paragraph]],
    below: Sequence[Sequence[Paragraph]],
    report_format: ReportFormat,
) -> bool:
    """Return whether a row of labels stands above a row of their texts."""
    above = [" ".join(line.text for line in cell) for cell in row]
    if len(above) != len(below):
        return False
    own = {text for text in above if own_label(text, report_format) is not None}
    bare = {text for text in own if _is_bare_label(text, report_format)}
    is_above = own == bare and is_row_of_labels(above, frozenset(bare))
    labelled = sum(any(_is_labelled(one.text, report_format) for one in cell) for cell in below)
    return is_above and labelled * 2 < len(above)  # a text may read like a label: "Chief Officer"


def is_row_of_labels(texts: Sequence[str], known: frozenset[str] = frozenset()) -> bool:
    """Return whether the cells of a row are labels alone, whose texts stand below them.

    Most are labels of any council, or one of those `known`; the others are as short. One label is
    beside its text.
    """
    said = [text for text in texts if text]
    labels = {text: header_label(text, is_cell=True) for text in said}
    bare = [one for one in said if (label := labels[one]) is not None and not label.text]
    bare += [one for one in said if one not in bare and (one in known or is_any_label(one))]
    others = [one for one in said if one not in bare]
    is_short = all(len(one.split()) <= _MOST_WORDS and labels[one] is None for one in others)
    is_short = is_short and not any(map(str.isdigit, "".join(others)))
    return len(bare) >= _LEAST_ABOVE and len(bare) > len(others) and is_short


def _pairs(
    cells: Iterable[Sequence[Paragraph]], report_format: ReportFormat
) -> Iterator[Paragraph]:
    """Yield a line for each label in a row of cells, with what follows it up to the next."""
    lines: list[list[Paragraph]] = []
    waits = False
    cells = list(cells)
    second = _second_label(cells, report_format)
    for place, cell in enumerate(cells):
        if not cell and waits:
            waits = False  # the text is blank
        for line in cell:
            is_label = place == second or _is_labelled(line.text, report_format)
            if is_label and waits and ":" not in line.text:
                is_label = False  # a text that happens to read like a label
            if is_label or not lines:
                lines.append([line])
            else:
                lines[-1].append(line)
            waits = is_label and _is_bare_label(line.text, report_format)
    for pair in lines:
        yield replace(plain("\t".join(_label_apart(one.text) for one in pair)), at=places(pair))


def _second_label(cells: Sequence[Sequence[Paragraph]], report_format: ReportFormat) -> int:
    """Return which cell of a row of two pairs is a label that no word knows; -1 for none.

    It stands between the texts of the two, and is as short as a label.
    """
    texts = [" ".join(line.text for line in cell) for cell in cells]
    if len(texts) != 4 or not all(texts) or not _is_bare_label(texts[0], report_format):  # noqa: PLR2004
        return -1
    is_short = len(texts[2].split()) <= _MOST_WORDS and not any(map(str.isdigit, texts[2]))
    known = any(_is_labelled(text, report_format) for text in texts[1:])
    return 2 if is_short and not known else -1


def _label_apart(text: str) -> str:
    """Return a line; where but a gap stands behind its label, a tab stands for that."""
    label, *rest = _APART.split(text.strip(), maxsplit=1)
    if not rest or header_label(label, is_cell=True) is None:
        return clean_line(text)
    return f"{clean_line(label)}\t{clean_line(rest[0])}"


def _is_labelled(text: str, report_format: ReportFormat) -> bool:
    return (
        own_label(text, report_format) is not None
        or header_label(text, is_cell=True) is not None
        or is_any_label(text)
    )


def _says_by_whom(text: str) -> bool:
    """Return whether a piece of a line has its label before a space: "Report by the Director"."""
    label = header_label(text)
    return label is not None and bool(label.text)


def _is_bare_label(text: str, report_format: ReportFormat) -> bool:
    own = own_label(text, report_format)
    if own is not None:
        return not own[1].strip()
    general = header_label(text, is_cell=True)
    return not general.text if general is not None else is_any_label(text)
