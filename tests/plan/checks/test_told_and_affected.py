"""What a paper tells twice, takes away or leaves out of law: R16, R44 to R46, E37, E50 to E52.

Beside each paper that must be asked about stands one that is like it and right.
"""

from dataclasses import replace

import pytest

from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AppendixOutline,
    PassageOutline,
    PlanOutline,
)
from plan.papers.passage_tables import table_text
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import OTHER, other, told


def paper(
    rule: str,
    said: str = "",
    act: str = "Publish one guide.",
    decides: str = "approve the plan",
    appended: str = "",
    **fields: object,
) -> list[str]:
    """Return what a rule says of a small paper of another council."""
    outline = passage("recommendations", decides, "recommendation")(other(**fields))
    outline = passage("own-legal", said or "There are none.")(outline)
    aims = (AimOutline("Better services.", (ActionOutline(text=act),)),)
    appendices = (
        AppendixOutline("plan"),
        AppendixOutline("text", "Equality Impact Assessment", appended),
    )
    report = outline.report if not appended else replace(outline.report, appendices=appendices)
    return [one.text for one in told(replace(outline, aims=aims, report=report), rule)]


GOES = "report will be brought to the committee"
IN_JUNE = f"A first {GOES} in June 2027."
DAYS = [
    ("They met on Tuesday 22 October 2026.", "22 October 2026 is a Thursday"),
    ("They met on Thursday, 22nd October 2026.", ""),
    ("They met on Thursday 22 October.", ""),
    (f"{IN_JUNE} The first progress {GOES} in December 2027.", "“in June 2027” and “in December"),
    (f"{IN_JUNE} A second {GOES} in December 2027.", ""),
    (f"{IN_JUNE} The first {GOES} by 30 June 2027.", ""),
]


@pytest.mark.parametrize(("said", "found"), DAYS)
def test_a_day_that_is_told_twice_is_one_day(said: str, found: str) -> None:
    texts = paper("R44", said)
    assert len(texts) == bool(found)
    assert all(found in one for one in texts)


GRADES = table_text(
    [
        ["Key question", "Grade", "Before"],
        ["How good is our leadership?", "2 – Weak", "4 – Good"],
        ["How good is our staff team?", "3 – Adequate", "3 – Adequate"],
    ]
)
TOLD_OF = [
    ("Leadership, which was graded adequate, had changed.", True),
    ("The evaluation of adequate for leadership is new.", True),
    ("Leadership was graded weak.", False),
    ("Leadership had been graded good in 2023.", False),
    ("The staff team was graded adequate and leadership weak.", False),
    ("The setting was graded good.", False),
]


@pytest.mark.parametrize(("said", "found"), TOLD_OF)
def test_a_grade_in_a_sentence_is_that_of_the_table(said: str, found: bool) -> None:
    passages = (*OTHER.passages, PassageOutline("own-background", "table", GRADES))
    assert bool(paper("R46", said, passages=passages)) is found


NONE = "There are no legal implications."
LAW = [
    (NONE, "Extend the hire contract for two years without a new competition.", True),
    (NONE, "Waive standing orders for the purchase.", True),
    (NONE, "Let the contract after a competition.", False),
    ("Legal – None. Of the year there is this: 41 placements breached the Order of 2014.",
     "Publish one guide.", False),
    ("The law is in the Act of 2003.", "Extend the contract without competition.", False),
    (NONE, "Prevent breaches of the Order.", False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "act", "found"), LAW)
def test_no_legal_implications_holds_of_the_paper_itself(said: str, act: str, found: bool) -> None:
    assert bool(paper("R45", said, act)) is found


def test_a_breach_that_the_report_tells_of_is_of_the_law() -> None:
    told_of = PassageOutline(
        "own-background", "text", "We placed 41 households in breach of the Order."
    )
    assert paper("R45", NONE, passages=(*OTHER.passages, told_of))
    fewer = PassageOutline("own-background", "text", "There was no breach of the Order.")
    assert not paper("R45", NONE, passages=(*OTHER.passages, fewer))


