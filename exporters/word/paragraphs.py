"""Paragraphs as Word XML: each in the style of its role, bullets and numbers as real lists."""

from functools import cache

from exporters.word.comments import anchored
from exporters.word.links import link_xml
from exporters.word.list_numbers import ListNumbers
from exporters.word.styles import DEEPEST_LEVEL, NUMBERING_OF, leads_in, style_below, style_of
from exporters.word.text import marks_xml, run_xml, tick_box_xml
from plan.papers.blocks import Beside, Inline, Paragraph, Role, Text
from plan.papers.links import by_target, linked
from plan.papers.typed_lists import TypedItem
from plan.text.addresses import may_have_address
from plan.text.languages import Speech, speech_of

_IN_LISTS: frozenset[Role] = frozenset({"form-question", "recommendation"})
"""Roles whose numbers are counted in lists of their own, apart from the report's."""
_KEPT = {True: "<w:keepNext/>", False: "", None: '<w:keepNext w:val="0"/>'}
_CLOSE: frozenset[Role] = frozenset({"body", "body-continued", "numbered", "numbered-text"})
"""Roles whose styles have no space above them."""
_BELOW_TABLE = '<w:spacing w:before="160"/>'
_IN_REPORT: frozenset[Role] = frozenset({"section-heading", "numbered"})
"""Roles whose numbers are those of the report's sections."""


def paragraph_xml(
    paragraph: Paragraph,
    list_numbers: ListNumbers,
    *,
    above: Paragraph | None = None,
    keep: bool | None = False,
    section: str = "",
    ink: str = "",
) -> str:
    """Return a paragraph as XML; `list_numbers` numbers its tick boxes and its question.

    `above` is the nearest paragraph above that is no bullet. `keep` keeps it on the page of the
    next one, and is None where it is not kept though its style says so. `section` is the XML that
    ends a section of pages with it, and what `space_below_table` says, `ink` the colour of text.
    """
    text = paragraph.text
    if may_have_address(text):
        paragraph = linked(paragraph)
    speech = speech_of(text)
    kept = _KEPT[keep]
    if not speech.is_rtl and _is_usual(paragraph, above, section):  # as nearly all in tables are
        words = run_xml(paragraph.inlines[0], ink, speech)  # type: ignore[arg-type]
        return f"{_usual_head(paragraph.role, paragraph.bullet, kept)}{words}</w:p>"
    inlines = _inlines_xml(paragraph, list_numbers, ink, speech)
    number = ""
    if isinstance(paragraph, TypedItem):
        number = _numbered(list_numbers.list_of_typed(paragraph), paragraph.bullet)
        section = _of_item(paragraph, section)
    elif paragraph.label and paragraph.role in _IN_LISTS:
        number, typed = _list_number(paragraph, list_numbers)
        inlines = typed + inlines
    elif paragraph.label and paragraph.role in _IN_REPORT:
        number = _restarted(paragraph, list_numbers)
    if paragraph.starts_page:
        kept += "<w:pageBreakBefore/>"
    style = style_below(paragraph, above)
    properties = f'<w:pStyle w:val="{style}"/>{kept}{number or _level_xml(paragraph, style)}'
    properties += ("<w:bidi/>" if speech.is_rtl else "") + section
    return f"<w:p><w:pPr>{properties}</w:pPr>{inlines}</w:p>"


def _of_item(item: TypedItem, section: str) -> str:
    """Return the last properties of an item that was typed, among them how its sign looks."""
    spacing, end, pages = section.partition("<w:sectPr")
    close = "<w:contextualSpacing/>" if item.followed else ""
    return f"{spacing}{close}{marks_xml(item.sign)}{end}{pages}"


def space_below_table(paragraph: Paragraph) -> str:
    """Return the XML of the space above a paragraph, whose words touched the table's last line.

    Nothing where its style has some.
    """
    return _BELOW_TABLE if paragraph.role in _CLOSE else ""


def _inlines_xml(paragraph: Paragraph, list_numbers: ListNumbers, ink: str, speech: Speech) -> str:
    """Return the words and tick boxes of a paragraph, each link and comment around its own."""

    def written(inline: Inline) -> str:
        if isinstance(inline, Text):
            return run_xml(inline, ink, speech)
        return tick_box_xml(inline, list_numbers.next_box())

    comments = comments_at(paragraph)
    inlines = paragraph.inlines
    if comments:
        inlines = tuple(one for one in inlines if _comment_of(one) is None)
    xml = "".join(
        link_xml(target, group, ink, speech) if target else "".join(map(written, group))
        for target, group in by_target(inlines)
    )
    return anchored(xml, list(map(list_numbers.next_comment, comments))) if comments else xml


def comments_at(paragraph: Paragraph) -> list[Beside]:
    """Return the comments on a paragraph."""
    return [one for one in map(_comment_of, paragraph.inlines) if one is not None]


def _comment_of(inline: Inline) -> Beside | None:
    beside = inline.beside if isinstance(inline, Text) else None
    return beside if beside is not None and beside.kind == "comment" else None


def _is_usual(paragraph: Paragraph, above: Paragraph | None, section: str) -> bool:
    """Return whether a paragraph is one run, with no number at it or above it."""
    inlines = paragraph.inlines
    return (
        len(inlines) == 1
        and inlines[0].__class__ is Text
        and inlines[0].beside is None
        and not (paragraph.label or paragraph.capitals or paragraph.starts_page or section)
        and (above is None or not leads_in(above))
    )


@cache
def _usual_head(role: Role, bullet: int | None, kept: str) -> str:
    """Return the XML with which such a paragraph begins."""
    paragraph = Paragraph((), role, bullet)
    style = style_of(paragraph)
    level = _level_xml(paragraph, style)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{level}</w:pPr>'


def _list_number(paragraph: Paragraph, list_numbers: ListNumbers) -> tuple[str, str]:
    """Return the XML that has Word number a paragraph, and the number typed where Word cannot."""
    if paragraph.role == "recommendation":
        list_id = list_numbers.list_of_recommendation(paragraph.label)
    else:
        list_id = list_numbers.list_of(paragraph.label)
    if list_id is None:
        return "", run_xml(Text(f"{paragraph.label} "))
    return _numbered(list_id), ""


def _restarted(paragraph: Paragraph, list_numbers: ListNumbers) -> str:
    """Return the XML that has Word count a section from 1 again, nothing where it counts on."""
    is_section = paragraph.role == "section-heading"
    if is_section:
        list_id = list_numbers.list_of_section(paragraph.label)
    else:
        list_id = list_numbers.list_of_paragraphs()
    if list_id is None:
        return ""
    return _numbered(list_id, 0 if is_section else 1)


def _numbered(list_id: int, level: int | None = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level or 0}"/><w:numId w:val="{list_id}"/></w:numPr>'


def _level_xml(paragraph: Paragraph, style: str) -> str:
    level = min(paragraph.bullet or 0, DEEPEST_LEVEL)
    if level == 0:
        return ""
    return _numbered(NUMBERING_OF[style], level)
