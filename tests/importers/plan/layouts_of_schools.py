"""Plans of schools, parks and tenants in many layouts, each with its right values."""

from tests.importers.plan.cells_right import Right
from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import bold, paras
from tests.importers.word_files import cell, merged, para, row, spanning, table

SCHOOLS: dict[str, tuple[str, Right, list[str]]] = {
    "nursery, blocks with a rationale": (
        heading("Rowan Nursery Improvement Plan 2026-2027")
        + para("Improvement priority 1: Children play outdoors every day", "")
        + para("Rationale: parents asked for it in June.")
        + table(
            row("Task", "By whom", "Time frame", "Success indicators", "Done?"),
            row(
                "Buy wellies in all sizes.",
                "Depute",
                "By September",
                "Every child has a pair",
                "Yes",
            ),
            row("Plan three walks a week.", "All staff", "Weekly", "Log of walks", ""),
        )
        + para("Improvement priority 2: Families stay and play")
        + para("Rationale: only four came last year.")
        + table(
            row("Task", "By whom", "Time frame", "Success indicators", "Done?"),
            row(
                "Open on Friday afternoons.",
                "Senior Practitioner",
                "From October",
                "Ten families",
                "",
            ),
        ),
        plan(
            "Rowan Nursery Improvement Plan 2026-2027",
            aim(
                "Children play outdoors every day",
                action(
                    "Buy wellies in all sizes.",
                    leads=["Depute"],
                    timescale="By September",
                    success=["Every child has a pair"],
                    own={"Done?": "Yes"},
                ),
                action(
                    "Plan three walks a week.",
                    leads=["All staff"],
                    timescale="Weekly",
                    success=["Log of walks"],
                ),
            ),
            aim(
                "Families stay and play",
                action(
                    "Open on Friday afternoons.",
                    leads=["Senior Practitioner"],
                    timescale="From October",
                    success=["Ten families"],
                ),
            ),
        ),
        ["Rationale: parents asked for it in June.", "Rationale: only four came last year."],
    ),
    "transitions, with the start in the timescale": (
        heading("Transitions Improvement Plan")
        + para("Driver 1: Young people plan early", "")
        + table(
            row(
                "Step",
                "Person leading",
                "Start / finish",
                "What will be different",
                "State of play",
            ),
            row(
                "Write a leaflet with young people.",
                "Transitions Worker",
                "Jan 2027 – Mar 2027",
                "They know whom to ring",
                "Words agreed; pictures to come.",
            ),
            row(
                "Meet each family at 14.",
                "Social Work Team",
                "Feb 2027 – Dec 2027",
                "A plan by 15",
                "First nine met.",
            ),
        ),
        plan(
            "Transitions Improvement Plan",
            aim(
                "Young people plan early",
                action(
                    "Write a leaflet with young people.",
                    leads=["Transitions Worker"],
                    timescale="Jan 2027 – Mar 2027",
                    success=["They know whom to ring"],
                    progress="Words agreed; pictures to come.",
                ),
                action(
                    "Meet each family at 14.",
                    leads=["Social Work Team"],
                    timescale="Feb 2027 – Dec 2027",
                    success=["A plan by 15"],
                    progress="First nine met.",
                ),
            ),
        ),
        [],
    ),
    "cluster plan with labels above each header": (
        heading("Cluster Improvement Plan 2026/27")
        + table(
            row("Priority", spanning("Moderation is trusted", 4)),
            row("Why now?", spanning("Levels differ between schools.", 4)),
            row("What are we going to do?", "Who?", "When?", "How will we know?", "What happened?"),
            row(
                "Swap jotters in November.",
                "Principal teachers",
                "November 2026",
                "Levels agree",
                "Swapped.",
            ),
            row(
                "Hold a marking evening.", "Head Teachers", "February 2027", "All schools there", ""
            ),
        )
        + para()
        + table(
            row("Priority", spanning("Every pupil has a plan for S1", 4)),
            row("Why now?", spanning("Six changed their minds.", 4)),
            row("What are we going to do?", "Who?", "When?", "How will we know?", "What happened?"),
            row("Visit in May.", "Pupil Support", "May 2027", "Pupils feel ready", ""),
        ),
        plan(
            "Cluster Improvement Plan 2026/27",
            aim(
                "Moderation is trusted",
                action(
                    "Swap jotters in November.",
                    leads=["Principal teachers"],
                    timescale="November 2026",
                    success=["Levels agree"],
                    progress="Swapped.",
                    own={"Why now?": "Levels differ between schools."},
                ),
                action(
                    "Hold a marking evening.",
                    leads=["Head Teachers"],
                    timescale="February 2027",
                    success=["All schools there"],
                ),
            ),
            aim(
                "Every pupil has a plan for S1",
                action(
                    "Visit in May.",
                    leads=["Pupil Support"],
                    timescale="May 2027",
                    success=["Pupils feel ready"],
                ),
            ),
        ),
        [],
    ),
    "kinship care, aims as numbered bold lines": (
        heading("Kinship Care Development Plan")
        + bold("1) Carers are paid on time")
        + table(
            row("Actions to take", "Key person", "Deadline", "Evidence", "Notes"),
            row(
                "Pay weekly by bank.",
                "Finance Lead",
                "May 2027",
                "No late payments",
                "Bank agreed.",
            ),
        )
        + bold("2) Carers meet each other")
        + table(
            row("Actions to take", "Key person", "Deadline", "Evidence", "Notes"),
            row("Hold a tea each month.", "Support Worker", "Monthly", "Ten come", ""),
        ),
        plan(
            "Kinship Care Development Plan",
            aim(
                "Carers are paid on time",
                action(
                    "Pay weekly by bank.",
                    leads=["Finance Lead"],
                    timescale="May 2027",
                    success=["No late payments"],
                    progress="Bank agreed.",
                ),
            ),
            aim(
                "Carers meet each other",
                action(
                    "Hold a tea each month.",
                    leads=["Support Worker"],
                    timescale="Monthly",
                    success=["Ten come"],
                ),
            ),
        ),
        [],
    ),
    "self-directed support: questions with long explanations": (
        heading("Self-directed Support Improvement Plan 2026")
        + para("What matters 1: People choose")
        + table(
            row(
                cell("What do we need to do?", "Describe the change"),
                cell("Who is responsible?", "Name and post"),
                cell("By when will it be done?"),
                cell("How will we know we have made a difference?"),
                cell("What have we done so far?", "Update each quarter"),
            ),
            row(
                "Print the four options in one page.",
                "Practice Lead",
                "April 2027",
                "People can name them",
                "Drafted.",
            ),
        )
        + para("What matters 2: Carers rest")
        + table(
            row(
                "What do we need to do?",
                "Who is responsible?",
                "By when will it be done?",
                "How will we know we have made a difference?",
                "What have we done so far?",
            ),
            row("Fund ten short breaks.", "Carers Lead", "June 2027", "Carers say so", ""),
        ),
        plan(
            "Self-directed Support Improvement Plan 2026",
            aim(
                "People choose",
                action(
                    "Print the four options in one page.",
                    leads=["Practice Lead"],
                    timescale="April 2027",
                    success=["People can name them"],
                    progress="Drafted.",
                ),
            ),
            aim(
                "Carers rest",
                action(
                    "Fund ten short breaks.",
                    leads=["Carers Lead"],
                    timescale="June 2027",
                    success=["Carers say so"],
                ),
            ),
        ),
        [],
    ),
    "you said, we will": (
        paras("Tenant Participation Plan 2026", "Muirtown Homes")
        + table(
            row("You said", "We will", "Who", "By", "How we’ll know", "Where are we now?"),
            row(
                "Letters are hard to read.",
                "Write in plain words.",
                "Communications Officer",
                "April 2026",
                "Fewer calls",
                "Ten letters redone.",
            ),
            row(
                "Letters are hard to read.",
                "Test letters on tenants.",
                "Tenant Panel",
                "Ongoing",
                "Panel content",
                "",
            ),
            row(
                "Repairs take too long.",
                "Text before each visit.",
                "Repairs Manager",
                "May 2026",
                "No missed visits",
                "Trial in Ward 3.",
            ),
        ),
        plan(
            "Tenant Participation Plan 2026",
            aim(
                "Letters are hard to read.",
                action(
                    "Write in plain words.",
                    leads=["Communications Officer"],
                    timescale="April 2026",
                    success=["Fewer calls"],
                    progress="Ten letters redone.",
                ),
                action(
                    "Test letters on tenants.",
                    leads=["Tenant Panel"],
                    timescale="Ongoing",
                    success=["Panel content"],
                ),
            ),
            aim(
                "Repairs take too long.",
                action(
                    "Text before each visit.",
                    leads=["Repairs Manager"],
                    timescale="May 2026",
                    success=["No missed visits"],
                    progress="Trial in Ward 3.",
                ),
            ),
        ),
        [],
    ),
    "merged leads and dates": (
        heading("Winter Plan")
        + para("Priority 2 – Paths are gritted")
        + table(
            row("Sub-ref", "Task", "Lead", "Deadline", "Status"),
            row(
                "2.1",
                "Fill grit bins.",
                merged("Roads Team", start=True),
                merged("October 2026", start=True),
                "Done",
            ),
            row("2.2", "Print the routes.", merged(), merged(), "Done"),
            row("2.3", "Ring the farms.", "Depot Clerk", "November 2026", "Not started"),
        ),
        plan(
            "Winter Plan",
            aim(
                "Paths are gritted",
                action(
                    "Fill grit bins.",
                    "2.1",
                    leads=["Roads Team"],
                    timescale="October 2026",
                    status="Done",
                ),
                action(
                    "Print the routes.",
                    "2.2",
                    leads=["Roads Team"],
                    timescale="October 2026",
                    status="Done",
                ),
                action(
                    "Ring the farms.",
                    "2.3",
                    leads=["Depot Clerk"],
                    timescale="November 2026",
                    status="Not started",
                ),
            ),
        ),
        [],
    ),
    "equality outcomes with merged columns": (
        heading("Equality Outcomes 2025-29: Action Plan")
        + table(
            row(
                "Equality outcome",
                "Protected groups",
                "Actions",
                "Lead directorate",
                "Timeline",
                "Measures",
                "Progress to March 2026",
            ),
            row(
                merged("1. Staff mirror the city", start=True),
                merged("Race, disability", start=True),
                "Advertise in six languages.",
                "People",
                "2026",
                "Applicants by group",
                "Four languages.",
            ),
            row(
                merged(),
                merged(),
                "Guarantee interviews.",
                "People",
                "2027",
                "Interviews",
                "Policy drafted.",
            ),
            row(
                merged("2. Pupils feel safe", start=True),
                merged("Sex, race", start=True),
                "Record each bullying report.",
                "Education",
                "2026",
                "Reports recorded",
                "",
            ),
        ),
        plan(
            "Equality Outcomes 2025-29: Action Plan",
            aim(
                "Staff mirror the city",
                action(
                    "Advertise in six languages.",
                    leads=["People"],
                    timescale="2026",
                    success=["Applicants by group"],
                    progress="Four languages.",
                    own={"Protected groups": "Race, disability"},
                ),
                action(
                    "Guarantee interviews.",
                    leads=["People"],
                    timescale="2027",
                    success=["Interviews"],
                    progress="Policy drafted.",
                    own={"Protected groups": "Race, disability"},
                ),
            ),
            aim(
                "Pupils feel safe",
                action(
                    "Record each bullying report.",
                    leads=["Education"],
                    timescale="2026",
                    success=["Reports recorded"],
                    own={"Protected groups": "Sex, race"},
                ),
            ),
        ),
        [],
    ),
    "letters as headings and lead column first": (
        heading("Play Park Strategy: Delivery")
        + para("A. Parks are close to home")
        + table(
            row("Lead", "Action", "Timescale", "Output", "Outcome"),
            row(
                "Greenspace Team",
                "Map each child’s walk.",
                "2026/27",
                "Map",
                "No child walks over 10 minutes",
            ),
        )
        + para("B. Parks are open to all")
        + table(
            row("Lead", "Action", "Timescale", "Output", "Outcome"),
            row(
                "Access Officer",
                "Fit two inclusive swings.",
                "2027/28",
                "Swings",
                "Children of all abilities play",
            ),
        ),
        plan(
            "Play Park Strategy: Delivery",
            aim(
                "Parks are close to home",
                action(
                    "Map each child’s walk.",
                    leads=["Greenspace Team"],
                    timescale="2026/27",
                    success=["No child walks over 10 minutes"],
                    own={"Output": "Map"},
                ),
            ),
            aim(
                "Parks are open to all",
                action(
                    "Fit two inclusive swings.",
                    leads=["Access Officer"],
                    timescale="2027/28",
                    success=["Children of all abilities play"],
                ),
            ),
        ),
        [],
    ),
}
