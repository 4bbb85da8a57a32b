"""Adds our lists to a council's template, under free numbers, tied to its styles."""

from copy import deepcopy

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def without_lists(numbering: bytes) -> bytes:
    """Return the numbering part with no list in it."""
    head, _, _ = numbering.partition(b"<w:abstractNum ")
    return head + b"</w:numbering>"


def add_lists(numbering: Element, ours: Element) -> dict[int, int]:
    """Add our lists under free numbers; return the new number of each by its own."""
    free = free_number(numbering)
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


def free_number(numbering: Element) -> int:
    """Return a number higher than that of any list, abstract or in use."""
    values = (
        value
        for element in numbering
        for value in (element.get(W + "abstractNumId"), element.get(W + "numId"))
    )
    return 1 + max((int(value) for value in values if value and value.isdecimal()), default=0)


def _insert_list(numbering: Element, element: Element, place: int) -> None:
    """Put an abstract list after the others: Word wants all of them before the lists in use."""
    abstract = numbering.findall(W + "abstractNum")
    if abstract:
        abstract[-1].addnext(element)
    else:
        pictures = len(numbering.findall(W + "numPicBullet"))
        numbering.insert(max(place, pictures), element)


def _after_lists(numbering: Element, element: Element) -> None:
    lists = numbering.findall(W + "num") or numbering.findall(W + "abstractNum")
    lists[-1].addnext(element)


def bind_lists(numbering: Element, names: dict[str, str], lists: dict[int, int]) -> None:
    """Tie the levels of our lists to our styles, by their ids in the template."""
    added = {str(number) for number in lists.values()}
    for element in numbering.findall(W + "abstractNum"):
        if element.get(W + "abstractNumId") in added:
            for style in element.iter(W + "pStyle"):
                value = style.get(W + "val", "")
                style.set(W + "val", names.get(value, value))
