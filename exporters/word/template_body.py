"""The text in a template's own body: kept around {{REPORT}} or on request, else removed whole.

Officers use last year's paper as a template: they want its letterhead and not its text. With the
text goes what only the text refers to (pictures, notes, comments and their authors), which would
otherwise lie hidden in every file that is written. What is kept is held as XML, before and after
the document.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as WordDocument
from lxml import etree
from lxml.etree import _Element as Element

from exporters.word.package import DOCUMENT_PART, RELATION, M, R, W, take_out
from exporters.word.word_template import PLACEHOLDER

_WORDS = (f"{W}t", f"{W}sym", f"{M}t")
_PICTURES = (f"{W}drawing", f"{W}pict")
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")
_NAMED = frozenset(
    [
        *("image", "hyperlink", "header", "footer", "chart", "chartex", "ink"),
        *("video", "audio", "media", "diagramdata", "diagramlayout", "diagramquickstyle"),
        *("diagramcolors", "diagramdrawing"),
    ]
)
"""Kinds of relationship that do nothing unless an element names them."""
_OF_COMMENTS = re.compile(r"comments|commentsextended|commentsids|commentsextensible|people")
_COMMENT_MARKS = tuple(
    f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
)
GUIDE_TAG = "plandesk-guide"
"""The tag of the content control in which the template to start from explains itself."""
_NOTES = {"word/footnotes.xml": "footnote", "word/endnotes.xml": "endnote"}


@dataclass(frozen=True)
class OwnText:
    """How much text a template's body holds, counted in paragraphs, tables and pictures."""

    paragraphs: int
    tables: int
    pictures: int
    has_placeholder: bool

    @property
    def is_empty(self) -> bool:
        """Whether it holds no text; a logo alone counts as letterhead."""
        return not (self.paragraphs or self.tables)

    def in_words(self) -> str:
        """Return how much there is: "54 paragraphs and 18 tables"."""
        counts = {"paragraph": self.paragraphs, "table": self.tables, "picture": self.pictures}
        said = [f"{count:,} {one}{'s' * (count > 1)}" for one, count in counts.items() if count]
        return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def own_text(body: Element) -> OwnText:
    """Return how much text a body holds, the paragraph {{REPORT}} not counted."""
    counts: Counter[str] = Counter(map(_kind, _blocks(body)))
    return OwnText(
        counts["paragraph"], counts["table"], counts["picture"], has_placeholder=counts["place"] > 0
    )


def is_placeholder(element: Element) -> bool:
    """Return whether an element of a body says {{REPORT}} and nothing else."""
    text = "".join(piece.text or "" for piece in element.iter(f"{W}t"))
    return text.strip() == PLACEHOLDER


def without_body(parts: dict[str, bytes], document: Element) -> dict[str, bytes]:
    """Return the parts of a Word file without the text of its body.

    `document` is its main part, which is emptied. One section stays, with the first header and
    footer found, and with the page size that most sections have.
    """
    body = document.find(f"{W}body")
    if body is None:
        return parts
    section = _one_section(list(body.iter(f"{W}sectPr")))
    for child in list(body):
        body.remove(child)
    if section is not None:
        body.append(section)
    changed = {DOCUMENT_PART: document, **_without_notes(parts)}
    relations = {
        relations: _without_unnamed(parts[relations], tree)
        for name, tree in changed.items()
        if (relations := _relations_of(name)) in parts
    }
    whole = {name: written(tree) for name, tree in (changed | relations).items()}
    return {**parts, **whole}


def without_guide(document: Element) -> bool:
    """Take out what the template to start from says of itself; return whether there was any."""
    guides = [
        control
        for control in document.iter(f"{W}sdt")
        if any(tag.get(f"{W}val") == GUIDE_TAG for tag in control.iterfind(f"{W}sdtPr/{W}tag"))
    ]
    take_out(*guides)
    return bool(guides)


def without_comments(parts: dict[str, bytes], document: Element) -> tuple[dict[str, bytes], int]:
    """Return the parts of a Word file without the comments on its text, and how many there were.

    A comment is a remark among colleagues: no paper for a committee has one.
    """
    marks = [one for one in document.iter(*_COMMENT_MARKS) if isinstance(one.tag, str)]
    count = sum(one.tag == f"{W}commentReference" for one in marks)
    for mark in marks:
        run, parent = mark.getparent(), mark
        if run is not None and run.tag == f"{W}r" and len(run) <= 2:  # noqa: PLR2004 - its looks and it
            parent = run
        take_out(parent)
    relations = _relations_of(DOCUMENT_PART)
    if not marks or relations not in parts:
        return parts, count
    return {
        **parts,
        DOCUMENT_PART: written(document),
        relations: written(_without_unnamed(parts[relations], document)),
    }, count


def written(tree: Element) -> bytes:
    """Return a part as bytes."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _blocks(element: Element) -> Iterator[Element]:
    """Yield the paragraphs and tables that stand beside one another, in whatever they stand."""
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif isinstance(child.tag, str):
            yield from _blocks(child)


def _kind(block: Element) -> str:
    if is_placeholder(block):
        return "place"
    if block.tag == f"{W}tbl":
        return "table"
    if any(piece.tag == f"{W}sym" or (piece.text or "").strip() for piece in block.iter(*_WORDS)):
        return "paragraph"
    return "picture" if next(block.iter(*_PICTURES), None) is not None else "blank"


# Its pages


def _one_section(sections: list[Element]) -> Element | None:
    """Return the section in which a paper is written: the letterhead's, on the usual pages."""
    if not sections:
        return None
    usual = Counter(map(_size, sections)).most_common(1)[0][0]
    headed = (one for one in sections if any(one.find(tag) is not None for tag in _REFERENCES))
    section = next(headed, sections[0])
    if _size(section) != usual:
        other = next(one for one in sections if _size(one) == usual)
        for name in ("pgSz", "pgMar"):
            own, usual_one = section.find(f"{W}{name}"), other.find(f"{W}{name}")
            if own is not None and usual_one is not None:
                section.replace(own, usual_one)
    return section


