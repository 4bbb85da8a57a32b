"""The careful officer: three aims, seven actions, a rapid assessment, everything in its place."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import AppendixOutline, ReportOutline
from tests.plan.checks.written.writing import (
    EVERYBODY,
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
    title="Services for children and young people in Lennoch: report of a joint inspection",
    published="June 2016",
    pages="46",
    contents="""\
1. Background 2
2. The area that we inspected 4
3. Improvements in the wellbeing of children and young people 6-9
4. Impact on children and young people 10-13
5. Impact on families 14-15
6. Providing help and support at an early stage 16-19
7. Assessing and responding to risks and needs 20-23
8. Planning for individual children and young people 24-27
9. Planning and improving services 28-31
10. Participation of children, young people, families and other stakeholders 32-34
11. Leadership of improvement and change 35-39
12. Conclusion 40
Appendix: the indicators that we used 42""",
    recommendations=(
        "Make sure that families in difficulty are offered help before a crisis.",
        "Improve the quality of assessments and of the plans that follow from them.",
        "Involve children and young people in deciding how services are run.",
    ),
)

AIMS = (
    AimOutline(
        "Make sure that families in difficulty are offered help before a crisis.",
        (
            ActionOutline(
                text="Agree with health visitors and nurseries one way of asking for early help, "
                "and publish it for parents.",
                pages="Pages 14-19",
                indicators=(
                    "Impact on families",
                    "Providing help and support at an early stage",
                ),
                leads=("Early Years Partnership", "NHS Lennoch, Health Visiting"),
                timescale="31 March 2017. First review of progress December 2016",
                success_criteria=(
                    "Requests for early help rise from 210 in 2015/16 to 300 in 2017/18.",
                    "Nine families in ten say in the yearly survey that help came soon enough.",
                ),
            ),
            ActionOutline(
                text="Report the wellbeing of children under five to the partnership each quarter.",
                pages="Pages 6-9",
                indicators=("Improvements in the wellbeing of children and young people",),
                leads=("Performance and Information Team",),
                timescale="First review December 2016 and quarterly thereafter",
                success_criteria=("A report of eight measures goes to each meeting from January.",),
            ),
        ),
    ),
    AimOutline(
        "Improve the quality of assessments and of the plans that follow from them.",
        (
            ActionOutline(
                text="Train all named persons and lead professionals in writing assessments that "
                "say what is to change for the child.",
                pages="Pages 20-27",
                indicators=(
                    "Assessing and responding to risks and needs",
                    "Planning for individual children and young people",
                ),
                leads=("Learning and Development Group",),
                timescale="June 2017",
                success_criteria=("All 180 staff concerned have been trained by June 2017.",),
            ),
            ActionOutline(
                text="Audit thirty case files twice a year and tell each team what was found.",
                pages="Pages 10-13, 20-27",
                indicators=(
                    "Impact on children and young people",
                    "Assessing and responding to risks and needs",
                    "Planning for individual children and young people",
                ),
                leads=("Child Protection Committee (CPC), Quality Assurance Sub-group",),
                timescale="First review February 2017 and six monthly thereafter",
                success_criteria=(
                    "80% of the plans audited are judged good or better, from 55% in May 2016.",
                ),
            ),
        ),
    ),
    AimOutline(
        "Involve children and young people in deciding how services are run.",
        (
            ActionOutline(
                text="Set up a young people’s panel that sees every plan for their services "
                "before it is approved.",
                pages="Pages 32-34",
                indicators=(
                    "Participation of children, young people, families and other stakeholders",
                ),
                leads=("Youth Services", "Lennoch Youth Voice"),
                timescale="April 2017",
                success_criteria=("The panel has met and has answered three plans by April 2017.",),
            ),
            ActionOutline(
                text="Bring the commissioning plans of the council and of health together in one.",
                pages="Pages 28-31",
                indicators=("Planning and improving services",),
                leads=("Integrated Children’s Services Strategy Group",),
                timescale="To be completed by 30 September 2017",
                success_criteria=("One commissioning plan is approved by both bodies.",),
            ),
            ActionOutline(
                text="Visit, as chief officers, two front-line teams in every quarter and publish "
                "what was learnt.",
                pages="Pages 35, 36, 37, 38, 39",
                indicators=("Leadership of improvement and change",),
                leads=("Chief Officers’ Group",),
                timescale="First review March 2017 and annually thereafter",
                success_criteria=("Eight visits a year are made and written up.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    item_no="6",
    committee="Children and Families Committee",
    meeting_date="Monday 14 November 2016",
    title="Joint Inspection of Services for Children and Young People: Improvement Plan",
    by="Executive Director of Children and Families",
    number="347-2016",
    signatory="A. Ramage",
    signatory_post="Executive Director of Children and Families",
    signed_on="October 2016",
    appendices=(AppendixOutline("plan"),),
    passages=passages(
        purpose="The purpose of this report is to seek approval of the improvement plan that has "
        "been prepared in response to the joint inspection of services for children and young "
        "people in Lennoch. The plan is attached as Appendix 1.",
        recommendations=(
            "note the findings of the joint inspection, summarised in section 4",
            "approve the improvement plan at Appendix 1",
            (
                "instruct the Executive Director of Children and Families to report on progress "
                "within twelve months"
            ),
        ),
        financial="The actions will be met from within existing budgets. Training is estimated to "
        "cost £14,000 in 2017/18 and has been allowed for.",
        main_text=(
            "# The inspection",
            (
                "The Care Inspectorate, with Education Scotland, Healthcare Improvement "
                "Scotland and Her Majesty’s Inspectorate of Constabulary, inspected services "
                "for children and young people in Lennoch between November 2015 and February "
                "2016. Its report was published in June."
            ),
            (
                "The inspectors found that children were kept safe and that staff knew them well. "
                "They made three recommendations:\n\n"
                "- Make sure that families in difficulty are offered help before a crisis.\n"
                "- Improve the quality of assessments and of the plans that follow from them.\n"
                "- Involve children and young people in deciding how services are run."
            ),
            "# The plan",
            (
                "Each recommendation has become an aim of the plan. The first two aims are shared "
                "with NHS Lennoch, which considered the plan at its meeting in September."
            ),
        ),
        policy=(
            (
                "This report has been screened for any policy implications in respect of "
                "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality Impact "
                "Assessment and Risk Management. There are no major issues."
            ),
            "An Equality Impact Assessment has been carried out and is attached to this report.",
        ),
        consultations="The Chief Executive, the Executive Director of Corporate Services, the "
        "Head of Democratic and Legal Services, NHS Lennoch and Police Scotland were consulted in "
        "the preparation of this report.",
        background="Report no. 112-2016, Joint Inspection: Arrangements, Children and Families "
        "Committee, 14 March 2016.",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "17 October 2016",
        "report-number": "347-2016",
        "title": "Joint Inspection of Services for Children and Young People: Improvement Plan",
        "new-or-existing": Said(ticks=("new",)),
        "description": "A plan of seven actions by which the partners answer the three "
        "recommendations of the joint inspection of 2016.",
        "outcome": "Families get help earlier, children’s plans are better, and young people have "
        "a say in both.",
        "documents": "The report of the joint inspection; the wellbeing survey of 2015; the "
        "partnership’s self-evaluation of May 2016.",
        "consultation": "Yes. Lennoch Youth Voice (12 May 2016), the Parents’ Forum (19 May 2016) "
        "and the Ethnic Minorities Centre (2 June 2016) discussed a draft.",
        "officers": "The Service Manager, Strategy, and the Equalities Officer met on 3 and 17 "
        "October 2016.",
        "evidence": "No. What the groups said in May and June covers every characteristic.",
        **marks(positively=EVERYBODY),
        "positive-impacts": "Yes. Earlier help benefits families with low incomes most; the panel "
        "will have members from every group that was asked.",
        "negative-impacts": "No negative impacts have been identified.",
        "overcoming": "N/A",
        "justification": "N/A",
        "full-recommended": "No",
        "monitoring": "By the Integrated Children’s Services Strategy Group, which looks at the "
        "eight measures of action 1.2 by characteristic every quarter.",
        "department": "Children and Families",
        "document-type": Said(ticks=("strategy-service",)),
        "next-review": "October 2017",
        **signed(
            manager="Head of Integrated Children’s Services",
            author="Service Manager, Strategy",
            director="A. Ramage",
            on="17 October 2016",
            base="Lennoch House",
        ),
    }
)

PAPER = Written(
    "careful",
    PlanOutline(
        title="Joint Inspection of Services for Children and Young People in Lennoch",
        subtitle="Improvement Plan",
        date="October 2016",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2016, 11, 1),
    inspection=INSPECTION,
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    """,
)
