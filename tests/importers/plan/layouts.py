"""Plans in layouts that councils use, small, each with its right values written beside it."""

from typing import Any

from tests.importers.plan.cells_right import Right
from tests.importers.word_files import cell, listed, merged, para, row, spanning, table


def heading(text: str, level: int = 1) -> str:
    return para(text, f'<w:pStyle w:val="heading-{level}"/>')


def action(text: str, ref: str = "", **cells: Any) -> Right:
    return {"ref": ref, "text": text, **cells}


def aim(text: str, *actions: Right) -> Right:
    return {"text": text, "actions": list(actions)}


def plan(title: str, *aims: Right) -> Right:
    return {"title": title, "aims": list(aims)}


_BANDS = row("Proposed Action", "Lead Responsibility", "End Date", "Intended Outcome", "RAG")
BANDS_OF_THREE_LEVELS = (
    heading("Community Plan 2026-2029")
    + table(
        _BANDS,
        row(spanning("Theme: Our People", 5)),
        row(spanning("Local Outcome 1: People live longer", 5)),
        row(spanning("Priority 1.1: More people walk", 5)),
        row(cell(listed("Open three paths.", 7)), "Roads", "June 2027", "Paths in use", "Green"),
        row(cell(listed("Map them.", 7), listed("Sign them.", 7)), "Parks", "May 2027", "Map", ""),
        row(spanning("Priority 1.2: Fewer people smoke", 5)),
        row(spanning("Theme: Our Place", 5)),
        row(spanning("Local Outcome 2: Homes are warm", 5)),
        row(spanning("Priority 2.1: Every home is insulated", 5)),
        row("Survey the tenements.", cell("Housing", "Planning"), "2027/28", "Survey", "Amber"),
    ),
    plan(
        "Community Plan 2026-2029",
        aim(
            "More people walk",
            action(
                "Open three paths.",
                leads=["Roads"],
                timescale="June 2027",
                success=["Paths in use"],
                status="Green",
            ),
            action("- Map them.\n- Sign them.", leads=["Parks"], timescale="May 2027"),
        ),
        aim("Fewer people smoke"),
        aim(
            "Every home is insulated",
            action("Survey the tenements.", leads=["Housing", "Planning"], status="Amber"),
        ),
    ),
)

_PIAP = row(
    *("Reference number", "Action", "Objective/Improvement", "Lead officer", "Monitored by"),
    *("Resource", "Target date", "Joint Plan Outcome"),
)
LINES_OF_R = (
    heading("Post-inspection action plan")
    + para("Inspected in May 2026")
    + para("R1 Leaders should agree how they judge teaching")
    + table(
        _PIAP,
        row(
            "R1.1",
            "Visit lessons.",
            "Teaching improves",
            "Head",
            "Governors",
            "£2k",
            "May 2027",
            "J1",
        ),
        row("R1.2", "Share notes.", "Staff learn", "Deputy", "", "", "June 2027", ""),
    )
    + para("R2 – Attendance of the youngest pupils should rise")
    + table(_PIAP, row("R2.1", "Call each day.", "Fewer gaps", "Office", "Head", "", "Weekly", "")),
    plan(
        "Post-inspection action plan",
        aim(
            "Leaders should agree how they judge teaching",
            action(
                "Visit lessons.",
                "R1.1",
                leads=["Head"],
                timescale="May 2027",
                success=["Teaching improves"],
                own={"Monitored by": "Governors", "Resource": "£2k", "Joint Plan Outcome": "J1"},
            ),
            action("Share notes.", "R1.2", leads=["Deputy"], timescale="June 2027"),
        ),
        aim(
            "Attendance of the youngest pupils should rise",
            action("Call each day.", "R2.1", timescale="Weekly", own={"Monitored by": "Head"}),
        ),
    ),
)

_SCHOOL = row("Actions", "Led by", "Timescale", "Measures of Success", "Evaluation / Impact")


def _priority(number: int, text: str, indicators: str, *actions: str) -> str:
    return table(
        row(spanning(f"Focused Priority {number}:", 2), spanning(text, 3)),
        row(spanning("NIF Priority", 2), spanning("Health and wellbeing", 3)),
        row(spanning("NIF Driver", 2), spanning("School leadership", 3)),
        row(spanning("HGIOS4 QIs", 2), spanning(indicators, 3)),
        _SCHOOL,
        *actions,
    )


