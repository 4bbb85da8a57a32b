"""The signature in the tables of who wrote or approved a committee report.

They have headings or labels for names, posts and dates, or a row for each person; a title or a line
above says what they are. None of them is a table of the report's own.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from importers.account.ledger import left_out
from importers.report.named_lines import below_label, is_section, signed_pieces
from importers.report.report_headings import ReportWording, heading_parts
from importers.report.report_words import (
    Labelled,
    header_label,
    is_above_a_signature,
    is_name,
    is_post,
    signature_column,
)
from importers.report.signature import ReadSignature, SignedLine
from importers.unread import is_filled
from importers.wording import is_date, said_words
from plan.model.fields import SignatureField
from plan.papers.blocks import Block, Cell, Paragraph, Table
from plan.text.clean import clean_line

_MOST_SIGNED = 2
"""People in a table that only its dates show to be one of those who sign."""
_HEADED, _PAIR = 2, 2
"""Rows of a table with one row below its headings; cells of a row with a label and a text."""

_Person: TypeAlias = list[SignedLine]
"""What a report says of one who wrote or approved it."""


def read_signature_tables(
    blocks: Sequence[Block], wording: ReportWording, last: int
) -> ReadSignature | None:
    """Return the signature in the tables of who wrote or approved a report, None without any.

    `last` is the place below the last heading: above it such a table says what it is, by a title
    or a date. Of several people the last with a date counts, else the last table's first. What
    the others say is without a field; where their table has a section for itself, it stays there.
    """
    found: list[tuple[int, list[_Person]]] = []
    for place, block in enumerate(blocks):
        people = _people_in(block, blocks, place, last) if isinstance(block, Table) else []
        if people:
            found.append((place, people))
    if not found:
        return None
    signed = _signer([person for _, people in found for person in people], found[-1][1][0])
    values: dict[SignatureField, str] = {}
    without_field: list[Labelled] = []
    before = list(blocks)
    for place, people in reversed(found):
        others = [line for person in people for line in _others(person, signed, wording, values)]
        start = below_label(blocks, place)
        if start < place and others and is_section(blocks[start], wording):
            before[start : place + 1] = [blocks[start], *(line.as_paragraph() for line in others)]
            continue
        without_field = [*(line.without_field for line in others), *without_field]
        left_out((one for one in blocks[start:place] if isinstance(one, Paragraph)), "labels")
        before[start : place + 1] = []
    return ReadSignature(values, tuple(before), without_field=tuple(without_field))


def _signer(people: Sequence[_Person], usual: _Person) -> _Person:
    dated = [one for one in people if any(line.field == "signed_on" for line in one if line.text)]
    return (dated or [usual])[-1]


def _others(
    person: _Person,
    signed: _Person,
    wording: ReportWording,
    values: dict[SignatureField, str],
) -> Iterator[SignedLine]:
    """Yield the lines of a person that no field takes; those of who signs fill `values`."""
    fields = wording.report_format.signature
    for line in person:
        if person is signed and line.text and line.field in fields and line.field not in values:
            values[line.field] = line.taken()
        elif line.text:
            yield line
        else:
            left_out(line.labels, "labels", line.label)


def is_of_people(table: Table) -> bool:
    """Return whether a table says who wrote or approved a report, whatever stands around it."""
    rows = [row.cells for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    below = _people_in_cells(rows) or _people_below(rows)
    return bool(below or _people_beside(rows) or _people_named(rows))


def _people_in(table: Table, blocks: Sequence[Block], place: int, last: int) -> list[_Person]:
    """Return the people that a table says wrote or approved the report, none for any other."""
    rows = [row.cells for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    title = [cell for cell in rows[0] if cell.text.strip()] if rows else []
    is_titled = len(title) == 1 and is_above_a_signature(title[0].text)
    above_rows = title[0].paragraphs if is_titled and len(rows) > 1 else ()
    rows = rows[1:] if above_rows else rows
    above = next((blocks[n] for n in reversed(range(place)) if is_filled(blocks[n])), None)
    if isinstance(above, Paragraph):
        is_titled |= is_above_a_signature(heading_parts(above)[1])
    people = _people_in_cells(rows) or _people_below(rows)
    people = people or _people_beside(rows) or _people_named(rows)
    is_dated = any(line.field == "signed_on" for person in people for line in person)
    is_one = len(people) == 1 and place >= last
    if not (is_titled or (is_dated and len(people) <= _MOST_SIGNED) or is_one):
        return []
    left_out(above_rows if people else (), "labels")
    return people


def _people_in_cells(rows: Sequence[Sequence[Cell]]) -> list[_Person]:
    """Return the people in the cells below "Author" and "Approved by", each with post and date."""
    if len(rows) != _HEADED or len(rows[0]) != len(rows[1]):
        return []
    people: list[_Person] = []
    for label, cell in zip(*rows, strict=True):
        said = signed_pieces(cell.text)
        if not said or not is_above_a_signature(label.text):
            return []
        name = clean_line(label.text).rstrip(": ")
        people.append(
            [
                SignedLine(field, name, text, label.paragraphs, cell.paragraphs)
                for field, text in said
            ]
        )
    return people


def _people_below(rows: Sequence[Sequence[Cell]]) -> list[_Person]:
    """Return the people below headings, a row each."""
    if len(rows) < _HEADED or any(len(row) != len(rows[0]) for row in rows):
        return []
    people = [_signed(list(zip(rows[0], row, strict=True))) for row in rows[1:]]
    return [one for one in people if one] if all(people) else []


def _people_beside(rows: Sequence[Sequence[Cell]]) -> list[_Person]:
    """Return the one person beside the labels of a table."""
    if len(rows) < _PAIR or any(len(row) != _PAIR for row in rows):
        return []
    person = _signed([(row[0], row[1]) for row in rows])
    return [person] if person else []


def _people_named(rows: Sequence[Sequence[Cell]]) -> list[_Person]:
    """Return the people in rows such as "Report author | A. Person | Head of Parks | 01632"."""
    people: list[_Person] = []
    for label, *cells in rows:
        texts = [clean_line(cell.text) for cell in cells]
        if people and texts and signature_column(label.text) == "signed_on" and is_date(texts[0]):
            people[-1].append(_line_of(label, cells[0]))
            continue
        if not (is_above_a_signature(label.text) and len(texts) >= _PAIR and is_name(texts[0])):
            return []
        name = clean_line(label.text).rstrip(": ")
        fields: list[SignatureField | None] = ["signatory"]
        for text in texts[1:]:
            is_new_post = "signatory_post" not in fields and is_post(text)
            fields.append(
                "signed_on" if is_date(text) else "signatory_post" if is_new_post else None
            )
        lines = [
            SignedLine(field, name, text, label.paragraphs, cell.paragraphs)
            for field, text, cell in zip(fields, texts, cells, strict=True)
        ]
        people.append(lines)
    return people


def _signed(pairs: Sequence[tuple[Cell, Cell]]) -> _Person | None:
    lines = [_line_of(label, text) for label, text in pairs]
    is_named = any(line.field == "signatory" for line in lines)
    lines = [_with_post(line) if is_named or is_post(line.text) else line for line in lines]
    fields = {line.field for line in lines if line.field and line.text}
    named = fields & {"signatory", "signatory_post"}
    is_contact = "signatory" in fields and all(
        line.field or header_label(line.label, is_cell=True) for line in lines
    )
    return lines if named and (len(fields) > 1 or is_contact) else None


def _with_post(line: SignedLine) -> SignedLine:
    """Return a line beside a name, or with a post: there a title is the post."""
    is_title = said_words(line.label) == "title" and line.field is None
    return line._replace(field="signatory_post") if is_title else line


def _line_of(label: Cell, text: Cell) -> SignedLine:
    name = clean_line(label.text)
    return SignedLine(
        signature_column(name),
        name.rstrip(": "),
        clean_line(text.text),
        label.paragraphs,
        text.paragraphs,
    )
