"""A template made of a council's paper: letterhead, styles and page set-up, and nothing else.

The body is taken out, and with it whatever tells of the paper or of who worked on it: properties,
comments, tracked changes, custom XML, building blocks, revision marks, notes, the names that
pictures have from the machine they came from. Of the headers and footers those lines stay that the
officer keeps.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from exporters.word.council_template import council_template
from exporters.word.disarming import UnreadablePartError, disarmed
from exporters.word.package import (
    CONTENT_TYPES,
    DOCUMENT_PART,
    PROGRAM_PART,
    PROPERTIES_PART,
    RELATION,
    W,
    packaged_template,
    parts_of,
    take_out,
    zipped,
)
from exporters.word.plain_pictures import plain_picture
from exporters.word.template_body import without_body
from exporters.word.template_file import TemplateError, template_parts
from plan.text.clean import clean_line

_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_GONE = re.compile(
    r"customXml/|docProps/custom\.xml|docProps/thumbnail"
    r"|word/(?:comments\w*|people|documenttasks\S*|glossary/\S*|recipientData)(?:\.xml|/|\Z)",
    re.IGNORECASE,
)
_GONE_KINDS = re.compile(
    r"customXml|custom-properties|comments\w*|people|documenttasks|glossaryDocument|thumbnail",
    re.IGNORECASE,
)
_OF_ONE_FILE = ("rsids", "docVars", "attachedTemplate", "documentProtection", "writeProtection")
"""Settings that tell of one file and of who worked on it."""
_OF_A_BINDING = ("dataBinding", "alias", "tag", "placeholder", "docPartObj", "docPartList")
_ACCEPTED, _REJECTED = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_MARKS = frozenset(
    f"{W}{name}"
    for name in (
        *("commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkStart"),
        *("bookmarkEnd", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange"),
        *("trPrChange", "tblGridChange", "numberingChange", "moveFromRangeStart", "rsid"),
        *("moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "proofErr", "permStart"),
        *("permEnd", "cellIns", "cellDel", "cellMerge"),
    )
)
_PAGE_FIELD = re.compile(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?(?:\d*\s*(?:(?:of|/)\s*\d*)?)?", re.IGNORECASE)


def learned_template(path: Path, kept: Collection[str]) -> bytes:
    """Return the template that a paper gives, as a Word file without a text in its body.

    Of the lines in its headers and footers only those in `kept` stay, and page numbers. Raises
    TemplateError where the paper cannot be taken for one.
    """
    parts = template_parts(path)
    try:
        parts, _ = disarmed(parts)
    except UnreadablePartError as error:
        raise TemplateError(
            f"No template was made of {path.name}: its part {error} cannot be read."
        ) from error
    parts = without_body(parts, etree.fromstring(parts[DOCUMENT_PART]))
    parts = _without_parts(parts)
    ours = parts_of(packaged_template())
    for name in (PROGRAM_PART, PROPERTIES_PART):
        if name in parts:
            parts[name] = ours[name]
    parts = {name: _cleaned(name, part, kept) for name, part in parts.items()}
    return zipped(parts)


def refuse_unusable(template: Path) -> None:
    """Raise TemplateError where papers cannot be written with a template."""
    council_template(template)


def _without_parts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts without those that belong to one file, and without what names these."""
    made = {name: part for name, part in parts.items() if not _GONE.match(name)}
    for name in [name for name in made if name.endswith(".rels")]:
        tree = etree.fromstring(made[name])
        for one in list(tree.iter(RELATION)):
            if _GONE_KINDS.fullmatch(one.get("Type", "").rpartition("/")[2]):
                tree.remove(one)
        made[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    types = etree.fromstring(made[CONTENT_TYPES])
    for one in list(types):
        if (part := one.get("PartName", "").lstrip("/")) and part not in made:
            types.remove(one)
    made[CONTENT_TYPES] = etree.tostring(
        types, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return made


def _cleaned(name: str, part: bytes, kept: Collection[str]) -> bytes:
    if name.startswith("word/media/"):
        return plain_picture(part)
    if not name.startswith("word/") or not name.endswith(".xml"):
        return part
    tree = etree.fromstring(part)
    _accept_changes(tree)
    for element in [one for one in tree.iter() if isinstance(one.tag, str)]:
        _without_traces(element)
        if element.tag in _MARKS:
            take_out(element)
    if name == "word/settings.xml":
        take_out(*(one for tag in _OF_ONE_FILE for one in tree.iter(W + tag)))
    if _EDGE.fullmatch(name):
        _keep_lines(tree, kept)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _accept_changes(tree: Element) -> None:
    take_out(*tree.iter(*_REJECTED))
    for element in list(tree.iter(*_ACCEPTED)):
        parent = element.getparent()
        if parent is not None:
            place = parent.index(element)
            parent[place : place + 1] = list(element)


def _without_traces(element: Element) -> None:
    """Remove what an element has of one file: revision marks, a binding, a picture's name."""
    for attribute in [str(one) for one in element.attrib]:
        is_mark = attribute.startswith(f"{W}rsid") or attribute.endswith(("}author", "}initials"))
        if is_mark or attribute.endswith(("}paraId", "}textId")):
            del element.attrib[attribute]
    tag = str(element.tag)
    if tag.rpartition("}")[2] in ("docPr", "cNvPr"):
        number = element.get("id", "0")
        element.set("name", f"Picture {number}")
        for attribute in ("descr", "title"):
            if element.get(attribute):
                element.set(attribute, "Letterhead")
    if tag == f"{W}sdtPr":
        for name in _OF_A_BINDING:
            take_out(*element.findall(W + name))


# Lines of headers and footers


def _keep_lines(tree: Element, kept: Collection[str]) -> None:
    for paragraph in list(tree.iter(W + "p")):
        texts = list(_texts_of(paragraph))
        said = clean_line("".join(one.text or "" for one in texts))
        if said in kept or _PAGE_NUMBER.fullmatch(said):
            continue
        of_pages = set(_page_fields(paragraph))
        for one in texts:
            if one not in of_pages:
                one.text = ""


def _texts_of(paragraph: Element) -> Iterator[Element]:
    """Yield the texts of a paragraph that stand in no other in it, as those of a text box do."""
    for piece in paragraph.iter(W + "t"):
        if next(piece.iterancestors(W + "p"), None) is paragraph:
            yield piece


def _page_fields(paragraph: Element) -> Iterator[Element]:
    """Yield the texts that show what a field with a page number says."""
    for field in paragraph.iter(W + "fldSimple"):
        if _PAGE_FIELD.search(field.get(W + "instr", "")):
            yield from field.iter(W + "t")
    is_page = False
    for piece in paragraph.iter(W + "fldChar", W + "instrText", W + "t"):
        if piece.tag == W + "fldChar":
            is_page = is_page and piece.get(W + "fldCharType") != "end"
        elif piece.tag == W + "instrText":
            is_page = _PAGE_FIELD.search(piece.text or "") is not None
        elif is_page:
            yield piece
