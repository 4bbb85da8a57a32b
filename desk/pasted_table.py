"""Read a table that was pasted, by tabs or as Markdown, and make actions or cells of it.

Values in, values out. What a heading means is told as in a Word file (`importers.plan.columns`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.asking import Asking
from importers.plan.actions import action_of
from importers.plan.cells import is_ref
from importers.plan.columns import as_read, header_columns, heading_words
from importers.plan.columns_by_cells import told_by_cells
from importers.plan.header_column import HeaderColumn, own_heading, own_key
from importers.plan.headings import AIM
from importers.plan.plan_rows import ActionRow
from plan.council.format import Column, Format
from plan.model.fields import label_of
from plan.model.outline import ActionOutline
from plan.papers.blocks import Cell, Paragraph, Row
from plan.papers.markdown import blocks_of, plain_of
from plan.papers.passage_tables import rows_of
from plan.papers.text_tables import text_cell
from plan.text.clean import clean_line, clean_text
from plan.text.line_breaks import cells, counted, padded, shortened

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)')
_BARE = re.compile(r"[^\t\n]*")
_DASHES = re.compile(r"\s*:?-+:?\s*")
_DIGIT = re.compile(r"\d")
_OWN_NUMBER = re.compile(r"\W*\d[\d.]*\W*")
"""A number by which a plan counts: it is given anew."""
_LEAST_COLUMNS = 2
_LEAST_UNHEADED = 3
"""Columns without a header that are taken for a table: a list has a bullet or number and a tab."""
_LEAST_ALONE = 4
"""Columns of a row that stands alone without a header."""
_LONGEST_HEADING = 80
_SHOWN = 300
"""Cells of an action that are shown before it is made."""
_WIDEST_HEADING = 34
"""Cells within which the headings of columns stand, so that what they are taken for is aligned."""
_OFFSETS = (0, -1, 1, 2)
"""By how much the columns of rows without a header may be off those of the plan."""
_WORDS = re.compile(r"[^\W\d_]{3}")

_NO_TABLE = (
    "That is no table, so no action was made. Copy whole rows of a table to paste them as actions; "
    "Enter opens a field to paste words into."
)
_NO_ACTIONS = (
    "No column of that table is known to hold the actions, so none was made. Give the column the "
    "heading Action, and paste it again."
)


class NoTableError(ValueError):
    """What was pasted is no table, or none of actions; the text is a sentence to the officer."""


@dataclass(frozen=True)
class CellRows:
    """The rows of a pasted table, all of one length: the lines of each cell.

    `is_markdown` says that the cells are Markdown, `is_headed` that the first row is a header
    whatever it says.
    """

    rows: tuple[tuple[str, ...], ...]
    is_markdown: bool = False
    is_headed: bool = False


@dataclass(frozen=True)
class PastedTable:
    """The actions of a pasted table: what each column was taken for, by its heading, and the rest.

    `left_out` are rows that say no action. A table that is not `is_headed` has this plan's columns.
    """

    columns: tuple[tuple[str, str], ...]
    actions: tuple[ActionOutline, ...]
    left_out: tuple[str, ...]
    is_headed: bool


def cells_pasted(text: str) -> CellRows | None:
    """Return the rows of a table that was pasted; None where the words are no table."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    found = _of_markdown(text) or _of_tabs(text)
    if found is None:
        return None
    rows = tuple(row for row in found.rows if any(map(str.strip, row)))
    return replace(found, rows=rows) if rows else None


def pasted_actions(text: str, council: Format) -> PastedTable:
    """Return the actions of a table that was pasted.

    Its columns are named by a header row, or else are those of the council's plan. Raises
    NoTableError where the words are no table of actions.
    """
    table = cells_pasted(text)
    if table is None:
        raise NoTableError(_NO_TABLE)
    rows = [_row(cells, is_markdown=table.is_markdown) for cells in table.rows]
    words = heading_words(council)
    columns = header_columns(rows[0], words)
    is_headed = table.is_headed or _names_columns(columns)
    if is_headed:
        rows = rows[1:]
        columns = told_by_cells(columns, rows, words)
    else:
        columns = _plan_columns(table.rows, council)
        if not _may_be_unheaded(table.rows, columns):
            raise NoTableError(_NO_TABLE)
    if not any(column.field == "text" for column in columns):
        raise NoTableError(_NO_ACTIONS)
    found = [_action(row, columns, council) for row in rows]
    left_out = tuple(_in_words(row) for row, one in zip(rows, found, strict=True) if not one.text)
    actions = tuple(one for one in found if one.text)
    if not actions:
        raise NoTableError(_NO_TABLE)
    taken = tuple((column.heading, _taken_for(column, council)) for column in columns)
    return PastedTable(taken, actions, left_out, is_headed)