BOARD = "Uist Integration Joint Board"
DIRECTED = [
    (
        "No direction to the council is required.",
        "approve spending of £512,000 a year",
        BOARD,
        True,
    ),
    ("No direction to the council is required.", "approve the plan", BOARD, False),
    ("A direction is attached.", "approve spending of £512,000 a year", BOARD, False),
    (
        "No direction to the council is required.",
        "approve spending of £5,000",
        "Parks Committee",
        False,
    ),
]


@pytest.mark.parametrize(("said", "decides", "committee", "found"), DIRECTED)
def test_a_board_directs_who_is_to_carry_it_out(
    said: str, decides: str, committee: str, found: bool
) -> None:
    assert bool(paper("E52", said, decides=decides, committee=committee)) is found


@pytest.mark.parametrize(
    ("title", "found"),
    [("Direction to NHS Uist", True), ("Direction of travel", False), ("New directions", False)],
)
def test_a_direction_that_is_appended_is_not_said_to_be_unneeded(title: str, found: bool) -> None:
    appendices = (AppendixOutline("plan"), AppendixOutline("text", title, "The council is to act."))
    spoken = passage("own-legal", "The plan does not require a direction.")
    outline = spoken(other(committee=BOARD))
    outline = replace(outline, report=replace(outline.report, appendices=appendices))
    outline = passage("recommendations", "approve the plan", "recommendation")(outline)
    assert bool(told(outline, "E52")) is found


MONEY = [
    ("Six permanent workers are paid from the fund, which is non-recurring.", True),
    ("Recurring costs are met from one-off funding.", True),
    ("Six permanent workers are paid from the budget.", False),
    ("A temporary post is paid from the fund, which is non-recurring.", False),
    ("Six permanent workers are paid from a non-recurring fund, thereafter from tax.", False),
    ("Income of £310,000 a year is expected. An income of £130,000 a year is assumed.", True),
    ("Income of £310,000 a year is expected. Income of £310,000 a year is assumed.", False),
    ("Income of £310,000 a year is expected. The grant was £130,000 a year.", False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "found"), MONEY)
def test_money_that_ends_pays_for_no_more_than_it_lasts(said: str, found: bool) -> None:
    passages = [one for one in OTHER.passages if one.section != "financial"]
    passages.append(PassageOutline("financial", "text", said))
    assert bool(paper("R16", passages=tuple(passages))) is found


MARKS = """- Sex: No impact: X
- Age: None: fair to all
- Income: Neutral: no charge
- Race: Positive: X"""
CLOSES, LIMIT, FEE = (
    "Close the Norwick branch library.",
    "Introduce an upper age limit of 60 for carers.",
    "Introduce a charge of £45 for each bin.",
)
UNSEEN = [
    (LIMIT, MARKS, "“Age”"),
    (FEE, MARKS, "“Income”"),
    (CLOSES, f"{MARKS}\n\nNo adverse impact on any group was found.", "Close the Norwick"),
    (CLOSES, f"{MARKS}\n- Carers: Negative: X\n\nNo adverse impact on staff.", ""),
    ("Close the attainment gap.", f"{MARKS}\n\nNo adverse impact on any group was found.", ""),
    ("Remove the charge for books.", MARKS, ""),
    (LIMIT, MARKS.replace("Age: None", "Age: Negative"), ""),
    ("Publish one guide.", f"{MARKS}\n\nNo adverse impact on any group was found.", ""),
    ("Close the Millburn day centre.", f"{MARKS}\n- Disability: No impact: X", "“Age” and “Dis"),
    ("Close two nursery schools.", MARKS, "“Age”"),
    ("Close the Norwick branch library.", f"{MARKS}\n- Disability: No impact: X", ""),
]


@pytest.mark.parametrize(("act", "appended", "found"), UNSEEN)
def test_what_a_paper_takes_away_is_seen_in_its_assessment(
    act: str, appended: str, found: str
) -> None:
    texts = paper("E51", act=act, appended=appended)
    assert len(texts) == bool(found)
    assert all(found in one for one in texts)


