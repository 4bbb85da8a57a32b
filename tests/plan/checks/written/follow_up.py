"""A year later: a report on progress, some of it noted, some of it not."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.paper_outline import AppendixOutline, ReportOutline
from tests.plan.checks.written.writing import Written, passages

AIMS = (
    AimOutline(
        "Support parents sooner and in more places.",
        (
            ActionOutline(
                text="Open parenting groups in the three localities that have none.",
                pages="Pages 9, 18",
                indicators=("Impact on families",),
                leads=("Parenting Co-ordinator",),
                timescale="1 April 2017. First review of progress December 2016",
                success_criteria=("A group meets weekly in each of the three localities.",),
                progress=(
                    NoteOutline("12 December 2016", "On track", "Two groups have begun."),
                    NoteOutline("April 2017", "Complete", "The third began on 3 April."),
                ),
            ),
            ActionOutline(
                text="Train twenty volunteers to go with parents to their first meeting.",
                pages="Page 19",
                indicators=("Impact on families",),
                leads=("Volunteer Centre",),
                timescale="June 2017",
                success_criteria=("20 volunteers have been trained.",),
                # Noted before it was due, and not since.
                progress=(NoteOutline("16 January 2017", "On track", "Eight have been trained."),),
            ),
            ActionOutline(
                text="Ask parents each spring what helped them.",
                pages="Page 19",
                indicators=("Impact on families",),
                leads=("Parenting Co-ordinator",),
                timescale="First review May 2017 and reviewed annually thereafter",
                success_criteria=("At least 100 parents answer every year.",),
                progress=(
                    NoteOutline("31 May 2017", "", "117 parents answered; see the main text."),
                ),
            ),
        ),
    ),
    AimOutline(
        "Check the quality of our own work.",
        (
            ActionOutline(
                text="Look at fifteen cases jointly every six months.",
                pages="All",
                indicators=("Performance management and quality assurance",),
                leads=("Quality Assurance Sub-group",),
                timescale="Next review of progress March 2017 and six monthly thereafter",
                success_criteria=("Fifteen cases are looked at and reported twice a year.",),
                # March is noted; September is the month of the meeting and not over.
                progress=(NoteOutline("28 March 2017", "On track", "Fifteen cases were read."),),
            ),
            ActionOutline(
                text="Publish a digest of what was learnt.",
                pages="Page 36",
                indicators=("Leadership of improvement and change",),
                leads=("Quality Assurance Sub-group",),
                timescale="Quarterly from December 2016",
                success_criteria=("Four digests a year have been published.",),
                progress=(
                    NoteOutline("January 2017", "On track", "The first was sent to 300 staff."),
                ),
            ),
            ActionOutline(
                text="Replace the recording system.",
                pages="Page 38",
                indicators=("Management of resources",),
                leads=("Head of IT",),
                timescale="Complete",
                success_criteria=("The new system is in use in all teams.",),
            ),
            ActionOutline(
                text="Agree with NHS colleagues who chairs which meeting.",
                pages="Page 36",
                indicators=("Leadership of strategy and direction",),
                leads=("Chief Officers",),
                timescale="December 2016",
                success_criteria=("A list of chairs has been agreed.",),
            ),
        ),
    ),
)

PAPER = Written(
    "a report on progress",
    PlanOutline(
        title="Parenting and Family Support",
        subtitle="Improvement Plan: progress to September 2017",
        date="September 2017",
        aims=AIMS,
        report=ReportOutline(
            item_no="7",
            committee="Children and Families Committee",
            meeting_date="25 September 2017",
            title="Parenting and Family Support: Progress on the Improvement Plan",
            by="Executive Director of Children and Families",
            number="322-2017",
            signatory="A. Ramage",
            signatory_post="Executive Director of Children and Families",
            signed_on="September 2017",
            appendices=(AppendixOutline("plan"),),
            passages=passages(
                purpose="To report what has been done under the improvement plan that Committee "
                "approved on 26 September 2016 (Article IV of the Minute of Meeting of this "
                "Committee of 26 September 2016, Report no. 310-2016 refers).",
                recommendations=(
                    "note the progress set out in Appendix 1",
                    "remit the Executive Director to report again in September 2018",
                ),
                financial="There are no financial implications associated with this report.",
                main_text=(
                    "Four of the seven actions are complete or on track.",
                    (
                        "117 parents answered our questions in May. Nine in ten had found the "
                        "group helpful, and six in ten had heard of it from a friend."
                    ),
                ),
                policy="This report has been screened for any policy implications in respect of "
                "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality "
                "Impact Assessment and Risk Management. As it is for noting, an Equality Impact "
                "Assessment is not required.",
                consultations="The Chief Executive and the Head of Democratic and Legal Services.",
                background="Report no. 310-2016; answers of parents, May 2017.",
            ),
        ),
    ),
    today=date(2017, 9, 8),
    expected="""
    INFO R14 report/meeting_date
    # Due in June, and the only note is of January.
    ASK P8 action/1.2/progress
    # Digests of March and June are not noted.
    ASK P8 action/2.2/progress
    # Due in December 2016, and never noted.
    ASK P8 action/2.4/progress
    """,
    # A timescale that an officer understands, and that is not read yet.
)
