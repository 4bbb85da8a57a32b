"""The signature at the end of a committee report: name, post, month and year.

It stands alone below the text, behind labels, or in a table of who wrote or approved the report.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from importers.account.ledger import left_out, places, took
from importers.report.report_words import (
    Labelled,
    header_label,
    is_above_a_signature,
    says_nothing,
    signature_column,
    signature_label,
)
from importers.unread import is_filled
from importers.wording import is_date, is_short_line, said_words
from plan.council.report_format import ReportFormat
from plan.model.fields import SignatureField
from plan.papers.blocks import Block, Cell, Paragraph, Table, plain
from plan.text.clean import clean_line

_LONGEST_LABEL = 40
_LEAST_KNOWN = 3
"""Labels known at the end of a report, where only one of them names a field."""
_HEADED, _PAIR = 2, 2
"""Rows of a table with one row below its headings; cells of a row with a label and a text."""
SIGNATURE_ROLES = frozenset({"signatory", "signatory-post"})


@dataclass(frozen=True)
class ReadSignature:
    """The fields of a signature, the blocks before it and the blocks behind it.

    `without_field` are labels among its lines whose text has no field.
    """

    values: dict[SignatureField, str]
    before: tuple[Block, ...]
    behind: tuple[Block, ...] = ()
    without_field: tuple[Labelled, ...] = ()


def read_signature(
    blocks: Sequence[Block], report_format: ReportFormat, *, is_ours: bool
) -> ReadSignature:
    """Return the signature that ends the report in `blocks`; no values where there is none."""
    place = _styled_place(blocks) if is_ours else _place(blocks, len(report_format.signature))
    if place is None:
        return ReadSignature({}, tuple(blocks))
    start, end = place
    lines = [
        took(clean_line(block.text), (block,))
        for block in blocks[start:end]
        if isinstance(block, Paragraph) and block.text.strip()
    ]
    return ReadSignature(
        _assigned(lines, report_format), tuple(blocks[:start]), tuple(blocks[end:])
    )


def _assigned(lines: list[str], report_format: ReportFormat) -> dict[SignatureField, str]:
    """Give the lines to the fields in order; a date at the end is the date, if that comes last."""
    fields = list(report_format.signature)
    values: dict[SignatureField, str] = {}
    if fields and fields[-1] == "signed_on" and lines and is_date(lines[-1]):
        values[fields.pop()] = lines.pop()
    elif "signed_on" in fields and len(lines) < len(fields):
        fields.remove("signed_on")
    values.update(zip(fields, lines, strict=False))
    return values


def _styled_place(blocks: Sequence[Block]) -> tuple[int, int] | None:
    places = [
        place
        for place, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.role in SIGNATURE_ROLES
    ]
    return (places[0], places[-1] + 1) if places else None


def _place(blocks: Sequence[Block], most: int) -> tuple[int, int] | None:
    """Return where a signature begins and ends, told by its date or by the gap above it."""
    dated = next(
        (
            place
            for place in reversed(range(len(blocks)))
            if isinstance(line := blocks[place], Paragraph)
            and line.bullet is None
            and is_date(line.text)
        ),
        None,
    )
    end = len(blocks) if dated is None else dated + 1
    lines: list[int] = []
    for place in reversed(range(end)):
        block = blocks[place]
        if not isinstance(block, Paragraph) or len(lines) == most:
            break
        if not block.text.strip():
            if lines and dated is None:
                is_signed = len(lines) > 1 or any(map(is_filled, blocks[:place]))
                return (lines[-1], end) if is_signed else None
        elif place == dated or _is_signed_line(block):
            lines.append(place)
        else:
            break
    if dated is None or not lines:
        return None
    return _start(lines, blocks, most), end


def _start(lines: list[int], blocks: Sequence[Block], most: int) -> int:
    """Return where the signature begins: the only text of a section is no part of it."""
    is_all = not any(map(is_filled, blocks[: lines[-1]]))
    return lines[-2] if is_all and 1 < len(lines) < most else lines[-1]


def _is_signed_line(paragraph: Paragraph) -> bool:
    text = paragraph.text
    is_name = not paragraph.label and not text[:1].isdigit() and not says_nothing(text)
    return is_short_line(paragraph) and is_name


# Behind labels, at the very end


class _EndLine(NamedTuple):
    """A line of the end of a report: the field it is labelled with, or the label of no field.

    `labels` are the paragraphs of the label, `printed` those of the text.
    """

    field: SignatureField | None
    label: str
    text: str
    labels: tuple[Paragraph, ...] = ()
    printed: tuple[Paragraph, ...] = ()

    @property
    def without_field(self) -> Labelled:
        """The line as one whose text has no field."""
        return Labelled("other", self.label, self.text, self.printed)

    def taken(self) -> str:
        """Return the text, which a field takes."""
        left_out(self.labels, "labels", self.label)
        return took(self.text, self.printed)


def read_labelled_end(
    blocks: Sequence[Block], report_format: ReportFormat, sections: Collection[str]
) -> ReadSignature | None:
    """Return the signature in the labelled lines that end a report, None where there are none.

    Two of them at least name a field of a signature ("Designation: …", "Date: …"), or one, and
    three at least are known. `sections` are
    what the headings of sections say that may stand among them with their text: "Background
    Papers: None" is a section, and one of the blocks before.
    """
    tail = _end_place(blocks, sections)
    if tail is None:
        return None
    before = list(blocks[:tail])
    values: dict[SignatureField, str] = {}
    without_field: list[Labelled] = []
    for line in _end_lines(blocks[tail:]):
        if line.field in report_format.signature and line.field not in values and line.text:
            values[line.field] = line.taken()
        elif said_words(line.label) in sections:
            left_out(line.labels, "labels", line.label)
            at = places(line.printed)
            before += [plain(line.label, "heading-1"), replace(plain(line.text), at=at)]
        elif line.text:
            without_field.append(line.without_field)
        else:
            left_out(line.labels, "labels", line.label)
    return ReadSignature(values, tuple(before), without_field=tuple(without_field))


def _end_place(blocks: Sequence[Block], sections: Collection[str]) -> int | None:
    """Return where the labelled end of a report begins: at the first label that is known."""
    begun = None
    fields: set[SignatureField] = set()
    known = 0
    for place in reversed(range(len(blocks))):
        block = blocks[place]
        if not isinstance(block, Paragraph):
            break
        line = _end_line(block.text) if block.text.strip() and block.bullet is None else None
        if line is None:
            if block.text.strip() and block.bullet is None and not is_short_line(block):
                break
            continue
        if line.field is not None and line.text:
            fields.add(line.field)
        is_known = line.field or said_words(line.label) in sections
        if is_known or header_label(block.text, is_cell=True) is not None:
            begun, known = place, known + 1
    return begun if len(fields) > 1 or (fields and known >= _LEAST_KNOWN) else None


def _end_line(text: str) -> _EndLine | None:
    """Return what a line with a label at the end of a report says, None for any other."""
    signed = signature_label(text)
    label, mark, rest = re.split(r"([:\t]|\Z)", text.strip(), maxsplit=1)
    name, said = clean_line(label), clean_line(rest.lstrip(":"))
    if signed is not None:
        return _EndLine(signed[0], name, said)
    is_label = mark and 0 < len(name) <= _LONGEST_LABEL and name[:1].isupper()
    is_known = header_label(text, is_cell=True) is not None
    return _EndLine(None, name, said) if is_label or is_known else None


def _end_lines(blocks: Sequence[Block]) -> list[_EndLine]:
    """Return the labelled lines; what has no label goes on with the line above."""
    lines: list[_EndLine] = []
    for block in blocks:
        if not isinstance(block, Paragraph) or not block.text.strip():
            continue
        line = _end_line(block.text) if block.bullet is None else None
        printed = (block,)
        if line is not None or not lines:
            line = line or _EndLine(None, "", clean_line(block.text))
            lines.append(line._replace(labels=printed, printed=printed))
        else:
            lines[-1] = lines[-1]._replace(printed=(*lines[-1].printed, block))
            lines[-1] = lines[-1]._replace(
                text=f"{lines[-1].text} {clean_line(block.text)}".strip()
            )
    return lines


# In a table


def read_signature_table(
    blocks: Sequence[Block], report_format: ReportFormat
) -> ReadSignature | None:
    """Return the signature in a table of who approved or wrote the report, None without one.

    Of several the last that has a date counts. The others stay tables of the report.
    """
    found = [
        (place, line)
        for place, block in enumerate(blocks)
        if isinstance(block, Table) and (line := _signed_row(block)) is not None
    ]
    if not found:
        return None
    dated = [one for one in found if any(cell.field == "signed_on" for cell in one[1])]
    place, cells = (dated or found)[-1]
    values: dict[SignatureField, str] = {}
    others: list[Labelled] = []
    for cell in cells:
        if cell.text and cell.field in report_format.signature and cell.field not in values:
            values[cell.field] = cell.taken()
        elif cell.text:
            others.append(cell.without_field)
        else:
            left_out(cell.labels, "labels", cell.label)
    start = place - 1 if _is_label_above(blocks, place) else place
    left_out((block for block in blocks[start:place] if isinstance(block, Paragraph)), "labels")
    return ReadSignature(
        values,
        (*blocks[:start], *blocks[place + 1 :]),
        without_field=tuple(others),
    )


def _is_label_above(blocks: Sequence[Block], place: int) -> bool:
    above = blocks[place - 1] if place else None
    return isinstance(above, Paragraph) and is_above_a_signature(above.text)


def _signed_row(table: Table) -> list[_EndLine] | None:
    """Return what a table says of the one who signs: below its headings, or beside its labels."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    if len(rows) == _HEADED and len(rows[0].cells) == len(rows[1].cells):
        signed = _signed(list(zip(rows[0].cells, rows[1].cells, strict=True)))
        if signed is not None:
            return signed
    if len(rows) > 1 and all(len(row.cells) == _PAIR for row in rows):
        return _signed([(row.cells[0], row.cells[1]) for row in rows])
    return None


def _signed(pairs: Sequence[tuple[Cell, Cell]]) -> list[_EndLine] | None:
    lines = [_line_of(label, text) for label, text in pairs]
    fields = {line.field for line in lines if line.field and line.text}
    named = fields & {"signatory", "signatory_post"}
    return lines if named and len(fields) > 1 else None


def _line_of(label: Cell, text: Cell) -> _EndLine:
    name = clean_line(label.text)
    return _EndLine(
        signature_column(name),
        name.rstrip(": "),
        clean_line(text.text),
        label.paragraphs,
        text.paragraphs,
    )
