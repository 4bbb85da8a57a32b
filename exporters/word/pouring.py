"""Emptying a template's body: what stays before and after the document that is poured in."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.word.house import PLACEHOLDER

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ROOT = re.compile(r"<w:document\b[^>]*>")


@dataclass(frozen=True)
class Poured:
    """What a template holds besides: the XML before and after the document."""

    before: str = ""
    after: str = ""

    def open_root(self, head: str) -> str:
        """Return the start of the main part, with the names that tick boxes need declared."""
        return _ROOT.sub(lambda match: _with_names(match[0]), head, count=1)


def emptied(word: "WordDocument") -> Poured:
    """Take everything but the last section's properties out of a body; return what stays.

    The paragraph {{REPORT}} is where the document goes; without one, it goes to the end.
    """
    from lxml import etree

    body = word.element.body
    kept: list[Element] = [child for child in body if child.tag != _W + "sectPr"]
    for child in kept:
        body.remove(child)
    place = next((place for place, child in enumerate(kept) if _is_place(child)), len(kept))
    texts = [etree.tostring(child, encoding="unicode", with_tail=False) for child in kept]
    return Poured("".join(texts[:place]), "".join(texts[place + 1 :]))


def _is_place(element: "Element") -> bool:
    text = "".join(piece.text or "" for piece in element.iter(_W + "t"))
    return text.strip() == PLACEHOLDER


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
