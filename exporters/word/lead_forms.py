"""The form of a lead as a Word file: what the lead writes stands in controls that say of what.

A bookmark in each table says it too, for programs that drop what the controls say.
"""

from lxml import etree

from exporters.word.document import word_file_of
from exporters.word.package import DOCUMENT_PART, W, parts_of, zipped
from exporters.word.word_template import WordTemplate
from plan.papers.lead_form import ASKED, TO_WRITE, LeadForm, bookmark_of

TAG = "plandesk-"
"""How the tag of a control begins that says of which action it is."""
_TABLE, _ROW, _CELL = (W + name for name in ("tbl", "tr", "tc"))

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type


def lead_form_file(
    form: LeadForm, *, author: str = "", template: WordTemplate | None = None
) -> bytes:
    """Return the form as the bytes of a Word file."""
    parts = parts_of(word_file_of(form.document, author=author, template=template))
    root = etree.fromstring(parts[DOCUMENT_PART])
    numbers = iter(range(1, 10_000_000))
    taken = {one.get(W + "val") for one in root.iter(W + "id")}
    marks = iter(range(_highest_bookmark(root) + 1, 10_000_000))
    for table, key in zip(root.iter(_TABLE), form.keys, strict=True):
        _put_bookmark(table, bookmark_of(key), next(marks))
        for label, row in zip(ASKED, list(table.iter(_ROW))[-len(ASKED) :], strict=True):
            number = next(one for one in numbers if str(one) not in taken)
            _put_in_control(row, label, f"{TAG}{key}-{label.lower()}", number)
    parts[DOCUMENT_PART] = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return zipped(parts)


def _highest_bookmark(root: Element) -> int:
    numbers = (one.get(W + "id") or "" for one in root.iter(W + "bookmarkStart"))
    return max((int(one) for one in numbers if one.isdecimal()), default=0)


def _put_bookmark(table: Element, name: str, number: int) -> None:
    """Put a bookmark round what stands in the last cell of a table's first row."""
    paragraph = next(list(next(table.iter(_ROW)).iter(_CELL))[-1].iter(W + "p"))
    start, end = (etree.Element(f"{W}bookmark{side}") for side in ("Start", "End"))
    for one in (start, end):
        one.set(W + "id", str(number))
    start.set(W + "name", name)
    properties = paragraph.find(W + "pPr")
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)


def _put_in_control(row: Element, label: str, tag: str, number: int) -> None:
    """Put a control to write in, with a title and a tag, into a row's last cell."""
    (paragraph,) = list(row.iter(_CELL))[-1].iter(W + "p")
    control = etree.SubElement(paragraph, W + "sdt")
    properties = etree.SubElement(control, W + "sdtPr")
    for name, value in (("alias", label), ("tag", tag), ("id", str(number))):
        etree.SubElement(properties, W + name).set(W + "val", value)
    etree.SubElement(properties, W + "showingPlcHdr")
    etree.SubElement(properties, W + "text").set(W + "multiLine", "1")
    run = etree.SubElement(etree.SubElement(control, W + "sdtContent"), W + "r")
    etree.SubElement(run, W + "t").text = TO_WRITE[label]
