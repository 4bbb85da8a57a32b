"""A form that contradicts itself: filled in over two afternoons by two people, from an old one."""

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
        "Help every young carer to keep up at school.",
        (
            ActionOutline(
                text="Name in each secondary school a teacher to whom young carers can turn.",
                pages="Page 18",
                indicators=("Impact on children and young people",),
                leads=("Education Service",),
                timescale="August 2017",
                success_criteria=("All seven secondary schools have named a teacher.",),
            ),
            ActionOutline(
                text="Hand out the young carer’s card and tell staff what it means.",
                pages="Pages 18, 19",
                indicators=("Impact on children and young people",),
                leads=("Carers’ Centre", "Education Service"),
                timescale="To be in place by October 2017. Reviewed annually thereafter",
                success_criteria=(
                    "150 cards have been handed out by June 2018.",
                    "Attendance of card holders is no lower than that of their year group.",
                ),
            ),
        ),
    ),
    AimOutline(
        "Give carers of all ages a break when they need one.",
        (
            ActionOutline(
                text="Draw up with the Carers’ Centre a menu of short breaks.",
                pages="Page 23",
                indicators=("Impact on families",),
                leads=("Carers’ Centre",),
                timescale="December 2017",
                success_criteria=("The menu is published and in every surgery.",),
            ),
            ActionOutline(
                text="Pay grants of up to £400 to carers who arrange a break themselves.",
                pages="Pages 23, 24",
                indicators=("Impact on families", "Management of resources"),
                leads=("Health and Social Care Partnership",),
                timescale="1st April 2018 and reviewed annually thereafter",
                success_criteria=("Sixty grants are paid in the first year.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    committee="Education and Social Work Committee",
    meeting_date="12 June 2017",
    title="Carers and Young Carers: Improvement Plan 2017-2018",
    by="Director of Education and Social Work",
    number="201-2017",
    signatory="F. Muirhead",
    signatory_post="Director of Education and Social Work",
    signed_on="May 2017",
    passages=passages(
        purpose="This report presents an improvement plan for carers and young carers.",
        recommendations=("approve the plan; and", "note that it will be reviewed in June 2018"),
        financial="£24,000 a year for grants, from the Carers Information Strategies fund.",
        main_text=(
            (
                "The plan follows from what inspectors wrote about young carers last year, and "
                "from the Carers (Scotland) Act 2016."
            ),
            "It has four actions. The fourth, a grants scheme, is new to this area.",
        ),
        policy="This report has been screened for any policy implications in respect of "
        "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality Impact "
        "Assessment and Risk Management. An EQIA is attached.",
        consultations="Chief Officers, the Carers’ Centre and the Young Carers’ Forum.",
        background="None",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(True),
        "date": "June 2016",
        "report-number": "210-2016",
        "title": "Carers and young carers improvement plan",
        "new-or-existing": Said(ticks=("new", "existing")),
        "description": "An improvement plan for carers, with a card for young carers and a grant.",
        "outcome": "Carers are recognised and supported.",
        "documents": "Carers (Scotland) Act 2016; Young Carers’ Forum, report of the day in March.",
        "consultation": "Yes, with the Young Carers’ Forum on 4 March 2017.",
        "officers": "Team Leader (Carers), Equalities Officer.",
        "evidence": "Yes",
        **marks(
            positively="race gender religion-or-belief age socio-economic pregnancy-maternity",
            no_impact="gender-reassignment",
        ),
        # Two marks in a row, and none at all in another.
        "characteristics.disability": Said(ticks=("positively", "no-impact")),
        "characteristics.other": Said("Carers"),
        "positive-impacts": "No.",
        "negative-impacts": "Yes. Carers who do not see themselves as carers will not ask for a "
        "card or a grant.",
        "overcoming": "Posters in surgeries; the Carers’ Centre will visit workplaces.",
        "justification": "Not applicable.",
        "full-recommended": "Yes",
        "monitoring": "The partnership will keep an eye on it.",
        "department": "Education and Social Work",
        "document-type": Said("Action plan", ticks=("strategy-service",)),
        "next-review": "June 2016",
        **signed(
            manager="Head of Adult Services",
            author="Team Leader (Carers)",
            director="F. Muirhead",
            on="31 May 2017",
            base="Town House",
        ),
    }
)

PAPER = Written(
    "contradictory",
    PlanOutline(
        title="Carers and Young Carers",
        subtitle="Improvement Plan 2017-2018",
        date="May 2017",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2017, 5, 31),
    expected="""
    INFO R14 report/meeting_date
    FIX E1 assessment/part-1/rapid
    FIX E3 assessment/part-1/report-number
    FIX E5 assessment/part-1/1
    # Yes, and nothing of what, how and when.
    FIX E12 assessment/part-1/7
    # Disability has two marks, sexual orientation none.
    FIX E13 assessment/part-2/characteristics
    # Other is filled in and not marked.
    FIX E14 assessment/part-2/characteristics
    INFO E30 assessment/part-2/characteristics
    FIX E15 assessment/part-3/1
    ASK E19 assessment/part-3/2
    # Full is ticked as well, so that E1 says it all of question 5; E23 does not.
    ASK E24 assessment/part-3/6
    # Other has words and no tick.
    FIX E27 assessment/part-4/document-type
    FIX E29 assessment/part-4/next-review
    """,
)
