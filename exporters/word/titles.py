"""Titles that readers can go to: the title of a report, of a cover and of an appendix as headings.

They keep their own styles, whose looks are the council's; the level of a heading is put on the
paragraph (ISO/IEC 29500-1, 17.3.1.20), which Word's navigation, screen readers and PDFs go by.
"""

import re

from exporters.word.text import attribute

_STYLE = '<w:pStyle w:val="{}"/>'
_LABEL, _COVER, _FRONT = map(_STYLE.format, ("AppendixLabel", "CoverTitle", "FrontTitle"))
_LINES = tuple(map(_STYLE.format, ("ReportLine", "ReportLineCapitals", "ReportCentred")))
_HEADING = '<w:pStyle w:val="SectionHeading'
LONGEST = 200
"""Characters of a title that is made a heading: who hears a longer one has lost its beginning."""
_NEAR = 4_000
"""How many characters above a title its appendix's label can stand."""
_MOST_LINES = 20
_TAG = re.compile(r"<w:tab/>|<[^>]+>")
_PARAGRAPH_END = "</w:p>"


def with_titles(body: str, title: str) -> str:
    """Return the XML of a body in which its titles are headings; `title` is the document's.

    The title of an appendix is one level below its label. The title of the report is that of the
    cover page, else the line at its head that says it.
    """
    body = _with_levels(body, _COVER)
    if _FRONT in body:
        return _with_levels(body, _FRONT)
    return _with_report_title(body, title)


def _with_levels(body: str, style: str) -> str:
    """Give every paragraph of a style its level; one without words gets none."""
    at = body.find(style)
    while at >= 0:
        if 0 < len(_words(body, at)) <= LONGEST:
            level = 1 if _LABEL in body[max(0, at - _NEAR) : at] else 0
            body = _with_level(body, at, level)
        at = body.find(style, at + len(style))
    return body


def _with_report_title(body: str, title: str) -> str:
    """Give the line at the head of a report that says its title the first level."""
    wanted = attribute(title).casefold()
    head = body.find(_HEADING)
    if not wanted or head < 0:
        return body
    places = sorted(
        found.start() for style in _LINES for found in re.finditer(re.escape(style), body[:head])
    )
    for at in places[:_MOST_LINES]:
        words = " ".join(_words(body, at).split()).casefold()
        if words.endswith(wanted) and len(words) <= LONGEST:
            return _with_level(body, at, 0)
    return body


def _words(body: str, at: int) -> str:
    """Return the words of the paragraph whose style is named at a place, escaped as they are."""
    return _TAG.sub(lambda tag: " " if tag[0] == "<w:tab/>" else "", _rest(body, at)).strip()


def _rest(body: str, at: int) -> str:
    return body[at : body.index(_PARAGRAPH_END, at)]


def _with_level(body: str, at: int, level: int) -> str:
    """Put a level at the end of a paragraph's properties, before the end of a section."""
    end = body.index("</w:pPr>", at)
    section = body.find("<w:sectPr", at, end)
    place = section if section >= 0 else end
    return f'{body[:place]}<w:outlineLvl w:val="{level}"/>{body[place:]}'
