"""Wording and order differ between report and plan: two people wrote them, nobody compared."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import Inspection, Written, passages

INSPECTION = Inspection(
    title="Services for children and young people in Tarvit",
    published="March 2016",
    pages="40",
    contents="""\
Introduction  1
Improvements in wellbeing  5
Impact on children and young people  8
Impact on families  12
Providing help and support at an early stage  15
Assessing and responding to risks and needs  19
Planning for individual children  23
Leadership of improvement and change  28
Conclusion  34""",
    recommendations=(
        "Improve the consistency of chronologies and of risk assessments.",
        "Reduce the time that children wait for a permanent home.",
        "Make better use of information about outcomes to plan services.",
        "Extend the help that is offered to children who live with domestic abuse.",
    ),
)

AIMS = (
    AimOutline(
        "Improve the consistency of chronologies and risk assessments across all agencies.",
        (
            ActionOutline(
                text="Issue a single template for chronologies, with two worked examples.",
                pages="Pages 19, 20, 21",
                indicators=("Assessing and responding to risks and needs",),
                leads=("Child Protection Committee",),
                timescale="January 2017",
                success_criteria=("The template is used in 95% of new cases by June 2017.",),
            ),
            ActionOutline(
                text="Audit risk assessments across agencies.",
                pages="Pages 19, 22",
                indicators=("Assessing and responding to risks and needs",),
                leads=("Quality Assurance Officer",),
                timescale="First review February 2017 and annually thereafter",
                success_criteria=("85% of those audited are good, from 62% in 2015.",),
            ),
        ),
    ),
    AimOutline(
        "Reduce the time that children wait for a permanent home.",
        (
            ActionOutline(
                text="Hold a permanence meeting for each child within four months.",
                pages="Pages 23, 24, 25",
                indicators=("Planning for individual children",),
                leads=("Permanence Team",),
                timescale="March 2017",
                success_criteria=("The wait falls from 26 months to 18.",),
            ),
            ActionOutline(
                text="Recruit adopters together with the two neighbouring councils.",
                pages="Pages 5, 23",
                # Pages 5 and 23 are of wellbeing and planning, none is about families.
                indicators=("Planning for individual children", "Impact on families"),
                leads=("Permanence Team",),
                timescale="September 2017",
                success_criteria=("12 adopters have been approved.",),
            ),
        ),
    ),
    AimOutline(
        "Make better use of information about outcomes to plan services.",
        (
            ActionOutline(
                text="Choose twelve outcome measures and report them by locality.",
                pages="Pages 28, 29, 33",
                indicators=("Leadership of improvement and change",),
                leads=("Planning and Performance Team",),
                timescale="April 2017",
                success_criteria=("Twelve measures are reported by locality each quarter.",),
            ),
        ),
    ),
)

PAPER = Written(
    "other words and another order",
    PlanOutline(
        title="Integrated Children’s Services",
        subtitle="Improvement Plan",
        date="November 2016",
        aims=AIMS,
        report=ReportOutline(
            item_no="5",
            committee="Education, Children and Families Committee",
            meeting_date="5 December 2016",
            title="Joint Inspection: Improvement Plan",
            by="Corporate Director of People",
            number="402-2016",
            signatory="S. Dalgleish",
            signatory_post="Corporate Director of People",
            signed_on="November 2016",
            passages=passages(
                purpose="To present the improvement plan (Appendix 1).",
                recommendations=(
                    "note the report of the joint inspection",
                    "approve the improvement plan",
                    "otherwise note the contents of this report",
                ),
                financial="There are no financial implications associated with this report.",
                main_text=(
                    "# What the inspectors asked for",
                    (
                        "The inspectors made four recommendations. In summary, services "
                        "should:\n\n- make better use of information about outcomes to plan "
                        "services;\n- improve the quality of chronologies and risk assessments "
                        "across agencies;\n- reduce the time that children wait for a permanent "
                        "home;\n- do more for children who live with domestic abuse."
                    ),
                    "# What will be done",
                    "An independent review by a consultant agreed with the inspectors.",
                ),
                policy="This report has been screened for any policy implications in respect of "
                "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality "
                "Impact Assessment and Risk Management. An Equality Impact Assessment will be "
                "carried out when the plan has been approved.",
                consultations="The Chief Executive was consulted.",
                background="Report of the consultant, August 2016.",
            ),
        ),
    ),
    today=date(2016, 11, 21),
    inspection=INSPECTION,
    expected="""
    INFO R14 report/meeting_date
    # The report has the third aim first.
    FIX R11 report/main-text/2
    # "quality" for "consistency", and "all" is left out.
    FIX R11 aim/1
    # Four recommendations, three aims.
    FIX R12 report/main-text/2
    # Pages 5 and 23: none of them is about families.
    ASK P5 action/2.2/indicators
    # Page 5 is about wellbeing, which is not named.
    INFO P5 action/2.2/pages
    # Domestic abuse has become no aim.
    ASK P10 source/recommendations
    # Pages 6 to 18, 26, 27, 30 to 32 are named by none.
    INFO P10 source/contents
    """,
)
