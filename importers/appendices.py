"""The appendices of a paper: their labels, and those that are a text or name a separate file."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from importers.account.ledger import left_out, took
from importers.bracketed_notes import line_with_notes
from importers.plan.cells import listed, prose_of
from importers.remarks import Remark
from importers.unread import unread_remark
from importers.wording import is_bold, is_short_line
from plan.council.format import Format
from plan.model.outline import AppendixOutline
from plan.papers.blocks import Block, Paragraph, Table, plain
from plan.text.clean import clean_line

_LABEL = re.compile(
    r"(?:appendix|annex)(?: (?:no\.? ?)?(?P<number>\d{1,2}|[A-Z]))?:?", re.IGNORECASE
)
_LABEL_AND_TITLE = re.compile(
    r"(?:appendix|annex) (?P<number>\d{1,2}|[A-Z]) ?[:–—-] ?(?P<title>.+)", re.IGNORECASE
)
MOST = 30
"""The most appendices of a paper; a higher number must be a misprint."""


def appendix_number(paragraph: Paragraph, council: Format) -> int | None:
    """Return the number on an appendix's label: 0 if it has none, None for any other line."""
    line = clean_line(paragraph.text)
    match = _own_label(council.plan.appendix_label).fullmatch(line) or _LABEL.fullmatch(line)
    if match is None and is_short_line(paragraph):
        match = _LABEL_AND_TITLE.fullmatch(line)
    if match is None:
        return 0 if paragraph.role == "appendix-label" else None
    return _as_number(match.groupdict().get("number") or "")


def is_bare_label(paragraph: Paragraph) -> bool:
    """Return whether an appendix's label has no title on its line."""
    return not title_on_label(paragraph)


def title_on_label(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Return the title that follows an appendix's label on the same line, nothing without one."""
    match = _LABEL_AND_TITLE.fullmatch(clean_line(paragraph.text))
    return (replace(plain(match["title"]), at=paragraph.at),) if match else ()


@lru_cache(maxsize=50)
def _own_label(label: str) -> re.Pattern[str]:
    pattern = re.escape(clean_line(label)).replace(re.escape("{number}"), r"(?P<number>\d{1,2})", 1)
    return re.compile(pattern if label.strip() else r"(?!)", re.IGNORECASE)


def _as_number(number: str) -> int:
    if number.isdecimal():
        return int(number)
    return ord(number.upper()) - ord("A") + 1 if number else 0


def read_appendix(
    blocks: Sequence[Block], council: Format, place: str
) -> tuple[AppendixOutline, tuple[Remark, ...]]:
    """Return the text appendix in `blocks`, the first of which is its label, and remarks on it.

    `place` names it in the remarks. A text cannot hold a table, so tables are remarked on.
    """
    label, *rest = blocks
    titles = title_on_label(label) if isinstance(label, Paragraph) else ()
    is_ours = isinstance(label, Paragraph) and label.role == "appendix-label"
    paragraphs = [block for block in rest if isinstance(block, Paragraph) and block.text.strip()]
    if not titles and paragraphs and _is_title(paragraphs[0], is_ours=is_ours):
        titles = (paragraphs.pop(0),)
    title = line_with_notes(clean_line(titles[0].text), titles) if titles else ""
    if isinstance(label, Paragraph):
        left_out((label,), "labels")
    tables = [block for block in rest if isinstance(block, Table)]
    remarks = tuple(unread_remark(tables, place))
    file = _separate_file(paragraphs, council)
    if file is not None:
        appendix = took(AppendixOutline("file", title, file=file), paragraphs, "file")
        left_out(paragraphs, "labels")
        return took(appendix, titles, "title"), remarks
    body = paragraphs if is_ours else listed(paragraphs)
    appendix = took(AppendixOutline("text", title, prose_of(body)), paragraphs, "text")
    return took(appendix, titles, "title"), remarks


def _is_title(paragraph: Paragraph, *, is_ours: bool) -> bool:
    if is_ours:
        return paragraph.role == "cover-title"
    is_marked = paragraph.role != "body" or is_bold(paragraph) or paragraph.text.isupper()
    return is_marked and is_short_line(paragraph)


def _separate_file(paragraphs: Sequence[Paragraph], council: Format) -> str | None:
    """Return the name of the separate file that an appendix is, None where it is a text."""
    if len(paragraphs) != 1 or "{file}" not in council.report.separate_file:
        return None
    pattern = re.escape(council.report.separate_file.strip()).replace(
        re.escape("{file}"), r"\s*(?P<file>.*)", 1
    )
    match = re.fullmatch(pattern.replace(r"\ \s*", r"\s*"), paragraphs[0].text.strip())
    return clean_line(match["file"]) if match else None
