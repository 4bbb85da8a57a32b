"""A paper of a council whose format is not known is held to what any report has, and no more."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.model.finding import Finding
from plan.model.outline import AppendixOutline, PassageOutline, PlanOutline, ReportOutline
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, action, passage, report
from tests.plan.strategies import plan_from

IN_2026 = date(2026, 11, 27)
MEETING = "14 December 2026"
OTHER = ReportOutline(
    committee="Education Committee",
    meeting_date=MEETING,
    title="School clothing grants",
    by="Head of Education",
    number="EDU/26/31",
    signatory="A Head",
    signatory_post="Head of Education",
    signed_on="30 November 2026",
    own_sections=(
        "Background [own-background, after recommendations]",
        "Legal implications [own-legal, after financial]",
        "Equality implications [own-equality, after own-legal]",
    ),
    passages=(
        PassageOutline("purpose", "text", "To report progress with the plan in Appendix 1."),
        PassageOutline("recommendations", "recommendation", "note the plan"),
        PassageOutline("own-background", "text", "The plan was approved in May 2026."),
        PassageOutline("financial", "text", "The costs are met from existing budgets."),
        PassageOutline("own-legal", "text", "There are none."),
        PassageOutline("own-equality", "text", "No assessment is needed of a progress report."),
    ),
)


def told(outline: PlanOutline, rule: str, today: date = IN_2026) -> list[Finding]:
    paper = Paper(plan_from(outline), FORMAT, today, FORMS)
    return [one for one in findings(paper) if one.rule == rule]


def other(**fields: object) -> PlanOutline:
    """Return a paper of another council, with these fields of its report."""
    return replace(OUTLINE, report=replace(OTHER, **fields), assessments=())  # type: ignore[arg-type]


def saying(section: str, text: str, kind: str = "text") -> PlanOutline:
    return passage(section, text, kind)(other())


@pytest.mark.parametrize("rule", ["R1", "R3", "R5", "R8", "R15", "E34"])
def test_a_paper_of_another_council_is_not_held_to_this_ones_format(rule: str) -> None:
    assert [one for one in told(other(), rule) if one.severity != "INFO"] == []


def test_a_number_that_not_every_council_gives_is_only_told() -> None:
    assert [one.severity for one in told(other(number=""), "R3")] == ["INFO"]
    own_number = replace(OTHER, own_sections=(), number="EDU/26/31")
    assert told(replace(OUTLINE, report=own_number), "R3") == []
    assert [one.severity for one in told(report(number="299/2026")(OUTLINE), "R3")] == ["FIX"]


def test_any_report_says_by_whom_it_is_made() -> None:
    assert [one.text for one in told(other(by=""), "R15") if one.severity != "INFO"] == [
        "It is not said by whom the report is made."
    ]


@pytest.mark.parametrize(
    ("decision", "money", "found"),
    [
        ("approve the plan", "", True),
        ("note the plan", "", False),
        ("approve the plan", "There are none.", False),
        ("approve the plan for £4,000", "", False),
    ],
)
def test_any_report_that_asks_for_a_decision_says_what_it_costs(
    decision: str, money: str, found: bool
) -> None:
    outline = saying("recommendations", decision, "recommendation")
    assert bool(told(passage("financial", money)(outline), "R1")) is found


ASKS = [
    ("The Committee is asked to approve the plan.", False),
    ("It is recommended that the Board approves the plan.", False),
    ("The plan was approved in May 2026.", True),
]


@pytest.mark.parametrize(("said", "found"), ASKS)
def test_what_is_asked_for_may_stand_in_a_section_of_its_own(said: str, found: bool) -> None:
    outline = passage("recommendations", "")(saying("own-background", said))
    assert bool(told(outline, "R5")) is found


NEARLY = (
    "Screened for Sustainability, Strategic Environmental Assessment, Equality Impact Assessment "
    "and Risk Management."
)
SCREENINGS = [
    ("This report has been subject to the Pre-IIA Screening Tool; no assessment is needed.", False),
    ("Screened for equality, Fairer Scotland, risk and data protection: no issues.", False),
    ("Equality: none. Children's rights: none. Climate: none.", False),
    ("Assessed for Equality and Diversity, Fairness and Poverty, and Corporate Risk.", False),
    ("Screened for Sustainability and Risk Management. There are no major issues.", True),
    (f"{NEARLY} The Fairer Scotland Duty does not apply.", True),
]


@pytest.mark.parametrize(("policy", "found"), SCREENINGS)
def test_a_screening_of_its_own_topics_is_not_held_to_others(policy: str, found: bool) -> None:
    assert bool(told(passage("policy", policy)(OUTLINE), "R8")) is found


MADE = "An Equality Impact Assessment was carried out on 3 February 2026"
ASSESSED = [
    (f"{MADE}.", True),
    (f"{MADE}; it found no negative impact, and is published at the council's website.", False),
    (f"{MADE} and is published on the council’s website.", False),
    (f"{MADE}. There are no negative impacts. Both are on the council’s website.", False),
    (f"{MADE}. It can be read at www.council.example/assessments.", False),
    (f"{MADE} and is held by the Equalities Officer.", False),
    (f"{MADE} and is available on request.", False),
    (f"{MADE}; see the council's website for it.", False),
    (f"{MADE}; no negative impact. Published on the council website.", False),
    (f"{MADE} for the strategy, and went with report EDU/25/12.", False),
    (f"{MADE}. The strategy is on the website.", True),
    (f"{MADE} and is published with this report.", True),
]


@pytest.mark.parametrize(("policy", "found"), ASSESSED)
def test_an_assessment_that_is_kept_elsewhere_is_not_looked_for_here(
    policy: str, found: bool
) -> None:
    outline = replace(passage("policy", policy)(OUTLINE), assessments=())
    assert bool(told(outline, "E34")) is found


@pytest.mark.parametrize(
    "listed",
    [
        AppendixOutline("text", "Equality Impact Assessment", "Done."),
        AppendixOutline("text", "", "Integrated Impact Assessment\n\nDone."),
        AppendixOutline("file", "", file="parks_eqia.pdf"),
    ],
)
def test_an_appendix_is_the_assessment_by_its_title_its_file_or_its_first_line(
    listed: AppendixOutline,
) -> None:
    said = "An Equality Impact Assessment is attached as Appendix 2."
    outline = replace(passage("policy", said)(OUTLINE), assessments=())
    both = replace(outline.report, appendices=(AppendixOutline("plan"), listed))
    assert told(outline, "E34") != []
    assert told(replace(outline, report=both), "E34") == []


@pytest.mark.parametrize(
    "said",
    ["Appendix 2 sets out the Equality Impact Assessment.", "Who gains is shown in Appendix 2."],
)
def test_a_report_that_cites_the_appendix_speaks_of_the_assessment(said: str) -> None:
    listed = AppendixOutline("plan"), AppendixOutline("text", "Equality Impact Assessment", "Done.")
    outline = replace(passage("policy", said)(OUTLINE), assessments=())
    assert not told(replace(outline, report=replace(outline.report, appendices=listed)), "E34")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("An Equality Impact Assessment is attached as Appendix 2.", 0),
        ("An Equality Impact Assessment is attached as Appendix 3.", 1),
        ("The costs are set out in Appendix 2.", 1),
        ("The EqIA is at Appendix 2. The costs are at Appendix 3.", 1),
    ],
)
def test_an_assessment_on_a_form_is_the_appendix_that_the_report_names(
    said: str, found: int
) -> None:
    outline = passage("policy", said)(OUTLINE)
    report = replace(outline.report, appendices=(AppendixOutline("plan"),))
    missing = [one for one in told(replace(outline, report=report), "R4") if "none" in one.text]
    assert len(missing) == found


SCREENED_LATER = [
    ("The need for an Equality Impact Assessment will be considered.", True),
    ("An Equality Impact Assessment is to be carried out in due course.", True),
    ("The Fairer Scotland Duty does not apply, as this is not a strategic decision.", True),
    ("Under the Equality Act 2010 the council must have due regard to equality.", True),
    ("No Equality Impact Assessment is required; one will be made of each project.", False),
    ("No equality issues arise.", False),
    ("None.", False),
]


@pytest.mark.parametrize(("said", "found"), SCREENED_LATER)
def test_a_screening_that_is_still_to_come_is_none(said: str, found: bool) -> None:
    asked = saying("recommendations", "approve the plan", "recommendation")
    assert bool(told(passage("own-equality", said)(asked), "E36")) is found


ISLANDS = [
    ("The branch on the island of Sanda closes in March.", "", True),
    ("The ferry to the outer isles is withdrawn.", "", True),
    ("The branch on the island closes.", "No island community is affected differently.", False),
    ("The branch on the island closes.", "An ICIA was published.", False),
    ("The traffic island on the High Street is moved.", "", False),
    ("Highlands and Islands Enterprise pays half.", "", False),
    ("The branch in the village closes.", "", False),
]


@pytest.mark.parametrize(("text", "said", "found"), ISLANDS)
def test_a_paper_that_names_an_island_is_asked_about_it(text: str, said: str, found: bool) -> None:
    asked = saying("recommendations", "agree that the branch closes", "recommendation")
    outline = action(1, text=text)(passage("own-legal", f"There are none. {said}")(asked))
    assert bool(told(outline, "E42")) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Share the health and offending data of people in the programme with NHS Dalveen.", True),
        ("Exchange information about vulnerable tenants with the police.", True),
        ("Pass the details of families to the third sector partner each week.", True),
        ("Match housing benefit records with council tax records.", True),
        ("Share information about the services that families can use.", False),
        ("Share performance data with the Board.", False),
        ("Share the data of the survey in an open form.", False),
    ],
)
def test_data_of_people_that_is_shared_in_any_words_is_seen(text: str, found: bool) -> None:
    assert bool(told(action(1, text=text)(other()), "E43")) is found


def test_what_a_paper_promises_is_not_late_at_its_own_meeting() -> None:
    promise = "instruct the Head of Education to report progress by 30 September 2026"
    for meeting, severities in (
        ("12 March 2026", ["INFO"]),
        ("16 November 2026", ["ASK"]),
        ("14 December 2026", ["ASK"]),
    ):
        outline = passage("recommendations", promise, "recommendation")(other(meeting_date=meeting))
        found = told(outline, "R31")
        assert [one.severity for one in found] == severities
        assert ("before the meeting" in found[0].text) is (severities == ["ASK"])


LEADS = [
    ("Head of Parks (Morag Baird)", True),
    ("Lead Officer (Morag Baird, 01632 960001)", False),
    ("Head of Parks (Leisure)", False),
]


@pytest.mark.parametrize(("lead", "found"), LEADS)
def test_a_name_behind_a_post_is_seen_and_one_with_a_number_is_p11s(lead: str, found: bool) -> None:
    assert bool(told(action(1, leads=(lead,))(OUTLINE), "P19")) is found


KNOWN = [
    ("The tenant, Morag Baird, was moved twice.", True),
    ("Jamie Ferrier (P6) has made the least progress.", True),
    ("Mrs Jean Baird, a tenant, told the Committee so.", True),
    ("Gordon Baird, Head of Finance, was consulted.", False),
    ("The pupil council met Gordon Baird, Head of Finance.", False),
]


@pytest.mark.parametrize(("said", "found"), KNOWN)
def test_people_who_can_be_known_from_the_report_are_asked_about(said: str, found: bool) -> None:
    assert bool(told(saying("own-background", said), "P19")) is found


NO_COST = "There are no direct financial implications."
PAID = [
    (NO_COST, "Recruit two officers.", "", True),
    (f"{NO_COST} Savings from individual actions are in the monitoring reports.", "Buy it.", "", 0),
    (NO_COST, "Recruit two officers, funded by the Scottish Government.", "", False),
    (NO_COST, "Recruit two officers.", "The cost is met from the employability fund.", False),
    (NO_COST, "Find savings options for the gap.", "Agency spend fell to £3.6m.", False),
    (NO_COST, "Find options for the full gap of £18.4 million.", "", False),
    (NO_COST, "Publish one guide.", "The guide costs £40,000 a year.", True),
]


@pytest.mark.parametrize(("financial", "text", "said", "found"), PAID)
def test_money_that_is_named_already_answers_what_it_costs(
    financial: str, text: str, said: str, found: bool
) -> None:
    outline = passage("main-text", said, "numbered")(passage("financial", financial)(OUTLINE))
    assert bool(told(action(1, text=text)(outline), "R16")) == found


ASKED = [
    ("£14,000 is asked for.", "Head of Education", True),
    ("£14,000 is asked for.", "Head of Finance and Procurement", False),
    ("£14,000 is asked for, as agreed with the Head of Finance.", "Head of Education", False),
    ("Savings of £14,000 are expected.", "Head of Education", True),
    ("Savings of £14,000 were agreed.", "Head of Education", False),
    ("The £14,000 is in the 2027/28 revenue budget.", "Head of Education", False),
]


@pytest.mark.parametrize(("financial", "by", "found"), ASKED)
def test_an_officer_of_finance_who_is_named_anywhere_was_asked(
    financial: str, by: str, found: bool
) -> None:
    said = passage("consultations", "The head teachers were consulted.")(OUTLINE)
    outline = report(by=by, signatory_post=by)(passage("financial", financial)(said))
    assert bool(told(outline, "R16")) is found


def test_an_assessment_that_is_missing_is_said_once() -> None:
    said = "An Equality Impact Assessment is attached as Appendix 3. The costs are in Appendix 4."
    outline = replace(passage("policy", said)(OUTLINE), assessments=())
    assert [one.text for one in told(outline, "R4")] == [
        "Appendix 4 is cited, and this paper has none."
    ]
    assert len(told(outline, "E34")) == 1
    assert len(told(passage("policy", said)(OUTLINE), "R4")) == len(("Appendix 3", "Appendix 4"))
