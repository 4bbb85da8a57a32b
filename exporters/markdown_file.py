r"""A document as a Markdown file that any reader of Markdown shows: CommonMark, with its tables.

What is literal stays literal: what Markdown would read as a mark has a backslash. Addresses live.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from exporters.headings import depth_of, is_titled, levelled
from plan.papers.blocks import (
    Block,
    Cell,
    Document,
    Inline,
    Paragraph,
    Row,
    Table,
    Text,
    missing_picture_words,
    picture_in,
)
from plan.papers.links import by_target, linked, target_of
from plan.papers.markdown import is_of_a_word, whole_words
from plan.text.clean import safe_characters

_MARKS = re.compile(r"([\\`*_\[\]<>|~])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+=#]|:(?=-))", re.MULTILINE)
_HEADING_END = re.compile(r"(#+)$")
_IN_PARAGRAPH, _IN_CELL = "\\\n", "<br>"
"""How a line breaks."""
PICTURES = "pictures"
_BREAK = "---"
"""Stands between two papers, or parts of one, that begin on new pages."""


def markdown_file(document: Document) -> bytes:
    """Return a document as a Markdown file in UTF-8.

    A table has one header row; a cell that goes on below or beside stands there blank, and
    paragraphs within a cell are lines. Its pictures are in the folder PICTURES beside it.
    """
    parts = [] if is_titled(document) else [f"# {_line(document.title)}"]
    if document.mark:
        parts.insert(0, f"**{_line(document.mark)}**")
    for number, pairs in enumerate(levelled(document)):
        parts += [_BREAK] if number else []
        parts += _section(pairs, frozenset(document.pictures))
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _picture(block: Paragraph, pictures: Container[str]) -> str:
    """Return a picture, or the words that it is not there."""
    name = picture_in(block)
    if name not in pictures:
        return f"*{_line(missing_picture_words(block))}*"
    return f"![{_without_marks(block.text)}](<{PICTURES}/{name}>)"


def _section(pairs: Sequence[tuple[Block, int]], pictures: Container[str]) -> Iterator[str]:
    items: list[str] = []
    for block, level in pairs:
        depth = depth_of(block)
        if isinstance(block, Paragraph) and depth is not None:
            items.append(_bullet(block, depth if items else 0))
            continue
        if items:
            yield "\n".join(items)
            items = []
        if isinstance(block, Paragraph) and block.role == "picture":
            yield _picture(block, pictures)
        elif said := "\n".join(_block(block, level)):
            yield said
    if items:
        yield "\n".join(items)


def _block(block: Block, level: int) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block)
    elif level:
        yield f"{'#' * level} {_heading(block)}"
    elif block.text.strip() or block.label:
        yield _started(_with_label(block, _IN_PARAGRAPH))


def _heading(block: Paragraph) -> str:
    said = " ".join(_with_label(block, " ").split())
    return _HEADING_END.sub(lambda found: "\\#" * len(found[1]), said)


def _bullet(block: Paragraph, depth: int) -> str:
    """Return an item of a list; the first is never deeper than the list."""
    indent = "  " * depth
    said = _started(_inlines(block, _IN_PARAGRAPH))
    return f"{indent}- " + said.replace("\n", f"\n{indent}  ")


def _with_label(block: Paragraph, line_break: str) -> str:
    label = f"{_escaped(block.label)} " if block.label else ""
    return label + _inlines(block, line_break)


def _started(said: str) -> str:
    """Return text in which no line begins as a list, a heading or a rule does."""
    return _LINE_START.sub(_escaped_start, said)


def _escaped_start(found: re.Match[str]) -> str:
    number, mark, sign = found.groups()
    return f"{number}\\{mark}" if number else f"\\{sign}"


# Tables


def _table(table: Table) -> Iterator[str]:
    width = max((row.width for row in table.rows), default=0)
    rows = list(table.rows)
    header = rows.pop(0) if rows and rows[0].is_header else None
    yield _row(_texts(header, width) if header else [""] * width)
    yield _row(["---"] * width)
    yield from (_row(_texts(row, width)) for row in rows)


def _texts(row: Row, width: int) -> list[str]:
    texts = [""] * row.first_column
    for cell in row.cells:
        texts += [_cell(cell), *[""] * (cell.span - 1)]
    return texts + [""] * (width - len(texts))


def _row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _cell(cell: Cell) -> str:
    said = (
        f"{'• ' if one.bullet is not None else ''}{_with_label(one, _IN_CELL)}"
        for one in cell.paragraphs
        if one.text.strip() or one.label
    )
    return _IN_CELL.join(said)


# Words


def _inlines(paragraph: Paragraph, line_break: str) -> str:
    lines = _lines(linked(paragraph).inlines)
    said = (_marked_line(list(_with_targets(line))).strip() for line in lines)
    return line_break.join(filter(None, said))


def _with_targets(line: Sequence[Text]) -> Iterator[tuple[Text, str]]:
    """Yield runs whose emphasis is on whole words, each with where it leads, if anywhere."""
    for target, group in by_target(line):
        words = (one for one in group if isinstance(one, Text))
        yield from ((run, target) for run in whole_words(tuple(words)))


def _lines(inlines: Sequence[Inline]) -> Iterator[list[Text]]:
    """Yield the runs of each line of a paragraph."""
    line: list[Text] = []
    for one in inlines:
        run = one if isinstance(one, Text) else Text("☒ " if one.ticked else "☐ ")
        first, *others = safe_characters(run.text).replace("\t", " ").split("\n")
        line.append(replace(run, text=first))
        for text in others:
            yield line
            line = [replace(run, text=text)]
    yield line


def _marked_line(runs: Sequence[tuple[Text, str]]) -> str:
    """Return runs with their marks, except where Markdown would not read a mark as one."""
    parts: list[str] = []
    is_marked = False
    for place, (run, target) in enumerate(runs):
        before = "".join(one.text for one, _ in runs[:place])[-1:]
        after = "".join(one.text for one, _ in runs[place + 1 :])[:1]
        mark = "*" * (2 * run.bold + run.italic)
        said = _link(run.text, target) if target else _without_marks(run.text)
        is_apart = not f"{before}{after}".strip() if target else not _in_a_word(before, after)
        is_marked = bool(mark) and is_apart and bool(run.text.strip()) and not is_marked
        parts.append(f"{mark}{said}{mark}" if is_marked else said)
    return "".join(parts)


def _link(text: str, target: str) -> str:
    """Return words that lead somewhere; an address that is its own words needs no others."""
    said = text.removeprefix("mailto:")
    is_whole = target in (said, f"mailto:{said}")
    return f"<{said}>" if is_whole else f"[{_without_marks(said)}](<{target}>)"


def _in_a_word(before: str, after: str) -> bool:
    return any(map(is_of_a_word, before + after))


def _line(text: str) -> str:
    return " ".join(_escaped(safe_characters(text)).split())


def _escaped(text: str) -> str:
    """Return the text of a line by itself, in which addresses live too."""
    shown = linked(Paragraph((Text(text),))).inlines
    runs = [one for one in shown if isinstance(one, Text)]
    return "".join(
        _link(one.text, where) if (where := target_of(one)) else _without_marks(one.text)
        for one in runs
    )


def _without_marks(text: str) -> str:
    return _ENTITY.sub(r"\\&", _MARKS.sub(r"\\\1", text))
