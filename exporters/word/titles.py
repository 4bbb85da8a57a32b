"""Titles that readers can go to: the title of a report, of a cover and of an appendix as headings.

They keep their own styles, whose looks are the council's; the level of a heading is put on the
paragraph (ISO/IEC 29500-1, 17.3.1.20), which Word's navigation, screen readers and PDFs go by.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from exporters.word.text import attribute
from plan.papers.front_pages import LONGEST_TITLE

_STYLE = '<w:pStyle w:val="{}"/>'
_LABEL, _COVER, _FRONT = map(_STYLE.format, ("AppendixLabel", "CoverTitle", "FrontTitle"))
_LINES = tuple(map(_STYLE.format, ("ReportLine", "ReportLineCapitals", "ReportCentred")))
_HEADING = '<w:pStyle w:val="SectionHeading'
_NEAR = 4_000
"""How many characters above a title its appendix's label can stand."""
_MOST_LINES = 20
_TAG = re.compile(r"<w:tab/>|<[^>]+>")
_PARAGRAPH_END = "</w:p>"


def with_titles(blocks: Sequence[str], title: str) -> list[str]:
    """Return the XML of a body's blocks in which its titles are headings.

    `title` is the document's. The title of an appendix is one level below its label. The title of
    the report is that of the cover page, else the line at its head that says it.
    """
    levels = [*_levels_of(blocks, _COVER)]
    front = [*_levels_of(blocks, _FRONT)]
    levels += front or [*_level_of_report_title(blocks, title)]
    written = [*blocks]
    for place, at, level in sorted(levels, reverse=True):
        block = written[place]
        end = _end_of_properties(block, at)
        written[place] = f'{block[:end]}<w:outlineLvl w:val="{level}"/>{block[end:]}'
    return written


def _levels_of(blocks: Sequence[str], style: str) -> Iterator[tuple[int, int, int]]:
    """Yield in which block, and where in it, a style is named, with the level of its paragraph.

    One without words has none.
    """
    for place, block in enumerate(blocks):
        for at in _places(block, style):
            if 0 < len(_words(block, at)) <= LONGEST_TITLE:
                yield place, at, int(_LABEL in _above(blocks, place, at))


def _level_of_report_title(blocks: Sequence[str], title: str) -> Iterator[tuple[int, int, int]]:
    """Yield the same for the line at the head of a report that says its title: the first level."""
    wanted = attribute(title).casefold()
    if not wanted:
        return
    lines = islice(_lines_at_head(blocks), _MOST_LINES)
    for place, at in lines:
        words = " ".join(_words(blocks[place], at).split()).casefold()
        if words.endswith(wanted) and len(words) <= LONGEST_TITLE:
            yield place, at, 0
            return


def _lines_at_head(blocks: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the lines above the first section stand; there are none without a section."""
    end = next((place for place, block in enumerate(blocks) if _HEADING in block), None)
    for place, block in enumerate(blocks[: end + 1] if end is not None else ()):
        head = block.partition(_HEADING)[0]
        for at in sorted(at for style in _LINES for at in _places(head, style)):
            yield place, at


def _places(block: str, style: str) -> Iterator[int]:
    at = block.find(style)
    while at >= 0:
        yield at
        at = block.find(style, at + len(style))


def _above(blocks: Sequence[str], place: int, at: int) -> str:
    """Return what stands closely above a place in a block."""
    above = blocks[place][:at]
    while len(above) < _NEAR and place > 0:
        place -= 1
        above = blocks[place] + above
    return above[-_NEAR:]


def _words(block: str, at: int) -> str:
    """Return the words of the paragraph whose style is named at a place, escaped as they are."""
    return _TAG.sub(lambda tag: " " if tag[0] == "<w:tab/>" else "", _rest(block, at)).strip()


def _rest(block: str, at: int) -> str:
    return block[at : block.index(_PARAGRAPH_END, at)]


def _end_of_properties(block: str, at: int) -> int:
    """Return where a level stands: last in a paragraph's properties, but for a section's end."""
    end = block.index("</w:pPr>", at)
    section = block.find("<w:sectPr", at, end)
    return section if section >= 0 else end
