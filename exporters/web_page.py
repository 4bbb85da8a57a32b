"""A document as a web page that stands by itself: headings, lists and tables as what they are."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from exporters.headings import depth_of, is_titled, levelled
from plan.council.own_field import ink_on
from plan.papers.blocks import (
    CONTENTS,
    Block,
    Cell,
    Document,
    Inline,
    Paragraph,
    Row,
    Table,
    Text,
    TickBox,
    missing_picture_words,
    picture_in,
)
from plan.papers.front_pages import listed_headings
from plan.papers.links import by_target, linked, with_site
from plan.text.clean import safe_characters

LANGUAGE = "en-GB"
_STYLE = """
body { font-family: Arial, Helvetica, sans-serif; line-height: 1.5; max-width: 70em;
  margin: 2em auto; padding: 0 1em; color: #000; background: #fff; overflow-wrap: break-word; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid #555; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }
thead th { background: #dce6f0; }
th p, td p { margin: 0 0 0.3em; }
tbody th { font-weight: normal; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.capitals { text-transform: uppercase; }
.mark { font-weight: bold; border: 2px solid #000; padding: 0.3em 0.5em; }
.strong { font-weight: bold; }
img { max-width: 100%; height: auto; }
"""
_STRONG = (
    "progress-date",
    "appendix-label",
    "signatory",
    "caption",
    "form-question",
    "plan-header",
)
"""Paragraphs that stand out and are no headings."""
_LEAST_HEADED = 2
"""Cells of a row of which the first may head the others."""


def web_page(document: Document) -> bytes:
    """Return a document as a web page in UTF-8, in which nothing is fetched and nothing runs.

    The same document always gives the same bytes.
    """
    title = _said(document.title)
    body = [] if is_titled(document) else [f"<h1>{title}</h1>"]
    above = ""
    if document.mark:
        above = f"{_said(document.mark)}: "
        body.insert(0, f'<p class="mark">{_said(document.mark)}</p>')
    contents = _Contents(document)
    for pairs in levelled(document):
        body += ["<section>", *_flow(pairs, contents, document.pictures), "</section>"]
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{LANGUAGE}">',
            "<head>",
            '<meta charset="utf-8"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            '<meta name="generator" content="plandesk"/>',
            f"<title>{above}{title or 'Plan'}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            "<main>",
            *body,
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    ).encode("utf-8")


class _Contents:
    """Leads from each line of a table of contents to its heading, both met in their order."""

    def __init__(self, document: Document) -> None:
        """Take the document; without a table of contents no heading is led to."""
        blocks = document.blocks
        has_lines = any(isinstance(one, Paragraph) and one.role in CONTENTS for one in blocks)
        self._headings = listed_headings(blocks) if has_lines else ()
        self._met = self._lines = 0

    def anchor(self, block: Paragraph) -> str:
        """Return the attribute by which the next heading is led to, empty for any other."""
        if self._met == len(self._headings) or block is not self._headings[self._met]:
            return ""
        self._met += 1
        return f' id="h{self._met}"'

    def line(self, said: str) -> str:
        """Return the next line of the table of contents, leading to its heading."""
        self._lines += 1
        is_there = self._lines <= len(self._headings)
        return f'<a href="#h{self._lines}">{said}</a>' if is_there else said


def _flow(
    pairs: Sequence[tuple[Block, int]], contents: _Contents, pictures: Mapping[str, bytes]
) -> Iterator[str]:
    """Yield the blocks of a section with their levels, those of a list put together."""
    for is_list, group in groupby(pairs, key=lambda pair: depth_of(pair[0]) is not None):
        if is_list:
            items = [one for one, _ in group if isinstance(one, Paragraph)]
            yield from _lists((depth_of(one) or 0, _item(one, contents)) for one in items)
            continue
        for block, level in group:
            if isinstance(block, Table):
                yield from _table(block)
            elif block.role == "picture":
                yield _picture(block, pictures)
            elif block.text.strip() or block.label:
                yield _paragraph(block, level, contents.anchor(block))


def _picture(block: Paragraph, pictures: Mapping[str, bytes]) -> str:
    """Return a picture, which is in the page itself, or the words that it is not there."""
    name = picture_in(block)
    if name not in pictures:
        return f"<p><em>{_said(missing_picture_words(block))}</em></p>"
    held = b64encode(pictures[name]).decode("ascii")
    source = f"data:image/{name.partition('.')[2]};base64,{held}"
    return f'<p><img src="{source}" alt="{_said(block.text)}"/></p>'


def _item(block: Paragraph, contents: _Contents) -> str:
    said = _inlines(block)
    return contents.line(said) if block.role in CONTENTS else said


def _paragraph(block: Paragraph, level: int, anchor: str = "") -> str:
    classes = ["capitals"] * block.capitals + ["strong"] * (not level and block.role in _STRONG)
    attribute = f' class="{" ".join(classes)}"' if classes else ""
    name = f"h{level}" if level else "p"
    label = f"{_said(block.label)} " if block.label else ""
    return f"<{name}{anchor}{attribute}>{label}{_inlines(block)}</{name}>"


def _lists(items: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Yield the items of a list by their depth, those deeper ones within the item above them."""
    open_at: list[int] = []
    for depth, said in items:
        while open_at and open_at[-1] > depth:
            yield "</li></ul>"
            open_at.pop()
        if open_at and open_at[-1] == depth:
            yield "</li>"
        else:
            yield "<ul>"
            open_at.append(depth)
        yield f"<li>{said}"
    yield from ("</li></ul>" for _ in open_at)


# Tables


def _table(table: Table) -> Iterator[str]:
    spans = _row_spans(table)
    yield "<table>"
    if table.title:
        yield f'<caption class="unseen">{_said(table.title)}</caption>'
    rows = list(enumerate(table.rows))
    headers = []
    while rows and rows[0][1].is_header:
        headers.append(rows.pop(0))
    for name, part in (("thead", headers), ("tbody", rows)):
        if part:
            yield f"<{name}>"
            for number, row in part:
                yield from _row(row, number, spans)
            yield f"</{name}>"
    yield "</table>"


def _row(row: Row, number: int, spans: dict[tuple[int, int], int]) -> Iterator[str]:
    yield "<tr>"
    if row.first_column:
        yield f"<td{_span('col', row.first_column)}></td>"
    shown = [place for place, cell in enumerate(row.cells) if not cell.merged_up]
    for place in shown:
        cell = row.cells[place]
        is_first = place == 0 and not row.first_column
        is_heading = is_first and len(row.cells) >= _LEAST_HEADED and bool(cell.text.strip())
        name, scope = "td", ""
        if row.is_header and cell.text.strip():
            name, scope = "th", ' scope="colgroup"' if cell.span > 1 else ' scope="col"'
        elif is_heading:
            name, scope = "th", ' scope="row"'
        down = spans.get((number, place), 1)
        attributes = f"{scope}{_span('col', cell.span)}{_span('row', down)}{_ground(cell)}"
        yield f"<{name}{attributes}>{''.join(_cell(cell))}</{name}>"
    yield "</tr>"


def _cell(cell: Cell) -> Iterator[str]:
    blocks = [one for one in cell.blocks if not isinstance(one, Paragraph) or one.text.strip()]
    only = blocks[0] if len(blocks) == 1 else None
    if isinstance(only, Paragraph) and only.bullet is None:
        label = f"{_said(only.label)} " if only.label else ""
        yield label + _inlines(only)
        return
    for is_list, group in groupby(blocks, key=lambda one: depth_of(one) is not None):
        if is_list:
            items = [one for one in group if isinstance(one, Paragraph)]
            yield from _lists((one.bullet or 0, _inlines(one)) for one in items)
            continue
        for one in group:
            yield from _table(one) if isinstance(one, Table) else (_paragraph(one, 0),)


def _row_spans(table: Table) -> dict[tuple[int, int], int]:
    """Return how many rows a cell covers that those below it continue, by its row and place."""
    spans: dict[tuple[int, int], int] = {}
    above: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(table.rows):
        now: dict[int, tuple[int, int]] = {}
        for place, (column, cell) in enumerate(row.placed()):
            origin = above.get(column) if cell.merged_up else (number, place)
            if origin is not None:
                spans[origin] = spans.get(origin, 0) + 1
                now[column] = origin
        above = now
    return {origin: count for origin, count in spans.items() if count > 1}


def _span(of: str, count: int) -> str:
    return f' {of}span="{count}"' if count > 1 else ""


def _ground(cell: Cell) -> str:
    fill = cell.fill
    return f' style="background: #{fill}; color: #{ink_on(fill)}"' if fill else ""


# Words


def _inlines(paragraph: Paragraph) -> str:
    return "".join(
        f'<a href="{escape(target)}">{said}</a>' if target else said
        for target, group in by_target(linked(paragraph).inlines)
        if (said := "".join(map(_inline, with_site(target, group) if target else group)))
    )


def _inline(inline: Inline) -> str:
    return _box(inline) if isinstance(inline, TickBox) else _run(inline)


def _box(box: TickBox) -> str:
    name = _said(f"{box.name}: {'ticked' if box.ticked else 'not ticked'}".lstrip(": "))
    return f'<span role="img" aria-label="{name}">{"☒" if box.ticked else "☐"}</span>'


def _run(run: Text) -> str:
    said = _said(run.text).replace("\n", "<br/>")
    if run.bold and said.strip():
        said = f"<strong>{said}</strong>"
    return f"<em>{said}</em>" if run.italic and said.strip() else said


def _said(text: str) -> str:
    return escape(safe_characters(text).replace("\t", " "))
