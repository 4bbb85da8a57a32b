"""Knows the key that a paper prints of its status letters: "R = at risk, A = behind schedule".

It stands above or below the table as a line, as a line a letter, or as a small table. A status that
is only a letter or a colour has the key's words written beside it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from importers.unread import is_filled
from plan.papers.blocks import Block, Paragraph, Row, Table
from plan.text.clean import clean_line

_COLOURS = "red|amber|yellow|orange|green|blue|purple|gr[ea]y|white|black"
_SIGN = rf"(?:[A-Z]{{1,2}}|(?i:{_COLOURS}))(?:\s?[(/]\s?(?:[A-Z]{{1,2}}|(?i:{_COLOURS}))\)?)?"
_ENTRY = re.compile(rf"(?<![\w’'-])(?P<sign>{_SIGN})\s*(?:=|:|\s[-–—]|[–—]|\bmeans\b)\s*(?=[\w(])")
_ONLY_SIGN = re.compile(_SIGN)
_EACH_SIGN = re.compile(rf"\b(?:(?i:{_COLOURS})|[A-Z]{{1,2}})\b")
_TITLE = re.compile(r"[^\n:=]{0,60}[:=–—-]\s*", re.IGNORECASE)
_ENDS = re.compile(r"(?:[\s;,.|/•]|\band\b)+$")
_CLAUSE = re.compile(r"[;,.(]\s|[;,.(]$|\s\(")
_LONGEST_LINE, _LONGEST_MEANING, _MOST_ROWS, _FEWEST = 400, 45, 12, 2


def key_of_statuses(blocks: Iterable[Block]) -> dict[str, str]:
    """Return what each letter or colour of a paper's key means, by the sign in small letters."""
    found: dict[str, str] = {}
    filled = (block for block in blocks if is_filled(block))
    for is_line, run in groupby(filled, lambda block: isinstance(block, Paragraph)):
        parts: Iterable[list[tuple[str, str]]]
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
    if _ONLY_SIGN.fullmatch(said):
        said = found.get(said.casefold(), "")
    return "" if _ONLY_SIGN.fullmatch(said) else said


def _keys_in_lines(lines: Sequence[Paragraph]) -> Iterator[list[tuple[str, str]]]:
    """Yield the entries of lines that follow each other."""
    together: list[tuple[str, str]] = []
    for line in lines:
        entries = _of_line(line.text)
        if entries:
            together += entries
        elif together:
            yield together
            together = []
    yield together


def _of_line(text: str) -> list[tuple[str, str]]:
    """Return the entries of a line such as "Key: R = at risk; G = on track"."""
    if len(text) > _LONGEST_LINE:
        return []
    starts = list(_ENTRY.finditer(text))
    if not starts:
        return []
    before = text[: starts[0].start()].strip()
    if before and not _TITLE.fullmatch(f"{before} "):
        return []
    ends = [match.start() for match in starts[1:]] + [len(text)]
    pairs = zip(starts, ends, strict=True)
    return [
        entry for match, end in pairs for entry in _entries(match["sign"], text[match.end() : end])
    ]


def _entries(signs: str, meaning: str) -> list[tuple[str, str]]:
    said = _ENDS.sub("", clean_line(meaning))
    if said.count(")") > said.count("("):
        said = said.rstrip(")")
    if len(said) > _LONGEST_MEANING and (clause := _CLAUSE.search(said)):
        said = said[: clause.start()]
    return [(sign.casefold(), said) for sign in _EACH_SIGN.findall(signs)] if said else []


def _of_table(table: Table) -> list[tuple[str, str]]:
    """Return the entries of a small table: a row a sign, or signs above what they mean."""
    rows = [row for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    if len(rows) > _MOST_ROWS:
        return []
    if len(rows) == _FEWEST and all(_ONLY_SIGN.fullmatch(text) for text in _texts(rows[0])):
        pairs = zip(_texts(rows[0]), _texts(rows[1]), strict=False)
        return [entry for signs, said in pairs for entry in _entries(signs, said)]
    found: list[tuple[str, str]] = []
    for row in rows:
        texts = _texts(row)
        signs = [text for text in texts[:-1] if _ONLY_SIGN.fullmatch(text)]
        if signs and signs == texts[: len(signs)]:
            found += (entry for one in signs for entry in _entries(one, texts[len(signs)]))
        elif lines := [entry for text in texts for entry in _of_line(text)]:
            found += lines
        elif found:
            return []
    return found


def _texts(row: Row) -> list[str]:
    return [text for cell in row.cells if (text := clean_line(cell.text))]
