"""Two states of a plan brought together: what each promise says, on a plan of a few rows."""

from itertools import product

import pytest

from plan.changes import edits
from plan.changes.change import applied, tables_of
from plan.changes.merging import (
    MERGE_LABEL,
    Comparison,
    Difference,
    KeptRow,
    Side,
    compared,
    merge,
    merge_change,
    resolved,
)
from plan.council.form import Form
from plan.council.format import form_named, format_named
from plan.model.conflicts import JsonTables
from plan.model.merged_fields import merged_fields, with_field
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import REPORT_ID, Appendix, Report, Version
from tests.plan.strategies import small_plan

BASE = small_plan(("Safe and well", "Review the audit", "Train staff"), ("Heard", "Publish"))
FIRST, SECOND, THIRD = BASE.actions
SAFE, HEARD = BASE.aims
REPORT = format_named("dundee-2016").report
KINDS = ("text", "plan", "text", "reviews")
"""Of four blank appendices: two to write in, the plan, and a table of it."""


def comparison(ours: Plan, theirs: Plan, base: Plan = BASE) -> Comparison:
    return compared(tables_of(base), tables_of(ours), tables_of(theirs))


def together(ours: Plan, theirs: Plan, side: Side = "ours", base: Plan = BASE) -> Plan:
    """Return the plan in which both are brought together, every difference as `side` has it."""
    found = comparison(ours, theirs, base)
    wanted = resolved(found, {one.key: side for one in found.differences})
    return applied(theirs, merge_change(tables_of(theirs), wanted))


def written(plan: Plan, field: str, text: str) -> Plan:
    """Return the plan with something else in a field of the first action."""
    return applied(plan, edits.set_action_field(plan, FIRST.id, field, text, name=field))


def with_note(plan: Plan, text: str, note_id: str) -> Plan:
    note = NoteOutline("26 September 2016", "On track", text)
    return applied(plan, edits.add_note(plan, FIRST.id, note, make_id=lambda: note_id))


def test_what_only_one_side_changed_is_taken_from_it() -> None:
    ours, theirs = written(BASE, "timescale", "Monthly"), written(BASE, "pages", "Page 9")
    assert comparison(ours, theirs).differences == ()
    merged = together(ours, theirs).action_rows[FIRST.id]
    assert (merged.timescale, merged.pages) == ("Monthly", "Page 9")


def test_what_both_changed_alike_is_no_difference() -> None:
    both = written(BASE, "timescale", "Monthly")
    assert comparison(both, both).differences == ()
    assert together(both, both) == both


def test_what_both_changed_differently_is_for_the_officer_to_choose() -> None:
    base = written(BASE, "timescale", "Daily")
    ours, theirs = written(base, "timescale", "Monthly"), written(base, "timescale", "Weekly")
    (one,) = comparison(ours, theirs, base).differences
    assert one == Difference("actions", FIRST.id, "timescale", "Daily", "Monthly", "Weekly")
    assert together(ours, theirs, "ours", base) == ours
    assert together(ours, theirs, "theirs", base) == theirs


def test_without_a_choice_a_difference_is_as_it_is_on_the_screen() -> None:
    ours, theirs = written(BASE, "text", "Review it all"), written(BASE, "text", "Review less")
    assert resolved(comparison(ours, theirs), {}) == tables_of(ours)


def test_the_items_of_a_list_are_brought_together_one_by_one() -> None:
    base = written(BASE, "leads", "Team A\nTeam B\nTeam C")
    ours = written(base, "leads", "Team A\nTeam B and others\nTeam C")
    theirs = written(base, "leads", "Team A\nTeam B\nTeam D")
    assert comparison(ours, theirs, base).differences == ()
    merged = together(ours, theirs, base=base).action_rows[FIRST.id]
    assert merged.leads == ("Team A", "Team B and others", "Team D")


def test_an_item_that_both_wrote_anew_is_a_difference_that_holds_what_else_was_done() -> None:
    base = written(BASE, "leads", "Team A\nTeam B")
    ours = written(base, "leads", "Team 1\nTeam B")
    theirs = written(base, "leads", "Team I\nTeam B\nTeam C")
    (one,) = comparison(ours, theirs, base).differences
    assert one.ours == ["Team 1", "Team B", "Team C"]
    assert one.theirs == ["Team I", "Team B", "Team C"]


