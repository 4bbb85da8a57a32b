"""Which style of the template each role has."""

from plan.papers.blocks import Paragraph, Role
from plan.papers.typed_lists import TypedItem
from plan.reading.status import Tone

STYLE_OF: dict[Role, str] = {
    "body": "BodyText",
    "heading-1": "Heading1",
    "heading-2": "Heading2",
    "heading-3": "Heading3",
    "appendix-label": "AppendixLabel",
    "cover-title": "CoverTitle",
    "cover-subtitle": "CoverSubtitle",
    "cover-date": "CoverDate",
    "plan-header": "PlanHeader",
    "plan-cell": "PlanCell",
    "plan-item": "PlanItem",
    "progress-date": "ProgressDate",
    "report-item": "ReportItem",
    "report-line": "ReportLine",
    "report-centred": "ReportCentred",
    "section-heading": "SectionHeading",
    "numbered": "NumberedParagraph",
    "numbered-text": "NumberedText",
    "body-continued": "BodyTextContinued",
    "recommendation": "NumberedParagraph",
    "caption": "Caption",
    "picture": "BodyText",
    "signatory": "Signatory",
    "signatory-post": "SignatoryPost",
    "form-title": "FormTitle",
    "form-header": "FormHeader",
    "form-question": "FormQuestion",
    "form-help": "FormHelp",
    "form-answer": "FormAnswer",
    "form-mark": "FormMark",
    "front-line": "FrontLine",
    "front-title": "FrontTitle",
    "contents-title": "ContentsTitle",
    "contents-1": "TOC1",
    "contents-2": "TOC2",
    "contents-3": "TOC3",
}

CAPITALS_STYLE_OF: dict[Role, str] = {
    "report-line": "ReportLineCapitals",
    "section-heading": "SectionHeadingCapitals",
    "form-title": "FormTitleCapitals",
}
"""The style that shows a role in capitals; the words stay as they were typed."""

NUMBERED_STYLE_OF: dict[tuple[Role, str], str] = {
    ("numbered", "ListBullet"): "NumberedBullet",
    ("numbered-text", "ListBullet"): "NumberedBullet",
    ("recommendation", "ListBullet"): "NumberedBullet",
    ("form-question", "FormHelp"): "FormHelpNumbered",
}
"""The style of a paragraph below a numbered one, by the role of that and its own usual style."""

BULLET_STYLE_OF: dict[Role, str] = {"plan-cell": "PlanBullet", "form-answer": "FormBullet"}
"""The style of a bullet, by role; it is "ListBullet" in all others."""

NUMBERING_OF: dict[str, int] = {
    "ListBullet": 1,
    "PlanBullet": 2,
    "FormBullet": 4,
    "NumberedBullet": 6,
}
"""The numbering of each bullet style, for the levels below the first."""

REPORT_NUMBERING = 3
"""The numbering of the report's sections and numbered paragraphs."""

QUESTION_NUMBERING = 5
"""The numbering of the questions of a form."""

DEEPEST_LEVEL = 8
TABLE_STYLE = "PlanTable"
HEADER_SHADE = "DCE6F0"
"""Behind black text: a contrast of 16 to 1."""
TONE_SHADES: dict[Tone, str] = {"": "", "good": "DFF0D8", "doubtful": "FFF0C2", "bad": "F8D7D4"}
"""Behind black words that say the same: a contrast of 15 to 1 or more."""


def used_styles() -> tuple[str, ...]:
    """Return the ids of the styles in our template in which papers are written."""
    tables = (STYLE_OF, CAPITALS_STYLE_OF, NUMBERED_STYLE_OF, BULLET_STYLE_OF)
    every = (style for table in tables for style in table.values())
    return tuple(dict.fromkeys((*every, "ListBullet")))


def style_of(paragraph: Paragraph) -> str:
    """Return the id of a paragraph's style in our template."""
    if paragraph.bullet is not None and not isinstance(paragraph, TypedItem):
        return BULLET_STYLE_OF.get(paragraph.role, "ListBullet")
    if paragraph.capitals:
        return CAPITALS_STYLE_OF.get(paragraph.role, STYLE_OF[paragraph.role])
    return STYLE_OF[paragraph.role]


def leads_in(above: Paragraph) -> bool:
    """Return whether what stands below a paragraph is indented as far as its words."""
    return bool(above.label) or above.role == "numbered-text"


def style_below(paragraph: Paragraph, above: Paragraph | None) -> str:
    """Return the id of a paragraph's style, given the nearest paragraph above that is no bullet.

    What belongs to a numbered paragraph is indented as far as that one's words.
    """
    style = style_of(paragraph)
    if above is None or not leads_in(above):
        return style
    return NUMBERED_STYLE_OF.get((above.role, style), style)
