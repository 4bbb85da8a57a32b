"""What a paper tells of one event, in whatever build: R44, and what cannot follow, P34 and R42.

Beside the papers that tell it twice, and otherwise, stand as many that only look so.
"""

from dataclasses import replace

import pytest

from plan.model.outline import ActionOutline, AimOutline
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import other, told
from tests.plan.checks.test_told_and_affected import paper


def each(texts: str) -> list[str]:
    """Return the papers that stand there, with an empty line between."""
    return [" ".join(one.split()) for one in texts.strip().split("\n\n")]


TOLD_TWICE = each("""
The auditor’s report on fleet care was published on 4 May 2026. Since the report was published in
March 2026 three depots have been reorganised.

The auditor’s report on fleet care was weighed by the Commission on 2 May 2026 and published on 20
May 2026. When the report was published in April 2026 the press called it bleak.

The Board approved the lighting strategy on 3 June 2026. The strategy was approved in August 2026
and work began.

The lighting strategy was approved by this Committee on 3 June 2026. When it approved the strategy
in July 2026 the Committee asked for costs.

On 3 June 2026 the Committee approved the lighting strategy. Two posts were added after the
approval of the strategy in May 2026.

The day centre at Mill Brae opened on 9 March 2026. Visits have doubled since the opening of the
day centre in May 2026.

The library app was launched in February 2026. The launch of the app in April 2026 went well.

The contract with the operator was signed on 1 June 2026. The contract, signed on 8 July 2026, has
five years to run.

The housing return was submitted to the Regulator on 30 May 2026. Since the return was submitted
in July 2026 two questions have come back.

Their letter was issued on 6 May 2026. Parents were told when the letter was issued on 16 May
2026.

The findings were published in May 2026. The published findings are plain. Members saw the
findings, published in July 2026.

The joint report (published 4 May 2026) names four gaps. Staff were briefed once the joint report
was published in June 2026.

Adoption of the travel policy followed on 4 May 2026. The Council adopted the travel policy in
June 2026.

The new pool was opened by the Provost on 4 May 2026. The pool opened in June 2026.

The evaluation of the bus trial was published on 4 May 2026. Riders were sent the evaluation when
it came out. The evaluation was published in September 2026.

Inspectors visited the nursery in June 2026. Their letter was published on 3 May 2026.

The inspection took place between 4 and 8 May 2026, with a visit by inspectors on 8 May 2026. The
inspection report was published on 20 April 2026.

When it agreed the strategy in January 2026 the Board asked for a report every three months. This
is the first such report.

Following publication of the audit report on 4 May 2026, a group met weekly. The audit report came
out in June 2026.

The travel plan, which was adopted on 4 May 2026, has ten parts. Adopted in July 2026, the travel
plan is now in use.

The Cabinet gave its approval to the parking policy on 12 March 2026. Since the parking policy was
approved in May 2026 there were no complaints.

The Head of Roads was appointed in May 2026. Since the appointment of the Head of Roads in July
2026 gaps are fewer.

The inspection was carried out in June 2026. The inspectors’ report was published on 4 May 2026.

Inspectors were on site between 4 May 2026 and 8 May 2026. Their findings were published on 1
April 2026.

The date of publication of the findings was 16 June 2026. The Board weighed the findings when they
were published. The Commission published its findings on 26 June 2026.

Closure of the footbridge took place on 4 May 2026. The footbridge closed on 14 May 2026.

The Regulator published its engagement plan in March 2026. Since publication of the engagement
plan in April 2026 two meetings were held.

In May 2026 the Council adopted the climate strategy. The climate strategy was adopted on 30 June
2026.

The crossing at Lade Street opened in spring 2026. Since the crossing opened on 4 August 2026
nobody has been hurt.

The Scottish Government published its circular on 4 May 2026. The circular was published on 4 June
2026.

The library opened on 4 May 2026. At its meeting on 3 June 2026 the Board was told that the
library opened on 14 May 2026.

The consultation with farmers closed on 30 May 2026. Farmers were asked until 30 April 2026, when
the consultation closed.

The audit of stock was carried out in June 2026. This plan answers the audit of stock carried out
in July 2026.

At its meeting on 8 September 2026 the Committee approved the damp policy. The damp policy was
approved on 18 September 2026.

The lease of the depot was extended to 31 March 2028. It is asked to note the extension of the
lease of the depot to 30 June 2028.

Repairs follow completion of the bridge at Alder Road in July 2026. Work on the bridge at Alder
Road was completed in May 2026.

Inspectors visited the school in March 2026. Their report was published on 12 May 2026. The plan
answers the inspection report published on 12 June 2026.

The joint inspection report, published on 12 March 2026, names five areas. Inspectors came in
January 2026. Their findings were published on 12 May 2026.

Care Inspectorate inspectors came in January 2026. Their letter was issued on 3 March 2026. The
letter of the inspection was issued on 13 March 2026.

At the meeting of the Board on 4 June 2026 the Board adopted the parking strategy. The parking
strategy was adopted on 14 June 2026.

The survey of tenants was carried out in April 2026. Since the survey of tenants, carried out in
May 2026, rents have changed.

The contract for salt is to be extended until 31 March 2029. An extension of the contract for salt
to 31 May 2029 is proposed.
""")


