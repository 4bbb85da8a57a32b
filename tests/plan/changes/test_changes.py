"""Changes: made, taken back and made again, before and after a journey through JSON."""

from collections import UserDict
from collections.abc import Callable, Iterator
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from plan.changes.change import (
    Change,
    ConflictError,
    RowChange,
    applied,
    inverse,
    row_added,
    row_edited,
    row_removed,
    tables_of,
    touched,
)
from plan.model.plan import Plan
from plan.model.rows import Action, Aim, ProgressNote, Row, new_id
from tests.plan.strategies import items, lines, plans_with_actions, proses, small_plan


@st.composite
def plans_and_changes(draw: st.DrawFn) -> tuple[Plan, Change]:
    """Draw a plan and a change of some of its rows, several times the same row among them."""
    plan = draw(plans_with_actions)
    after, rows = plan, list[RowChange]()
    for step in draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=6)):
        row = step(draw, after)
        if row is not None:
            rows.append(row)
            after = applied(after, Change(label="step", rows=(row,)))
    return plan, Change(label="Several at once", rows=tuple(rows), revision=7)


def _edit_action(draw: st.DrawFn, plan: Plan) -> RowChange:
    action = draw(st.sampled_from(plan.actions))
    return row_edited(action, text=draw(proses), leads=draw(items), timescale=draw(lines))


def _edit_cover(draw: st.DrawFn, plan: Plan) -> RowChange:
    return row_edited(plan.cover, title=draw(lines))


def _add_aim(draw: st.DrawFn, plan: Plan) -> RowChange:
    return row_added(Aim(id=new_id(), parent=plan.cover.id, rank="zz", text=draw(lines)))


def _add_note(draw: st.DrawFn, plan: Plan) -> RowChange:
    parent = draw(st.sampled_from(plan.actions)).id
    return row_added(ProgressNote(id=new_id(), parent=parent, rank="zz", text=draw(proses)))


def _remove_note(draw: st.DrawFn, plan: Plan) -> RowChange | None:
    notes = sorted(plan.note_rows)
    return row_removed(plan.note_rows[draw(st.sampled_from(notes))]) if notes else None


STEPS: tuple[Callable[[st.DrawFn, Plan], RowChange | None], ...] = (
    _edit_action,
    _edit_cover,
    _add_aim,
    _add_note,
    _remove_note,
)


@given(plans_and_changes())
def test_a_change_taken_back_gives_an_equal_plan(drawn: tuple[Plan, Change]) -> None:
    plan, change = drawn
    after = applied(plan, change)
    back = applied(after, inverse(change, kind="undo", label="Undo"))
    assert back == plan
    assert applied(back, change) == after


@given(plans_and_changes())
def test_a_change_read_back_from_json_does_the_same(drawn: tuple[Plan, Change]) -> None:
    plan, change = drawn
    read = Change.model_validate_json(change.model_dump_json())
    assert read == change
    after = applied(plan, read)
    assert after == applied(plan, change)
    undo = inverse(read, kind="undo", label="Undo")
    assert applied(after, Change.model_validate_json(undo.model_dump_json())) == plan


@given(plans_and_changes())
def test_the_plan_a_change_is_made_on_stays_as_it_is(drawn: tuple[Plan, Change]) -> None:
    plan, change = drawn
    before = tables_of(plan)
    applied(plan, change)
    assert tables_of(plan) == before


@given(plans_and_changes())
def test_only_the_rows_that_a_change_names_are_touched(drawn: tuple[Plan, Change]) -> None:
    plan, change = drawn
    before, after = tables_of(plan), tables_of(applied(plan, change))
    for table in before:
        changed = {
            row_id
            for row_id in before[table].keys() | after[table].keys()
            if before[table].get(row_id) != after[table].get(row_id)
        }
        assert changed <= touched(change.rows, table)


def test_the_inverse_of_an_undo_points_at_the_first_edit() -> None:
    plan = small_plan(("Aim", "Action"))
    edit = Change(label="Edit", rows=(row_edited(plan.cover, title="New"),), revision=3)
    undo = inverse(edit, kind="undo", label="Undo: Edit").model_copy(update={"revision": 4})
    redo = inverse(undo, kind="redo", label="Redo: Edit")
    assert (undo.of, redo.of) == (3, 3)
    assert redo.rows == edit.rows


def test_a_change_of_a_row_that_somebody_else_has_changed_is_a_conflict() -> None:
    plan = small_plan(("Aim", "Action"))
    action = plan.actions[0]
    mine = Change(label="Mine", rows=(row_edited(action, text="mine"),))
    theirs = applied(plan, Change(label="Theirs", rows=(row_edited(action, text="theirs"),)))
    with pytest.raises(ConflictError, match=action.id):
        applied(theirs, mine)


def test_adding_a_row_twice_and_removing_one_that_is_gone_are_conflicts() -> None:
    plan = small_plan(("Aim", "Action"))
    action = plan.actions[0]
    with pytest.raises(ConflictError):
        applied(plan, Change(label="Add", rows=(row_added(action),)))
    without = applied(plan, Change(label="Remove", rows=(row_removed(action),)))
    with pytest.raises(ConflictError):
        applied(without, Change(label="Remove", rows=(row_removed(action),)))


def test_an_edit_is_validated_and_unknown_fields_are_refused() -> None:
    action = Action(id="a")
    with pytest.raises(ValidationError):
        row_edited(action, text="nul \x00")
    with pytest.raises(ValidationError):
        row_edited(action, colour="red")


def test_a_change_from_a_file_with_an_invalid_row_is_refused() -> None:
    plan = small_plan(("Aim", "Action"))
    row = row_edited(plan.actions[0], text="new")
    assert row.after is not None
    wrong = row.model_copy(update={"after": {**row.after, "text": "\x00"}})
    with pytest.raises(ValidationError):
        applied(plan, Change(label="Edit", rows=(wrong,)))


class _Watched(UserDict[str, Row]):
    """The rows of a table, which say how often all of them were asked for."""

    walks: ClassVar[list[int]] = []

    def __iter__(self) -> Iterator[str]:
        self.walks.append(len(self))
        return super().__iter__()


def test_a_table_is_copied_once_however_many_of_its_rows_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = small_plan(("Aim", *(f"Action {n}" for n in range(20))))
    every = tuple(row_edited(one, text="new") for one in plan.actions)
    whole = Plan.table
    monkeypatch.setattr(Plan, "table", lambda of, name: _Watched(whole(of, name)))
    walks = []
    for rows in (every[:1], every):
        _Watched.walks.clear()
        after = applied(plan, Change(label="Edit", rows=rows))
        walks.append(len(_Watched.walks))
        assert [one.text for one in after.actions[: len(rows)]] == ["new"] * len(rows)
    assert walks[0] == walks[1]


def test_a_change_that_leaves_everything_as_it_is_says_so() -> None:
    action = Action(id="a", text="same")
    assert Change(label="Nothing", rows=()).is_empty
    assert Change(label="Same", rows=(row_edited(action, text="same"),)).is_empty
    assert not Change(label="Edit", rows=(row_edited(action, text="other"),)).is_empty
