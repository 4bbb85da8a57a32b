"""Accepts and rejects every tracked change of a Word file, as Word does."""

from lxml import etree

from exporters.word.package import DOCUMENT_PART, W, parts_of, zipped

Element = etree._Element


def accepted(content: bytes) -> bytes:
    """Return the Word file as it is once every tracked change is accepted."""
    return _settled(content, stays="ins", goes="del")


def rejected(content: bytes) -> bytes:
    """Return the Word file as it is once every tracked change is rejected."""
    return _settled(content, stays="del", goes="ins")


def _settled(content: bytes, *, stays: str, goes: str) -> bytes:
    parts = parts_of(content)
    root = etree.fromstring(parts[DOCUMENT_PART])
    _settle_rows(root, goes)
    _settle_paragraphs(root, stays, goes)
    for name in ("pPrChange", "tcPrChange"):
        for change in list(root.iter(f"{W}{name}")):
            _settle_look(change, is_rejected=goes == "ins")
    for name in (stays, goes):
        for mark in list(root.iter(f"{W}{name}")):
            _parent(mark).remove(mark)
    parts[DOCUMENT_PART] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return zipped(parts)


def _settle_rows(root: Element, goes: str) -> None:
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{goes}") is not None:
            _parent(row).remove(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _parent(table).remove(table)


def _settle_paragraphs(root: Element, stays: str, goes: str) -> None:
    for paragraph in list(root.iter(f"{W}p")):
        _settle_words(paragraph, stays, goes)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{goes}") is not None:
            _join_with_next(paragraph)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _settle_words(paragraph: Element, stays: str, goes: str) -> None:
    for mark in list(paragraph.iter(f"{W}{goes}")):
        if _parent(mark).tag != f"{W}rPr":
            _parent(mark).remove(mark)
    for mark in list(paragraph.iter(f"{W}{stays}")):
        parent = _parent(mark)
        if parent.tag in {f"{W}rPr", f"{W}trPr"}:
            continue
        place = parent.index(mark)
        for offset, child in enumerate(list(mark)):
            parent.insert(place + offset, child)
        parent.remove(mark)
    for text in list(paragraph.iter(f"{W}delText")):
        text.tag = f"{W}t"


def _join_with_next(paragraph: Element) -> None:
    """Put what is left of a paragraph whose end goes before what the next one says."""
    following = paragraph.getnext()
    words = [child for child in paragraph if child.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        properties = following.find(f"{W}pPr")
        place = 0 if properties is None else 1
        for offset, child in enumerate(words):
            following.insert(place + offset, child)
    else:
        assert not [child for child in words if child.tag == f"{W}r"], "words would be lost"
    _parent(paragraph).remove(paragraph)


def _settle_look(change: Element, *, is_rejected: bool) -> None:
    now = _parent(change)
    now.remove(change)
    if is_rejected:
        kept = [one for one in now if one.tag in {f"{W}rPr", f"{W}sectPr"}]
        for one in list(now):
            now.remove(one)
        now.extend(list(change[0]))
        now.extend(kept)
