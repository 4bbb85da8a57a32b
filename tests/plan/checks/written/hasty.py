"""The hasty officer: a first draft, half of the report blank, no assessment yet."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import Written, passages

AIMS = (
    AimOutline(
        "Get better at planning for children who are looked after at home",
        (
            ActionOutline(
                text="Looked after children’s reviews",
                pages="pp 22-24",
                indicators=("Planning for individual children",),
                leads=("Team managers",),
                timescale="ASAP",
                success_criteria=("Reviews are better.",),
            ),
            ActionOutline(
                text="Sort out the backlog of chronologies",
                pages="",
                indicators=(),
                leads=("LAC Team",),
                timescale="March 2018",
                success_criteria=("No chronology is more than three months old.",),
            ),
            ActionOutline(
                text="Speak to the Reporter about what we send and when",
                pages="p 24",
                indicators=("Assessing and responding to risk and need",),
                leads=(),
                timescale="",
                success_criteria=(),
            ),
        ),
    ),
    AimOutline(
        "Train foster carers",
        (
            ActionOutline(
                text="Run the attachment course again, this time at weekends",
                pages="page 31",
                indicators=("Staff training",),
                leads=("Fostering team",),
                timescale="First course by May 2018, then annually",
                success_criteria=("40 carers have attended by the end of 2018.",),
            ),
        ),
    ),
    AimOutline("", ()),
)

PAPER = Written(
    "hasty",
    PlanOutline(
        title="Fostering and looked after children",
        subtitle="Improvement plan – DRAFT",
        aims=AIMS,
        report=ReportOutline(
            committee="Social Work and Health Committee",
            title="Improvement plan for looked after children",
            by="Head of Service",
            passages=passages(
                purpose="To tell committee what we are doing about the inspection.",
                recommendations=("agree the plan", "a further report will come in the autumn"),
                main_text=(
                    (
                        "The inspectors visited in September 2017 and had two main concerns, which "
                        "were reviews and training for carers."
                    ),
                    "XXX to add the figures.",
                ),
            ),
        ),
    ),
    today=date(2018, 1, 15),
    expected="""
    FIX R1 report/financial
    FIX R1 report/policy
    FIX R1 report/consultations
    FIX R1 report/background
    FIX R2 report/meeting_date
    FIX R3 report/number
    ASK R5 report/recommendations/2
    # Aim 3 has neither words nor an action: two things to be done.
    FIX P2 aim/3
    FIX P2 aim/3
    INFO P12 action/1.1/text
    FIX P7 action/1.1/timescale
    ASK P9 action/1.1/success_criteria
    ASK P3 action/1.2/pages
    FIX P4 action/1.2/indicators
    # LAC is nowhere said in full.
    ASK P6 action/1.2/leads
    FIX P6 action/1.3/leads
    FIX P7 action/1.3/timescale
    FIX P9 action/1.3/success_criteria
    # "Staff training" is no indicator of the framework of 2014.
    ASK P4 action/2.1/indicators
    """,
    # A timescale that an officer understands, and that is not read yet.
)
