"""Whatever wordings a field has on two laptops, what comes of them is what both say is left.

One field of one action, with few wordings, so that every way in which two laptops can settle or
write on is tried: the other wordings of a conflict are sets, and a rule for sets says what is left.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.changes.change import tables_of
from plan.changes.merging import compared, merge, resolved
from plan.model.conflicts import JsonTables, conflict_row, held_conflicts
from plan.model.fields import TableName
from plan.model.rows import JsonRow
from tests.plan.strategies import small_plan

PLAN = small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))
ACTION = PLAN.actions[0].id
KEY: tuple[TableName, str, str] = ("actions", ACTION, "timescale")
BOUND = 20 * settings().max_examples


@dataclass(frozen=True)
class Said:
    """What a laptop has in the field: the wording that it shows, and the others of a conflict."""

    shown: str
    others: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.others | {self.shown}

    @property
    def tables(self) -> JsonTables:
        """The plan with this in its field."""
        tables: dict[TableName, Mapping[str, JsonRow]] = dict(tables_of(PLAN))
        row = {**tables["actions"][ACTION], "timescale": self.shown}
        tables["actions"] = {**tables["actions"], ACTION: row}
        if self.others:
            held = conflict_row(PLAN.cover.id, KEY, self.shown, sorted(self.others))
            tables["conflicts"] = {held["id"]: held}
        return tables


def said_in(tables: Mapping[Any, Any]) -> Said:
    return Said(
        tables["actions"][ACTION]["timescale"], frozenset(held_conflicts(tables).get(KEY, ()))
    )


def left(base: Said, ours: Said, theirs: Said) -> frozenset[str]:
    """Return what is left: who takes wordings away settles, unless the other did so, too."""
    if theirs.all in (ours.all, base.all):
        return ours.all
    if ours.all == base.all:
        return theirs.all
    together = ours.all | theirs.all
    if base.all <= theirs.all:
        return together - (base.all - ours.all)
    if base.all <= ours.all:
        return together - (base.all - theirs.all)
    return together


wordings = st.sampled_from(["May", "June", "by the end of July", "August"])
said = st.builds(Said, wordings, st.frozensets(wordings, max_size=3)).map(
    lambda one: replace(one, others=one.others - {one.shown})
)


@settings(max_examples=BOUND)
@given(said, said, said)
def test_what_is_left_is_what_neither_has_settled_away(
    base: Said, ours: Said, theirs: Said
) -> None:
    rows = merge(base.tables, ours.tables, theirs.tables)
    found = said_in(rows)
    assert found.all == left(base, ours, theirs)
    assert rows == merge(base.tables, theirs.tables, ours.tables)
    assert rows == {**found.tables, "conflicts": rows["conflicts"]}
    assert len(rows["conflicts"]) == bool(found.others)


@settings(max_examples=BOUND)
@given(said, said, said)
def test_what_is_shown_is_what_the_one_side_that_changed_it_shows(
    base: Said, ours: Said, theirs: Said
) -> None:
    found = said_in(merge(base.tables, ours.tables, theirs.tables))
    changed = {one.shown for one in (ours, theirs)} - {base.shown}
    wanted = next(iter(changed)) if len(changed) == 1 else base.shown
    if len(changed) < 2 and wanted in found.all:
        assert found.shown == wanted
    else:
        assert found.shown == max(found.all, key=lambda one: (len(one), one))


@settings(max_examples=BOUND)
@given(said, said, said, st.sampled_from(["ours", "theirs"]))
def test_an_officer_is_asked_only_about_what_is_left_and_gets_what_was_chosen(
    base: Said, ours: Said, theirs: Said, side: str
) -> None:
    found = compared(base.tables, ours.tables, theirs.tables)
    assert [one.key for one in found.differences] in ([], [KEY])
    assert found.kept == ()
    after = said_in(resolved(found, {one.key: side for one in found.differences}))  # type: ignore[misc]
    all_left = left(base, ours, theirs)
    for one in found.differences:
        assert (one.ours, one.theirs) == (ours.shown, theirs.shown)
        assert base.shown not in (ours.shown, theirs.shown)
        assert len(all_left) > 1
        assert after.shown == getattr(one, side)
        assert after.all == all_left - {one.ours, one.theirs} | {after.shown}
    if not found.differences:
        assert after.all == all_left
        shown = {one.shown for one in (ours, theirs)} - {base.shown}
        assert len(shown) < 2 or len(all_left) == 1
        (wanted, *_) = shown or {base.shown}
        assert len(shown) > 1 or wanted not in all_left or after.shown == wanted


@settings(max_examples=BOUND)
@given(said, said)
def test_once_brought_together_it_stays_so(base: Said, ours: Said) -> None:
    once = merge(base.tables, ours.tables, base.tables)
    assert said_in(once) == ours
    assert merge(once, once, once) == once
    assert merge(ours.tables, once, ours.tables) == once


def without_action(tables: JsonTables) -> JsonTables:
    actions = {key: row for key, row in tables["actions"].items() if key != ACTION}
    return {**tables, "actions": actions, "conflicts": {}}


@settings(max_examples=BOUND)
@given(said, said)
def test_a_row_that_is_gone_has_no_conflict_and_one_that_was_edited_stays_with_it(
    base: Said, ours: Said
) -> None:
    gone = without_action(base.tables)
    for pair in ((ours.tables, gone), (gone, ours.tables)):
        rows = merge(base.tables, *pair)
        if ours.shown == base.shown:
            assert ACTION not in rows["actions"]
            assert rows["conflicts"] == {}
        else:
            assert said_in(rows) == ours
    assert merge(base.tables, gone, gone) == merge(gone, gone, gone) == gone


def test_the_three_ways_to_settle_are_all_among_what_is_tried() -> None:
    """The rule itself, by examples that an officer would understand."""
    clash = Said("May", frozenset({"June"}))
    wider = Said("May", frozenset({"June", "August"}))
    assert left(clash, Said("May"), Said("May")) == {"May"}
    assert left(clash, Said("May"), Said("June")) == {"May", "June"}
    assert left(clash, Said("May"), wider) == {"May", "August"}
    assert left(clash, wider, Said("June")) == {"June", "August"}


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_wording_that_only_one_side_shows_is_found_on_the_other_laptop(side: str) -> None:
    base = Said("May", frozenset({"June"}))
    swapped, settled = Said("June", frozenset({"May"})), Said("by the end of July")
    pair = (swapped, settled) if side == "ours" else (settled, swapped)
    assert said_in(merge(base.tables, *(one.tables for one in pair))) == settled
    assert compared(base.tables, *(one.tables for one in pair)).differences == ()