def table_in_words(table: PastedTable, where: str) -> Iterator[str]:
    """Yield the lines that show a pasted table: its columns, then its rows.

    `where` says where its actions go, such as "below 4.6".
    """
    header = "its first row names the columns" if table.is_headed else "it has no header row"
    yield f"{counted(len(table.actions), 'action')} {where}; {header}."
    yield ""
    columns = [(heading or "(no heading)", taken) for heading, taken in table.columns]
    width = min(max(cells(heading) for heading, _ in columns), _WIDEST_HEADING)
    for heading, taken in columns:
        yield f"  {padded(heading, width)}  →  {taken}"
    yield ""
    for place, action in enumerate(table.actions, 1):
        yield f"{place}. {shortened(plain_of(action.text), _SHOWN)}"
        yield from (f"   {line}" for line in _facts(action))
    if table.left_out:
        count = counted(len(table.left_out), "row")
        yield ""
        yield f"Left out, as there is no action in the row ({count}):"
        yield from (f"  {row}" for row in table.left_out)


def _facts(action: ActionOutline) -> Iterator[str]:
    said = (action.pages, *action.indicators, *action.leads, action.timescale)
    criteria = "; ".join(action.success_criteria)
    notes = (" – ".join(filter(None, (one.status, one.text))) for one in action.progress)
    own = (f"{heading}: {text}" for heading, text in action.own)
    ref = f"also called {action.own_ref}" if action.own_ref else ""
    for line in (ref, " · ".join(filter(None, said)), criteria, *notes, *own):
        if line:
            yield clean_line(line)


# Parting what was pasted


def _of_markdown(text: str) -> CellRows | None:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines or not all("|" in line for line in lines):
        return None
    rows = [rows_of(line)[0] for line in lines]
    is_headed = len(rows) > 1 and all(map(_DASHES.fullmatch, rows[1]))
    if is_headed:
        del rows[1]
    elif not all(line.startswith("|") and line.endswith("|") for line in lines):
        return None
    columns = len(rows[0])
    if columns < _LEAST_COLUMNS or (not is_headed and any(len(row) != columns for row in rows)):
        return None
    return CellRows(_padded(rows), is_markdown=True, is_headed=is_headed and any(rows[0]))


def _of_tabs(text: str) -> CellRows | None:
    """Return rows whose cells stand apart by tabs; Excel quotes a cell of several lines."""
    for is_quoted in (True, False):
        rows = _parted(text, is_quoted=is_quoted)
        filled = [row for row in rows if any(map(str.strip, row))]
        if filled and all(len(row) >= _LEAST_COLUMNS for row in filled):
            return CellRows(_padded(filled))
    return None


def _parted(text: str, *, is_quoted: bool) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(text, at) if is_quoted else None
        if quoted is not None:
            rows[-1].append(quoted[1].replace('""', '"'))
            at = quoted.end()
        else:
            bare = _BARE.match(text, at)
            said = bare[0] if bare is not None else ""
            rows[-1].append(said)
            at += len(said)
        if at >= len(text):
            return rows
        if text[at] == "\n":
            rows.append([])
        at += 1


