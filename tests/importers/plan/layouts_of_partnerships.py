"""Plans of partnerships and auditors whose aims or labels stand apart from the actions."""

from tests.importers.plan.cells_right import Right
from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import paras
from tests.importers.word_files import cell, para, row, spanning, table

_GRANTS = ("Identified gap", "Activity", "Lead", "By when", "Measures of impact")
_WARM = (
    ("Damp in the north", "Insulate ten lofts.", "Housing", "May 2027", "Ten dry lofts"),
    ("Old boilers", "Swap six boilers.", "Energy Team", "June 2027", "Six new boilers"),
)
_FED = (("Lunch costs too much", "Open a café.", "Parks", "Easter 2027", "Forty lunches"),)


def _granted(rows: tuple[tuple[str, ...], ...]) -> list[Right]:
    return [
        action(text, leads=[lead], timescale=when, success=[measure], own={"Identified gap": gap})
        for gap, text, lead, when, measure in rows
    ]


def _audited(*rows: tuple[str, ...]) -> str:
    header = ("Ref", "Recommendation", "Management response", "Owner", "Due date", "Status")
    return table(row(*header), *(row(*one) for one in rows))


def _small(*rows: tuple[str, ...]) -> str:
    return table(row("Lead", "Due", "Status"), *(row(*one) for one in rows))


_FOREWORD = tuple(f"We met {who}, and heard them." for who in "ABCDEFGH")
_REVIEW = ("Ref", "What will we do?", "Who", "By when", "What will be different?")

