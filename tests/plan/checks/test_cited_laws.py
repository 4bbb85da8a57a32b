"""A law is cited by its own year, and only while it is in force."""

from datetime import date

import pytest

from plan.checks.paper import Paper
from plan.checks.report.cited_law_checks import laws_are_in_force
from plan.council.laws import key_of, known_laws
from plan.model.outline import ActionOutline, AimOutline, PassageOutline, PlanOutline, ReportOutline
from tests.plan.checks.sound import FORMAT
from tests.plan.strategies import plan_from

ASKED = [
    "Inquiries are made under the Adult Support and Protection (Scotland) Act 2017.",
    "By the Children's Hearings (Scotland) Act 2010 a panel may ask for reports.",
    "Section 3 of the Schools (Consultation) (Scotland) Act 2014 asks for a statement of benefits.",
    "Integration is governed by the Public Bodies (Joint Working) (Scotland) Act, 2013.",
    "Carers have the right to a support plan (Carers (Scotland) Act 2015).",
    "Islands (Scotland) Act 2019: no assessment is needed.",
    "The Community Empowerment Scotland Act 2016 places a duty on partners.",
    "Under the Equality Act 2008 the Council must have due regard to the three needs.",
    "The Housing (Scotland) Act 2003 requires a strategy.",
    "Records are kept in line with the Data Protection Act 1998.",
    "The Freedom of Information (Scotland) Act 2002 and the Data Protection Act 1998 apply.",
    "The policy complies with the DPA 1998.",
    "Ramps are fitted so that the building meets the Disability Discrimination Act.",
    "All staff are trained in the Race Relations Act 1976 and the Sex Discrimination Act 1975.",
    "Contracts are let under the Public Contracts (Scotland) Regulations 2012.",
    "Licences are granted under the Licensing (Scotland) Act 1976 by the Board.",
    "Nutritional Requirements for Food and Drink in Schools (Scotland) Regulations 2008 apply.",
    "Partners work together under Part 2 of the Local Government in Scotland Act 2003.",
    "The Local Government in Scotland Act 2003, section 16, lists the partners.",
    "Best Value: Part 1, Local Government in Scotland Act 2003. Partners: Part 2 of that Act.",
    "Direct payments are made under section 12B of the Social Work (Scotland) Act 1968.",
    "The Council leads community planning under the Local Government in Scotland Act 2003.",
]
IN_PEACE = [
    "Inquiries are made under the Adult Support and Protection (Scotland) Act 2007.",
    "The Housing (Scotland) Act 2001, the Housing (Scotland) Act 2014 and that of 2025 all apply.",
    "The Education (Additional Support for Learning) (Scotland) Act 2009 amends that of 2004.",
    "Local Government etc. (Scotland) Act 1994; Local Government (Scotland) Act 1973.",
    "The Private Rented Housing (Scotland) Act 2011 is used against bad landlords.",
    "The Commissioner for Children and Young People (Scotland) Act 2003 set up the post.",
    "The Data Protection Act 2018 and the UK GDPR apply.",
    "The Data Protection Act 2018 replaced the Data Protection Act 1998.",
    "In 2014 information was shared under the Data Protection Act 1998.",
    "The Council was then bound by the Race Relations Act 1976.",
    "The former Disability Discrimination Act asked for reasonable adjustments.",
    "The auditors read “Working with the Data Protection Act 1998”, a guide for staff.",
    "The order was made under the Licensing (Scotland) Act 1976.",
    "Best Value is a duty under Part 1 of the Local Government in Scotland Act 2003.",
    "Section 20 of the Local Government in Scotland Act 2003 gives power to advance well-being.",
    "Best Value and community planning: Local Government in Scotland Act 2003.",
    "Part 2 of the Community Empowerment (Scotland) Act 2015 is about community planning.",
    "Section 12A of the Social Work (Scotland) Act 1968 asks for an assessment.",
    "The Equality Act 2010 takes the place of the Sex Discrimination Act 1975.",
    "The Unknown Matters (Scotland) Act 2019 is not among those that are known.",
    "Community Planning and Equality Acts of kindness were counted in 2021.",
    "Make the entrance of the hall DDA compliant.",
    "Claims under the Equal Pay Act 1970 are still being settled.",
    "The site is bound by an agreement under the Town and Country Planning (Scotland) Act 1972.",
    "The Equality Act 2010 (Specific Duties) (Scotland) Regulations 2012 ask for outcomes.",
    "Works follow the Planning (Scotland) Act 1997.",
    "The Local Government (Scotland) Act 2003 asks for Best Value.",
    "Plans of each Data Protection Act officer are kept.",
    "The Housing (Scotland) Act 1987 (as amended by the Housing (Scotland) Act 2001) applies.",
    "The Employment Equality Act 1998 is an Irish one.",
    "Standards in Scotland’s Schools etc. Act 2000 asks for an annual plan.",
    "The Town and Country Planning (Scotland) Act 1997; the Planning (Scotland) Act 2019.",
]


def asked(said: str, year: int = 2026, aims: tuple[AimOutline, ...] = ()) -> list[str]:
    plan = PlanOutline(
        report=ReportOutline(
            meeting_date=f"3 December {year}",
            passages=(PassageOutline("main-text", "text", said),),
        ),
        aims=aims,
    )
    paper = Paper(plan_from(plan), FORMAT, date(year, 11, 27))
    return [one.text for one in laws_are_in_force.findings(paper)]


@pytest.mark.parametrize("said", ASKED)
def test_a_year_of_no_such_act_and_a_law_that_was_replaced_are_asked_about(said: str) -> None:
    assert asked(said)


@pytest.mark.parametrize("said", IN_PEACE)
def test_law_that_holds_and_law_that_is_told_as_former_are_left_in_peace(said: str) -> None:
    assert not asked(said)


def test_it_is_said_what_the_year_is_and_what_came_in_its_place() -> None:
    (year,) = asked("Plans follow the Islands (Scotland) Act 2020.")
    assert year.endswith("the Act of that title is of 2018: which is meant?")
    (replaced,) = asked("Plans follow Part 2 of the Local Government in Scotland Act 2003.")
    assert "in its place is Part 2 of the Community Empowerment (Scotland) Act 2015" in replaced


def test_a_meeting_before_it_was_replaced_is_not_asked() -> None:
    assert not asked("Records are kept in line with the Data Protection Act 1998.", 2016)


def test_an_action_is_asked_too() -> None:
    action = ActionOutline(text="Train all staff in the Data Protection Act 1998.")
    assert asked("Work goes on.", aims=(AimOutline("Records", (action,)),))


def test_a_background_paper_keeps_its_title() -> None:
    paper = PlanOutline(
        report=ReportOutline(
            meeting_date="3 December 2026",
            passages=(
                PassageOutline("background", "text", "Guide to the Data Protection Act 1998."),
            ),
        ),
    )
    of = Paper(plan_from(paper), FORMAT, date(2026, 11, 27))
    assert not list(laws_are_in_force.findings(of))


def test_every_replaced_law_is_found_by_its_title_and_names_what_holds_now() -> None:
    for key, one in known_laws().replaced.items():
        assert key in {key_of(one.title), *map(key_of, one.short)}
        assert one.years
        assert one.since.year >= max(one.years)
        title, _, year = one.by.rpartition(" ")
        known = known_laws().years.get(key_of(title.split(" of ")[-1].split("and the ")[-1]), ())
        assert not known or int(year) in known
