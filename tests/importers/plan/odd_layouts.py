"""Plans laid out in ways that are rare or easily misread, each with its right values beside it.

Beside the aims stand what is shown as not taken, and the words that are labels, to the last one.
"""

from typing import TypeAlias

from tests.importers.plan.cells_right import Right
from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.word_files import (
    BULLETS,
    cell,
    listed,
    merged,
    para,
    raw,
    row,
    spanning,
    table,
)

Layout: TypeAlias = tuple[str, Right, list[str], str]
"""The body, the plan in it, what is not taken of it, and its labels."""


def _level(level: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


_DECIMAL = _level(0, "decimal", "%1.") + _level(1, "decimal", "%1.%2") + _level(2, "bullet", "o")
_LETTERS = _level(0, "lowerLetter", "(%1)") + _level(1, "lowerRoman", "(%2)")
_ABSTRACT = "".join(
    f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>'
    for name, levels in ((5, _DECIMAL), (6, _LETTERS))
)
_NUMS = "".join(
    f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>' for name in (5, 6)
)
_BULLETS, _, _BULLETED = BULLETS.partition("<w:num ")
NUMBERS = f"{_ABSTRACT}{_BULLETS}{_NUMS}<w:num {_BULLETED}"
"""Lists 5, of decimal numbers with bullets below, 6, of letters and Roman numbers, 7, bullets."""


def numbered(text: str, level: int = 0) -> str:
    return listed(text, 5, level)


def lettered(text: str, level: int = 0) -> str:
    return listed(text, 6, level)


def bullet(text: str, level: int = 0) -> str:
    return listed(text, 7, level)


def paras(*texts: str) -> str:
    return "".join(map(para, texts))


def bold(text: str) -> str:
    return raw(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


TITLE = heading("Warm Homes Plan")
HEADER = row("Action", "Lead", "By when", "Measure of success", "Progress")
COLUMNS = "Action Lead By when Measure of success Progress"
NARROW = row("Action", "Lead", "By when")
COLUMNS_OF_NARROW = "Action Lead By when"


def lines(*texts: str) -> str:
    return "".join(row(text, "Team", "May 2027") for text in texts)


def done(text: str, ref: str = "", **cells: object) -> Right:
    return action(text, ref, leads=["Team"], timescale="May 2027", **cells)


LISTS: dict[str, Layout] = {
    "aims with and without numbers of Word": (
        TITLE
        + numbered("Aim: Homes are warm")
        + numbered("Insulate roofs.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + numbered("Check boilers.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + para("Aim: Bills are low")
        + numbered("Advise tenants.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + numbered("Progress: Two are trained.", 2)
        + para("Aim 3 Damp is gone")
        + numbered("Find mould.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2)
        + bullet("Priority D – Nobody waits")
        + numbered("Answer calls.", 1)
        + numbered("Lead: Team", 2)
        + numbered("By when: May 2027", 2),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Insulate roofs."), done("Check boilers.")),
            aim("Bills are low", done("Advise tenants.", "1.3", progress="Two are trained.")),
            aim("Damp is gone", done("Find mould.", "1.4")),
            aim("Nobody waits", done("Answer calls.", "1.5")),
        ),
        [],
        "Aim " * 2 + "Aim 3 Priority D " + "Lead By when " * 5 + "Progress",
    ),
    "aims by label below a heading": (
        TITLE
        + heading("What we will do", 2)
        + para("Aim: Homes are warm")
        + paras("1. Insulate roofs. Lead: Team. By when: May 2027.")
        + para("2. Aim: Bills are low")
        + paras("1. Advise tenants. Lead: Team. By when: May 2027."),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Insulate roofs.")),
            aim("Bills are low", done("Advise tenants.")),
        ),
        ["What we will do"],
        "Aim 1 Lead By when 2 Aim 1 Lead By when",
    ),
    "parts of an action by letters": (
        TITLE
        + para("Priority 1: Homes are warm")
        + numbered("Mend every roof:", 0)
        + lettered("find the leaks")
        + lettered("write them down", 1)
        + para("Lead: Team")
        + para("By when: May 2027")
        + numbered("Check boilers.", 0)
        + para("Lead: Team")
        + para("By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Mend every roof:\n\n(a) find the leaks\n\n(i) write them down"),
                done("Check boilers."),
            ),
        ),
        [],
        "Priority 1 Lead By when Lead By when",
    ),
    "actions by letters below numbered aims": (
        TITLE
        + numbered("Homes are warm", 0)
        + lettered("Insulate roofs.")
        + paras("Lead: Team", "By when: May 2027")
        + lettered("Check boilers.")
        + paras("Lead: Team", "By when: May 2027")
        + numbered("Bills are low", 0)
        + lettered("Advise tenants.")
        + paras("Lead: Team", "By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Insulate roofs.", "a"), done("Check boilers.", "b")),
            aim("Bills are low", done("Advise tenants.", "c")),
        ),
        [],
        "Lead By when " * 3,
    ),
    "labels that no word knows, and one said twice": (
        TITLE
        + para("Aim 1: Homes are warm")
        + para("1. Insulate roofs.")
        + paras("Lead: Team", "By when: May 2027", "Lead: Roofers", "Risk: Rain: it delays us")
        + paras("Priority: High", "RAG: Amber")
        + para("2. Check boilers. Lead: Team\tBy when: May 2027\tRAG: Green"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                action(
                    "Insulate roofs.",
                    leads=["Team", "Roofers"],
                    timescale="May 2027",
                    status="Amber",
                    own={"Risk": "Rain: it delays us", "Priority": "High"},
                ),
                done("Check boilers.", status="Green"),
            ),
        ),
        [],
        "Aim 1 1 Lead By when Lead Risk Priority RAG 2 Lead By when RAG",
    ),
    "bullets below a label, and an action that has none": (
        TITLE
        + para("Aim 1: Homes are warm")
        + para("1. Insulate roofs.")
        + paras("Lead: Team", "By when: May 2027", "Measures of success:")
        + bullet("Bills fall")
        + bullet("Coughs stop")
        + para("2. Tell the papers.")
        + para("3. Check boilers. Lead: Team; By when: May 2027")
        + bold("4. Bills are low")
        + para("1. Advise tenants. Lead: Team; By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Insulate roofs.", success=["Bills fall", "Coughs stop"]),
                action("Tell the papers."),
                done("Check boilers."),
            ),
            aim("Bills are low", done("Advise tenants.")),
        ),
        [],
        "Aim 1 1 Lead By when Measures of success 2 3 Lead By when 4 1 Lead By when",
    ),
    "lines of labels alone": (
        TITLE
        + para("Aim 1: Homes are warm")
        + paras("Action: Insulate roofs.", "Lead: Team", "By when: May 2027")
        + para()
        + paras("Action: Check boilers.", "We begin in the north.", "Lead: Team")
        + para("By when: May 2027"),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Insulate roofs."),
                done("Check boilers.\n\nWe begin in the north."),
            ),
        ),
        [],
        "Aim 1 Action Lead By when Action Lead By when",
    ),
}

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

