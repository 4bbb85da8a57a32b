"""The numbers of a report's sections and paragraphs: Word counts them, in the council's pattern."""

import re

from exporters.word.text import attribute


def numbered_as(numbering: bytes, patterns: tuple[str, ...], list_id: int) -> bytes:
    """Return the part of numberings with the report's in the council's patterns, level by level.

    `list_id` is the number of the report's abstract list. "{1}.0" is Word's "%1.0"; a percent sign
    of the council's own stays one.
    """
    text = numbering.decode()
    match = re.search(
        rf'<w:abstractNum [^>]*w:abstractNumId="{list_id}".*?</w:abstractNum>',
        text,
        re.DOTALL,
    )
    if match is None:
        return numbering
    list_xml = match[0]
    for level, pattern in enumerate(patterns):
        list_xml = _with_level(list_xml, level, re.sub(r"\{(\d)\}", r"%\1", pattern))
    return (text[: match.start()] + list_xml + text[match.end() :]).encode()


def _with_level(list_xml: str, level: int, words: str) -> str:
    """Return a list's XML with the words of one level put in the place of those it has."""
    start = list_xml.index(f'<w:lvl w:ilvl="{level}"')
    before = r'<w:lvlText w:val="[^"]*"'
    written = f'<w:lvlText w:val="{attribute(words)}"'
    return list_xml[:start] + re.sub(before, lambda _: written, list_xml[start:], count=1)
