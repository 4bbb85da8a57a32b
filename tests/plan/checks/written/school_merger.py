"""Two rural schools become one, late in 2024: a long assessment by somebody who dislikes forms."""

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

_FAMILIES, _CHILDREN = "Impact on families", "Impact on children and young people"

AIMS = (
    AimOutline(
        "Children settle quickly in their new school.",
        (
            ActionOutline(
                text="Bring the two rolls together for one day a week from February, so that "
                "nobody arrives in August among strangers.",
                pages="Page 3",
                indicators=(_CHILDREN,),
                leads=("Head Teacher designate",),
                timescale="February 2025",
                success_criteria=("By June, each child can name a friend from the other school.",),
            ),
            ActionOutline(
                text="Walk the new route to school with every family who would like to.",
                pages="Page 3",
                indicators=(_FAMILIES,),
                leads=("Road Safety Officer", "Parent Councils"),
                timescale="By 20 June 2025",
                success_criteria=("Walks are offered to all 61 families.",),
            ),
            ActionOutline(
                text="Check after six weeks, and again at Christmas, how each child is doing.",
                pages="Page 4",
                indicators=(_CHILDREN,),
                leads=("Class teachers",),
                timescale="First review October 2025. Next review December 2025",
                success_criteria=("Attendance stays at or above the 94% of last session.",),
            ),
        ),
    ),
    AimOutline(
        "The building that is left is of use to the village.",
        (
            ActionOutline(
                text="Hand the old school to the development trust, if the trust’s business case "
                "is approved.",
                pages="Page 6",
                indicators=("Impact on communities",),
                leads=("Head of Property",),
                timescale="31 March 2026",
                success_criteria=("The missives are concluded.",),
            ),
            ActionOutline(
                text="Move the war memorial board, with the agreement of the Legion.",
                pages="Page 6",
                indicators=("Impact on communities",),
                leads=("Legion Scotland, Kilbride Branch", "Head of Property"),
                timescale="Before Remembrance Sunday, 9 November 2025",
                success_criteria=("The board hangs in the village hall.",),
            ),
        ),
    ),
)

ASSESSMENT = assessment(
    {
        "rapid": yes_no(False),
        "full": yes_no(True),
        "date": "4 November 2024 (revised 18 November 2024)",
        "report-number": "Report 411-2024",
        "title": "Merger of Kilbride and Auchter Primary Schools: transition plan",
        "new-or-existing": Said(ticks=("new",)),
        "description": "What will be done to make the merger of two primary schools go well.",
        "outcome": "Children, parents and the village are none the worse for it, and many gain.",
        "documents": "The consultation report under the 2010 Act, with the report of HM "
        "Inspectors; school rolls; bus timetables.",
        "consultation": "There was a statutory consultation from January to March 2024 (188 "
        "responses). Pupils of both schools drew what they hoped for and what they feared.",
        "officers": "I wrote it with the Equality Adviser on 28 October and 1 November.",
        "evidence": "There is always more one could ask. The two families who travel seasonally "
        "were away in autumn; the Gypsy/Traveller liaison officer will see them in April 2025.",
        **marks(
            positively="gender age lesbian-gay-bisexual",
            negatively="disability socio-economic",
            no_impact="gender-reassignment religion-or-belief pregnancy-maternity",
            not_known="race",
        ),
        "positive-impacts": "A class of one’s own age is worth a good deal, not least to girls, of "
        "whom there were three in Auchter, and to any child who feels different.",
        "negative-impacts": "For two children who use wheelchairs the journey doubles. Families "
        "without a car cannot easily get to the school when a child is ill.",
        "overcoming": "An adapted minibus has been ordered. The school will bring home any child "
        "who falls ill; the community car scheme has agreed to help.",
        "justification": "Auchter would have had nine pupils. Its building cannot be made "
        "accessible at a reasonable cost.",
        "full-recommended": "This is a full one.",
        "monitoring": "By me, at the six-week check and at Christmas; then yearly by the Quality "
        "Improvement Officer. I shall look at attendance and at what parents say.",
        "department": "Education and Learning",
        "document-type": Said("Transition plan", ticks=("other",)),
        "next-review": "December 2025",
        **signed(
            manager="Head of Education",
            author="Quality Improvement Manager",
            director="O. Lamont",
            on="18 November 2024",
            base="Council Offices",
        ),
        "unlawful": yes_no(False),
        "major": yes_no(True),
        "strategic": yes_no(False),
        "children": yes_no(True),
    }
)

PAPER = Written(
    "a merger of schools",
    PlanOutline(
        title="Kilbride and Auchter Primary Schools",
        subtitle="Transition plan 2025",
        date="November 2024",
        aims=AIMS,
        report=ReportOutline(
            item_no="9",
            committee="Education and Learning Committee",
            meeting_date="Wednesday 11 December 2024",
            title="Merger of Kilbride and Auchter Primary Schools: Transition Plan",
            by="Head of Education",
            number="411-2024",
            signatory="O. Lamont",
            signatory_post="Head of Education",
            signed_on="22 November 2024",
            appendices=(
                AppendixOutline("plan"),
                AppendixOutline("file", "Equality Impact Assessment", file="merger-eqia.docx"),
                AppendixOutline("text", "What pupils drew", "Friends, football, a bigger library."),
            ),
            passages=passages(
                purpose="Council decided in June to merge the two schools. This report puts before "
                "Members a plan for the transition (Appendix 1).",
                recommendations=(
                    "note what pupils hope for and fear (Appendix 3);",
                    "approve the transition plan; and",
                    (
                        "delegate authority to the Head of Property to conclude the transfer of "
                        "the old school."
                    ),
                ),
                financial="One-off costs of £52,000 are met from the savings of the first year, "
                "which are put at £131,000.",
                main_text=(
                    "# Background",
                    (
                        "Members will recall the report of 19 June. Ministers did not call the "
                        "decision in."
                    ),
                    "# The plan",
                    (
                        "There are two aims. The first concerns the children; of its three "
                        "actions, the shared day matters most. The second concerns the village."
                    ),
                ),
                policy="Sustainability: see the travel plan. Strategic Environmental Assessment: "
                "none needed. Anti-Poverty: see the Equality Impact Assessment, which is Appendix "
                "2. Risk Management: the risk register has been updated.",
                consultations="Both Parent Councils, both staff groups, the development trust and "
                "the Monitoring Officer.",
                background="Consultation report, May 2024.",
            ),
        ),
        assessments=(ASSESSMENT,),
    ),
    today=date(2024, 11, 25),
    expected="""
    INFO R14 report/meeting_date
    INFO E30 assessment/part-2/characteristics
    ASK E31 assessment/part-3/1
    ASK E33 assessment/not-printed/children
    """,
    # A timescale that an officer understands, and that is not read yet.
)
