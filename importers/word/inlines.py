"""Reads the runs of a paragraph as inlines, joined and cleaned, with tracked changes accepted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple
from urllib.parse import unquote

from lxml.etree import _Element as Element

from importers.word.formulas import FORMULAS, formula_text
from importers.word.names import MC, VAL, W, boxes_in, children, is_on, shown_branch, switch
from importers.word.reading import Reading
from importers.word.styles import Style, struck_in
from importers.word.symbol_fonts import symbol_font
from importers.word.ticks import content_control_box, emoji, form_field, signs_in, symbol
from plan.papers.blocks import Beside, BesideKind, Inline, Text
from plan.text.addresses import length_of_site
from plan.text.clean import clean_text

_THROUGH = frozenset(
    W + name for name in ("smartTag", "customXml", "dir", "bdo", "ruby", "rubyBase")
)
_ACCEPTED = frozenset({W + "ins", W + "moveTo"})
_DROPPED = frozenset({W + "del", W + "moveFrom"})
_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_PICTURES = frozenset({W + "drawing", W + "pict", W + "object"})
_NOTES: dict[str, BesideKind] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentReference": "comment",
}
_WORKED_OUT = frozenset(
    W + name
    for name in (
        *("dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong"),
        "pgNum",
    )
)
"""What Word shows by the clock or by the page: a file does not say what that is."""
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))', re.IGNORECASE)
_ANCHOR = re.compile(r'\\l\s+"([^"]+)"', re.IGNORECASE)
_LEFT_OUT = re.compile(r"\A(?:https?://|ftp://|mailto:)?(?:www\.)?|/+\Z", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^?]*)", re.IGNORECASE)
_LONGEST_INSTRUCTION = 4_000
_STRUCK = Beside("struck")
_BOLD, _ITALIC, _VANISH = W + "b", W + "i", W + "vanish"
_RUN_STYLE, _FONTS = W + "rStyle", W + "rFonts"
_STRIKE, _DOUBLE_STRIKE = W + "strike", W + "dstrike"
LOOKS = frozenset({_BOLD, _ITALIC, _VANISH, _STRIKE, _DOUBLE_STRIKE, _RUN_STYLE, _FONTS})
"""The properties of a run by which it may look otherwise than its paragraph."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}symEx"
_BREAKS_OF_PAGES = frozenset({"page", "column"})
_EDGE = "."
"""Put beside a run while it is cleaned, so that a space between two runs is kept."""


@dataclass
class _Field:
    """A complex field that is open: `is_silent` while nothing in it is shown."""

    is_silent: bool = True
    has_entry: bool = False
    """Whether it is a drop-down of a form, which shows the entry chosen and no result."""
    instruction: str = ""
    address: str = ""
    """What a link leads to."""


@dataclass
class _Fields:
    """The complex fields that are open, the innermost last."""

    _open: list[_Field] = field(default_factory=list)
    _silent: int = 0
    _addresses: list[str] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        return self._silent > 0

    @property
    def address(self) -> str:
        return self._addresses[-1] if self._addresses else ""

    def step(self, kind: str | None, *, has_entry: bool = False) -> None:
        if kind == "begin":
            self._open.append(_Field(has_entry=has_entry))
            self._silent += 1
        elif self._open and kind == "separate":
            self._show(self._open[-1])
        elif self._open and kind == "end":
            self._close(self._open.pop())

    def note(self, instruction: Element) -> None:
        """Keep a piece of what the innermost field does."""
        last = self._open[-1]
        if len(last.instruction) < _LONGEST_INSTRUCTION:
            last.instruction += instruction.text or ""

    def _show(self, shown: _Field) -> None:
        if shown.is_silent and not shown.has_entry:
            shown.is_silent = False
            self._silent -= 1
            shown.address = _address_in(shown.instruction)
            if shown.address:
                self._addresses.append(shown.address)

    def _close(self, closed: _Field) -> None:
        self._silent -= closed.is_silent
        if closed.address:
            self._addresses.pop()


def _address_in(instruction: str) -> str:
    """Return the address that a field links to, empty where it is no link out of the paper."""
    match = _LINK.match(instruction)
    address = (match[1] or match[2] or "") if match else ""
    anchor = _ANCHOR.search(instruction) if address else None
    return f"{address}#{anchor[1]}" if anchor else address


