"""Plans of services and partnerships in many layouts, each with its right values."""

from tests.importers.plan.cells_right import Right
from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import paras
from tests.importers.word_files import cell, merged, para, row, spanning, table

SERVICES: dict[str, tuple[str, Right, list[str]]] = {
    "library service, targets by year in columns": (
        paras(
            "Inverlochy Libraries",
            "Reading for All: Service Improvement Plan 2026-29",
            "Approved by the Culture Committee, 14 May 2026",
        )
        + para("AIM 1. MORE CHILDREN READ FOR PLEASURE")
        + table(
            row(
                "Improvement",
                "What we will do",
                "Responsible post",
                "Milestone date",
                "Measure",
                "2026/27 target",
                "2027/28 target",
                "Progress at Oct 2026",
            ),
            row(
                "1.1",
                "Give every baby a book bag.",
                "Early Years Librarian",
                "31 Dec 2026",
                "Bags given",
                "400",
                "450",
                "210 given.",
            ),
            row(
                "1.2",
                "Run a summer reading challenge in each branch.",
                "Branch Supervisors",
                "Each August",
                "Children who finish",
                "900",
                "950",
                "",
            ),
        )
        + para("AIM 2. NOBODY IS LEFT OFFLINE")
        + table(
            row(
                "Improvement",
                "What we will do",
                "Responsible post",
                "Milestone date",
                "Measure",
                "2026/27 target",
                "2027/28 target",
                "Progress at Oct 2026",
            ),
            row(
                "2.1",
                "Lend tablets for three weeks.",
                "Digital Librarian",
                "March 2027",
                "Loans",
                "60",
                "120",
                "Twenty bought.",
            ),
        ),
        plan(
            "Reading for All: Service Improvement Plan 2026-29",
            aim(
                "MORE CHILDREN READ FOR PLEASURE",
                action(
                    "Give every baby a book bag.",
                    leads=["Early Years Librarian"],
                    timescale="31 Dec 2026",
                    success=["Bags given"],
                    progress="210 given.",
                    own={"2026/27 target": "400", "2027/28 target": "450"},
                ),
                action(
                    "Run a summer reading challenge in each branch.",
                    leads=["Branch Supervisors"],
                    timescale="Each August",
                    success=["Children who finish"],
                ),
            ),
            aim(
                "NOBODY IS LEFT OFFLINE",
                action(
                    "Lend tablets for three weeks.",
                    leads=["Digital Librarian"],
                    timescale="March 2027",
                    success=["Loans"],
                    progress="Twenty bought.",
                ),
            ),
        ),
        ["Inverlochy Libraries"],
    ),
    "climate plan with coded bands": (
        paras("Net Zero Delivery Programme")
        + table(
            row(
                "Code",
                "Intervention",
                "Lead service (support)",
                "Start year",
                "End year",
                "Carbon saved (t)",
                "Cost",
                "State of delivery",
            ),
            row(spanning("BUILDINGS", 8)),
            row(
                "B-01",
                "Fit heat pumps in ten schools.",
                "Property (Education)",
                "2026",
                "2029",
                "420",
                "£4m",
                "In delivery",
            ),
            row(
                "B-02",
                "Draught-proof the town house.",
                "Property",
                "2026",
                "2027",
                "15",
                "£40k",
                "Complete",
            ),
            row(spanning("TRAVEL", 8)),
            row(
                "T-01", "Charge vans at depots.", "Fleet", "2027", "2028", "60", "£300k", "Planned"
            ),
        ),
        plan(
            "Net Zero Delivery Programme",
            aim(
                "BUILDINGS",
                action(
                    "Fit heat pumps in ten schools.",
                    "B-01",
                    leads=["Property (Education)"],
                    timescale="2029",
                    status="In delivery",
                    own={"Start year": "2026", "Cost": "£4m", "Carbon saved (t)": "420"},
                ),
                action(
                    "Draught-proof the town house.",
                    "B-02",
                    leads=["Property"],
                    timescale="2027",
                    status="Complete",
                ),
            ),
            aim(
                "TRAVEL",
                action(
                    "Charge vans at depots.",
                    "T-01",
                    leads=["Fleet"],
                    timescale="2028",
                    status="Planned",
                ),
            ),
        ),
        [],
    ),
    "cards in pairs with the outcome inside": (
        heading("Housing Options Plan")
        + table(
            row("Outcome", "Nobody sleeps rough", "Ref", "H1"),
            row("Action", "Open a night shelter.", "Owner", "Housing Options Manager"),
            row("Timescale", "Nov 2026", "Status", "On track"),
            row("Measures", spanning("No one turned away", 3)),
            row("Latest position", spanning("Hall booked.", 3)),
        )
        + para()
        + table(
            row("Outcome", "Nobody sleeps rough", "Ref", "H2"),
            row("Action", "Train street workers.", "Owner", "Third Sector Lead"),
            row("Timescale", "Jan 2027", "Status", "At risk"),
            row("Measures", spanning("Twelve trained", 3)),
            row("Latest position", spanning("", 3)),
        ),
        plan(
            "Housing Options Plan",
            aim(
                "Nobody sleeps rough",
                action(
                    "Open a night shelter.",
                    "H1",
                    leads=["Housing Options Manager"],
                    timescale="Nov 2026",
                    success=["No one turned away"],
                    progress="Hall booked.",
                    status="On track",
                ),
                action(
                    "Train street workers.",
                    "H2",
                    leads=["Third Sector Lead"],
                    timescale="Jan 2027",
                    success=["Twelve trained"],
                    status="At risk",
                ),
            ),
        ),
        [],
    ),
    "quarters below a heading of progress": (
        heading("Road Safety Action Plan")
        + para("Objective A: Fewer young drivers die")
        + table(
            row("Ref", "Activity", "Lead", "Completion", spanning("Progress", 3), "RAG"),
            row("", "", "", "", "Q1", "Q2", "Q3", ""),
            row(
                "A1",
                "Talk to S6 pupils.",
                "Roads Sergeant",
                "June 2027",
                "Two schools.",
                "Four schools.",
                "",
                "G",
            ),
            row("A2", "Check speeds on the A9.", "Ops Inspector", "Monthly", "", "Begun.", "", "A"),
        ),
        plan(
            "Road Safety Action Plan",
            aim(
                "Fewer young drivers die",
                action(
                    "Talk to S6 pupils.",
                    "A1",
                    leads=["Roads Sergeant"],
                    timescale="June 2027",
                    status="G",
                ),
                action(
                    "Check speeds on the A9.",
                    "A2",
                    leads=["Ops Inspector"],
                    timescale="Monthly",
                    progress="Begun.",
                    status="A",
                ),
            ),
        ),
        [],
    ),
    "a card with two rows of labels above what they say": (
        heading("Flood Risk Action Plan")
        + heading("Objective 1: Homes by the burn are drier", 2)
        + table(
            row("Action no.", "Action", "Owner"),
            row("1", "Clear the trash screen each week.", "Burn Warden"),
            row("Due", "Measure", "Status"),
            row("Weekly", "No blockage", "Green"),
        ),
        plan(
            "Flood Risk Action Plan",
            aim(
                "Homes by the burn are drier",
                action(
                    "Clear the trash screen each week.",
                    "1",
                    leads=["Burn Warden"],
                    timescale="Weekly",
                    success=["No blockage"],
                    status="Green",
                ),
            ),
        ),
        [],
    ),
    "leads as bullets and several measures": (
        heading("Gaelic Language Plan: Year 3 Actions")
        + para("Commitment 4 – More people hear Gaelic at work")
        + table(
            row(
                "Ref.",
                "Key actions",
                "Lead officers",
                "Year 3 milestone",
                "Indicators of success",
                "Update to Bòrd na Gàidhlig",
            ),
            row(
                "4.1",
                "Answer the phone in both languages.",
                cell("Customer Services", "Gaelic Officer"),
                "March 2027",
                cell("A third of staff do so", "Callers say they like it"),
                "Half the team trained.",
            ),
            row(
                "4.2",
                "Put up signs in the foyer.",
                "Facilities Manager",
                "June 2026",
                "Signs up",
                "Done.",
            ),
        ),
        plan(
            "Gaelic Language Plan: Year 3 Actions",
            aim(
                "More people hear Gaelic at work",
                action(
                    "Answer the phone in both languages.",
                    leads=["Customer Services", "Gaelic Officer"],
                    timescale="March 2027",
                    success=["A third of staff do so", "Callers say they like it"],
                    progress="Half the team trained.",
                ),
                action(
                    "Put up signs in the foyer.",
                    leads=["Facilities Manager"],
                    timescale="June 2026",
                    success=["Signs up"],
                    progress="Done.",
                ),
            ),
        ),
        [],
    ),
    "delivered by a date beside a lead": (
        paras("Workforce Plan 2026 to 2029")
        + table(
            row(spanning("Ambition: We grow our own", 6)),
            row(
                "#", "Proposed action", "Delivery lead", "Delivered by", "Impact sought", "Position"
            ),
            row(
                "1",
                "Take on twelve apprentices.",
                "HR Manager",
                "August 2027",
                "Twelve stay",
                "On track",
            ),
            row(
                "2",
                "Offer college days.",
                "Training Officer",
                "September 2027",
                "Ten pass",
                "Not started",
            ),
            row(spanning("Ambition: People stay", 6)),
            row(
                "3",
                "Hold exit talks.",
                "Line managers",
                "From May 2026",
                "Reasons known",
                "Completed",
            ),
        ),
        plan(
            "Workforce Plan 2026 to 2029",
            aim(
                "We grow our own",
                action(
                    "Take on twelve apprentices.",
                    "1",
                    leads=["HR Manager"],
                    timescale="August 2027",
                    success=["Twelve stay"],
                    status="On track",
                ),
                action(
                    "Offer college days.",
                    "2",
                    leads=["Training Officer"],
                    timescale="September 2027",
                    success=["Ten pass"],
                    status="Not started",
                ),
            ),
            aim(
                "People stay",
                action(
                    "Hold exit talks.",
                    "3",
                    leads=["Line managers"],
                    timescale="From May 2026",
                    success=["Reasons known"],
                    status="Completed",
                ),
            ),
        ),
        [],
    ),
    "fire: an action with steps below it in the same table": (
        paras("Unwanted Fire Alarm Signals: Action Plan")
        + table(
            row("Action", "Milestones", "Owner", "Delivery date", "Status", "Comments"),
            row(
                merged("Cut false alarms in care homes.", start=True),
                "Visit twelve homes.",
                "Station Manager",
                "June 2027",
                "Green",
                "Four visited.",
            ),
            row(merged(), "Fit delay switches.", "Care providers", "Dec 2027", "Amber", ""),
        ),
        plan(
            "Unwanted Fire Alarm Signals: Action Plan",
            aim(
                "Cut false alarms in care homes.",
                action(
                    "Visit twelve homes.",
                    leads=["Station Manager"],
                    timescale="June 2027",
                    progress="Four visited.",
                    status="Green",
                ),
                action(
                    "Fit delay switches.",
                    leads=["Care providers"],
                    timescale="Dec 2027",
                    status="Amber",
                ),
            ),
        ),
        [],
    ),
    "cards, labels with their value in one cell": (
        heading("Allotments Plan")
        + para("Aim 1: More plots")
        + table(
            row("Action: Clear the old yard.", "Lead: Parks Foreman"),
            row("Timescale: May 2027", "RAG: Green"),
            row(spanning("Progress: Half is clear.", 2)),
        ),
        plan(
            "Allotments Plan",
            aim(
                "More plots",
                action(
                    "Clear the old yard.",
                    leads=["Parks Foreman"],
                    timescale="May 2027",
                    progress="Half is clear.",
                    status="Green",
                ),
            ),
        ),
        [],
    ),
}
