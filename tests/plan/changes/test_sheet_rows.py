"""A list that comes back from a spreadsheet: a changed cell is a field, and nothing is deleted."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from plan.changes.change import applied
from plan.changes.edits.sheet_rows import NoSheetError
from plan.council.own_field import NO_OWN_FIELDS
from plan.following.timeline import ShownReviews
from plan.model.outline import ActionOutline, AimOutline, NoteOutline
from plan.model.plan import Plan
from plan.papers.sheets import ReadSheet, actions_sheet, progress_sheet, reviews_sheet
from tests.plan.changes.sheets import TODAY, come_back, taken, typed, with_row
from tests.plan.own_format import own_council
from tests.plan.strategies import plan_from, plans
from tests.tui.window import SMALL

PLAN = plan_from(SMALL)
ACTIONS = come_back(actions_sheet(PLAN, NO_OWN_FIELDS))
NOTES = come_back(progress_sheet(PLAN))


def after(sheet: ReadSheet) -> Plan:
    return applied(PLAN, taken(PLAN, sheet).change)


@given(plans)
def test_an_unchanged_list_changes_nothing(plan: Plan) -> None:
    own = own_council().plan.own
    assert taken(plan, come_back(actions_sheet(plan, own)), own).change.is_empty
    assert taken(plan, come_back(progress_sheet(plan))).change.is_empty
    shown = ShownReviews({"Plan": plan}, date(2016, 1, 1), date(2027, 1, 1))
    assert taken(plan, come_back(reviews_sheet(shown))).change.is_empty


def test_one_changed_cell_is_one_field_and_one_change() -> None:
    found = taken(PLAN, typed(ACTIONS, 0, leads="Parenting Group\nHousing Service"))
    assert found.change.label == "Take 1 field from list.csv"
    (row,) = found.change.rows
    assert row.before is not None
    assert row.after is not None
    assert {key for key in row.after if row.after[key] != row.before[key]} == {"leads"}
    assert row.after["leads"] == ["Parenting Group", "Housing Service"]


def test_a_row_that_is_missing_deletes_nothing_and_is_told() -> None:
    found = taken(PLAN, replace(ACTIONS, rows=ACTIONS.rows[:1]))
    assert found.change.is_empty
    assert found.remarks == (
        "The plan has actions that have no row here, and they stay as they are: 1.2, 1.3, 2.1.",
    )


def test_a_row_is_known_by_its_id_whatever_its_ref_and_by_its_ref_without_one() -> None:
    assert after(typed(ACTIONS, 0, ref="2.1", timescale="May 2017")).actions[0].timescale == (
        "May 2017"
    )
    by_ref = typed(ACTIONS, 3, id=None, timescale="May 2017")
    assert after(by_ref).actions[3].timescale == "May 2017"


def test_a_row_of_no_action_is_told_and_changes_nothing() -> None:
    unknown = with_row(ACTIONS, {"ref": "1.1", "id": "gone", "text": "Other."})
    nowhere = with_row(unknown, {"ref": "9.9", "text": "Other."})
    found = taken(PLAN, nowhere)
    assert found.change.is_empty
    assert found.remarks == (
        "No action of this plan has that id, so nothing was taken from row 6 (1.1).",
        "The plan has no such action, so nothing was taken from row 7 (9.9).",
    )


def test_two_rows_of_one_action_are_told_and_neither_is_taken() -> None:
    copied = with_row(ACTIONS, {**ACTIONS.rows[0].cells, "text": "A new one."})
    found = taken(PLAN, copied)
    assert found.change.is_empty
    (told,) = found.remarks
    assert told.startswith("Left as it is, as several rows are the same action: 1.1 in rows 2 and")
    assert told.endswith("A new action has neither id nor ref.")


def test_a_row_without_id_and_ref_is_a_new_action_at_the_end_of_its_aim() -> None:
    new = with_row(ACTIONS, {"aim": "1", "text": "Ask parents.", "leads": "Housing Service"})
    now = after(with_row(new, {"text": "Ask once more."}))
    added = now.actions_of(now.aims[0].id)[3:]
    assert [one.text for one in added] == ["Ask parents.", "Ask once more."]
    assert added[0].leads == ("Housing Service",)
    assert taken(now, new).change.is_empty
    assert "Not added, as the plan has it: row 6 (1.4)." in taken(now, new).remarks


def test_a_new_action_without_an_aim_goes_below_the_row_above_it() -> None:
    rows = (*ACTIONS.rows[:2], with_row(ACTIONS, {"text": "Ask parents."}).rows[-1])
    now = after(replace(ACTIONS, rows=(*rows, *ACTIONS.rows[2:])))
    assert now.actions_of(now.aims[0].id)[-1].text == "Ask parents."


def test_a_new_action_of_an_aim_that_there_is_not_is_told() -> None:
    found = taken(PLAN, with_row(ACTIONS, {"aim": "7", "text": "Ask parents."}))
    assert found.change.is_empty
    assert found.remarks == ("Not added, as the plan has no such aim: row 6.",)


def test_a_cell_that_was_left_alone_changes_nothing_and_an_emptied_one_empties() -> None:
    assert taken(PLAN, typed(ACTIONS, 0, timescale=None)).change.is_empty
    assert after(typed(ACTIONS, 0, timescale="")).actions[0].timescale == ""


def test_columns_that_are_missing_are_left_alone_and_those_unknown_are_told() -> None:
    keys = ("ref", "timescale", "Budget")
    rows = tuple(
        row._replace(cells={"ref": row.cells["ref"], "timescale": "May 2017", "Budget": "9"})
        for row in ACTIONS.rows[:1]
    )
    found = taken(PLAN, ReadSheet("list.csv", keys, rows))
    assert len(found.change.rows) == 1
    assert "Not looked at, as no field is called so: “Budget”." in found.remarks


@pytest.mark.parametrize("shown", ["Dec-16", "December 2016 ", "12/2016"])
def test_a_date_that_a_spreadsheet_only_shows_otherwise_is_the_same(shown: str) -> None:
    assert taken(PLAN, typed(ACTIONS, 0, timescale=shown)).change.is_empty


def test_a_new_date_is_in_words_however_a_spreadsheet_shows_it() -> None:
    now = after(typed(typed(ACTIONS, 0, timescale="26-Sep-17"), 1, timescale="Sep-17"))
    assert [one.timescale for one in now.actions[:2]] == ["26 September 2017", "September 2017"]


def test_what_windows_text_cannot_hold_is_not_lost_to_question_marks() -> None:
    aims = (AimOutline("Aim", (ActionOutline("Write to Łucja.", leads=("Łucja",)),)),)
    plan = plan_from(replace(SMALL, aims=aims))
    sheet = come_back(actions_sheet(plan, NO_OWN_FIELDS))
    assert taken(plan, typed(sheet, 0, text="Write to ?ucja.", leads="?ucja")).change.is_empty


def test_a_new_timescale_is_asked_anew_whether_it_is_due() -> None:
    action = ActionOutline("Ask.", timescale="March 2017", timescale_is="due")
    plan = plan_from(replace(SMALL, aims=(AimOutline("Aim", (action,)),)))
    sheet = come_back(actions_sheet(plan, NO_OWN_FIELDS))
    found = taken(plan, typed(sheet, 0, timescale="May 2017"))
    assert found.change.label == "Take 1 field from list.csv"
    assert applied(plan, found.change).actions[0].timescale_is == ""
    wrong = taken(plan, typed(sheet, 0, timescale_is="maybe"))
    assert wrong.change.is_empty
    assert wrong.remarks == ("Left as it is, as a timescale is due or review: 1.1.",)


def test_a_text_that_no_field_can_hold_is_told_and_the_others_are_taken() -> None:
    sheet = typed(typed(ACTIONS, 0, own_ref="x" * 10_001), 1, own_ref="CP-1")
    found = taken(PLAN, sheet)
    assert "Left as it is, as a cell holds more than its field can: 1.1." in found.remarks
    assert applied(PLAN, found.change).actions[1].own_ref == "CP-1"


def test_notes_are_corrected_and_added_and_one_without_a_date_is_of_today() -> None:
    sheet = typed(NOTES, 0, status="Complete")
    sheet = typed(sheet, 1, status="On track", text="Begun.")
    found = taken(PLAN, with_row(sheet, {"ref": "1.1", "as_at": "2 May 2017", "text": "Out."}))
    assert found.change.label == "Take 1 field and 2 new notes from list.csv"
    assert found.remarks == (f"A new note without a date is dated {TODAY}: row 3 (1.2).",)
    now = applied(PLAN, found.change)
    said = [
        [(note.as_at, note.status, note.text) for note in now.notes_of(one.id)]
        for one in now.actions[:2]
    ]
    assert said == [
        [("1 September 2016", "Complete", "A draft is out."), ("2 May 2017", "", "Out.")],
        [(TODAY, "On track", "Begun.")],
    ]
    assert taken(now, sheet).change.is_empty


def test_a_note_of_no_action_is_told() -> None:
    found = taken(PLAN, with_row(NOTES, {"text": "Out."}))
    assert found.change.is_empty
    assert found.remarks == ("Not added, as the row does not say of which action it is: row 6.",)


def test_a_note_that_is_missing_stays() -> None:
    noted = replace(SMALL.aims[0].actions[1], progress=(NoteOutline("", "", "Out."),))
    aims = (replace(SMALL.aims[0], actions=(noted,)),)
    plan = plan_from(replace(SMALL, aims=aims))
    sheet = come_back(progress_sheet(plan))
    found = taken(plan, replace(sheet, rows=()))
    assert found.change.is_empty
    assert len(found.remarks) == 1


def test_rows_of_one_review_may_each_say_it_and_what_they_disagree_on_stays() -> None:
    shown = ShownReviews({"Plan": PLAN}, date(2016, 9, 1), date(2017, 9, 1))
    sheet = come_back(reviews_sheet(shown))
    place = next(n for n, one in enumerate(sheet.rows) if one.cells["ref"] == "1.1")
    twice = with_row(sheet, {**sheet.rows[place].cells, "leads": "A"})
    assert after(twice).actions[0].leads == ("A",)
    found = taken(PLAN, typed(twice, place, leads="B"))
    assert found.change.is_empty
    assert found.remarks == ("Left as it is, as its rows differ: leads of 1.1.",)


def test_a_list_without_the_keys_by_which_rows_are_known_is_refused() -> None:
    with pytest.raises(NoSheetError, match="names no column “ref” or “id”"):
        taken(PLAN, ReadSheet("list.csv", ("text", "leads"), ()))


def test_what_the_council_adds_is_taken_by_its_kind_and_a_heading_by_its_words() -> None:
    own = own_council().plan.own
    sheet = come_back(actions_sheet(PLAN, own))
    cells = {"own.a-choice": "red", "own.a-items": "A\n\nB", "own.Cost": "£9"}
    sheet = typed(replace(sheet, keys=(*sheet.keys, "own.Cost")), 0, **cells)
    now = applied(PLAN, taken(PLAN, sheet, own).change)
    assert dict(now.actions[0].own) == {"a-choice": "Red", "a-items": "A\nB", "Cost": "£9"}
    assert taken(now, come_back(actions_sheet(now, own)), own).change.is_empty