def test_texts_under_own_headings_are_brought_together_heading_by_heading() -> None:
    base = {"own": [["Evidence", "Minutes"], ["Risk", "low"]], "parent": "1", "rank": "a"}
    ours = {**base, "own": [["Evidence", "Visits"], ["Risk", "low"], ["KPI", "9"]]}
    theirs = {**base, "own": [["Evidence", "Minutes"]]}
    merged, differences = merged_fields("actions", base, ours, theirs)
    assert (merged["own"], differences) == ([["Evidence", "Visits"], ["KPI", "9"]], [])
    theirs = {**base, "own": [["Evidence", "Audits"], ["Risk", "high"]]}
    merged, (difference,) = merged_fields("actions", base, ours, theirs)
    assert merged["own"] == [["Evidence", "Visits"], ["KPI", "9"], ["Risk", "high"]]
    assert (difference.field, difference.ours, difference.theirs) == (
        *("own.Evidence", "Visits"),
        "Audits",
    )
    taken = with_field(merged, difference.field, difference.theirs)
    assert taken["own"] == [["Evidence", "Audits"], ["KPI", "9"], ["Risk", "high"]]
    assert with_field(merged, difference.field, "")["own"] == [["KPI", "9"], ["Risk", "high"]]


def test_a_list_in_a_field_of_the_councils_own_is_brought_together_item_by_item() -> None:
    base = {"own": [["partners", "NHS\nPolice"]], "parent": "1", "rank": "a"}
    ours = {**base, "own": [["partners", "NHS\nPolice\nFire"]]}
    theirs = {**base, "own": [["partners", "NHS Board\nPolice"]]}
    merged, differences = merged_fields("actions", base, ours, theirs, {"partners"})
    assert (merged["own"], differences) == ([["partners", "NHS Board\nPolice\nFire"]], [])
    assert len(merged_fields("actions", base, ours, theirs)[1]) == 1


def test_bullets_are_brought_together_list_by_list() -> None:
    ours = applied(BASE, edits.set_bulleted(BASE, FIRST.id, "leads", True))
    theirs = applied(BASE, edits.set_bulleted(BASE, FIRST.id, "indicators", True))
    assert comparison(ours, theirs).differences == ()
    assert together(ours, theirs).action_rows[FIRST.id].bulleted == ("indicators", "leads")


def test_rows_that_either_side_added_are_all_there() -> None:
    merged = together(with_note(BASE, "Ours.", "n1"), with_note(BASE, "Theirs.", "n2"))
    assert {note.text for note in merged.notes_of(FIRST.id)} == {"Ours.", "Theirs."}


def test_what_one_side_deleted_and_nobody_touched_is_gone() -> None:
    ours = applied(BASE, edits.delete_aim(BASE, SAFE.id))
    theirs = applied(BASE, edits.set_aim_text(BASE, HEARD.id, "Listened to"))
    merged = together(ours, theirs)
    assert [aim.text for aim in merged.aims] == ["Listened to"]
    assert merged.actions == (THIRD,)


@pytest.mark.parametrize("deleted_by", ["ours", "theirs"])
def test_an_edit_beats_a_deletion_and_it_is_said(deleted_by: Side) -> None:
    sides = [applied(BASE, edits.delete_action(BASE, FIRST.id)), written(BASE, "pages", "Page 9")]
    ours, theirs = sides if deleted_by == "ours" else sides[::-1]
    assert comparison(ours, theirs).kept == (
        KeptRow("actions", FIRST.id, deleted_by, is_edited=True),
    )
    assert together(ours, theirs) == sides[1]


def test_what_was_deleted_along_with_a_row_that_stays_comes_back_with_it() -> None:
    base = with_note(BASE, "Begun.", "n1")
    ours = applied(base, edits.delete_aim(base, SAFE.id))
    theirs = applied(base, edits.set_aim_text(base, SAFE.id, "Safe"))
    assert together(ours, theirs, base=base) == theirs
    assert [row.table for row in comparison(ours, theirs, base).kept] == ["aims"]


def test_the_parents_of_what_stays_come_back_and_it_is_said() -> None:
    ours = applied(BASE, edits.delete_aim(BASE, SAFE.id))
    theirs = with_note(BASE, "Begun.", "n1")
    assert together(ours, theirs) == theirs
    kept = comparison(ours, theirs).kept
    assert [(row.table, row.id, row.is_edited) for row in kept] == [
        ("aims", SAFE.id, False),
        ("actions", FIRST.id, False),
    ]


def test_an_action_moved_out_of_a_deleted_aim_stays_and_the_aim_goes() -> None:
    ours = applied(BASE, edits.delete_aim(BASE, SAFE.id))
    theirs = applied(BASE, edits.move_action(BASE, FIRST.id, HEARD.id, 0))
    merged = together(ours, theirs)
    assert [aim.id for aim in merged.aims] == [HEARD.id]
    assert [action.id for action in merged.actions] == [FIRST.id, THIRD.id]


