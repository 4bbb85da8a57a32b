"""A plan of 2022 for mental health in schools, by a psychologist who qualifies every sentence."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
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
    title="Thematic review: the mental health of school-age children in Carrick Bay",
    published="June 2021",
    pages="30",
    contents="""\
Foreword\t3
Impact on children and young people\t5
Involving individual children, young people and families\t11
Policies, procedures and legal measures\t15
Staff training, development and support\t19
Leadership of people\t24
References\t28""",
    recommendations=(
        "Reduce the time between a young person asking for help and receiving it.",
        "Equip all school staff to respond to distress.",
    ),
)

AIMS = (
    AimOutline(
        "Reduce the time between a young person’s asking for help and receiving it.",
        (
            ActionOutline(
                text="Place a counsellor in each secondary school for at least two days a week, "
                "and in the special school for one.",
                pages="Pages 5, 6, 8-10",
                indicators=(_IMPACT := "Impact on children and young people",),
                leads=("Educational Psychology Service (EPS)", "Counselling provider"),
                timescale="In place by August 2022. First review December 2022",
                success_criteria=(
                    "The median wait is under three weeks (it was nine in 2020/21).",
                    (
                        "Young people’s scores on the YP-CORE questionnaire improve between the "
                        "first session and the last."
                    ),
                ),
            ),
            ActionOutline(
                text="Where a young person does not attend a first appointment, telephone within "
                "two working days rather than closing the case.",
                pages="Page 7, pages 11 to 14",
                indicators=(_IMPACT, "Involving individual children, young people & families"),
                leads=("EPS", "Child and Adolescent Mental Health Service (CAMHS)"),
                timescale="March 2022, thereafter reviewed six monthly",
                success_criteria=("No case is closed without a call having been made.",),
                progress=(NoteOutline("10 January 2022", "On track", "Two schools trialled it."),),
            ),
            ActionOutline(
                text="Write, with CAMHS, a single page on who does what, and withdraw the others.",
                pages="Pages 15-18",
                indicators=("Policies, procedures and legal measures",),
                leads=("CAMHS", "EPS"),
                timescale="31 May 2022",
                success_criteria=("The page is on every school’s website.",),
            ),
        ),
    ),
    AimOutline(
        "Equip all school staff to respond to distress.",
        (
            ActionOutline(
                text="Deliver a half-day course to all staff, janitors and catering staff "
                "included, over two school sessions.",
                pages="Pages 19-23",
                indicators=("Staff training, development and support",),
                leads=("EPS",),
                timescale="By June 2024, with an interim review in June 2023",
                success_criteria=(
                    "1,900 staff have attended.",
                    "In the follow-up survey 85% can say what they would do differently.",
                ),
            ),
            ActionOutline(
                text="Offer supervision to guidance staff, six times a year.",
                pages="Pages 24-27",
                indicators=("Leadership of people",),
                leads=("EPS", "Head Teachers’ Executive"),
                timescale="October 2022",
                success_criteria=(
                    "Fewer days are lost to stress: 610 in 2020/21, 450 in 2023/24.",
                ),
            ),
        ),
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(False),
        "full": yes_no(True),
        "date": "13/01/2022",
        "report-number": "18-2022",
        "title": "Mental Health in Schools: Improvement Plan 2022-2024",
        "new-or-existing": Said(ticks=("new",)),
        "description": "Counselling in schools, a shared pathway with CAMHS, and training.",
        "outcome": "Shorter waits and more confident staff.",
        "documents": "Thematic review (2021); SHINE survey 2020; CAMHS waiting list, by sex and "
        "deprivation; literature on school counselling.",
        "consultation": "Yes. Young Carrick (a group of 14 young people, three of them "
        "transgender), the Additional Support Needs Parents’ Group, and the mosque.",
        "officers": "Principal Psychologist; Quality Improvement Officer; Equality Officer.",
        "evidence": "Some. Take-up by young people from the Polish community is low and we do not "
        "yet know why; Young Carrick will ask at the Saturday school in spring 2022.",
        **marks(
            positively="race gender gender-reassignment disability age lesbian-gay-bisexual "
            "socio-economic",
            no_impact="religion-or-belief pregnancy-maternity",
        ),
        "characteristics.other": Said("Young carers", ticks=("positively",)),
        "positive-impacts": "Girls wait longest at present and thus gain most. Young carers can be "
        "seen during the school day.",
        "negative-impacts": "Nothing of significance. There may be a slight disadvantage to those "
        "who are educated at home.",
        "overcoming": "Home-educated young people may use the counsellor at their nearest school.",
        "justification": "Not relevant.",
        "full-recommended": "Yes, and this is it.",
        "monitoring": "EPS reports uptake, waits and outcomes by characteristic to the Board every "
        "six months.",
        "department": "Education Directorate",
        "document-type": Said(ticks=("strategy-service",)),
        "next-review": "January 2024",
        **signed(
            manager="Principal Psychologist",
            author="Depute Principal Psychologist",
            director="N. Baird",
            on="14 January 2022",
            base="Quayside",
        ),
        "strategic": yes_no(True),
        "children": yes_no(True),
    }
)

PAPER = Written(
    "mental health in schools",
    PlanOutline(
        title="Mental Health in Schools",
        subtitle="Improvement Plan 2022-2024",
        date="January 2022",
        aims=AIMS,
        report=ReportOutline(
            item_no="4",
            committee="Education and Young People Committee",
            meeting_date="31 January 2022",
            title="Mental Health in Schools: Improvement Plan 2022-2024",
            by="Director of Education",
            number="18-2022",
            signatory="N. Baird",
            signatory_post="Director of Education",
            signed_on="14.01.22",
            appendices=(
                AppendixOutline("plan"),
                AppendixOutline("text", "What young people said", "“Nine weeks is a term.”"),
            ),
            passages=passages(
                purpose="To invite members to approve the plan at Appendix 1; the views of young "
                "people are summarised in Appendix 2.",
                recommendations=(
                    "approves the improvement plan",
                    "notes that counselling is funded until March 2024 only",
                    (
                        "asks the Director to bring back options for the time thereafter, no later "
                        "than September 2023"
                    ),
                ),
                financial="The Scottish Government’s allocation for counselling (£312,000) meets "
                "the cost in full for the two years of the plan.",
                main_text=(
                    "# The review",
                    (
                        "The thematic review that the Council commissioned in 2020 reported in "
                        "June. It made two recommendations, each of which is now an aim."
                    ),
                    "# What we do not know",
                    (
                        "Whether counselling in school reduces referrals to CAMHS is contested; "
                        "such studies as there are (see Background Papers) are small."
                    ),
                ),
                policy="This report has been screened for any policy implications in respect of "
                "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality "
                "Impact Assessment and Risk Management. There is a risk that funding ends. A "
                "full Equality Impact Assessment has been undertaken; a copy is attached.",
                consultations="NHS Carrick Bay, head teachers, trade unions, Young Carrick.",
                background="Thematic review, June 2021; SHINE survey, 2020.",
            ),
        ),
        assessments=(ASSESSMENT,),
    ),
    today=date(2022, 1, 20),
    inspection=INSPECTION,
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    # A strategic decision that bears on poverty; children’s rights are not law before 2024.
    ASK E32 assessment/not-printed/strategic
    """,
    # A timescale that an officer understands, and that is not read yet.
)
