"""An early draft that another officer has commented on within the text; its form is half filled."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import Written, assessment, marks, passages, yes_no
from tests.plan.papers import Said

AIMS = (
    AimOutline(
        "To reduce youth homelessness",
        (
            ActionOutline(
                text="Mediation service for families to be re-tendered",
                pages="tbc",
                indicators=("Impact on families",),
                leads=("Housing Options Team",),
                timescale="tbc",
                success_criteria=("Fewer young people present as homeless.",),
            ),
            ActionOutline(
                text="Nightstop – explore options",
                pages="p.14",
                indicators=("Early help",),
                leads=("Housing Options Team / RSLs",),
                timescale="Q2 2017/18",
                success_criteria=("Options paper to Housing Management Team by September 2017.",),
            ),
            ActionOutline(
                text="We will visit all S4 classes to talk about leaving home.",
                pages="p.14",
                indicators=("Early help",),
                leads=("Youth Housing Worker",),
                timescale="2017-2018",
                success_criteria=("Visits made to all eight schools.",),
            ),
        ),
    ),
    AimOutline(
        "To improve temporary accommodation",
        (
            ActionOutline(
                text="Inspect all units",
                pages="pp 15-16",
                indicators=("Management of resources",),
                leads=("Temporary Accommodation Officer",),
                timescale="Rolling programme",
                success_criteria=("100% inspected annually.",),
            ),
            ActionOutline(
                text="Furniture packs – improve quality",
                pages="p 16",
                indicators=("Management of resources",),
                leads=("Procurement",),
                timescale="Oct 2017",
                success_criteria=("Tenant satisfaction up.",),
            ),
        ),
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "title": "Youth homelessness plan",
        "new-or-existing": Said(ticks=("new",)),
        "description": "Plan to reduce youth homelessness",
        "outcome": "?",
        "consultation": "Planned for May",
        **marks(positively="age socio-economic", not_known="race gender-reassignment"),
        "positive-impacts": "Yes – young people",
        "department": "Housing",
    }
)

PAPER = Written(
    "an early draft",
    PlanOutline(
        title="Youth Homelessness",
        subtitle="Draft improvement plan v0.3",
        aims=AIMS,
        report=ReportOutline(
            committee="Housing Committee",
            meeting_date="June 2017",
            title="Youth Homelessness: Improvement Plan",
            by="Head of Housing",
            passages=passages(
                purpose="To seek approval of the plan.",
                recommendations=("approve the plan",),
                financial="[Finance to complete]",
                main_text="In 2016/17, 212 young people aged 16-24 presented as homeless. The plan "
                "has two aims.",
                policy="Sustainability – none. Strategic Environmental Assessment – none. "
                "Anti-Poverty – positive. Equality Impact Assessment – to be completed. Risk "
                "Management – none.",
                consultations="tbc",
                background="None",
            ),
        ),
        assessments=(ASSESSMENT,),
    ),
    today=date(2017, 4, 10),
    expected="""
    # A month is no day.
    FIX R2 report/meeting_date
    FIX R3 report/number
    # "to be completed", and there is a form.
    STOP E34 report/policy
    FIX P3 action/1.1/pages
    FIX P7 action/1.1/timescale
    ASK P9 action/1.1/success_criteria
    INFO P12 action/1.1/text
    ASK P6 action/1.2/leads
    FIX P7 action/2.1/timescale
    ASK P9 action/2.2/success_criteria
    INFO P12 action/1.2/text
    INFO P12 action/2.2/text
    FIX E2 assessment/part-1/date
    FIX E3 assessment/part-1/report-number
    STOP E11 assessment/part-1/7
    # Gender, religion, disability, sexual orientation, pregnancy.
    FIX E13 assessment/part-2/characteristics
    FIX E24 assessment/part-3/6
    FIX E27 assessment/part-4/document-type
    FIX E28 assessment/part-4/contacts.manager.name
    FIX E28 assessment/part-4/contacts.author.name
    FIX E28 assessment/part-4/signatures.signature.author
    FIX E28 assessment/part-4/signatures.date.author
    FIX E28 assessment/part-4/signatures.signature.director
    FIX E28 assessment/part-4/signatures.date.director
    FIX E28 assessment/part-4/director-name
    FIX E29 assessment/part-4/next-review
    INFO E30 assessment/part-2/characteristics
    """,
)
