"""Thirty short actions, a line each: a head of service's list of what the schools will do."""

from collections.abc import Iterator
from datetime import date

from plan.outline import ActionOutline, AimOutline, PlanOutline
from plan.paper_outline import ReportOutline
from tests.plan.checks.written.writing import Written, passages

_INDICATORS = {
    "children": "Impact on children",
    "early": "Early help",
    "families": "Impact on families",
    "say": "Participation",
    "staff": "Impact on staff",
    "outcomes": "Key performance outcomes",
}
_ACTIONS = """\
Attendance
- Ring home on day one | 7 | outcomes | Office staff | Aug 2019 | Calls logged daily
- Send a card on day three | 7 | outcomes | Pupil support | Aug 2019 | Card sent every time
- Visit on day five | 7, 8 | families | Home-link team | Sept 2019 | In time in 9 of 10 cases
- Praise those who improve | 8 | children | Year heads | Ongoing | 30 letters a term
- Share figures with parents | 8 | families | Head teachers | Monthly | Figures in each newsletter
- Track pupils under 85% | 9 | outcomes | Deputes | From August 2019 | Numbers halved by June 2020

Breakfast and lunch
- Open a breakfast club in every primary | 10 | early | Catering | October 2019 | 14 clubs open
- Ask pupils what they would eat | 10 | say | Pupils | Sept 2019 | Menu voted on in all schools
- Drop the name board | 10 | children | Head teachers | August 2019 | Gone
- Move to cashless payment | 11 | children | Finance | January 2020 | No cash taken after 31 January
- Train lunch supervisors | 11 | staff | Catering | Feb 2020 | All 60 trained
- Better queues | 11 | children | Depute heads | Oct 2019 | Shorter queues

Homework
- Agree one policy | 14 | children | Head teachers | Dec 2019 | Policy agreed
- Put tasks online | 14 | families | IT | Jan 2020 | Every class online
- Open libraries until five | 15 | early | Libraries | November 2019 | Four libraries open
- Lend tablets | 15 | early | IT | March 2020 | 200 lent
- Run a club for S1 | 15 | children | Pupil support | Nov 2019 | 25 pupils a week
- Ask parents how it goes | 16 | say | Parent councils | May 2020 | Survey of 500 parents

Moving on from primary
- Swap teachers for a week | 18 | staff | Head teachers | May 2020 | One swap per cluster
- Visit twice | 18 | children | P7 teachers | June 2020 | Two visits each
- Pass on one page per pupil | 18 | children | P7 teachers | June 2020 | Received for all by 20 June
- Name a buddy | 19 | say | S3 pupils | August 2020 | Each S1 pupil has one
- Meet parents in their own primary | 19 | families | Year heads | May 2020 | 7 evenings
- Check how they settled | 19 | children | Year heads | October 2020 | Survey: 90% settled

Staff
- Share good lessons | 22 | staff | Learning rounds group | Quarterly | 12 lessons a year
- Cut forms | 22 | staff | Head of Service | Dec 2019 | Six forms withdrawn
- Induct new staff in one day | 22 | staff | HR | August 2019 | All new staff by 30 August
- Look after wellbeing | 23 | staff | Head teachers | Ongoing | Staff feel supported
- List of supply teachers | 23 | staff | HR | Sept 2019 | List in place
- Say thank you | 23 | staff | Everybody | 2019/20 | An evening in June
"""
"""An aim, then its actions: text, pages, indicator, lead, timescale, success."""


def _aims() -> Iterator[AimOutline]:
    for block in _ACTIONS.removeprefix("\n").split("\n\n"):
        aim, *actions = block.strip().split("\n")
        yield AimOutline(aim, tuple(map(_action, actions)))


def _action(line: str) -> ActionOutline:
    text, pages, indicator, lead, when, success = line.removeprefix("- ").split(" | ")
    return ActionOutline(text, pages, (_INDICATORS[indicator],), (lead,), when, (success,))


PAPER = Written(
    "thirty short actions",
    PlanOutline(
        title="Schools",
        subtitle="Thirty things we will do",
        date="June 2019",
        aims=tuple(_aims()),
        report=ReportOutline(
            committee="Education Committee",
            meeting_date="18/11/2019",
            title="Schools: Thirty Things We Will Do",
            by="Head of Schools",
            number="401-2019",
            signatory="D. Geddes",
            signatory_post="Head of Schools",
            signed_on="11/2019",
            passages=passages(
                purpose="To tell Committee about thirty actions under five aims.",
                recommendations="welcome the plan and note its contents",
                financial="Met from the Pupil Equity Fund.",
                main_text=(
                    (
                        "Head teachers met in May and listed what they could do at once. Thirty "
                        "short actions came of it."
                    ),
                    "The five aims are attendance, meals, homework, moving on and staff.",
                ),
                policy="Nothing to report under Sustainability, Strategic Environmental "
                "Assessment, Anti-Poverty, Equality Impact Assessment or Risk Management.",
                consultations="All head teachers.",
                background="None.",
            ),
        ),
    ),
    today=date(2019, 11, 11),
    expected="""
    INFO R14 report/meeting_date
    # What was due before 18 November and of which nothing is noted. 1.6 goes on from August:
    # of that nothing is due.
    ASK P8 action/1.1/progress
    ASK P8 action/1.2/progress
    ASK P8 action/1.3/progress
    ASK P8 action/2.1/progress
    ASK P8 action/2.2/progress
    ASK P8 action/2.3/progress
    ASK P8 action/2.6/progress
    ASK P8 action/5.3/progress
    ASK P8 action/5.5/progress
    # "Shorter queues": how much shorter? "Staff feel supported": how is that known?
    ASK P9 action/2.6/success_criteria
    ASK P9 action/5.4/success_criteria
    # Headings, not actions.
    INFO P12 action/2.6/text
    INFO P12 action/5.5/text
    """,
)