KEYS: dict[str, Layout] = {
    "a key as the line below the title": (
        TITLE
        + para("Housing Service")
        + para("Colours in the last column: green – on schedule; red – off schedule.")
        + para("Aim 1: Homes are warm")
        + table(NARROW, lines("Go.")),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."))),
        ["Colours in the last column: green – on schedule; red – off schedule."],
        f"Aim 1 {COLUMNS_OF_NARROW}",
    ),
    "a key of several lines, and the day of the status": (
        TITLE
        + paras("Status as at 3 May 2026", "BRAG key", "Blue – complete", "Red: overdue")
        + para("Amber = late")
        + table(NARROW, row(spanning("Homes are warm", 3)), lines("Go.")),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."))),
        ["Status as at 3 May 2026\nBRAG key\nBlue – complete\nRed: overdue\nAmber = late"],
        COLUMNS_OF_NARROW,
    ),
    "a key below each table": (
        TITLE
        + heading("Homes are warm", 2)
        + table(NARROW, lines("Go."))
        + para("Key: G on track, A late, R overdue")
        + heading("Bills are low", 2)
        + para("RAG status: Red – overdue, Green – on track")
        + table(NARROW, lines("Ask."))
        + para("Red: overdue"),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [
            "Key: G on track, A late, R overdue",
            "RAG status: Red – overdue, Green – on track",
            "Red: overdue",
        ],
        f"{COLUMNS_OF_NARROW} " * 2,
    ),
    "a key as a heading of its own": (
        TITLE
        + heading("Homes are warm", 2)
        + table(NARROW, lines("Go."))
        + heading("RAG key", 2)
        + table(row("Red", "Overdue"), row("Green", "On track"))
        + heading("Bills are low", 2)
        + table(NARROW, lines("Ask.")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        ["RAG key\nRed | Overdue\nGreen | On track"],
        f"{COLUMNS_OF_NARROW} " * 2,
    ),
    "rows of a key above the header": (
        TITLE
        + table(
            row(spanning("RAG key: Red – overdue, Green – on track", 3)),
            row(spanning("Priority 1: Homes are warm", 3)),
            NARROW,
            lines("Go."),
            row(spanning("Red: overdue", 3)),
        ),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."))),
        ["RAG key: Red – overdue, Green – on track", "Red: overdue"],
        f"Priority 1 {COLUMNS_OF_NARROW}",
    ),
}

MINUTES: dict[str, Layout] = {
    "Word's own form, in many tables": (
        heading("Housing Group")
        + "".join(
            table(row(spanning(f"Agenda item: {topic}", 2), "Presenter: A. Lead"))
            + table(row("Discussion:"), row(talk))
            + table(row("Action items", "Person responsible", "Deadline"), lines(*texts))
            + para()
            for topic, talk, texts in (
                ("Roofs", "They leak.", ("Mend.", "Paint.")),
                ("Boilers", "They are old.", ("Buy.",)),
            )
        ),
        plan(
            "Housing Group",
            aim("Roofs", done("Mend."), done("Paint.")),
            aim("Boilers", done("Buy.")),
        ),
        [
            *("Presenter: A. Lead", "Discussion:\nThey leak."),
            *("Presenter: A. Lead", "Discussion:\nThey are old."),
        ],
        "Agenda item Action items Person responsible Deadline " * 2,
    ),
    "items in a column": (
        heading("Action log")
        + table(
            row("Item", "Action", "Owner", "Deadline"),
            row("Roofs of the town", "Mend.", "Team", "May 2027"),
            row("", "Paint.", "Team", "May 2027"),
            row("Boilers of the town", "Buy.", "Team", "May 2027"),
        ),
        plan(
            "Action log",
            aim("Roofs of the town", done("Mend."), done("Paint.")),
            aim("Boilers of the town", done("Buy.")),
        ),
        [],
        "Item Action Owner Deadline",
    ),
    "agenda items in a column": (
        heading("Action log")
        + table(
            row("Agenda item", "Action", "Owner", "Deadline"),
            row("Roofs", "Mend.", "Team", "May 2027"),
            row("Boilers", "Buy.", "Team", "May 2027"),
        ),
        plan("Action log", aim("Roofs", done("Mend.")), aim("Boilers", done("Buy."))),
        [],
        "Agenda item Action Owner Deadline",
    ),
    "items by number": (
        heading("Action log of the Housing Group")
        + table(
            row("Item", "Action", "Owner", "Deadline"),
            row("3.1", "Mend.", "Team", "May 2027"),
            row("4", "Buy.", "Team", "May 2027"),
        ),
        plan(
            "Action log of the Housing Group",
            aim("Action log of the Housing Group", done("Mend.", "3.1"), done("Buy.", "4")),
        ),
        [],
        "Item Action Owner Deadline",
    ),
    "items as headings": (
        heading("Minutes of the Housing Group")
        + heading("Item 1: Roofs", 2)
        + para("They leak.")
        + table(row("Action", "Owner", "Deadline"), lines("Mend."))
        + heading("Item 2: Boilers", 2)
        + table(row("Action", "Owner", "Deadline"), lines("Buy.")),
        plan(
            "Minutes of the Housing Group",
            aim("Roofs", done("Mend.")),
            aim("Boilers", done("Buy.")),
        ),
        ["They leak."],
        "Item 1 Action Owner Deadline Item 2 Action Owner Deadline",
    ),
    "no aim but the heading above": (
        heading("Minutes of the Housing Group")
        + heading("Actions agreed", 2)
        + table(row("Action", "Owner", "Deadline"), lines("Mend.", "Buy.")),
        plan("Minutes of the Housing Group", aim("Actions agreed", done("Mend."), done("Buy."))),
        [],
        "Action Owner Deadline",
    ),
}

_SPLIT = "There is no aim in these words, though they stand between two tables."
OTHERS: dict[str, Layout] = {
    "bands of three levels by letters": (
        TITLE
        + table(
            row(spanning("THEME A: HOMES", 3)),
            row(spanning("Outcome A1: People are well", 3)),
            NARROW,
            row(spanning("Priority A1.1: Homes are warm", 3)),
            lines("Go."),
            row(spanning("Priority A1.2: Homes are dry", 3)),
            row(spanning("THEME B: BILLS", 3)),
            row(spanning("Priority B1.1: Bills are low", 3)),
            lines("Ask."),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Homes are dry"),
            aim("Bills are low", done("Ask.")),
        ),
        ["THEME A: HOMES\nOutcome A1: People are well", "THEME B: BILLS"],
        f"{COLUMNS_OF_NARROW} Priority A1 1 Priority A1 2 Priority B1 1",
    ),
    "a merged first column that a page cuts": (
        TITLE
        + table(
            row("Recommendation", "Ref", "Action", "Lead", "By when"),
            row(merged("R1 Warm every home.", start=True), "1a", "Go.", "Team", "May 2027"),
            row(merged(), "1b", "Come.", "Team", "May 2027"),
            row(merged("R1 Warm every home.", start=True), "1c", "Sit.", "Team", "May 2027"),
            row(merged("R2 Cut bills.", start=True), "2a", "Ask.", "Team", "May 2027"),
        ),
        plan(
            "Warm Homes Plan",
            aim("Warm every home.", done("Go.", "1a"), done("Come.", "1b"), done("Sit.", "1c")),
            aim("Cut bills.", done("Ask.", "2a")),
        ),
        [],
        "Recommendation Ref Action Lead By when R1 R1 Warm every home R2",
    ),
    "the first aim above the header and the next below it": (
        TITLE
        + table(
            row(spanning("Homes are warm", 3)),
            NARROW,
            lines("Go."),
            row(spanning("Bills are low", 3)),
            lines("Ask."),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        COLUMNS_OF_NARROW,
    ),
    "a first action merged with its header": (
        TITLE
        + para("Aim 1: Homes are warm")
        + table(
            row(merged("Ref", start=True), "Action", "Lead", "By when"),
            row(merged(), "Go.", "Team", "May 2027"),
            row("2", "Come.", "Team", "May 2027"),
        ),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."), done("Come.", "2"))),
        [],
        "Aim 1 Ref Action Lead By when",
    ),
    "a header of two rows, cut in two": (
        TITLE
        + para("Aim 1: Homes are warm")
        + table(
            row(
                *(merged(word, start=True) for word in ("Ref", "Action", "Lead", "By when")),
                spanning("Progress", 2),
            ),
            row(merged(), merged(), merged(), merged(), "RAG", "Comment"),
            row("1a", "Go.", "Team", "May 2027", "Green", "Begun."),
        )
        + para()
        + table(
            row("", "and come.", "", "", "", ""),
            row("1b", "Sit.", "Team", "May 2027", "Red", "Late."),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Go.\n\nand come.", "1a", status="Green", progress="Begun."),
                done("Sit.", "1b", status="Red", progress="Late."),
            ),
        ),
        [],
        "Aim 1 Ref Action Lead By when Progress RAG Comment",
    ),
    "rows that begin late or have no ref": (
        TITLE
        + para("Aim 1: Homes are warm")
        + table(
            row("Ref", "Action", "Lead", "By when"),
            row("1a", "Go,", "Team", "May 2027"),
            row("come.", "", "", properties='<w:gridBefore w:val="1"/>'),
            row("1b", "Sit", "Team", "May 2027"),
            row("", "down.", "", ""),
        ),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go, come.", "1a"), done("Sit down.", "1b")),
        ),
        [],
        "Aim 1 Ref Action Lead By when",
    ),
    "cards of two and of four cells": (
        TITLE
        + heading("Theme 1 – Homes are warm", 2)
        + table(
            row("Action WH-01", spanning("Go.", 3)),
            row("Lead", "Team", "By when", "May 2027"),
            row("Cost", spanning("£5", 3)),
        )
        + para()
        + table(row("Action WH-02", "Come."), row("Lead", "Team"), row("By when", "May 2027")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.", "WH-01", own={"Cost": "£5"}), done("Come.", "WH-02")),
        ),
        [],
        "Theme 1 Action Lead By when Cost Action Lead By when",
    ),
    "headings that all have one label of the council's own": (
        TITLE
        + heading("Big Promise 1: Homes are warm", 2)
        + table(NARROW, lines("Go."))
        + heading("Big Promise 2: Bills are low", 2)
        + table(NARROW, lines("Ask.")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        f"Big Promise 1 Big Promise 2 {COLUMNS_OF_NARROW} " + COLUMNS_OF_NARROW,
    ),
    "years are no labels": (
        TITLE
        + heading("Year 1: Homes are warm", 2)
        + table(NARROW, lines("Go."))
        + heading("Year 2: Bills are low", 2)
        + table(NARROW, lines("Ask.")),
        plan(
            "Warm Homes Plan",
            aim("Year 1: Homes are warm", done("Go.")),
            aim("Year 2: Bills are low", done("Ask.")),
        ),
        [],
        f"{COLUMNS_OF_NARROW} " * 2,
    ),
    "what is told between two tables": (
        TITLE
        + heading("Homes are warm", 2)
        + table(NARROW, lines("Go."))
        + heading("Progress since last year", 2)
        + para(_SPLIT)
        + heading("Homes are dry", 2)
        + heading("Bills are low", 2)
        + table(NARROW, lines("Ask.")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Homes are dry"),
            aim("Bills are low", done("Ask.")),
        ),
        [f"Progress since last year\n{_SPLIT}"],
        f"{COLUMNS_OF_NARROW} " * 2,
    ),
    "an action plan of one action": (
        TITLE
        + heading("Priority 1: Homes are warm", 2)
        + para("Action plan")
        + table(NARROW, lines("Go.")),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."))),
        ["Action plan"],
        f"Priority 1 {COLUMNS_OF_NARROW}",
    ),
    "criteria with bullets below bullets": (
        TITLE
        + para("Aim 1: Homes are warm")
        + table(
            HEADER,
            row(
                "Go.",
                "Team",
                "May 2027",
                cell(bullet("Roofs are dry:"), bullet("in winter", 1), bullet("Bills fall")),
                "",
            ),
        ),
        plan(
            "Warm Homes Plan",
            aim(
                "Homes are warm",
                done("Go.", success=["Roofs are dry:", "– in winter", "Bills fall"]),
            ),
        ),
        [],
        f"Aim 1 {COLUMNS}",
    ),
    "an organisation above the title, and prose below it": (
        paras("Glen Council", "Warm Homes Plan 2027-2030")
        + para("This plan was written with tenants in 2026. It is looked at each year.")
        + heading("Priority 1: Homes are warm", 2)
        + table(NARROW, lines("Go.")),
        plan("Warm Homes Plan 2027-2030", aim("Homes are warm", done("Go."))),
        [
            "Glen Council",
            "This plan was written with tenants in 2026. It is looked at each year.",
        ],
        f"Priority 1 {COLUMNS_OF_NARROW}",
    ),
}

ODD_LAYOUTS: dict[str, Layout] = {**LISTS, **ABOVE, **KEYS, **MINUTES, **OTHERS}
