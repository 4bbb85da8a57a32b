"""What is right to ask about the report, and what is like it and right: R15 to R20 and R23."""

from dataclasses import replace
from datetime import date

import pytest

from plan.model.outline import AppendixOutline, PassageOutline, PlanOutline
from tests.plan.checks.sound import OUTLINE, action, found_in, passage, report, says
from tests.plan.strategies import plan_from


@pytest.mark.parametrize("name", ["committee", "title", "by", "signatory", "signed_on"])
def test_a_blank_line_of_the_header_is_named(name: str) -> None:
    assert says("R15", report(**{name: ""}))


def test_a_post_that_signs_without_a_name_is_whole() -> None:
    assert not says("R15", report(signatory="Head of Parks", signatory_post=""))
    found = found_in(plan_from(report(signatory="", signatory_post="Head of Parks")(OUTLINE)))
    assert [one for one in found if one[1] == "R15"] == [("INFO", "R15", "report/signatory")]


MONEY = [
    ("There are no financial implications.", "Recruit two officers for the guide.", True),
    ("There are no financial implications.", "Buy one guide for each school.", True),
    ("No additional costs.", "Train all staff of the thirty teams.", False),
    ("None.", "Close the Harbour centre and save £40,000.", True),
    ("There are no financial implications.", "Publish one guide.", False),
    ("There are no financial implications.", "Recruit volunteers for the panel.", False),
    ("There are no financial implications.", "Build on what the survey found.", False),
    ("There are no financial implications.", "Close the gap between the schools.", False),
    ("The costs are met from existing budgets.", "Recruit two officers.", False),
    ("There are no additional costs: it is met from existing budgets.", "Buy a guide.", False),
]


@pytest.mark.parametrize(("financial", "text", "found"), MONEY)
def test_no_cost_is_said_only_of_what_costs_nothing(financial: str, text: str, found: bool) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        return passage("financial", financial)(action(1, text=text)(outline))

    assert says("R16", spoil) is found


AMOUNTS = [
    ("Printing the guide costs £14,000.", "The guide is printed for £41,000.", True),
    ("Printing the guide costs £14,000.", "The guide is printed for £14,000.", False),
    ("Printing the guide costs £1.2m.", "The guide is printed for £1,200,000.", False),
    ("Printing the guide costs £14,000.", "Each school has a grant of £500.", False),
    ("Printing costs £14,000 and postage £2,000.", "The guide is printed for £12,000.", False),
    ("Printing the guide brings in £14,000.", "The printed guide costs £12 a copy.", False),
    ("Printing the guide costs £14,000 a year.", "The guide is printed for £41,000 a year.", True),
]


@pytest.mark.parametrize(("financial", "text", "found"), AMOUNTS)
def test_two_amounts_of_one_thing_are_one(financial: str, text: str, found: bool) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        asked = passage("consultations", "The Head of Finance was consulted.")(outline)
        return passage("main-text", text, "numbered")(passage("financial", financial)(asked))

    assert says("R16", spoil) is found


def test_a_saving_told_in_two_amounts_is_asked_once() -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        asked = passage("consultations", "The Head of Finance was consulted.")(outline)
        told = passage("financial", "The closures save £104,000 a year.")(asked)
        return passage("main-text", "The closures save £140,000 a year.", "numbered")(told)

    found = found_in(plan_from(spoil(OUTLINE)))
    assert [rule for _, rule, _ in found].count("R16") == 1


ASKED = [
    ("£14,000 is asked for.", "The head teachers were consulted.", True),
    ("£14,000 is asked for.", "The Head of Finance was consulted.", False),
    ("£14,000 is asked for.", "The Corporate Management Team was consulted.", False),
    ("£14,000 can be contained within the budget.", "The head teachers were consulted.", False),
    ("The costs are small.", "The head teachers were consulted.", False),
]


@pytest.mark.parametrize(("financial", "consulted", "found"), ASKED)
def test_who_asks_for_money_asks_finance(financial: str, consulted: str, found: bool) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        return passage("consultations", consulted)(passage("financial", financial)(outline))

    assert says("R16", spoil) is found


