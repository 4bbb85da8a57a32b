"""A measure has one value of one time, wherever and however the paper tells it: R51.

Each pair of sentences is told by a report and by an action's note; those of
`HOPES` are a criterion of the action.
"""

from dataclasses import replace

import pytest

from plan.checks.facts.told_measures import measures_of
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PassageOutline
from plan.papers.passage_tables import table_text
from tests.plan.checks.sound import passage
from tests.plan.checks.test_papers_of_any_council import OTHER, other, told

OTHERWISE = [
    (
        "In 2025/26 attendance in our schools was 91%.",
        "Attendance in schools stood at 93% in 2025/26.",
    ),
    (
        "Repairs done right at the first visit reached 84% in March 2026.",
        "In March 2026, 88% of repairs were right at the first visit.",
    ),
    (
        "By March 2028 tenants rating repairs as good will reach 85%.",
        "90% of tenants rate repairs as good by March 2028 (2026: 71%).",
    ),
    (
        "The target of 75% of care plans reviewed on time by June 2027 was agreed.",
        "At least 85% of care plans reviewed on time by June 2027.",
    ),
    (
        "Seventy-two per cent of carers felt supported in the 2025 survey.",
        "Carers who felt supported: 62% in 2025.",
    ),
    (
        "In the first audit 41% of case records were up to date.",
        "The first audit showed case records up to date in 51% (June 2026).",
    ),
    (
        "Applications decided within two months: 78% (2025/26).",
        "In 2025/26, 87% of applications were decided within two months.",
    ),
    (
        "The recycling of household waste is to reach 60% by March 2030.",
        "Household waste recycling at 65% by March 2030.",
    ),
    (
        "Currently 55% of buildings have an energy certificate.",
        "Buildings with an energy certificate: 65% now.",
    ),
    (
        "Baseline (May 2026): 48% of void homes let within 30 days.",
        "Void homes let within 30 days rise to 70% (May 2026: 58%).",
    ),
    (
        "Satisfaction with home care was 82% in 2025.",
        "Home care satisfaction falls short: 72% were happy in 2025.",
    ),
    (
        "Vacancies in home care were 12% in August 2026.",
        "In August 2026 home care vacancies stood at 21%.",
    ),
    (
        "Road inspections completed on time (2026/27): 92%",
        "Of road inspections, 82% were completed on time in 2026/27.",
    ),
    (
        "We shall have 95% of risk assessments signed by December 2027.",
        "Risk assessments signed: 90% by December 2027.",
    ),
    (
        "The gap in writing between richest and poorest pupils was 18% in 2026.",
        "In 2026 the writing gap between richest and poorest pupils was 28%.",
    ),
    (
        "Sixty-two per cent of looked after children had a pathway plan in July 2026.",
        "A pathway plan was in place for 72% of looked after children (July 2026).",
    ),
]
EACH_ITS_OWN = [
    (
        "In 2025/26 attendance in our schools was 91%.",
        "Attendance in schools stood at 93% in 2024/25.",
    ),
    (
        "In March 2026, 88% of repairs were right at the first visit.",
        "95% of repairs right at the first visit by March 2026.",
    ),
    (
        "In 2025 62% of carers felt supported.",
        "In 2025 72% of staff felt supported.",
    ),
    (
        "In 2025 62% of girls felt safe at school.",
        "In 2025 72% of boys felt safe at school.",
    ),
    (
        "In 2025 62% of pupils in Harris Academy felt safe at school.",
        "In 2025 72% of pupils felt safe at school.",
    ),
    (
        "In P4 writing was at 66% in 2026 for the expected level.",
        "In P7 writing was at 58% in 2026 for the expected level.",
    ),
    (
        "Stage 1 complaints closed within 5 days: 88% in 2025/26.",
        "Stage 2 complaints closed within 20 days: 78% in 2025/26.",
    ),
    (
        "In 2025 38% of tenants were not satisfied with repairs.",
        "In 2025 62% of tenants were satisfied with repairs.",
    ),
    (
        "In 2025 30% of lessons were very good.",
        "In 2025 70% of lessons were good.",
    ),
    (
        "In 2026 49% of children’s plans were good or better.",
        "By June 2028 90% of children’s plans good or better.",
    ),
    (
        "The national figure for attendance was 92% in 2025/26.",
        "Attendance stood at 91% in 2025/26.",
    ),
    (
        "Satisfaction was 71% in 2022, 66% in 2024 and 68% in 2026 with council services.",
        "Satisfaction with council services was 66% in 2024.",
    ),
    (
        "In the first audit 54% of risk assessments were good or better.",
        "In the second audit 72% of risk assessments were good or better.",
    ),
    (
        "In 2026 40% of staff trained in first aid were renewed and 60% in fire safety.",
        "60% of staff trained in fire safety were renewed in 2026.",
    ),
    (
        "80% of new tenants were visited within six weeks in 2026.",
        "90% of tenants were visited within six weeks in 2026.",
    ),
    (
        "In 2026 85% of invoices were paid within 30 days.",
        "In 2026 65% of invoices were paid within 10 days.",
    ),
    (
        "The share rose by 12% to 64% in 2026 for homes with a certificate.",
        "In 2026 64% of homes had a certificate.",
    ),
    (
        "Numeracy at second level was 74% in 2026.",
        "Reading at second level was 81% in 2026.",
    ),
    (
        "Hospital discharges delayed: 12% in 2026.",
        "Community discharges delayed: 18% in 2026.",
    ),
    (
        "Between 2024 and 2026 attendance of care leavers at college was 48%.",
        "In 2026 attendance of care leavers at college was 58%.",
    ),
]

