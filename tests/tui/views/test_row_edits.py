"""Rows as they are listed, added, copied, pasted and deleted where the cursor is."""

from plan.changes.change import applied
from plan.changes.edits import add_note, set_action_field, set_cover_field
from plan.council import DEFAULT_FORMAT
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from store.formats import format_for
from tests.tui.window import SMALL
from tui.views.plan.row_edits import RowEdits
from tui.views.plan.rows import COVER, Cursor, action_rows, aim_rows, cursor_after

PLAN = built_plan(SMALL, DEFAULT_FORMAT)
FIRST = PLAN.actions[0]
HERE = "this plan"
COUNCIL = format_for(DEFAULT_FORMAT)
AT_COVER = Cursor()
AT_AIM = Cursor(PLAN.aims[0].id)
AT_ACTION = Cursor(FIRST.parent, FIRST.id, "actions")
IN_EMPTY_AIM = Cursor(PLAN.aims[2].id, "", "actions")


def test_the_aims_are_listed_between_the_cover_and_the_inspection_report() -> None:
    assert [row.line for row in aim_rows(PLAN)] == [
        "Cover",
        "1 Make help easy to find.",
        "2 Hear children and young people.",
        "3 Lead the improvement together.",
        "Inspection report",
    ]


def test_an_action_is_listed_with_pages_and_timescale_below() -> None:
    first, second, third = action_rows(PLAN, PLAN.actions_of(PLAN.aims[0].id))
    assert (first.line, first.below) == (
        ("1.1 Publish one guide for families.", "    Pages 9, 16 · December 2016")
    )
    assert second.below == "    March 2017"
    assert third.below == "    no timescale"
    *_, third = action_rows(PLAN, PLAN.actions_of(PLAN.aims[0].id), wants_timescale=False)
    assert third.below == ""


def test_a_row_of_many_lines_is_listed_on_one() -> None:
    action = ActionOutline("Show:\n\n- one\n- two", timescale="2016\nand 2017")
    plan = built_plan(PlanOutline(aims=(AimOutline("", (action,)),)), DEFAULT_FORMAT)
    (row,) = action_rows(plan, plan.actions)
    assert (row.line, row.below) == ("1.1 Show: one; two", "    2016 and 2017")
    assert aim_rows(plan)[1].line == "1 (no text yet)"


def test_adding_puts_a_row_below_the_cursor() -> None:
    change = RowEdits(PLAN, AT_ACTION).added_below()
    assert change is not None
    assert applied(PLAN, change).actions[1].text == ""
    change = RowEdits(PLAN, AT_COVER).added_below()
    assert change is not None
    assert applied(PLAN, change).aims[0].text == ""
    change = RowEdits(PLAN, IN_EMPTY_AIM).added_below()
    assert change is not None
    assert applied(PLAN, change).actions_of(PLAN.aims[2].id)[0].text == ""


def test_an_action_cannot_be_added_to_the_cover() -> None:
    assert RowEdits(PLAN, Cursor(COVER, "", "actions")).added_below() is None


def test_a_duplicate_is_the_same_but_for_its_progress() -> None:
    change = RowEdits(PLAN, AT_ACTION).duplicated()
    assert change is not None
    plan = applied(PLAN, change)
    assert plan.actions[1].text == FIRST.text
    assert plan.notes_of(plan.actions[1].id) == ()


def test_an_aim_is_duplicated_with_its_actions() -> None:
    change = RowEdits(PLAN, AT_AIM).duplicated()
    assert change is not None
    assert len(applied(PLAN, change).actions_of(applied(PLAN, change).aims[1].id)) == 3


def test_the_cover_is_neither_copied_nor_deleted() -> None:
    for edit in (RowEdits.duplicated, RowEdits.deleted):
        assert edit(RowEdits(PLAN, AT_COVER)) is None
    assert RowEdits(PLAN, AT_COVER).copied(HERE) is None


def test_among_no_actions_nothing_happens_to_the_aim() -> None:
    for edit in (RowEdits.duplicated, RowEdits.deleted):
        assert edit(RowEdits(PLAN, IN_EMPTY_AIM)) is None
    assert RowEdits(PLAN, IN_EMPTY_AIM).copied(HERE) is None


def test_what_is_copied_is_pasted_elsewhere() -> None:
    copy = RowEdits(PLAN, AT_ACTION).copied(HERE)
    assert copy is not None
    change = RowEdits(PLAN, IN_EMPTY_AIM).pasted(HERE, copy, COUNCIL)
    assert change is not None
    assert applied(PLAN, change).actions[-1].leads == FIRST.leads
    assert RowEdits(PLAN, AT_COVER).pasted(HERE, copy, COUNCIL) is None


def test_a_copied_aim_is_pasted_among_the_aims() -> None:
    copy = RowEdits(PLAN, AT_AIM).copied(HERE)
    assert copy is not None
    change = RowEdits(PLAN, AT_COVER).pasted(HERE, copy, COUNCIL)
    assert change is not None
    assert [aim.text for aim in applied(PLAN, change).aims][:2] == [SMALL.aims[0].text] * 2


def test_a_copy_for_other_programs_is_plain_words() -> None:
    copy = RowEdits(PLAN, AT_ACTION).copied(HERE)
    assert copy is not None
    assert copy.words.split("\n") == [
        "Publish one guide for families.",
        "Pages 9, 16",
        "Impact on families",
        "Parenting Group",
        "Voluntary Sector Forum",
        "December 2016",
        "Guide published.",
        "Parents know where to go.",
    ]


def test_the_cursor_follows_a_change_to_its_row() -> None:
    last = PLAN.actions[-1]
    change = set_action_field(PLAN, last.id, "timescale", "2020", name="timescale")
    assert cursor_after(PLAN, change) == Cursor(last.parent, last.id, "actions")
    note = add_note(PLAN, last.id, NoteOutline(text="Done."))
    assert cursor_after(applied(PLAN, note), note) == Cursor(last.parent, last.id, "actions")
    cover = set_cover_field(PLAN, "title", "New", name="title")
    assert cursor_after(PLAN, cover) == Cursor(COVER)


def test_the_cursor_stays_where_it_is_when_the_row_is_gone() -> None:
    change = RowEdits(PLAN, AT_ACTION).deleted()
    assert change is not None
    assert cursor_after(applied(PLAN, change), change) is None
