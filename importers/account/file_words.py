"""The words that a Word file shows, counted from its XML alone: the reader has no part in it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from lxml.etree import _Element as Element

from importers.word.drawing_words import ApartKind, PlacedWords, words_apart
from importers.word.names import MC, VAL, M, W, as_number, switch, value
from importers.word.package import Package
from importers.word.styles import Style, Styles
from importers.word.symbol_fonts import known_font, sign_of, symbol_font
from plan.model.bulk import without_collection
from plan.text.addresses import length_of_site

PartKind: TypeAlias = Literal["body", "box", "footnote", "endnote", "comment", "header"] | ApartKind
Unseen: TypeAlias = Literal["deleted", "hidden", "prompts"]

WORD = re.compile(r"[^\W_]+")
SOFT_HYPHEN = "\u00ad"
_NOTES: tuple[tuple[str, PartKind, str], ...] = (
    ("footnotes", "footnote", W + "footnote"),
    ("endnotes", "endnote", W + "endnote"),
    ("comments", "comment", W + "comment"),
)
_REFERENCES: dict[str, PartKind] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentRangeStart": "comment",
    W + "commentReference": "comment",
}
_BETWEEN_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_DELETED = frozenset({W + "del", W + "moveFrom"})
_NOT_TEXT = frozenset({W + "pPr", W + "sdtPr"})
_RUNS = frozenset({W + "r", M + "r"})
_TEXTS = frozenset({W + "t", M + "t"})
_CHARACTERS = {W + name: " " for name in ("tab", "br", "cr", "ptab")} | {W + "noBreakHyphen": "-"}
_PLAIN = (W + "p", W + "t", *_CHARACTERS)
_DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
_ALTERNATIVES = MC + "AlternateContent"
_WITHIN_RUNS = frozenset({_ALTERNATIVES, W + "ins"})
_BOX = W + "txbxContent"
_PARAGRAPH, _RUN, _TEXT, _CONTROL = W + "p", W + "r", W + "t", W + "sdt"
_NOT_PLAIN = (
    *(W + name for name in ("vanish", "fldChar", "ruby", "delText", "txbxContent", "sym")),
    *(W + name for name in ("drawing", "pict", "object", "altChunk", "subDoc")),
    *(M + "t", _CONTROL, _ALTERNATIVES, *_DELETED, *_REFERENCES),
)
"""What makes it needful to walk through a part: fields, boxes, changes, notes and the like."""
_SYMBOL_FONT = re.compile("Wingdings|Webdings|Symbol")
_CONTENTS_STYLE = re.compile(r"(?:toc \d|toc heading|table of figures)")
_CONTENTS_FIELD = re.compile(r"\s*TOC\b")
_CODE = re.compile("[0-9A-Fa-f]{4}")
_CONTENTS_GALLERY = "Table of Contents"


@dataclass(slots=True)
class FileParagraph:
    """A paragraph that shows words, or that a note or comment hangs on.

    `beside` is the place, in the list of all, of the paragraph that a text box, a note or a comment
    belongs to, `group` the number of that box, note or comment; `is_contents` says that it is a
    line of a list of contents, `words` how many words it has. `read` is what is read of it where
    that is more than counts: words that have a reading above them, letters of symbol fonts.
    """

    kind: PartKind
    text: str
    is_contents: bool = False
    beside: int | None = None
    group: int = 0
    words: int = 0
    read: str = ""


@dataclass
class FileWords:
    """What a file shows, in the order of its parts, and how many words it holds but does not.

    `uncounted` are letters that are read but do not count: signs of symbol fonts, and words that
    have a reading above them (`w:ruby`).
    """

    paragraphs: list[FileParagraph] = field(default_factory=list)
    unseen: Counter[Unseen] = field(default_factory=Counter)
    uncounted: Counter[str] = field(default_factory=Counter)


def words_in(text: str) -> list[str]:
    """Return the words of a text: runs of letters and digits."""
    return WORD.findall(text)


def has_words(text: str) -> bool:
    """Return whether a text has any word."""
    return text[:1].isalnum() or WORD.search(text) is not None


def file_words(package: Package) -> FileWords:
    """Return what the parts of a Word file show: its body, notes, comments, headers and footers."""
    found = FileWords()
    sheet = package.part("styles")
    walk = _Walk(Styles(sheet), found)
    apart = list(words_apart(package))
    if apart:
        paragraphs = package.document.iter(_PARAGRAPH)
        walk.numbers = {element: number for number, element in enumerate(paragraphs)}
    with without_collection():
        if _is_plain(package.document) and not _sets_apart(sheet):
            found.paragraphs += _plain_paragraphs(package.document)
        else:
            walk.blocks(package.document, "body")
    for part, kind, tag in _NOTES:
        for root in package.parts(part):
            for note in root.iter(tag):
                if note.get(W + "type") not in _BETWEEN_NOTES:
                    walk.note(note, kind)
    for part in ("header", "footer"):
        for root in package.parts(part):
            walk.blocks(root, "header")
    headers = {name for part in ("header", "footer") for name in package.related.get(part, ())}
    for words in apart:
        kind = "header" if words.part in headers else words.apart.kind
        walk.apart(words, kind, in_body=words.part == package.main)
    return found


def _is_plain(root: Element) -> bool:
    """Return whether a part has nothing but paragraphs and tables of text that is shown."""
    if next(root.iter(*_NOT_PLAIN), None) is not None:
        return False
    return not any(map(_names_symbols, root.iter(W + "rFonts")))


def _names_symbols(fonts: Element) -> bool:
    return any(_SYMBOL_FONT.match(str(font)) for font in fonts.attrib.values())


def _sets_apart(sheet: Element | None) -> bool:
    """Return whether any style hides its text, has signs for it or is of a list of contents."""
    if sheet is None:
        return False
    names = (name.get(VAL, "").lower() for name in sheet.iter(W + "name"))
    return (
        next(sheet.iter(W + "vanish"), None) is not None
        or any(map(_CONTENTS_STYLE.fullmatch, names))
        or any(map(_names_symbols, sheet.iter(W + "rFonts")))
    )


def _plain_paragraphs(root: Element) -> Iterator[FileParagraph]:
    """Yield the paragraphs of a plain part: this takes a tenth of the time of the whole walk."""
    said: list[str] = []
    for element in root.iter(*_PLAIN):
        tag = element.tag
        if tag == _TEXT:
            said.append(element.text or "")
        elif tag == _PARAGRAPH:
            yield from _plain_paragraph("".join(said))
            said = []
        else:
            said.append(_CHARACTERS[tag])
    yield from _plain_paragraph("".join(said))


def _plain_paragraph(text: str) -> Iterator[FileParagraph]:
    text = text.replace(SOFT_HYPHEN, "")
    words = len(WORD.findall(text))
    if words:
        yield FileParagraph("body", text, words=words)


_LINK = W + "hyperlink"
_Kind: TypeAlias = PartKind | Unseen
_UNSEEN = frozenset(get_args(Unseen))


@dataclass
class _Walk:
    """Goes through the elements of a file in order."""

    styles: Styles
    found: FileWords
    numbers: dict[Element, int] = field(default_factory=dict)
    """The paragraphs of the body by number, where something stands apart from its text."""
    _numbered: list[tuple[int, int]] = field(default_factory=list)
    _anchors: dict[tuple[PartKind, str], int] = field(default_factory=dict)
    _beside: int | None = None
    _group: int = 0
    _in_contents: int = 0

    def note(self, element: Element, kind: PartKind) -> None:
        """Read a note or a comment."""
        self._group += 1
        self._beside = self._anchors.get((kind, element.get(W + "id", "")))
        self.blocks(element, kind)
        self._beside = None

    def apart(self, words: PlacedWords, kind: PartKind, *, in_body: bool) -> None:
        """Add words that stand apart from the text, such as those of a chart."""
        self._group += 1
        above = bisect_right(self._numbered, (words.paragraph, len(self.found.paragraphs)))
        self._beside = self._numbered[above - 1][1] if in_body and above else None
        for line in words.apart.words.split("\n"):
            self._put(kind, line, is_contents=False)
        self._beside = None

    def blocks(self, parent: Element, kind: _Kind) -> None:
        """Read every paragraph below `parent`."""
        for element in parent:
            tag = element.tag
            if tag == _PARAGRAPH:
                self._paragraph(element, kind)
            elif tag == _ALTERNATIVES:
                choice = element.find(MC + "Choice")
                if choice is not None:
                    self.blocks(choice, kind)
            elif tag in _DELETED:
                self.blocks(element, "deleted")
            elif tag == _CONTROL:
                self._control(element, kind)
            elif tag == W + "tr" and element.find(f"{W}trPr/{W}del") is not None:
                self.blocks(element, "deleted")
            elif len(element):
                self.blocks(element, kind)

    def _control(self, element: Element, kind: _Kind) -> None:
        content = element.find(W + "sdtContent")
        if content is None:
            return
        properties = element.find(W + "sdtPr")
        is_list = _is_contents_control(properties)
        self._in_contents += is_list
        self.blocks(content, "prompts" if _is_prompt(properties) else kind)
        self._in_contents -= is_list

    def _paragraph(self, element: Element, kind: _Kind) -> None:
        place = len(self.found.paragraphs)
        usual = _usual_text(element)
        if usual is None:
            style = self.styles.paragraph(value(element.find(W + "pPr"), W + "pStyle"))
        else:
            style = self.styles.paragraph(usual[0])
            if not style.symbols:
                shown = "hidden" if style.hidden else kind
                self._put(shown, usual[1], is_contents=self._is_contents(style.name))
                return
        line = _Line(self.styles, style)
        line.walk(element, kind)
        read = ""
        if line.uncounted:
            self.found.uncounted.update("".join(line.uncounted))
            read = "".join(line.read)
        is_contents = self._is_contents(style.name) or line.is_contents
        hangs_on = line.references or line.boxes
        if hangs_on and WORD.search("".join(line.said.get(kind, ()))) is None:
            self.found.paragraphs.append(FileParagraph(_shown(kind), ""))
        for said, texts in line.said.items():
            self._put(said, "".join(texts), is_contents=is_contents, read=read)
        self._number(element, kind, place)
        for reference in line.references:
            self._anchors.setdefault(reference, place)
        above = self._beside
        self._beside = place if kind == "body" else above
        for box in line.boxes:
            self._group += kind == "body"
            self.blocks(box, "box" if kind == "body" else kind)
        self._beside = above

    def _number(self, element: Element, kind: _Kind, place: int) -> None:
        """Keep where a paragraph of the body is, if anything may stand beside it."""
        if self.numbers and kind == "body":
            if place == len(self.found.paragraphs):
                self.found.paragraphs.append(FileParagraph("body", ""))
            self._numbered.append((self.numbers[element], place))

    def _is_contents(self, style: str) -> bool:
        return bool(self._in_contents) or _CONTENTS_STYLE.fullmatch(style) is not None

    def _put(self, kind: _Kind, text: str, *, is_contents: bool, read: str = "") -> None:
        if SOFT_HYPHEN in text:
            text = text.replace(SOFT_HYPHEN, "")
        words = len(WORD.findall(text))
        if not words:
            return
        if kind == "deleted" or kind == "hidden" or kind == "prompts":  # noqa: PLR1714 - for mypy
            self.found.unseen[kind] += words
        else:
            self.found.paragraphs.append(
                FileParagraph(kind, text, is_contents, self._beside, self._group, words, read)
            )


def _shown(kind: _Kind) -> PartKind:
    return "body" if kind == "deleted" or kind == "hidden" or kind == "prompts" else kind  # noqa: PLR1714


def _usual_text(paragraph: Element) -> tuple[str | None, str] | None:
    """Return the style and the text of a paragraph of one plain run, None for any other."""
    count = len(paragraph)
    if count == 0:
        return None, ""
    run = paragraph[-1]
    if count > 2 or run.tag != _RUN or len(run) != 1 or run[0].tag != _TEXT:  # noqa: PLR2004
        return None
    if count == 1:
        return None, run[0].text or ""
    properties = paragraph[0]
    if properties.tag != W + "pPr":
        return None
    return value(properties, W + "pStyle"), run[0].text or ""


@dataclass
class _Line:
    """Goes through one paragraph: what it says by kind, its text boxes, what it refers to."""

    styles: Styles
    style: Style
    said: dict[_Kind, list[str]] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)
    references: list[tuple[PartKind, str]] = field(default_factory=list)
    is_contents: bool = False
    uncounted: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    """What is shown of it, with what does not count, in order."""
    _fields: list[bool] = field(default_factory=list)

    def walk(self, parent: Element, kind: _Kind) -> None:
        """Read everything in `parent`."""
        for element in parent:
            tag = element.tag
            if tag in _RUNS:
                self._run(element, kind)
            elif tag in _NOT_TEXT:
                continue
            elif tag in _DELETED:
                self.walk(element, "deleted")
            elif tag == _CONTROL:
                content = element.find(W + "sdtContent")
                if content is not None:
                    is_prompt = _is_prompt(element.find(W + "sdtPr"))
                    self.walk(content, "prompts" if is_prompt else kind)
            elif tag == _ALTERNATIVES:
                for chosen in _chosen(element):
                    self.walk(chosen, kind)
            else:
                self._note_mark(element)
                above = len(self.said.get(kind, ()))
                self.walk(element, kind)
                if tag == _LINK:
                    self._leave_site_out(self.said.get(kind, []), above)

    @staticmethod
    def _leave_site_out(said: list[str], above: int) -> None:
        """Leave out the name of a site that plandesk printed before an address, as it is read."""
        words = "".join(said[above:])
        said[above:] = [words[length_of_site(words) :]]

    def _run(self, run: Element, kind: _Kind) -> None:
        properties = run.find(W + "rPr")
        is_hidden, font = self.style.hidden, self.style.symbols or None
        if properties is not None:
            named = self.styles.named(value(properties, W + "rStyle") or "")
            own = switch(properties, W + "vanish")
            said = named.hidden if own is None else own
            is_hidden = is_hidden if said is None else said
            font = self._font(properties.find(W + "rFonts"), named)
        self._content(run, "hidden" if is_hidden else kind, font)

    def _font(self, fonts: Element | None, named: Style) -> str | None:
        """Return the symbol font of a run, None where it has none.

        It is empty where one is named that Word does not show the text in, such as the font for
        another script: such text is read, and does not count.
        """
        own = symbol_font(fonts)
        inherited = self.style.symbols if named.symbols is None else named.symbols
        shown = inherited if own is None else own
        return shown or ("" if fonts is not None and _names_symbols(fonts) else None)

    def _content(self, run: Element, kind: _Kind, font: str | None) -> None:
        for element in run:
            tag = element.tag
            if tag in _TEXTS:
                if font is not None:
                    self._note_signs(font, element.text or "")
                elif not any(self._fields):
                    self._say(kind, element.text or "")
            elif tag in _CHARACTERS:
                self._say(kind, _CHARACTERS[tag])
            elif tag == W + "delText":
                self._say("deleted", element.text or "")
            elif tag == W + "fldChar":
                self._field(element, kind)
            elif tag in _WITHIN_RUNS:
                self._alternatives(element, kind, font)
            elif tag in _DRAWINGS:
                self.boxes.extend(_boxes(element))
            else:
                self._note_mark(element)

    def _alternatives(self, element: Element, kind: _Kind, font: str | None) -> None:
        for chosen in _chosen(element) if element.tag == _ALTERNATIVES else (element,):
            boxes = list(_boxes(chosen))
            self.boxes += boxes
            if not boxes:
                self._content(chosen, kind, font)

    def _note_mark(self, element: Element) -> None:
        """Note what a mark without words stands for: a note, a comment, a list of contents."""
        tag = element.tag
        if tag in _REFERENCES:
            self.references.append((_REFERENCES[tag], element.get(W + "id", "")))
        elif tag == W + "instrText":
            self.is_contents |= _CONTENTS_FIELD.match(element.text or "") is not None
        elif tag == W + "ruby":
            for base in element.iterfind(W + "rubyBase"):
                self._leave_uncounted(text.text or "" for text in base.iter(W + "t"))
        elif tag == W + "sym":
            self._note_sign(known_font(element.get(W + "font", "")), element.get(W + "char", ""))

    def _note_signs(self, font: str, text: str) -> None:
        """Note what the signs of a run in a symbol font look like: some of them are letters."""
        signs = (sign_of(font, ord(char)) or "" for char in text)
        self._leave_uncounted(signs if font else (text,))

    def _note_sign(self, font: str, code: str) -> None:
        if _CODE.fullmatch(code):
            sign = int(code, 16)
            self._leave_uncounted((sign_of(font, sign) or "" if font else chr(sign),))

    def _leave_uncounted(self, texts: Iterable[str]) -> None:
        found = list(texts)
        self.uncounted += found
        self.read += found

    def _field(self, element: Element, kind: _Kind) -> None:
        step = element.get(W + "fldCharType")
        if step == "begin":
            self._fields.append(True)
            chosen = _chosen_entry(element.find(f"{W}ffData/{W}ddList"))
            if chosen:
                self._say(kind, f" {chosen} ")
        elif step == "separate" and self._fields:
            self._fields[-1] = False
        elif step == "end" and self._fields:
            self._fields.pop()

    def _say(self, kind: _Kind, text: str) -> None:
        self.said.setdefault(kind, []).append(text)
        if kind not in _UNSEEN:
            self.read.append(text)


def _chosen_entry(entries: Element | None) -> str:
    """Return the entry of a form-field list that is chosen: the first where none is said."""
    if entries is None:
        return ""
    items = [item.get(VAL, "") for item in entries.iterfind(W + "listEntry")]
    chosen = as_number(value(entries, W + "result")) or 0
    return items[chosen] if 0 <= chosen < len(items) else ""


def _is_prompt(properties: Element | None) -> bool:
    return bool(switch(properties, W + "showingPlcHdr"))


def _is_contents_control(properties: Element | None) -> bool:
    if properties is None:
        return False
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(VAL) == _CONTENTS_GALLERY


def _chosen(alternatives: Element) -> Iterator[Element]:
    """Yield the one branch that is read: the first that has words, else what stands in for it."""
    first = alternatives.find(MC + "Choice")
    stand_in = alternatives.find(MC + "Fallback")
    has_words = first is not None and any(one.tag in {_TEXT, _BOX} for one in first.iter())
    chosen = first if has_words or stand_in is None else stand_in
    if chosen is not None:
        yield chosen


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the outermost text boxes in a drawing."""
    for inner in element:
        if inner.tag == _BOX:
            yield inner
        elif inner.tag == _ALTERNATIVES:
            for chosen in _chosen(inner):
                yield from _boxes(chosen)
        else:
            yield from _boxes(inner)