def test_an_action_moved_into_a_deleted_aim_brings_it_back() -> None:
    ours = applied(BASE, edits.move_action(BASE, THIRD.id, SAFE.id, 0))
    theirs = applied(BASE, edits.delete_aim(BASE, SAFE.id))
    assert together(ours, theirs) == ours


def test_what_was_deleted_below_an_action_stays_so_though_its_aim_comes_back() -> None:
    base = with_note(BASE, "Begun.", "n1")
    ours = applied(base, edits.move_action(base, FIRST.id, HEARD.id, 0))
    ours = applied(ours, edits.delete_note(ours, "n1"))
    theirs = applied(base, edits.delete_action(base, THIRD.id))
    theirs = applied(theirs, edits.move_action(theirs, FIRST.id, SAFE.id, 1))
    theirs = applied(theirs, edits.delete_aim(theirs, HEARD.id))
    for side in ("ours", "theirs"):
        assert not together(ours, theirs, side, base).note_rows


def test_a_row_moved_to_two_places_is_in_one_of_them() -> None:
    base = applied(BASE, edits.add_aim(BASE, 2, "Led well", make_id=lambda: "third"))
    ours = applied(base, edits.move_action(base, FIRST.id, HEARD.id, 0))
    theirs = applied(base, edits.move_action(base, FIRST.id, "third", 0))
    (one,) = comparison(ours, theirs, base).differences
    assert (one.field, one.ours["parent"], one.theirs["parent"]) == ("place", HEARD.id, "third")
    assert together(ours, theirs, "ours", base) == ours
    assert together(ours, theirs, "theirs", base) == theirs


def test_the_place_that_is_chosen_brings_back_the_aim_it_is_in() -> None:
    base = applied(BASE, edits.add_aim(BASE, 2, "Led well", make_id=lambda: "third"))
    moved = applied(base, edits.move_action(base, FIRST.id, HEARD.id, 0))
    ours = applied(moved, edits.delete_aim(moved, "third"))
    theirs = applied(base, edits.move_action(base, FIRST.id, "third", 0))
    for side, parent in (("ours", HEARD.id), ("theirs", "third")):
        merged = together(ours, theirs, side, base)  # type: ignore[arg-type]
        assert merged.action_rows[FIRST.id].parent == parent
        assert ("third" in merged.aim_rows) == (side == "theirs")


def test_reports_begun_on_both_sides_are_one_report() -> None:
    ours = applied(BASE, edits.set_report_field(BASE, "title", "Progress", name="title"))
    theirs = applied(BASE, edits.set_report_field(BASE, "by", "The Director", name="by"))
    assert comparison(ours, theirs).differences == ()
    merged = together(ours, theirs)
    assert (merged.report.title, merged.report.by) == ("Progress", "The Director")


def test_answers_to_one_question_from_both_sides_are_one_answer() -> None:
    form = form_named("dundee-eqia-2016")
    base = applied(BASE, edits.add_assessment(BASE, form))
    ours, theirs = answered(base, form, 0, "Ours"), answered(base, form, 1, "Theirs")
    assert comparison(ours, theirs, base).differences == ()
    assert len(together(ours, theirs, base=base).answer_rows) == 2
    theirs = answered(base, form, 0, "Theirs")
    assert [one.field for one in comparison(ours, theirs, base).differences] == ["text"]
    assert len(together(ours, theirs, base=base).answer_rows) == 1


def answered(plan: Plan, form: Form, place: int, text: str) -> Plan:
    field = [field for field in form.fields if field.kind == "line"][place]
    return applied(plan, edits.set_answer(plan, plan.assessments[0].id, field, text))


def test_the_plan_is_listed_once_where_both_sides_added_the_first_other_appendix() -> None:
    ours = applied(BASE, edits.add_appendix(BASE, 1, "text", title="Ours"))
    theirs = applied(BASE, edits.add_appendix(BASE, 1, "text", title="Theirs"))
    appendices = together(ours, theirs).appendices
    assert sorted((one.kind, one.title) for one in appendices) == [
        ("plan", ""),
        ("text", "Ours"),
        ("text", "Theirs"),
    ]


def test_a_table_of_the_plan_is_listed_once_where_both_sides_added_it() -> None:
    base = applied(BASE, edits.add_appendix(BASE, 1, "text", title="Glossary"))
    ours = applied(base, edits.add_appendix(base, 2, "progress"))
    theirs = applied(base, edits.add_appendix(base, 0, "progress"))
    kinds = sorted(one.kind for one in together(ours, theirs, base=base).appendices)
    assert kinds == ["plan", "progress", "text"]


