"""A progress report on play, screened out of an assessment; statuses as colours and words."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import Written, passages

AIMS = (
    AimOutline(
        "More children play outdoors, more often.",
        (
            ActionOutline(
                text="Close twelve streets to cars on summer Sundays, where residents ask for it.",
                pages="Page 4",
                indicators=("Impact on communities",),
                leads=("Roads and Transportation", "Play Scotland (advice)"),
                timescale="1st May 2019. Annual reviews thereafter",
                success_criteria=(
                    "Twelve streets take part by 2020, compared with none in 2018.",
                    "Residents would do it again.",
                ),
                progress=(
                    NoteOutline("16 September 2019", "Green – complete", "Nine streets in 2019."),
                ),
            ),
            ActionOutline(
                text="Turn the blaes pitches at Muirend into a wild play area.",
                pages="Page 5",
                indicators=("Impact on communities",),
                leads=("Parks Manager",),
                timescale="September 2020",
                success_criteria=("The area is open and has passed its safety inspection.",),
                progress=(
                    NoteOutline("September 2019", "Amber", "The tender came in above estimate."),
                ),
            ),
            ActionOutline(
                text="Open school grounds in the evenings.",
                pages="Page 5",
                indicators=("Impact on communities",),
                leads=("Head Teachers", "Facilities Management"),
                timescale="Completed",
                success_criteria=("Grounds of all 31 primaries stay open until 8 p.m.",),
                progress=(NoteOutline("May 2019", "Green", "Thirty-one of 31."),),
            ),
        ),
    ),
    AimOutline(
        "Adults let them.",
        (
            ActionOutline(
                text="Take down signs that say “No ball games”.",
                pages="Page 9",
                indicators=("Impact on communities",),
                leads=("Neighbourhood Teams",),
                timescale="31/03/2019",
                success_criteria=("All 214 signs have been taken down.",),
                progress=(NoteOutline("29 March 2019", "Green", "All gone but three."),),
            ),
            ActionOutline(
                text="Talk to parents about risk, at nursery and in P1.",
                pages="Page 9",
                indicators=("Early help",),
                leads=("Health visitors", "Early Years Officers"),
                timescale="Next review of progress October 2019 and annually thereafter",
                success_criteria=(
                    (
                        "The proportion of P1 parents who let their child play out of sight "
                        "goes from 22% to 40%."
                    ),
                ),
                progress=(NoteOutline("15 October 2019", "Amber", "Survey is out; 26% so far."),),
            ),
        ),
    ),
)

PAPER = Written(
    "screened out",
    PlanOutline(
        title="Play",
        subtitle="Improvement Plan – position at October 2019",
        date="October 2019",
        aims=AIMS,
        report=ReportOutline(
            item_no="15",
            committee="Neighbourhood Services Committee",
            meeting_date="18 November 2019",
            title="Play: Progress Report",
            by="Executive Director of Neighbourhood Services",
            number="380-2019",
            signatory="R. Mather",
            signatory_post="Executive Director of Neighbourhood Services",
            signed_on="October 2019",
            passages=passages(
                purpose="This report updates Committee on the plan that it approved on 25 February "
                "2019 (Article VII (ii) of the Minute refers).",
                recommendations=(
                    "note that three of the five actions are complete",
                    "instruct officers to bring forward a further bid for Muirend",
                ),
                financial="The shortfall at Muirend is £40,000. It is the subject of a bid to the "
                "capital programme.",
                main_text=(
                    (
                        "Both aims remain as they were. The five actions are shown in Appendix 1 "
                        "with their status."
                    ),
                    (
                        "A child who plays outdoors sleeps better. There is ample research to that "
                        "effect, which was set out in the report of February."
                    ),
                ),
                policy="This report has been subject to an assessment of any impacts on "
                "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality Impact "
                "Assessment and Risk Management. The EqIA screening concluded that a full EqIA was "
                "not required, since nothing is changed by the report.",
                consultations="The Council Management Team have been consulted and are in "
                "agreement with the content of this report.",
                background="Report no. 61-2019.",
            ),
        ),
    ),
    today=date(2019, 10, 28),
    expected="""
    INFO R14 report/meeting_date
    # The note of two days before says that three signs are left; none says that they are gone.
    ASK P8 action/2.1/progress
    """,
)
