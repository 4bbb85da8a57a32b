"""Gives a council's template a style for every role: its own of that name, or ours."""

from copy import deepcopy

from lxml.etree import SubElement
from lxml.etree import _Element as Element

from exporters.word.package import W

_TYPE, _CUSTOM = f"{W}type", f"{W}customStyle"
WELL_KNOWN = {"cover title": "title", "cover subtitle": "subtitle"}
"""Word's own styles used for two of ours where a template has no style of the same name."""


def add_styles(
    styles: Element, ours: Element, lists: dict[int, int]
) -> tuple[dict[str, str], list[str]]:
    """Add the missing styles; return the ids in the template by ours, and the names of those added.

    `lists` has the numbers of our lists in the template, by our own numbers.
    """
    there = {_name(style).casefold(): style for style in styles.findall(W + "style")}
    taken = {style.get(W + "styleId", "") for style in there.values()}
    names: dict[str, str] = {}
    added: list[str] = []
    pointing: list[Element] = []
    for style in ours.findall(W + "style"):
        own_id = style.get(W + "styleId", "")
        same = _same(style, there)
        if same is not None and _has_number(same) == _has_number(style):
            names[own_id] = same.get(W + "styleId", own_id)
            continue
        names[own_id] = own_id if own_id not in taken else f"Plandesk{own_id}"
        if same is not None and _has_number(same):
            copy = _without_number(same)
        else:
            copy = deepcopy(style)
            pointing.append(copy)
            added.append(_name(style))
        _rename(copy, names[own_id], _name(style), there)
        if copy.get(_CUSTOM) is None and _name(copy) != _name(style):
            copy.set(_CUSTOM, "1")
        styles.append(copy)
    for copy in pointing:
        _point_to_template(copy, names, lists)
    return {ours_: theirs for ours_, theirs in names.items() if ours_ != theirs}, added


def _same(ours: Element, there: dict[str, Element]) -> Element | None:
    """Return the template's style of the same name as ours, or Word's own style used for it."""
    name = _name(ours).casefold()
    found = [there.get(name), there.get(WELL_KNOWN.get(name, ""))]
    alike = (one for one in found if one is not None and one.get(_TYPE) == ours.get(_TYPE))
    return next(alike, None)


def _has_number(style: Element) -> bool:
    """Return whether paragraphs in a style are numbered or bulleted by it."""
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    return number is not None and number.get(W + "val") != "0"


def _without_number(style: Element) -> Element:
    """Return a style based on one of the template's, with its number or bullet switched off."""
    copy = deepcopy(style)
    copy.set(_CUSTOM, "1")  # it gets a name that Word does not know
    for child in list(copy):
        copy.remove(child)
    SubElement(copy, W + "name")
    SubElement(copy, W + "basedOn").set(W + "val", style.get(W + "styleId", ""))
    numbering = SubElement(SubElement(copy, W + "pPr"), W + "numPr")
    SubElement(numbering, W + "numId").set(W + "val", "0")
    return copy


def _point_to_template(style: Element, names: dict[str, str], lists: dict[int, int]) -> None:
    """Point an added style at the template's styles and lists."""
    for tag in ("basedOn", "next", "link"):
        for element in style.findall(W + tag):
            value = element.get(W + "val", "")
            element.set(W + "val", names.get(value, value))
    for element in style.iter(W + "numId"):
        number = int(element.get(W + "val", "0"))
        element.set(W + "val", str(lists.get(number, number)))


def _rename(style: Element, style_id: str, name: str, there: dict[str, Element]) -> None:
    """Give an added style an id and a name that no other has, and see that it is no default."""
    style.set(W + "styleId", style_id)
    if W + "default" in style.attrib:
        del style.attrib[W + "default"]
    element = style.find(W + "name")
    if element is not None:
        element.set(W + "val", f"{name} (plandesk)" if name.casefold() in there else name)


def _name(style: Element) -> str:
    name = style.find(W + "name")
    return "" if name is None else name.get(W + "val", "")
