"""Knows the key that a paper prints of its status letters: "R = at risk, A = behind schedule".

It stands above or below the table as a line, as a line a letter, or as a small table.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from importers.unread import is_filled
from plan.papers.blocks import Block, Paragraph, Row, Table
from plan.reading.status_key import entries_of, entries_of_line, is_sign
from plan.text.clean import clean_line

_MOST_ROWS, _FEWEST = 12, 2
_Entries = Sequence[tuple[str, str]]


def key_of_statuses(blocks: Iterable[Block]) -> dict[str, str]:
    """Return what each letter or colour of a paper's key means, by the sign in small letters."""
    found: dict[str, str] = {}
    filled = (block for block in blocks if is_filled(block))
    for is_line, run in groupby(filled, lambda block: isinstance(block, Paragraph)):
        parts: Iterable[_Entries]
        if is_line:
            parts = _keys_in_lines([block for block in run if isinstance(block, Paragraph)])
        else:
            parts = (_of_table(block) for block in run if isinstance(block, Table))
        for entries in parts:
            if len({sign for sign, _ in entries}) >= _FEWEST:
                for sign, meaning in entries:
                    found.setdefault(sign, meaning)
    return {sign: said for sign in found if (said := _followed(found, sign))}


def _followed(found: Mapping[str, str], sign: str) -> str:
    """Return the words of a sign; "R = Red" has those of red, if the key has them."""
    said = found[sign]
    if is_sign(said):
        said = found.get(said.casefold(), "")
    return "" if is_sign(said) else said


def _keys_in_lines(lines: Sequence[Paragraph]) -> Iterator[_Entries]:
    """Yield the entries of lines that follow each other."""
    together: list[tuple[str, str]] = []
    for line in lines:
        entries = entries_of_line(line.text)
        if entries:
            together += entries
        elif together:
            yield together
            together = []
    yield together


def _of_table(table: Table) -> _Entries:
    """Return the entries of a small table: a row a sign, or signs above what they mean."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    if len(rows) > _MOST_ROWS:
        return ()
    if len(rows) == _FEWEST and all(map(is_sign, _texts(rows[0]))):
        pairs = zip(_texts(rows[0]), _texts(rows[1]), strict=False)
        return [entry for signs, said in pairs for entry in entries_of(signs, said)]
    found: list[tuple[str, str]] = []
    for row in rows:
        texts = _texts(row)
        signs = [text for text in texts[:-1] if is_sign(text)]
        if signs and signs == texts[: len(signs)]:
            found += (entry for one in signs for entry in entries_of(one, texts[len(signs)]))
        elif lines := [entry for text in texts for entry in entries_of_line(text)]:
            found += lines
        elif found:
            return ()
    return found


def _texts(row: Row) -> list[str]:
    return [text for cell in row.cells if (text := clean_line(cell.text))]
