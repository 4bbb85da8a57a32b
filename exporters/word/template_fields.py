"""Replaces the fields of a template that fetch or run something by what they showed last.

A field is known by the first word of its code. Those in `HARMLESS` stay (ECMA-376 part 1, 17.16.5);
any other may fetch a file (INCLUDETEXT, INCLUDEPICTURE, LINK, RD), ask another program (DDE,
DDEAUTO, DATABASE) or run a command (MACROBUTTON). Where a code begins with another field, its name
is not known until Word evaluates it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree
from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUNS = frozenset((f"{_W}r", f"{_M}r"))
_LOOKS = frozenset((f"{_W}rPr", f"{_M}rPr"))
_MARK = f"{_W}fldChar"
_CODE = frozenset((f"{_W}instrText", f"{_W}delInstrText"))
_STORIES = frozenset(
    f"{_W}{name}"
    for name in ("body", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment", "docPart")
)
"""Elements that hold a text of their own: no field reaches from one into another."""

HARMLESS = frozenset(
    """
    = ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE
    BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE
    EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT GOTOBUTTON
    GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD
    MERGEREC MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE
    PRIVATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT
    SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE
    """.split()  # noqa: SIM905 - a list of seventy lines
)
_NESTED = "\ufffc"
"""Stands in a field's code for another field inside it."""
_BUTTON = "MACROBUTTON"
_NAME = re.compile(r'\s*(=|[^\s"\\=]*)')


@dataclass
class _Field:
    """A field that is still open: where it began, its code so far, and where its result begins.

    `places` are the places of the pieces of its code.
    """

    begin: int
    code: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    result: int | None = None


def unlinked_fields(root: Element) -> list[str]:
    """Remove the fields that fetch or run something from a part; return their names.

    What each of them showed last stays as ordinary text.
    """
    gone = [_unlinked(simple) for simple in list(root.iter(f"{_W}fldSimple"))]
    for story in list(_stories(root)):
        gone += _unlinked_in(story)
    return list(filter(None, gone))


def _unlinked(simple: Element) -> str:
    """Replace a simple field by what it shows, unless it is harmless; return its name."""
    name = _name_of(simple.get(f"{_W}instr", ""))
    parent = simple.getparent()
    if name in HARMLESS or parent is None:
        return ""
    place = parent.index(simple)
    for child in reversed([one for one in simple if one.tag != f"{_W}fldData"]):
        parent.insert(place, child)
    parent.remove(simple)
    return name or "without a name"


def _stories(root: Element) -> Iterator[list[Element]]:
    """Yield, for each text in a part, the contents of its runs in order."""
    open_ones: list[list[Element]] = [[]]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _STORIES:
            if event == "start":
                open_ones.append([])
            else:
                yield open_ones.pop()
        elif event == "start" and _is_content(element):
            open_ones[-1].append(element)
    yield from open_ones


def _is_content(element: Element) -> bool:
    if element.tag == _MARK or element.tag in _CODE:
        return True
    parent = element.getparent()
    return parent is not None and parent.tag in _RUNS and element.tag not in _LOOKS


def _unlinked_in(story: list[Element]) -> list[str]:
    """Remove the fields that are not harmless from a text; return their names."""
    text = _FieldsInText(story)
    for place, element in enumerate(story):
        if element.tag == _MARK:
            text.mark(place, element.get(f"{_W}fldCharType", ""))
        elif element.tag in _CODE:
            text.code(place, element.text or "")
    while text.open_ones:
        text.close(None)
    for element, depth in zip(story, accumulate(text.depths), strict=False):
        parent = element.getparent()
        if depth and parent is not None:
            parent.remove(element)
    return text.gone


class _FieldsInText:
    """Follows the fields of a text from its beginning to its end.

    `depths` adds 1 at a place from which something is removed and takes 1 off where that ends;
    `gone` has the names of the fields that are removed.
    """

    def __init__(self, story: list[Element]) -> None:
        self.story = story
        self.depths = [0] * (len(story) + 1)
        self.open_ones: list[_Field] = []
        self.gone: list[str] = []

    def mark(self, place: int, kind: str) -> None:
        """Note where a field, or its result, begins or ends."""
        if kind == "begin":
            if self._is_in_code():
                self.open_ones[-1].code.append(_NESTED)
            self.open_ones.append(_Field(place))
        elif kind == "separate" and self._is_in_code():
            self.open_ones[-1].result = place
        elif kind == "end" and self.open_ones:
            self.close(place)

    def code(self, place: int, text: str) -> None:
        """Note a piece of a field's code; a piece that belongs to no field is judged by itself."""
        if self._is_in_code():
            self.open_ones[-1].code.append(text)
            self.open_ones[-1].places.append(place)
        elif _name_of(text) not in HARMLESS:
            self._take(place, place)

    def close(self, end: int | None) -> None:
        """Close the innermost open field, which ends at `end`, and mark what of it is removed."""
        one = self.open_ones.pop()
        code = "".join(one.code)
        name = _name_of(code)
        if name in HARMLESS:
            return
        self.gone.append(name or "without a name")
        if name == _BUTTON:
            _say_button(self.story[one.begin], code)
        if end is None:  # what follows a field without an end is no part of it
            for place in (one.begin, *one.places, *(() if one.result is None else (one.result,))):
                self._take(place, place)
        else:
            self._take(one.begin, end if one.result is None else one.result)
            self._take(end, end)

    def _is_in_code(self) -> bool:
        return bool(self.open_ones) and self.open_ones[-1].result is None

    def _take(self, first: int, last: int) -> None:
        self.depths[first] += 1
        self.depths[last + 1] -= 1


def _say_button(begin: Element, code: str) -> None:
    """Put a button's words, which are part of its code, in the place of the button."""
    words = code.split(maxsplit=2)[2:]
    parent = begin.getparent()
    if words and parent is not None and parent.tag in _RUNS:
        text = etree.Element(f"{_W}t")
        text.text = words[0].replace(_NESTED, "").strip()
        parent.insert(parent.index(begin), text)


def _name_of(code: str) -> str:
    """Return the name of a field from its code, empty where another field computes the name."""
    found = _NAME.match(code)
    name = found[1].upper() if found else ""
    return "" if _NESTED in name else name
