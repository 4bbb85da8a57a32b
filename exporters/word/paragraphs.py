"""Paragraphs as Word XML: each in the style of its role, bullets and numbers as real lists."""

from exporters.word.counting import Counting
from exporters.word.styles import DEEPEST_LEVEL, NUMBERING_OF, style_of
from exporters.word.text import run_xml
from exporters.word.tick_boxes import tick_box_xml
from plan.blocks import Paragraph, Text


def paragraph_xml(paragraph: Paragraph, counting: Counting, section: str = "") -> str:
    """Return a paragraph; `counting` numbers its tick boxes, `section` ends a section of pages."""
    inlines = "".join(
        run_xml(inline) if isinstance(inline, Text) else tick_box_xml(inline, counting.next_box())
        for inline in paragraph.inlines
    )
    if paragraph.label and paragraph.role == "form-question":
        return _question_xml(paragraph, counting, inlines)
    return f"<w:p><w:pPr>{_style_xml(paragraph)}{section}</w:pPr>{inlines}</w:p>"


def _question_xml(paragraph: Paragraph, counting: Counting, inlines: str) -> str:
    """Return a question with its number, which Word counts, or which is typed if it cannot."""
    list_id = counting.list_of(paragraph.label)
    if list_id is None:
        label = run_xml(Text(f"{paragraph.label} "))
        return f"<w:p><w:pPr>{_style_xml(paragraph)}</w:pPr>{label}{inlines}</w:p>"
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{_style_xml(paragraph)}{numbering}</w:pPr>{inlines}</w:p>"


def _style_xml(paragraph: Paragraph) -> str:
    style = style_of(paragraph)
    level = min(paragraph.bullet or 0, DEEPEST_LEVEL)
    if level == 0:
        return f'<w:pStyle w:val="{style}"/>'
    return (
        f'<w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="{NUMBERING_OF[style]}"/></w:numPr>'
    )