ENDS = [
    ("The grant ends on 31 December 2016.", True),
    ("Funding is confirmed to March 2017.", True),
    ("The grant ends on 31 December 2018.", False),
    ("The review ends on 31 December 2016.", False),
]


@pytest.mark.parametrize(("financial", "found"), ENDS)
def test_the_money_lasts_as_long_as_the_actions(financial: str, found: bool) -> None:
    said = f"It is met from existing budgets. {financial}"
    spoil = passage("financial", said)
    assert says("R16", lambda one: spoil(action(2, timescale="June 2017")(one))) is found


TOPICS = (
    "Sustainability, Strategic Environmental Assessment, Anti-Poverty, Equality Impact Assessment "
    "and Risk Management"
)
SCREENED = [
    (f"This report has been screened in respect of {TOPICS}.", True),
    (f"This report has been screened in respect of {TOPICS}. There are no major issues.", False),
    (f"Screened for {TOPICS}. The plan reduces poverty among young families.", False),
    ("There are no policy implications.", False),
]


@pytest.mark.parametrize(("policy", "found"), SCREENED)
def test_a_screening_says_what_it_found(policy: str, found: bool) -> None:
    assert says("R17", passage("policy", policy)) is found


@pytest.mark.parametrize(
    ("decision", "found"),
    [
        ("approve the closure of the Harbour centre", True),
        ("approve a charge for garden waste", True),
        ("agree to close the Harbour centre", True),
        ("approve the plan to close the attainment gap", False),
        ("approve the improvement plan", False),
        ("note the closure of the consultation", False),
    ],
)
def test_a_screening_that_found_nothing_of_a_closure_is_asked_about(
    decision: str, found: bool
) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        said = f"Screened for {TOPICS}. There are no major issues."
        return passage("policy", said)(
            passage("recommendations", decision, "recommendation")(outline)
        )

    assert says("R17", spoil) is found


@pytest.mark.parametrize(
    ("cover", "found"),
    [
        ({"date": "October 2016"}, True),
        ({"date": "September 2016"}, False),
        ({"subtitle": "Improvement Plan v0.4 DRAFT"}, True),
        ({"subtitle": "Improvement Plan, version 2"}, False),
        ({"subtitle": "Improvement Plan 2016-2019"}, False),
    ],
)
def test_the_cover_fits_the_meeting(cover: dict[str, str], found: bool) -> None:
    assert says("R18", lambda one: replace(one, **cover)) is found  # type: ignore[arg-type]


POINTS = [
    ("The costs are in Annex B.", True),
    ("See Schedule 2.", True),
    ("The attached business case gives the costs.", True),
    ("Duties are in Schedule 2 to the Act.", False),
    ("The attached improvement plan was discussed.", False),
    ("The plan (Appendix 1) was discussed.", False),
    ("The schedule of visits was discussed.", False),
]


@pytest.mark.parametrize(("said", "found"), POINTS)
def test_a_paper_that_is_pointed_to_is_there(said: str, found: bool) -> None:
    assert (
        says("R19", passage("consultations", f"The Head of Finance was consulted. {said}")) is found
    )


def test_a_paper_that_is_attached_is_there() -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        said = passage("consultations", "The attached business case (Annex B) was discussed.")(
            outline
        )
        kinds = (
            AppendixOutline("plan"),
            AppendixOutline("text", "Annex B: Business case", "Words."),
        )
        return replace(said, report=replace(said.report, appendices=kinds))

    assert not says("R19", spoil)


@pytest.mark.parametrize(
    ("background", "found"),
    [("Report no. 98-2015, Parks.", False), ("Report no. 12-2015, Roads.", True), ("None.", False)],
)
def test_an_earlier_report_is_among_the_background_papers(background: str, found: bool) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        said = passage("main-text", "Report no. 98-2015 refers.", "numbered")(outline)
        return passage("background", background)(said)

    assert says("R19", spoil) is found