def _size(section: Element) -> tuple[str, ...]:
    """Return the two sides of a section's pages, whichever way they are turned."""
    size = section.find(f"{W}pgSz")
    sides = () if size is None else (size.get(f"{W}w", ""), size.get(f"{W}h", ""))
    return tuple(sorted(sides))


# What the text led to


def _without_notes(parts: dict[str, bytes]) -> dict[str, Element]:
    """Return the footnote and endnote parts without notes; their separator lines stay."""
    found: dict[str, Element] = {}
    for name, tag in _NOTES.items():
        if name in parts:
            found[name] = root = etree.fromstring(parts[name])
            for note in list(root.iter(f"{W}{tag}")):
                if note.get(f"{W}type", "normal") == "normal":
                    root.remove(note)
    return found


def _without_unnamed(relations: bytes, root: Element) -> Element:
    """Return the relationships without comments and those that no element names any more."""
    named = {value for one in root.iter() for name, value in one.attrib.items() if _names(name)}
    tree = etree.fromstring(relations)
    for one in list(tree.iter(RELATION)):
        kind = one.get("Type", "").rpartition("/")[2].lower()
        is_unnamed = kind in _NAMED and one.get("Id") not in named
        if is_unnamed or _OF_COMMENTS.fullmatch(kind):
            tree.remove(one)
    return tree


def _names(attribute: object) -> bool:
    return str(attribute).startswith(R)


def _relations_of(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ROOT = re.compile(r"<w:document\b[^>]*>")


_END = "<?plandesk section?>"
"""Marks the end of the section that takes the document, until its XML is known."""


@dataclass(frozen=True)
class SurroundingText:
    """The text of a template's own that is kept: the XML before and after the document.

    `ending` is the template's last section, where the document goes into an earlier one.
    """

    before: str = ""
    after: str = ""
    ending: str = ""

    def open_root(self, head: str) -> str:
        """Return the start of the main part, with the namespaces of tick boxes and links."""
        return _ROOT.sub(lambda match: _with_names(match[0]), head, count=1)

    def after_document(self, ending: str) -> str:
        """Return the XML after the document, whose last section ends with `ending`."""
        if self.ending:
            return self.after.replace(_END, ending) + self.ending
        return self.after + ending


def emptied(word: WordDocument) -> SurroundingText:
    """Empty a body of all but its section's properties; return the text that is to be kept.

    The document goes where the paragraph {{REPORT}} is; without one it goes to the end, and
    replaces blank paragraphs there. The properties left are those of the section it goes into.
    """
    body = word.element.body
    last = body.find(W + "sectPr")
    kept: list[Element] = [child for child in body if child is not last]
    for child in kept:
        body.remove(child)
    place = next((place for place, child in enumerate(kept) if is_placeholder(child)), None)
    if place is None:
        while kept and _is_blank(kept[-1]):
            kept.pop()
        place = len(kept)
    after = kept[place:]
    if after and _section_of(after[0]) is None:
        after = after[1:]
    elif after:
        _empty(after[0])
    ending = _ended_before(after, last)
    return SurroundingText(_xml(kept[:place]), _xml(after), ending)


def _ended_before(after: list[Element], last: Element | None) -> str:
    """Make the section in which `after` begins the body's last; return the XML of `last`.

    Changes nothing, and returns nothing, where that is the last section already.
    """
    sections = (_section_of(element) for element in after)
    own = next((section for section in sections if section is not None), None)
    parent = None if last is None else last.getparent()
    if own is None or last is None or parent is None:
        return ""
    own.addprevious(etree.ProcessingInstruction("plandesk", "section"))
    parent.replace(last, own)
    return _xml([last])


def _xml(elements: list[Element]) -> str:
    return "".join(etree.tostring(one, encoding="unicode", with_tail=False) for one in elements)


def _empty(paragraph: Element) -> None:
    """Empty a paragraph; the section that ends with it stays."""
    for child in list(paragraph):
        if child.tag != W + "pPr":
            paragraph.remove(child)


def _section_of(element: Element) -> Element | None:
    """Return the properties of the section that ends with this paragraph, None if none does."""
    return element.find(f"{W}pPr/{W}sectPr")


def _is_blank(element: Element) -> bool:
    """Return whether a paragraph holds nothing at all and ends no section."""
    is_paragraph = element.tag == W + "p" and _section_of(element) is None
    return is_paragraph and all(child.tag == W + "pPr" for child in element)


def _with_names(root: str) -> str:
    for prefix, name in (("w14", _W14), ("mc", _MC), ("r", R[1:-1])):
        if f"xmlns:{prefix}=" not in root:
            root = f'{root[:-1]} xmlns:{prefix}="{name}">'
    match = re.search(r'mc:Ignorable="([^"]*)"', root)
    if match is None:
        return f'{root[:-1]} mc:Ignorable="w14">'
    if "w14" in match[1].split():
        return root
    return root.replace(match[0], f'mc:Ignorable="{match[1]} w14"', 1)