SCHOOL = (
    heading("School Improvement Plan 2026/27")
    + _priority(
        1,
        "Raise attainment in writing",
        "1.3, 2.3",
        row("Agree a writing week.", "PT", "By June 2027", "8 in 10 on track", "Begun in May."),
        row("Moderate twice.", "All staff", "Term 2", "Two sessions", ""),
    )
    + para()
    + _priority(
        2, "Every child is known", "3.1", row("Meet families.", "DHT", "Termly", "All", "")
    ),
    plan(
        "School Improvement Plan 2026/27",
        aim(
            "Raise attainment in writing",
            action(
                "Agree a writing week.",
                leads=["PT"],
                timescale="By June 2027",
                success=["8 in 10 on track"],
                progress="Begun in May.",
                indicators=["1.3", "2.3"],
                own={"NIF Priority": "Health and wellbeing", "NIF Driver": "School leadership"},
            ),
            action(
                "Moderate twice.",
                leads=["All staff"],
                timescale="Term 2",
                indicators=["1.3", "2.3"],
                own={"NIF Driver": "School leadership"},
            ),
        ),
        aim(
            "Every child is known",
            action("Meet families.", leads=["DHT"], timescale="Termly", indicators=["3.1"]),
        ),
    ),
)


def _card(*pairs: tuple[str, str]) -> str:
    return table(*(row(label, text) for label, text in pairs))


CARDS = (
    heading("Recovery Plan")
    + heading("Priority 1 – Safe services", 2)
    + _card(
        ("Action ref:", "SS-1"),
        ("Action:", "Review every rota."),
        ("Lead:", "Head of Care"),
        ("Timescale:", "March 2027"),
        ("How will we know?", "No shift is empty"),
        ("Progress:", "Half are done."),
        ("RAG:", "Amber"),
        ("Risk:", "Sickness"),
    )
    + para()
    + _card(
        ("Action ref:", "SS-2"),
        ("Action:", "Hire six nurses."),
        ("Lead:", "People team"),
        ("Timescale:", "May 2027"),
    )
    + heading("Priority 2 – Heard voices", 2)
    + _card(("Action:", "Ask families."), ("Lead:", "Carers lead"), ("Timescale:", "Yearly")),
    plan(
        "Recovery Plan",
        aim(
            "Safe services",
            action(
                "Review every rota.",
                "SS-1",
                leads=["Head of Care"],
                timescale="March 2027",
                success=["No shift is empty"],
                progress="Half are done.",
                status="Amber",
                own={"Risk": "Sickness"},
            ),
            action("Hire six nurses.", "SS-2", leads=["People team"], timescale="May 2027"),
        ),
        aim("Heard voices", action("Ask families.", leads=["Carers lead"], timescale="Yearly")),
    ),
)

_COLUMN = row("Priority", "Ref", "Action", "Lead", "By when", "Progress March 2026", "RAG")
MERGED_COLUMN = (
    heading("Audit Plan")
    + table(
        _COLUMN,
        row(merged("1. Spend well", start=True), "1a", "Count.", "Finance", "May", "Done.", "Blue"),
        row(merged(), "1b", "Check.", "Audit", "June", "", "Red"),
        row(merged("2. Tell people", start=True), "2a", "Write.", "Press", "July", "", ""),
    ),
    plan(
        "Audit Plan",
        aim(
            "Spend well",
            action(
                "Count.", "1a", leads=["Finance"], timescale="May", progress="Done.", status="Blue"
            ),
            action("Check.", "1b", leads=["Audit"], status="Red"),
        ),
        aim("Tell people", action("Write.", "2a", leads=["Press"], timescale="July")),
    ),
)

LAYOUTS: dict[str, tuple[str, Right]] = {
    "bands of three levels": BANDS_OF_THREE_LEVELS,
    "lines of R": LINES_OF_R,
    "rows above the header": SCHOOL,
    "cards": CARDS,
    "a merged column": MERGED_COLUMN,
}
