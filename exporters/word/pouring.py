"""Emptying a template's body: what stays before and after the document that is poured in."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.word.template_body import is_place

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ROOT = re.compile(r"<w:document\b[^>]*>")


_END = "<?plandesk section?>"
"""Stands where the section ends into which the document is poured, until it is known how."""


@dataclass(frozen=True)
class Poured:
    """What a template holds besides: the XML before and after the document.

    `ending` is the template's own last section, where the document is poured into one before it.
    """

    before: str = ""
    after: str = ""
    ending: str = ""

    def open_root(self, head: str) -> str:
        """Return the start of the main part, with the names that tick boxes need declared."""
        return _ROOT.sub(lambda match: _with_names(match[0]), head, count=1)

    def closed(self, ending: str) -> str:
        """Return what follows the document; `ending` ends its last section."""
        if self.ending:
            return self.after.replace(_END, ending) + self.ending
        return self.after + ending


def emptied(word: "WordDocument") -> Poured:
    """Take everything but the section's properties out of a body; return what stays.

    The paragraph {{REPORT}} is where the document goes; without one, it goes to the end, in the
    place of blank paragraphs there. The properties that are left are those of the section that it
    goes into.
    """
    body = word.element.body
    last = body.find(_W + "sectPr")
    kept: list[Element] = [child for child in body if child is not last]
    for child in kept:
        body.remove(child)
    place = next((place for place, child in enumerate(kept) if is_place(child)), None)
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
    return Poured(_xml(kept[:place]), _xml(after), ending)


def _ended_before(after: "list[Element]", last: "Element | None") -> str:
    """Make the section in which `after` begins the body's own; return the XML of the `last` one.

    Nothing is done where that section is the last one.
    """
    from lxml import etree

    sections = (_section_of(element) for element in after)
    own = next((section for section in sections if section is not None), None)
    parent = None if last is None else last.getparent()
    if own is None or last is None or parent is None:
        return ""
    own.addprevious(etree.ProcessingInstruction("plandesk", "section"))
    parent.replace(last, own)
    return _xml([last])


def _xml(elements: "list[Element]") -> str:
    from lxml import etree

    return "".join(etree.tostring(one, encoding="unicode", with_tail=False) for one in elements)


def _empty(paragraph: "Element") -> None:
    """Take what a paragraph says out of it; the section that it ends stays."""
    for child in list(paragraph):
        if child.tag != _W + "pPr":
            paragraph.remove(child)


def _section_of(element: "Element") -> "Element | None":
    """Return the properties of the section that ends with a paragraph of the body."""
    return element.find(f"{_W}pPr/{_W}sectPr")


def _is_blank(element: "Element") -> bool:
    """Return whether a paragraph holds nothing at all and ends no section."""
    is_paragraph = element.tag == _W + "p" and _section_of(element) is None
    return is_paragraph and all(child.tag == _W + "pPr" for child in element)


def _with_names(root: str) -> str:
    for prefix, name in (("w14", _W14), ("mc", _MC)):
        if f"xmlns:{prefix}=" not in root:
            root = f'{root[:-1]} xmlns:{prefix}="{name}">'
    match = re.search(r'mc:Ignorable="([^"]*)"', root)
    if match is None:
        return f'{root[:-1]} mc:Ignorable="w14">'
    if "w14" in match[1].split():
        return root
    return root.replace(match[0], f'mc:Ignorable="{match[1]} w14"', 1)
