"""Tables of actions that are easily misread, with their right values."""

from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import (
    COLUMNS,
    COLUMNS_OF_NARROW,
    HEADER,
    NARROW,
    TITLE,
    WHEN,
    WIDE,
    Layout,
    boxed,
    done,
    lines,
    numbered,
    paras,
)
from tests.importers.word_files import (
    cell,
    merged,
    para,
    row,
    spanning,
    table,
)

_OF_OUTPUTS = ("Output", "Protected characteristic", "Lead service", "Timescale")
ABOVE: dict[str, Layout] = {
    "an outcome and indicators below the priority": (
        TITLE
        + "".join(
            table(
                row(spanning(f"{label} {number}: {text}", 5)),
                row("Long-term outcome", spanning("People are well", 4)),
                row("Quality indicators", spanning("2.1, 3.2", 4)),
                HEADER,
                row("Go.", "Team", "May 2027", "Seen", ""),
            )
            + para()
            for label, number, text in (("Priority", 1, "Homes are warm"), ("Aim", 2, "Bills"))
        ),
        plan(
            "Warm Homes Plan",
            *(
                aim(
                    text,
                    done(
                        "Go.",
                        indicators=["2.1", "3.2"],
                        own={"Long-term outcome": "People are well"},
                    ),
                )
                for text in ("Homes are warm", "Bills")
            ),
        ),
        [],
        "Priority 1 Aim 2 " + f"Long term outcome Quality indicators {COLUMNS} " * 2,
    ),
    "a priority among other labels": (
        TITLE
        + table(
            row("Outcome", spanning("People are well", 2)),
            row("Theme", spanning("Housing", 2)),
            row("Priority", spanning("Homes are warm", 2)),
            NARROW,
            lines("Go."),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm", done("Go.", success=["People are well"], own={"Theme": "Housing"})
            ),
        ),
        [],
        f"Outcome Theme Priority {COLUMNS_OF_NARROW}",
    ),
    "an outcome across the table below the priority": (
        TITLE
        + table(
            row(spanning("Priority 1: Homes are warm", 5)),
            row(spanning("Outcome: People are well", 5)),
            HEADER,
            row("Go.", "Team", "May 2027", "Seen", ""),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", own={"Outcome": "People are well"})),
        ),
        [],
        f"Priority 1 Outcome {COLUMNS}",
    ),
    "a theme above the priority": (
        TITLE
        + table(
            row("Theme 1", spanning("Housing", 2)),
            row("Priority 1.1", spanning("Homes are warm", 2)),
            NARROW,
            lines("Go."),
        ),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go.", own={"Theme 1": "Housing"}))),
        [],
        f"Theme 1 Priority 1 1 {COLUMNS_OF_NARROW}",
    ),
    "what every action says itself": (
        TITLE
        + table(
            row(spanning("Priority 1: Homes are warm", 4)),
            row(spanning("Risk: Rain", 4)),
            row("Action", "Lead", "By when", "Risk"),
            row("Go.", "Team", "May 2027", "Snow"),
        ),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go.", own={"Risk": "Snow"}))),
        ["Rain"],
        f"Priority 1 Risk {COLUMNS_OF_NARROW} Risk",
    ),
}

