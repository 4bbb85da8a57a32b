"""A table of those who wrote and approved a report drafted: what stands in each of its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.learning.names import id_of, short_label
from importers.learning.toml_text import Values
from importers.report.report_words import (
    header_label,
    is_above_a_signature,
    is_name,
    is_post,
    signature_column,
    signature_label,
)
from importers.wording import is_date
from plan.council.report_format import MOST_BESIDE
from plan.papers.blocks import Cell, Table
from plan.text.clean import clean_line

_PAIR = re.compile(r"(?P<label>[^:\t\n]{1,40}:)\s*(?P<text>.*)", re.DOTALL)
_ROLE = re.compile(
    r"\b(?:author|approv|prepar|present|submi|clear|sign|written|wrote|check|review|authoris"
    r"|sponsor|contact|officer|director)\w*\b",
    re.IGNORECASE,
)
_LONGEST_ROLE, _LONGEST_SAID = 40, 80
_FEWEST, _MOST = 2, 8
"""Rows of such a table."""


@dataclass
class CellsDraft:
    """The lines of a report's end, a cell each; `said` is what stands in them."""

    taken: set[str]
    lines: list[Values] = field(default_factory=list)
    fields: list[Values] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def row(self, cells: Sequence[Values]) -> None:
        """Add a row of cells."""
        for place, cell in enumerate(cells):
            self.lines.append({**cell, **({"beside": True} if place else {})})

    def cell(self, label: str, said: str, name: str, person: str) -> Values:
        """Return a cell; where no field of a report has its text it is one that the council adds.

        `name` is the field of a signature that it may be, `person` whose it is.
        """
        self.said += [said] if said else []
        if not name or name in self.taken:
            words = clean_line(f"{person} {label}").strip(" :")
            name = id_of(words, self.taken, "line")
            kind = "line"
            self.fields.append({"id": name, "kind": kind, "label": short_label(words, 40)})
        self.taken.add(name)
        return {"label": label, "text": f"{{{name}}}"}


def drafted_cells(table: Table, taken: set[str]) -> CellsDraft | None:
    """Return the lines of a table that says who wrote a report, None for any other.

    `taken` are ids that no field may have.
    """
    rows = [row.cells for row in table.rows if any(cell.text.strip() for cell in row.cells)]
    if not _FEWEST <= len(rows) <= _MOST or max(map(len, rows)) > MOST_BESIDE:
        return None
    return _by_person(rows, taken) or _by_row(rows, taken)


def _by_person(rows: Sequence[Sequence[Cell]], taken: set[str]) -> CellsDraft | None:
    """Return a table with a column to each person, each of whose cells has its label."""
    head, body = rows[0], rows[1:]
    roles = [clean_line(cell.text) for cell in head]
    if len(roles) < _FEWEST or not all(map(_is_role, roles)):
        return None
    pairs = [[_PAIR.fullmatch(cell.text.strip()) for cell in row] for row in body]
    if any(
        len(row) != len(head)
        or not all(pair or not cell.text.strip() for pair, cell in zip(pairs[n], row, strict=True))
        for n, row in enumerate(body)
    ):
        return None
    labels = [pair["label"] for row in pairs for pair in row if pair]
    if not any(signature_label(f"{label} x") for label in labels):
        return None
    draft = CellsDraft({*taken})
    draft.row([{"label": role, "text": ""} for role in roles])
    for row in pairs:
        made = []
        for place, pair in enumerate(row):
            if pair is None:
                made.append({"label": "", "text": ""})
                continue
            label, said = clean_line(pair["label"]), clean_line(pair["text"])
            named = signature_label(f"{label} x")
            is_signer = place == len(row) - 1 and named is not None
            name = str(named[0]) if is_signer and named is not None else ""
            made.append(draft.cell(label, said, name, roles[place]))
        draft.row(made)
    return draft


def _by_row(rows: Sequence[Sequence[Cell]], taken: set[str]) -> CellsDraft | None:
    """Return a table with a row to each person: a label, a name, a post or a date behind it."""
    texts = [[clean_line(cell.text) for cell in row] for row in rows]
    if max(map(len, texts)) <= _FEWEST or not all(len(row) >= _FEWEST for row in texts):
        return None
    if not all(_is_role(row[0]) or signature_column(row[0]) for row in texts):
        return None
    dated = [row for row in texts if not any(row[2:]) and _is_dated(row)]
    people = [row for row in texts if row not in dated]
    said = [text for row in people for text in row[1:] if text]
    if not people or any(len(text) > _LONGEST_SAID or text[-1] == "." for text in said):
        return None
    if said and not any(is_name(row[1]) or is_post(row[1]) for row in people):
        return None
    draft = CellsDraft({*taken})
    for row in texts:
        is_signer = row is people[-1]
        made: list[Values] = [{"label": row[0], "text": ""}]
        if row in dated:
            made.append(draft.cell("", row[1], "signed_on", row[0]))
        for place, text in enumerate(() if row in dated else row[1:]):
            name = ("signatory", "signatory_post")[place] if is_signer and place < _FEWEST else ""
            what = ("name", "post", "contact")[min(place, 2)]
            made.append(draft.cell("", text, name, f"{row[0]} {what}"))
        draft.row(made)
    return draft


def _is_dated(row: Sequence[str]) -> bool:
    return is_date(row[1]) or (signature_column(row[0]) == "signed_on" and not row[1])


def _is_role(text: str) -> bool:
    """Return whether words say what somebody did with a report: "Approved for submission"."""
    if len(text) > _LONGEST_ROLE or not text or (is_name(text) and not _ROLE.search(text)):
        return False
    known = header_label(f"{text}:", is_cell=True) is not None
    return is_above_a_signature(text) or known or _ROLE.search(text) is not None