class Inlines:
    """Reads the content of one paragraph in its style.

    `boxes` are the text boxes found in it, `breaks` what begins a new page.
    """

    def __init__(self, reading: Reading, style: Style) -> None:
        """Take what is known of the file and the style of the paragraph."""
        self.boxes: list[Element] = []
        self.breaks: list[Element] = []
        self._reading = reading
        self._look = _Look(
            bool(style.bold),
            bool(style.italic),
            bool(style.hidden),
            bool(style.struck),
            style.symbols or "",
        )
        self._fields = _Fields()
        self._address = ""

    def of(self, parent: Element, depth: int = 0) -> Iterator[Inline]:
        """Yield the inlines of everything in `parent`. Raises UnreadableError if too deep."""
        self._reading.check_depth(depth)
        for element in parent:
            tag = element.tag
            if tag == W + "r":
                yield from self._run(element, depth)
            elif tag in _THROUGH:
                yield from self.of(element, depth + 1)
            elif tag == W + "sdt":
                yield from self._content_control(element, depth)
            elif tag in _ACCEPTED:
                self._reading.seen["inserted"] += 1
                yield from self.of(element, depth + 1)
            elif tag in _DROPPED:
                self._reading.seen["deleted"] += 1
            elif tag in FORMULAS:
                self._reading.seen["formula"] += 1
                yield Text(formula_text(element))
            else:
                yield from self._around_runs(element, depth)

    def _around_runs(self, element: Element, depth: int) -> Iterator[Inline]:
        """Yield what a link, the beginning of a comment or alternative content holds."""
        tag = element.tag
        if tag == W + "hyperlink":
            address = self._reading.address_of(element.get(_RELATION))
            anchor = element.get(W + "anchor")
            if address and anchor:
                address = f"{address}#{anchor}"
            yield from self._linked(element, address, depth)
        elif tag == W + "fldSimple":
            yield from self._linked(element, _address_in(element.get(W + "instr", "")), depth)
        elif tag == W + "commentRangeStart":
            yield from self._note("comment", element)
        elif tag == W + "subDoc":
            self._reading.seen["embedded"] += 1
        elif tag == MC + "AlternateContent":
            branch = shown_branch(element)
            if branch is not None:
                yield from self.of(branch, depth + 1)

    def _linked(self, element: Element, address: str, depth: int) -> Iterator[Inline]:
        before = self._address
        self._address = address or before
        yield from _without_site([*self.of(element, depth + 1)], address)
        self._address = before

    def _content_control(self, element: Element, depth: int) -> Iterator[Inline]:
        properties = element.find(W + "sdtPr")
        box = content_control_box(properties)
        if box is not None:
            yield box
            return
        content = element.find(W + "sdtContent")
        if content is None:
            return
        self._reading.seen["control"] += 1
        if switch(properties, W + "showingPlcHdr"):
            self._reading.seen["prompt"] += 1
        else:
            yield from self.of(content, depth + 1)

    def _run(self, run: Element, depth: int) -> Iterator[Inline]:
        properties = run.find(W + "rPr")
        look = self._look if properties is None else self._look_of(properties)
        if look.hidden:
            self._pass_over_hidden(run, depth)
            return
        content = self._content(run, depth)
        if look.symbols:
            content = self._signs(content, look.symbols)
        if look.struck:
            self._reading.seen["struck"] += 1
        for inline in content:
            if isinstance(inline, Text):
                said = inline.beside or self._beside(is_struck=look.struck)
                if look.bold or look.italic or said is not None:
                    yield Text(inline.text, look.bold, look.italic, said)
                    continue
            elif look.struck:  # a box that is crossed out is no tick
                yield Text("☒" if inline.ticked else "☐", beside=_STRUCK)
                continue
            yield inline

    def _look_of(self, properties: Element) -> "_Look":
        """Return the look of a run: what it sets itself, else its style, else its paragraph."""
        said = children(properties)
        reference = said.get(_RUN_STYLE)
        named = self._reading.styles.named("" if reference is None else reference.get(VAL, ""))
        own = self._look
        symbols = symbol_font(said.get(_FONTS))
        return _Look(
            _first_said(_said(said.get(_BOLD)), named.bold, own.bold),
            _first_said(_said(said.get(_ITALIC)), named.italic, own.italic),
            _first_said(_said(said.get(_VANISH)), named.hidden, own.hidden),
            _first_said(struck_in(said), named.struck, own.struck),
            symbols
            if symbols is not None
            else own.symbols
            if named.symbols is None
            else named.symbols,
        )

    def _pass_over_hidden(self, run: Element, depth: int) -> None:
        """Follow the fields in a hidden run, and keep nothing of it."""
        boxes = len(self.boxes)
        for _ in self._content(run, depth):
            self._reading.seen["hidden"] += 1
        del self.boxes[boxes:]

    def _beside(self, *, is_struck: bool) -> Beside | None:
        """Return what stands beside the words that are read just now."""
        address = self._fields.address or self._address
        if is_struck:
            return replace(_STRUCK, address=address) if address else _STRUCK
        return Beside("link", address=address) if address else None

    def _content(self, run: Element, depth: int) -> Iterator[Inline]:
        for element in run:
            tag = element.tag
            if tag == W + "fldChar":
                yield from self._field_character(element)
            elif self._fields.in_instruction:
                if tag == W + "instrText":
                    self._fields.note(element)
            elif tag == W + "t":
                yield Text(element.text or "")
            elif tag in _CHARACTERS:
                yield Text(_CHARACTERS[tag])
            elif tag == W + "br":
                kind = element.get(W + "type")
                if kind not in _BREAKS_OF_PAGES:
                    yield Text("\n")
                elif kind == "page":
                    self.breaks.append(element)
            else:
                yield from self._in_run(element, depth)

    def _in_run(self, element: Element, depth: int) -> Iterator[Inline]:
        """Yield what stands in a run besides text: signs, notes, drawings, alternatives."""
        tag = element.tag
        if tag == W + "sym":
            yield from self._read_signs(symbol(element))
        elif tag == W + "ruby":
            yield from self.of(element, depth + 1)
        elif tag in _NOTES:
            yield from self._note(_NOTES[tag], element)
        elif tag in _PICTURES:
            yield from self._drawing(element)
        elif tag == MC + "AlternateContent":
            yield from self._alternative(element, depth)
        elif tag == _EMOJI:
            yield from emoji(element)
        elif tag in _WORKED_OUT:
            self._reading.seen["worked out"] += 1

    def _alternative(self, element: Element, depth: int) -> Iterator[Inline]:
        """Read the branch of alternatives inside a run that is shown."""
        self._reading.check_depth(depth)
        branch = shown_branch(element)
        if branch is not None:
            yield from self._content(branch, depth + 1)

    def _field_character(self, element: Element) -> Iterator[Inline]:
        kind = element.get(W + "fldCharType")
        shown = form_field(element) if kind == "begin" else None
        if shown is not None and not self._fields.in_instruction:
            self._reading.seen["control"] += 1
            yield shown
        self._fields.step(kind, has_entry=isinstance(shown, Text))

    def _signs(self, content: Iterable[Inline], font: str) -> Iterator[Inline]:
        """Yield the content of a run in a symbol font: each of its characters is a sign."""
        for inline in content:
            if isinstance(inline, Text) and inline.beside is None:
                yield from self._read_signs(signs_in(inline.text, font))
            else:
                yield inline

    def _read_signs(self, signs: Iterable[Inline | None]) -> Iterator[Inline]:
        for sign in signs:
            if sign is None:
                self._reading.seen["symbol"] += 1
            else:
                yield sign

    def _note(self, kind: BesideKind, element: Element) -> Iterator[Inline]:
        """Yield the note that an element refers to, at its first reference, as an empty text."""
        note = self._reading.note(kind, element.get(W + "id"))
        if note is not None:
            yield Text("", beside=note)

    def _drawing(self, element: Element) -> Iterator[Inline]:
        """Keep the text boxes of a drawing; yield a picture, or count one that cannot be kept."""
        boxes = list(boxes_in(element))
        self.boxes += boxes
        if boxes:
            return
        pictures = self._reading.pictures
        is_in_body = pictures is not None and not self._reading.part
        shown = pictures.read(element) if pictures is not None and is_in_body else None
        if shown is None:
            self._reading.seen["picture"] += 1
        else:
            yield shown


