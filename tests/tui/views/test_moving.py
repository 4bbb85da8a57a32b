"""A row on the move goes where the arrows say, through every aim, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from tests.tui.window import SMALL
from tui.views.moving import RowMove

PLAN = built_plan(SMALL, DEFAULT_FORMAT)
steps = st.lists(st.sampled_from(["up", "down"]), max_size=12)


def moved(move: RowMove, taken: list[str]) -> RowMove:
    for step in taken:
        move = move.up() if step == "up" else move.down()
    return move


def ref_after(ref: str, *taken: str) -> str:
    action = PLAN.action_at(ref)
    assert action is not None
    return applied(PLAN, moved(RowMove.of_action(PLAN, action.id), list(taken)).change).ref_of(
        action.id
    )


def test_an_action_moves_within_its_aim() -> None:
    assert ref_after("1.1", "down") == "1.2"
    assert ref_after("1.3", "up", "up") == "1.1"


def test_an_action_moves_on_into_the_next_aim_and_the_one_before() -> None:
    assert ref_after("1.3", "down") == "2.1"
    assert ref_after("2.1", "up") == "1.4"


def test_an_action_moves_into_an_aim_that_has_none() -> None:
    assert ref_after("2.1", "down") == "3.1"


def test_an_action_stops_at_both_ends_of_the_plan() -> None:
    assert ref_after("1.1", "up") == "1.1"
    assert ref_after("2.1", "down", "down", "down") == "3.1"


def test_an_aim_moves_among_the_aims_and_stops_at_both_ends() -> None:
    first = PLAN.aims[0].id
    for taken, number in ((["down"], 2), (["down"] * 9, 3), (["up"], 1)):
        plan = applied(PLAN, moved(RowMove.of_aim(PLAN, first), taken).change)
        assert plan.number_of(first) == number


def test_a_row_put_down_where_it_was_is_no_change() -> None:
    for action in PLAN.actions:
        assert RowMove.of_action(PLAN, action.id).change.is_empty
    for aim in PLAN.aims:
        assert RowMove.of_aim(PLAN, aim.id).change.is_empty


@given(st.integers(0, len(PLAN.actions) - 1), steps)
def test_a_move_loses_no_action_and_keeps_the_order_of_the_others(
    place: int, taken: list[str]
) -> None:
    lifted = PLAN.actions[place].id
    plan = applied(PLAN, moved(RowMove.of_action(PLAN, lifted), taken).change)
    others = [action.id for action in plan.actions if action.id != lifted]
    assert others == [action.id for action in PLAN.actions if action.id != lifted]
    assert len(plan.actions) == len(PLAN.actions)


@given(st.integers(0, len(PLAN.actions) - 1), steps)
def test_up_takes_back_down(place: int, taken: list[str]) -> None:
    move = moved(RowMove.of_action(PLAN, PLAN.actions[place].id), taken)
    below = move.down()
    assert below == move or below.up() == move


MANY = st.lists(st.sampled_from([one.id for one in PLAN.actions]), min_size=2, unique=True)
ANY_STEP = st.lists(
    st.sampled_from(["up", "down", "top", "end", "page_up", "page_down"]), max_size=8
)


@given(MANY, ANY_STEP)
def test_what_is_shown_of_many_on_the_move_is_what_putting_them_down_makes(
    ids: list[str], taken: list[str]
) -> None:
    move = RowMove.of_action(PLAN, *ids)
    for step in taken:
        move = getattr(move, step)()
    put_down = applied(PLAN, move.change)
    for aim in put_down.aims:
        assert [one.id for one in move.shown.actions_of(aim.id)] == [
            one.id for one in put_down.actions_of(aim.id)
        ]
    assert [one.text for one in move.shown.actions] == [one.text for one in put_down.actions]


def test_while_many_are_moved_no_change_is_made_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    monkeypatch.setattr("tui.views.moving.move_actions", lambda *_: made.append(1))
    move = RowMove.of_action(PLAN, *(one.id for one in PLAN.actions[:2])).down()
    assert move.shown.ref_of(PLAN.actions[0].id)
    assert move.shown is move.shown
    assert made == []