def _padded(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    columns = max(map(len, rows))
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def _row(cells: Sequence[str], *, is_markdown: bool) -> Row:
    if is_markdown:
        return Row(tuple(Cell(blocks_of(cell)) for cell in cells))
    return Row(tuple(text_cell(clean_text(cell)) for cell in cells))


def _in_words(row: Row) -> str:
    return shortened(" | ".join(filter(None, (clean_line(cell.text) for cell in row.cells))))


# What the columns hold


def _names_columns(columns: Sequence[HeaderColumn]) -> bool:
    """Return whether a first row is a header: most of its cells are headings that are known.

    A date is no heading of dates.
    """
    if any(len(column.heading) > _LONGEST_HEADING for column in columns):
        return False
    if any(column.field == "timescale" and _DIGIT.search(column.heading) for column in columns):
        return False
    named = sum(column.field is not None for column in columns)
    filled = sum(bool(column.heading) for column in columns)
    return named >= _LEAST_COLUMNS and named * 2 >= filled


def _plan_columns(rows: Sequence[Sequence[str]], council: Format) -> tuple[HeaderColumn, ...]:
    """Return this plan's columns for rows without a header; none where they do not fit.

    Rows may begin with the actions, or with numbers of their own before the refs. Columns beyond
    those of the plan are kept beside the actions, but for such numbers.
    """
    printed = council.plan.columns
    columns = list(zip(*rows, strict=True))
    text = next((n for n, one in enumerate(printed) if one.field == "text"), 0)
    for offset in _OFFSETS:
        if text + offset in range(len(columns)) and _fit(columns, printed, offset):
            return tuple(
                _plan_column(n, printed[n - offset], council)
                if n - offset in range(len(printed))
                else _further_column(n, cells)
                for n, cells in enumerate(columns)
            )
    return ()


def _fit(columns: Sequence[Sequence[str]], printed: Sequence[Column], offset: int) -> bool:
    """Return whether the refs stand where they are printed, and words where the actions are."""
    for place, column in enumerate(printed, offset):
        if place not in range(len(columns)):
            continue
        refs = sum(_is_number(cell) for cell in columns[place])
        if column.field == "ref" and refs < len(columns[place]):
            return False
        words = sum(bool(_WORDS.search(cell)) for cell in columns[place])
        if column.field == "text" and words * 2 <= len(columns[place]):
            return False
    return True


def _is_number(cell: str) -> bool:
    said = clean_line(cell)
    return not said or is_ref(said)


def _plan_column(place: int, printed: Column, council: Format) -> HeaderColumn:
    return HeaderColumn(place, 1, printed.heading, as_read(printed.field, council.plan.own))


def _further_column(place: int, cells: Sequence[str]) -> HeaderColumn:
    is_number = all(map(_is_number, cells))
    return HeaderColumn(place, 1, f"Column {place + 1}", None, is_left_out=is_number)


def _may_be_unheaded(rows: Sequence[Sequence[str]], columns: Sequence[HeaderColumn]) -> bool:
    """Return whether rows without a header are a table of actions, and no list with tabs in it."""
    width = len(rows[0])
    if width < (_LEAST_UNHEADED if len(rows) > 1 else _LEAST_ALONE):
        return False
    return bool(columns)


def _taken_for(column: HeaderColumn, council: Format) -> str:
    if column.is_left_out:
        return "a row number: left out"
    if column.field is None or column.field == AIM:
        return "kept beside the action, under this heading"
    if column.field == "ref":
        return "the plan numbers itself"
    own = council.plan.own.get(own_heading(column.field) or "")
    if own is not None:
        return own.label
    printed = council.plan.column(column.field)
    label = printed.label if printed is not None else label_of("actions", column.field)
    return f"{label}: status" if column.is_status else label


# The actions


def _action(row: Row, columns: Sequence[HeaderColumn], council: Format) -> ActionOutline:
    cells: dict[str, tuple[Paragraph, ...]] = {}
    for column, cell in zip(columns, row.cells, strict=False):
        said = tuple(one for one in cell.paragraphs if one.text.strip())
        key = own_key(column.heading) if column.field == AIM else column.key
        is_number = key == "ref" and _OWN_NUMBER.fullmatch(cell.text)
        if said and not (column.is_left_out or is_number):
            cells[key] = (*cells.get(key, ()), *said)
    dates = {column.key: column.as_at for column in columns if column.as_at}
    asking = Asking(own=council.plan.own)
    return action_of(ActionRow(cells, dates=dates), "", asking)
