"""The template to start from: a Word file with every style, each told in a line in that style.

The lines stand in a content control that is tagged as a guide. It never becomes part of a paper, so
that the file can be used unchanged; text that an officer adds outside it is the template's own.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO

import docx
from lxml import etree

from exporters.word.captions import STYLE_ID as CAPTION
from exporters.word.captions import with_captions
from exporters.word.package import (
    DOCUMENT_PART,
    PROPERTIES_PART,
    STYLES_PART,
    W,
    packaged_template,
    parts_of,
    zipped,
)
from exporters.word.sections import write_footer
from exporters.word.template_body import GUIDE_TAG
from exporters.word.text import attribute, run_xml
from exporters.word.word_template import PLACEHOLDER
from plan.papers.blocks import Section, Text

TITLE = "Template for plandesk's papers"
_ABOUT = f"""\
plandesk wrote this file to start from, with a style for each part of its papers. Put the \
council's letterhead into the header and the footer, change the styles (Home, Styles, right click, \
Modify), save the file, and name it when you export.
What stands in this box is never printed; you may delete it. Text that you write outside it is \
left out too, unless you keep it when you export, or say where the paper goes.
To say where the paper goes, write {PLACEHOLDER} in a paragraph by itself, outside this box: \
what stands above it is printed before the paper, what stands below it after the paper.
A style that you delete is replaced by plandesk's own, which is based on the usual text and \
headings of this file. The papers are on A4, with the margins of this page. The footer has page \
numbers, which you may move; where you empty it, plandesk writes page numbers into it."""

PURPOSES: Mapping[str, str] = {
    "Normal": "what all others are based on: the council's font, its size and the line spacing.",
    "BodyText": "a paragraph of a report that has no number, and of an appendix in prose.",
    "BodyTextContinued": "what goes on below it and belongs to it, such as below a list.",
    "Heading1": "a heading of the first level, such as a part of an appendix.",
    "Heading2": "a heading of the second level: an aim of the plan, a part of a form.",
    "Heading3": "a heading of the third level: an action in a format of cards, or below a part.",
    "AppendixLabel": "“Appendix 1”, at the top of an appendix.",
    "CoverTitle": "the title of the plan, at the head of it.",
    "CoverSubtitle": "the line below the title of the plan.",
    "CoverDate": "the date of the plan.",
    "ListBullet": "an item of a list in the report or the plan.",
    "NumberedText": "what goes on below a numbered paragraph, as far in as its words.",
    "NumberedBullet": "an item of a list below a numbered paragraph, as far in as its words.",
    "ReportItem": "the item's number on the agenda, at the top of the report.",
    "ReportLine": "a line at the head of the report, such as “Report to:”.",
    "ReportLineCapitals": "the same in a format that prints it in capitals.",
    "ReportCentred": "a line in the middle of the page, such as the report's title.",
    "SectionHeading": "the heading of a section of the report, with its number.",
    "SectionHeadingCapitals": "the same in a format that prints it in capitals.",
    "NumberedParagraph": "a numbered paragraph of the report, and a recommendation.",
    "Caption": "the line above a table, such as “Table 1”; Word has this style itself.",
    "Signatory": "the name of who signs the report.",
    "SignatoryPost": "the post of who signs the report, and the date.",
    "FormTitle": "the title of a form, such as an equality impact assessment.",
    "FormTitleCapitals": "the same in a format that prints it in capitals.",
    "FormQuestion": "a question of a form, with its number where it has one.",
    "FormHelp": "the help below a question.",
    "FormHelpNumbered": "the help below a question with a number, as far in as its words.",
    "FormAnswer": "an answer.",
    "FormBullet": "an item of a list in an answer.",
    "FormHeader": "a heading in a table of a form.",
    "FormMark": "a tick box in a table of a form.",
    "FrontTitle": "the title on a cover page.",
    "FrontLine": "a line on a cover page, such as the committee and its date.",
    "ContentsTitle": "the heading of the table of contents.",
    "TOC1": "an entry of the table of contents; Word has this style itself.",
    "TOC2": "an entry of the second level there.",
    "TOC3": "an entry of the third level there.",
    "PlanHeader": "a heading of a column of the plan.",
    "PlanCell": "a text in the plan's table: its size is that of the table.",
    "PlanItem": "an item of a list without bullets there: its further lines stand further in.",
    "PlanBullet": "an item of a list in the plan's table.",
    "ProgressDate": "the date and the status above a progress note.",
    "Footer": "the line with the page numbers, in a footer of plandesk's too.",
    "PlanTable": "the lines of every table, and the space round the words of a cell.",
    "SectionEnd": "the space between two tables, too low to be seen: leave it as it is.",
}
"""What each style of our template is for, in the order in which the starter tells them."""
_IN_TABLE = ("PlanCell", "PlanItem", "PlanBullet", "ProgressDate", "FormHeader", "FormMark")
_TOLD_PLAINLY = ("PlanHeader", "PlanTable", "SectionEnd")
"""Styles that show elsewhere on the page, or would make their own line unreadable."""
_FOOTER = "Page {page} of {pages}"
"""What the formats that plandesk brings print below every page."""
_WIDTHS = (2835, 6236)
"""Twentieths of a point: as wide as the page between its margins."""


