"""A fostering service that answers an annual inspection; the officer writes as people speak."""

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

_FAMILIES = "Impact on families"

AIMS = (
    AimOutline(
        "Carers feel backed up by us.",
        (
            ActionOutline(
                text="Answer the phone! Carers will have a duty number that is staffed until ten "
                "at night.",
                pages="Page 5",
                indicators=(_FAMILIES,),
                leads=("Fostering Duty Team",),
                timescale="1 March 2017",
                success_criteria=("Calls answered within five minutes, nine times out of ten.",),
            ),
            ActionOutline(
                text="Pay allowances on the same day every month.",
                pages="Page 6",
                indicators=("Management of resources",),
                leads=("Payroll",),
                timescale="January 2017 onwards",
                success_criteria=("No late payments.",),
            ),
            ActionOutline(
                text="Don’t move a child without telling the carer why.",
                pages="Page 6",
                indicators=(_FAMILIES,),
                leads=("Children’s social workers",),
                timescale="With immediate effect. Review June 2017",
                success_criteria=("The reasons are on file and the carer has signed them.",),
            ),
        ),
    ),
    AimOutline(
        "We find more carers, and the right ones.",
        (
            ActionOutline(
                text="Run one good campaign a year instead of four poor ones.",
                pages="Page 8",
                indicators=("Recruitment, deployment and joint working",),
                leads=("Marketing", "Fostering Recruitment"),
                timescale="September 2017 and annually thereafter",
                success_criteria=("Enquiries up from 90 a year to 120; 14 new households.",),
            ),
            ActionOutline(
                text="Match on more than a bed: use the matching form every time.",
                pages="Page 9",
                indicators=("Planning for individual children",),
                leads=("Placement Officer",),
                timescale="April 2017",
                success_criteria=("A matching form is on file for every placement.",),
            ),
        ),
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "30 Nov 2016",
        "report-number": "418-2016",
        "title": "Fostering improvement plan",
        "new-or-existing": Said(ticks=("new",)),
        "description": "What we’ll do after the inspection of our fostering service.",
        "outcome": "Happier carers, better matches.",
        "documents": "Care Inspectorate report, August 2016. Exit interviews with carers.",
        "consultation": "We asked carers at three coffee mornings. Nobody came forward from "
        "minority ethnic groups, which tells us something.",
        "officers": "Team Manager and the Equality Officer, by email.",
        "evidence": "Yes: we’ll go to the Chinese school and the mosque in spring 2017 and ask "
        "what puts people off fostering.",
        **marks(
            positively="age disability socio-economic",
            no_impact="gender religion-or-belief pregnancy-maternity lesbian-gay-bisexual "
            "gender-reassignment",
            not_known="race",
        ),
        "positive-impacts": "Disabled children will be matched with more care.",
        "negative-impacts": "We can’t think of any.",
        "overcoming": "–",
        "justification": "–",
        "full-recommended": "No, it isn’t big enough for that.",
        "monitoring": "Team meeting, last Friday of the month: calls, payments, matches.",
        "department": "Children and Families",
        "document-type": Said(ticks=("change-papers",)),
        "next-review": "Nov 2017",
        **signed(
            manager="Team Manager, Fostering",
            author="Senior Practitioner",
            director="A. Ramage",
            on="1 Dec 2016",
            base="Lennoch House",
        ),
    }
)

PAPER = Written(
    "fostering, in plain words",
    PlanOutline(
        title="Fostering",
        subtitle="What we will do better",
        date="December 2016",
        aims=AIMS,
        report=ReportOutline(
            item_no="12",
            committee="Children and Families Committee",
            meeting_date="Mon 12 December 2016",
            title="Fostering: Improvement Plan",
            by="Executive Director of Children and Families",
            number="418-2016",
            signatory="A. Ramage",
            signatory_post="Executive Director of Children and Families",
            signed_on="Dec 2016",
            appendices=(AppendixOutline("plan"),),
            passages=passages(
                purpose="Our fostering service was inspected in August. This is what we intend to "
                "do about it. The plan is Appendix 1.",
                recommendations=("agree the plan", "meet foster carers in the spring"),
                financial="There are no financial implications.",
                main_text=(
                    (
                        "The inspectors graded us “adequate” for staffing and “good” for the rest. "
                        "They made two requirements and one recommendation."
                    ),
                    "We have two aims: to back up the carers we have, and to find more.",
                ),
                policy="This report has been screened for Sustainability, Strategic Environmental "
                "Assessment, Anti-Poverty, Equality Impact Assessment and Risk Management. You’ll "
                "find the Equality Impact Assessment at the end.",
                consultations="Foster carers and the trade unions.",
                background="None.",
            ),
        ),
        assessments=(ASSESSMENT,),
    ),
    today=date(2016, 12, 2),
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    """,
    # A timescale that an officer understands, and that is not read yet.
)
