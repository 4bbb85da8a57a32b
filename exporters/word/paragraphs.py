"""Paragraphs as Word XML: each in the style of its role, bullets and numbers as real lists."""

from exporters.word.list_numbers import Counting
from exporters.word.styles import DEEPEST_LEVEL, NUMBERING_OF, style_below
from exporters.word.text import run_xml, tick_box_xml
from plan.papers.blocks import Paragraph, Text


def paragraph_xml(
    paragraph: Paragraph,
    counting: Counting,
    *,
    above: Paragraph | None = None,
    keep: bool = False,
    section: str = "",
) -> str:
    """Return a paragraph; `counting` numbers its tick boxes.

    `above` is the paragraph next before it that is no bullet, `keep` keeps it on one page with what
    comes next, `section` ends a section of pages.
    """
    inlines = "".join(
        run_xml(inline) if isinstance(inline, Text) else tick_box_xml(inline, counting.next_box())
        for inline in paragraph.inlines
    )
    number = ""
    if paragraph.label and paragraph.role == "form-question":
        number, typed = _question_number(paragraph.label, counting)
        inlines = typed + inlines
    kept = "<w:keepNext/>" if keep else ""
    style = style_below(paragraph, above)
    properties = f'<w:pStyle w:val="{style}"/>{kept}{number}{_level_xml(paragraph, style)}{section}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{inlines}</w:p>"


def _question_number(label: str, counting: Counting) -> tuple[str, str]:
    """Return the list in which Word counts a question, or its number typed where it cannot."""
    list_id = counting.list_of(label)
    if list_id is None:
        return "", run_xml(Text(f"{label} "))
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>', ""


def _level_xml(paragraph: Paragraph, style: str) -> str:
    level = min(paragraph.bullet or 0, DEEPEST_LEVEL)
    if level == 0:
        return ""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING_OF[style]}"/></w:numPr>'
