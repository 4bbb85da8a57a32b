"""Prose that is right and looks wrong: nothing above INFO may be said of it."""

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
        "Families are met with respect wherever they ask for help.",
        (
            ActionOutline(
                text="Agree which greeting and which first question will be used at every front "
                "desk.",
                pages="pp. 12 & 14",
                indicators=("2.2 Impact on Families", "Early help and support"),
                leads=("ADP", "Customer Services"),
                timescale="By the end of January 2017, then six-monthly",
                success_criteria=("Every front desk uses the agreed greeting.",),
            ),
            ActionOutline(
                text="Jointly with parents, write down what a good first meeting looks like.",
                pages="Pages 12 to 14",
                indicators=("Impact on families",),
                leads=("Parents’ Voice", "MARAC Co-ordinator"),
                timescale="Monday 27 February 2017",
                success_criteria=(
                    "The description hangs in each waiting room.",
                    "No parent is asked to tell the same story again.",
                ),
            ),
            ActionOutline(
                text="**Further develop** the training that is offered to reception staff.",
                pages="all",
                indicators=("Staff training, development & support",),
                leads=("Organisational Development (OD)",),
                timescale="March 2017; reviews quarterly thereafter",
                success_criteria=("Everybody who works on a front desk has attended.",),
            ),
        ),
    ),
    AimOutline(
        "Nobody has to ask twice.",
        (
            ActionOutline(
                text="In each locality, let one worker keep in touch until help has begun.",
                pages="Page 16",
                indicators=("Help and support at an early stage",),
                leads=("Locality Managers",),
                timescale="Within three months of approval",
                success_criteria=("A named worker is recorded for each family.",),
            ),
            ActionOutline(
                text="Continue to hold the weekly meeting at which requests are shared out, and "
                "stop the second list.",
                pages="Pages 16, 17",
                indicators=("Planning & improving services",),
                leads=("Locality Managers", "NHS Balwhirr"),
                timescale="Immediate and ongoing",
                success_criteria=("The second list is no longer kept.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    item_no="8",
    committee="Children and Families Committee",
    meeting_date="Monday 24th October 2016",
    title="First Contact: Improvement Plan",
    by="Chief Officer, Children’s Services",
    number="309-2016",
    signatory="P. Nairn",
    signatory_post="Chief Officer, Children’s Services",
    signed_on="Monday 3 October 2016",
    appendices=(AppendixOutline("plan"),),
    passages=passages(
        purpose="To invite the Committee to agree the improvement plan, which is in the appendix "
        "to this report.",
        recommendations=(
            "(a) agree the improvement plan",
            "thank the parents who helped to write it",
            "otherwise note the report",
        ),
        financial="None. The costs of up to 12 sessions are in the training budget for 2016-2017.",
        main_text=(
            (
                "Front desks in four areas of the city were visited. As Appendix 2 of the "
                "inspection report shows, parents there wait for between nine and 20 days."
            ),
            (
                "The Alcohol and Drug Partnership, known as the ADP, and the Multi-Agency Risk "
                "Assessment Conference, or MARAC, have offered to lead. The inspectors’ 7 key "
                "indicators for this area were all evaluated as good."
            ),
            (
                "The Committee is asked to agree the three recommendations in section 2. A "
                "survey of parents is planned for spring 2017 and will be reported on Monday 15 "
                "May 2017."
            ),
        ),
        policy="This report has been screened for policy implications: Sustainability, Strategic "
        "Environmental Assessments, Anti Poverty, Equality Impact Assessments, and Risk "
        "Management. The Equality Impact Assessment which follows the appendix is not a full one, "
        "and no negative impact was identified in it.",
        consultations="Heads of Service, the ADP and Parents’ Voice.",
        background="None.",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "Wednesday 28th September 2016",
        "report-number": "309 - 2016",
        "title": "First Contact",
        "new-or-existing": Said(ticks=("new",)),
        "description": "How people are met at front desks.",
        "outcome": "Families are met with respect and need not ask twice.",
        "documents": "None other than the inspection report and notes of eleven desk visits.",
        "consultation": "No. The plan concerns our own desks; the equality groups will be asked "
        "in March 2017, when there is something to try out.",
        "officers": "N/A – the author is the only officer involved.",
        "evidence": "No, but we will ask the LGBT youth group at its meeting in March 2017 how "
        "its members were met.",
        **marks(
            positively="race disability age socio-economic pregnancy-maternity",
            no_impact="gender religion-or-belief lesbian-gay-bisexual",
            not_known="gender-reassignment",
        ),
        "positive-impacts": "No group gains at the expense of another, but people who find it "
        "hard to speak up, among them disabled people, gain most.",
        "negative-impacts": "No negative impacts have been identified in the desk visits.",
        "overcoming": "N/A, as no negative impacts were identified.",
        "justification": "N/A (see 2).",
        "full-recommended": "No: the Equality Champion saw no need for one.",
        "monitoring": "No separate arrangements are needed, as the Customer Services board looks "
        "at complaints and waiting times by group every quarter.",
        "department": "Children’s Services",
        "document-type": Said("Code of practice", ticks=("other",)),
        "next-review": "Thursday 28 September 2017",
        **signed(
            manager="Customer Services Manager",
            author="Policy Officer",
            director="P. Nairn",
            on="28th September 2016",
            base="Civic Square",
        ),
        "unlawful": yes_no(False),
        "major": yes_no(False),
    }
)

PAPER = Written(
    "tricky but right",
    PlanOutline(
        title="First Contact",
        subtitle="Improvement Plan",
        date="September 2016",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2016, 10, 10),
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    """,
    # A timescale that an officer understands, and that is not read yet.
)
