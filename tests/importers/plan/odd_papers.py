"""Plans whose headings, keys, covers and columns are easily misread, with their right values."""

from tests.importers.plan.layouts import aim, heading, plan
from tests.importers.plan.odd_pieces import (
    COLUMNS,
    COLUMNS_OF_NARROW,
    HEADER,
    NARROW,
    TITLE,
    Layout,
    bullet,
    done,
    lines,
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

KEYS: dict[str, Layout] = {
    "a key as the line below the title": (
        TITLE
        + para("Housing Service")
        + para("Colours in the last column: green – on schedule; red – off schedule.")
        + para("Aim 1: Homes are warm")
        + table(NARROW, lines("Go.")),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."))),
        [],
        f"Aim 1 {COLUMNS_OF_NARROW}",
    ),
    "a key of several lines, and the day of the status": (
        TITLE
        + paras("Status as at 3 May 2026", "BRAG key", "Blue – complete", "Red: overdue")
        + para("Amber = late")
        + table(NARROW, row(spanning("Homes are warm", 3)), lines("Go.")),
        plan("Warm Homes Plan", aim("Homes are warm", done("Go."))),
        [],
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
    "headings by letters": (
        TITLE
        + heading("A. Homes are warm", 2)
        + table(NARROW, lines("Go."))
        + heading("B) Bills are low", 2)
        + table(NARROW, lines("Ask.")),
        plan(
            "Warm Homes Plan",
            aim("Homes are warm", done("Go.")),
            aim("Bills are low", done("Ask.")),
        ),
        [],
        f"A B {COLUMNS_OF_NARROW} " + COLUMNS_OF_NARROW,
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
        ["Glen Council"],
        f"Priority 1 {COLUMNS_OF_NARROW}",
    ),
}

UNDER_A_COVER = heading("Aim 1: Homes are warm", 2) + table(NARROW, lines("Go."))
COVERS: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "a period": (
        paras("Warm Homes Plan", "For every street", "April 2026 – March 2029"),
        {
            "title": "Warm Homes Plan",
            "subtitle": "For every street",
            "date": "April 2026 – March 2029",
        },
        [],
    ),
    "a session with a draft": (
        paras("Warm Homes Plan", "Session 2026/27, draft 2"),
        {"title": "Warm Homes Plan", "date": "Session 2026/27, draft 2"},
        [],
    ),
    "no date": (
        paras("Warm Homes Plan", "For every street", "Seen by the Board"),
        {"title": "Warm Homes Plan", "subtitle": "For every street"},
        ["Seen by the Board"],
    ),
    "lines with labels or numbers": (
        paras("Minutes of the Group", "Present: A, B and C", "1. Welcome", "Housing"),
        {"title": "Minutes of the Group", "subtitle": "Housing"},
        ["Present: A, B and C\n1. Welcome"],
    ),
    "a heading of its own below the label": (
        heading("Appendix 1") + heading("Warm Homes Plan") + para("Position at 3 May 2026"),
        {"title": "Warm Homes Plan"},
        ["Position at 3 May 2026"],
    ),
    "a labelled date": (
        paras("Warm Homes Plan", "Date: 3 May 2026"),
        {"title": "Warm Homes Plan", "date": "3 May 2026"},
        [],
    ),
    "a title on the label of the appendix": (
        paras("Appendix 2 – Warm Homes Plan", "3 May 2026"),
        {"title": "Warm Homes Plan", "date": "3 May 2026"},
        [],
    ),
    "colours behind what they mean": (
        paras("Warm Homes Plan", "Done = blue, begun = green, late = red"),
        {"title": "Warm Homes Plan"},
        ["Done = blue, begun = green, late = red"],
    ),
    "the day of the status": (
        paras("Warm Homes Plan", "Position as at 3 May 2026"),
        {"title": "Warm Homes Plan"},
        ["Position as at 3 May 2026"],
    ),
    "an organisation with its partners above the title": (
        paras("Muirside Council and its partners", "Warm Homes: Joint Improvement Plan"),
        {"title": "Warm Homes: Joint Improvement Plan"},
        ["Muirside Council and its partners"],
    ),
    "an organisation and its service above the title": (
        paras("Muirside Council", "Housing Service", "Warm Homes Action Plan", "3 May 2026"),
        {"title": "Warm Homes Action Plan", "date": "3 May 2026"},
        ["Muirside Council\nHousing Service"],
    ),
    "a marking above the title": (
        paras("OFFICIAL – SENSITIVE", "Warm Homes Plan", "3 May 2026"),
        {"title": "Warm Homes Plan", "date": "3 May 2026"},
        ["OFFICIAL – SENSITIVE"],
    ),
    "a marking with its label, and whose plan it is": (
        paras("Security classification: Public", "Muirside Council", "Warm Homes Plan"),
        {"title": "Warm Homes Plan"},
        ["Security classification: Public\nMuirside Council"],
    ),
    "people who keep a promise together above the title": (
        paras("Muirside Corporate Parents", "Our Plan to Keep the Promise"),
        {"title": "Our Plan to Keep the Promise"},
        ["Muirside Corporate Parents"],
    ),
    "a learning community above the title": (
        paras("Muirside Learning Community", "Cluster Improvement Plan 2026/27"),
        {"title": "Cluster Improvement Plan 2026/27"},
        ["Muirside Learning Community"],
    ),
    "an organisation above what follows up its actions": (
        paras("Muirside Council", "Audit: Follow-up of Agreed Actions"),
        {"title": "Audit: Follow-up of Agreed Actions"},
        ["Muirside Council"],
    ),
}
"""What stands above the first aim: what each line of the cover says, and what is not taken."""