def listing(*ids: str) -> JsonTables:
    """Return the state of a plan whose report lists it as blank appendices of these ids."""
    listed = (Appendix(id=one, parent=REPORT_ID, rank=one, kind="plan").as_json() for one in ids)
    blank = Report(id=REPORT_ID, parent=BASE.cover.id).as_json()
    rows = {one["id"]: one for one in listed}
    return {**tables_of(BASE), "report": {REPORT_ID: blank}, "appendices": rows}


@pytest.mark.parametrize(
    ("ours", "theirs", "left"),
    [
        ("a", "b", "a"),
        ("ab", "", "ab"),
        ("ab", "c", "ab"),
        ("ac", "bc", "abc"),
        ("ab", "ab", "ab"),
        ("b", "ab", "ab"),
    ],
)
def test_what_one_side_lists_twice_stays_twice_and_what_both_list_is_no_spare(
    ours: str, theirs: str, left: str
) -> None:
    for one, other in ((ours, theirs), (theirs, ours)):
        rows = merge(listing(), listing(*one), listing(*other))
        assert "".join(sorted(rows["appendices"])) == left


def test_who_lists_the_plan_anew_and_deletes_the_old_listing_keeps_the_new_one() -> None:
    for one, other in ((listing("b"), listing("a")), (listing("a"), listing("b"))):
        assert set(merge(listing("a"), one, other)["appendices"]) == {"b"}


def test_blank_appendices_that_list_nothing_alike_are_all_kept() -> None:
    ours, theirs = listing("a", "b"), listing("c", "d")
    for side, (one, kind) in product((ours, theirs), zip("abcd", KINDS, strict=True)):
        if one in side["appendices"]:
            side["appendices"][one]["kind"] = kind
    assert set(merge(listing(), ours, theirs)["appendices"]) == set("abcd")


def test_a_listing_with_words_of_its_own_is_no_spare() -> None:
    ours, theirs = listing("a"), listing("b")
    ours["appendices"]["a"]["title"] = theirs["appendices"]["b"]["title"] = "The plan"
    assert set(merge(listing(), ours, theirs)["appendices"]) == {"a", "b"}
    kept = resolved(compared(listing("a", "b"), listing("a"), listing("a", "b")), {})
    assert set(kept["appendices"]) == {"a"}


def sealed(*states: tuple[str, str]) -> JsonTables:
    """Return the state of a plan with sealed versions of these ids and states."""
    rows = (Version(id=key, parent=BASE.cover.id, name=key, state=one) for key, one in states)
    return {**tables_of(BASE), "versions": {row.id: row.as_json() for row in rows}}


def test_a_sealed_version_is_never_lost_nor_asked_about() -> None:
    base, ours = sealed(("v", "abcd")), sealed()
    theirs = sealed(("v", "abce"), ("w", "abcd"))
    for one, other in ((ours, theirs), (theirs, ours)):
        found = compared(base, one, other)
        assert (found.differences, found.kept, found.lost) == ((), (), {})
        assert merge(base, one, other)["versions"] == theirs["versions"]
    both = merge(sealed(), base, theirs)["versions"]
    assert both == merge(sealed(), theirs, base)["versions"]
    assert both["v"]["state"] == "abcd"


def test_without_a_common_past_everything_of_both_sides_is_there_or_asked_for() -> None:
    ours = applied(BASE, edits.delete_action(BASE, SECOND.id))
    ours = written(written(ours, "timescale", "Monthly"), "leads", "Team A\nTeam B")
    theirs = written(written(BASE, "timescale", "Weekly"), "leads", "Team A\nTeam C")
    found = compared({}, tables_of(ours), tables_of(theirs))
    assert [one.field for one in found.differences] == ["timescale"]
    rows = resolved(found, {})["actions"]
    assert set(rows) == set(BASE.action_rows)
    assert rows[FIRST.id]["leads"] == ["Team A", "Team B", "Team C"]


def test_the_change_says_what_it_does_and_is_empty_where_the_file_has_it_all() -> None:
    ours = written(BASE, "pages", "Page 9")
    change = merge_change(tables_of(BASE), tables_of(ours))
    assert (change.label, len(change.rows)) == (MERGE_LABEL, 1)
    assert merge_change(tables_of(ours), tables_of(ours)).is_empty


def test_another_plan_is_refused() -> None:
    tables = tables_of(BASE)
    other = {**tables, "plan": {"other": {**tables["plan"][BASE.cover.id], "id": "other"}}}
    with pytest.raises(ValueError, match="two plans"):
        compared(tables, tables, other)
