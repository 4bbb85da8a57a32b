"""A corporate parenting plan: fifteen actions, four aims, criteria in the words of young people."""

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

_IMPACT = "Impact on children and young people"
_TAKING_PART = "Participation of children, young people and families"
_STRATEGY = "Leadership of strategy and direction"

AIMS = (
    AimOutline(
        "You will be safe and feel at home.",
        (
            ActionOutline(
                text="Keep brothers and sisters together, or write down why not.",
                pages="Pages 10, 11",
                indicators=(_IMPACT,),
                leads=("Fostering and Adoption Team", "Residential Managers"),
                timescale="August 2019; reviewed annually thereafter",
                success_criteria=("Where siblings live apart, every file says why.",),
            ),
            ActionOutline(
                text="Stop using bin bags for moves: every young person gets a suitcase.",
                pages="Page 11",
                indicators=(_IMPACT,),
                leads=("All social workers",),
                timescale="By March 2019",
                success_criteria=("200 suitcases bought; no move with bin bags since April 2019.",),
            ),
            ActionOutline(
                text="Let you decorate your own room within your first fortnight.",
                pages="Page 11",
                indicators=(_IMPACT,),
                leads=("Residential Managers",),
                timescale="April 2019",
                success_criteria=("Young people tell the Who Cares? worker that they were asked.",),
            ),
            ActionOutline(
                text="Review the policy on overnight stays so that permission is given locally.",
                pages="Page 12",
                indicators=("Policies, procedures and legal measures",),
                leads=("Service Manager, Looked After Children",),
                timescale="June 2019",
                success_criteria=("A revised policy has been approved by this committee.",),
            ),
        ),
    ),
    AimOutline(
        "You will do well at school, college and work.",
        (
            ActionOutline(
                text="Guarantee an interview to each care leaver who applies for a council post.",
                pages="Page 21",
                indicators=(_IMPACT,),
                leads=("Head of Human Resources",),
                timescale="January 2019",
                success_criteria=("At least 12 interviews and five appointments a year.",),
            ),
            ActionOutline(
                text="End part-time timetables for looked after children.",
                pages="Pages 21-22",
                indicators=("Improving the wellbeing of children and young people",),
                leads=("Heads of Secondary Schools", "Virtual Head Teacher"),
                timescale="By the end of June 2019",
                success_criteria=("Nobody is on a part-time timetable for longer than six weeks.",),
            ),
            ActionOutline(
                text="Give every S4 pupil who is looked after a mentor.",
                pages="Page 22",
                indicators=(_IMPACT,),
                leads=("MCR Pathways",),
                timescale="October 2019",
                success_criteria=("Every one of the 27 pupils has met their mentor.",),
            ),
            ActionOutline(
                text="Pay for driving lessons, for those who are 17 and have a licence.",
                pages="Page 23",
                indicators=("Management of resources",),
                leads=("Throughcare Team",),
                timescale="From April 2019",
                success_criteria=("Ten have passed their test by March 2020.",),
            ),
        ),
    ),
    AimOutline(
        "You will be listened to.",
        (
            ActionOutline(
                text="Support the Champions’ Board to meet elected members four times a year.",
                pages="Page 30",
                indicators=(_TAKING_PART,),
                leads=("Participation Officer",),
                timescale="First review March 2019 and quarterly thereafter",
                success_criteria=("Four meetings take place, each attended by three members.",),
            ),
            ActionOutline(
                text="Ban jargon from letters to young people; the Board has written a list.",
                pages="Page 30",
                indicators=(_TAKING_PART,),
                leads=("Champions’ Board", "Communications"),
                timescale="February 2019",
                success_criteria=(
                    "A sample of 50 letters contains none of the words on the list.",
                ),
            ),
            ActionOutline(
                text="Use Viewpoint before all reviews.",
                pages="Page 31",
                indicators=("Involving individual children, young people and families",),
                leads=("Reviewing Team",),
                timescale="December 2018 and six monthly thereafter",
                success_criteria=("Use rises from 40% of reviews to 75%.",),
            ),
            ActionOutline(
                text="Celebrate what young people have achieved, at an event that they plan.",
                pages="Page 31",
                indicators=(_IMPACT,),
                leads=("Champions’ Board",),
                timescale="Annually, in November",
                success_criteria=("Young people enjoy it.",),
            ),
        ),
    ),
    AimOutline(
        "We will know how we are doing.",
        (
            ActionOutline(
                text="Agree with all corporate parents a dashboard of ten measures.",
                pages="Page 36",
                indicators=("Performance management and quality assurance",),
                leads=("Performance Officer",),
                timescale="May 2019",
                success_criteria=("The dashboard is live.",),
            ),
            ActionOutline(
                text="Train elected members as corporate parents.",
                pages="Page 36",
                indicators=(_STRATEGY,),
                leads=("Democratic Services",),
                timescale="Within 3 months of approval",
                success_criteria=("33 of 33 members trained.",),
            ),
            ActionOutline(
                text="Report to committee and to young people, in the same words, each year.",
                pages="Page 37",
                indicators=(_STRATEGY,),
                leads=("Chief Social Work Officer",),
                timescale="First review November 2019 and annually thereafter",
                success_criteria=("A report written with young people goes to committee.",),
            ),
        ),
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(True),
        "full": yes_no(False),
        "date": "22 October 2018",
        "report-number": "366-2018",
        "title": "Corporate Parenting Plan 2018-2021",
        "new-or-existing": Said(ticks=("new",)),
        "description": "How the council and its partners will act as parents to children in care "
        "and to care leavers over three years.",
        "outcome": "That care-experienced young people have the same chances as others.",
        "documents": "Children’s Social Work Statistics; “Keys to Life” (2013); minutes of the "
        "Champions’ Board; annual return on looked after children, 2017.",
        "consultation": "Young people themselves wrote the aims, at a residential weekend in May "
        "2018. We have also met the Disabled Children’s Team and LGBT Youth.",
        "officers": "Participation Officer (author), Equalities Lead, Virtual Head Teacher.",
        "evidence": "We know little about how unaccompanied asylum-seeking young people find our "
        "services. The Participation Officer will hold two group interviews, with interpreters, "
        "before the end of March 2019.",
        **marks(
            positively="gender disability age lesbian-gay-bisexual socio-economic "
            "pregnancy-maternity",
            no_impact="gender-reassignment religion-or-belief",
            not_known="race",
        ),
        "positive-impacts": "Boys in care leave school earlier than girls, so mentors matter most "
        "to them. Young mothers keep their support until they are 26.",
        "negative-impacts": "None that we know of.",
        "overcoming": "Does not apply.",
        "justification": "Does not apply.",
        "full-recommended": "Not at present; the Equalities Lead was content with a rapid one.",
        "monitoring": "The dashboard is broken down by sex, age and disability. It goes to the "
        "Champions’ Board four times a year.",
        "department": "Children’s Services",
        "document-type": Said(ticks=("strategy-service",)),
        "next-review": "November 2019",
        **signed(
            manager="Service Manager, Looked After Children",
            author="Participation Officer",
            director="E. Gow",
            on="23 October 2018",
            base="Priory House",
        ),
        "strategic": yes_no(False),
    }
)

