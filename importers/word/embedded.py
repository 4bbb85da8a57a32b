"""Says what a document embedded in a Word file is, and reads its words where that is simple."""

from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath

from lxml import etree
from lxml.etree import _Element as Element

from importers.errors import UnreadableError
from importers.word.archive import Archive
from importers.word.body import Body
from importers.word.names import W
from importers.word.numbering import Numbering
from importers.word.package import Package, Relation, package_in
from importers.word.reading import Reading
from importers.word.styles import Styles
from importers.word.tables import read_table
from plan.papers.blocks import paragraphs_of
from plan.text.clean import clean_line

_MOST_UNPACKED = 16 * 1024 * 1024
"""How much all embedded Word documents of a file may hold together."""
_LARGEST_READ = 4 * 1024 * 1024
_HEAD = 1_024
_LINES = frozenset(
    (
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt"),
        *("figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "option", "p", "pre", "section", "table", "td", "th", "tr", "ul"),
    )
)
"""The elements of a web page that begin on a line of their own."""
_NOT_SHOWN = ("head", "script", "style", "template", "title")
_OBJECTS = {
    "excel": "Excel sheet",
    "powerpoint": "PowerPoint slides",
    "word": "Word document",
    "visio": "Visio drawing",
    "acroexch": "PDF document",
    "acrobat": "PDF document",
    "equation": "formula of the old equation editor",
    "package": "file of another kind",
}


def object_name(program: str) -> str:
    """Return what an embedded object is, by the name of its program ("Excel.Sheet.12")."""
    return _OBJECTS.get(program.partition(".")[0].lower(), "document of another program")


class EmbeddedDocuments:
    """Reads the documents that a Word file takes in whole (w:altChunk, w:subDoc)."""

    def __init__(self, package: Package) -> None:
        """Take the file that they stand in."""
        self._package = package
        self._left = _MOST_UNPACKED

    def read(self, relation: Relation) -> tuple[str, str]:
        """Return what such a document is, and its words as lines; none where they are not read."""
        name = clean_line(PurePosixPath(relation.target.replace("\\", "/")).name)
        if relation.is_external:
            return f"another file, {name}", ""
        if relation.target not in self._package.archive:
            return "document that is missing", ""
        content = self._package.archive.read(relation.target)
        kind = _kind_of(content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower())
        if kind == _WORD:
            return kind, self._of_word(content)
        read = _READERS.get(kind) if len(content) <= _LARGEST_READ else None
        return kind, "" if read is None else read(content)

    def _of_word(self, content: bytes) -> str:
        try:
            archive = Archive(self._package.path, BytesIO(content), self._left)
            package = package_in(self._package.path, archive)
            self._left = archive.left
            reading = Reading(
                package.path,
                Styles(package.part("styles")),
                Numbering(package.part("numbering")),
                package.links,
            )
            body = package.document.find(W + "body")
            blocks = () if body is None else tuple(Body(reading, read_table).blocks(body))
        except UnreadableError:
            return ""
        return "\n".join(paragraph.text for paragraph in paragraphs_of(blocks) if paragraph.text)


def _kind_of(head: bytes) -> str:
    """Return what a document is by its beginning, which is in lower case and without blanks."""
    if head.startswith(b"<?xml") and b"<html" in head:
        return _WEB_PAGE
    if b"mime-version:" in head:
        return "web page with its pictures"
    return next((kind for beginning, kind in _BEGINNINGS if head.startswith(beginning)), _TEXT)


def _of_web_page(content: bytes) -> str:
    """Return the lines of a web page as a reader sees them."""
    encoding = None if b"charset" in content[:_HEAD].lower() else _encoding(content)
    parser = etree.HTMLParser(encoding=encoding, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return ""
    if root is None:
        return ""
    etree.strip_elements(root, *_NOT_SHOWN, with_tail=False)
    lines = "".join(_pieces(root)).split("\n")
    return "\n".join(filter(None, map(clean_line, lines)))


def _pieces(root: Element) -> list[str]:
    """Return the texts of a web page, with a line feed round what has lines of its own."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        own_line = "\n" if element.tag in _LINES else ""
        text = element.text if event == "start" else element.tail
        said = " ".join((text or "").split("\n"))
        pieces += [own_line, said] if event == "start" or own_line else [said]
    return pieces


def _encoding(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _decoded(content: bytes) -> str:
    is_utf_16 = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    text = content.decode("utf-16" if is_utf_16 else _encoding(content), errors="replace")
    return "\n".join(filter(None, map(clean_line, text.lstrip("\ufeff").splitlines())))


_WORD, _WEB_PAGE, _TEXT = "Word document", "web page", "text file"
_BEGINNINGS = (
    (b"pk", _WORD),
    (b"{\\rtf", "document in Rich Text Format"),
    (b"<?xml", "document in XML"),
    (b"<", _WEB_PAGE),
)
_READERS: dict[str, Callable[[bytes], str]] = {_WEB_PAGE: _of_web_page, _TEXT: _decoded}
