"""The assessment shows potential unlawful discrimination, and legal advice has been asked for."""

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
        "Young people leaving care have somewhere decent to live.",
        (
            ActionOutline(
                text="Set aside fifteen council tenancies a year for care leavers.",
                pages="Pages 27, 28",
                indicators=("Improvements in the wellbeing of children and young people",),
                leads=("Housing Service",),
                timescale="1st April 2017 and annually thereafter",
                success_criteria=("Fifteen tenancies are let to care leavers each year.",),
            ),
            ActionOutline(
                text="Limit the supported flats in Mill Wynd to single people aged 16 to 21 "
                "without children.",
                pages="Page 28",
                indicators=("Providing help and support at an early stage",),
                leads=("Housing Service", "Throughcare Team"),
                timescale="January 2017",
                success_criteria=("All eight flats are let to people of that group.",),
            ),
        ),
    ),
    AimOutline(
        "They know whom to turn to when things go wrong.",
        (
            ActionOutline(
                text="Keep a telephone line open on evenings and at weekends.",
                pages="Page 29",
                indicators=("Providing help and support at an early stage",),
                leads=("Out of Hours Service",),
                timescale="December 2016. Annual reviews thereafter",
                success_criteria=("The line is staffed on seven evenings a week.",),
            ),
            ActionOutline(
                text="Write to every care leaver twice a year to say that the door is open.",
                pages="Page 29",
                indicators=("Participation",),
                leads=("Throughcare Team",),
                timescale="First review April 2017",
                success_criteria=("Two letters a year are sent to all 96 care leavers.",),
            ),
        ),
    ),
)

REPORT = ReportOutline(
    item_no="3",
    committee="Housing and Social Work Committee",
    meeting_date="24 October 2016",
    title="Care Leavers: Improvement Plan",
    by="Head of Housing and Head of Social Work",
    number="311-2016",
    signatory="B. Sneddon",
    signatory_post="Head of Housing",
    signed_on="October 2016",
    passages=passages(
        purpose="To seek approval for an improvement plan for care leavers.",
        recommendations=("approve the plan, subject to legal advice on action 1.2",),
        financial="Rent lost while flats are made ready: £8,500.",
        main_text=(
            (
                "Ninety-six young people receive aftercare. Eleven were homeless at some time last "
                "year."
            ),
            (
                "A question has been raised about the limits set for Mill Wynd, on which the "
                "Head of Legal Services has been asked for advice."
            ),
        ),
        policy="This report has been screened for any policy implications in respect of "
        "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality Impact "
        "Assessment and Risk Management. An Equality Impact Assessment has been carried out and "
        "is attached to this report.",
        consultations="Head of Legal Services; Scottish Care Leavers’ Network.",
        background="None.",
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(False),
        "full": yes_no(True),
        "date": "10/10/2016",
        "report-number": "Report No. 311/2016",
        "title": "Care Leavers: Improvement Plan",
        "new-or-existing": Said(ticks=("new",)),
        "description": "Housing and support for young people who leave care.",
        "outcome": "No care leaver is homeless.",
        "documents": "Housing options guidance for care leavers; homelessness statistics.",
        "consultation": "Yes, the Scottish Care Leavers’ Network, September 2016.",
        "officers": "Allocations Manager, Throughcare Manager, Equality Officer.",
        "evidence": "Yes: how many care leavers are pregnant or have a child will be counted by "
        "the Throughcare Team before the end of November 2016.",
        **marks(
            positively="age socio-economic",
            negatively="gender pregnancy-maternity",
            no_impact="race gender-reassignment religion-or-belief disability lesbian-gay-bisexual",
        ),
        "positive-impacts": "Yes, for young people who have had no home of their own.",
        "negative-impacts": "Yes. Young mothers and pregnant young women are shut out of Mill "
        "Wynd.",
        "overcoming": "Two of the fifteen tenancies will be kept for young parents; the limit is "
        "under review.",
        "justification": "The flats are too small for a child. Legal Services have been asked.",
        "full-recommended": "Yes; this is it.",
        "monitoring": "Lettings are counted monthly by the Allocations Manager.",
        "department": "Housing",
        "document-type": Said(ticks=("strategy-service",)),
        "next-review": "April 2017",
        **signed(
            manager="Allocations Manager",
            author="Housing Strategy Officer",
            director="B. Sneddon",
            on="11/10/2016",
            base="Abbey Buildings",
        ),
        "unlawful": yes_no(True),
        "legal-advice": "Asked for on the phone, awaited",
        "major": yes_no(True),
    }
)

PAPER = Written(
    "potential unlawful discrimination",
    PlanOutline(
        title="Care Leavers",
        subtitle="Improvement Plan",
        date="October 2016",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2016, 10, 12),
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    ASK E31 assessment/part-3/1
    # Advice that is awaited is none.
    STOP E21 assessment/not-printed/legal-advice
    """,
)
