"""Numbers of one fact that do not fit each other are asked about, however they are told.

Beside the builds that must be asked about stand those that only look like them.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from plan.checks.all_checks import findings
from plan.checks.facts.directions_told import wrong_changes, wrong_direction
from plan.checks.facts.prices_told import wrong_price_told
from plan.checks.facts.shares_told import wrong_share_told
from plan.checks.facts.table_sums import wrong_columns, wrong_row_totals
from plan.checks.paper import Paper
from plan.model.outline import PassageOutline, PlanOutline
from plan.papers.passage_tables import table_text
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, Spoil, action, passage
from tests.plan.strategies import plan_from


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("", "Of 250 permits issued in the half year to 31 March 2026, 40 (18%) were for traders."),
        (
            "Of 48 bridges, 32 were inspected.",
            "Put another way, three quarters of bridges are safe.",
        ),
        ("", "Out of the 120 care plans read in March 2026, 90, or 85%, had been signed."),
        ("", "A third of the 60 tenants who answered (12) had asked for a repair."),
        ("", "Three quarters of the 36 ferries, 24 in number, were late."),
        ("", "One in five of the 200 pupils (60) come by bus."),
        ("", "Repairs were late in 45 of 300 cases in 2025/26, a rate of 25%."),
        ("", "We saw good practice in 14 of the 20 lessons watched on 3 May 2026, which is 60%."),
        ("", "The panel heard from 30 of its 150 carers (one in three)."),
        (
            "By June 2026, 45 of the 90 managers had been trained.",
            "In other words, 70% are trained.",
        ),
        ("", "70% (45 of 90 managers) have been trained."),
        ("", "Nine of the twelve wards in the north of the area had a forum in 2025 – 65%."),
        ("Of the 80 young people who left care, 40 have a job.", "This is one in four."),
        ("", "Forty (25%) of the eighty young people who left care in 2025/26 have a job."),
        ("", "Among 500 calls sampled last spring, 350, that is 80%, were answered."),
        ("", "From 64 applicants in 2026 the panel chose sixteen, half."),
        ("", "18% of the 240 lamps checked, 36, were out."),
        ("Of the 40 schools 20 have a travel plan.", "As a percentage, 30%."),
        ("", "20 of the 40 schools asked since 1 May 2026 have a plan, that is, one in four."),
        ("The panel looked at 40 cases in May 2016.", "In 26 of them (56%) a parent was heard."),
        ("", "The form was returned by 180 parents, of whom 126 (80%) were content."),
        ("", "Of 40 cases, 26 (65%) were kept, and of 50 bids 10 (30%) were dropped."),
        ("", "In 26 of 40 cases (65%) a parent was heard and in 10 of 50 (30%) the child."),
        ("", "Twelve of 48 wards (25%) have a forum, 30 of 48 (70%) a plan."),
        ("Inspectors read 82 files.", "In 41 of them (60%) there was a chronology."),
        ("", "There are 60 homes, of which 15 (20%) are empty."),
        ("", "Staff in 12 of 16 schools (75%), and 45 of 60 teachers (70%), took part."),
        ("The survey drew 300 replies.", "Of those 90 (40%) were from carers."),
    ],
)
def test_a_share_of_two_numbers_is_reckoned(before: str, sentence: str) -> None:
    assert wrong_share_told(sentence, before)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("", "Of 250 permits issued in the half year to 31 March 2026, 40 (16%) were for traders."),
        ("Of 48 bridges, 32 were inspected.", "Put another way, two thirds of bridges are safe."),
        ("", "Of 240 homes let, 36 went to families and 18% of tenants had arrears."),
        ("", "24 of 36 schools have a plan, and 40% of pupils took part."),
        ("", "Of 90 staff 45 are trained, against a target of 80%."),
        ("", "Of the 120 plans, 90 were signed; 85% of parents had seen one."),
        ("", "In 2025/26 45 of 300 cases were late (2024/25: 25%)."),
        ("", "Half of the 30 forums meet in 12 halls."),
        ("", "A quarter of the 36 services, 24 of them in the north, were asked."),
        ("Of 40 schools 20 sent letters.", "So 80% of parents were pleased."),
        ("", "12 of 60 tenants replied, one third fewer."),
        ("", "Attendance was 92% in 14 of 20 schools."),
        ("", "14 of 20 schools, 30% of which are rural, took part."),
        ("", "The 12 wards have 40 forums, half of them new."),
        ("", "Nearly 45 of 90 managers (40%) are trained."),
        ("", "Of 80 leavers 40 have a job (62% of girls)."),
        ("", "About a third of the 60 tenants (18) replied."),
        ("", "In 2 of 5 homes (the east, 75% of the rent) the roof is new."),
        ("", "The rate is 25%, 3 of 4 wards being above it."),
        ("", "Of 40 members 12 voted for, 30% of the electorate."),
        ("", "Of the 240 homes let, 36 (18% of those in the north) went to families."),
        ("", "Of 240 homes, 36 (18% more) went to families."),
        ("The panel looked at 40 cases in May 2016.", "In 26 of them (65%) a parent was heard."),
        ("", "In 26 of 40 cases (65%) a parent was heard and in 10 of 50 (20%) the child."),
        ("", "In 26 of 40 cases (65%) a parent was heard, against a target of 80%."),
        ("We asked 40 schools and 60 nurseries.", "Of these 30 (50%) replied."),
        ("", "There are 60 homes and 12 flats, of which 15 (20%) are empty."),
        ("", "Of 40 pupils 20 (50%) walk, 12 (30%) cycle and 8 (20%) take the bus."),
        ("", "The rate rose from 26 of 40 (65%) to 30 of 40 (75%)."),
        ("Of 90 homes 60 were let.", "Of these 45 (75%) went to families."),
    ],
)
def test_a_share_of_something_else_is_not(before: str, sentence: str) -> None:
    assert wrong_share_told(sentence, before) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "The share of S2 pupils at the expected level in art rose from 71% in 2023 to 66% in 2025.",
        "Attendance improved from 92.4% in 2024 to 91.8% in 2026.",
        "At 58% in 2026 it is up on the 61% of 2024.",
        "Vacancies fell to 14 in 2026, against 12 in 2025.",
        "The number of complaints, which was 40 in 2024, has fallen to 52 in 2026.",
        "Complaints are down from 40 to 52.",
        "In 2024 it was 66% and in 2026 64%, a rise.",
        "Calls answered within a minute: 72% (2024) and 69% (2026), an increase.",
        "From 61% in 2024 the share rose to 58% in 2026.",
        "Spending has grown to £1.2m in 2025/26 from £1.4m in 2024/25.",
        "The rate increased to 31%, compared with 34% the year before.",
        "Absence is lower at 6.2% than the 5.8% of 2025.",
        "There was a fall from 210 referrals in 2024/25 to 245 in 2025/26.",
        "Rent arrears dropped to £410,000 (2024: £380,000).",
        "The share of staff trained has risen, from 81% last year to 78% now.",
        "Costs went up from £2.4 million in 2023/24 to £2.1 million in 2024/25.",
        "Read at home: 61% in 2023, 58% in 2025, an increase.",
        "The number fell from eight in 2024 to eleven in 2026.",
        "Satisfaction climbed from 77 per cent in May 2025 to 74 per cent in May 2026.",
    ],
)
def test_a_rise_that_is_a_fall_is_asked_about(sentence: str) -> None:
    assert wrong_direction(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The share rose from 58% in 2024 to 61% in 2026.",
        "It was 71% in 2022, 66% in 2024 and 68% in 2026, the first rise in four years.",
        "Absence improved from 6.2% in 2024 to 5.8% in 2026.",
        "Our rank rose from 12 in 2024 to 9 in 2026.",
        "Vacancies fell to 12 in 2026, against 14 in 2025.",
        "It will rise from 61% to 58% of a smaller total.",
        "The up-to-date list has 40 homes in 2025 and 38 in 2026.",
        "Numbers fell in 2025: 40 schools were asked, 45 in 2026.",
        "Costs rose as attendance went from 61% in 2024 to 58% in 2026.",
        "Attendance stands at 92.3%, slightly above the Council’s 91.8%.",
        "Of 40 members who signed up in 2024, 38 came in 2026.",
        "Prices were up 4% in 2025 and 3% in 2026.",
        "Absence fell by 4% in 2024 and 6% in 2025.",
        "Girls rose to 71% in 2026, boys to 66%.",
        "The score rose in 12 of 14 schools.",
        "At 58% in 2026 it is down on the 61% of 2024.",
        "The team has gone down from 14 posts to 12.",
        "Exclusions rose to 31 in 2026 (2025: 28).",
        "Interest rose from 4.5% to 4.75% and fell to 4.25%.",
        "The bill grew to £1.4m in 2025/26 from £1.2m in 2024/25.",
        "Lower fees are paid by 61% in 2024 and 58% in 2026.",
    ],
)
def test_a_rise_that_is_one_is_not(sentence: str) -> None:
    assert wrong_direction(sentence) == ""


@pytest.mark.parametrize(
    ("cells", "is_asked"),
    [
        (("61%", "58%", "+3%"), True),
        (("61%", "58%", "-3"), False),
        (("40", "52", "12"), False),
        (("40", "52", "+11"), True),
        (("£1,200", "£1,000", "−£200"), False),
        (("40", "50", "25%"), False),
        (("40", "50", "up 30%"), True),
        (("61.2%", "63.4%", "+2.2 pp"), False),
    ],
)
def test_a_column_of_change_is_reckoned(cells: tuple[str, ...], *, is_asked: bool) -> None:
    table = table_text([("Measure", "2024", "2026", "Change"), ("Reading", *cells)])
    assert bool(wrong_changes(table)) is is_asked


@pytest.mark.parametrize(
    ("before", "sentence", "is_asked"),
    [
        ("It takes £900,000 to buy 15 boats.", "On average a boat has cost £56,000.", True),
        ("It takes £900,000 to buy 15 boats.", "On average a boat has cost £60,000.", False),
        ("£785,000 was spent to buy 12 homes.", "On average a home has cost £65,400.", False),
        ("", "The council bought 40 laptops for £30,000, at £700 per laptop.", True),
        ("The fund pays for 20 places at a cost of £100,000.", "A place costs £4,500.", True),
        ("£95,000 is needed for 4 posts.", "Each post costs £32,000.", True),
        ("A post costs £32,000.", "£95,000 is needed for 4 posts.", True),
        ("", "£50,000 a year for three years, £160,000 in all, is asked for.", True),
        ("", "£50,000 a year for three years, £150,000 in all, is asked for.", False),
        ("", "The grant is £45,000 per year over two years, a total of £95,000.", True),
        ("£780,000 is needed to buy 12 homes.", "A pupil costs £7,000.", False),
        ("£780,000 is needed to buy 12 homes.", "Each home costs £60,000 or about that.", False),
    ],
)
def test_a_price_is_that_of_what_was_bought(before: str, sentence: str, *, is_asked: bool) -> None:
    assert bool(wrong_price_told(sentence, before)) is is_asked


COSTS = (
    ("Item", "2026/27", "2027/28", "Total"),
    ("Software", "£90,000", "£40,000", "£130,000"),
    ("Two posts", "£20,000", "£110,000", "£130,000"),
    ("Training", "£30,000", "£22,000", "£52,000"),
)


def test_a_column_of_totals_is_the_sum_of_its_rows() -> None:
    assert wrong_row_totals(table_text(COSTS)) == ()
    wrong = (*COSTS[:2], ("Two posts", "£20,000", "£110,000", "£103,000"), COSTS[3])
    ((text, _),) = wrong_row_totals(table_text(wrong))
    assert text == "The total of “Two posts” says £103,000, and its row adds up to 130,000."


@pytest.mark.parametrize(
    ("name", "last", "is_asked"),
    [
        ("All schools", "731", True),
        ("Overall", "713", False),
        ("Sum", "723", True),
        ("Overall", "356", False),
        ("All schools", "650", False),
    ],
)
def test_a_total_under_another_name_is_added_up(name: str, last: str, *, is_asked: bool) -> None:
    rows = [("School", "Pupils"), ("North", "412"), ("South", "301"), (name, last)]
    assert bool(wrong_columns(table_text(rows))) is is_asked


# In a paper


def asked(rule: str, *spoils: Spoil) -> list[str]:
    """Return what a rule says of the sound paper once it is spoilt."""
    outline = OUTLINE
    for spoil in spoils:
        outline = spoil(outline)
    paper = Paper(plan_from(outline), FORMAT, TODAY, FORMS)
    return [one.text for one in findings(paper) if one.rule == rule]


def with_table(
    section: str, said: str, *rows: tuple[str, ...]
) -> Callable[[PlanOutline], PlanOutline]:
    """Put a sentence and the table below it at the end of a section."""
    table = PassageOutline(section, "table", table_text(rows))

    def spoil(outline: PlanOutline) -> PlanOutline:
        one = passage(section, said, "numbered")(outline)
        return replace(one, report=replace(one.report, passages=(*one.report.passages, table)))

    return spoil


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ("The plan costs £321,000 over two years, from the Change Fund:", True),
        ("The plan costs £312,000 over two years, from the Change Fund:", False),
        ("The money is spent as set out below, £140,000 in the first year.", False),
        ("The plan costs up to £321,000:", False),
        ("The Change Fund holds £2.6 million; what is taken of it is set out below.", False),
        ("What is set out below costs £0.31m.", False),
        ("The training of £52,000 is the smallest part of what is set out below.", False),
    ],
)
def test_the_sum_above_a_table_is_that_of_the_table(said: str, *, is_asked: bool) -> None:
    found = asked("R16", with_table("main-text", said, *COSTS))
    assert [one for one in found if "the table below makes" in one] == (
        ["“£321,000” is said here, and the table below makes £312,000: which is right?"]
        if is_asked
        else []
    )


@pytest.mark.parametrize(("figure", "is_asked"), [("14.5", True), ("13.5", False)])
def test_a_count_above_a_table_is_that_of_the_table(figure: str, *, is_asked: bool) -> None:
    rows = (("Post", "FTE"), ("Social worker", "6.5"), ("Lead", "4"), ("Clerk", "3"))
    spoil = with_table("main-text", f"The team has {figure} FTE posts, as follows:", *rows)
    assert bool(asked("R51", spoil)) is is_asked


@pytest.mark.parametrize(
    ("decided", "told", "is_asked"),
    [
        ("£1.4m from the Harbour Repair Fund", "needs £1.04m from the Harbour Repair Fund", True),
        (
            "£1.4m from the Harbour Repair Fund",
            "needs £1,398,000 from the Harbour Repair Fund",
            False,
        ),
        (
            "£450,000 from the Harbour Repair Fund",
            "needs £0.45m from the Harbour Repair Fund",
            False,
        ),
        ("£1.4m from the Harbour Repair Fund", "needs £1.04m from the Roads Renewal Fund", False),
        (
            "up to £1.4m from the Harbour Repair Fund",
            "needs £1.04m from the Harbour Repair Fund",
            False,
        ),
        (
            "£70,000 from the Harbour Repair Fund",
            "needs £40,000 for a wall and £30,000 for a ramp from the Harbour Repair Fund",
            False,
        ),
        (
            "£90,000 for new quay lighting",
            "asks to provide £60,000 for the new quay lighting",
            False,
        ),
        (
            "£90,000 for replacement quayside lighting columns",
            "asks to provide £80,000 for replacement quayside lighting columns",
            True,
        ),
    ],
)
def test_a_decision_has_the_sum_of_the_report(decided: str, told: str, *, is_asked: bool) -> None:
    found = asked(
        "R16",
        passage("recommendations", f"approve {decided}", "recommendation"),
        passage("main-text", f"The work {told}.", "numbered"),
    )
    assert any("is to be decided here" in one for one in found) is is_asked


@pytest.mark.parametrize(
    ("first", "second", "is_asked"),
    [
        ("The plan costs £45,000.", "The cost of the plan, £54,000, is met by the board.", True),
        ("The plan costs £45,000.", "£0.05m is needed to deliver this plan.", False),
        ("The plan costs £45,000.", "The cost of the plan is £15,000 in its first year.", False),
        ("The plan costs £45,000.", "The plan needs £15,000 in 2016/17.", False),
        ("The plan costs £45,000.", "The plan saves £12,000.", False),
        ("This improvement plan needs £45,000.", "The total cost is £54,000.", True),
    ],
)
def test_the_plan_has_one_cost(first: str, second: str, *, is_asked: bool) -> None:
    places = (("main-text", first), ("financial", second))
    spoils = [passage(section, one, "numbered") for section, one in places]
    assert any("The plan is said to cost" in one for one in asked("R16", *spoils)) is is_asked


def test_one_fact_is_one_finding() -> None:
    """What R16 asks of money that ends before an action, R42 does not ask of the same date."""
    said = (
        "The training team (action 2.1) is paid from the grant until 31 January 2017, when it ends"
    )
    spoils = (
        action(2, timescale="December 2017"),
        passage("financial", said, "numbered"),
    )
    assert any("what pays for it then" in one for one in asked("R16", *spoils))
    assert asked("R42", *spoils) == []
