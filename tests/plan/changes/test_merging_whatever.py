"""Whatever two people make of one plan, it can be brought together and nothing written is lost."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.changes.change import applied, tables_of
from plan.changes.merging import Comparison, compared, merge_change, resolved
from plan.model.conflicts import JsonTables
from plan.model.fields import LISTED_ONCE, TableName
from plan.model.merged_fields import merged_items
from plan.model.rows import PARENT_TABLE, ROW_KINDS, JsonRow
from tests.plan.changes.divergence import Parted, parted

sides = st.sampled_from(["ours", "theirs"])
lists = st.lists(st.sampled_from("abcdef"), max_size=6)


def comparison(plans: Parted) -> Comparison:
    return compared(tables_of(plans.base), tables_of(plans.ours), tables_of(plans.theirs))


def written(rows: JsonTables) -> Iterator[tuple[TableName, str, str, str]]:
    """Yield every text of the rows: where it is and what it says; of a list, each item.

    Not that the plan, or a table of it, is an appendix: it is listed once, whoever lists it.
    """
    for table in ROW_KINDS:
        for row_id, row in rows.get(table, {}).items():
            yield from ((table, row_id, field, text) for field, text in texts_of(row) if text)


def texts_of(row: JsonRow) -> Iterator[tuple[str, str]]:
    for field, value in row.items():
        is_listed_once = field == "kind" and value in LISTED_ONCE
        if field in ("id", "parent", "rank", "bulleted") or is_listed_once:
            continue
        if field == "own":
            yield from ((f"{field}.{heading}", text) for heading, text in value)
            continue
        yield from ((field, text) for text in ([value] if isinstance(value, str) else value))


MANY = 5 * settings().max_examples
"""Of each of these laws: what a merge drops is lost for good."""


@settings(max_examples=MANY)
@given(parted, sides)
@pytest.mark.slow
def test_the_result_is_a_plan_in_which_every_row_belongs_to_another(
    plans: Parted, side: str
) -> None:
    found = comparison(plans)
    chosen = resolved(found, {one.key: side for one in found.differences})  # type: ignore[misc]
    merged = applied(plans.theirs, merge_change(tables_of(plans.theirs), chosen))
    assert tables_of(merged) == chosen
    assert set(chosen["plan"]) == {plans.base.cover.id}
    for child, parent in PARENT_TABLE.items():
        assert {row["parent"] for row in chosen[child].values()} <= set(chosen[parent])


@settings(max_examples=MANY)
@given(parted)
def test_what_one_side_did_alone_is_exactly_what_comes_of_it(plans: Parted) -> None:
    base, ours = tables_of(plans.base), tables_of(plans.ours)
    for found in (compared(base, ours, base), compared(base, base, ours)):
        assert not found.differences
        assert not found.kept
        assert resolved(found, {}) == ours


@settings(max_examples=MANY)
@given(parted)
@pytest.mark.slow
def test_it_does_not_matter_who_brings_them_together(plans: Parted) -> None:
    one = comparison(plans)
    other = comparison(Parted(plans.base, plans.theirs, plans.ours))
    assert {each.key for each in one.differences} == {each.key for each in other.differences}
    swapped = {each.key: "theirs" for each in other.differences}
    assert resolved(one, {}) == resolved(other, swapped)  # type: ignore[arg-type]


@settings(max_examples=MANY)
@given(parted)
@pytest.mark.slow
def test_brought_together_once_is_brought_together_for_good(plans: Parted) -> None:
    merged = resolved(comparison(plans), {})
    theirs = tables_of(plans.theirs)
    again = compared(theirs, merged, theirs)
    assert (again.differences, resolved(again, {})) == ((), merged)
    same = compared(tables_of(plans.base), merged, merged)
    assert (same.differences, resolved(same, {})) == ((), merged)


@settings(max_examples=MANY)
@given(parted, sides)
def test_nothing_that_either_side_wrote_is_dropped_unless_the_other_was_chosen(
    plans: Parted, side: str
) -> None:
    found = comparison(plans)
    chosen = resolved(found, {one.key: side for one in found.differences})  # type: ignore[misc]
    base, merged = set(written(tables_of(plans.base))), set(written(chosen))
    chosen_in = {one.key for one in found.differences}
    for name, plan in (("ours", plans.ours), ("theirs", plans.theirs)):
        new = set(written(tables_of(plan))) - base
        lost = new - merged
        assert all(name != side and text[:3] in chosen_in for text in lost)


@settings(max_examples=MANY)
@given(parted)
def test_without_a_common_past_nothing_of_the_screen_is_dropped(plans: Parted) -> None:
    ours, theirs = tables_of(plans.ours), tables_of(plans.theirs)
    found = compared({}, ours, theirs)
    merged = set(written(resolved(found, {})))
    asked = {one.key for one in found.differences}
    assert set(written(ours)) <= merged
    assert all(one[:3] in asked for one in set(written(theirs)) - merged)


@given(lists, lists, lists)
def test_lists_keep_what_either_side_added_and_lose_what_one_deleted(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    as_ours, as_theirs = merged_items(base, ours, theirs)
    assert set(ours) - set(base) <= set(as_ours)
    assert set(theirs) - set(base) <= set(as_theirs)
    assert set(as_ours) | set(as_theirs) <= set(ours) | set(theirs)
    assert merged_items(base, theirs, ours) == [as_theirs, as_ours]


@given(lists, lists)
def test_a_list_that_one_side_changed_is_as_that_side_has_it(
    base: list[str], changed: list[str]
) -> None:
    assert merged_items(base, changed, base) == [tuple(changed)] * 2
    assert merged_items(base, changed, changed) == [tuple(changed)] * 2
