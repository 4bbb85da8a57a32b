"""Negative impacts badly handled: a charge is brought in, and the form says that all is well."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import (
    Written,
    assessment,
    marks,
    passages,
    signed,
    yes_no,
)
from tests.plan.papers import Said

AIMS = (
    AimOutline(
        "Put out-of-school care on a sound footing",
        (
            ActionOutline(
                text="Introduce a charge of £4 a session in all nine clubs",
                pages="Page 40",
                indicators=("Management of resources",),
                leads=("Out of School Care Manager",),
                timescale="From August 2018",
                success_criteria=("Income of £110,000 in the school year 2018/19",),
            ),
            ActionOutline(
                text="Close clubs with fewer than twelve children",
                pages="Page 40",
                indicators=("Management of resources",),
                leads=("Out of School Care Manager", "Head Teachers"),
                timescale="Review December 2018 and annually thereafter",
                success_criteria=("Every club has twelve children or more.",),
            ),
        ),
    ),
    AimOutline(
        "Raise the quality of play",
        (
            ActionOutline(
                text="Develop play leaders’ skills",
                pages="Pages 41-42",
                indicators=("Staff training, development and support",),
                leads=("Play Development Officer",),
                timescale="Ongoing",
                success_criteria=(
                    "Improved quality of play in clubs",
                    "Staff feel more confident",
                ),
            ),
            ActionOutline(
                text="Buy outdoor play equipment",
                pages="Page 42",
                indicators=("Impact on children and young people",),
                leads=("Play Development Officer",),
                timescale="By end of October 2018",
                success_criteria=("Equipment has been delivered to all clubs.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    item_no="11",
    committee="Education Committee",
    meeting_date="19 March 2018",
    title="Out-of-School Care: Improvement Plan",
    by="Head of Education Resources",
    number="97-2018",
    signatory="T. Oliphant",
    signatory_post="Head of Education Resources",
    signed_on="March 2018",
    passages=passages(
        purpose="To ask members to approve charges for out-of-school care and an improvement plan.",
        recommendations=("approve the charges", "approve the improvement plan"),
        financial="Additional income of £110,000 in a full year.",
        main_text=(
            "Out-of-school care is used by 410 children. It has been free since 2009.",
            "The plan has two aims, sustainability and quality.",
        ),
        policy="Screened for Sustainability, Strategic Environmental Assessment, Anti-Poverty, "
        "Equality Impact Assessment and Risk Management. A rapid equality impact assessment has "
        "been undertaken and is appended.",
        consultations="Head Teachers and the Head of Finance.",
        background="None.",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "1 March 2018",
        "report-number": "97-2018",
        "title": "Out-of-School Care: Improvement Plan",
        "new-or-existing": Said(ticks=("existing",)),
        "description": "Introduction of charges and of a minimum size.",
        "outcome": "A sustainable service.",
        "documents": "Budget monitoring 2017/18.",
        "consultation": "No.",
        "officers": "Head of Education Resources.",
        "evidence": "No.",
        **marks(
            negatively="gender age disability socio-economic",
            no_impact="race gender-reassignment religion-or-belief lesbian-gay-bisexual "
            "pregnancy-maternity",
        ),
        "negative-impacts": "No, the charge is the same for everybody.",
        "overcoming": "N/A",
        "full-recommended": "No",
        "monitoring": "Income will be monitored monthly by Finance.",
        "department": "Education",
        "document-type": Said(ticks=("change-papers",)),
        "next-review": "March 2019",
        **signed(
            manager="Out of School Care Manager",
            author="Resources Officer",
            director="T. Oliphant",
            on="1 March 2018",
            base="Burgh Chambers",
        ),
    }
)

PAPER = Written(
    "negative impacts, badly handled",
    PlanOutline(
        title="Out-of-School Care",
        subtitle="Improvement Plan",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2018, 3, 5),
    expected="""
    INFO R14 report/meeting_date
    # A change that is hoped for, and no measure of it, no beginning and no end.
    ASK P9 action/2.1/success_criteria
    ASK E6 assessment/part-1/1
    # Four groups lose, and none of them was asked.
    ASK E10 assessment/part-1/5
    STOP E17 assessment/part-3/2
    STOP E18 assessment/part-3/3
    FIX E20 assessment/part-3/4
    ASK E22 assessment/part-3/5
    INFO E30 assessment/part-2/characteristics
    """,
)