@pytest.mark.parametrize("said", TOLD_TWICE)
def test_one_event_has_one_time(said: str) -> None:
    assert len(paper("R44", said, meeting_date="10 November 2026")) == 1


TOLD_ONCE = each("""
The letter to parents was published on 3 May 2026. HM Inspectors visited the school in the week
beginning 10 May 2026.

The auditor’s report on fleet care was published on 4 May 2026. Since the report was published in
May 2026 three depots have been reorganised.

The auditor’s report on fleet care was published on 4 May 2026. The auditor’s report on waste was
published in March 2026.

The report on fleet care was published on 4 May 2026 and the report on waste in March 2026. Since
the report was published in March 2026 three depots have moved.

The national report was published in March 2026. The report on Carse was published in May 2026.

The draft strategy was published in March 2026. The strategy was published in May 2026.

The strategy was approved by the Board on 3 June 2026. The strategy was approved by the Council on
24 June 2026.

The strategy was agreed by officers in May 2026 and will be approved in June 2027.

The previous programme was approved in May 2025. The programme was approved in June 2026.

The annual report was published in May 2025. The annual report was published in May 2026.

A letter was issued on 6 May 2026. A letter was issued on 16 June 2026.

Letters were issued on 6 May 2026. Letters were issued on 16 June 2026.

The centre at Mill Brae opened on 9 March 2026. The centre at Port Ross opened in May 2026.

The contract for buses was signed on 1 June 2026. The contract for ferries was signed on 8 July
2026.

The report was submitted to the Board on 1 June 2026. The report was submitted to the Council on 8
July 2026.

The programme was approved on 3 June 2026. The programme was published on 8 July 2026.

Phase 1 was launched in May 2026. Phase 2 was launched in July 2026.

The first app was launched in May 2025. The app was launched in July 2026.

Inspectors visited the school in the week beginning 2 March 2026. Their letter was published on 27
April 2026.

The previous inspection report was published on 3 May 2022. Inspectors visited the school in March
2026.

The letter on school meals was published on 3 January 2026. Inspectors visited the school in March
2026. Their letter was published on 8 May 2026.

The policy was due to be adopted in May 2026. The policy was adopted in July 2026.

When it agreed the strategy in May 2026 the Board asked for a report every six months. This is the
first such report.

When it agreed the strategy in January 2026 the Board asked for a report every three months. This
is the fourth such report.

The audit report was published on 4 May 2026. The audit report was considered in June 2026.

The travel plan was adopted on 4 May 2026. The travel plan of the partnership was adopted by the
Board in July 2026.

The parking policy was approved on 12 March 2026. The parking charges were approved in May 2026.

The Head of Roads was appointed in May 2026. The Head of Waste was appointed in July 2026.

The inspection was carried out in June 2026. The inspectors’ report was published on 4 August
2026.

The inspection of Glen Nursery was carried out in June 2026. The inspection report on Hill School
was published on 4 May 2026.

The school opened in May 1986. The school opened its new wing in August 2026.

The bridge closed on 4 May 2026. The bridge opened on 14 May 2026.

The Council’s report was published on 4 May 2026. The Commission’s report was published on 4 June
2026.

The climate strategy was adopted in May 2026. The climate strategy’s delivery plan was adopted in
June 2026.

The crossing at Lade Street opened in spring 2026. The crossing opened on 4 May 2026.

The consultation opened on 4 May 2026. The consultation closed on 4 June 2026.

The guidance was published in March 2026. Guidance on fees was published in May 2026.

The Ethics Commission published its report in March 2026 and the Boundary Commission published its
report in May 2026.

The contract was signed in May 2026. The contract for the second site was signed in June 2026.

Bus fares were agreed in May 2026. The fares were agreed in June 2026.

The budget was approved on 26 February 2026. The budget was approved by the Integration Joint
Board on 25 March 2026.

The school in Ayre opened in May 2026. The school in Leck opened in June 2026.

The report was issued in draft on 4 May 2026. The report was issued on 4 June 2026.

The plan was signed by the Chief Executive on 4 May 2026. The plan was signed by the Chief
Constable on 6 May 2026.

The letter was issued to parents on 4 May 2026. The letter was issued to staff on 6 May 2026.

The policy was approved on 4 May 2026 and amended in June 2026. The policy was approved again in
July 2026.

The survey of tenants was carried out in April 2025. The survey of tenants carried out in April
2026 shows more.

The survey of tenants was carried out in April 2026. The survey of staff was carried out in May
2026.

The lease of the depot was extended to 31 March 2028. The lease of the yard was extended to 30
June 2028.

The lease of the depot was extended on 31 March 2026. The lease of the depot was extended to 30
June 2028.

Inspectors visited the school in March 2026. Their report was published on 12 May 2026. The
inspection report on Hill Nursery was published on 3 June 2026.

Auditors came in March 2026. Their report was published on 12 May 2026. The inspection report was
published on 3 June 2026.

The inspection report was published on 12 May 2026. The response to the inspection report was
published on 3 June 2026.

The inspection report was published on 12 May 2026. Their second report was published on 3 June
2026.

At its meeting on 8 September 2026 the Committee approved the damp policy. The heating policy was
approved on 18 September 2026.

At its meeting on 8 September 2026 the Committee noted that the damp policy was published in May
2026. The damp policy was approved in September 2026.

The consultation opened on 1 April 2026 and ran until 30 April 2026, when the consultation closed.
The consultation on fees closed on 30 May 2026.

Work on the bridge at Alder Road was completed in May 2026. Work on the bridge at Mill Lane was
completed in July 2026.

Inspectors of schools reported in May 2026. The letter was issued to parents on 3 June 2026. The
letter of the inspection was issued on 13 March 2026.

The contract for salt was extended to 31 March 2027. The contract for salt will be extended
further until 31 March 2029.
""")


