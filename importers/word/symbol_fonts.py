"""Says which sign a symbol font draws for a character; such fonts have no letters."""

import re
import tomllib
from functools import cache
from importlib import resources

from lxml.etree import _Element as Element

from importers.word.names import W

SYMBOL_FONTS = ("symbol", "webdings", "wingdings", "wingdings 2", "wingdings 3")
_NAME = re.compile(r"(wingdings|webdings|symbol) ?([23]?)(?:mt|[ -]regular)?", re.IGNORECASE)
_ASCII, _OTHERS = W + "ascii", W + "hAnsi"
_THEMES = (W + "asciiTheme", W + "hAnsiTheme")
_PRIVATE = 0xF000
_LAST = 0xFF
_SPACE = 0x20


def symbol_font(fonts: Element | None) -> str | None:
    """Return the symbol font that a run's or style's fonts name, empty where they name others.

    None where they name none.
    """
    if fonts is None:
        return None
    name = fonts.get(_ASCII) or fonts.get(_OTHERS)
    if any(fonts.get(theme) for theme in _THEMES):
        return ""
    return None if name is None else known_font(name)


@cache
def known_font(name: str) -> str:
    """Return the symbol font that a name means, as in `SYMBOL_FONTS`; empty for other fonts."""
    match = _NAME.fullmatch(name.strip())
    font = f"{match[1]} {match[2]}".strip().lower() if match else ""
    return font if font in SYMBOL_FONTS else ""


def sign_of(font: str, code: int) -> str | None:
    """Return the sign for a character in a symbol font, None where Unicode has none.

    Word stores the characters of these fonts as they were typed or from F000 on. ☐ and ☒ are
    boxes to tick. Any other character is none of the font's own, and stays as it is.
    """
    low = code & _LAST if code & ~_LAST == _PRIVATE else code
    if low > _LAST:
        return chr(code)
    return _signs(font).get(low)


@cache
def _signs(font: str) -> dict[int, str]:
    """Return the signs of a font by their codes."""
    source = (resources.files("importers.word") / "symbol_fonts.toml").read_text(encoding="utf-8")
    lines: dict[str, str] = tomllib.loads(source)[font]
    signs = {
        int(start, 16) + place: sign
        for start, line in lines.items()
        for place, sign in enumerate(line)
        if not sign.isspace()
    }
    return {_SPACE: " ", **signs}
