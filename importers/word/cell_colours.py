"""The colour of a cell as Word shows it: behind it, or that of a sign that stands alone in it.

ECMA-376 part 1, 17.4.32 (w:shd) and 17.3.2.15 (w:highlight). Word writes a colour of its theme as a
plain one too, which is read.
"""

import re

from lxml.etree import _Element as Element

from importers.word.names import VAL, W, children

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SHARE = re.compile(r"pct(\d{1,2})")
_WHITE, _BLACK = "FFFFFF", "000000"
_HIGHLIGHTS = {
    "red": "FF0000",
    "darkRed": "8B0000",
    "yellow": "FFFF00",
    "darkYellow": "808000",
    "green": "00FF00",
    "darkGreen": "006400",
    "cyan": "00FFFF",
    "darkCyan": "008B8B",
    "blue": "0000FF",
    "darkBlue": "00008B",
    "magenta": "FF00FF",
    "darkMagenta": "800080",
    "lightGray": "D3D3D3",
    "darkGray": "A9A9A9",
}
_RUN, _PROPERTIES, _SHADING = W + "r", W + "rPr", W + "shd"
_TEXT, _SIGN = W + "t", W + "sym"
_CELL_PROPERTIES, _PARAGRAPH_PROPERTIES = W + "tcPr", W + "pPr"


def fill_of(shading: Element) -> str:
    """Return the colour that shading gives, such as "FFC000"; empty for none and for white."""
    pattern = shading.get(VAL, "clear")
    ground = _hex(shading.get(W + "fill"))
    if pattern in {"nil", "clear"} or pattern.endswith(("Stripe", "Cross")):
        return "" if pattern == "nil" or ground == _WHITE else ground
    share = _SHARE.fullmatch(pattern)
    percent = 100 if pattern == "solid" else int(share[1]) if share else 0
    ink = _hex(shading.get(W + "color")) or _BLACK
    mixed = _mixed(ink, ground or _WHITE, percent)
    return "" if mixed == _WHITE else mixed


def sign_colour(cell: Element) -> str:
    """Return the colour of a sign or of blanks in a cell that has no word; empty where none has."""
    blocks = (block for block in cell if len(block) and block.tag != _CELL_PROPERTIES)
    return next(filter(None, map(_colour_in, blocks)), "")


def _colour_in(block: Element) -> str:
    first = block[0]
    if first.tag == _PARAGRAPH_PROPERTIES:
        shading = first.find(_SHADING)
        found = "" if shading is None else fill_of(shading)
        if found or len(block) == 1:
            return found
    return next(filter(None, map(_colour_of_run, block.iter(_RUN))), "")


def _colour_of_run(run: Element) -> str:
    """Return the colour of a sign, or behind it or behind blanks; empty where nothing is shown."""
    said = children(run.find(_PROPERTIES))
    if not said:
        return ""
    text = "".join(element.text or "" for element in run.iter(_TEXT))
    is_sign = bool(text.strip()) or next(run.iter(_SIGN), None) is not None
    behind = _behind(said) if text or is_sign else ""
    return behind or (_hex(_value(said, "color")) if is_sign else "")


def _behind(said: dict[str, Element]) -> str:
    shading = said.get(_SHADING)
    highlight = _HIGHLIGHTS.get(_value(said, "highlight"), "")
    return highlight or ("" if shading is None else fill_of(shading))


def _value(said: dict[str, Element], name: str) -> str:
    element = said.get(W + name)
    return "" if element is None else element.get(VAL, "")


def _hex(colour: str | None) -> str:
    """Return a colour in capitals, empty for "auto" and for what is none."""
    return colour.upper() if colour and _HEX.fullmatch(colour) else ""


def _mixed(ink: str, ground: str, percent: int) -> str:
    """Return the colour of `percent` dots of ink on a ground."""
    pairs = zip(bytes.fromhex(ink), bytes.fromhex(ground), strict=True)
    return "".join(f"{(i * percent + g * (100 - percent)) // 100:02X}" for i, g in pairs)
