"""A paper without an assessment that says why; its officer writes long sentences."""

from datetime import date

from plan.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.paper_outline import AppendixOutline, ReportOutline
from tests.plan.checks.written.writing import Written, passages

AIMS = (
    AimOutline(
        "To know, as a council, what our own grants to voluntary organisations achieve.",
        (
            ActionOutline(
                text="To agree with the Council for Voluntary Service a short set of questions "
                "that every funded organisation answers once a year, and which replaces the four "
                "different forms now in use.",
                pages="Page 6 and page 7",
                indicators=("Commissioning arrangements",),
                leads=("Communities Manager, in consultation with the voluntary sector",),
                timescale="By 30th November 2018, with annual reviews thereafter",
                success_criteria=(
                    "One form has taken the place of four.",
                    (
                        "Organisations report that they spend less time on forms than they did in "
                        "2017, when the average was eleven hours."
                    ),
                ),
            ),
            ActionOutline(
                text="To visit each funded organisation at least once in the life of its grant.",
                pages="Page 7",
                indicators=("Commissioning arrangements",),
                leads=("Link officers",),
                timescale="Quarterly reviews of visits made, the first review in December 2018",
                success_criteria=("A visit has been made to each of the 38 organisations.",),
            ),
        ),
    ),
    AimOutline(
        "To tell the public what has been achieved.",
        (
            ActionOutline(
                text="To publish, with the annual accounts, two pages on what the grants did.",
                pages="Page 8",
                indicators=("Impact on communities",),
                leads=("Communications Team",),
                timescale="September 2019",
                success_criteria=("The pages have been published with the accounts.",),
                progress=(NoteOutline(text="A draft has been seen by the convener."),),
            ),
            ActionOutline(
                text="To invite three organisations a year to speak to the committee.",
                pages="Page 8",
                indicators=("Participation",),
                leads=("Committee Officer",),
                timescale="First invitation by January 2019 and annually thereafter",
                success_criteria=("Three organisations have spoken by December 2019.",),
            ),
        ),
    ),
)

PAPER = Written(
    "without an assessment",
    PlanOutline(
        title="Grants to Voluntary Organisations",
        subtitle="Improvement Plan following internal audit",
        date="September 2018",
        aims=AIMS,
        report=ReportOutline(
            item_no="14",
            committee="Communities Committee",
            meeting_date="24 September 2018",
            title="Grants to Voluntary Organisations: Response to Internal Audit",
            by="Head of Communities",
            number="255-2018",
            signatory="C. Traill",
            signatory_post="Head of Communities",
            signed_on="3 September 2018",
            appendices=(AppendixOutline("plan"),),
            passages=passages(
                purpose="The purpose of this report is to inform Members of the findings of "
                "internal audit on grants to voluntary organisations and to set out, in Appendix "
                "1, what is to be done about them.",
                recommendations=(
                    "to note the findings of internal audit; and",
                    "to approve the improvement plan.",
                ),
                financial="There are no financial implications arising from this report other "
                "than officer time.",
                main_text=(
                    (
                        "Internal audit looked at 12 of the 38 grants and made nine "
                        "recommendations, all of which have been accepted and grouped under two "
                        "aims."
                    ),
                    "No change is proposed to who receives a grant, or how much.",
                ),
                policy=(
                    (
                        "The report has been screened for Sustainability, Strategic "
                        "Environmental Assessment, Anti-Poverty and Risk Management. It has not "
                        "been necessary to carry out an Equality Impact Assessment, as the plan "
                        "concerns how grants are reported on and neither introduces nor revises "
                        "a policy."
                    ),
                ),
                consultations="The Chief Internal Auditor and the Council for Voluntary Service.",
                background="Internal Audit Report 2018/07.",
            ),
        ),
    ),
    today=date(2018, 9, 10),
    expected="""
    INFO R14 report/meeting_date
    """,
    # A timescale that an officer understands, and that is not read yet.
)
