"""Which style of the template each role has."""

from plan.blocks import Role

STYLE_OF: dict[Role, str] = {
    "body": "Normal",
    "heading-1": "Heading1",
    "heading-2": "Heading2",
    "heading-3": "Heading3",
    "appendix-label": "AppendixLabel",
    "cover-title": "CoverTitle",
    "cover-subtitle": "CoverSubtitle",
    "cover-date": "CoverDate",
    "plan-header": "PlanHeader",
    "plan-cell": "PlanCell",
    "progress-date": "ProgressDate",
}

BULLET_STYLE_OF: dict[Role, str] = {"plan-cell": "PlanBullet"}
"""The style of a bullet in a role; "ListBullet" in every other."""

NUMBERING_OF: dict[str, int] = {"ListBullet": 1, "PlanBullet": 2}
"""The numbering that a bullet style is bound to, for the levels below the first."""

DEEPEST_LEVEL = 8
TABLE_STYLE = "PlanTable"
HEADER_SHADE = "DCE6F0"
"""Behind black text: a contrast of 16 to 1."""
EMPTY_CELL = '<w:p><w:pPr><w:pStyle w:val="PlanCell"/></w:pPr></w:p>'
