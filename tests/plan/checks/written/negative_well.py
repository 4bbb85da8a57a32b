"""A full assessment of a plan that closes a building: negative impacts, and well handled."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import AppendixOutline, ReportOutline
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
        "Bring family support closer to where families live.",
        (
            ActionOutline(
                text="Move the work of the Harbour Street centre into four primary schools and "
                "close the building.",
                pages="Pages 11, 12",
                indicators=(
                    "Impact on families",
                    "Providing help and support at an early stage",
                ),
                leads=("Head of Children’s Services", "Property Services"),
                timescale="30 June 2017",
                success_criteria=(
                    "Family support is offered on five days a week in each of the four schools.",
                ),
            ),
            ActionOutline(
                text="Offer families who cannot reach a school hub a home visit, and the taxi "
                "scheme until one has been arranged.",
                pages="Page 12",
                indicators=("Impact on families",),
                leads=("Family Support Team",),
                timescale="From 1 May 2017. First review September 2017",
                success_criteria=(
                    "No family known to the centre in March 2017 has lost contact by September.",
                ),
            ),
        ),
    ),
    AimOutline(
        "Spend what is saved on buildings on workers.",
        (
            ActionOutline(
                text="Appoint three family support workers, one of them for families with a "
                "disabled child.",
                pages="Page 35",
                indicators=("Management of resources",),
                leads=("Human Resources", "Family Support Team"),
                timescale="Complete by August 2017",
                success_criteria=("Three workers are in post.",),
            ),
            ActionOutline(
                text="Report to committee what was saved and what it was spent on.",
                pages="Page 35",
                indicators=("Management of resources",),
                leads=("Finance Manager, Children’s Services",),
                timescale="March 2018",
                success_criteria=("A report goes to the committee in March 2018.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    item_no="4",
    committee="Children’s Services Committee",
    meeting_date="13 March 2017",
    title="Family Support: Moving from Harbour Street to School Hubs",
    by="Head of Children’s Services",
    number="88-2017",
    signatory="M. Leask",
    signatory_post="Head of Children’s Services",
    signed_on="22 February 2017",
    appendices=(
        AppendixOutline("plan"),
        AppendixOutline("file", "Full Equality Impact Assessment", file="hubs-eqia.pdf"),
    ),
    passages=passages(
        purpose="To seek approval to close the family centre in Harbour Street and to offer "
        "family support in four primary schools instead.",
        recommendations=(
            "approves the improvement plan in Appendix 1",
            "agrees that the Harbour Street centre will close on 30 June 2017",
            (
                "notes the full Equality Impact Assessment in Appendix 2, and in particular the "
                "measures for families with a disabled child"
            ),
        ),
        financial="Closing the building saves £96,000 in a full year, of which £90,000 will be "
        "spent on three workers.",
        main_text=(
            (
                "The joint inspection of 2016 found that family support was good where families "
                "could get to it. Forty-one of the 130 families known to us live more than two "
                "miles from Harbour Street."
            ),
            (
                "A survey of those families and two open evenings showed clear support for the "
                "hubs. Families with a disabled child were worried, and section 3 of the "
                "assessment says what will be done."
            ),
        ),
        policy="Sustainability: fewer journeys. Strategic Environmental Assessment: not "
        "applicable. Anti-Poverty: families save fares. Equality Impact Assessment: a full "
        "assessment is attached (Appendix 2). Risk Management: see the risk register.",
        consultations="Families, staff and trade unions, the four head teachers, the Chief "
        "Executive and the Section 95 Officer.",
        background="Survey of families, January 2017 (anonymous summary).",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(False),
        "full": yes_no(True),
        "date": "20/02/17",
        "report-number": "88-2017",
        "title": "Family Support: Moving from Harbour Street to School Hubs",
        "new-or-existing": Said(ticks=("new",)),
        "description": "Family support moves from one centre into four primary schools; the "
        "centre closes.",
        "outcome": "More families are helped, and nearer to home.",
        "documents": "Survey of families, January 2017; accessibility audits of four schools; "
        "inspection report of 2016.",
        "consultation": "Yes: 84 families answered the survey, nineteen of them with a disabled "
        "child; two open evenings; Disability Forum, 8 February 2017.",
        "officers": "Family Support Manager, Equalities Officer, Access Officer (January and "
        "February 2017).",
        "evidence": "Yes. The Disability Forum will walk through each school with us in May 2017, "
        "before the hubs open.",
        **marks(
            positively="race gender age socio-economic pregnancy-maternity",
            negatively="disability",
            no_impact="gender-reassignment religion-or-belief lesbian-gay-bisexual",
        ),
        "positive-impacts": "Yes. Forty-one families have less far to go, most of them on low "
        "incomes; fathers told us that they would rather come to a school.",
        "negative-impacts": "None for most families. However, parents and children who use a "
        "wheelchair can get into only three of the four schools without help.",
        "overcoming": "A ramp and an accessible toilet at Seatown Primary before it opens; home "
        "visits and the taxi scheme until then (action 1.2).",
        "justification": "Yes. The building in Harbour Street is itself not accessible above the "
        "ground floor; with the ramp all four hubs will be.",
        "full-recommended": "This is the full assessment.",
        "monitoring": "The Family Support Manager counts attendance by characteristic every "
        "month; the committee sees the figures in March 2018.",
        "department": "Children’s Services",
        "document-type": Said(ticks=("strategy-service",)),
        "next-review": "March 2018",
        **signed(
            manager="Family Support Manager",
            author="Planning Officer",
            director="M. Leask",
            on="20/02/17",
            base="Harbour Street",
        ),
        "unlawful": yes_no(False),
        "major": yes_no(True),
    }
)

PAPER = Written(
    "negative impacts, well handled",
    PlanOutline(
        title="Family Support",
        subtitle="Improvement Plan 2017",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2017, 2, 27),
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    # Some gain and one loses: the form wants that balance confirmed.
    ASK E31 assessment/part-3/1
    """,
)
