"""A rapid assessment that called for a full one, and the full one; both go with the paper."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import (
    EVERYBODY,
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
        "Nursery hours suit families who work.",
        (
            ActionOutline(
                text="Open eleven nurseries from eight to six, all the year round.",
                pages="Page 13",
                indicators=("Impact on families",),
                leads=("Early Years Manager",),
                timescale="August 2018",
                success_criteria=("Eleven nurseries are open from eight to six.",),
            ),
            ActionOutline(
                text="Let families choose between a morning, an afternoon and two whole days.",
                pages="Page 13",
                indicators=("Impact on families",),
                leads=("Early Years Manager",),
                timescale="August 2018. Review December 2018",
                success_criteria=("95% of families get their first or second choice.",),
            ),
        ),
    ),
    AimOutline(
        "Every nursery has the staff it needs.",
        (
            ActionOutline(
                text="Recruit sixty practitioners, a third of them through apprenticeships.",
                pages="Page 30",
                indicators=("Recruitment, deployment and joint working",),
                leads=("Human Resources",),
                timescale="June 2018",
                success_criteria=("Sixty have been recruited, twenty of them apprentices.",),
            ),
            ActionOutline(
                text="Encourage men to apply.",
                pages="Page 30",
                indicators=("Recruitment, deployment and joint working",),
                leads=("Human Resources", "Further Education College"),
                timescale="Ongoing",
                success_criteria=("One in ten of those who are recruited is a man.",),
            ),
        ),
    ),
)

_SIGNED = signed(
    manager="Early Years Manager",
    author="Early Years Officer",
    director="H. Cargill",
    on="April 2017",
    base="Northgate",
)
_SAME: dict[str, Said | str] = {
    "report-number": "176-2017",
    "title": "Nursery Hours and Staff: Improvement Plan",
    "new-or-existing": Said(ticks=("new",)),
    "description": "Longer nursery hours and more staff.",
    "outcome": "Families can work; children gain.",
    "department": "Education",
    "document-type": Said(ticks=("strategy-service",)),
    "major": yes_no(True),
}
RAPID = assessment(
    {
        **_SAME,
        **_SIGNED,
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "3 March 2017",
        "documents": "Blueprint for 2020 (consultation paper).",
        "consultation": "Not at this stage.",
        "officers": "Early Years Officer.",
        "evidence": "Yes. The full assessment will ask families and staff in March and April 2017.",
        **marks(
            positively="gender age socio-economic pregnancy-maternity",
            not_known="race gender-reassignment religion-or-belief disability lesbian-gay-bisexual",
        ),
        "positive-impacts": "Yes, for women who want to work.",
        "negative-impacts": "Not known yet.",
        "overcoming": "See the full assessment.",
        "justification": "See the full assessment.",
        "full-recommended": "Yes, by the Equality Officer.",
        "monitoring": "See the full assessment, which sets out yearly figures.",
        "next-review": "April 2018",
    }
)
FULL = assessment(
    {
        **_SAME,
        **_SIGNED,
        "rapid": yes_no(False),
        "full": yes_no(True),
        "date": "21 April 2017",
        "documents": "Survey of 640 families; workforce figures for 2016.",
        "consultation": "Yes: 640 families; ENABLE parents’ group; minority ethnic mothers’ group.",
        "officers": "Early Years Officer, Equality Officer, HR Adviser, three meetings.",
        "evidence": "No. Enough has been gathered.",
        **marks(positively=EVERYBODY),
        "positive-impacts": "Yes, for everybody who was asked; most for mothers and for children "
        "with additional support needs.",
        "negative-impacts": "Yes: longer days may tire the youngest, which is why families may "
        "choose half days.",
        "overcoming": "Half days remain on offer.",
        "justification": "N/A",
        "full-recommended": "N/A – this is the full assessment",
        "monitoring": "Uptake by characteristic, each term, by the Early Years Manager.",
        "next-review": "June 2020",
    }
)

PAPER = Written(
    "two assessments",
    PlanOutline(
        title="Nursery Hours and Staff",
        subtitle="Improvement Plan",
        date="April 2017",
        aims=AIMS,
        report=ReportOutline(
            item_no="2",
            committee="Education Committee",
            meeting_date="15 May 2017",
            title="Nursery Hours and Staff: Improvement Plan",
            by="Head of Education",
            number="176-2017",
            signatory="H. Cargill",
            signatory_post="Head of Education",
            signed_on="April 2017",
            passages=passages(
                purpose="To seek approval of an improvement plan for nurseries (Appendix 1).",
                recommendations=("approve the improvement plan", "authorise recruitment"),
                financial="£1.1m from the Scottish Government’s expansion grant.",
                main_text=(
                    "Free nursery hours will rise from 600 to 1,140 a year.",
                    "Two aims follow for this council: hours that suit families, and staff.",
                ),
                policy="Screened in respect of Sustainability, Strategic Environmental "
                "Assessment, Anti-Poverty, Equality Impact Assessment and Risk Management. "
                "Attached are a Rapid and a Full Equality Impact Assessment.",
                consultations="Head of Finance, trade unions, 640 families.",
                background="Survey of families, April 2017.",
            ),
        ),
        assessments=(RAPID, FULL),
    ),
    today=date(2017, 5, 2),
    # Five rows of the first are not known and nobody was asked: question 7 says who will be, when.
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment-1/part-2/characteristics
    INFO E30 assessment-2/part-2/characteristics
    # A negative effect is told of, and overall all is positive: please confirm.
    ASK E19 assessment-2/part-3/2
    # June 2020 is more than three years after April 2017.
    ASK E29 assessment-2/part-4/next-review
    """,
)
