"""What two laptops wrote in the same field is all kept until an officer settles it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from plan.changes import edits
from plan.changes.change import Change, applied, tables_of
from plan.changes.merging import merge, merge_change
from plan.changes.settling import CannotSettleError, both, settled
from plan.model.conflicts import (
    JsonTables,
    OpenConflict,
    conflict_row,
    held_conflicts,
    open_conflicts,
)
from plan.model.fields import TableName
from plan.model.merged_fields import PLACE
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS
from tests.plan.changes.divergence import Parted, parted
from tests.plan.changes.test_merging_whatever import written
from tests.plan.strategies import small_plan

PLAN = small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))
REVIEW = PLAN.actions[0].id
MANY = 5 * settings().max_examples


def merged(base: Plan, ours: Plan, theirs: Plan) -> Plan:
    """Return what two plans are once they are brought together."""
    rows = merge(tables_of(base), tables_of(ours), tables_of(theirs))
    return applied(ours, merge_change(tables_of(ours), rows))


def with_field(plan: Plan, field: Any, text: str, action: str = REVIEW) -> Plan:
    return applied(plan, edits.set_action_field(plan, action, field, text, name=field))


def shown_and_others(plan: Plan) -> list[tuple[Any, list[Any]]]:
    return [(one.shown, list(one.others)) for one in open_conflicts(plan)]


def settle(plan: Plan, value: Any) -> Plan:
    (one,) = open_conflicts(plan)
    return applied(plan, settled(plan, one, value, "Settle"))


def wordings(plan: Plan) -> list[Any]:
    (one,) = open_conflicts(plan)
    return sorted([one.shown, *one.others])


def test_both_wordings_of_a_clash_are_kept_and_one_is_shown() -> None:
    ours, theirs = with_field(PLAN, "timescale", "May 2027"), with_field(PLAN, "timescale", "June")
    plan = merged(PLAN, ours, theirs)
    assert plan.action_rows[REVIEW].timescale == "May 2027"
    assert shown_and_others(plan) == [("May 2027", ["June"])]
    assert merged(PLAN, theirs, ours) == plan


def test_three_laptops_make_three_wordings() -> None:
    one, two, three = (with_field(PLAN, "timescale", text) for text in ("May", "June", "July"))
    both_of_them = merged(PLAN, one, two)
    assert wordings(merged(PLAN, both_of_them, three)) == ["July", "June", "May"]
    assert merged(PLAN, merged(PLAN, two, three), one) == merged(PLAN, both_of_them, three)


def test_a_conflict_settled_here_is_settled_everywhere() -> None:
    clash = merged(
        PLAN, with_field(PLAN, "timescale", "May"), with_field(PLAN, "timescale", "July")
    )
    for value in ("May", "July", "August"):
        done = settle(clash, value)
        assert done.action_rows[REVIEW].timescale == value
        assert not open_conflicts(done)
        assert merged(clash, done, clash) == done
        noted = with_field(clash, "pages", "12")
        both_done = merged(clash, done, noted)
        assert both_done.action_rows[REVIEW].timescale == value
        assert both_done.action_rows[REVIEW].pages == "12"
        assert not open_conflicts(both_done)


def test_two_different_settlements_are_a_new_conflict() -> None:
    clash = merged(
        PLAN, with_field(PLAN, "timescale", "May"), with_field(PLAN, "timescale", "July")
    )
    one, two = settle(clash, "May"), settle(clash, "July")
    assert wordings(merged(clash, one, two)) == ["July", "May"]
    assert merged(clash, two, one) == merged(clash, one, two)
    assert not open_conflicts(merged(clash, one, settle(clash, "May")))


def test_a_third_wording_outlives_that_the_first_two_were_settled() -> None:
    clash = merged(
        PLAN, with_field(PLAN, "timescale", "May"), with_field(PLAN, "timescale", "July")
    )
    wider = merged(PLAN, clash, with_field(PLAN, "timescale", "October"))
    assert wordings(merged(clash, settle(clash, "May"), wider)) == ["May", "October"]


def test_who_types_in_a_field_in_conflict_keeps_the_other_wording() -> None:
    clash = merged(
        PLAN, with_field(PLAN, "timescale", "May"), with_field(PLAN, "timescale", "July")
    )
    typed = with_field(clash, "timescale", "By August")
    assert shown_and_others(typed) == [("By August", ["May"])]
    assert wordings(merged(clash, typed, settle(clash, "May"))) == ["By August", "May"]


def test_lists_clash_item_by_item() -> None:
    base = with_field(PLAN, "leads", "Team A\nTeam B\nTeam C")
    ours = with_field(base, "leads", "Team A1\nTeam B\nTeam C")
    theirs = with_field(base, "leads", "Team A2\nTeam B\nTeam C and D")
    plan = merged(base, ours, theirs)
    assert wordings(plan) == [
        ["Team A1", "Team B", "Team C and D"],
        ["Team A2", "Team B", "Team C and D"],
    ]
    assert not open_conflicts(merged(base, ours, with_field(base, "leads", "Team A\nB\nTeam C")))


def clashing_leads() -> Plan:
    """Return a plan in which two laptops have worded one of three leads anew."""
    base = with_field(PLAN, "leads", "Team A\nTeam B\nTeam C")
    ours, theirs = (
        with_field(base, "leads", f"{one}\nTeam B\nTeam C") for one in ("Team A1", "Team A2")
    )
    return merged(base, ours, theirs)


def test_what_is_edited_beside_a_clash_stays_whichever_wording_is_taken() -> None:
    base = with_field(PLAN, "leads", "Team A\nTeam B\nTeam C")
    ours = with_field(base, "leads", "Team A1\nTeam B\nTeam C")
    clash = merged(base, ours, with_field(base, "leads", "Team A2\nTeam B\nTeam C"))
    edited = with_field(clash, "leads", "\n".join((*clash.action_rows[REVIEW].leads[:2], "Team D")))
    for value in wordings(edited):
        assert settle(edited, value).action_rows[REVIEW].leads[1:] == ("Team B", "Team D")


def test_what_both_edit_beside_a_clash_is_in_every_wording() -> None:
    clash = clashing_leads()
    ours = with_field(clash, "leads", "Team A2\nTeam B\nTeam C\nTeam D")
    theirs = with_field(clash, "leads", "Team A2\nTeam B9\nTeam C")
    assert wordings(merged(clash, ours, theirs)) == [
        ["Team A1", "Team B9", "Team C", "Team D"],
        ["Team A2", "Team B9", "Team C", "Team D"],
    ]


def test_two_settlements_of_a_list_are_a_new_conflict_and_no_list_that_nobody_chose() -> None:
    clash = clashing_leads()
    one = settle(clash, ["Team Z", "Team Y"])
    two = settle(clash, ["Team A2", "Team B", "Team C", "Team A1"])
    assert wordings(merged(clash, one, two)) == [
        ["Team A2", "Team B", "Team C", "Team A1"],
        ["Team Z", "Team Y"],
    ]
    assert merged(clash, two, one) == merged(clash, one, two)


def test_one_settlement_and_an_edit_beside_it_are_no_new_conflict() -> None:
    clash = clashing_leads()
    one = settle(clash, ["Team A1", "Team B", "Team C"])
    two = with_field(one, "leads", "Team A1\nTeam B\nTeam D")
    assert not open_conflicts(merged(clash, one, two))
    assert merged(clash, one, two).action_rows[REVIEW].leads == ("Team A1", "Team B", "Team D")


def test_two_settlements_of_a_long_text_are_a_new_conflict_too() -> None:
    base = with_field(PLAN, "text", "Begin.\n\nReview it.\n\nEnd.")
    ours = with_field(base, "text", "Begin now.\n\nReview it.\n\nEnd.")
    clash = merged(base, ours, with_field(base, "text", "Begin soon.\n\nReview it.\n\nEnd."))
    one, two = settle(clash, "All anew."), settle(clash, "Begin.\n\nReview it.\n\nEnd.\n\nMore.")
    assert len(wordings(merged(clash, one, two))) == 2


def holding(plan: Plan, other: list[str]) -> Plan:
    """Return the plan with another wording of the leads of its first action."""
    shown = list(plan.action_rows[REVIEW].leads)
    held = conflict_row(plan.cover.id, ("actions", REVIEW, "leads"), shown, [other])
    tables: dict[TableName, Any] = {**tables_of(plan), "conflicts": {held["id"]: held}}
    return applied(plan, merge_change(tables_of(plan), tables))


def swapped(plan: Plan) -> Plan:
    """Return the plan with the same leads in conflict, of which it shows the others."""
    (one,) = open_conflicts(plan)
    return holding(with_field(plan, "leads", "\n".join(one.others[0])), one.shown)


def test_which_wording_is_shown_is_no_settlement() -> None:
    clash = clashing_leads()
    other = swapped(clash)
    ours = with_field(clash, "leads", "Team A2\nTeam B\nTeam D")
    for pair in ((ours, other), (other, ours)):
        assert wordings(merged(clash, *pair)) == wordings(ours)
    base = with_field(PLAN, "leads", "Team A\nTeam B")
    ours = holding(with_field(base, "leads", "Team A1\nTeam B"), ["Team A", "Team B1"])
    for pair in ((ours, swapped(ours)), (swapped(ours), ours)):
        assert wordings(merged(base, *pair)) == wordings(ours)


def test_a_list_of_the_councils_own_in_conflict_takes_what_is_edited_beside() -> None:
    def own(text: str) -> JsonTables:
        tables: dict[TableName, Any] = dict(tables_of(PLAN))
        row = {**tables["actions"][REVIEW], "own": [["partners", text]]}
        return {**tables, "actions": {**tables["actions"], REVIEW: row}}

    lists = {"partners"}
    clash = merge(own("A\nB"), own("A1\nB"), own("A2\nB"), lists)

    def edited(text: str) -> JsonTables:
        return {**own(text), "conflicts": clash["conflicts"]}

    after = merge(clash, edited("A2\nB\nC"), edited("A2\nB9"), lists)
    assert after["actions"][REVIEW]["own"] == [["partners", "A2\nB9\nC"]]
    assert list(held_conflicts(after).values()) == [("A1\nB",)]


def test_long_texts_clash_by_paragraph() -> None:
    base = with_field(PLAN, "text", "Begin.\n\nReview it.\n\nEnd.")
    ours = with_field(base, "text", "Begin now.\n\nReview it.\n\nEnd.")
    theirs = with_field(base, "text", "Begin.\n\nReview it.\n\nEnd then.")
    assert merged(base, ours, theirs).action_rows[REVIEW].text == (
        "Begin now.\n\nReview it.\n\nEnd then."
    )
    theirs = with_field(base, "text", "Begin soon.\n\nReview it.\n\nEnd then.")
    assert wordings(merged(base, ours, theirs)) == [
        "Begin now.\n\nReview it.\n\nEnd then.",
        "Begin soon.\n\nReview it.\n\nEnd then.",
    ]


def test_a_row_moved_to_two_places_is_a_conflict_that_can_be_settled() -> None:
    plan = small_plan(("One", "Review"), ("Two", "Go"), ("Three", "Stop"))
    action = plan.actions[0].id
    ours, theirs = (
        applied(plan, edits.move_action(plan, action, aim.id, 0)) for aim in plan.aims[1:]
    )
    clash = merged(plan, ours, theirs)
    (one,) = open_conflicts(clash)
    assert one.field == PLACE
    assert {one.shown["parent"], one.others[0]["parent"]} == {aim.id for aim in plan.aims[1:]}
    there = settle(clash, one.others[0])
    assert there.action_rows[action].parent == one.others[0]["parent"]
    gone = applied(clash, edits.delete_aim(clash, one.others[0]["parent"]))
    (again,) = open_conflicts(gone)
    with pytest.raises(CannotSettleError):
        settled(gone, again, again.others[0], "Settle")


def test_an_aim_moved_to_two_places_is_settled_too() -> None:
    plan = small_plan(("One", "Review"), ("Two", "Go"), ("Three", "Stop"))
    aim = plan.aims[0].id
    ours, theirs = (applied(plan, edits.move_aim(plan, aim, place)) for place in (1, 2))
    clash = merged(plan, ours, theirs)
    (one,) = open_conflicts(clash)
    assert one.field == PLACE
    places = {settle(clash, value).number_of(aim) for value in (one.shown, *one.others)}
    assert places == {2, 3}


def test_to_settle_for_what_is_shown_changes_no_row_but_the_conflict() -> None:
    clash = merged(
        PLAN, with_field(PLAN, "timescale", "May"), with_field(PLAN, "timescale", "July")
    )
    (one,) = open_conflicts(clash)
    tables_changed = [row.table for row in settled(clash, one, one.shown, "Settle").rows]
    assert tables_changed == ["conflicts"]


def test_settling_is_one_step_that_can_be_undone() -> None:
    clash = merged(
        PLAN, with_field(PLAN, "timescale", "May"), with_field(PLAN, "timescale", "July")
    )
    (one,) = open_conflicts(clash)
    change = settled(clash, one, "May", "Settle")
    back = Change(
        label="Undo",
        rows=tuple(
            row.model_copy(update={"before": row.after, "after": row.before})
            for row in reversed(change.rows)
        ),
    )
    assert applied(applied(clash, change), back) == clash


@pytest.mark.parametrize(
    ("table", "field", "shown", "other", "expected"),
    [
        ("actions", "leads", ["A", "B"], ["A", "C"], ["A", "B", "C"]),
        ("actions", "text", "One.\n\nTwo.", "One.\n\nThree.", "One.\n\nTwo.\n\nThree."),
        ("actions", "timescale", "May", "June", "May\nJune"),
        ("aims", "text", "Safe", "Safe at home", "Safe / Safe at home"),
        ("actions", "own.risk", "High", "Low", "High\nLow"),
        ("actions", "own.risk", "High\n\nLow", "Low\nNone", "High\nLow\nNone"),
        ("actions", "pages", "7", "9", "7\n9"),
        ("actions", "bulleted", ["leads"], ["indicators"], ["leads", "indicators"]),
        ("comments", "text", "Who?", "When?", "Who?\nWhen?"),
        ("answers", "text", "One.\n\nTwo.", "Three.", "One.\n\nTwo.\n\nThree."),
        ("answers", "ticks", ["yes"], ["yes", "no"], ["yes", "no"]),
    ],
)
def test_both_wordings_can_be_taken(
    table: TableName, field: str, shown: Any, other: Any, expected: Any
) -> None:
    assert both(OpenConflict(table, "row", field, shown, (other,))) == expected


def test_of_a_choice_both_cannot_be_taken() -> None:
    with pytest.raises(CannotSettleError):
        both(OpenConflict("actions", "row", "timescale_is", "due", ("review",)))


# Whatever two people do


def tables(plans: Parted) -> tuple[JsonTables, JsonTables, JsonTables]:
    return tables_of(plans.base), tables_of(plans.ours), tables_of(plans.theirs)


@settings(max_examples=MANY)
@given(parted)
@pytest.mark.slow
def test_it_makes_no_difference_whose_laptop_merges(plans: Parted) -> None:
    base, ours, theirs = tables(plans)
    assert merge(base, ours, theirs) == merge(base, theirs, ours)


@settings(max_examples=MANY)
@given(parted)
@pytest.mark.slow
def test_a_merge_of_the_same_again_changes_nothing(plans: Parted) -> None:
    base, ours, theirs = tables(plans)
    once = merge(base, ours, theirs)
    assert merge(base, once, once) == once
    assert merge(ours, once, ours) == merge(theirs, once, theirs) == once
    assert merge(once, once, once) == once


@settings(max_examples=MANY)
@given(parted)
def test_what_only_one_side_did_is_taken_exactly(plans: Parted) -> None:
    base, ours, _ = tables(plans)
    assert merge(base, ours, base) == merge(base, base, ours) == ours


@settings(max_examples=MANY)
@given(parted)
def test_nothing_that_was_written_is_dropped(plans: Parted) -> None:
    base, ours, theirs = tables(plans)
    rows = merge(base, ours, theirs)
    kept = {text for _, _, _, text in written(rows)}
    others = [json.loads(text) for one in rows["conflicts"].values() for text in one["others"]]
    kept |= {
        text
        for value in others
        for text in (value if isinstance(value, list) else [value])
        if isinstance(text, str)
    }
    said = "\n".join(sorted(kept))
    before = set(written(base))
    for side in (ours, theirs):
        for table, row_id, _, text in set(written(side)) - before:
            assert row_id not in rows[table] or text in kept or text in said


@settings(max_examples=MANY)
@given(parted)
@pytest.mark.slow
def test_a_plan_with_conflicts_is_merged_like_any_other(plans: Parted) -> None:
    base, ours, theirs = tables(plans)
    clash = merge(base, ours, theirs)
    assert merge(clash, clash, clash) == clash
    assert merge(base, clash, base) == clash
    assert merge(base, clash, ours) == merge(base, ours, clash)
    assert set(ROW_KINDS) == set(clash)
