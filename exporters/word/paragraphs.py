"""Paragraphs as Word XML: each in the style of its role, bullets as a real list."""

from collections.abc import Iterator

from exporters.word.styles import BULLET_STYLE_OF, DEEPEST_LEVEL, NUMBERING_OF, STYLE_OF
from exporters.word.text import run_xml
from exporters.word.tick_boxes import tick_box_xml
from plan.blocks import Paragraph, Text


def paragraph_xml(paragraph: Paragraph, ids: Iterator[int], section: str = "") -> str:
    """Return a paragraph; `ids` number its tick boxes, `section` ends a section of pages."""
    inlines = "".join(
        run_xml(inline) if isinstance(inline, Text) else tick_box_xml(inline, next(ids))
        for inline in paragraph.inlines
    )
    return f"<w:p><w:pPr>{_style_xml(paragraph)}{section}</w:pPr>{inlines}</w:p>"


def _style_xml(paragraph: Paragraph) -> str:
    if paragraph.bullet is None:
        return f'<w:pStyle w:val="{STYLE_OF[paragraph.role]}"/>'
    style = BULLET_STYLE_OF.get(paragraph.role, "ListBullet")
    level = min(paragraph.bullet, DEEPEST_LEVEL)
    if level == 0:
        return f'<w:pStyle w:val="{style}"/>'
    return (
        f'<w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="{NUMBERING_OF[style]}"/></w:numPr>'
    )
