"""Plans of services, schools, boards and auditors in many layouts, each with its right values."""

from tests.importers.plan.cells_right import Right
from tests.importers.plan.layouts import action, aim, heading, plan
from tests.importers.plan.odd_pieces import bold, paras
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
    "audit with recommendation aim and response": (
        paras("Internal Audit: Follow-up of Payroll Controls")
        + table(
            row(
                "Rec. no.",
                "Recommendation",
                "Priority",
                "Agreed management action",
                "Responsible officer",
                "Agreed date",
                "Position at 30/09/2026",
                "Auditor’s view",
            ),
            row(
                "1",
                "Leavers should be taken off the payroll on their last day.",
                "High",
                "Send a daily list of leavers from HR.",
                "Payroll Manager",
                "31/12/2026",
                "List tested.",
                "In progress",
            ),
            row(
                "2",
                "Overtime should be approved before it is worked.",
                "Medium",
                "Have the form signed online.",
                "Head of HR",
                "31/03/2027",
                "Not begun.",
                "Not started",
            ),
        ),
        plan(
            "Internal Audit: Follow-up of Payroll Controls",
            aim(
                "Leavers should be taken off the payroll on their last day.",
                action(
                    "Send a daily list of leavers from HR.",
                    leads=["Payroll Manager"],
                    timescale="31/12/2026",
                    progress="List tested.",
                    own={"Priority": "High", "Auditor’s view": "In progress"},
                ),
            ),
            aim(
                "Overtime should be approved before it is worked.",
                action(
                    "Have the form signed online.",
                    leads=["Head of HR"],
                    timescale="31/03/2027",
                    progress="Not begun.",
                ),
            ),
        ),
        [],
    ),
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
    "action log of a board": (
        paras("Health and Care Board", "Rolling Action Log")
        + table(
            row(
                "Min. ref",
                "Meeting date",
                "Action",
                "To be actioned by",
                "Due",
                "Update",
                "Open/closed",
            ),
            row(
                "12/26",
                "3 June 2026",
                "Bring a paper on winter beds.",
                "Chief Nurse",
                "2 September 2026",
                "On the agenda.",
                "Closed",
            ),
            row(
                "15/26",
                "3 June 2026",
                "Write to the Minister on drugs costs.",
                "Chair",
                "30 June 2026",
                "Reply awaited.",
                "Open",
            ),
        ),
        plan(
            "Rolling Action Log",
            aim(
                "Rolling Action Log",
                action(
                    "Bring a paper on winter beds.",
                    "12/26",
                    leads=["Chief Nurse"],
                    timescale="2 September 2026",
                    progress="On the agenda.",
                    status="Closed",
                    own={"Meeting date": "3 June 2026"},
                ),
                action(
                    "Write to the Minister on drugs costs.",
                    "15/26",
                    leads=["Chair"],
                    timescale="30 June 2026",
                    progress="Reply awaited.",
                    status="Open",
                ),
            ),
        ),
        ["Health and Care Board"],
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
    "standards with codes and a key": (
        paras(
            "Care at Home Service: Response to Inspection",
            "Key: Blue = finished; Green = to plan; Red = behind",
        )
        + para("Standard 4.11: I experience high quality care")
        + table(
            row(
                "Requirement no.",
                "Steps to be taken",
                "Accountable person",
                "Date for compliance",
                "How compliance will be shown",
                "Colour",
            ),
            row(
                "1",
                "Audit medicine charts each month.",
                "Registered Manager",
                "30 November 2026",
                "Audits signed",
                "Green",
            ),
            row(
                "1",
                "Retrain staff who make errors.",
                "Team Leader",
                "31 January 2027",
                "Certificates",
                "Red",
            ),
        )
        + para("Standard 4.23: My needs are met by the right number of people")
        + table(
            row(
                "Requirement no.",
                "Steps to be taken",
                "Accountable person",
                "Date for compliance",
                "How compliance will be shown",
                "Colour",
            ),
            row(
                "2",
                "Fill four posts.",
                "Provider",
                "28 February 2027",
                "No gaps in the rota",
                "Blue",
            ),
        ),
        plan(
            "Care at Home Service: Response to Inspection",
            aim(
                "I experience high quality care",
                action(
                    "Audit medicine charts each month.",
                    "1",
                    leads=["Registered Manager"],
                    timescale="30 November 2026",
                    success=["Audits signed"],
                    status="Green",
                ),
                action(
                    "Retrain staff who make errors.",
                    "1",
                    leads=["Team Leader"],
                    timescale="31 January 2027",
                    success=["Certificates"],
                    status="Red",
                ),
            ),
            aim(
                "My needs are met by the right number of people",
                action(
                    "Fill four posts.",
                    "2",
                    leads=["Provider"],
                    timescale="28 February 2027",
                    success=["No gaps in the rota"],
                    status="Blue",
                ),
            ),
        ),
        ["Key: Blue = finished; Green = to plan; Red = behind"],
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
    "learning review with points": (
        paras(
            "Adult Support and Protection Committee",
            "Learning Review “J”: Multi-agency Action Plan",
            "As at 2 November 2026",
        )
        + table(
            row(
                "Learning point",
                "Agreed actions",
                "Lead agency",
                "Timescale for completion",
                "Evidence of change",
                "BRAG",
                "Date completed",
            ),
            row(
                merged("1. Records should be read before a visit.", start=True),
                "Brief all teams.",
                "Social Work",
                "30/11/2026",
                "Attendance lists",
                "Blue",
                "12/10/2026",
            ),
            row(
                merged(),
                "Add a prompt to the form.",
                "Business Support",
                "31/01/2027",
                "Form in use",
                "Green",
                "",
            ),
            row(
                merged("2. GPs should be asked early.", start=True),
                "Agree one mailbox.",
                "NHS",
                "28/02/2027",
                "Replies in two days",
                "Amber",
                "",
            ),
        ),
        plan(
            "Learning Review “J”: Multi-agency Action Plan",
            aim(
                "Records should be read before a visit.",
                action(
                    "Brief all teams.",
                    leads=["Social Work"],
                    timescale="30/11/2026",
                    success=["Attendance lists"],
                    status="Blue",
                    own={"Date completed": "12/10/2026"},
                ),
                action(
                    "Add a prompt to the form.",
                    leads=["Business Support"],
                    timescale="31/01/2027",
                    success=["Form in use"],
                    status="Green",
                ),
            ),
            aim(
                "GPs should be asked early.",
                action(
                    "Agree one mailbox.",
                    leads=["NHS"],
                    timescale="28/02/2027",
                    success=["Replies in two days"],
                    status="Amber",
                ),
            ),
        ),
        ["Adult Support and Protection Committee"],
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
    "a scrutiny tracker with decisions": (
        paras("Scrutiny Panel: Action Tracker")
        + table(
            row("Para", "Decision of the Panel", "Action", "By", "Expected by", "Current state"),
            row(
                "5.2",
                "Agreed to see the figures each quarter.",
                "Send a table of complaints.",
                "Complaints Officer",
                "31 January 2027",
                "Under way",
            ),
            row(
                "7.1",
                "Asked why calls wait.",
                "Report on call times.",
                "Contact Centre Manager",
                "28 February 2027",
                "Not begun",
            ),
        ),
        plan(
            "Scrutiny Panel: Action Tracker",
            aim(
                "Scrutiny Panel: Action Tracker",
                action(
                    "Send a table of complaints.",
                    "5.2",
                    leads=["Complaints Officer"],
                    timescale="31 January 2027",
                    status="Under way",
                    own={"Decision of the Panel": "Agreed to see the figures each quarter."},
                ),
                action(
                    "Report on call times.",
                    "7.1",
                    leads=["Contact Centre Manager"],
                    timescale="28 February 2027",
                    status="Not begun",
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
    "hospital discharge: aim and owner in the band": (
        paras(
            "Delayed Discharge Recovery Plan",
            "Northern Health and Social Care Partnership",
            "October 2026",
        )
        + table(
            row(
                "Ref",
                "Actions",
                "Responsible",
                "Target date",
                "KPI",
                "Progress update – October",
                "RAG – October",
                "Progress update – November",
                "RAG – November",
            ),
            row(spanning("Workstream 1: Home first (Lead: Chief Nurse)", 9)),
            row(
                "1a",
                "Screen every patient in 48 hours.",
                "Ward Managers",
                "30/11/2026",
                "90 % screened",
                "70 %",
                "Amber",
                "84 %",
                "Green",
            ),
            row(
                "1b",
                "Hold a daily huddle.",
                "Flow Coordinator",
                "In place",
                "Huddle held",
                "Begun",
                "Green",
                "Daily",
                "Green",
            ),
        ),
        plan(
            "Delayed Discharge Recovery Plan",
            aim(
                "Home first (Lead: Chief Nurse)",
                action(
                    "Screen every patient in 48 hours.",
                    "1a",
                    leads=["Ward Managers"],
                    timescale="30/11/2026",
                    success=["90 % screened"],
                    progress="70 %\n84 %",
                    status="Green",
                ),
                action(
                    "Hold a daily huddle.",
                    "1b",
                    leads=["Flow Coordinator"],
                    timescale="In place",
                    success=["Huddle held"],
                    progress="Begun\nDaily",
                    status="Green",
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
    "a letter of response with a table and no aims": (
        paras("Response to Audit Scotland’s report on council houses", "Action plan")
        + table(
            row("Paragraph", "What the auditors found", "Our response", "Officer", "Complete by"),
            row(
                "14",
                "Rents are not compared.",
                "We will compare them each year.",
                "Rent Officer",
                "30 June 2027",
            ),
            row(
                "22–25",
                "Tenants are not asked.",
                "We will ask them in spring.",
                "Tenant Participation Officer",
                "31 May 2027",
            ),
        ),
        plan(
            "Response to Audit Scotland’s report on council houses",
            aim(
                "Rents are not compared.",
                action(
                    "We will compare them each year.",
                    "14",
                    leads=["Rent Officer"],
                    timescale="30 June 2027",
                ),
            ),
            aim(
                "Tenants are not asked.",
                action(
                    "We will ask them in spring.",
                    "22–25",
                    leads=["Tenant Participation Officer"],
                    timescale="31 May 2027",
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
}
