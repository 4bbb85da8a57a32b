"""A plan pasted together from the returns of five agencies, and a report that nobody read again."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.paper_outline import AppendixOutline, ReportOutline
from tests.plan.checks.written.writing import Inspection, Written, passages

INSPECTION = Inspection(
    title="Joint inspection of services for children and young people in Ardlaw",
    published="November 2016",
    pages="36",
    contents="""\
Introduction 2
5-8 Improvements in wellbeing
9-12 Impact on children and young people
13-15 Impact on families
16-19 Providing help and support at an early stage
20-24 Assessing and responding to risks and needs
25-28 Planning for individual children and young people
29-32 Leadership of improvement and change
What happens next""",
    recommendations=(
        "Share information between agencies without delay.",
        "Put the lessons of case reviews into practice.",
    ),
)

AIMS = (
    AimOutline(
        "Share information between agencies without delay",
        (
            ActionOutline(
                text="Protocol for the sharing of information between agencies",
                pages="Pages 21, 20, 24",
                indicators=("Assessing and responding to risks and needs",),
                leads=("CPC", "Information Governance Manager"),
                timescale="Easter 2017",
                success_criteria=("The protocol has been signed by all five agencies.",),
            ),
            ActionOutline(
                text="Ring the duty line within an hour where a child is at risk.",
                pages="Pages 20-24",
                indicators=(
                    "Assessing and responding to risks and needs",
                    "Assessing & responding to risks & needs",
                ),
                leads=("Police Scotland", "Duty Team, tel. 01632" + " 960 170"),
                timescale="With immediate effect",
                success_criteria=("98% of calls are made within an hour.",),
            ),
            ActionOutline(
                text="GP practices will be aware of the named person service.",
                pages="Pages 16, 17, 41",
                indicators=("Providing help and support at an early stage",),
                leads=("Clinical Lead", "Named Person Service"),
                timescale="31 June 2017",
                success_criteria=("GPs have greater awareness.",),
            ),
        ),
    ),
    AimOutline(
        "Put the lessons of case reviews into practice",
        (
            ActionOutline(
                text="Hold a half-day on each case review within two months of its publication.",
                pages="Pages 2, 29, 30",
                indicators=("Leadership of improvement and change",),
                leads=("CPC Training Sub-group",),
                timescale="First review June 2017 and six monthly thereafter",
                success_criteria=("Four half-days a year, with 40 people at each.",),
                progress=(
                    NoteOutline(
                        "February 2017", "On track", "Places: training@ardlaw.example or by phone."
                    ),
                ),
            ),
            ActionOutline(
                text="Send a one-page briefing to all teams.",
                pages="Pages 29, 31",
                indicators=("Leadership of improvement & change", "Learning culture"),
                leads=("Child Protection Committee Training Sub-group",),
                timescale="April 2017",
                success_criteria=("Four half-days a year, with 40 people at each.",),
            ),
            ActionOutline(
                text="Measure whether practice has changed.",
                pages="9 to 15",
                indicators=(
                    "Impact on children and young people",
                    "Planning for individual children and young people",
                ),
                leads=("Quality Assurance Officer",),
                timescale="January 2017",
                success_criteria=(
                    "Carry out surveys of staff and families.",
                    "Assess practice through audit.",
                ),
            ),
        ),
    ),
)

PAPER = Written(
    "many hands",
    PlanOutline(
        title="Ardlaw Children’s Partnership",
        subtitle="Improvement Plan",
        date="February 2017",
        aims=AIMS,
        report=ReportOutline(
            item_no="10",
            committee="Policy and Resources Committee",
            meeting_date="Tuesday 6 February 2017",
            title="Inspection of Children’s Services: Improvement Plan",
            by="Chief Executive",
            number="55-2016",
            signatory="W. Kinnear",
            signatory_post="Chief Executive",
            signed_on="March 2017",
            appendices=(
                AppendixOutline("plan"),
                AppendixOutline("text", "Membership of the partnership", "Five agencies."),
            ),
            passages=passages(
                purpose="This report presents the improvement plan attached as Appendix 1. The "
                "inspection report is at Appendix 3.",
                recommendations=("approve the plan", "members are asked to share it widely"),
                financial="None.",
                main_text=(
                    "The three aims of the plan were agreed by the partnership on 12 January.",
                    "They build on Report no. 380-2016 and on research by the university.",
                ),
                policy="Screened for Sustainability, Strategic Environmental Assessment and "
                "Equality Impact Assessment. An Equality Impact Assessment has been completed and "
                "is attached.",
                consultations="The five agencies.",
                background="None.",
            ),
        ),
    ),
    today=date(2017, 1, 30),
    inspection=INSPECTION,
    expected="""
    INFO R14 report/meeting_date
    # 6 February 2017 was a Monday.
    FIX R2 report/meeting_date
    ASK R3 report/number
    # Appendix 3 is not there; Appendix 2 is nowhere cited.
    FIX R4 report/purpose/1
    ASK R4 appendix/2
    ASK R5 report/recommendations/2
    # Anti-Poverty and Risk Management.
    FIX R8 report/policy
    ASK R10 report/background
    FIX R12 report/main-text/1
    FIX R13 report/signed_on
    STOP E34 report/policy/1
    FIX P3 action/1.1/pages
    # CPC in 1.1; it is nowhere tied to Child Protection Committee.
    ASK P6 action/1.1/leads
    INFO P12 action/1.1/text
    FIX P4 action/1.2/indicators
    FIX P11 action/1.2/leads
    FIX P3 action/1.3/pages
    FIX P7 action/1.3/timescale
    ASK P9 action/1.3/success_criteria
    INFO P12 action/1.3/text
    # Page 2 is the introduction.
    ASK P3 action/2.1/pages
    FIX P11 action/2.1/progress
    ASK P4 action/2.2/indicators
    INFO P9 action/2.2/success_criteria
    # January 2017 is over on 6 February.
    ASK P8 action/2.3/progress
    # Planning is on pages 25 to 28; 13 to 15 are about families.
    ASK P5 action/2.3/indicators
    INFO P5 action/2.3/pages
    ASK P9 action/2.3/success_criteria
    # "What happens next" has no page.
    ASK P5 source/contents
    # Pages 5 to 8, 18, 19, 25 to 28 and 32 are named by none.
    INFO P10 source/contents
    """,
    # A timescale that an officer understands, and that is not read yet.
)