HOPES = {
    "90% of tenants rate repairs as good by March 2028 (2026: 71%).",
    "At least 85% of care plans reviewed on time by June 2027.",
    "Household waste recycling at 65% by March 2030.",
    "Void homes let within 30 days rise to 70% (May 2026: 58%).",
    "Risk assessments signed: 90% by December 2027.",
    "95% of repairs right at the first visit by March 2026.",
    "By March 2028 85% of care plans are reviewed on time.",
    "By June 2028 90% of children’s plans good or better.",
}


def asked(said: str, again: str, *passages: PassageOutline) -> list[str]:
    """Return what R51 asks of a report and of an action, as a criterion if it tells of a hope."""
    outline = passage("own-legal", said)(other(passages=(*OTHER.passages, *passages)))
    is_hope = again in HOPES
    action = ActionOutline(
        text="Publish one guide.",
        success_criteria=(again,) if is_hope else (),
        progress=() if is_hope else (NoteOutline(status="On track", text=again),),
    )
    outline = replace(outline, aims=(AimOutline("Better services.", (action,)),))
    return [one.text for one in told(outline, "R51")]


@pytest.mark.parametrize(("said", "again"), OTHERWISE)
def test_a_measure_that_is_told_twice_has_one_value(said: str, again: str) -> None:
    (text,) = asked(said, again)
    assert "which is right?" in text


@pytest.mark.parametrize(("said", "again"), EACH_ITS_OWN)
def test_measures_that_only_look_alike_are_not_compared(said: str, again: str) -> None:
    assert asked(said, again) == []


def test_a_cell_of_a_table_is_told_by_its_row_and_its_column() -> None:
    rows = [["Measure", "2024/25", "2025/26"], ["Rent collected on time", "94%", "91%"]]
    table = PassageOutline("own-background", "table", table_text(rows))
    assert asked("Rent collected on time was 97% in 2025/26.", "None.", table)
    assert not asked("Rent collected on time was 91% in 2025/26.", "None.", table)
    assert not asked("There are none.", "None.", table, replace(table, text=_other_of(table)))
    areas = [["Measure", "Harbour area 2025/26"], ["Rent collected on time", "91%"]]
    of_an_area = PassageOutline("own-background", "table", table_text(areas))
    assert not asked("Rent collected on time was 97% in 2025/26.", "None.", of_an_area)


def _other_of(table: PassageOutline) -> str:
    """Return the same table of another service."""
    return table.text.replace("91%", "71%")


def test_two_actions_may_each_have_a_target_of_their_own() -> None:
    outline = passage("own-legal", "There are none.")(other())
    actions = tuple(
        ActionOutline(text=f"{act}.", success_criteria=(criterion,))
        for act, criterion in (
            ("Train staff in fire safety", "80% of hostel staff trained and tested by June 2028."),
            ("Train staff in first aid", "90% of staff trained and tested by June 2028."),
        )
    )
    aims = (AimOutline("Better services.", actions),)
    assert told(replace(outline, aims=aims), "R51") == []


def test_what_is_hoped_for_without_a_day_is_of_the_time_when_the_action_is_due() -> None:
    outline = passage("own-legal", "By June 2027 at least 80% of pathway reviews will be held.")(
        other()
    )
    for due, count in (("30 June 2027", 1), ("30 June 2028", 0), ("", 0)):
        action = ActionOutline(
            text="Publish one guide.",
            timescale=due,
            success_criteria=("90% of pathway reviews are held.",),
        )
        aims = (AimOutline("Better services.", (action,)),)
        assert len(told(replace(outline, aims=aims), "R51")) == count


def test_a_value_is_of_its_own_time() -> None:
    said = "Footfall in libraries was 71% in 2022, 66% in 2024 and 68% in 2026."
    found = [(one.figure, set(one.times)) for one in measures_of(said, is_criterion=False)]
    assert found == [(71, {"2022"}), (66, {"2024"}), (68, {"2026"})]