class _Look(NamedTuple):
    """How a run looks: emphasis, whether it is hidden or struck out, its symbol font if any."""

    bold: bool
    italic: bool
    hidden: bool
    struck: bool
    symbols: str


def _said(switched: Element | None) -> bool | None:
    return None if switched is None else is_on(switched)


def _first_said(own: bool | None, named: bool | None, paragraph: bool) -> bool:
    """Return what the run itself says, else its style, else its paragraph."""
    if own is not None:
        return own
    return paragraph if named is None else named


def one_run(text: str, *, bold: bool, italic: bool) -> tuple[Inline, ...]:
    """Return the inlines of a paragraph that is one run of text."""
    if not text.isprintable():
        return joined((Text(text, bold, italic),))
    stripped = text.rstrip()
    return (Text(stripped, bold, italic),) if stripped else ()


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the inlines, with runs that are alike joined and all texts cleaned.

    Alike are those of one emphasis with the same beside them; a note stays on its own.
    """
    inlines = tuple(inlines)
    if len(inlines) == 1:
        (only,) = inlines
        if isinstance(only, Text) and only.beside is None and only.text.isprintable():
            return one_run(only.text, bold=only.bold, italic=only.italic)
    found: list[Inline] = []
    for key, group in groupby(inlines, key=_emphasis):
        if key is None:
            found.extend(group)
        else:
            text = "".join(inline.text for inline in group if isinstance(inline, Text))
            cleaned = clean_text(_EDGE + text + _EDGE)[len(_EDGE) : -len(_EDGE)]
            found.append(Text(cleaned, *key))
    return tuple(_trimmed(_without_said_addresses(found)))


def _emphasis(inline: Inline) -> tuple[bool, bool, Beside | None] | None:
    if not isinstance(inline, Text) or _is_note(inline):
        return None
    return inline.bold, inline.italic, inline.beside


def _is_note(inline: Text) -> bool:
    return inline.beside is not None and bool(inline.beside.blocks)


def _without_said_addresses(inlines: list[Inline]) -> list[Inline]:
    """Return the inlines; a link whose words are its address is plain text."""
    if not any(map(_address, inlines)):
        return inlines
    found: list[Inline] = []
    for address, group in groupby(inlines, key=_address):
        linked = list(group)
        words = "".join(inline.text for inline in linked if isinstance(inline, Text))
        is_said = bool(address) and _bare(words) == _bare(address)
        found += map(_unlinked, linked) if is_said else linked
    return found


def _without_site(inlines: list[Inline], address: str) -> Iterator[Inline]:
    """Yield what stands in a link, without the name of the site that is printed before an address.

    See `plan.papers.links.with_site`.
    """
    words = "".join(one.text for one in inlines if isinstance(one, Text))
    start = length_of_site(words, address)
    left = len(words) - start - 1 if start else len(words)
    for one in inlines:
        if isinstance(one, Text):
            text = one.text[start:][:left]
            start, left = max(start - len(one.text), 0), left - len(text)
            if text or not one.text:
                yield replace(one, text=text)
        else:
            yield one


def _address(inline: Inline) -> str:
    return inline.beside.address if isinstance(inline, Text) and inline.beside else ""


def _bare(address: str) -> str:
    """Return an address as it is compared: without its scheme and what may be left out."""
    mail = _MAIL.match(address)
    said = mail[1] if mail else address
    return _LEFT_OUT.sub("", unquote("".join(said.split()))).casefold()


def _unlinked(inline: Inline) -> Inline:
    if not isinstance(inline, Text):
        return inline
    is_link = inline.beside is not None and inline.beside.kind == "link"
    return replace(inline, beside=None if is_link else _STRUCK)


def _trimmed(inlines: list[Inline]) -> Iterator[Inline]:
    """Yield the inlines without empty texts, leading blank lines and trailing blanks.

    A note at an end stays; it is no part of the text.
    """
    shown = [place for place, inline in enumerate(inlines) if not _is_blank(inline)]
    for place, inline in enumerate(inlines):
        if not isinstance(inline, Text) or _is_note(inline):
            yield inline
        elif shown and shown[0] <= place <= shown[-1]:
            text = inline.text.lstrip("\n") if place == shown[0] else inline.text
            text = text.rstrip() if place == shown[-1] else text
            if text:
                yield Text(text, inline.bold, inline.italic, inline.beside)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Text) and not inline.text.strip()