def starter_template() -> bytes:
    """Return the template to start from, as a Word file; always the same bytes."""
    parts = parts_of(packaged_template())
    names = style_names()
    body = "".join(
        (
            _line("Heading1", "How to use this template"),
            *(_line("BodyText", text) for text in _ABOUT.splitlines()),
            _line("Heading2", "The styles"),
            *(
                _told(style, names)
                for style in PURPOSES
                if style not in (*_IN_TABLE, *_TOLD_PLAINLY)
            ),
            _table(names),
            *(_line("BodyText", f"{names[one]}: {PURPOSES[one]}") for one in _TOLD_PLAINLY),
        )
    )
    guide = (
        f'<w:sdt><w:sdtPr><w:alias w:val="Guide, never printed"/><w:tag w:val="{GUIDE_TAG}"/>'
        f'<w:id w:val="1"/></w:sdtPr><w:sdtContent>{body}</w:sdtContent></w:sdt>'
    )
    guide, parts[STYLES_PART] = with_captions(guide, parts[STYLES_PART])
    head, start, tail = parts[DOCUMENT_PART].partition(b"<w:body>")
    parts[DOCUMENT_PART] = head + start + guide.encode() + tail
    title = f"<dc:title>{attribute(TITLE)}</dc:title><dc:language>".encode()
    parts[PROPERTIES_PART] = parts[PROPERTIES_PART].replace(b"<dc:language>", title)
    return _with_page_numbers(zipped(parts))


def _with_page_numbers(package: bytes) -> bytes:
    """Return a Word file with the footer that our own pages have, so that it is whole by itself."""
    word = docx.Document(BytesIO(package))
    write_footer(word.sections[0], Section((), footer=_FOOTER), "Footer")
    stream = BytesIO()
    word.save(stream)
    return zipped(parts_of(stream.getvalue()))


def style_names() -> dict[str, str]:
    """Return the names of the styles of our template by their ids, as Word lists them."""
    styles = etree.fromstring(parts_of(packaged_template())[STYLES_PART])
    found = {
        style.get(W + "styleId", ""): name.get(W + "val", "")
        for style in styles.findall(W + "style")
        if (name := style.find(W + "name")) is not None
    }
    words = {**found, CAPTION: "caption"}
    return {one: name[:1].upper() + name[1:] for one, name in words.items()}


def _told(style: str, names: Mapping[str, str]) -> str:
    return _line(style, f"{names[style]}: {PURPOSES[style]}")


def _line(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run_xml(Text(text))}</w:p>'


def _table(names: Mapping[str, str]) -> str:
    """Return the table of the styles that stand in tables, in the style of tables."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    header = _row(
        (_line("PlanHeader", "Style"), _line("PlanHeader", "What it is for")), "tblHeader"
    )
    rows = (
        _row((_line("PlanCell", names[style]), _line(style, PURPOSES[style])))
        for style in _IN_TABLE
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="{sum(_WIDTHS)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        '<w:tblCaption w:val="Styles in tables"/><w:tblDescription w:val="Each style that stands '
        f'in tables, with what it is for."/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{header}'
        f"{''.join(rows)}</w:tbl>"
    )


def _row(cells: Sequence[str], kind: str = "") -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{f'<w:{kind}/>' if kind else ''}</w:trPr>{written}</w:tr>"
