"""Opens a Word file safely and finds its parts, as XML trees, by their relationships."""

import errno
import posixpath
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from files.ordinary import NotOrdinaryError, reason_of
from files.ordinary import opened as opened_file
from importers.errors import UnreadableError
from importers.word.archive import Archive, damaged, too_deep
from importers.word.kinds import HEAD, refusal_by_bytes, refusal_by_parts
from importers.word.names import W
from importers.word.strict import usual_name, with_usual_boxes, with_usual_names

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships/"
"""What Word has added since: which comments are replies."""
_IN_USE = frozenset({errno.EBUSY, errno.ETXTBSY})


class Relation(NamedTuple):
    """What a part refers to: another part by its name or, if external, an address outside."""

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True)
class Package:
    """An open Word file: its main part, and the parts that it refers to."""

    path: Path
    archive: Archive
    document: Element
    related: dict[str, tuple[str, ...]]
    main: str
    """The name of the main part, such as "word/document.xml"."""

    def part(self, kind: str) -> Element | None:
        """Return the first part of a kind ("styles", "numbering"), None where there is none."""
        return next(self.parts(kind), None)

    def parts(self, kind: str) -> Iterator[Element]:
        """Yield the parts of a kind that are there. Raises UnreadableError where one is broken."""
        for name in self.related.get(kind, ()):
            if name in self.archive:
                yield self.root_of(name)

    def root_of(self, name: str) -> Element:
        """Return the root of a part. Raises UnreadableError where it is missing or broken."""
        return parsed(self.path, self.archive.read(name))

    def relations_of(self, name: str) -> dict[str, Relation]:
        """Return what a part refers to, by the ids that its elements name."""
        return _relations(self.path, self.archive, name)

    def links(self, kind: str) -> dict[str, str]:
        """Return the addresses that a part links to, by the ids of its links; "" is the main part.

        Only the first part of a kind has links.
        """
        part = self.main if not kind else self.related.get(kind, ("",))[0]
        return {
            key: relation.target
            for key, relation in self.relations_of(part).items()
            if relation.is_external and relation.kind == "hyperlink"
        }


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Open a Word file for reading.

    Raises UnreadableError, with a sentence for the officer, where it is not a Word file, is
    protected or damaged, or is larger than it states.
    """
    try:
        with opened_file(path) as file:
            refusal = refusal_by_bytes(path, file.read(HEAD))
            if refusal is not None:
                raise refusal
            yield package_in(path, Archive(path, file))
    except OSError as error:
        raise _not_opened(path, error) from error


def _not_opened(path: Path, error: OSError) -> UnreadableError:
    if path.is_dir():
        return UnreadableError(f"{path} is a folder. Choose the Word file (.docx) inside it.")
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return UnreadableError(
            f"There is no file {path}. Check the name and the folder, then choose it again."
        )
    reason = reason_of(error)
    if isinstance(error, NotOrdinaryError):
        return UnreadableError(
            f"{path.name} could not be opened: {reason}. Nothing was read. Save what it gives as a"
            " Word file (.docx), and choose that."
        )
    may_be_in_use = isinstance(error, PermissionError) or error.errno in _IN_USE
    advice = "If it is open in Word, close it there; else copy" if may_be_in_use else "Copy"
    return UnreadableError(
        f"{path.name} could not be opened: {reason}. {advice} it to a folder of your own and"
        " choose the copy."
    )


def package_in(path: Path, archive: Archive) -> Package:
    """Return the Word file that an archive holds. Raises UnreadableError where it holds none."""
    main = _main_part(path, archive)
    document = parsed(path, archive.read(main))
    if document.tag != W + "document":
        raise _refusal_of_zip(path, archive)
    return Package(path, archive, document, _related(path, archive, main), main)


def _main_part(path: Path, archive: Archive) -> str:
    targets = _related(path, archive, "").get("officeDocument", ())
    if not targets:
        raise _refusal_of_zip(path, archive)
    return targets[0]


def _refusal_of_zip(path: Path, archive: Archive) -> UnreadableError:
    mimetype = archive.read("mimetype") if "mimetype" in archive else b""
    return refusal_by_parts(path, archive.names, mimetype)


def _related(path: Path, archive: Archive, part: str) -> dict[str, tuple[str, ...]]:
    """Return the parts that `part` refers to, by kind of relationship."""
    found: dict[str, tuple[str, ...]] = {}
    for relation in _relations(path, archive, part).values():
        if not relation.is_external:
            found[relation.kind] = (*found.get(relation.kind, ()), relation.target)
    return found


def _relations(path: Path, archive: Archive, part: str) -> dict[str, Relation]:
    """Return what `part` refers to, by id."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels not in archive:
        return {}
    found: dict[str, Relation] = {}
    for element in parsed(path, archive.read(rels)).iter(_RELATIONSHIP):
        kind = usual_name(element.get("Type", "")).removeprefix(_OFFICE).removeprefix(_MICROSOFT)
        target = element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        found.setdefault(element.get("Id", f" {len(found)}"), Relation(kind, target, is_external))
    return found


def parsed(path: Path, content: bytes) -> Element:
    """Return the root of a part's XML, with the usual names where the file is Strict.

    A document type definition is refused before the parser sees it: Word writes none, and every
    known attack by XML begins with one. Raises UnreadableError.
    """
    written = _decoded(path, content)
    text = with_usual_names(written)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableError(
            f"{path.name} holds definitions that Word never writes and that can do harm, so"
            " nothing was read from it. The file is as it was. Ask where it comes from."
        )
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise (too_deep(path) if "depth" in str(error).lower() else damaged(path)) from error
    if text is not written:
        with_usual_boxes(root)
    return root


def _decoded(path: Path, content: bytes) -> str:
    """Return the text of an XML part, which is UTF-8 or UTF-16: a package allows nothing else."""
    is_utf_16 = content[:2] in {b"\xff\xfe", b"\xfe\xff"}
    if not is_utf_16 and b"\x00" in content[:4]:
        raise damaged(path)
    try:
        return content.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise damaged(path) from error
