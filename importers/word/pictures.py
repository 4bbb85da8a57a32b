"""The pictures in the body of a Word file, with what is read out for each.

A picture that can stand in a report is kept at its place, at a text that is empty: what is made of
the text need know nothing of it. Any other is only counted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from files.pictures import LARGEST_PICTURE, PictureRefusedError, name_of_picture
from importers.errors import UnreadableError
from importers.word.package import Package, Relation
from plan.papers.blocks import Beside, Paragraph, Text, plain
from plan.text.clean import clean_line

MOST_PICTURES = 50
"""More are in no report; and of a file only so many bytes are unpacked."""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DESCRIBING = (
    "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr",
)
_V = "{urn:schemas-microsoft-com:vml}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TURNED = ("rot", "flipH", "flipV")
_CROPPED = ("croptop", "cropbottom", "cropleft", "cropright")
_AS_IT_IS = ("", "0", "false", "off")
_ROTATED = re.compile(r"\b(?:rotation|flip):\s*[^0;\s]")


@dataclass
class Pictures:
    """Reads the pictures of a file's body; `held` has what those that were read hold, by name."""

    package: Package
    held: dict[str, bytes] = field(default_factory=dict)
    count: int = 0
    """At how many places those stand."""
    altered: set[str] = field(default_factory=set)
    """Those that Word shows turned, mirrored or cropped; their files are neither."""
    _relations: Mapping[str, Relation] | None = None

    def read(self, drawing: Element) -> Text | None:
        """Return a drawing that is one picture, with its name beside it, None for any other."""
        shown = [*drawing.iter(_A + "blip"), *drawing.iter(_V + "imagedata")]
        if len(shown) != 1:
            return None
        name = self._name(shown[0].get(_EMBED) or shown[0].get(_ID) or "")
        if not name:
            return None
        self.count += 1
        if _is_altered(drawing):
            self.altered.add(name)
        said = (plain(_alternative(drawing)),)
        return Text("", beside=Beside("picture", said, name))

    def _name(self, relation_id: str) -> str:
        """Return the name of the picture of a relation, empty where it cannot be kept."""
        if self._relations is None:
            self._relations = self.package.relations_of(self.package.main)
        relation = self._relations.get(relation_id)
        archive = self.package.archive
        if relation is None or relation.is_external or len(self.held) >= MOST_PICTURES:
            return ""
        if not 0 < archive.size_of(relation.target) <= min(LARGEST_PICTURE, archive.left // 2):
            return ""
        try:
            content = archive.read(relation.target)
            name = name_of_picture(content)
        except (UnreadableError, PictureRefusedError):
            return ""
        self.held[name] = content
        return name


def _is_altered(drawing: Element) -> bool:
    """Return whether Word shows a picture otherwise than its file does, but for its size."""
    said: list[str | None] = [
        one.get(name) for one in drawing.iter(_A + "xfrm") for name in _TURNED
    ]
    said += [one.get(side) for one in drawing.iter(_A + "srcRect") for side in "ltrb"]
    said += [value for one in drawing.iter(_V + "imagedata") for value in map(one.get, _CROPPED)]
    styles = (one.get("style", "") for one in drawing.iter(_V + "shape"))
    return any(value not in (None, *_AS_IT_IS) for value in said) or any(
        _ROTATED.search(style) for style in styles
    )


def _alternative(drawing: Element) -> str:
    """Return what is read out for a picture: its description, else its title."""
    for element in drawing.iter(*_DESCRIBING):
        if said := clean_line(element.get("descr", "")) or clean_line(element.get("title", "")):
            return said
    return next((clean_line(one.get("alt", "")) for one in drawing.iter(_V + "shape")), "")


def pictures_in(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """Yield the name of each picture at a paragraph, with what is read out for it."""
    for inline in paragraph.inlines:
        beside = inline.beside if isinstance(inline, Text) else None
        if beside is not None and beside.kind == "picture":
            yield beside.address, beside.text