@pytest.mark.parametrize("said", TOLD_ONCE)
def test_what_only_looks_like_one_event_is_left(said: str) -> None:
    assert paper("R44", said, meeting_date="10 November 2026") == []


RETURNS = [
    ("Inspectors will return within one year of their letter.",
     "Prepare for the return of the inspectors six months after the letter.", 1),
    ("A follow-up visit by inspectors is to be made 18 months after publication.",
     "Gather evidence before inspectors visit again within 12 months of publication.", 1),
    ("The Regulator will come back in two years.",
     "Be ready for the Regulator, who comes back within nine months of the report.", 1),
    ("Inspectors will return within one year of their letter.",
     "Prepare for the return of the inspectors within 12 months of the letter.", 0),
    ("Inspectors will return within one year of their letter.",
     "Report to parents six months after the letter.", 0),
    ("Inspectors will return within one year of their letter.",
     "Prepare for the return of the auditors six months after the letter.", 0),
    ("Tenants will return within one year.",
     "Prepare for the return of the inspectors six months after the letter.", 0),
]  # fmt: skip


@pytest.mark.parametrize(("said", "act", "found"), RETURNS)
def test_a_return_is_told_of_one_time(said: str, act: str, found: int) -> None:
    assert len(paper("R44", said, act=act)) == found


def timed(rule: str, said: str, *acts: tuple[str, str]) -> list[str]:
    """Return what a rule says of a paper whose actions are due then."""
    outline = passage("own-legal", said or "There are none.")(other(meeting_date="10 May 2026"))
    actions = tuple(ActionOutline(text=text, timescale=when) for text, when in acts)
    aims = (AimOutline("Better services.", actions),)
    return [one.text for one in told(replace(outline, aims=aims), rule)]


