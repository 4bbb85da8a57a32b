"""What Word itself says of an answer: a date picker, a list of words to choose from.

Such a control is certain where a rule by words would guess. It is known by the label that stands
before it, or by the heading of its column.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element as Element

from importers.plan.headings import normalised
from importers.word.names import W
from importers.word.package import Package
from plan.text.clean import clean_line

_LISTS = (W + "dropDownList", W + "comboBox")
_VALUE = W + "value"
_MOST_WORDS = 50
_LONGEST_WORD = 60


class Control(NamedTuple):
    """What a control lets be entered: a "date", or a "choice" of words."""

    kind: str
    words: tuple[str, ...] = ()


def controls_in(package: Package) -> dict[str, Control]:
    """Return the controls of a Word file by what the label before each says."""
    found: dict[str, Control] = {}
    body = package.document.find(W + "body")
    for element in body.iter(W + "sdt") if body is not None else ():
        control = _control_of(element)
        if control is None:
            continue
        for label in _labels_of(element):
            found.setdefault(normalised(label), control)
    found.pop("", None)
    return found


def control_at(controls: Mapping[str, Control], label: str) -> Control | None:
    """Return the control behind a label, None where there is none."""
    return controls.get(normalised(label))


def _control_of(element: Element) -> Control | None:
    properties = element.find(W + "sdtPr")
    if properties is None:
        return None
    if properties.find(W + "date") is not None:
        return Control("date")
    for tag in _LISTS:
        listed = properties.find(tag)
        if listed is None:
            continue
        items = (item.get(W + "displayText") or item.get(_VALUE) or "" for item in listed)
        words = [clean_line(item) for item in items]
        values = [item.get(_VALUE) or "" for item in listed]
        kept = [word for word, value in zip(words, values, strict=True) if word and value]
        named = list(dict.fromkeys(word for word in kept if len(word) <= _LONGEST_WORD))
        return Control("choice", tuple(named[:_MOST_WORDS])) if named else None
    return None


def _labels_of(element: Element) -> Iterator[str]:
    """Yield what stands before a control: in its paragraph, its row, above its column."""
    paragraph = next(element.iterancestors(W + "p"), None)
    if paragraph is not None and (before := _text_before(paragraph, element)):
        yield before
    row = next(element.iterancestors(W + "tr"), None)
    if row is None:
        return
    cells = list(row.iter(W + "tc"))
    own = next(element.iterancestors(W + "tc"), None)
    own = next(element.iter(W + "tc"), None) if own is None else own
    place = cells.index(own) if own is not None and own in cells else 0
    for cell in reversed(cells[:place]):
        if text := _text_of(cell):
            yield text.split("\n")[0]
            break
    table = next(row.iterancestors(W + "tbl"), None)
    first = next(table.iter(W + "tr"), None) if table is not None else None
    above = list(first.iter(W + "tc")) if first is not None and first is not row else []
    if place < len(above):
        yield _text_of(above[place])


def _text_before(paragraph: Element, element: Element) -> str:
    said: list[str] = []
    for piece in paragraph.iter():
        if piece is element:
            break
        if piece.tag == W + "t":
            said.append(piece.text or "")
    return clean_line("".join(said))


def _text_of(cell: Element) -> str:
    lines = (
        "".join(piece.text or "" for piece in paragraph.iter(W + "t"))
        for paragraph in cell.iter(W + "p")
    )
    return "\n".join(filter(None, map(clean_line, lines)))
