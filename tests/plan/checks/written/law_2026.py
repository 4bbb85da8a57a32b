"""A paper of 2026: the Fairer Scotland Duty and children's rights are law."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import AppendixOutline, ReportOutline
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
    title="Joint inspection of services for children at risk of harm in Dalveen",
    published="September 2025",
    pages="38",
    contents="""\
Introduction ........ 3
Impact on children and young people ........ 9
Impact on families ........ 14
Care planning, managing risk and effective intervention ........ 18
Involving individual children, young people and families ........ 23
Leadership of strategy and direction ........ 27
Conclusion ........ 34""",
    recommendations=(
        "The partnership should strengthen how it responds to neglect.",
        "The partnership should make sure that children’s views shape decisions.",
    ),
)

AIMS = (
    AimOutline(
        "We will strengthen how we respond to neglect.",
        (
            ActionOutline(
                text="Adopt one neglect toolkit across health, education and social work.",
                pages="Pages 18-22",
                indicators=("Care planning, managing risk and effective intervention",),
                leads=("Child Protection Committee",),
                timescale="September 2026, reviewed annually",
                success_criteria=("The toolkit is used in 90% of neglect cases by March 2027.",),
            ),
            ActionOutline(
                text="Offer practical and money advice to each family whose child is on the "
                "register for neglect.",
                pages="Pages 14-17",
                indicators=("2.2 Impact on families",),
                leads=("Welfare Rights Service", "Children and Families Social Work"),
                timescale="By the end of December 2026",
                success_criteria=("All such families have been offered advice within ten days.",),
            ),
        ),
    ),
    AimOutline(
        "We will make sure that children’s views shape decisions.",
        (
            ActionOutline(
                text="Commission independent advocacy for every child who is invited to a child "
                "protection planning meeting.",
                pages="Pages 9-13, 23-26",
                indicators=(
                    "Impact on children and young people",
                    "Involving individual children, young people and families",
                ),
                leads=("Commissioning Team",),
                timescale="Within six months of approval",
                success_criteria=(
                    "Advocacy is offered to every child; take-up rises from 31% to 60% by 2027.",
                ),
            ),
            ActionOutline(
                text="Publish each year, in words and pictures made by children, what changed "
                "because of what they said.",
                pages="Pages 27-33",
                indicators=("Leadership of strategy and direction",),
                leads=("Children’s Rights Officer",),
                timescale="First review March 2027 and annually thereafter",
                success_criteria=("The first report is published by 31 March 2027.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    item_no="9",
    committee="Children, Families and Communities Committee",
    meeting_date="16 March 2026",
    title="Joint Inspection of Services for Children at Risk of Harm: Improvement Plan",
    by="Chief Social Work Officer",
    number="74-2026",
    signatory="J. Rennie",
    signatory_post="Chief Social Work Officer",
    signed_on="25 February 2026",
    appendices=(
        AppendixOutline("plan"),
        AppendixOutline("text", "What children told us", "Children said: *ask us sooner*."),
    ),
    passages=passages(
        purpose="To present the improvement plan (Appendix 1) that follows the joint inspection, "
        "and what children have told us about it (Appendix 2).",
        recommendations=(
            "approve the improvement plan",
            "agree to receive a report on progress in March 2027",
        ),
        financial="Advocacy is expected to cost £45,000 a year, which is provided for in the "
        "Whole Family Wellbeing Fund allocation.",
        main_text=(
            (
                "The joint inspection report was published in September 2025. Inspectors evaluated "
                "the impact on children as good."
            ),
            (
                "The plan takes up both areas for improvement.\n\n"
                "- We will strengthen how we respond to neglect.\n"
                "- We will make sure that children’s views shape decisions."
            ),
            (
                "Money advice is part of the plan because nearly all the families concerned "
                "live on low incomes."
            ),
        ),
        policy="This report has been screened for any policy implications in respect of "
        "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality Impact "
        "Assessment and Risk Management. An Equality Impact Assessment has been carried out and "
        "is attached to this report.",
        consultations="The Council Management Team, NHS, Police Scotland, the Children’s "
        "Reporter and the Champions’ Board were consulted.",
        background="None.",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "19 February 2026",
        "report-number": "74-2026",
        "title": "Improvement Plan: Services for Children at Risk of Harm",
        "new-or-existing": Said(ticks=("new",)),
        "description": "The plan by which the partnership answers the inspection of 2025.",
        "outcome": "Neglect is seen and answered sooner; children are heard.",
        "documents": "Inspection report, September 2025; child protection statistics 2022-2025.",
        "consultation": "Yes – the Champions’ Board and Dads’ Group, January 2026.",
        "officers": "Lead Officer (Child Protection); Equality and Fairness Officer.",
        "evidence": "Yes. Interpreters’ records will be looked at with the Refugee Team by June "
        "2026 to see whether families without English are offered advocacy as often.",
        **marks(
            positively="age disability socio-economic gender pregnancy-maternity",
            no_impact="religion-or-belief lesbian-gay-bisexual",
            not_known="race gender-reassignment",
        ),
        "positive-impacts": "Children of all ages are heard; disabled children get advocates who "
        "know how they communicate; families receive money advice.",
        "negative-impacts": "None identified.",
        "overcoming": "Not applicable.",
        "justification": "Not applicable.",
        "full-recommended": "No. The Equality and Fairness Officer advised on 12 February 2026 "
        "that a rapid assessment was enough.",
        "monitoring": "Quarterly, by the Child Protection Committee: take-up of advocacy and of "
        "advice by characteristic.",
        "department": "Children, Families and Communities",
        "document-type": Said(ticks=("strategy-service",)),
        "next-review": "March 2027",
        **signed(
            manager="Lead Officer (Child Protection)",
            author="Policy Officer",
            director="J. Rennie",
            on="19 February 2026",
            base="Dalveen House",
        ),
        "major": yes_no(True),
        "strategic": yes_no(True),
        "children": yes_no(True),
    }
)

PAPER = Written(
    "the law of 2026",
    PlanOutline(
        title="Services for Children at Risk of Harm",
        subtitle="Improvement Plan 2026-2028",
        date="February 2026",
        partnership="Dalveen Children’s Services Partnership",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2026, 2, 26),
    inspection=INSPECTION,
    framework="care-inspectorate-2019",
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    ASK E32 assessment/not-printed/strategic
    ASK E33 assessment/not-printed/children
    """,
)
