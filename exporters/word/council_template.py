"""A council's own template made ready: what it lacks of styles and lists comes from ours."""

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING

from exporters.word.house import House
from exporters.word.package import NUMBERING_PART, parts_of, template, with_part, zipped
from exporters.word.template_file import TemplateError, template_parts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES_PART = "word/styles.xml"
_MOST_NAMED = 6
"""Missing styles that are named one by one."""


def council_template(path: Path) -> House:
    """Return a council's template with a style for every role and our lists in it.

    A style of ours is its style of the same name, where it has one; all others are added, built
    upon its own. Everything else in it stays. Raises TemplateError.
    """
    from lxml import etree

    parts = template_parts(path)
    ours = parts_of(template())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        styles = etree.fromstring(parts[STYLES_PART], parser)
        if NUMBERING_PART not in parts:
            parts = with_part(parts, NUMBERING_PART, _without_lists(ours[NUMBERING_PART]))
        numbering = etree.fromstring(parts[NUMBERING_PART], parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            f"The template {path.name} is damaged: its styles cannot be read. Nothing was written "
            "and the plan is as it was. Open it in Word and save it again, or use none."
        ) from error
    lists = _add_lists(numbering, etree.fromstring(ours[NUMBERING_PART]))
    names, added = _add_styles(styles, etree.fromstring(ours[STYLES_PART]), lists)
    _bind_lists(numbering, names, lists)
    parts[STYLES_PART] = etree.tostring(styles, xml_declaration=True, encoding="UTF-8")
    parts[NUMBERING_PART] = etree.tostring(numbering, xml_declaration=True, encoding="UTF-8")
    return House(
        zipped(parts),
        names,
        lists,
        tuple(_remarks(path, added)),
        is_councils=True,
        first_list=_free_number(numbering),
    )


def _without_lists(numbering: bytes) -> bytes:
    head, _, _ = numbering.partition(b"<w:abstractNum ")
    return head + b"</w:numbering>"


def _add_lists(numbering: "Element", ours: "Element") -> dict[int, int]:
    """Add our lists with numbers that are free; return theirs by ours."""
    free = _free_number(numbering)
    numbers: dict[int, int] = {}
    place = len(numbering.findall(W + "abstractNum"))
    for offset, element in enumerate(ours.findall(W + "abstractNum")):
        copy = deepcopy(element)
        number = int(element.get(W + "abstractNumId", "0"))
        numbers[number] = free + offset
        copy.set(W + "abstractNumId", str(numbers[number]))
        _insert_list(numbering, copy, place + offset)
    for element in ours.findall(W + "num"):
        copy = deepcopy(element)
        abstract = copy.find(W + "abstractNumId")
        if abstract is not None:
            abstract.set(W + "val", str(numbers[int(abstract.get(W + "val", "0"))]))
        copy.set(W + "numId", str(numbers[int(element.get(W + "numId", "0"))]))
        _after_lists(numbering, copy)
    return numbers


def _free_number(numbering: "Element") -> int:
    """Return a number above those of all lists, abstract or in use."""
    values = (
        value
        for element in numbering
        for value in (element.get(W + "abstractNumId"), element.get(W + "numId"))
    )
    return 1 + max((int(value) for value in values if value and value.isdecimal()), default=0)


def _insert_list(numbering: "Element", element: "Element", place: int) -> None:
    """Put an abstract list behind those there are: all of them stand before the lists in use."""
    abstract = numbering.findall(W + "abstractNum")
    if abstract:
        abstract[-1].addnext(element)
    else:
        pictures = len(numbering.findall(W + "numPicBullet"))
        numbering.insert(max(place, pictures), element)


def _after_lists(numbering: "Element", element: "Element") -> None:
    lists = numbering.findall(W + "num") or numbering.findall(W + "abstractNum")
    lists[-1].addnext(element)


def _add_styles(
    styles: "Element", ours: "Element", lists: dict[int, int]
) -> tuple[dict[str, str], list[str]]:
    """Add the styles that are missing; return the ids by ours, and the names of those added."""
    there = {_name(style).casefold(): style for style in styles.findall(W + "style")}
    taken = {style.get(W + "styleId", "") for style in there.values()}
    names: dict[str, str] = {}
    added: list[str] = []
    copies: list[Element] = []
    for style in ours.findall(W + "style"):
        own_id = style.get(W + "styleId", "")
        same = there.get(_name(style).casefold())
        if same is not None and _is_alike(same, style):
            names[own_id] = same.get(W + "styleId", own_id)
            continue
        new_id = own_id if own_id not in taken else f"Plandesk{own_id}"
        names[own_id] = new_id
        copy = deepcopy(style)
        copy.set(W + "styleId", new_id)
        if W + "default" in copy.attrib:
            del copy.attrib[W + "default"]
        if same is not None:
            _rename(copy, f"{_name(style)} (plandesk)")
        copies.append(copy)
        added.append(_name(style))
    for copy in copies:
        _point(copy, names, lists)
        styles.append(copy)
    return {ours_: theirs for ours_, theirs in names.items() if ours_ != theirs}, added


def _point(style: "Element", names: dict[str, str], lists: dict[int, int]) -> None:
    """Make a style that was added refer to the template's styles and lists."""
    for tag in ("basedOn", "next", "link"):
        for element in style.findall(W + tag):
            value = element.get(W + "val", "")
            element.set(W + "val", names.get(value, value))
    for element in style.iter(W + "numId"):
        element.set(W + "val", str(lists[int(element.get(W + "val", "0"))]))


def _bind_lists(numbering: "Element", names: dict[str, str], lists: dict[int, int]) -> None:
    """Bind the levels of our lists to the styles as the template calls them."""
    added = {str(number) for number in lists.values()}
    for element in numbering.findall(W + "abstractNum"):
        if element.get(W + "abstractNumId") in added:
            for style in element.iter(W + "pStyle"):
                value = style.get(W + "val", "")
                style.set(W + "val", names.get(value, value))


def _is_alike(theirs: "Element", ours: "Element") -> bool:
    """Return whether a style of the same name can stand for ours: a list's only for a list's."""
    if theirs.get(W + "type") != ours.get(W + "type"):
        return False
    numbering = f"{W}pPr/{W}numPr"
    return ours.find(numbering) is None or theirs.find(numbering) is not None


def _rename(style: "Element", name: str) -> None:
    element = style.find(W + "name")
    if element is not None:
        element.set(W + "val", name)


def _name(style: "Element") -> str:
    name = style.find(W + "name")
    return "" if name is None else name.get(W + "val", "")


def _remarks(path: Path, added: list[str]) -> list[str]:
    if not added:
        return []
    named = ", ".join(f"“{name}”" for name in added[:_MOST_NAMED])
    more = f" and {len(added) - _MOST_NAMED} more" if len(added) > _MOST_NAMED else ""
    return [f"The template {path.name} has no style {named}{more}: plandesk's own are used."]
