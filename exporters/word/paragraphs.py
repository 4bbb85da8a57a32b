"""Paragraphs as Word XML: each in the style of its role, bullets and numbers as real lists."""

from exporters.word.list_numbers import ListNumbers
from exporters.word.styles import DEEPEST_LEVEL, NUMBERING_OF, style_below
from exporters.word.text import run_xml, tick_box_xml
from plan.papers.blocks import Paragraph, Text


def paragraph_xml(
    paragraph: Paragraph,
    list_numbers: ListNumbers,
    *,
    above: Paragraph | None = None,
    keep: bool = False,
    section: str = "",
    ink: str = "",
) -> str:
    """Return a paragraph as XML; `list_numbers` numbers its tick boxes and its question.

    `above` is the nearest paragraph above that is no bullet, `keep` keeps it on the page of the
    next one, `section` is the XML that ends a section of pages with it, `ink` the colour of text.
    """
    inlines = "".join(
        run_xml(inline, ink)
        if isinstance(inline, Text)
        else tick_box_xml(inline, list_numbers.next_box())
        for inline in paragraph.inlines
    )
    number = ""
    if paragraph.label and paragraph.role == "form-question":
        number, typed = _question_number(paragraph.label, list_numbers)
        inlines = typed + inlines
    kept = "<w:keepNext/>" if keep else ""
    style = style_below(paragraph, above)
    properties = f'<w:pStyle w:val="{style}"/>{kept}{number}{_level_xml(paragraph, style)}{section}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inlines}</w:p>"


def _question_number(label: str, list_numbers: ListNumbers) -> tuple[str, str]:
    """Return the XML that has Word number a question, and the number typed where Word cannot."""
    list_id = list_numbers.list_of(label)
    if list_id is None:
        return "", run_xml(Text(f"{label} "))
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>', ""


def _level_xml(paragraph: Paragraph, style: str) -> str:
    level = min(paragraph.bullet or 0, DEEPEST_LEVEL)
    if level == 0:
        return ""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING_OF[style]}"/></w:numPr>'
