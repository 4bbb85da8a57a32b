"""What differs between the screen and the file is called as the history calls it."""

from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from plan.changes.edits import add_note, move_action, set_action_field
from plan.changes.merging import Difference, KeptRow
from plan.model.merged_fields import PLACE
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS
from plan.wording.difference_words import DifferenceWords, excerpts
from tests.plan.strategies import small_plan
from tests.plan.wording.edited_plans import WORDING, Edited, edited_plans

PLAN = small_plan(("Safe and well", "Review the audit", "Train staff"), ("Heard", "Publish"))
FIRST = PLAN.actions[0]


def words(ours: Plan, theirs: Plan) -> DifferenceWords:
    return DifferenceWords(ours, theirs, WORDING)


@given(edited_plans(), st.data())
def test_every_row_and_field_is_called_as_in_the_history(
    edited: Edited, given_data: st.DataObject
) -> None:
    plan = edited.plan
    table = given_data.draw(st.sampled_from([name for name in ROW_KINDS if plan.table(name)]))
    row = given_data.draw(st.sampled_from(list(plan.table(table).values())))
    thing = WORDING.thing(plan, table, row.id)
    said = words(plan, plan)
    assert said.kept(KeptRow(table, row.id, "ours", is_edited=True)).startswith(f"{thing} was")
    for name in type(row).model_fields.keys() - {"id", "parent", "rank", "section"}:
        one = Difference(table, row.id, name, None, row.as_json()[name], row.as_json()[name])
        assert said.thing(one) == f"{thing} – {WORDING.label(table, name)}"


def test_a_list_has_its_items_line_by_line_and_nothing_is_said_to_be_empty() -> None:
    theirs = applied(PLAN, set_action_field(PLAN, FIRST.id, "leads", "One\nTwo", name="leads"))
    one = Difference("actions", FIRST.id, "leads", [], [], ["One", "Two"])
    assert words(PLAN, theirs).values(one) == ("(empty)", "One\nTwo")


def test_an_excerpt_is_cut_between_words() -> None:
    one, other = excerpts("Before. " * 9 + "one " * 99, "Before. " * 9 + "other " * 99)
    assert set(one.split()) == {"…", "Before.", "one"}
    assert set(other.split()) == {"…", "Before.", "other"}
    assert excerpts("a" * 400, "b")[0] == "a" * 240 + " …"


def test_where_only_marks_differ_they_are_shown() -> None:
    one = Difference("actions", FIRST.id, "text", "", "a *b*", "a **b**")
    assert words(PLAN, PLAN).values(one) == ("a *b*", "a **b**")


def test_a_place_is_said_as_either_side_numbers_it() -> None:
    theirs = applied(PLAN, move_action(PLAN, FIRST.id, PLAN.aims[1].id, 0))
    one = Difference("actions", FIRST.id, PLACE, None, None, None)
    assert words(PLAN, theirs).values(one) == ("Action 1.1", "Action 2.1")


def test_a_note_is_told_from_others_of_its_action() -> None:
    plan = PLAN
    for day in ("1 June 2016", "2 June 2016"):
        plan = applied(plan, add_note(plan, FIRST.id, NoteOutline(day, "On track", "So")))
    second = plan.notes_of(FIRST.id)[1]
    one = Difference("progress", second.id, PLACE, None, None, None)
    said = "Progress note of action 1.1 (2 June 2016), number 2"
    assert words(plan, plan).values(one) == (said, said)
