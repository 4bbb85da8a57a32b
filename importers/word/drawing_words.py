"""Finds the words that a Word file shows apart from its text.

They stand in charts, in SmartArt, in WordArt, in the alternative text of pictures and in embedded
documents. None of them is taken into a plan: they are found so that the officer can be shown them.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from lxml.etree import _Element as Element

from importers.errors import UnreadableError
from importers.word.embedded import EmbeddedDocuments, object_name
from importers.word.names import MC, W
from importers.word.package import Package, Relation
from plan.text.clean import clean_line

ApartKind: TypeAlias = Literal[
    "chart", "SmartArt", "WordArt", "drawing", "alternative text", "embedded document"
]

_DRAWING_ML = "http://schemas.openxmlformats.org/drawingml/2006/"
_A, _C, _DGM, _WP = (
    f"{{{_DRAWING_ML}{name}}}" for name in ("main", "chart", "diagram", "wordprocessingDrawing")
)
_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_V, _O = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_DRAWINGS = (W + "drawing", W + "pict", W + "object")
_STRICT_OBJECTS = frozenset({W + "objectEmbed", W + "objectLink"})
_EMBEDDED = (W + "altChunk", W + "subDoc")
_PARAGRAPH, _BOX = W + "p", W + "txbxContent"
_UNSEEN = frozenset({W + "del", W + "moveFrom"})
_CHOICE, _FALLBACK = MC + "Choice", MC + "Fallback"
_OTHER_PARTS = ("footnotes", "endnotes", "comments", "header", "footer")


class ApartWords(NamedTuple):
    """Words that a drawing or an embedded document shows.

    `name` says what an embedded document is ("web page"); its words may not be known.
    """

    kind: ApartKind
    words: str
    name: str = ""


class PlacedWords(NamedTuple):
    """Such words with their place: the part, and the number of the paragraph there.

    All paragraphs of the part count, from 0, in cells and boxes too. What stands between two
    paragraphs belongs to the one before it; -1 is the place before the first.
    """

    part: str
    paragraph: int
    apart: ApartWords


def words_apart(package: Package) -> Iterator[PlacedWords]:
    """Yield all words of a file that stand apart from its text, in order of their places."""
    for name in _parts_of(package):
        root = package.document if name == package.main else package.root_of(name)
        if next(root.iter(*_DRAWINGS, *_EMBEDDED), None) is None:
            continue
        drawings = Drawings(package, name)
        stand_ins: dict[Element, bool] = {}
        paragraph = -1
        for element in root.iter(_PARAGRAPH, *_DRAWINGS, *_EMBEDDED):
            if element.tag == _PARAGRAPH:
                paragraph += 1
            elif not _is_unseen(element, stand_ins):
                for apart in drawings.words_of(element):
                    yield PlacedWords(name, paragraph, apart)


def _parts_of(package: Package) -> Iterator[str]:
    """Yield the names of the parts with text in which a drawing may stand, each once."""
    yield package.main
    names = (name for kind in _OTHER_PARTS for name in package.related.get(kind, ()))
    for name in dict.fromkeys(names):
        if name in package.archive and name != package.main:
            yield name


class Drawings:
    """Reads the drawings and embedded documents of one part of a file."""

    def __init__(self, package: Package, part: str) -> None:
        """Take the file, and the name of the part whose elements will be given."""
        self._package = package
        self._part = part
        self._relations: dict[str, Relation] | None = None
        self._embedded = EmbeddedDocuments(package)

    def words_of(self, element: Element) -> Iterator[ApartWords]:
        """Yield what an element shows: a drawing (w:drawing, w:pict, w:object) or w:altChunk.

        What stands in its text boxes is text of the file and left out.
        """
        if element.tag in _EMBEDDED:
            yield self._document(element)
            return
        texts: list[str] = []
        for inner in _shown(element):
            texts += _alternative_texts(inner)
            yield from self._drawn(inner)
        texts = list(dict.fromkeys(filter(None, map(clean_line, texts))))
        if texts:
            yield ApartWords("alternative text", "\n".join(texts))

    def _drawn(self, element: Element) -> Iterator[ApartWords]:
        tag = element.tag
        if tag in {_C + "chart", _CX + "chart"}:
            yield ApartWords("chart", self._of_part(element.get(_R + "id"), "chart"))
        elif tag == _DGM + "relIds":
            yield ApartWords("SmartArt", self._of_part(element.get(_R + "dm"), "SmartArt"))
        elif tag == _V + "textpath" and element.get("string", "").strip():
            yield ApartWords("WordArt", clean_line(element.get("string", "")))
        elif tag == _A + "p":
            words = clean_line(_line(element))
            if words:
                yield ApartWords("drawing", words)
        elif tag == _O + "OLEObject":
            yield ApartWords("embedded document", "", object_name(element.get("ProgID", "")))
        elif tag in _STRICT_OBJECTS:
            yield ApartWords("embedded document", "", object_name(element.get(W + "progId", "")))

    def _of_part(self, relation_id: str | None, kind: Literal["chart", "SmartArt"]) -> str:
        """Return the words of a chart's or a SmartArt's part; none where that is broken."""
        relation = self._relation(relation_id)
        if relation is None or relation.is_external or relation.target not in self._package.archive:
            return ""
        try:
            root = self._package.root_of(relation.target)
        except UnreadableError:
            return ""
        lines = _chart_lines(root) if kind == "chart" else _smart_art_lines(root)
        return "\n".join(filter(None, map(clean_line, lines)))

    def _document(self, element: Element) -> ApartWords:
        relation = self._relation(element.get(_R + "id"))
        if relation is None:
            return ApartWords("embedded document", "", "document that is missing")
        name, words = self._embedded.read(relation)
        return ApartWords("embedded document", words, name)

    def _relation(self, relation_id: str | None) -> Relation | None:
        if self._relations is None:
            self._relations = self._package.relations_of(self._part)
        return self._relations.get(relation_id or "")


def _is_unseen(element: Element, stand_ins: dict[Element, bool]) -> bool:
    """Return whether an element was deleted, or is only a stand-in for one that is shown.

    `stand_ins` keeps what is known of the fallbacks that were met.
    """
    for above in element.iterancestors(*_UNSEEN, _FALLBACK):
        if above.tag != _FALLBACK:
            return True
        if above not in stand_ins:
            stand_ins[above] = _is_stand_in(above)
        if stand_ins[above]:
            return True
    return False


def _is_stand_in(fallback: Element) -> bool:
    """Return whether what a fallback stands in for is shown."""
    alternatives = fallback.getparent()
    choice = None if alternatives is None else alternatives.find(_CHOICE)
    return choice is not None and next(choice.iter(*_DRAWINGS), None) is not None


def _shown(drawing: Element) -> Iterator[Element]:
    """Yield the elements of a drawing in order, without text boxes and stand-ins."""
    waiting = [drawing]
    while waiting:
        element = waiting.pop()
        yield element
        inner = [one for one in element if one.tag != _BOX]
        if element.tag == MC + "AlternateContent":
            inner = inner[:1]
        waiting += reversed(inner)


def _alternative_texts(element: Element) -> Iterable[str]:
    """Return what is read out for a picture, shape or chart to those who do not see it."""
    if element.tag == _WP + "docPr" or element.tag.endswith("}cNvPr"):
        return (element.get("title", ""), element.get("descr", ""))
    return (element.get("alt", ""),) if element.tag.startswith(_V) else ()


def _line(paragraph: Element) -> str:
    """Return the text of a paragraph of a drawing."""
    texts = paragraph.iter(_A + "t", _A + "br")
    return "".join(" " if text.tag == _A + "br" else text.text or "" for text in texts)


def _chart_lines(root: Element) -> Iterator[str]:
    """Yield a chart's titles, series, categories and own labels; not its numbers.

    Its words are kept in its part as they were last shown, wherever they come from. Each series
    brings the same categories again: they are told once.
    """
    told: set[tuple[str, ...]] = set()
    wanted = (
        _A + "p",
        _C + "tx",
        _C + "cat",
        _C + "xVal",
        _C + "trendline",
        _CX + "v",
        _CX + "strDim",
    )
    for element in root.iter(*wanted):
        if element.tag in {_C + "cat", _C + "xVal", _CX + "strDim"}:
            found = tuple(_points(element))
            if found not in told:
                told.add(found)
                yield from found
        elif element.tag == _C + "tx":
            yield " ".join(_points(element))
        elif element.tag == _A + "p":
            yield "" if _is_said_before(element) else _line(element)
        else:
            name = element.find(_C + "name") if element.tag == _C + "trendline" else element
            yield "" if name is None else name.text or ""


def _is_said_before(paragraph: Element) -> bool:
    """Return whether a newer chart has the words of its title a second time, as they are set."""
    titles = paragraph.iterancestors(_CX + "title")
    return any((words.text or "").strip() for one in titles for words in one.iter(_CX + "v"))


def _points(element: Element) -> Iterator[str]:
    """Yield the words of a series or of categories; of the places on an axis only if in words."""
    is_place = element.tag == _C + "xVal"
    if is_place and next(element.iter(_C + "strCache"), None) is None:
        return
    for point in element.iter(_C + "v", _CX + "pt"):
        yield point.text or ""


def _smart_art_lines(root: Element) -> Iterator[str]:
    """Yield the words of SmartArt, each point before those below it."""
    points = {point.get("modelId", ""): point for point in root.iter(_DGM + "pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in root.iter(_DGM + "cxn"):
        if link.get("type", "parOf") == "parOf":
            place = link.get("srcOrd", "0")
            order = int(place) if place.isdecimal() and len(place) < 10 else 0  # noqa: PLR2004
            below.setdefault(link.get("srcId", ""), []).append((order, link.get("destId", "")))
    tops = [key for key, point in points.items() if point.get("type") == "doc"]
    waiting = [*reversed(points), *reversed(tops)]
    told: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in told or key not in points:
            continue
        told.add(key)
        point = points[key]
        waiting += [inner for _, inner in sorted(below.get(key, ()), reverse=True)]
        text = point.find(_DGM + "t")
        if point.get("type", "node") != "pres" and text is not None:
            yield from map(_line, text.iter(_A + "p"))
