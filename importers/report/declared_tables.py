"""Reads the tables that the council's format declares for its report: fixed rows and open ones.

A table is known by its headings and by the labels of its rows, in the format's own words; rows may
also be paragraphs that begin with a label, or stand below it. What is not so is left to the reader
of the section.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.account.ledger import left_out, marked, took
from importers.kept_text import cells_of
from importers.plan.cells import listed, prose_of
from importers.report.report_headings import HEADING_ROLES
from importers.spelt_as_kind import spelt_as_kind
from importers.wording import is_bold, said_words
from plan.council.own_field import OwnField
from plan.council.report_format import ReportFormat
from plan.council.report_table import TOTAL, FixedRow, ReportTable
from plan.model.outline import PassageOutline
from plan.papers.blocks import Block, Cell, Paragraph, Table, Text, plain
from plan.papers.own_fields import cleaned_own
from plan.papers.paragraph_parts import without_start
from plan.papers.report_rows import value_of
from plan.papers.typed_text import shown_of
from plan.text.clean import clean_line

_BLANK = "…–—- "
"""What stands in a cell that says nothing."""
_UNMARKED = "☐□–—- \t\u00a0"
"""What stands in a cell for Yes or No that is not the answer."""
_ANY = "\0"
"""Stands for the number of a row that is printed as a paragraph."""
_LEAD_END = re.compile(r"[ \t\u00a0]*(?::|[–—-](?=\s|\Z)|\t)[ \t\u00a0]*")
"""What parts a lead word from its text."""


@dataclass
class _Row:
    """A row while it is read: the paragraphs below each column."""

    table: ReportTable
    row_id: str
    cells: dict[str, list[Paragraph]]
    labels: list[Paragraph] = field(default_factory=list)


@dataclass
class DeclaredTables:
    """The declared tables of one part of a report, while its blocks are read one after the other.

    `unread` has the rows of a table that the format has not.
    """

    tables: Sequence[ReportTable]
    is_ours: bool
    unread: list[Block] = field(default_factory=list)
    _rows: list[_Row] = field(default_factory=list)
    _found: set[str] = field(default_factory=set)
    _open: _Row | None = None

    def takes(self, block: Block, *, is_heading: bool = False) -> bool:
        """Return whether a block belongs to a declared table; keep it if so."""
        if not self.tables:
            return False
        if isinstance(block, Table):
            self._open = None
            return self.takes_table(block)
        return self._takes_paragraph(block, is_heading=is_heading or block.role in HEADING_ROLES)

    # Paragraphs

    def names(self, paragraph: Paragraph) -> bool:
        """Return whether a line is the heading of a declared table, or of one of its rows."""
        if not self.tables:
            return False
        words = said_words(clean_line(paragraph.text).rstrip(":"))
        return bool(words) and any(words in _headings(table) for table in self.tables)

    def _takes_paragraph(self, paragraph: Paragraph, *, is_heading: bool) -> bool:
        words = said_words(clean_line(paragraph.text).rstrip(":"))
        is_heading |= not self.is_ours and is_bold(paragraph)
        is_title = is_heading or paragraph.role == "caption"
        for table in self.tables:
            named = {said_words(table.heading), said_words(table.title)} - {""}
            if is_title and words in named:
                left_out((paragraph,), "labels")
                self._open = None
                return True
            if self._begins(table, paragraph, words, is_heading=is_heading):
                return True
        if self._open is None:
            return False
        if is_heading or self._ends(paragraph):
            self._open = None
            return False
        (column,) = self._open.table.columns
        self._open.cells[column.id].append(replace(paragraph, label="", role="body"))
        if paragraph.label and paragraph.bullet is None:
            left_out((paragraph,), "labels", paragraph.label)
        return True

    def _ends(self, paragraph: Paragraph) -> bool:
        """Return whether a paragraph without a label goes on with the section's own text."""
        is_lead = self._open is not None and self._open.table.layout == "lead-words"
        return is_lead and paragraph.bullet is None and bool(paragraph.label)

    def _begins(
        self, table: ReportTable, paragraph: Paragraph, words: str, *, is_heading: bool
    ) -> bool:
        """Return whether a fixed row begins with a paragraph, as its heading or its lead words."""
        for row in table.rows:
            if table.layout == "sub-headings" and is_heading and words == said_words(row.label):
                self._begin(table, row)
                left_out((paragraph,), "labels")
                return True
            length = self._lead_length(table, row, paragraph) if paragraph.bullet is None else 0
            if table.layout == "lead-words" and length:
                begun = self._begin(table, row)
                rest = without_start(replace(paragraph, label="", role="body"), length)
                begun.cells[table.columns[0].id] += [rest] if rest.text.strip() else []
                label = f"{paragraph.label} {paragraph.text[:length]}"
                left_out((paragraph,), "labels", label)
                return True
        return False

    def _lead_length(self, table: ReportTable, row: FixedRow, paragraph: Paragraph) -> int:
        """Return how many characters of a paragraph are the lead words of a row, 0 for none."""
        text = paragraph.text
        typed = re.match(r"[ \t\u00a0]*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?[ \t\u00a0]+)?", text)
        start = typed.end() if typed is not None and not self.is_ours else 0
        lead = table.lead_of(row, _ANY) if self.is_ours else table.bare_lead.format(label=row.label)
        for said in (lead, row.label):
            words = r"\s+".join(map(re.escape, said.split())).replace(_ANY, r"\d{1,2}")
            match = re.compile(words, re.IGNORECASE).match(text, start)
            if match is None:
                continue
            first = paragraph.inlines[0] if paragraph.inlines else None
            marked = first.text if isinstance(first, Text) and first.bold else ""
            if said == row.label:
                end = _LEAD_END.match(text, match.end())
                if end is None and match.end() != len(marked.rstrip()):
                    continue
                return end.end() if end is not None else match.end()
            if marked or not self.is_ours:
                return match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
        return 0

    def _begin(self, table: ReportTable, row: FixedRow) -> _Row:
        self._open = _Row(table, row.id, {table.columns[0].id: []})
        self._rows.append(self._open)
        return self._open

    # Tables

    def takes_table(self, table: Table) -> bool:
        """Return whether a table is a declared one; keep its rows if so."""
        grid = [row for row in map(cells_of, table.rows) if any(map(_words, row))]
        for declared in self.tables:
            if declared.layout != "table" or declared.id in self._found or not grid:
                continue
            if declared.is_fixed:
                rows = self._fixed(declared, _with_answers(declared, grid))
            else:
                rows = self._opened(declared, grid)
            if rows is not None:
                self._found.add(declared.id)
                self._rows += rows
                return True
        return False

    def _fixed(self, table: ReportTable, grid: list[list[Cell]]) -> list[_Row] | None:
        """Return the rows of a table of fixed rows, None where it is another."""
        labels = {said_words(row.label): row.id for row in table.rows}
        labels |= {said_words(table.total): TOTAL} if table.total else {}
        has_header = _words(grid[0][0]) not in labels
        body = grid[1:] if has_header else grid
        known = [row for row in body if _words(row[0]) in labels]
        columns = _columns(table, grid[0][1:]) if has_header else None
        if columns is None:
            is_plain = all(len(row) == len(table.columns) + 1 for row in body)
            columns = [one.id for one in table.columns] if is_plain and not has_header else None
        if columns is None or not known or 2 * len(known) < len(body):
            return None
        if has_header:
            left_out(_paragraphs(grid[0]), "labels")
        rows: list[_Row] = []
        for cells in body:
            row_id = labels.get(_words(cells[0]))
            if row_id is None or any(one.row_id == row_id for one in rows):
                self.unread += _paragraphs(cells)
                continue
            left_out(cells[0].paragraphs, "labels")
            rows.append(_row(table, row_id, columns, cells[1:]))
        return rows

    def _opened(self, table: ReportTable, grid: list[list[Cell]]) -> list[_Row] | None:
        """Return the rows of a table of open rows, None where it is another."""
        columns = _columns(table, grid[0])
        if columns is None:
            return None
        left_out(_paragraphs(grid[0]), "labels")
        totals = {said_words(table.total), "total"} if table.added else set()
        rows: list[_Row] = []
        for place, cells in enumerate(grid[1:], 2):
            is_total = place == len(grid) and _words(cells[0]) in totals
            row = _row(table, TOTAL if is_total else "", columns, cells)
            if is_total:
                left_out(cells[0].paragraphs, "labels")
                row.cells.pop(columns[0], None)
            rows.append(row)
        return rows

    # What was read

    def outlines(self) -> Iterator[PassageOutline]:
        """Yield the rows as values; a total that adds up is worked out anew and left out."""
        for row in self._rows:
            cells, printed = [], list[Paragraph]()
            for column in row.table.columns:
                paragraphs = row.cells.get(column.id, [])
                text = _value(column, paragraphs, is_ours=self.is_ours)
                if text and row.row_id == TOTAL and self._adds_up(row.table, column, text):
                    left_out(paragraphs, "drawn_up_anew")
                elif text:
                    cells.append((column.id, text))
                    printed += paragraphs
            if cells:
                outline = PassageOutline(row.table.id, "row", row_id=row.row_id, cells=tuple(cells))
                yield took(outline, printed, "cells")

    def _adds_up(self, table: ReportTable, column: OwnField, text: str) -> bool:
        rows = [one for one in self._rows if one.table is table and one.row_id != TOTAL]
        texts = (_value(column, one.cells.get(column.id, []), is_ours=self.is_ours) for one in rows)
        values = [value_of(column, one) for one in texts if one]
        return None not in values and value_of(column, text) == sum(
            one for one in values if one is not None
        )


