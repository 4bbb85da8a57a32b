"""Plans of boards, auditors and panels in many layouts, each with its right values."""

from tests.importers.plan.cells_right import Right
from tests.importers.plan.layouts import action, aim, plan
from tests.importers.plan.odd_pieces import paras
from tests.importers.word_files import merged, para, row, spanning, table

BOARDS: dict[str, tuple[str, Right, list[str]]] = {
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
}
