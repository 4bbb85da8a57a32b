"""What is wrong in a council's own template and shows in every paper: told, and left as it is.

The letterhead is the council's, so plandesk changes nothing of it. What is told follows the Web
Content Accessibility Guidelines 2.2: contrast (1.4.3), alternative text (1.1.1), headings of tables
(1.3.1).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from exporters.word.package import DOCUMENT_PART, W
from plan.council.own_field import contrast

LEAST_CONTRAST = 4.5
"""To 1, for text of the usual size (WCAG 2.2, 1.4.3); Word's own checker asks it of all text."""
_PAPER = "FFFFFF"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_V = "{urn:schemas-microsoft-com:vml}"
_EDGE = re.compile(r"word/(header|footer)\d*\.xml")


def faults_of(
    parts: Mapping[str, bytes], styles: Element, used: Iterable[str], name: str
) -> list[str]:
    """Return sentences on what is wrong in a template of this `name`, none where nothing is.

    `parts` are those that a paper will have, its `styles` with ours added; `used` are the ids of
    the styles that papers use.
    """
    return [
        *_pale(styles, used, name),
        *_wordless_pictures(parts, name),
        *_headless_tables(parts[DOCUMENT_PART], name),
    ]


# Contrast


def _pale(styles: Element, used: Iterable[str], name: str) -> Iterator[str]:
    """Yield a sentence for each colour that is too pale, with the styles that set it."""
    by_id = {style.get(W + "styleId", ""): style for style in styles.findall(W + "style")}
    found: dict[tuple[str, str], list[str]] = {}
    for style_id in used:
        chain = list(_chain(style_id, by_id))
        setter, ink = _set(chain, "rPr/color", "val")
        _, ground = _set(chain, "pPr/shd", "fill")
        if setter is None or contrast(ink, ground or _PAPER) >= LEAST_CONTRAST:
            continue
        named = found.setdefault((ink, ground or _PAPER), [])
        if (words := _name(setter)) not in named:
            named.append(words)
    for (ink, ground), named in found.items():
        on = "white" if ground == _PAPER else f"#{ground}"
        yield (
            f"In the template {name}, text in {_listed(named)} is hard to read: #{ink} on {on} is "
            f"a contrast of {contrast(ink, ground):.1f} to 1, and {LEAST_CONTRAST} is the least "
            "(WCAG 1.4.3). Change the colour in Word."
        )


def _chain(style_id: str, by_id: Mapping[str, Element]) -> Iterator[Element]:
    """Yield a style and those that it is based on, one after the other."""
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        yield by_id[style_id]
        based = by_id[style_id].find(W + "basedOn")
        style_id = "" if based is None else based.get(W + "val", "")


def _set(chain: Iterable[Element], path: str, key: str) -> tuple[Element | None, str]:
    """Return the first style that sets a colour, and the colour; none where all leave it usual."""
    for style in chain:
        found = style.find("/".join(W + step for step in path.split("/")))
        value = "" if found is None else found.get(W + key, "")
        if value:
            return (style, value.upper()) if _COLOUR.fullmatch(value) else (None, "")
    return None, ""


def _name(style: Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else f"“{name.get(W + 'val', '')}”"


# Pictures and tables


def _wordless_pictures(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """Yield a sentence on the pictures that a screen reader cannot name."""
    count = 0
    places: list[str] = []
    for part, content in parts.items():
        edge = _EDGE.fullmatch(part)
        if edge is None and part != DOCUMENT_PART:
            continue
        wordless = sum(map(_is_wordless, etree.fromstring(content).iter(_PICTURE, f"{_V}shape")))
        place = edge[1] if edge is not None else "text"
        if wordless and place not in places:
            places.append(place)
        count += wordless
    if count:
        what = "A picture" if count == 1 else f"{count} pictures"
        has = "has" if count == 1 else "have"
        yield (
            f"{what} in the {_listed(places)} of the template {name} {has} no alternative text, so "
            "a screen reader cannot say what is there. In Word, right-click it and choose Alt Text."
        )


def _is_wordless(picture: Element) -> bool:
    if picture.tag == f"{_V}shape":
        has_picture = picture.find(f"{_V}imagedata") is not None
        return has_picture and not picture.get("alt", "").strip()
    is_decorative = any(one.get("val") == "1" for one in picture.iter(_DECORATIVE))
    return not is_decorative and not picture.get("descr", "").strip()


def _headless_tables(document: bytes, name: str) -> Iterator[str]:
    """Yield a sentence on the tables of the template's own text that have no header row."""
    headless = sum(
        table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None
        for table in etree.fromstring(document).iter(f"{W}tbl")
    )
    if headless:
        what, has = ("A table", "has") if headless == 1 else (f"{headless} tables", "have")
        yield (
            f"{what} in the text of the template {name} {has} no header row. In Word, choose "
            "Layout, Repeat Header Rows, or write what stands there without a table."
        )


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
