"""The plan in memory: order, numbers and refs."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.model.plan import Plan, plan_of
from plan.model.rows import ROW_KINDS, Action, Aim, Cover, ProgressNote, Row
from tests.plan.strategies import plans, small_plan


def rows_of(plan: Plan) -> list[Row]:
    return [row for table in ROW_KINDS for row in plan.table(table).values()]


@given(plans)
def test_refs_run_without_gap_or_duplicate(plan: Plan) -> None:
    expected = [
        f"{number}.{place}"
        for number, aim in enumerate(plan.aims, 1)
        for place in range(1, len(plan.actions_of(aim.id)) + 1)
    ]
    assert [plan.ref_of(action.id) for action in plan.actions] == expected


@given(plans)
def test_an_action_is_found_by_its_ref_and_knows_its_aim(plan: Plan) -> None:
    for action in plan.actions:
        assert plan.action_at(plan.ref_of(action.id)) == action
        assert action in plan.actions_of(plan.aim_of(action.id).id)
        assert plan.ref_of(action.id).startswith(f"{plan.number_of(action.parent)}.")


@given(plans, st.randoms(use_true_random=False))
def test_the_order_in_which_rows_are_read_does_not_matter(plan: Plan, random: Random) -> None:
    rows = rows_of(plan)
    random.shuffle(rows)
    again = plan_of(rows)
    assert again == plan
    assert again.aims == plan.aims
    assert again.actions == plan.actions


def test_equal_ranks_are_put_in_order_by_id() -> None:
    plan = plan_of(
        [
            Cover(id="c", format="dundee-2016"),
            Aim(id="b", parent="c", rank="V", text="second"),
            Aim(id="a", parent="c", rank="V", text="first"),
        ]
    )
    assert [aim.text for aim in plan.aims] == ["first", "second"]


def test_notes_are_listed_by_their_action_the_oldest_first() -> None:
    plan = plan_of(
        [
            Cover(id="c", format="dundee-2016"),
            Aim(id="a", parent="c", rank="V"),
            Action(id="b", parent="a", rank="V"),
            ProgressNote(id="n2", parent="b", rank="k", text="later"),
            ProgressNote(id="n1", parent="b", rank="V", text="earlier"),
        ]
    )
    assert [note.text for note in plan.notes_of("b")] == ["earlier", "later"]
    assert plan.notes_of("a") == ()


def test_there_is_no_action_at_a_ref_that_the_plan_does_not_have() -> None:
    plan = small_plan(("One", "first"), ("Two",))
    assert plan.action_at("1.1") is not None
    for ref in ("1.2", "2.1", "0.1", "1", "1.01", ""):
        assert plan.action_at(ref) is None


@pytest.mark.parametrize("covers", [0, 2])
def test_a_plan_has_exactly_one_cover(covers: int) -> None:
    with pytest.raises(ValueError, match="one cover"):
        plan_of(Cover(id=f"c{number}", format="dundee-2016") for number in range(covers))
