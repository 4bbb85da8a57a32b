"""What is wrong with a Word file, for Word itself or for those who have it read to them."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lxml import etree

from tests.exporters.conftest import NS, W, WordFile, text_of

_RELATION_IDS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TYPED_MARK = re.compile(r"\s*(?:[•▪◦·]\s|- |\d+(?:\.\d+)+\s|\d+[.)]\s)")
OWN_WORDS = ("FormAnswer", "PlanCell", "PlanItem", "ReportItem", "ProgressDate")
"""Styles of what an officer typed in the sample: a date or a ref may begin with a number."""

_SLACK = 40
"""Twentieths of a point by which the columns of a table may be wider than the page."""


def faults(word_file: WordFile, *, typed: Iterable[str] = ()) -> list[str]:
    """Return every fault of a Word file in words; none where it is as it should be.

    `typed` are the styles in which an officer's own words may look like a number or a bullet.
    """
    found = _faults(word_file, frozenset(typed))
    return list(found)


def _faults(word_file: WordFile, typed: frozenset[str]) -> Iterator[str]:
    yield from _of_package(word_file)
    yield from _of_references(word_file)
    yield from _of_headings(word_file)
    yield from _of_paragraphs(word_file.document, typed)
    yield from _of_tables(word_file.document)
    yield from _of_tick_boxes(word_file.document)
    yield from _of_pages(word_file)
    yield from _of_properties(word_file)


def value(element: etree._Element, path: str) -> str:
    """Return the w:val of what is at `path` below an element, "" where there is none."""
    found = element.find(path, NS)
    return "" if found is None else str(found.get(f"{W}val", ""))


def _of_package(word_file: WordFile) -> Iterator[str]:
    types = word_file.tree("[Content_Types].xml")
    named = {str(one.get("PartName")).lstrip("/") for one in types.findall("ct:Override", NS)}
    endings = {str(one.get("Extension")) for one in types.findall("ct:Default", NS)}
    yield from (
        f"content type of {name}, which is not there" for name in named - {*word_file.parts}
    )
    for name in word_file.parts:
        if name not in named and name.rsplit(".", 1)[-1] not in endings:
            yield f"{name} has no content type"
        if name.endswith((".xml", ".rels")):
            etree.fromstring(word_file.parts[name])
        if name.endswith(".rels"):
            yield from _of_relations(word_file, name)


def _of_relations(word_file: WordFile, name: str) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    relations = word_file.tree(name).findall("rel:Relationship", NS)
    ids = Counter(str(relation.get("Id")) for relation in relations)
    yield from (f"{name}: relationship {one} twice" for one, count in ids.items() if count > 1)
    for relation in relations:
        target = str(relation.get("Target"))
        path = target if target.startswith("/") else f"{folder}/{target}"
        is_inside = relation.get("TargetMode") != "External"
        if is_inside and posixpath.normpath(path).lstrip("/") not in word_file.parts:
            yield f"{name}: {target} is not there"


def _of_references(word_file: WordFile) -> Iterator[str]:
    document = word_file.document
    styles = word_file.tree("word/styles.xml")
    ids = Counter(str(style.get(f"{W}styleId")) for style in styles.iter(f"{W}style"))
    names = Counter(value(style, "w:name").casefold() for style in styles.iter(f"{W}style"))
    yield from (f"style {one} twice" for one, count in (ids | names).items() if count > 1)
    used = {*document.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    used |= {*styles.iter(f"{W}basedOn", f"{W}next", f"{W}link")}
    yield from {
        f"style {e.get(f'{W}val')} is not there" for e in used if e.get(f"{W}val") not in ids
    }
    lists = word_file.tree("word/numbering.xml")
    abstract = Counter(one.get(f"{W}abstractNumId") for one in lists.findall("w:abstractNum", NS))
    numbers = Counter(one.get(f"{W}numId") for one in lists.findall("w:num", NS))
    yield from (
        f"list {one} twice" for one, count in (*abstract.items(), *numbers.items()) if count > 1
    )
    counted = {e.get(f"{W}val") for tree in (document, styles) for e in tree.iter(f"{W}numId")}
    yield from (f"list {one} is not there" for one in counted - {*numbers} - {"0"})
    kinds = {value(one, "w:abstractNumId") for one in lists.findall("w:num", NS)}
    yield from (f"abstract list {one} is not there" for one in kinds - {*abstract})
    relations = {
        str(one.get("Id"))
        for one in word_file.tree("word/_rels/document.xml.rels").findall("rel:Relationship", NS)
    }
    referred = {e.get(_RELATION_IDS) for e in document.iter() if e.get(_RELATION_IDS)}
    yield from (f"relationship {one} is not there" for one in referred - relations)


def heading_levels(word_file: WordFile) -> dict[str, int]:
    """Return the level, from 1, of every style that is a heading, by its id."""
    styles = {
        str(style.get(f"{W}styleId")): style
        for style in word_file.tree("word/styles.xml").iter(f"{W}style")
    }
    levels: dict[str, int] = {}
    for name in styles:
        place, seen = name, set[str]()
        while place in styles and place not in seen:
            seen.add(place)
            level = value(styles[place], "w:pPr/w:outlineLvl")
            if level.isdecimal() and int(level) < 9:
                levels[name] = int(level) + 1
                break
            place = value(styles[place], "w:basedOn")
    return levels


def headings(word_file: WordFile) -> list[tuple[int, str]]:
    """Return the level and the words of each heading, in order."""
    levels = heading_levels(word_file)
    return [
        (levels[style], text_of(paragraph))
        for paragraph in word_file.document.iter(f"{W}p")
        if (style := value(paragraph, "w:pPr/w:pStyle")) in levels
    ]


def _of_headings(word_file: WordFile) -> Iterator[str]:
    found = headings(word_file)
    levels = [level for level, _ in found]
    if levels[:1] != [1]:
        yield "the first heading is not of level 1"
    yield from (f"heading {a} to {b}" for a, b in pairwise(levels) if b > a + 1)
    yield from ("an empty heading" for _, words in found if not words.strip())
    in_cells = (p for cell in word_file.document.iter(f"{W}tc") for p in cell.iter(f"{W}p"))
    named = heading_levels(word_file)
    if any(value(paragraph, "w:pPr/w:pStyle") in named for paragraph in in_cells):
        yield "a heading in a table"


def _of_paragraphs(document: etree._Element, typed: frozenset[str]) -> Iterator[str]:
    outside = document.findall("w:body/*", NS)
    blank = [
        one.tag == f"{W}p" and not text_of(one) and one.find(".//w:drawing", NS) is None
        for one in outside
    ]
    if any(a and b for a, b in pairwise(blank)):
        yield "two blank paragraphs, one after the other"
    for paragraph in document.iter(f"{W}p"):
        style = value(paragraph, "w:pPr/w:pStyle")
        if style not in typed and _TYPED_MARK.match(text_of(paragraph)):
            yield f"a number or a bullet is typed: {text_of(paragraph)!r}"
    for text in document.iter(f"{W}t"):
        space = text.get("{http://www.w3.org/XML/1998/namespace}space")
        if text.text and text.text != text.text.strip() and space != "preserve":
            yield "a space at an end is lost"


def _of_tables(document: etree._Element) -> Iterator[str]:
    for number, table in enumerate(document.iter(f"{W}tbl"), 1):
        yield from (f"table {number}: {fault}" for fault in _of_table(table))


def _of_table(table: etree._Element) -> Iterator[str]:
    header, *rows = table.findall("w:tr", NS)
    mark = header.find("w:trPr/w:tblHeader", NS)
    is_ours = value(table, "w:tblPr/w:tblCaption") != "Table"  # an officer's may be one plain row
    if (mark is None and (is_ours or rows)) or (mark is not None and mark.attrib):
        yield "its header row is not marked plainly"  # strict readers refuse a value
    if any(row.find("w:trPr/w:tblHeader", NS) is not None for row in rows):
        yield "a second header row"
    if is_ours and not all(text_of(cell).strip() for cell in header.findall("w:tc", NS)):
        yield "a blank cell in its header"
    look = table.find("w:tblPr/w:tblLook", NS)
    if look is None or look.get(f"{W}firstRow") != "1":
        yield "its look has no header row"
    if not all(value(table, f"w:tblPr/w:{name}") for name in ("tblCaption", "tblDescription")):
        yield "no title or no description"
    yield from _of_cells(table)


def _of_cells(table: etree._Element) -> Iterator[str]:
    if list(table.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge")):
        yield "merged cells"
    if table.find(".//w:tbl", NS) is not None:
        yield "a table in a table"
    grid = [column.get(f"{W}w") for column in table.findall("w:tblGrid/w:gridCol", NS)]
    for row in table.findall("w:tr", NS):
        if [w.get(f"{W}w") for w in row.findall("w:tc/w:tcPr/w:tcW", NS)] != grid:
            yield "cells that are not as wide as the grid"
    if any(cell[-1].tag != f"{W}p" for cell in table.iter(f"{W}tc")):
        yield "a cell that does not end with a paragraph"


def _of_tick_boxes(document: etree._Element) -> Iterator[str]:
    controls = document.findall(".//w:sdt/w:sdtPr", NS)
    numbers = Counter(value(control, "w:id") for control in controls)
    yield from (f"content control {one} twice" for one, count in numbers.items() if count > 1)
    boxes = [one for one in controls if one.find("w14:checkbox", NS) is not None]
    if not all(value(box, "w:alias").strip() for box in boxes):
        yield "a tick box without a name"
    if any(len(value(box, "w:alias")) > 64 for box in boxes):
        yield "a tick box with a name that Word refuses"


def room_of(section: etree._Element) -> int:
    """Return how wide a table can be on the pages of a section, in twentieths of a point."""
    size, margins = section.find("w:pgSz", NS), section.find("w:pgMar", NS)
    if size is None or margins is None:
        return 0
    sides = sum(int(margins.get(f"{W}{side}", 0)) for side in ("left", "right"))
    return int(size.get(f"{W}w", 0)) - sides


def _of_pages(word_file: WordFile) -> Iterator[str]:
    body = word_file.document.find("w:body", NS)
    if body is None or body[-1].tag != f"{W}sectPr":
        yield "the last section has no properties"
        return
    tables: list[etree._Element] = []
    for child in body:
        if child.tag == f"{W}tbl":
            tables.append(child)
        section = child if child.tag == f"{W}sectPr" else child.find("w:pPr/w:sectPr", NS)
        if section is not None:
            yield from _of_section(section, tables)
            tables = []
    for name in word_file.parts:
        if re.fullmatch(r"word/(?:document|header\d*|footer\d*)\.xml", name):
            marks = word_file.tree(name).iter(f"{W}fldChar")
            kinds = Counter(mark.get(f"{W}fldCharType") for mark in marks)
            if kinds["begin"] != kinds["end"]:
                yield f"{name}: a field without an end"


def _of_section(section: etree._Element, tables: list[etree._Element]) -> Iterator[str]:
    for table in tables:
        grid = [int(one.get(f"{W}w", 0)) for one in table.findall("w:tblGrid/w:gridCol", NS)]
        if sum(grid) > room_of(section) + _SLACK:
            yield "a table wider than its page"
    size = section.find("w:pgSz", NS)
    if size is None:
        yield "pages without a size"
        return
    is_wide = int(size.get(f"{W}w", 0)) > int(size.get(f"{W}h", 0))
    if (size.get(f"{W}orient") == "landscape") != is_wide:
        yield "pages turned otherwise than their size"


def _of_properties(word_file: WordFile) -> Iterator[str]:
    core = word_file.tree("docProps/core.xml")
    if not (core.findtext("dc:title", namespaces=NS) or "").strip():
        yield "no title"
    if core.findtext("dc:language", namespaces=NS) != "en-GB":
        yield "the properties name no language"
    styles = word_file.tree("word/styles.xml")
    language = value(styles, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if not language.startswith(("en-GB", "gd")):
        yield f"the language is {language or 'not said'}"
