"""Two states of a plan compared: net, row by row, in the order of the paper."""

from hypothesis import given
from hypothesis import strategies as st

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.model.plan import Plan
from plan.wording.compared import compared
from plan.wording.restore_change import WHOLE
from tests.plan.strategies import small_plan
from tests.plan.wording.edited_plans import WORDING, Edited, begun, edited_plans

PLAN = small_plan(("Help", "Guide", "Train", "Visit"), ("Listen", "Event"), ("Lead",))


def told(before: Plan, after: Plan) -> list[tuple[str, str, str]]:
    return [(one.thing, one.was, one.done) for one in compared(before, after, WORDING)]


def timescale(plan: Plan, ref: str, text: str) -> Change:
    action = plan.action_at(ref)
    assert action is not None
    return edits.set_action_field(plan, action.id, "timescale", text, name="timescale")


def moved(plan: Plan, ref: str, aim: int, place: int) -> Plan:
    action = plan.action_at(ref)
    assert action is not None
    return applied(plan, edits.move_action(plan, action.id, plan.aims[aim].id, place))


def test_a_plan_and_itself_differ_in_nothing() -> None:
    plan = begun()
    assert compared(plan, plan, WORDING) == ()


def test_a_field_is_told_before_and_after_and_not_at_all_once_it_is_as_it_was() -> None:
    changed = applied(PLAN, timescale(PLAN, "1.2", "June 2027"))
    (row,) = compared(PLAN, changed, WORDING)
    (field,) = row.fields
    assert (row.thing, row.was, row.done) == ("Action 1.2", "", "edited")
    assert (field.label, field.before, field.after) == ("Timescale", "", "June 2027")
    assert told(PLAN, applied(changed, timescale(changed, "1.2", ""))) == []


def test_a_moved_action_is_told_with_where_it_was_and_those_it_passed_are_not() -> None:
    assert told(PLAN, moved(PLAN, "2.1", 0, 0)) == [("Action 1.1", "Action 2.1", "moved")]
    assert told(PLAN, moved(PLAN, "1.3", 0, 0)) == [("Action 1.1", "Action 1.3", "moved")]


def test_what_was_moved_and_moved_back_is_not_told_though_another_passed_it() -> None:
    there = moved(PLAN, "1.1", 1, 0)
    back = moved(there, "2.1", 0, 0)
    assert told(PLAN, back) == []
    assert told(PLAN, moved(back, "1.3", 0, 0)) == [("Action 1.1", "Action 1.3", "moved")]


def test_what_was_taken_away_and_put_in_elsewhere_as_it_was_is_moved() -> None:
    doubled = applied(PLAN, edits.duplicate_action(PLAN, PLAN.actions[0].id))
    cut = applied(doubled, edits.delete_action(doubled, PLAN.actions[0].id))
    assert PLAN.actions[0].id not in cut.action_rows
    assert told(PLAN, cut) == []
    assert told(PLAN, moved(cut, "1.1", 1, 0)) == [("Action 2.1", "Action 1.1", "moved")]


def test_an_edited_action_says_the_number_it_had_and_a_removed_one_stands_where_it_stood() -> None:
    first, second = PLAN.actions[0].id, PLAN.actions[1].id
    changed = applied(PLAN, timescale(PLAN, "1.3", "June 2027"))
    changed = applied(changed, edits.delete_action(changed, second))
    changed = applied(
        changed, edits.set_action_field(changed, first, "text", "Guides", name="text")
    )
    assert told(PLAN, changed) == [
        ("Action 1.1", "", "edited"),
        ("Action 1.2", "", "removed"),
        ("Action 1.2", "Action 1.3", "edited"),
    ]
    assert [done for _, _, done in told(changed, PLAN)] == ["edited", "added", "edited"]


@given(st.permutations(range(5)))
def test_those_that_are_not_said_to_be_moved_are_in_the_order_that_they_were_in(
    order: list[int],
) -> None:
    before = after = small_plan(("Help", *"abcde"))
    ids = [one.id for one in before.actions]
    for place, at in enumerate(order):
        after = applied(after, edits.move_action(after, ids[at], after.aims[0].id, place))
    rows = compared(before, after, WORDING)
    told_of = {one.id for one in rows}
    assert {one.done for one in rows} <= {"moved"}
    assert all(one.thing != one.was for one in rows)
    quiet = [at for place, at in enumerate(order) if ids[at] not in told_of and at != place]
    assert quiet == sorted(quiet)
    assert bool(rows) == (order != sorted(order))


def test_the_report_comes_before_the_aims_and_an_emptied_line_of_it_is_edited() -> None:
    plan = begun()
    report = edits.set_report_field(plan, "committee", "A committee", name="committee")
    changed = applied(plan, timescale(plan, "1.1", "June 2027"))
    changed = applied(changed, report)
    assert [one.table for one in compared(plan, changed, WORDING)] == ["report", "actions"]


@given(edited_plans(), st.data())
def test_any_two_states_are_compared_either_way_and_a_plan_brought_back_differs_in_nothing(
    edited: Edited, given_data: st.DataObject
) -> None:
    revision = given_data.draw(st.sampled_from(sorted(edited.past)))
    then, now = edited.past[revision], edited.plan
    there, back = compared(then, now, WORDING), compared(now, then, WORDING)
    assert len({(one.table, one.id) for one in there}) == len(there)
    added = [one for one in there if one.done == "added"]
    assert len(added) == len([one for one in back if one.done == "removed"])
    assert len(there) == len(back)
    assert compared(then, applied(now, edited.restored(revision, WHOLE)), WORDING) == ()
