"""Who must see the report before it goes, and what was promised to the committee, as findings."""

from dataclasses import replace
from datetime import date

from plan.changes.change import applied
from plan.changes.edits.follow_up import close_commitment, dismiss_commitment, set_consultation
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council.report_format import ConsultedFormat
from plan.following.commitments import commitments_of
from plan.model.plan import Plan
from plan.papers.consulted import consulted_of
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, passage
from tests.plan.strategies import plan_from

WHOM = (
    ConsultedFormat(id="finance", name="Finance", days_before=14),
    ConsultedFormat(id="legal", name="Legal"),
)
CONSULTING = FORMAT.model_copy(
    update={"report": FORMAT.report.model_copy(update={"consulted": WHOM})}
)
PROMISES = passage("financial", "A further report will be brought to Committee by March 2017.")
LATER = date(2017, 4, 1)


def found(plan: Plan, rule: str, today: date = TODAY) -> list[tuple[str, str]]:
    all_found = findings(Paper(plan, CONSULTING, today, FORMS))
    return [(one.place.path, one.text) for one in all_found if one.rule == rule]


def test_each_who_has_not_seen_the_report_is_a_finding_until_they_have() -> None:
    plan = plan_from(OUTLINE)
    assert found(plan, "R30") == [
        (
            "consulted/finance",
            "Finance has not seen the report yet, and must have by 12 September 2016.",
        ),
        ("consulted/legal", "Legal has not seen the report yet."),
    ]
    for one in consulted_of(plan, CONSULTING.report):
        plan = applied(plan, set_consultation(plan, one.row, "seen_on", "1 September 2016"))
    assert found(plan, "R30") == []


def test_once_the_committee_has_met_nobody_is_waited_for() -> None:
    plan = plan_from(OUTLINE)
    assert len(found(plan, "R30", date(2016, 9, 26))) == 2
    assert found(plan, "R30", date(2016, 9, 27)) == []


def test_without_a_report_nobody_has_to_see_it() -> None:
    bare = plan_from(replace(OUTLINE, report=type(OUTLINE.report)()))
    assert found(bare, "R30") == []


def test_a_promise_is_a_finding_from_the_day_after_it_until_it_is_closed() -> None:
    plan = plan_from(PROMISES(OUTLINE))
    assert found(plan, "R31", date(2017, 3, 31)) == []
    ((path, text),) = found(plan, "R31", LATER)
    assert path == "commitment/1"
    assert text.startswith("C1 was promised to the committee for March 2017 and is not closed")
    (promised,) = commitments_of(plan)
    for change in (
        close_commitment(plan, promised.row, "3 March 2017", "Report 88-2017"),
        dismiss_commitment(plan, promised.row),
    ):
        assert found(applied(plan, change), "R31", LATER) == []
