"""Several rows are moved, deleted and pasted by one change, and nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import Change, applied, inverse
from plan.changes.edits.many import (
    actions_among,
    delete_rows,
    joined,
    move_actions,
    move_aims,
    paste_aims,
    single_actions,
)
from plan.council import DEFAULT_FORMAT
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    PlanOutline,
    built_plan,
    outline_of,
)
from plan.model.plan import Plan

NOTE = NoteOutline("1 September 2016", "On track", "Begun.")
PLAN = built_plan(
    PlanOutline(
        aims=tuple(
            AimOutline(
                f"Aim {aim}",
                tuple(ActionOutline(f"{aim}.{n}", progress=(NOTE,)) for n in range(1, count + 1)),
            )
            for aim, count in ((1, 3), (2, 1), (3, 0), (4, 4))
        )
    ),
    DEFAULT_FORMAT,
)


def ids(*refs: str) -> set[str]:
    return {one.id for one in PLAN.actions if one.text in refs}


def by_aim(plan: Plan) -> list[list[str]]:
    return [[one.text for one in plan.actions_of(aim.id)] for aim in plan.aims]


def after(change: Change) -> list[list[str]]:
    """Return the texts by aim after a change that undo takes back whole."""
    plan = applied(PLAN, change)
    assert outline_of(applied(plan, inverse(change, kind="undo", label=""))) == outline_of(PLAN)
    return by_aim(plan)


def test_actions_of_several_aims_move_together_in_the_order_of_the_plan() -> None:
    change = move_actions(PLAN, ids("4.3", "1.2", "2.1"), PLAN.aims[3].id, 1)
    assert after(change) == [["1.1", "1.3"], [], [], ["4.1", "1.2", "2.1", "4.3", "4.2", "4.4"]]
    assert change.label == "Move 3 actions to aim 4"


def test_actions_that_are_together_there_already_are_not_moved() -> None:
    assert move_actions(PLAN, ids("1.2", "1.3"), PLAN.aims[0].id, 1).is_empty
    assert not move_actions(PLAN, ids("1.1", "1.3"), PLAN.aims[0].id, 0).is_empty


def test_one_action_moves_with_the_words_of_one() -> None:
    assert move_actions(PLAN, ids("1.2"), PLAN.aims[2].id, 0).label == "Move action 1.2 to 3.1"


def test_aims_move_together_with_their_actions() -> None:
    moved = {PLAN.aims[3].id, PLAN.aims[0].id}
    change = move_aims(PLAN, moved, 1)
    assert [row[:1] for row in after(change)] == [["2.1"], ["1.1"], ["4.1"], []]
    assert move_aims(PLAN, {PLAN.aims[1].id, PLAN.aims[2].id}, 1).is_empty


def test_an_aim_is_deleted_with_its_actions_whether_these_are_marked_or_not() -> None:
    marked = {PLAN.aims[0].id, *ids("1.2", "4.1", "4.2")}
    change = delete_rows(PLAN, marked)
    assert after(change) == [["2.1"], [], ["4.3", "4.4"]]
    assert change.label == "Delete 1 aim with its 3 actions and 2 other actions"
    assert delete_rows(PLAN, ids("1.2")).label == "Delete action 1.2"


def test_the_actions_of_a_marked_aim_are_among_what_is_marked_but_go_with_it() -> None:
    marked = {PLAN.aims[0].id, *ids("1.2", "4.1")}
    assert [one.text for one in actions_among(PLAN, marked)] == ["1.1", "1.2", "1.3", "4.1"]
    assert [one.text for one in single_actions(PLAN, marked)] == ["4.1"]


def test_aims_are_pasted_one_below_the_other() -> None:
    aims = [AimOutline("New", (ActionOutline("new.1"),)), AimOutline("Newer")]
    change = paste_aims(PLAN, 1, aims)
    assert after(change)[:3] == [["1.1", "1.2", "1.3"], ["new.1"], []]
    assert change.label == "Paste 2 aims with their 1 action"


def test_changes_of_other_rows_are_one_change() -> None:
    parts = [delete_rows(PLAN, ids("1.1")), delete_rows(PLAN, ids("4.4"))]
    assert after(joined("Both", parts)) == [["1.2", "1.3"], ["2.1"], [], ["4.1", "4.2", "4.3"]]


@given(
    st.sets(st.sampled_from([one.text for one in PLAN.actions]), min_size=1),
    st.integers(0, 3),
    st.integers(0, 8),
)
def test_wherever_they_go_none_is_lost_and_the_others_keep_their_order(
    refs: set[str], aim: int, place: int
) -> None:
    aim_id = PLAN.aims[aim].id
    others = [one.text for one in PLAN.actions_of(aim_id) if one.text not in refs]
    place = min(place, len(others))
    moved = sorted(refs)
    wanted = [[one for one in row if one not in refs] for row in by_aim(PLAN)]
    wanted[aim] = [*others[:place], *moved, *others[place:]]
    assert after(move_actions(PLAN, ids(*refs), aim_id, place)) == wanted


def test_hundreds_of_rows_at_one_place_stay_in_their_order() -> None:
    many = tuple(ActionOutline(f"{n:03}") for n in range(300))
    plan = built_plan(
        PlanOutline(aims=(AimOutline("From", many), AimOutline("To", many[:2]))), DEFAULT_FORMAT
    )
    moved = {one.id for one in plan.actions_of(plan.aims[0].id)}
    change = move_actions(plan, moved, plan.aims[1].id, 1)
    texts = [one.text for one in applied(plan, change).actions]
    assert texts == ["000", *(one.text for one in many), "001"]
