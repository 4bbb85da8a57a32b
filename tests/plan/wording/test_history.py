"""History: the plan as it was after any step, and parts of it back, whatever was done since."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from plan.changes import edits
from plan.changes.change import ConflictError, applied, inverse
from plan.model.merged_fields import PLACE
from plan.model.plan import Plan
from plan.model.rows import PARENT_TABLE, ROW_KINDS
from plan.wording.change_words import steps_in_words
from plan.wording.history import plan_after
from plan.wording.restore_change import WHOLE, is_as_it_was
from tests.plan.wording.edited_plans import (
    WORDING,
    Edited,
    begun,
    drawn_part,
    edited_plans,
    numbers,
)


def rows_of(plan: Plan) -> dict[str, dict[str, Any]]:
    return {name: dict(plan.table(name)) for name in ROW_KINDS}


def contents_below(plan: Plan, table: str, row_id: str) -> set[str]:
    """Return the rows right below one, and those below them, as text; the cover has none."""
    return {
        found
        for child, parent in PARENT_TABLE.items()
        if parent == table != "plan"
        for row in plan.table(child).values()
        if row.parent == row_id
        for found in (repr(row), *contents_below(plan, child, row.id))
    }


def orphans_of(plan: Plan) -> list[str]:
    return [
        row.id
        for child, parent in PARENT_TABLE.items()
        for row in plan.table(child).values()
        if row.parent not in plan.table(parent)
    ]


unhurried = settings(
    deadline=None,
    max_examples=3 * settings().max_examples,
    suppress_health_check=[HealthCheck.too_slow],
)


@unhurried
@given(edited_plans())
def test_the_plan_after_a_step_is_the_plan_that_was_there(edited: Edited) -> None:
    for revision, plan in edited.past.items():
        assert plan_after(edited.plan, edited.changes, revision) == plan


@unhurried
@given(edited_plans(), numbers)
def test_the_whole_plan_comes_back_row_for_row(edited: Edited, number: int) -> None:
    revision = 1 + number % len(edited.changes)
    change = edited.restored(revision, WHOLE)
    after = applied(edited.plan, change)
    assert rows_of(after) == rows_of(edited.past[revision])
    assert change.is_empty == is_as_it_was(edited.plan, edited.past[revision], WHOLE)


@unhurried
@given(edited_plans(), numbers, numbers)
def test_a_part_comes_back_and_no_row_loses_its_parent(
    edited: Edited, number: int, which: int
) -> None:
    revision, part = 1 + number % len(edited.changes), drawn_part(edited, which)
    then, change = edited.past[revision], edited.restored(revision, part)
    after = applied(edited.plan, change)
    assert orphans_of(after) == []
    if part.table is not None:
        now, was = after.table(part.table).get(part.id), then.table(part.table).get(part.id)
        assert (now is None) == (was is None)
        if now is not None and was is not None and part.field not in ("", PLACE):
            assert getattr(now, part.field) == getattr(was, part.field)
        if now is not None and was is not None and not part.field:
            assert now.model_copy(update={"rank": ""}) == was.model_copy(update={"rank": ""})
        if was is not None and not part.field:
            assert contents_below(after, part.table, part.id) >= contents_below(
                then, part.table, part.id
            )
    back = applied(after, inverse(change, kind="undo", label="Undo"))
    assert back == edited.plan


@unhurried
@given(edited_plans(), numbers)
def test_what_is_as_it_was_is_left_alone(edited: Edited, which: int) -> None:
    revision = len(edited.changes)
    assert edited.restored(revision, drawn_part(edited, which)).is_empty


@unhurried
@given(edited_plans())
def test_every_step_can_be_told_and_says_what_is_different(edited: Edited) -> None:
    for change in edited.changes[1:]:
        before, after = edited.past[change.revision - 1], edited.past[change.revision]
        for row in steps_in_words(change, before, after, WORDING):
            assert row.thing
            assert all(field.label and field.before != field.after for field in row.fields)


def edited_three_times() -> Edited:
    edited = Edited(begun())
    for text in ("First", "Second", "Third"):
        action = edited.plan.actions[0].id
        edited.make(edits.set_action_field(edited.plan, action, "timescale", text, name="x"))
    return edited


@pytest.mark.parametrize("revision", [0, 5, -1])
def test_a_revision_that_there_never_was_is_refused(revision: int) -> None:
    edited = edited_three_times()
    with pytest.raises(ConflictError):
        plan_after(edited.plan, edited.changes, revision)


def test_a_history_with_a_gap_leads_only_as_far_as_the_gap() -> None:
    edited = edited_three_times()
    changes = [change for change in edited.changes if change.revision != 3]
    assert plan_after(edited.plan, changes, 3) == edited.past[3]
    with pytest.raises(ConflictError):
        plan_after(edited.plan, changes, 2)


def test_a_history_of_another_plan_is_refused() -> None:
    edited = edited_three_times()
    with pytest.raises(ConflictError):
        plan_after(edited.past[2], edited.changes, 3)
    with pytest.raises(ConflictError):
        plan_after(edited.plan, (), 1)


def test_a_row_in_the_history_that_is_none_is_refused() -> None:
    edited = edited_three_times()
    row = edited.changes[-1].rows[0].model_copy(update={"before": {"id": "x", "text": 7}})
    spoilt = [*edited.changes[:-1], edited.changes[-1].model_copy(update={"rows": (row,)})]
    with pytest.raises(ConflictError):
        plan_after(edited.plan, spoilt, 3)


def test_a_row_recorded_before_it_had_all_of_todays_fields_leads_back_as_well() -> None:
    edited = edited_three_times()
    row = edited.changes[-1].rows[0]
    assert row.before is not None
    assert row.after is not None
    without = [{k: v for k, v in one.items() if k != "bulleted"} for one in (row.before, row.after)]
    older = row.model_copy(update={"before": without[0], "after": without[1]})
    changes = [*edited.changes[:-1], edited.changes[-1].model_copy(update={"rows": (older,)})]
    assert plan_after(edited.plan, changes, 3) == edited.past[3]
