"""Resolves the styles of a Word file: what paragraphs and runs inherit through their chain."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, get_args

from lxml.etree import _Element as Element

from importers.word.names import VAL, W, children, is_on, number, switch, value
from importers.word.symbol_fonts import symbol_font
from plan.papers.blocks import CONTENTS, Role

_WITHOUT_STYLE = frozenset({"body", "body-continued", "recommendation", "picture", *CONTENTS})
"""Roles that no style of ours is named after."""
_ROLES_BY_NAME: dict[str, Role] = {
    **{role.replace("-", " "): role for role in get_args(Role) if role not in _WITHOUT_STYLE},
    "body text continued": "body-continued",
    "numbered paragraph": "numbered",
    "report line capitals": "report-line",
    "section heading capitals": "section-heading",
    "form title capitals": "form-title",
    "title": "cover-title",
    "subtitle": "cover-subtitle",
    "date": "cover-date",
    "toc 1": "contents-1",
    "toc 2": "contents-2",
    "toc 3": "contents-3",
}
_HEADINGS: tuple[Role, ...] = ("heading-1", "heading-2", "heading-3")
_HEADING_NAME = re.compile(r"heading (\d)")
_LIST_DEPTH = re.compile(r"list bullet (\d)")
BODY_LEVEL = 9
_DEFAULT_FONTS = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts"
_STRIKE, _DOUBLE_STRIKE = W + "strike", W + "dstrike"


@dataclass(frozen=True)
class Style:
    """What a style and its ancestors set; None where none of them sets it."""

    name: str = ""
    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    symbols: str | None = None
    """Its symbol font, empty where it has another font."""
    begins_page: bool | None = None

    @cached_property
    def is_plain(self) -> bool:
        """Whether text in this style is read as it is."""
        return not (self.hidden or self.struck or self.symbols or self.begins_page)

    @property
    def is_ours(self) -> bool:
        """Whether its name tells what a paragraph is, whatever its level as a heading."""
        return self.name in _ROLES_BY_NAME

    @cached_property
    def role(self) -> Role:
        """The role of a paragraph in this style."""
        named = _ROLES_BY_NAME.get(self.name)
        if named is not None:
            return named
        match = _HEADING_NAME.fullmatch(self.name)
        level = int(match[1]) - 1 if match else self.outline
        return role_of_level(level)

    @property
    def bullet_depth(self) -> int:
        """The depth that the style's name gives a bullet: "List Bullet 2" is 1, others are 0."""
        match = _LIST_DEPTH.fullmatch(self.name)
        return int(match[1]) - 1 if match else 0


def role_of_level(level: int | None) -> Role:
    """Return the role of an outline level, which counts from 0; 9 and None are body text."""
    if level is None or level >= BODY_LEVEL or level < 0:
        return "body"
    return _HEADINGS[min(level, len(_HEADINGS) - 1)]


class Styles:
    """The styles of one file, each resolved once."""

    def __init__(self, root: Element | None) -> None:
        """Take the root of the styles part, None where the file has none."""
        elements = () if root is None else root.iterfind(W + "style")
        self._elements = {element.get(W + "styleId", ""): element for element in elements}
        self._resolved: dict[str, Style] = {}
        self._of_paragraphs: dict[str | None, Style] = {}
        self._default = next((key for key, e in self._elements.items() if _is_default(e)), "")
        fonts = None if root is None else root.find(_DEFAULT_FONTS)
        self._symbols = symbol_font(fonts)

    def paragraph(self, style_id: str | None) -> Style:
        """Return the style of a paragraph; without an id, the default one.

        The font that the whole file has by default is that of a style that names none.
        """
        found = self._of_paragraphs.get(style_id)
        if found is None:
            found = self.named(style_id or self._default)
            if self._symbols and found.symbols is None:
                found = replace(found, symbols=self._symbols)
            self._of_paragraphs[style_id] = found
        return found

    def named(self, style_id: str) -> Style:
        """Return a style by its id; an unknown one sets nothing."""
        found = self._resolved.get(style_id)
        return self._resolve(style_id) if found is None else found

    def _resolve(self, style_id: str) -> Style:
        """Resolve a style from its root down, without recursion and safe against circles."""
        chain: list[str] = []
        current: str | None = style_id
        while current in self._elements and current not in chain and current not in self._resolved:
            chain.append(current)
            current = value(self._elements[current], W + "basedOn")
        style = self._resolved.get(current or "", Style())
        for key in reversed(chain):
            style = _inherited(style, self._elements[key])
            self._resolved[key] = style
        return self._resolved.setdefault(style_id, style)


def struck_in(said: dict[str, Element]) -> bool | None:
    """Return whether run properties strike text out, once or twice; None where they say nothing."""
    lines = [is_on(said[name]) for name in (_STRIKE, _DOUBLE_STRIKE) if name in said]
    return any(lines) if lines else None


def _is_default(element: Element) -> bool:
    is_default = element.get(W + "default") is not None and is_on(element, W + "default")
    return is_default and element.get(W + "type") == "paragraph"


def _inherited(base: Style, element: Element) -> Style:
    """Return a style merged with the style that it is based on."""
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    numbering = None if paragraph is None else paragraph.find(W + "numPr")
    own: dict[str, Any] = {
        "outline": number(paragraph, W + "outlineLvl"),
        "list_id": number(numbering, W + "numId"),
        "list_level": number(numbering, W + "ilvl"),
        "bold": switch(run, W + "b"),
        "italic": switch(run, W + "i"),
        "hidden": switch(run, W + "vanish"),
        "struck": struck_in(children(run)),
        "begins_page": switch(paragraph, W + "pageBreakBefore"),
        "symbols": symbol_font(None if run is None else run.find(W + "rFonts")),
    }
    said = {key: what for key, what in own.items() if what is not None}
    name = element.find(W + "name")
    text = "" if name is None else name.get(VAL, "").strip().lower()
    return replace(base, name=text, **said)
