"""Our styles in a council's template: its own where it has them, else ours built upon its own."""

from copy import deepcopy

from lxml.etree import SubElement
from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPE = f"{W}type"
WELL_KNOWN = {"cover title": "title", "cover subtitle": "subtitle"}
"""Word's own styles that serve for one of ours where a template has none of the same name."""


def add_styles(
    styles: Element, ours: Element, lists: dict[int, int]
) -> tuple[dict[str, str], list[str]]:
    """Add the styles that are missing; return the ids by ours, and the names of those added.

    `lists` are the numbers of our lists in the template, by ours.
    """
    there = {_name(style).casefold(): style for style in styles.findall(W + "style")}
    taken = {style.get(W + "styleId", "") for style in there.values()}
    names: dict[str, str] = {}
    added: list[str] = []
    pointing: list[Element] = []
    for style in ours.findall(W + "style"):
        own_id = style.get(W + "styleId", "")
        same = _same(style, there)
        if same is not None and _is_counted(same) == _is_counted(style):
            names[own_id] = same.get(W + "styleId", own_id)
            continue
        names[own_id] = own_id if own_id not in taken else f"Plandesk{own_id}"
        if same is not None and _is_counted(same):
            copy = _uncounted(same)
        else:
            copy = deepcopy(style)
            pointing.append(copy)
            added.append(_name(style))
        _rename(copy, names[own_id], _name(style), there)
        styles.append(copy)
    for copy in pointing:
        _point(copy, names, lists)
    return {ours_: theirs for ours_, theirs in names.items() if ours_ != theirs}, added


def _same(ours: Element, there: dict[str, Element]) -> Element | None:
    """Return the template's style for one of ours, by its name or as Word's own one for it."""
    name = _name(ours).casefold()
    found = [there.get(name), there.get(WELL_KNOWN.get(name, ""))]
    alike = (one for one in found if one is not None and one.get(_TYPE) == ours.get(_TYPE))
    return next(alike, None)


def _is_counted(style: Element) -> bool:
    """Return whether a style is of a list: it has a number or a bullet of its own."""
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    return number is not None and number.get(W + "val") != "0"


def _uncounted(style: Element) -> Element:
    """Return a style that is as the template's own, but without the number that this one has."""
    copy = deepcopy(style)
    for child in list(copy):
        copy.remove(child)
    SubElement(copy, W + "name")
    SubElement(copy, W + "basedOn").set(W + "val", style.get(W + "styleId", ""))
    numbering = SubElement(SubElement(copy, W + "pPr"), W + "numPr")
    SubElement(numbering, W + "numId").set(W + "val", "0")
    return copy


def _point(style: Element, names: dict[str, str], lists: dict[int, int]) -> None:
    """Make a style that was added refer to the template's styles and lists."""
    for tag in ("basedOn", "next", "link"):
        for element in style.findall(W + tag):
            value = element.get(W + "val", "")
            element.set(W + "val", names.get(value, value))
    for element in style.iter(W + "numId"):
        number = int(element.get(W + "val", "0"))
        element.set(W + "val", str(lists.get(number, number)))


def _rename(style: Element, style_id: str, name: str, there: dict[str, Element]) -> None:
    """Give a style that is added an id and a name that no other has, and make it no default."""
    style.set(W + "styleId", style_id)
    if W + "default" in style.attrib:
        del style.attrib[W + "default"]
    element = style.find(W + "name")
    if element is not None:
        element.set(W + "val", f"{name} (plandesk)" if name.casefold() in there else name)


def _name(style: Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else name.get(W + "val", "")