IN_VAIN = [
    "The reasons for the move are given in paragraph 4.16.",
    "Details of the costs are in para 4.14 below.",
    "As section 9 shows, the plan is paid from reserves.",
    "Members are asked to see section 8 for the timetable.",
    "The money is set out in section 12.",
    "Table 3 gives the figures for each ward.",
    "The trend is shown in Table 5.",
    "Attendance by stage (see Table 4) has risen.",
    "Recommendation (g) asks the Committee to approve the budget.",
    "Recommendation 7 above cannot wait.",
    "The work in paragraph 4.9 begins in May.",
    "Paragraph 2.5 of this report asks for approval.",
    "Costs (paragraph 4.20) are met from the fund.",
    "Section 9 of this report gives the risks.",
    "By paragraph 4.17 the Board reports each May.",
    "The options were weighed in section 10 and the first was chosen.",
    "For the timetable see paragraph 4.8.",
    "As explained at paragraph 4.15, two posts are vacant.",
    "The effect on staff is described in section 9, and on users in section 4.",
    "It is paid as said in para. 4.18.",
]
IN_ITS_PLACE = [
    "The reasons are given in paragraph 4.1.",
    "See section 7 for the consultation.",
    "The plan is in section 4.",
    "Table 2 gives the figures.",
    "Section 95 Officer.",
    "The Section 95 Officer was consulted in section 6.",
    "It is a duty under section 22 of the Children (Scotland) Act 1995.",
    "Children have rights in section 25 of that Act.",
    "Paragraph 4.16 of the inspection report speaks of chronologies.",
    "The auditors say in paragraph 15.2 of their report that the pace is slow.",
    "A section 75 agreement is signed for 14 homes.",
    "Recommendation 7 of the Commission is answered by action 2.3.",
    "The inspectors’ recommendation 7 is answered.",
    "Table 9 of the annual report has the figures.",
    "Standing Orders say in paragraph 12.3 how it is done.",
    "Article 12 and section 4 speak of views.",
    "It goes up in section 9 of the A9.",
    "Recommendations 1 to 7 of the inquiry are answered.",
    "Team 9, section 4 works at night.",
    "Pupils in section 5 of the school moved.",
    "The policy says in section 9 who may apply under the scheme.",
    "Recommendation 7 is answered by three actions.",
    "The lease ends under section 12 of it.",
]


@pytest.mark.parametrize("said", IN_VAIN)
def test_a_part_of_the_report_that_is_pointed_to_is_there(said: str) -> None:
    assert says("R19", passage("main-text", said, "numbered"))


@pytest.mark.parametrize("said", IN_ITS_PLACE)
def test_a_part_of_a_law_or_of_another_paper_is_not_looked_for_here(said: str) -> None:
    assert not says("R19", passage("main-text", said, "numbered"))


HARD = [
    ("The actions in red are late.", True),
    ("See the table below.", True),
    ("Click here for the survey.", True),
    (" ".join(["word"] * 41) + ".", True),
    ("Reading is below average.", False),
    (" ".join(["word"] * 39) + ".", False),
]


@pytest.mark.parametrize(("said", "found"), HARD)
def test_what_is_hard_to_read_on_the_web_is_told(said: str, found: bool) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        bare = replace(outline, aims=())
        later = report(meeting_date="24 September 2018", number="299-2018")(bare)
        return passage("consultations", said)(later)

    assert says("R20", spoil, date(2018, 9, 10)) is found


def test_what_was_published_before_the_regulations_is_left_alone() -> None:
    assert not says("R20", passage("consultations", "Click here for the survey."))


PICTURES = [
    ("", True),
    ("Picture 1", True),
    ("the map.png", True),
    ("IMG_0042.JPG", True),
    ("A chart", True),
    ("A map of the schools that take part", False),
    ("Chart: referrals fell from 40 to 12", False),
]


@pytest.mark.parametrize(("alternative", "found"), PICTURES)
def test_a_picture_says_in_words_what_it_shows(alternative: str, found: bool) -> None:
    def spoil(outline: PlanOutline) -> PlanOutline:
        file = f"{'3f' * 32}.png"
        shown = PassageOutline("main-text", "picture", alternative, "Figure 1", picture=file)
        passages = (*outline.report.passages, shown)
        return replace(outline, report=replace(outline.report, passages=passages))

    assert says("R23", spoil) is found
