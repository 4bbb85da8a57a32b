"""A paper of the second council, which has another report, another plan and another form."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import Written, assessment, passages
from tests.plan.councils import GLENSHIRE, GLENSHIRE_FORM
from tests.plan.papers import Said

AIMS = (
    AimOutline(
        "Children in the glens get to their activities",
        (
            ActionOutline(
                text="Run a late bus from the academy on Tuesdays and Thursdays",
                leads=("Transport Unit",),
                timescale="August 2020",
            ),
            ActionOutline(
                text="Pay mileage to parents who share lifts",
                leads=("Transport Unit", "Glen Community Trust"),
                timescale="From October 2020, reviewed every six months",
            ),
            ActionOutline(
                text="Ask clubs to end at times that suit the bus",
                leads=("Sport and Leisure",),
                timescale="September 2020",
            ),
        ),
    ),
    AimOutline(
        "They can get help by video as well as in person",
        (
            ActionOutline(
                text="Lend tablets with a data plan to families without a connection",
                leads=("Libraries",),
                timescale="End of June 2020",
                progress=(NoteOutline("28 May 2020", "On track", "Thirty-one have been lent."),),
            ),
            ActionOutline(
                text="Hold drop-in hours by video with the school nurse",
                leads=("School nursing",),
                timescale="Weekly from August 2020",
            ),
        ),
    ),
)

REPORT = ReportOutline(
    item_no="12",
    committee="Communities and Place Committee",
    meeting_date="Thursday 4 June 2020",
    title="Reaching the Glens: a plan for children far from town",
    by="Area Manager",
    number="HC/58/20",
    signatory_post="Area Manager",
    signed_on="20 May 2020",
    passages=passages(
        summary=(
            (
                "Children in the glens miss out on activities and on help because of where they "
                "live. This report puts forward a plan of five actions (Annex 1)."
            ),
        ),
        decisions=("agree the plan", "receive a report on progress in June 2021"),
        the_story_so_far=(
            (
                "Members asked for a plan in November 2019. Two workshops were held before "
                "March, and a questionnaire went to every family in April."
            ),
            "The plan has two priorities: getting there, and getting help by video.",
        ),
        implications="Resource: £18,000 from the Rural Fund. Legal: none. Rural: the plan is about "
        "this. The Integrated Impact Assessment is annexed.",
        engagement="Two workshops; 143 families answered the questionnaire.",
        next="The late bus begins after the summer holidays.",
    ),
)

ASSESSMENT = assessment(
    {
        "proposal-title": "Reaching the Glens",
        "stage": Said(ticks=("in-full",)),
        "talked-to": Said(ticks=("yes",)),
        "why": "Children who live far from town miss out. The pandemic has made it worse.",
        "people.children": Said(ticks=("better",)),
        "people.rural": Said(ticks=("better",)),
        "people.low-income": Said(ticks=("better",)),
        "people.others": Said("Volunteer drivers", ticks=("the-same",)),
        "outcome": Said(ticks=("go-ahead",)),
        "making-it-better": "Nobody is worse off.",
    },
    form=GLENSHIRE_FORM,
)

PAPER = Written(
    "the second council",
    PlanOutline(
        title="Reaching the Glens",
        partnership="Glenshire Children’s Partnership",
        aims=AIMS,
        report=REPORT,
        assessments=(ASSESSMENT,),
    ),
    today=date(2020, 5, 25),
    council=GLENSHIRE,
    expected="""
    INFO R14 report/meeting_date
    """,
    # A timescale that an officer understands, and that is not read yet.
)
