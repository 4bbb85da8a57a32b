"""Recognises tick boxes, in the ways in which Word files draw them, and other signs."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from importers.word.names import VAL, W14, W, is_on, number, value
from importers.word.symbol_fonts import known_font, sign_of
from plan.papers.blocks import Beside, Text, TickBox
from plan.text.clean import clean_line

_BULLETS = frozenset({0xA7, 0xB7, 0x6C, 0x6E, 0x9F})
_EMOJI_CHARACTER = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}char"
_BOXES = {"☐": False, "☒": True}
_SIGN = Beside("sign")
_PRIVATE, _LOW_BYTE = 0xF000, 0xFF
_CODE = re.compile(r"(?!00[01]|D[89A-F]|FFF[EF])[0-9A-F]{4}", re.IGNORECASE)
"""A character that text may hold: no control character and no half of a surrogate pair."""
_EMOJI_CODE = re.compile(rf"{_CODE.pattern}|1[0-9A-F]{{4}}", re.IGNORECASE)


def content_control_box(properties: Element | None) -> TickBox | None:
    """Return the tick box that a content control is, None if it is something else."""
    box = None if properties is None else properties.find(W14 + "checkbox")
    if box is None:
        return None
    checked = box.find(W14 + "checked")
    ticked = checked is not None and is_on(checked, W14 + "val")
    name = value(properties, W + "alias") or value(properties, W + "tag") or ""
    return TickBox(clean_line(name), ticked)


def form_field(begin: Element) -> TickBox | Text | None:
    """Return what a legacy form field shows: its box, or the entry chosen in its list.

    None for any other field, whose result stands in the paper as text.
    """
    data = begin.find(W + "ffData")
    if data is None:
        return None
    box = data.find(W + "checkBox")
    if box is not None:
        return _form_field_box(data, box)
    entries = data.find(W + "ddList")
    return None if entries is None else Text(_entry_chosen(entries))


def _form_field_box(data: Element, box: Element) -> TickBox:
    state = box.find(W + "checked")
    if state is None:
        state = box.find(W + "default")
    name = value(data, W + "statusText") or value(data, W + "name") or ""
    return TickBox(clean_line(name), state is not None and is_on(state))


def _entry_chosen(entries: Element) -> str:
    """Return the entry that was chosen in a list, else the one it begins with."""
    names = [entry.get(VAL, "") for entry in entries.iterfind(W + "listEntry")]
    chosen = number(entries, W + "result")
    if chosen is None:
        chosen = number(entries, W + "default") or 0
    return names[chosen] if 0 <= chosen < len(names) else ""


def symbol(element: Element) -> Iterator[Text | TickBox | None]:
    """Yield what a character of a symbol font stands for, None if that is unknown."""
    name = element.get(W + "font", "")
    font = known_font(name)
    code = _code(element.get(W + "char", ""))
    if code is None:
        yield None
    elif font:
        yield _drawn(sign_of(font, code))
    elif code & ~_LOW_BYTE == _PRIVATE:
        yield Text("•") if code & _LOW_BYTE in _BULLETS else None
    else:
        yield None if "dings" in name.lower() else Text(chr(code))


def signs_in(text: str, font: str) -> Iterator[Text | TickBox | None]:
    """Yield what the characters of a text in a symbol font stand for, None for each unknown one."""
    for character in text:
        if character.isspace():
            yield Text(character)
        else:
            yield _drawn(sign_of(font, ord(character)))


def _drawn(sign: str | None) -> Text | TickBox | None:
    if sign is None:
        return None
    if sign in _BOXES:
        return TickBox("", _BOXES[sign])
    return Text(sign, beside=_SIGN if sign.isalnum() else None)


def emoji(element: Element) -> Iterator[Text]:
    """Yield the character that Word writes as an emoji by its number."""
    code = element.get(_EMOJI_CHARACTER, "")
    if _EMOJI_CODE.fullmatch(code):
        yield Text(chr(int(code, 16)))


def _code(text: str) -> int | None:
    return int(text, 16) if _CODE.fullmatch(text) else None