PAPER = Written(
    "corporate parents",
    PlanOutline(
        title="Corporate Parenting Plan 2018-2021",
        subtitle="Our promises to you",
        date="October 2018",
        aims=AIMS,
        report=ReportOutline(
            item_no="6(b)",
            committee="Children’s Services Committee",
            meeting_date="Monday 19 November 2018",
            title="Corporate Parenting Plan 2018-2021",
            by="Chief Social Work Officer",
            number="366-2018",
            signatory="E. Gow",
            signatory_post="Chief Social Work Officer",
            signed_on="29th October 2018",
            appendices=(AppendixOutline("plan"),),
            passages=passages(
                purpose="This report seeks the Committee’s approval for the Corporate Parenting "
                "Plan, a copy of which is appended.",
                recommendations=(
                    "commend the young people who wrote it;",
                    "approve the plan; and",
                    "agree that its members will undertake training by February.",
                ),
                financial="Driving lessons and suitcases will cost around £16,000 in the first "
                "year and can be contained within the Throughcare budget.",
                main_text=(
                    (
                        "At 31 July there were 268 looked after children, 41 fewer than three "
                        "years ago. Two in five live with relatives."
                    ),
                    (
                        "Part 9 of the Children and Young People (Scotland) Act 2014 makes the "
                        "council, and 23 others, corporate parents. The Act lists six duties."
                    ),
                    (
                        "The plan makes fifteen promises under four headings. Young people chose "
                        "the words; officers have resisted the temptation to improve them."
                    ),
                ),
                policy=(
                    (
                        "This report has been screened for any policy implications in respect "
                        "of Sustainability, Strategic Environmental Assessment, Anti-Poverty, "
                        "Equality Impact Assessment and Risk Management."
                    ),
                    (
                        "A Rapid Equality Impact Assessment was carried out and is attached to the "
                        "report."
                    ),
                ),
                consultations="Champions’ Board; Who Cares? Scotland; all heads of service.",
                background="None.",
            ),
        ),
        assessments=(ASSESSMENT,),
    ),
    today=date(2018, 10, 31),
    expected="""
    INFO R14 report/meeting_date
    # How many, and out of how many?
    ASK P9 action/1.3/success_criteria
    # "Young people enjoy it": how will anybody know?
    ASK P9 action/3.4/success_criteria
    # MCR is nowhere said in full.
    ASK P6 action/2.3/leads
    INFO E30 assessment/part-2/characteristics
    """,
    # A timescale that an officer understands, and that is not read yet.
)
