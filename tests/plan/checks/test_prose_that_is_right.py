"""Wordings that officers use and that are right are not asked about; those beside them are."""

from dataclasses import replace
from datetime import date

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.model.outline import AppendixOutline, NoteOutline, PlanOutline
from tests.plan.checks.sound import (
    FORMAT,
    FORMS,
    OUTLINE,
    Spoil,
    action,
    found_in,
    passage,
    spoilt,
)
from tests.plan.strategies import plan_from


@pytest.mark.parametrize(
    "decision",
    [
        *(
            "otherwise note the report",
            "to approve the plan",
            "(a) agrees the plan",
            "ii) remit it",
        ),
        *("thank the parents", "ask for a report in May", "also instruct officers to report"),
        *(
            "formally adopt the plan",
            "invite two members to join the board",
            "meet the carers in the spring",
            "4. seek advice",
        ),
    ],
)
def test_a_decision_is_heard(decision: str) -> None:
    found = spoilt(passage("recommendations", decision, "recommendation"))
    assert [one for one in found if one[1] == "R5"] == []


@pytest.mark.parametrize(
    ("decision", "is_one"),
    [("members are asked to agree", False), ("noting the report", False), ("note it", True)],
)
def test_what_is_no_decision_is_asked_about(decision: str, is_one: bool) -> None:
    found = spoilt(passage("recommendations", decision, "recommendation"))
    asked = [("ASK", "R5", "report/recommendations/1")]
    assert [one for one in found if one[1] == "R5"] == ([] if is_one else asked)


@pytest.mark.parametrize(
    ("said", "is_cited"),
    [
        ("The plan is in the appendix to this report.", True),
        ("The attached plan is put to Committee.", True),
        ("The plan is put to Committee.", False),
    ],
)
def test_the_only_appendix_needs_no_number(said: str, is_cited: bool) -> None:
    outline = passage("purpose", said)(OUTLINE)
    only = replace(outline.report, appendices=(AppendixOutline("plan"),))
    only = replace(only, passages=tuple(one for one in only.passages if one.section != "policy"))
    policy = [one for one in OUTLINE.report.passages if one.section == "policy"]
    without = replace(policy[0], text=policy[0].text.replace(" and is attached to this report", ""))
    outline = replace(outline, report=replace(only, passages=(*only.passages, without)))
    assert found_in(plan_from(outline)) == ([] if is_cited else [("ASK", "R4", "appendix/1")])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("The first two aims are shared.", []),
        ("The other three aims of the council stay as they are.", []),
        ("Auditors made nine recommendations, which became the two aims.", []),
        ("Agree the four recommendations in section 2.", []),
        ("The four recommendations of the inspectors are taken up.", ["R12"]),
        ("All three aims are new.", ["R12"]),
        ("A survey is planned for May.", []),
        ("A survey was made in May.", ["R10"]),
    ],
)
def test_counts_and_sources_are_read_in_their_sentence(said: str, found: list[str]) -> None:
    assert [rule for _, rule, _ in spoilt(passage("main-text", said, "numbered"))] == found


@pytest.mark.parametrize(
    ("lead", "told", "is_tied"),
    [
        ("CPC", "The Child Protection Committee (CPC) met.", True),
        ("CPC", "The Child Protection Committee, known as the CPC, met.", True),
        ("CPC", "The Child Protection Committee, or CPC, met.", True),
        ("JMG", "The Child Protection Committee, or CPC, or JMG, met.", True),
        ("CPCs", "Each Child Protection Committee (the “CPC”) met.", True),
        ("L&WD", "The L&WD (Learning and Workforce Development) group met.", True),
        ("WD", "The L&WD (Learning and Workforce Development) group met.", False),
        ("CPC", "The Child Protection Committee met the CPC.", False),
        ("CPC", "The board, the CPC and the council met.", False),
    ],
)
def test_an_acronym_is_tied_to_its_name_in_several_ways(
    lead: str, told: str, is_tied: bool
) -> None:
    def spoil(one: type(OUTLINE)) -> type(OUTLINE):  # type: ignore[valid-type]
        return passage("main-text", told, "numbered")(
            action(2, leads=("Youth Council",))(action(1, leads=(lead,))(one))
        )

    found = spoilt(spoil)
    assert found == ([] if is_tied else [("ASK", "P6", "action/1.1/leads")])


FULL = "The Chief Officers Group (COG) agrees."


@pytest.mark.parametrize(
    ("elsewhere", "is_tied"),
    [
        (action(2, success_criteria=(f"All 30 teams have it. {FULL}",)), True),
        (action(2, progress=(NoteOutline("1 August 2016", "On track", FULL),)), True),
        (action(2, text=f"Publish one guide.\n{FULL}"), True),
        (action(2, own=(("Resources", FULL),)), True),
        (lambda one: replace(one, aims=(replace(one.aims[0], text=FULL), *one.aims[1:])), True),
        (lambda one: replace(one, partnership="Chief Officers Group (COG)"), True),
        (action(2, success_criteria=("All 30 teams of the COG have it.",)), False),
    ],
)
def test_an_acronym_may_be_tied_anywhere_in_the_paper(elsewhere: Spoil, is_tied: bool) -> None:
    def spoil(one: PlanOutline) -> PlanOutline:
        return elsewhere(action(1, leads=("COG",))(replace(one, subtitle="")))

    found = findings(Paper(plan_from(spoil(OUTLINE)), FORMAT, date(2016, 9, 12), FORMS))
    assert any("nowhere tied" in one.text and "COG" in one.text for one in found) is not is_tied


@pytest.mark.parametrize(
    ("lead", "is_known"),
    [("PEF Teacher", True), ("Health Visiting Team, HSCP", True), ("NHS", True), ("COG", False)],
)
def test_what_every_councillor_speaks_of_needs_no_full_name(lead: str, is_known: bool) -> None:
    found = spoilt(action(1, leads=(lead,)))
    assert [rule for _, rule, _ in found] == ([] if is_known else ["P6"])


@pytest.mark.parametrize(
    ("text", "is_action"),
    [
        *(("Agree which desk will be open.", True), ("Embed the new way of working.", True)),
        *(("Need-led planning is agreed.", True), ("Dispose of old forms.", True)),
        *(("Implementation of the policy.", False), ("Looked after children’s plans.", False)),
        *(("Protocol for sharing records.", False), ("Guides to be re-written by May.", False)),
        *(("Packs – improve quality", False), ("Recruit – with health – two nurses", True)),
        *(("A desk will be open.", False), ("Encourage fathers to be involved.", True)),
        *(("CSE inputs to all pupils.", False), ("Daily screening of reports.", False)),
        ("Answer the phone! Carers will be heard.", True),
    ],
)
def test_a_heading_and_an_outcome_are_told_from_an_action(text: str, is_action: bool) -> None:
    expected = [] if is_action else [("INFO", "P12", "action/1.1/text")]
    assert spoilt(action(1, text=text)) == expected


def test_a_day_is_on_and_a_month_is_in() -> None:
    from plan.checks.all_checks import findings
    from plan.checks.paper import Paper
    from tests.plan.checks.sound import FORMAT, FORMS

    for timescale, told in (("1 June 2016", "on 1 June 2016"), ("June 2016", "in June 2016")):
        plan = plan_from(action(2, timescale=timescale)(OUTLINE))
        found = findings(Paper(plan, FORMAT, date(2016, 9, 12), FORMS))
        (late,) = (one for one in found if one.rule == "P8")
        assert told in late.text
