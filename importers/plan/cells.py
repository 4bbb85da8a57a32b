"""Turns a cell of a plan's table into the value of its column's field."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from importers.bracketed_notes import with_notes
from plan.papers.blocks import Inline, Paragraph, Text
from plan.papers.markdown import markdown_of
from plan.papers.paragraph_parts import start_of, without_start
from plan.text.addresses import link_text
from plan.text.clean import clean_items, clean_line, clean_text

_TYPED_BULLET = re.compile("[•▪◦●‣➢❖\uf0b7\uf0a7][ \t\u00a0]*")
_TYPED_DASH = re.compile(r"[-–*][ \t\u00a0]+(?=\S)")
_PUBLIC = re.compile(r"(?:https?|ftp)://.+|mailto:([^?]+)", re.IGNORECASE | re.DOTALL)
_REF = re.compile(
    r"[A-Za-z]{0,6}(?:[-_ ][A-Za-z]{1,6}){0,2}[-_ .]?\d{1,4}(?:\.\d{1,3})*[a-z]?[.)]?"
)
_ENDS = (".", ";", ":", "!", "?")


def listed(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that have text, with bullets and numbers resolved.

    A typed bullet ("• Staff know …") becomes a real one; a number that Word computes becomes text.
    """
    return tuple(
        _with_bullet(_with_label(paragraph))
        for paragraph in paragraphs
        if paragraph.text.strip() or paragraph.label
    )


def _with_label(paragraph: Paragraph) -> Paragraph:
    if not paragraph.label:
        return paragraph
    space = " " if paragraph.inlines else ""
    label = Text(paragraph.label + space)
    return replace(paragraph, inlines=(label, *paragraph.inlines), label="")


def _with_bullet(paragraph: Paragraph) -> Paragraph:
    match = _TYPED_BULLET.match(paragraph.text)
    if match is None or match.end() == len(paragraph.text):
        return paragraph
    rest = without_start(paragraph, match.end())
    return rest if paragraph.bullet is not None else replace(rest, bullet=0)


class GrowingCell:
    """Joins the pieces of a cell that page breaks have split over several rows.

    A paragraph was split too where its upper part has no final punctuation and its lower part
    starts in lower case; the two are joined again.
    """

    def __init__(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Begin with the uppermost piece."""
        self._whole = list(paragraphs[:-1])
        self._last = paragraphs[-1] if paragraphs else None
        self._inlines = list(self._last.inlines) if self._last else []
        self._at = self._last.at if self._last else ()

    def add(self, below: tuple[Paragraph, ...]) -> None:
        """Add the next piece."""
        if not below:
            return
        first, *others = below
        if self._goes_on(first):
            self._inlines += [Text(" "), *first.inlines]
            self._at += first.at
        else:
            self._begin(first)
        for paragraph in others:
            self._begin(paragraph)

    def _begin(self, paragraph: Paragraph) -> None:
        self._whole.extend(self._finished())
        self._last, self._inlines = paragraph, list(paragraph.inlines)
        self._at = paragraph.at

    def _finished(self) -> tuple[Paragraph, ...]:
        last = self._last
        whole = tuple(self._inlines)
        return () if last is None else (replace(last, inlines=whole, at=self._at),)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The whole cell."""
        return (*self._whole, *self._finished())

    def _goes_on(self, below: Paragraph) -> bool:
        start = below.text.lstrip()
        if self._last is None or below.bullet is not None:
            return False
        end = Paragraph(tuple(self._inlines[-2:])).text.rstrip()
        if end.endswith(_ENDS):
            return False
        return start[:1].islower() or (end.endswith(",") and start[:1].isdigit())


def line_of(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return a field of one line."""
    return clean_line(" ".join(paragraph.text for paragraph in paragraphs))


def lines_of(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return a field of short lines, such as a timescale."""
    return "\n".join(item for paragraph in paragraphs for item in clean_items(paragraph.text))


def printed_lines(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return a field of short lines as this program printed them: one to a paragraph, unchanged.

    One that begins as an item of its own stood below a blank line; a bullet was typed.
    """
    return "\n".join(map(_printed_line, paragraphs)).strip("\n")


def _printed_line(paragraph: Paragraph) -> str:
    if paragraph.bullet is not None:
        return f"{'  ' * paragraph.bullet}- {paragraph.text}"
    return f"\n{paragraph.text}" if paragraph.role == "plan-item" else paragraph.text


def items_of(paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    """Return the items of a list: each line of the cell, or each bullet, however many its lines."""
    items: list[str] = []
    for paragraph in paragraphs:
        if paragraph.bullet is None:
            items.extend(clean_items(paragraph.text))
        else:
            items.extend(filter(None, (clean_line(paragraph.text),)))
    return tuple(items)


def with_levels(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return paragraphs with a dash before each bullet that stands below another, one a level.

    A list has no levels: the dash keeps apart what stood apart.
    """
    depths = [one.bullet for one in paragraphs if one.bullet is not None]
    if not depths or min(depths) == max(depths):
        return paragraphs
    top = min(depths)
    return tuple(
        replace(one, inlines=(Text("– " * (one.bullet - top)), *one.inlines))
        if one.bullet is not None and one.bullet > top
        else one
        for one in paragraphs
    )


def is_bulleted(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Return whether most of a list's paragraphs are bullets."""
    bullets = sum(paragraph.bullet is not None for paragraph in paragraphs)
    return bullets * 2 > len(paragraphs)


def single_of(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs; one that stands alone loses the bullet before it."""
    if len(paragraphs) != 1:
        return paragraphs
    (only,) = paragraphs
    match = _TYPED_DASH.match(only.text)
    return (replace(without_start(only, match.end()) if match else only, bullet=None),)


def prose_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return Markdown, with where its links lead, and the notes that are taken."""
    return clean_text(markdown_of(map(with_addresses, map(with_notes, paragraphs))))


def with_addresses(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph with the addresses of its links, where its words do not say them.

    Words and address are kept as "[words](address)", by which they are printed as a link again.
    Where words cannot stand so, the address is in brackets behind them. One that leads to a file
    on somebody's computer is left out.
    """
    if not any(map(_address, paragraph.inlines)):
        return paragraph
    inlines: list[Inline] = []
    for address, group in groupby(paragraph.inlines, key=_address):
        shown = list(group)
        public = _PUBLIC.match(address)
        inlines += _with_address(shown, public) if public else shown
    return replace(paragraph, inlines=tuple(inlines))


def _with_address(shown: list[Inline], public: re.Match[str]) -> list[Inline]:
    words = Paragraph(tuple(shown)).text
    target = f"mailto:{public[1]}" if public[1] else public[0]
    kept = link_text(words.strip(), target)
    if not kept or any(not isinstance(one, Text) for one in shown):
        return [*shown, Text(f" ({public[1] or public[0]})")]
    lead = len(words) - len(words.lstrip())
    inner = start_of(without_start(Paragraph(tuple(shown)), lead), len(words.strip()))
    after = words[len(words.rstrip()) :]
    return [Text(f"{words[:lead]}["), *inner, Text(f"]({target}){after}")]


def _address(inline: Inline) -> str:
    return inline.beside.address if isinstance(inline, Text) and inline.beside else ""


def is_ref(text: str) -> bool:
    """Return whether a text is a ref, such as "1.2" or "CP-SUB-1"."""
    return _REF.fullmatch(text) is not None
