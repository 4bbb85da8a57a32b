"""Rows of a form's table are added, moved, deleted, merged, and made actions of the plan."""

from plan.changes import edits
from plan.changes.change import Change, applied, inverse, tables_of
from plan.changes.merging import compared, resolved
from plan.model.outline import outline_of
from plan.model.plan import Plan, plan_of
from plan.model.rows import ROW_KINDS
from plan.reading.answered_form import action_of
from plan.wording.change_words import steps_in_words
from plan.wording.wording import Wording
from tests.plan.box import PLAIN
from tests.plan.harbour import FILLED, HARBOUR, answered, harbour_plan, rows_of, said

PLAN = harbour_plan()
ASSESSMENT = PLAN.assessments[0].id
TABLE = HARBOUR.open_tables["mitigation"][1]


def added(plan: Plan, place: int, text: str) -> Change:
    return edits.add_form_row(answered(plan), ASSESSMENT, TABLE, place, text)


def test_a_row_is_added_where_it_is_wanted_and_taken_out_again() -> None:
    for place, expected in ((0, "new Race Race"), (1, "Race new Race"), (2, "Race Race new")):
        change = added(PLAN, place, "new")
        after = applied(PLAN, change)
        assert said(after, "impact") == expected.split()
        assert applied(after, inverse(change, kind="undo", label="Undo")) == PLAN


def test_a_row_can_be_added_without_a_word_and_is_there() -> None:
    after = applied(PLAN, added(PLAN, 2, ""))
    assert said(after, "impact") == ["Race", "Race", ""]
    assert outline_of(after).assessments == (FILLED,)


def test_a_row_is_moved_and_deleted_with_its_answers() -> None:
    rows = rows_of(PLAN)
    moved = applied(PLAN, edits.move_form_row(ASSESSMENT, rows, rows[1], 0))
    assert said(moved, "what") == ["Translate the guide", "Contract **more** interpreters"]
    gone = applied(moved, edits.delete_form_row(moved, ASSESSMENT, rows_of(moved)[0]))
    assert said(gone, "what") == ["Contract **more** interpreters"]
    assert not [one for one in gone.answer_rows.values() if one.text == "Translate the guide"]


def test_a_row_is_made_an_action_and_both_know_it() -> None:
    aim = PLAN.aims[1]
    after = applied(PLAN, edits.make_action(PLAN, ASSESSMENT, rows_of(PLAN)[0], aim.id))
    (action,) = after.actions_of(aim.id)
    assert action.text == "Contract **more** interpreters"
    assert action.leads == ("Service Manager", "Head of Contracts")
    assert action.timescale == "March 2027"
    assert [action_of(after, row) for row in rows_of(after)] == ["2.1", ""]
    without = applied(after, edits.delete_action(after, action.id))
    assert action_of(without, rows_of(without)[0]) == ""


def merged(one: Plan, other: Plan) -> Plan:
    """Return two copies of the plan brought together, where nothing has to be chosen."""
    found = compared(tables_of(PLAN), tables_of(one), tables_of(other))
    assert found.differences == ()
    rows = resolved(found, {})
    return plan_of(
        ROW_KINDS[table].model_validate({**row, "id": row_id})
        for table, of_table in rows.items()
        for row_id, row in of_table.items()
    )


def test_rows_that_two_copies_added_are_both_there() -> None:
    one, other = (applied(PLAN, added(PLAN, 2, text)) for text in ("here", "there"))
    assert sorted(said(merged(one, other), "impact")[2:]) == ["here", "there"]


def test_a_row_that_one_copy_deleted_and_the_other_answered_keeps_what_was_answered() -> None:
    rows = rows_of(PLAN)
    deleted = applied(PLAN, edits.delete_form_row(PLAN, ASSESSMENT, rows[1]))
    who = next(field for field in rows[1].fields if field.names[-1] == "what")
    written = applied(PLAN, edits.set_answer(PLAN, ASSESSMENT, who, "Translate two guides"))
    assert said(merged(deleted, written), "what")[-1] == "Translate two guides"


def test_the_history_names_the_row_its_column_and_its_action() -> None:
    wording = Wording(PLAIN[0], {HARBOUR.id: HARBOUR})
    row = rows_of(PLAN)[1]
    who = next(field for field in row.fields if field.names[-1] == "who")
    change = edits.set_answer(PLAN, ASSESSMENT, who, "Editor")
    (step,) = steps_in_words(change, PLAN, applied(PLAN, change), wording)
    assert "Row 2 of “Actions to mitigate negative impacts”: Who is responsible" in str(step)
    made = edits.make_action(PLAN, ASSESSMENT, row, PLAN.aims[0].id)
    said_of = str(steps_in_words(made, PLAN, applied(PLAN, made), wording))
    assert "Row 2 of “Actions to mitigate negative impacts”" in said_of
    assert "action 1.1" in said_of