def _headings(table: ReportTable) -> set[str]:
    rows = table.rows if table.layout == "sub-headings" else ()
    return set(map(said_words, (table.heading, table.title, *(row.label for row in rows))))


def is_declared(table: Table, report_format: ReportFormat) -> bool:
    """Return whether the headings of a table are those of one that the format declares."""
    grid = [row for row in map(cells_of, table.rows) if any(map(_words, row))]
    for declared in report_format.tables if grid else ():
        header = grid[0][1:] if declared.is_fixed else grid[0]
        if declared.layout == "table" and _columns(declared, header) is not None:
            return True
    return False


def _columns(table: ReportTable, header: Sequence[Cell]) -> list[str] | None:
    """Return the ids of the columns below the cells of a header, None where one is not known."""
    known = {
        said_words(name): column.id
        for column in reversed(table.columns)
        for name in (*column.also, column.label)
    }
    ids = [known.get(_words(cell)) for cell in header]
    found = [one for one in ids if one is not None]
    return found if len(found) == len(ids) == len(set(found)) and found else None


def _with_answers(table: ReportTable, grid: list[list[Cell]]) -> list[list[Cell]]:
    """Return the rows of a table; columns headed Yes and No, one marked, are one of the table's."""
    asked = [column for column in table.columns if column.kind == "yes-no"]
    headings = list(map(_words, grid[0]))
    yes_said, no_said = said_words("yes"), said_words("no")
    place = headings.index(yes_said) if yes_said in headings else 0
    if len(asked) != 1 or not place or headings[place + 1 : place + 2] != [no_said]:
        return grid
    left_out(_paragraphs(grid[0][place : place + 2]), "labels")
    named = Cell((plain(asked[0].label),))
    rows = [[*grid[0][:place], named, *grid[0][place + 2 :]]]
    for row in grid[1:]:
        yes, no = (*row[place : place + 2], Cell(), Cell())[:2]
        answer = "Yes" if _is_marked(yes) else "No" if _is_marked(no) else ""
        printed = yes.paragraphs if answer == "Yes" else no.paragraphs
        marked((*yes.paragraphs, *no.paragraphs))
        said = tuple(replace(plain(answer), at=one.at) for one in printed[:1] if answer)
        rows.append([*row[:place], Cell(said), *row[place + 2 :]])
    return rows


def _is_marked(cell: Cell) -> bool:
    return bool(cell.text.strip(_UNMARKED))


def _row(table: ReportTable, row_id: str, columns: Sequence[str], cells: Sequence[Cell]) -> _Row:
    said = zip(columns, cells, strict=False)
    return _Row(table, row_id, {name: list(cell.paragraphs) for name, cell in said})


def _words(cell: Cell) -> str:
    return said_words(clean_line(cell.text).rstrip(":"))


def _paragraphs(cells: Iterable[Cell]) -> list[Paragraph]:
    return [one for cell in cells for one in cell.paragraphs]


def _value(column: OwnField, paragraphs: Iterable[Paragraph], *, is_ours: bool) -> str:
    """Return what a field keeps of the paragraphs that print it."""
    said = tuple(one for one in paragraphs if one.text.strip(_BLANK))
    if not said:
        return ""
    if column.holds.is_text:
        text = prose_of(said if is_ours else listed(said))
        return cleaned_own(column, shown_of(text))
    if column.holds.is_list:
        return cleaned_own(column, "\n".join(one.text for one in said))
    return spelt_as_kind(column, " ".join(clean_line(one.text) for one in said), said)
