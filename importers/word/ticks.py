"""Recognises tick boxes, in the four ways in which Word files draw them."""

import re

from lxml.etree import _Element as Element

from importers.word.names import W14, W, is_on, value
from plan.papers.blocks import Text, TickBox
from plan.text.clean import clean_line

_WINGDINGS_TICKED = frozenset({0x78, 0xFB, 0xFC, 0xFD, 0xFE})
_WINGDINGS_EMPTY = frozenset({0x6F, 0x70, 0x71, 0x72, 0xA8})
_WINGDINGS_2_TICKED = frozenset({0x4F, 0x50, 0x51, 0x52, 0x53, 0x54})
_WINGDINGS_2_EMPTY = frozenset({0x2A, 0x30, 0x35, 0x81, 0xA3})
_BULLETS = frozenset({0xA7, 0xB7, 0x6C, 0x6E, 0x9F})
_PRIVATE = 0xF000
_CODE = re.compile(r"(?!00[01]|D[89A-F]|FFF[EF])[0-9A-F]{4}", re.IGNORECASE)
"""A character that text may hold: no control character and no half of a surrogate pair."""


def content_control_box(properties: Element | None) -> TickBox | None:
    """Return the tick box that a content control is, None if it is something else."""
    box = None if properties is None else properties.find(W14 + "checkbox")
    if box is None:
        return None
    checked = box.find(W14 + "checked")
    ticked = checked is not None and is_on(checked, W14 + "val")
    name = value(properties, W + "alias") or value(properties, W + "tag") or ""
    return TickBox(clean_line(name), ticked)


def form_field_box(begin: Element) -> TickBox | None:
    """Return the tick box that a legacy form field is, None if it is another field."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return None
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    data = begin.find(W + "ffData")
    name = value(data, W + "statusText") or value(data, W + "name") or ""
    return TickBox(clean_line(name), state is not None and is_on(state))


def symbol(element: Element) -> Text | TickBox | None:
    """Return what a character of a symbol font stands for, None if that is unknown."""
    font = element.get(W + "font", "").strip().lower()
    code = _code(element.get(W + "char", ""))
    if code is None:
        return None
    ticked, empty = _boxes(font)
    low = code & 0xFF if code & 0xFF00 == _PRIVATE else code
    if low in ticked or low in empty:
        return TickBox("", low in ticked)
    if low in _BULLETS and code & 0xFF00 == _PRIVATE:
        return Text("•")
    return None if code & 0xFF00 == _PRIVATE or "dings" in font else Text(chr(code))


def _boxes(font: str) -> tuple[frozenset[int], frozenset[int]]:
    if font == "wingdings":
        return _WINGDINGS_TICKED, _WINGDINGS_EMPTY
    if font == "wingdings 2":
        return _WINGDINGS_2_TICKED, _WINGDINGS_2_EMPTY
    return frozenset(), frozenset()


def _code(text: str) -> int | None:
    return int(text, 16) if _CODE.fullmatch(text) else None
