"""A council's own template made ready: what it lacks of styles and lists comes from ours."""

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from exporters.word.council_lists import add_lists, bind_lists, free_number, without_lists
from exporters.word.council_styles import add_styles
from exporters.word.house import PLACEHOLDER, House
from exporters.word.package import (
    NUMBERING_PART,
    PROPERTIES_PART,
    parts_of,
    template,
    with_part,
    zipped,
)
from exporters.word.pouring import is_misplaced
from exporters.word.template_file import TemplateError, template_parts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES_PART = "word/styles.xml"
LANGUAGE = "en-GB"
_MOST_NAMED = 6
"""Missing styles that are named one by one."""

_FOOTER = re.compile(r"word/footer\d*\.xml")
_SAYS_SOMETHING = re.compile(rb"<w:t[ >][^<]|<w:fldChar|<w:fldSimple|<w:drawing|<w:pict|<w:tbl>")
_PAGE_NUMBER = re.compile(rb"\bPAGE\b")


def council_template(path: Path) -> House:
    """Return a council's template with a style for every role and our lists in it.

    A style of ours is its style of the same name, where it has one; all others are added, built
    upon its own. Everything else in it stays. Raises TemplateError.
    """
    from lxml import etree

    parts = template_parts(path)
    ours = parts_of(template())
    for name, part in (
        (NUMBERING_PART, without_lists(ours[NUMBERING_PART])),
        (PROPERTIES_PART, ours[PROPERTIES_PART]),
    ):
        parts = parts if name in parts else with_part(parts, name, part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        styles = etree.fromstring(parts[STYLES_PART], parser)
        numbering = etree.fromstring(parts[NUMBERING_PART], parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(path, "its styles cannot be read") from error
    lists = add_lists(numbering, etree.fromstring(ours[NUMBERING_PART]))
    names, added = add_styles(styles, etree.fromstring(ours[STYLES_PART]), lists)
    bind_lists(numbering, names, lists)
    _set_language(styles)
    parts[STYLES_PART] = etree.tostring(styles, xml_declaration=True, encoding="UTF-8")
    parts[NUMBERING_PART] = etree.tostring(numbering, xml_declaration=True, encoding="UTF-8")
    footers = [part for name, part in parts.items() if _FOOTER.fullmatch(name)]
    package = zipped(parts)
    remarks = (*_remarks(path, added, footers), *_tried(package, path))
    return House(
        package,
        names,
        lists,
        remarks,
        is_councils=True,
        has_footer=any(map(_SAYS_SOMETHING.search, footers)),
        first_list=free_number(numbering),
    )


def _set_language(styles: "Element") -> None:
    """Say that the paper is in British English, unless the council's template is, or in Gaelic."""
    from lxml.etree import SubElement

    place = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = place.find(W + name)
        if found is None:
            found = SubElement(place, W + name)
            if name in ("docDefaults", "rPrDefault"):
                place.insert(0, found)
        place = found
    if not place.get(W + "val", "").startswith((LANGUAGE, "gd")):
        place.set(W + "val", LANGUAGE)


def _tried(package: bytes, path: Path) -> list[str]:
    """Open the template as it will be opened to write, and return what is to be said of it.

    Raises TemplateError where it cannot be opened.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(BytesIO(package))
        is_whole = bool(document.sections) and document.part.numbering_part is not None
    except (OpcError, XMLSyntaxError, BadZipFile, KeyError, ValueError, AttributeError) as error:
        raise _damaged(path, "not all of its parts can be read") from error
    if not is_whole:
        raise _damaged(path, "its pages have no size")
    if is_misplaced(document):
        where = f"In the template {path.name}, {PLACEHOLDER} stands in no paragraph of its own"
        return [f"{where}: the paper was put at the end."]
    return []


def _damaged(path: Path, why: str) -> TemplateError:
    return TemplateError(
        f"The template {path.name} is damaged: {why}. Nothing was written and the plan is as it "
        "was. Open it in Word and save it again, or write the paper without a template."
    )


def _remarks(path: Path, added: list[str], footers: list[bytes]) -> list[str]:
    """Return in sentences what the template lacks."""
    remarks: list[str] = []
    if added:
        named = ", ".join(f"“{name}”" for name in added[:_MOST_NAMED])
        more = f" and {len(added) - _MOST_NAMED} more" if len(added) > _MOST_NAMED else ""
        lacks = f"The template {path.name} has no style {named}{more}"
        remarks.append(f"{lacks}: plandesk's own are used.")
    if any(map(_SAYS_SOMETHING.search, footers)) and not any(map(_PAGE_NUMBER.search, footers)):
        remarks.append(
            f"The footer of the template {path.name} has no page numbers, and was left as it is."
        )
    return remarks
