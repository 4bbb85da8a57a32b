"""Outlines: a plan without ids, there and back."""

from hypothesis import given

from plan.outline import PlanOutline, action_outline, aim_outline, built_plan, outline_of
from tests.plan.strategies import outlines


@given(outlines)
def test_a_plan_built_from_an_outline_has_that_outline(outline: PlanOutline) -> None:
    assert outline_of(built_plan(outline, "dundee-2016")) == outline


@given(outlines)
def test_every_row_gets_an_id_of_its_own_and_hangs_on_a_row_that_is_there(
    outline: PlanOutline,
) -> None:
    plan = built_plan(outline, "dundee-2016")
    ids = [plan.cover.id, *plan.aim_rows, *plan.action_rows, *plan.note_rows]
    assert len(set(ids)) == len(ids)
    assert {aim.parent for aim in plan.aims} <= {plan.cover.id}
    assert {action.parent for action in plan.action_rows.values()} <= set(plan.aim_rows)
    assert {note.parent for note in plan.note_rows.values()} <= set(plan.action_rows)


@given(outlines)
def test_parts_of_a_plan_have_the_parts_of_its_outline(outline: PlanOutline) -> None:
    plan = built_plan(outline, "dundee-2016")
    assert tuple(aim_outline(plan, aim.id) for aim in plan.aims) == outline.aims
    written = [action for aim in outline.aims for action in aim.actions]
    assert [action_outline(plan, action.id) for action in plan.actions] == written
