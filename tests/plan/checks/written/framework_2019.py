"""A plan on the framework of 2019, by an officer who prints the indicators' numbers."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import (
    Inspection,
    Written,
    assessment,
    marks,
    passages,
    signed,
    yes_no,
)
from tests.plan.papers import Said

INSPECTION = Inspection(
    title="Joint inspection of services for children in need of care and protection",
    published="January 2021",
    pages="52 pages",
    contents="""\
p. 4 Our inspection
pp. 8-15 2.1 Impact on children and young people
pp. 16-24 5.3 Care planning, managing risk and effective intervention
pp. 25-30 5.4 Involving individual children, young people and families
pp. 31-36 6.4 Performance management and quality assurance
pp. 37-44 9.2 Leadership of strategy and direction
p. 45 What happens next""",
)

AIMS = (
    AimOutline(
        "Care-experienced young people have plans that they understand and helped to write.",
        (
            ActionOutline(
                text="Rewrite the format of the child’s plan with the Champions Group, in plain "
                "English and with room for drawings.",
                pages="Pages 16-20, 25",
                indicators=("5.3", "5.4"),
                leads=("Throughcare and Aftercare Service",),
                timescale="October 2021",
                success_criteria=(
                    "The new format is in use for every child who is looked after.",
                    "Seven in ten young people say that they understand their plan.",
                ),
            ),
            ActionOutline(
                text="Make sure that a review never goes ahead without the young person having "
                "been asked how they want to take part.",
                pages="Pages 25-30",
                indicators=("QI 5.4 Involving individual children, young people and families",),
                leads=("Independent Reviewing Officers",),
                timescale="Review January 2022, then six monthly",
                success_criteria=("It is recorded in every case that they were asked.",),
            ),
            ActionOutline(
                text="Pair each young person who leaves care with a worker whom they have chosen.",
                pages="Pages 8-15",
                indicators=("2.1 Impact on children and young people",),
                leads=("Throughcare and Aftercare Service", "Barnardoch Trust"),
                timescale="By 31.03.22",
                success_criteria=("22 of the 22 young people who left in 2021/22 had chosen.",),
            ),
        ),
    ),
    AimOutline(
        "Leaders know how good services are and what to do next.",
        (
            ActionOutline(
                text="Bring the partners’ figures together on one page that is looked at monthly.",
                pages="Pages 31-36",
                indicators=("6.4 Performance management and quality assurance",),
                leads=("Chief Officers Group (COG), supported by the Information Team",),
                timescale="Monthly from June 2021",
                success_criteria=("The page is on the agenda of every meeting of the COG.",),
            ),
            ActionOutline(
                text="Evaluate one part of the system jointly every six months, beginning with "
                "neglect.",
                pages="Pages 37-44",
                indicators=("9.2", "6.4"),
                leads=("COG",),
                timescale="First review November 2021 and every six months thereafter",
                success_criteria=("Two joint evaluations have been reported by November 2022.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    committee="People Committee",
    meeting_date="Monday, 17 May 2021",
    title="Joint Inspection of Services for Children in Need of Care and Protection: Response",
    by="Executive Director (People)",
    number="132-2021",
    signatory="K. Farquhar",
    signatory_post="Executive Director (People)",
    signed_on="4 May 2021",
    passages=passages(
        purpose="This report asks Committee to consider the partnership’s response to the joint "
        "inspection that was published in January 2021.",
        recommendations=(
            "consider the findings of the inspection",
            "approve the improvement plan",
            "request an update in May 2022",
        ),
        financial="None arising directly from this report.",
        main_text=(
            (
                "Inspectors evaluated five indicators. Care planning and leadership were each "
                "found to be adequate."
            ),
            (
                "The partnership has set itself two aims and five actions. They will be delivered "
                "under the oversight of the Chief Officers Group."
            ),
        ),
        policy="Screening for Sustainability, Strategic Environmental Assessment, Anti-Poverty, "
        "Equality Impact Assessment and Risk Management found no adverse effect. The Equality "
        "Impact Assessment accompanies this report.",
        consultations="Partners of the Chief Officers Group and the Champions Group.",
        background="None.",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "28 April 2021",
        "report-number": "132-2021",
        "title": "Care and protection: improvement plan",
        "new-or-existing": Said(ticks=("new",)),
        "description": "Five actions on plans for looked after children and on leadership.",
        "outcome": "Plans that children understand, and leaders who know how good services are.",
        "documents": "Inspection report; The Promise; looked after children’s survey, 2020.",
        "consultation": "Yes: Champions Group (22 March 2021) and foster carers’ forum (12 April).",
        "officers": "Service Manager; Equalities Adviser; two meetings in April 2021.",
        "evidence": "No. The survey of 2020 was broken down by age, sex, disability and ethnicity.",
        **marks(
            positively="gender disability age lesbian-gay-bisexual socio-economic",
            no_impact="race gender-reassignment religion-or-belief pregnancy-maternity",
        ),
        "positive-impacts": "Children with a learning disability will understand their plan.",
        "negative-impacts": "None",
        "overcoming": "None needed",
        "justification": "n/a",
        "full-recommended": "No",
        "monitoring": "The Chief Officers Group looks at the survey each spring.",
        "department": "People Directorate: Children and Families",
        "document-type": Said(ticks=("strategy-service",)),
        "next-review": "May 2023",
        **signed(
            manager="Service Manager, Looked After Children",
            author="Planning and Policy Officer",
            director="K. Farquhar",
            on="30 April 2021",
            base="Corran House",
        ),
        "strategic": yes_no(False),
        "children": yes_no(True),
    }
)

PAPER = Written(
    "the framework of 2019",
    PlanOutline(
        title="Care and Protection",
        subtitle="Improvement Plan 2021-2023",
        date="April 2021",
        partnership="Corran Children’s Partnership",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2021, 5, 5),
    inspection=INSPECTION,
    framework="care-inspectorate-2019",
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    # 2.2 cites 37-44, of leadership; 6.4 ends where page 37 begins: both may be meant.
    # Pages 21-24 of the findings are named by no action.
    INFO P10 source/contents
    """,
    # A timescale that an officer understands, and that is not read yet.
)