EVALUATE = "Evaluate the breakfast pilot"
TOO_SOON = [
    ("", (EVALUATE, "March 2027"), ("Start a breakfast pilot in two schools", "May 2027")),
    ("The breakfast pilot begins in May 2027.", (EVALUATE, "March 2027")),
    ("From May 2027 the breakfast pilot runs in two schools.", (EVALUATE, "March 2027")),
    ("In June 2027 the breakfast pilot will be launched.", (EVALUATE, "March 2027")),
    ("", ("Assess the impact of the repair clinics", "May 2027"),
     ("Open repair clinics in all areas", "July 2027")),
    ("", (f"{EVALUATE} and decide on its extension", "March 2027"),
     ("Run the breakfast pilot", "From May 2027 to December 2027")),
]  # fmt: skip


@pytest.mark.parametrize("case", TOO_SOON)
def test_nothing_is_evaluated_before_it_has_begun(case: tuple[str, tuple[str, str]]) -> None:
    assert len(timed("P34", *case)) == 1


IN_TIME = [
    ("", (EVALUATE, "December 2027"), ("Start a breakfast pilot in two schools", "May 2027")),
    ("", (EVALUATE, "March 2027"), ("Start a lunch pilot in two schools", "May 2027")),
    ("", (EVALUATE, "March 2027"), ("Extend the breakfast pilot to all schools", "May 2027")),
    ("", ("Evaluate the first breakfast pilot", "March 2027"),
     ("Start a breakfast pilot", "May 2027")),
    ("The second breakfast pilot begins in May 2027.", (EVALUATE, "March 2027")),
    ("The breakfast pilot began in May 2026.", (EVALUATE, "March 2027")),
    ("The breakfast pilot starts again in May 2027.", (EVALUATE, "March 2027")),
    ("", ("Evaluate existing repair clinics", "May 2027"), ("Open repair clinics", "July 2027")),
    ("", (EVALUATE, "March 2027"), ("Run the breakfast pilot", "May 2027")),
    ("", ("Plan how to evaluate the breakfast pilot", "March 2027"),
     ("Start a breakfast pilot", "May 2027")),
]  # fmt: skip


@pytest.mark.parametrize("case", IN_TIME)
def test_what_is_evaluated_may_be_another(case: tuple[str, tuple[str, str]]) -> None:
    assert timed("P34", *case) == []


SEND, TOO_LATE = "Send the flood risk return to the agency", "30 November 2027"
EACH_YEAR = "The flood risk return has to be with the agency by 31 October each year."
FRONTED = "By 31 October each year the council sends its flood risk return to the agency."
OF_OTHERS = "The neighbours’ flood risk return is not with the agency by 31 October each year."
ONCE = "The flood risk return has to be with the agency by 31 October 2027."
YEARLY = [
    (EACH_YEAR, SEND, TOO_LATE, 1),
    (FRONTED, SEND, "December 2027", 1),
    ("Every year the agency must have the flood risk return by 31 October.", SEND, TOO_LATE, 1),
    ("The flood risk return is due annually, no later than 31 October.", SEND, TOO_LATE, 1),
    ("The yearly flood risk return goes to the agency before 1 November.", SEND, TOO_LATE, 1),
    ("The flood risk return goes yearly to the agency before 1 November.", SEND, TOO_LATE, 1),
    (EACH_YEAR, "Submit the flood risk return", "15 November 2027", 1),
    (EACH_YEAR, SEND, "31 October 2027", 0),
    (EACH_YEAR, SEND, "October 2027", 0),
    (EACH_YEAR, SEND, "June 2027", 0),
    (EACH_YEAR, "Improve the flood risk return", TOO_LATE, 0),
    (EACH_YEAR, "Send the drought return to the agency", TOO_LATE, 0),
    (ONCE, "Send the drought return to the agency", TOO_LATE, 0),
    (EACH_YEAR, "Send every year the flood risk return to members", "Every November", 0),
    (OF_OTHERS, SEND, TOO_LATE, 0),
]


@pytest.mark.parametrize(("said", "act", "when", "found"), YEARLY)
def test_what_is_due_each_year_is_done_by_then(said: str, act: str, when: str, found: int) -> None:
    assert len(timed("R42", said, (act, when))) == found