ROWS: dict[str, Layout] = {
    "labels of aims in a cell of their own": (
        TITLE
        + table(
            NARROW,
            row("Aim 1:", spanning("Homes are warm", 2)),
            lines("Go."),
            row("Aim:", spanning("Bills are low", 2)),
            lines("Ask."),
        )
        + table(
            WIDE,
            row(spanning("Priority 3", 2), spanning("Nobody waits", 3)),
            row("Sit.", "Team", "May 2027", "", ""),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
            aim("Nobody waits", done("Sit.")),
        ),
        [],
        f"{COLUMNS_OF_NARROW} Aim 1 Aim {COLUMNS} Priority 3",
    ),
    "rows of labels below each band": (
        TITLE
        + table(
            WIDE,
            row(spanning("Priority 1: Homes are warm", 5)),
            row("Risk", spanning("Rain", 4)),
            row("Go.", "Team", "May 2027", "", ""),
            row("Come.", "Team", "May 2027", "", ""),
            row(spanning("Priority 2: Bills are low", 5)),
            row("Ask.", "Team", "May 2027", "", ""),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", own={"Risk": "Rain"}), done("Come.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        f"{COLUMNS} Priority 1 Risk Priority 2",
    ),
    "bands of several lines": (
        TITLE
        + table(
            WIDE,
            row(
                cell(
                    *("Priority 1: Homes are warm", "Risk: Rain", "Budget: £5"),
                    properties='<w:gridSpan w:val="5"/>',
                )
            ),
            row("Go.", "Team", "May 2027", "", ""),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", own={"Risk": "Rain", "Budget": "£5"})),
        ),
        [],
        f"{COLUMNS} Priority 1 Risk Budget",
    ),
    "labels in a row of their own": (
        TITLE
        + table(
            row(spanning("Priority 1", 3)),
            row(spanning("Homes are warm", 3)),
            NARROW,
            lines("Go."),
            row(spanning("Priority 2", 3)),
            row(spanning("Bills are low", 3)),
            lines("Ask."),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        f"Priority 1 {COLUMNS_OF_NARROW} Priority 2",
    ),
    "two priorities in one table, each with its labels and header": (
        TITLE
        + table(
            *(
                row(spanning(f"Priority {number}: {text}", 5))
                + row("Theme", spanning("Housing", 4))
                + WIDE
                + row("Go.", "Team", "May 2027", "", "")
                for number, text in ((1, "Homes are warm"), (2, "Bills are low"))
            )
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", own={"Theme": "Housing"})),
            aim("Bills are low", done("Go.", own={"Theme": "Housing"})),
        ),
        [],
        f"Priority 1 Theme {COLUMNS} Priority 2 Theme {COLUMNS}",
    ),
    "a key in the cells of the last row": (
        TITLE
        + para("Aim 1: Homes are warm")
        + table(NARROW, lines("Go."), row("Red: overdue", "Amber: late", "Green: on track")),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."))),
        ["Red: overdue | Amber: late | Green: on track"],
        f"Aim 1 {COLUMNS_OF_NARROW}",
    ),
    "an aim in a box above its table": (
        TITLE
        + "".join(
            table(row(text)) + para() + table(NARROW, lines("Go."))
            for text in ("Priority 1: Homes are warm", "Priority 2: Bills are low")
        ),
        plan(
            "Warm Homes Plan", aim("Homes are warm", done("Go.")), aim("Bills are low", done("Go."))
        ),
        [],
        f"Priority 1 {COLUMNS_OF_NARROW} Priority 2 {COLUMNS_OF_NARROW}",
    ),
    "cards that each say their aim": (
        TITLE
        + "".join(
            table(row("Priority", text), row("Action", one), row("Lead", "Team"), WHEN) + para()
            for text, one in (("Warm homes", "Go."), ("Warm homes", "Come."), ("Low bills", "Ask."))
        ),
        plan(
            "Warm Homes Plan",
            aim("Warm homes", done("Go."), done("Come.")),
            aim("Low bills", done("Ask.")),
        ),
        [],
        "Priority Action Lead By when " * 3 + "Warm homes",
    ),
    "a label alone, with its aim in the next line": (
        TITLE
        + paras("Aim 1", "Homes are warm", "1. Go. Lead: Team. By when: May 2027.")
        + paras("Aim 2", "Bills are low", "1. Ask. Lead: Team. By when: May 2027."),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        "Aim 1 1 Lead By when Aim 2 1 Lead By when",
    ),
    "a whole plan in text boxes": (
        TITLE
        + boxed(
            para("Aim 1: Homes are warm")
            + table(NARROW, lines("Go."), row(spanning("Aim 2: Bills are low", 3)), lines("Ask."))
        )
        + boxed(paras("Priority C – Nobody waits", "1. Sit. Lead: Team. By when: May 2027."))
        + boxed(paras("2. Stand. Lead: Team. By when: May 2027.")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
            aim("Nobody waits", done("Sit."), done("Stand.")),
        ),
        [],
        f"Aim 1 {COLUMNS_OF_NARROW} Aim 2 Priority C 1 Lead By when 2 Lead By when",
    ),
    "labels behind line breaks": (
        TITLE
        + numbered("Homes are warm")
        + numbered("Go.\nLead: Team\nBy when: May 2027", 1)
        + numbered("Come.\nLead: Team\nBy when: May 2027", 1)
        + numbered("Bills are low")
        + numbered("Ask.\nLead: Team\nBy when: May 2027", 1),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go."), done("Come.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        "Lead By when " * 3,
    ),
    "labelled lines below what is done, in its cell": (
        TITLE
        + table(
            row("No.", "Finding", "Recommendation", "Agreed management action"),
            row(
                "1",
                "Two: one stock room leaks.",
                "The roof should be mended.",
                cell(
                    "Note: slates first.", "Mend it.", "Responsible officer: Team", "Due date:"
                ).removesuffix("</w:tc>")
                + para("May 2027")
                + "</w:tc>",
            ),
            row("2", "Damp.", "Air it.", "Open it.\nResponsible officer: Team\nDue date: May 2027"),
            row("3", "Dust.", "Sweep it.", "This was swept: nothing is left."),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "The roof should be mended.",
                done(
                    "Note: slates first.\n\nMend it.",
                    "1",
                    own={"Finding": "Two: one stock room leaks."},
                ),
            ),
            aim("Air it.", done("Open it.", "2")),
            aim("Sweep it.", action("This was swept: nothing is left.", "3")),
        ),
        [],
        "No Finding Recommendation Agreed management action " + "Responsible officer Due date " * 2,
    ),
    "who and when in labelled lines of one column": (
        TITLE
        + table(
            row("Recommendation", "Action", "Responsibility and timescale", "Progress"),
            row("Warm it.", "Go.", cell("Lead: Team", "Date: May 2027"), "Gone: twice."),
            row("Air it.", "Ask.", cell("Lead: Team", "Date: May 2027"), ""),
        ),
        plan(
            "Warm Homes Plan",
            aim("Warm it.", done("Go.", progress="Gone: twice.")),
            aim("Air it.", done("Ask.")),
        ),
        [],
        "Recommendation Action Responsibility and timescale Progress " + "Lead Date " * 2,
    ),
    "a text that begins with a word like a label": (
        TITLE
        + para("Aim 1: Homes are warm")
        + table(
            row("Action", "Lead", "Progress"),
            row("Outcome: go to all by May 2027", "Team", "Update: gone"),
            row("Outcome: ask", "Team", "Update: asked"),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                action("Outcome: go to all by May 2027", leads=["Team"], progress="Update: gone"),
                action("Outcome: ask", leads=["Team"], progress="Update: asked"),
            ),
        ),
        [],
        "Aim 1 Action Lead Progress",
    ),
    "outputs of equality outcomes, updates of two years below one heading": (
        heading("Equality Outcomes 2027-2031")
        + heading("Equality Outcome 1: All are paid alike", 2)
        + table(
            row(
                *(merged(one, start=True) for one in _OF_OUTPUTS[:4]),
                spanning("Update", 2),
            ),
            row(*(merged() for _ in _OF_OUTPUTS[:4]), "2027", "2028"),
            row("Go.", "Sex", "Team", "May 2027", "Begun.", ""),
        ),
        plan(
            "Equality Outcomes 2027-2031",
            aim(
                "All are paid alike",
                done("Go.", progress="Begun.", own={"Protected characteristic": "Sex"}),
            ),
        ),
        [],
        f"Equality Outcome 1 {' '.join(_OF_OUTPUTS)} Update 2027 2028",
    ),
}
