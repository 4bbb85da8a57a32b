"""How wide words are in the styles of a template, by the widths of the letters of its fonts."""

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources

from lxml import etree
from lxml.etree import _Element as Element

from exporters.word.package import STYLES_PART, W
from exporters.word.styles import STYLE_OF
from plan.papers.blocks import Role

MM_A_POINT = 25.4 / 72
_FIRST = ord(" ")
_THEME_PART = "word/theme/theme1.xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_USUAL = "the end of a line that an officer has typed in: he or she "
"""Letters as English has them, by which a usual letter is measured."""
_WIDEST_SIGN, _WIDE_SIGN = 1000, 650
"""For signs that no font is measured for: those of East Asia, and all others."""
_DEFAULT_POINTS = 10.0
"""What Word takes where no style says a size."""
_SAFETY = 1.01
"""Word spaces letters in whole pixels of the printer."""


@dataclass(frozen=True)
class Type:
    """The type that a style has: its font, its size in points, and whether it is bold."""

    font: str = ""
    points: float = _DEFAULT_POINTS
    bold: bool = False


@cache
def _letter_widths() -> tuple[tuple[frozenset[str], tuple[int, ...], tuple[int, ...]], ...]:
    """Return the names of each font, and the widths of its letters, the usual and the bold ones."""
    source = resources.files("exporters.word") / "letter_widths.toml"
    fonts = tomllib.loads(source.read_text(encoding="utf-8"))["fonts"]
    return tuple(
        (frozenset(one["names"]), _numbers(one["regular"]), _numbers(one["bold"])) for one in fonts
    )


def _numbers(said: str) -> tuple[int, ...]:
    return tuple(map(int, said.split()))


def _widths_in(font: str, *, bold: bool) -> tuple[int, ...]:
    fonts = _letter_widths()
    name = font.casefold()
    _, usual, of_bold = next((one for one in fonts if name in one[0]), fonts[-1])
    return of_bold if bold else usual


def width_of(word: str, kind: Type) -> float:
    """Return how wide a word is in a type, in millimetres."""
    return _in_millimetres(sum(map(_letters_of(kind).__getitem__, word)), kind)


def _in_millimetres(width: int, kind: Type) -> float:
    return width * kind.points * MM_A_POINT * _SAFETY / 1000


class _Letters(dict[str, int]):
    """The widths of the letters of a font, each worked out when it is first asked for."""

    def __init__(self, widths: tuple[int, ...]) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, sign: str) -> int:
        width = self[sign] = self._width(sign)
        return width

    def _width(self, sign: str) -> int:
        place = ord(sign) - _FIRST
        if 0 <= place < len(self._widths):
            return self._widths[place]
        base = unicodedata.normalize("NFD", sign)[0]
        place = ord(base) - _FIRST
        if base != sign and 0 <= place < len(self._widths):
            return self._widths[place]
        if unicodedata.combining(sign):
            return 0
        return _WIDEST_SIGN if unicodedata.east_asian_width(sign) in "WF" else _WIDE_SIGN


def _letters_of(kind: Type) -> _Letters:
    return _letters_in(kind.font, bold=kind.bold)


@cache
def _letters_in(font: str, *, bold: bool) -> _Letters:
    return _Letters(_widths_in(font, bold=bold))


class Measures:
    """The types of the roles in a template: how wide their words are and how high their lines."""

    def __init__(self, types: Mapping[str, Type], styles: Mapping[str, str]) -> None:
        """Take the types of a template's styles, and its ids for our own."""
        self._types = {
            role: types.get(styles.get(style, style), Type()) for role, style in STYLE_OF.items()
        }

    def longest(self, words: Iterable[str], role: Role, *, bold: bool = False) -> float:
        """Return the width of the widest of some words, in millimetres; 0 for none."""
        kind = self._type(role, bold=bold)
        letter = _letters_of(kind).__getitem__
        widest = max((sum(map(letter, word)) for word in words), default=0)
        return _in_millimetres(widest, kind)

    def widths(self, words: Iterable[str], role: Role, *, bold: bool) -> Iterator[float]:
        """Yield how wide each of some words is, in millimetres."""
        kind = self._type(role, bold=bold)
        return (width_of(word, kind) for word in words)

    def _type(self, role: Role, *, bold: bool) -> Type:
        kind = self._types[role]
        return replace(kind, bold=kind.bold or bold)

    def points(self, role: Role) -> float:
        """Return the size of a role's type, in points."""
        return self._types[role].points

    def letter(self, role: Role) -> float:
        """Return the width of a usual letter, in millimetres."""
        return width_of(_USUAL, self._types[role]) / len(_USUAL)

    def line(self, role: Role) -> float:
        """Return the height of a line, in millimetres."""
        return self._types[role].points * 1.16 * MM_A_POINT


def measures_of(parts: Mapping[str, bytes], styles: Mapping[str, str]) -> Measures:
    """Return the measures of a Word file by its parts; `styles` are its ids for our own styles."""
    return Measures(_types_of(parts[STYLES_PART], parts.get(_THEME_PART, b"")), styles)


@lru_cache(maxsize=8)
def _types_of(styles: bytes, theme: bytes) -> Mapping[str, Type]:
    """Return the type of each paragraph style by its id."""
    root = etree.fromstring(styles)
    fonts = _theme_fonts(theme)
    base = _with_run(Type(), root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), fonts)
    elements = {one.get(W + "styleId", ""): one for one in root.iterfind(W + "style")}
    return {name: _type_of(name, elements, base, fonts) for name in elements}


def _type_of(
    name: str, elements: Mapping[str, Element], base: Type, fonts: Mapping[str, str]
) -> Type:
    chain: list[Element] = []
    while name in elements and elements[name] not in chain:
        chain.append(elements[name])
        based = elements[name].find(W + "basedOn")
        name = "" if based is None else based.get(W + "val", "")
    kind = base
    for element in reversed(chain):
        kind = _with_run(kind, element.find(W + "rPr"), fonts)
    return kind


def _with_run(kind: Type, run: Element | None, fonts: Mapping[str, str]) -> Type:
    """Return a type with what run properties change of it."""
    if run is None:
        return kind
    named, size, bold = (run.find(W + tag) for tag in ("rFonts", "sz", "b"))
    if named is not None:
        theme = fonts.get(named.get(W + "asciiTheme", "")[:5], "")
        kind = replace(kind, font=theme or named.get(W + "ascii", kind.font))
    if size is not None and size.get(W + "val", "").isdecimal():
        kind = replace(kind, points=int(size.get(W + "val", "")) / 2)
    if bold is not None:
        kind = replace(kind, bold=bold.get(W + "val", "1") not in ("0", "false", "off"))
    return kind


def _theme_fonts(theme: bytes) -> dict[str, str]:
    """Return the fonts of a theme by the beginning of their names: "major" and "minor"."""
    if not theme:
        return {}
    root = etree.fromstring(theme)
    found = {key: root.find(f".//{_A}{key}Font/{_A}latin") for key in ("major", "minor")}
    return {key: one.get("typeface", "") for key, one in found.items() if one is not None}