def test_an_assessment_that_is_said_not_to_be_needed_sees_what_closes() -> None:
    denied = "An equality impact assessment is not required, as no service changes."
    assert paper("E51", denied, CLOSES)
    assert not paper("E51", denied, "Open a library.")
    assert not paper("E51", "An assessment under the Fairer Scotland Duty is not required.", CLOSES)


FINISHED = [
    (f"{MARKS}\n- Approved by: Head of Service; Date: 3 February 2027", "is after the meeting"),
    (f"{MARKS}\n- Approved by: Head of Service; Date: 3 December 2026", ""),
    (f"{MARKS}\n- Completed by: A: B; Date: 3 May 2026: 3 February 2027", "is after the meeting"),
    (f"{MARKS}\n- Review date: February 2027", ""),
    (MARKS.replace("- Income: Neutral: no charge", "- People on a low income"), "neither a mark"),
    ("- Who was asked\n- When", ""),
    (
        "- Age: Positive: X\n- Sex: No impact: X\n- Race\n- Faith: Not known: X",
        "“Race” has neither",
    ),
    (f"{MARKS}\n- Faith: Not known: X\n- Is further evidence needed?: No.", "“Faith” is not known"),
    (f"{MARKS}\n- Faith: Unknown\n- Gaps in evidence: None needed.", "“Faith” is not known"),
    (f"{MARKS}\n- Faith: Not known\n- Is further evidence needed?: Yes, by a survey in May.", ""),
    (f"{MARKS}\n- Is further evidence needed?: No further evidence is needed.", ""),
    (f"{MARKS}\n- Faith: Not known\n- Evidence used: None of the surveys asked.", ""),
]


@pytest.mark.parametrize(("appended", "found"), FINISHED)
def test_an_assessment_is_finished_before_the_meeting(appended: str, found: str) -> None:
    texts = paper("E50", appended=appended)
    assert len(texts) == bool(found)
    assert all(found in one for one in texts)


ADMITS = [
    ("- Belief: Negative: this may be indirect discrimination. Legal have not been asked", True),
    ("- Could it lead to unlawful discrimination?: No", False),
    ("**4. Is there unlawful discrimination?**\n\nYes, until the gate is changed.", True),
    ("**4. Is there unlawful discrimination?**\n\nNo.", False),
    ("- Could it lead to unlawful discrimination?: Yes, until the ramp is built.", True),
    ("- Is there a risk of unlawful discrimination?: It may be unlawful discrimination.", True),
    ("- Is there a risk of unlawful discrimination?: None was found.", False),
    ("- Is there a risk of unlawful discrimination?: Legal Services have not been asked.", True),
    ("We eliminate unlawful discrimination.", False),
]


@pytest.mark.parametrize(("appended", "found"), ADMITS)
def test_what_an_appended_assessment_admits_is_heard(appended: str, found: bool) -> None:
    assert bool(paper("E37", appended=appended)) is found


CONSUMERS = [("agree an annual charge of £45 for each bin", True), ("agree the plan", False),
             ("note who is in charge of the plan", False)]  # fmt: skip


@pytest.mark.parametrize(("decides", "found"), CONSUMERS)
def test_a_charge_weighs_on_consumers(decides: str, found: bool) -> None:
    assert bool(paper("E41", decides=decides)) is found


OTHERS = [
    ("The EqIA is in Appendix 2.\n\nA Data Protection Impact Assessment is not required.", False),
    ("An Equality Impact Assessment was not required.", True),
]


@pytest.mark.parametrize(("said", "found"), OTHERS)
def test_that_another_assessment_is_not_needed_denies_none(said: str, found: bool) -> None:
    assert bool(paper("E34", said, appended=MARKS)) is found


def test_the_outline_is_of_a_council_whose_format_is_not_known() -> None:
    assert isinstance(other(), PlanOutline)
