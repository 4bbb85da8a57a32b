"""The header of a committee report: its lines by their labels, filled back into fields."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from string import Formatter

from importers.account.ledger import left_out, places, took
from importers.wording import is_date
from plan.council.report_format import HeaderLine, ReportFormat
from plan.model.fields import LINE_LIMIT
from plan.papers.blocks import Block, Paragraph, Table, paragraphs_of, plain
from plan.text.clean import clean_line

_DASH = re.compile(r"[–—-]")
_ITEM_EDGES = " .…_:-–—\t"


@dataclass
class ReadHeader:
    """The fields of a report's header that were found, and the paragraphs that are none of it."""

    values: dict[str, str] = field(default_factory=dict)
    unread: list[Paragraph] = field(default_factory=list)
    printed: dict[str, list[Paragraph]] = field(default_factory=dict)
    """The paragraphs that print each field."""


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
    text = paragraph.text
    for line in sorted(report_format.header, key=_length_of_label, reverse=True):
        rest = labelled(text, line)
        if rest is not None:
            return line, rest
    return None


def _length_of_label(line: HeaderLine) -> int:
    return len(line.label)


def laid_out_lines(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a header; a row of a table that lays it out is one line."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _lines_of(block)


def _lines_of(table: Table) -> Iterator[Paragraph]:
    for row in table.rows:
        cells = [" ".join(one.text for one in paragraphs_of(cell.blocks)) for cell in row.cells]
        at = places(one for cell in row.cells for one in cell.paragraphs)
        yield replace(plain("\t".join(filter(None, map(clean_line, cells)))), at=at)


def read_header(paragraphs: Iterable[Paragraph], report_format: ReportFormat) -> ReadHeader:
    """Return the fields of the header that `paragraphs` print.

    Paragraphs without a label are given to the format's lines without one, in order; one that
    begins with a tab goes on with the line above.
    """
    header = ReadHeader()
    unlabelled = [line for line in report_format.header if not line.label]
    above: HeaderLine | None = None
    for paragraph in paragraphs:
        found = header_line(paragraph, report_format)
        if found is not None:
            above = found[0]
            _fill(header, above, found[1], paragraph)
            left_out((paragraph,), "labels", f"{above.label} {_fixed_words(above.text)}")
        elif (line := _unlabelled(paragraph, unlabelled)) is not None:
            unlabelled.remove(line)
            _fill(header, line, paragraph.text, paragraph)
            left_out((paragraph,), "labels", _fixed_words(line.text))
        elif above is not None and _goes_on(paragraph, above, header):
            _go_on(header, above, paragraph)
        elif paragraph.text.strip():
            header.unread.append(paragraph)
    for name, printed in header.printed.items():
        took(header.values[name], printed)
    return header


def _unlabelled(paragraph: Paragraph, lines: Sequence[HeaderLine]) -> HeaderLine | None:
    """Return which of the lines without a label a paragraph is: one that is fixed, or the next."""
    if not paragraph.text.strip():
        printed = paragraph.role in {"report-item", "report-line", "report-centred"}
        return lines[0] if printed and lines else None
    fixed = next((one for one in lines if not one.fields and one.text == paragraph.text), None)
    return fixed or next((one for one in lines if one.fields), None)


def _fill(header: ReadHeader, line: HeaderLine, text: str, paragraph: Paragraph) -> None:
    for name, value in field_values(line, text).items():
        if name not in header.values:
            header.values[name] = value
            header.printed[name] = [paragraph]


def _fixed_words(pattern: str) -> str:
    """Return what a line prints whatever its fields say."""
    return " ".join(literal for literal, _, _, _ in Formatter().parse(pattern))


def _goes_on(paragraph: Paragraph, above: HeaderLine, header: ReadHeader) -> bool:
    if not above.fields or not paragraph.text.startswith("\t") or not paragraph.text.strip():
        return False
    return len(header.values.get(above.fields[-1], "")) < LINE_LIMIT


def _go_on(header: ReadHeader, line: HeaderLine, paragraph: Paragraph) -> None:
    name = line.fields[-1]
    header.values[name] = clean_line(f"{header.values.get(name, '')} {paragraph.text}")
    header.printed.setdefault(name, []).append(paragraph)


def field_values(line: HeaderLine, text: str) -> dict[str, str]:
    """Return the fields that `text`, printed by a line's pattern, was filled with."""
    text = clean_line(text)
    names = line.fields
    if not text or not names:
        return {}
    match = _text_pattern(line.text).fullmatch(text)
    match = match or _text_pattern(line.text, any_dash=True).fullmatch(text)
    if match is not None:
        return {name: value.strip() for name, value in match.groupdict().items() if value.strip()}
    if line.place == "item":
        text = text.strip(_ITEM_EDGES)
    text = text.removeprefix(line.text.partition("{")[0].strip()).strip()
    dated = next((name for name in names if name == "meeting_date"), None)
    if dated is not None and is_date(text):
        return {dated: text}
    return {next((name for name in names if name != dated), names[0]): text} if text else {}


@lru_cache(maxsize=200)
def _text_pattern(text: str, *, any_dash: bool = False) -> re.Pattern[str]:
    """Return the pattern of a filled line; with `any_dash` a dash of any length stands for its own.

    The last field begins as far behind as can be: committees have dashes in their names.
    """
    parts: list[str] = []
    seen: set[str] = set()
    for literal, name, _, _ in Formatter().parse(text):
        parts.extend(_character_pattern(one, any_dash=any_dash) for one in literal)
        if name and name not in seen:
            seen.add(name)
            parts.append(f"(?P<{name}>.*)")
    return re.compile("".join(parts))


def _character_pattern(character: str, *, any_dash: bool) -> str:
    if character.isspace():
        return r"\s+"
    return "[–—-]" if any_dash and _DASH.fullmatch(character) else re.escape(character)
