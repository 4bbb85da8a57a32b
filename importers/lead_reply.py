"""Reads what a lead has written in its form, wherever the tables of it stand in a Word file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from importers.errors import UnreadableError
from importers.word.names import W
from importers.word.package import Package, opened
from importers.word.reader import read_word
from plan.papers.blocks import Table
from plan.papers.lead_form import (
    ACTION,
    ASKED,
    PROGRESS,
    REF,
    STATUS,
    TO_WRITE,
    key_in_bookmark,
)

_TAG = "plandesk-"
_LABELS = {label.casefold(): label for label in (REF, ACTION, STATUS, PROGRESS)}
_EMPTY = frozenset({"", "–", "-", "—"})


@dataclass(frozen=True)
class ReplyTable:
    """What the table of one action holds; `key` is that of its controls, empty without any."""

    key: str
    ref: str
    text: str
    status: str
    progress: str

    @property
    def is_empty(self) -> bool:
        """Whether the lead has written nothing."""
        return not (self.status or self.progress)


def read_reply(path: Path) -> tuple[ReplyTable, ...]:
    """Return the tables of actions in a Word file, in order.

    A table is one if it has the labels Status and Progress in its first column. Raises
    UnreadableError where the file is no readable Word file, or holds none.
    """
    controls: list[_Controls] = []
    word = read_word(path, lambda package: controls.extend(_controls(package)))
    tables = [block for block in word.blocks if isinstance(block, Table)]
    if len(controls) != len(tables):
        controls = [_Controls("", {})] * len(tables)
    found = tuple(
        _reply(each, rows)
        for each, table in zip(controls, tables, strict=True)
        if {STATUS, PROGRESS} <= (rows := _rows(table)).keys()
    )
    if not found:
        raise UnreadableError(
            f"{path.name} holds no table with the labels {STATUS} and {PROGRESS} in its first "
            "column, as plandesk pack-leads writes them. Nothing was taken from it."
        )
    return found


def may_be_reply(path: Path) -> bool:
    """Return whether a Word file may be a lead's reply, by the words in it; it is not read whole.

    False for what cannot be opened, too: whoever reads it says why.
    """
    try:
        with opened(path) as package:
            content = etree.tostring(package.document)
    except UnreadableError:
        return False
    return _TAG.encode() in content or all(label.encode() in content for label in ASKED)


class _Controls(NamedTuple):
    """What the controls of a table, or its bookmark, say: of which action it is, and its texts."""

    key: str
    said: Mapping[str, str]


def _reply(controls: _Controls, rows: Mapping[str, str]) -> ReplyTable:
    whole = {label: text or controls.said.get(label.lower(), "") for label, text in rows.items()}
    said = {label: _without_prompt(label, text) for label, text in whole.items()}
    return ReplyTable(
        controls.key,
        said.get(REF, ""),
        said.get(ACTION, ""),
        " ".join(said.get(STATUS, "").split()),
        said.get(PROGRESS, ""),
    )


def _without_prompt(label: str, text: str) -> str:
    """Return what was written: not the prompt of a control, beside which something may be typed.

    LibreOffice saves a prompt that was not typed over as if it had been written.
    """
    if prompt := TO_WRITE.get(label):
        text = text.removeprefix(prompt).removesuffix(prompt).strip()
    return "" if text in _EMPTY else text


def _rows(table: Table) -> dict[str, str]:
    """Return what stands beside each label that a form has."""
    rows: dict[str, str] = {}
    for row in table.rows:
        if len(row.cells) < 2:  # noqa: PLR2004 - a label, and what stands beside it
            continue
        label = _LABELS.get(row.cells[0].text.strip().rstrip(":").strip().casefold())
        if label is not None:
            lines = (one.text.strip() for one in row.cells[-1].paragraphs)
            rows.setdefault(label, "\n".join(filter(None, lines)))
    return rows


def _controls(package: Package) -> Iterator[_Controls]:
    """Yield for each table that is in no other what its controls say."""
    for table in package.document.iter(W + "tbl"):
        if next(table.iterancestors(W + "tbl"), None) is None:
            yield _controls_in(table)


def _controls_in(table: Element) -> _Controls:
    marked = (one.get(W + "name") or "" for one in table.iter(W + "bookmarkStart"))
    key, said = next(filter(None, map(key_in_bookmark, marked)), ""), {}
    for control in table.iter(W + "sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        name = "" if tag is None else tag.get(W + "val") or ""
        if name.startswith(_TAG):
            key, _, field = name.removeprefix(_TAG).rpartition("-")
            texts = (one.text or "" for one in control.iter(W + "t"))
            said[field] = "".join(texts).strip()
    return _Controls(key, said)