PARTNERSHIPS: dict[str, tuple[str, Right, list[str]]] = {
    "a heading above each table, and a column that only looks like an aim": (
        heading("Warm and Fed Plan")
        + heading("Warmth", 2)
        + table(row(*_GRANTS), *(row(*one) for one in _WARM))
        + heading("Food", 2)
        + table(row(*_GRANTS), *(row(*one) for one in _FED)),
        plan("Warm and Fed Plan", aim("Warmth", *_granted(_WARM)), aim("Food", *_granted(_FED))),
        [],
    ),
    "a band above the header of each table, blank rows at its end": (
        paras("Warm and Fed Action Plan 2026")
        + "".join(
            table(
                row(spanning(band, 5)),
                row("You said", "We will", "Who", "By when", "How we will know"),
                *(row(*one) for one in rows),
                row("", "", "", "", ""),
            )
            + para()
            for band, rows in (("Warmth", _WARM), ("Food", _FED))
        ),
        plan(
            "Warm and Fed Action Plan 2026",
            *(
                aim(
                    band,
                    *(
                        action(
                            text,
                            leads=[lead],
                            timescale=when,
                            success=[measure],
                            own={"You said": gap},
                        )
                        for gap, text, lead, when, measure in rows
                    ),
                )
                for band, rows in (("Warmth", _WARM), ("Food", _FED))
            ),
        ),
        [],
    ),
    "a small table above with the aim across it": (
        heading("Riverbank Primary Improvement Plan")
        + "".join(
            table(
                row(spanning(f"Priority {number}: {text}", 2)),
                row("NIF drivers", "Leadership"),
                row("HGIOS quality indicators", cell("2.3 Learning; 3.1 Wellbeing")),
            )
            + para()
            + table(
                row("What are we going to do?", "Who", "By when", "How will we measure success?"),
                row(f"Plan {text.lower()}.", "Depute", "May 2027", "Seen in class"),
            )
            + para()
            for number, text in ((1, "Writing"), (2, "Play"))
        ),
        plan(
            "Riverbank Primary Improvement Plan",
            *(
                aim(
                    text,
                    action(
                        f"Plan {text.lower()}.",
                        leads=["Depute"],
                        timescale="May 2027",
                        success=["Seen in class"],
                        indicators=["2.3 Learning", "3.1 Wellbeing"],
                        own={"NIF drivers": "Leadership"},
                    ),
                )
                for text in ("Writing", "Play")
            ),
        ),
        [],
    ),
    "what was recommended, and only agreed to": (
        heading("Audit of School Meals: Action Plan")
        + heading("Finding 1: Menus are late", 2)
        + _audited(
            ("R1", "Print menus in June.", "Agreed.", "Catering", "May 2027", "In progress"),
            ("R2", "Ask pupils.", "Agreed. A survey will go out.", "Heads", "June 2027", "Done"),
        ),
        plan(
            "Audit of School Meals: Action Plan",
            aim(
                "Menus are late",
                action(
                    "Print menus in June.",
                    "R1",
                    leads=["Catering"],
                    timescale="May 2027",
                    status="In progress",
                    own={"Management response": "Agreed."},
                ),
                action(
                    "Ask pupils.",
                    "R2",
                    leads=["Heads"],
                    timescale="June 2027",
                    status="Done",
                    own={"Management response": "Agreed. A survey will go out."},
                ),
            ),
        ),
        [],
    ),
    "what was promised, and the next steps": (
        heading("Living on Little: Local Report")
        + table(
            row("Ref", "Commitment", "Who", "When", "What we have done", "Next steps"),
            row(spanning("Driver: Work", 6)),
            row("B1", "Help parents into work.", "Jobs Team", "May 2027", "Sixty helped.", "Vans."),
            row("B2", "Pay a living wage.", "Economy", "June 2027", "Ten firms.", "Breakfasts."),
            row(spanning("Driver: Costs", 6)),
            row("B3", "End meal debt.", "Catering", "July 2027", "Half is gone.", "None."),
        ),
        plan(
            "Living on Little: Local Report",
            aim(
                "Work",
                action("Help parents into work.", "B1", own={"Next steps": "Vans."}),
                action("Pay a living wage.", "B2", own={"Next steps": "Breakfasts."}),
            ),
            aim("Costs", action("End meal debt.", "B3", own={"Next steps": "None."})),
        ),
        [],
    ),
    "a small table of labels below each action": (
        heading("Carers Action Plan")
        + heading("Outcome 1: Carers are found early", 2)
        + heading("Action 1.1", 3)
        + para("Ask carers at each practice.")
        + _small(("Care Manager", "May 2027", "In progress"))
        + heading("Action 1.2", 3)
        + para("Give out packs.")
        + table(row("Lead", cell("Pharmacist", "Carers Centre")), row("Due", "June 2027"))
        + heading("Outcome 2: Young carers rest", 2)
        + heading("Action 2.1", 3)
        + para("Run weekend breaks.")
        + _small(("Youth Work", "July 2027", "Not started")),
        plan(
            "Carers Action Plan",
            aim(
                "Carers are found early",
                action(
                    "Ask carers at each practice.",
                    "1.1",
                    leads=["Care Manager"],
                    timescale="May 2027",
                    status="In progress",
                ),
                action(
                    "Give out packs.",
                    "1.2",
                    leads=["Pharmacist", "Carers Centre"],
                    timescale="June 2027",
                ),
            ),
            aim(
                "Young carers rest",
                action("Run weekend breaks.", "2.1", leads=["Youth Work"], status="Not started"),
            ),
        ),
        [],
    ),
    "a table that says below it that it goes on": (
        heading("Joint Inspection: Improvement Plan")
        + table(
            row(*_REVIEW),
            row(spanning("Recommendation 1: Care is the same everywhere", 5)),
            row("I-1", "Agree one model.", "Manager", "May 2027", "One page"),
        )
        + para("(continued)")
        + table(
            row("I-2", "Share records.", "Digital", "June 2027", "Portal used"),
            row(spanning("Recommendation 2: Help comes early", 5)),
            row("P-1", "Map what there is.", "Third Sector", "July 2027", "A directory"),
        ),
        plan(
            "Joint Inspection: Improvement Plan",
            aim(
                "Care is the same everywhere",
                action("Agree one model.", "I-1", leads=["Manager"]),
                action("Share records.", "I-2", leads=["Digital"], timescale="June 2027"),
            ),
            aim("Help comes early", action("Map what there is.", "P-1", leads=["Third Sector"])),
        ),
        [],
    ),
    "a cover, and a foreword above the plan": (
        paras("Northshore Partnership – Care and Learning", "Care for Young People: Our Plan")
        + paras("2026 to 2029")
        + heading("Foreword", 1)
        + paras(*_FOREWORD)
        + heading("Commitment 1: We listen", 1)
        + table(row("What we will do", "Who", "When"), row("Meet monthly.", "Board", "May 2027")),
        plan(
            "Care for Young People: Our Plan",
            aim("We listen", action("Meet monthly.", leads=["Board"], timescale="May 2027")),
        ),
        ["Northshore Partnership – Care and Learning"],
    ),
}
