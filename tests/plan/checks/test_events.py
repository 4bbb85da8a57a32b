"""What a paper tells of one event, in whatever build: R44, and what cannot follow, P34 and R42.

Beside the papers that tell it twice, and otherwise, stand as many that only look so.
"""

import pytest

from tests.plan.checks.test_told_and_affected import paper

TOLD_TWICE = [
    "The auditor’s report on fleet care was published on 4 May 2026. Since the report was "
    "published in March 2026 three depots have been reorganised.",
    "The auditor’s report on fleet care was weighed by the Commission on 2 May 2026 and published "
    "on 20 May 2026. When the report was published in April 2026 the press called it bleak.",
    "The Board approved the lighting strategy on 3 June 2026. The strategy was approved in August "
    "2026 and work began.",
    "The lighting strategy was approved by this Committee on 3 June 2026. When it approved the "
    "strategy in July 2026 the Committee asked for costs.",
    "On 3 June 2026 the Committee approved the lighting strategy. Two posts were added after the "
    "approval of the strategy in May 2026.",
    "The day centre at Mill Brae opened on 9 March 2026. Visits have doubled since the opening of "
    "the day centre in May 2026.",
    "The library app was launched in February 2026. The launch of the app in April 2026 went well.",
    "The contract with the operator was signed on 1 June 2026. The contract, signed on 8 July "
    "2026, has five years to run.",
    "The housing return was submitted to the Regulator on 30 May 2026. Since the return was "
    "submitted in July 2026 two questions have come back.",
    "Their letter was issued on 6 May 2026. Parents were told when the letter was issued on 16 "
    "May 2026.",
    "The findings were published in May 2026. The published findings are plain. Members saw the "
    "findings, published in July 2026.",
    "The joint report (published 4 May 2026) names four gaps. Staff were briefed once the joint "
    "report was published in June 2026.",
    "Adoption of the travel policy followed on 4 May 2026. The Council adopted the travel policy "
    "in June 2026.",
    "The new pool was opened by the Provost on 4 May 2026. The pool opened in June 2026.",
    "The evaluation of the bus trial was published on 4 May 2026. Riders were sent the evaluation "
    "when it came out. The evaluation was published in September 2026.",
    "Inspectors visited the nursery in June 2026. Their letter was published on 3 May 2026.",
    "The inspection took place between 4 and 8 May 2026, with a visit by inspectors on 8 May "
    "2026. The inspection report was published on 20 April 2026.",
    "When it agreed the strategy in January 2026 the Board asked for a report every three months. "
    "This is the first such report.",
]


@pytest.mark.parametrize("said", TOLD_TWICE)
def test_one_event_has_one_time(said: str) -> None:
    assert len(paper("R44", said, meeting_date="10 November 2026")) == 1


TOLD_ONCE = [
    "The letter to parents was published on 3 May 2026. HM Inspectors visited the school in the "
    "week beginning 10 May 2026.",
    "The auditor’s report on fleet care was published on 4 May 2026. Since the report was "
    "published in May 2026 three depots have been reorganised.",
    "The auditor’s report on fleet care was published on 4 May 2026. The auditor’s report on waste "
    "was published in March 2026.",
    "The report on fleet care was published on 4 May 2026 and the report on waste in March 2026. "
    "Since the report was published in March 2026 three depots have moved.",
    "The national report was published in March 2026. The report on Carse was published in May "
    "2026.",
    "The draft strategy was published in March 2026. The strategy was published in May 2026.",
    "The strategy was approved by the Board on 3 June 2026. The strategy was approved by the "
    "Council on 24 June 2026.",
    "The strategy was agreed by officers in May 2026 and will be approved in June 2027.",
    "The previous programme was approved in May 2025. The programme was approved in June 2026.",
    "The annual report was published in May 2025. The annual report was published in May 2026.",
    "A letter was issued on 6 May 2026. A letter was issued on 16 June 2026.",
    "Letters were issued on 6 May 2026. Letters were issued on 16 June 2026.",
    "The centre at Mill Brae opened on 9 March 2026. The centre at Port Ross opened in May 2026.",
    "The contract for buses was signed on 1 June 2026. The contract for ferries was signed on 8 "
    "July 2026.",
    "The report was submitted to the Board on 1 June 2026. The report was submitted to the "
    "Council on 8 July 2026.",
    "The programme was approved on 3 June 2026. The programme was published on 8 July 2026.",
    "Phase 1 was launched in May 2026. Phase 2 was launched in July 2026.",
    "The first app was launched in May 2025. The app was launched in July 2026.",
    "Inspectors visited the school in the week beginning 2 March 2026. Their letter was published "
    "on 27 April 2026.",
    "The previous inspection report was published on 3 May 2022. Inspectors visited the school "
    "in March 2026.",
    "The letter on school meals was published on 3 January 2026. Inspectors visited the school in "
    "March 2026. Their letter was published on 8 May 2026.",
    "The policy was due to be adopted in May 2026. The policy was adopted in July 2026.",
    "When it agreed the strategy in May 2026 the Board asked for a report every six months. This is "
    "the first such report.",
    "When it agreed the strategy in January 2026 the Board asked for a report every three months. "
    "This is the fourth such report.",
]


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
