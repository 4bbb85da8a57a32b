"""Packs and unpacks a Word file; the same parts always give the same bytes."""

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DOCUMENT_PART = "word/document.xml"
NUMBERING_PART = "word/numbering.xml"
STYLES_PART = "word/styles.xml"
CONTENT_TYPES = "[Content_Types].xml"
COMMENTS_PART = "word/comments.xml"
COMMENTS_MORE_PART = "word/commentsExtended.xml"
RELATIONS_PART = "word/_rels/document.xml.rels"
PROGRAM_PART = "docProps/app.xml"
PROPERTIES_PART = "docProps/core.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Before the name of a word of the text, as lxml writes it."""
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
R, RELATION = f"{{{_RELATIONS}}}", f"{{{_PACKAGE_RELATIONS}}}Relationship"
_KINDS = {
    STYLES_PART: (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
        f"{_RELATIONS}/styles",
    ),
    NUMBERING_PART: (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml",
        f"{_RELATIONS}/numbering",
    ),
    COMMENTS_PART: (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
        f"{_RELATIONS}/comments",
    ),
    COMMENTS_MORE_PART: (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    ),
    PROGRAM_PART: (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        f"{_RELATIONS}/extended-properties",
    ),
    PROPERTIES_PART: (
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE_RELATIONS}/metadata/core-properties",
    ),
}
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE_RELATIONS}"></Relationships>'.encode()
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""One time for all files, so that the same plan gives the same bytes."""


@cache
def packaged_template() -> bytes:
    """Return our own template as a Word file: A4, en-GB, with a style for every role."""
    folder = resources.files("exporters.word") / "template"
    return zipped({name: part.read_bytes() for name, part in _parts(folder, "")})


def _parts(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        name = f"{path}{entry.name}"
        found += _parts(entry, f"{name}/") if entry.is_dir() else [(name, entry)]
    return found


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return the parts as a package, always in the same order and with the same times."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            info = ZipInfo(name, _NO_TIME)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            package.writestr(info, parts[name])
    return stream.getvalue()


def parts_of(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package that we have made ourselves."""
    with ZipFile(BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def with_part(parts: dict[str, bytes], name: str, content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file with one more, declared and related as Word needs it."""
    if name in parts:  # a template may have one already, declared and related
        return {**parts, name: content}
    content_type, relation = _KINDS[name]
    kinds = parts[CONTENT_TYPES].replace(
        b"</Types>",
        f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'.encode(),
    )
    folder = "word/" if name.startswith("word/") else ""
    relations_part = f"{folder}_rels/{'document.xml' if folder else ''}.rels"
    relations = parts.get(relations_part, _NO_RELATIONS).replace(
        b"</Relationships>",
        f'<Relationship Id="rIdPlandesk{len(name)}" Type="{relation}" '
        f'Target="{name.removeprefix(folder)}"/></Relationships>'.encode(),
    )
    return {**parts, name: content, CONTENT_TYPES: kinds, relations_part: relations}


def with_relation(
    relations: bytes, relation_id: str, kind: str, target: str, *, is_outside: bool = False
) -> bytes:
    """Return relationships with one more; `kind` is that of the end of its type: "hyperlink"."""
    outside = ' TargetMode="External"' if is_outside else ""
    one = (
        f'<Relationship Id="{relation_id}" Type="{_RELATIONS}/{kind}" '
        f"Target={quoteattr(target)}{outside}/>"
    )
    return relations.replace(b"</Relationships>", f"{one}</Relationships>".encode())


def take_out(*elements: "Element") -> None:
    """Take elements out of what they stand in."""
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
