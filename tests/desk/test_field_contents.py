"""What the panel of fields shows and what becomes of what is typed there."""

import pytest
from hypothesis import given

from desk.field_contents import (
    FieldContent,
    action_fields,
    aim_fields,
    cover_fields,
    new_note_field,
    timescale_fields,
)
from desk.field_edits import edited
from plan.changes.change import Change, applied
from plan.council import DEFAULT_FORMAT
from plan.council.format import format_named
from plan.model.fields import LIST_FIELDS
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from tests.plan.councils import glenshire
from tests.plan.strategies import outlines, texts
from tests.tui.window import SMALL

FORM = format_named(DEFAULT_FORMAT)
PLAN = built_plan(SMALL, DEFAULT_FORMAT)
FIRST = PLAN.actions[0]


def fields_of(plan: Plan = PLAN, place: int = 0) -> dict[str, FieldContent]:
    return {field.key: field for field in action_fields(plan, plan.actions[place].id, FORM)}


def after(field: FieldContent, typed: str, plan: Plan = PLAN) -> Plan:
    return applied(plan, edited(plan, field, typed, FORM))


def test_an_own_ref_and_own_columns_are_shown_and_typed_where_there_are_any() -> None:
    action = ActionOutline("Audit.", own_ref="CP-1", own=(("Evidence", "Minutes"), ("", "x")))
    plan = built_plan(PlanOutline(aims=(AimOutline("A", (action,)),)), DEFAULT_FORMAT)
    fields = fields_of(plan)
    labels = [(one.label, one.shown) for one in fields.values()]
    assert labels[0] == ("Own ref", "CP-1")
    assert labels[-3:-1] == [("Evidence", "Minutes"), ("Other columns", "x")]
    assert plan.refs_in_words(plan.actions[0].id) == "1.1 (CP-1)"
    assert after(fields["own_ref"], " CP-2 ", plan).actions[0].own_ref == "CP-2"
    typed = after(fields["own.Evidence"], "Visits\n\nMinutes ", plan)
    assert typed.actions[0].own == (("Evidence", "Visits\nMinutes"), ("", "x"))
    assert after(fields["own."], "", plan).actions[0].own == (("Evidence", "Minutes"),)


def test_what_a_cover_and_an_aim_say_that_no_field_is_for_is_shown_and_typed() -> None:
    aim = AimOutline("A", own=(("Sponsor", "Chief Officer"),))
    outline = PlanOutline(aims=(aim,), own=(("Version", "3"), ("Owner", "The Board")))
    plan = built_plan(outline, DEFAULT_FORMAT)
    cover = {one.key: one for one in cover_fields(plan, FORM)}
    of_aim = {one.key: one for one in aim_fields(plan, plan.aims[0].id, FORM)}
    assert (cover["own.Version"].label, cover["own.Version"].shown) == ("Version", "3")
    typed = after(cover["own.Version"], "4", plan)
    assert typed.cover.own == (("Version", "4"), ("Owner", "The Board"))
    typed = after(of_aim["own.Sponsor"], "", plan)
    assert (typed.aims[0].own, typed.aims[0].text) == ((), "A")
    change = edited(plan, of_aim["own.Sponsor"], "The Board", FORM)
    assert change.label == "Edit Sponsor of aim 1"


def test_an_own_ref_can_be_typed_where_the_council_prints_one() -> None:
    fields = {one.key: one for one in action_fields(PLAN, FIRST.id, glenshire())}
    assert (fields["own_ref"].label, fields["own_ref"].shown) == ("Own ref", "")


def test_an_action_shows_its_fields_in_the_order_of_the_paper() -> None:
    assert [field.label for field in action_fields(PLAN, FIRST.id, FORM)] == (
        ["Action", "Pages", "Indicators", "Leads", "Timescale", "Success", "Progress"]
    )


def test_a_list_with_bullets_shows_them_and_is_edited_without() -> None:
    criteria = fields_of()["success_criteria"]
    assert criteria.shown == "• Guide published.\n• Parents know where to go."
    assert criteria.typed == "Guide published.\nParents know where to go."


def test_prose_is_shown_without_its_marks_and_edited_with_them() -> None:
    outline = PlanOutline(aims=(AimOutline("One", (ActionOutline("A **bold** step"),)),))
    field = fields_of(built_plan(outline, DEFAULT_FORMAT))["text"]
    assert (field.shown, field.typed) == ("A bold step", "A **bold** step")


def test_pages_that_cannot_be_understood_are_kept_and_remarked_on() -> None:
    plan = after(fields_of()["pages"], "see Annex B")
    field = fields_of(plan)["pages"]
    assert field.typed == "see Annex B"
    assert field.remark


def test_what_is_empty_has_words_in_its_place() -> None:
    assert fields_of(place=1)["progress"].placeholder == "no note yet"
    assert aim_fields(PLAN, PLAN.aims[0].id, FORM)[0].placeholder == "no text yet"


def test_the_cover_shows_the_lines_that_the_council_prints() -> None:
    labels = [field.label for field in cover_fields(PLAN, FORM)]
    assert labels == ["Title", "Subtitle", "Date", "Intro", "Closing"]


def test_the_introduction_is_typed_on_the_cover_as_prose() -> None:
    field = cover_fields(PLAN, FORM)[-2]
    said = applied(PLAN, edited(PLAN, field, "It answers *this*:\n- APC: the committee", FORM))
    assert said.cover.introduction == "It answers *this*:\n\n- APC: the committee"
    again = cover_fields(said, FORM)[-2]
    assert (again.kind, again.shown) == ("prose", "It answers this:\n• APC: the committee")


def test_what_all_timescales_need_is_asked_on_the_cover_once() -> None:
    assert timescale_fields(PLAN) == ()
    actions = tuple(ActionOutline(timescale=text) for text in ("Year 1", "By end of Year 2"))
    plan = built_plan(PlanOutline(aims=(AimOutline("A", actions),)), DEFAULT_FORMAT)
    (field,) = timescale_fields(plan)
    assert (field.label, field.shown) == ("Year 1 begins", "")
    said = applied(plan, edited(plan, field, "April 2027", FORM))
    assert said.cover.year_1_begins == "April 2027"
    assert [one.shown for one in timescale_fields(said)] == ["April 2027"]
    reading = fields_of(said)["timescale"].reading
    assert reading.startswith("due April 2027 to March 2028")


def test_a_line_of_the_cover_is_edited() -> None:
    title = cover_fields(PLAN, FORM)[0]
    assert after(title, "  Joint\ninspection ").cover.title == "Joint inspection"


def test_an_aim_is_edited() -> None:
    plan = after(aim_fields(PLAN, PLAN.aims[1].id, FORM)[0], "Listen first.")
    assert plan.aims[1].text == "Listen first."


@pytest.mark.parametrize("key", ["text", "pages", "timescale"])
def test_a_text_of_an_action_is_edited(key: str) -> None:
    assert getattr(after(fields_of()[key], "Page 9").actions[0], key) == "Page 9"


@pytest.mark.parametrize("key", LIST_FIELDS)
def test_a_list_of_an_action_has_an_item_for_each_line(key: str) -> None:
    plan = after(fields_of()[key], "One\n\n  Two  ")
    assert getattr(plan.actions[0], key) == ("One", "Two")


def test_a_note_is_corrected() -> None:
    plan = after(fields_of()["note"], "2 September 2016 – Delayed\nThe printer is late.")
    (note,) = plan.notes_of(FIRST.id)
    assert (note.as_at, note.status, note.text) == (
        ("2 September 2016", "Delayed", "The printer is late.")
    )


def test_a_note_begun_is_added_to_those_that_are_there() -> None:
    field = new_note_field(PLAN, FIRST.id, "26 September 2026")
    assert field.typed == "26 September 2026\n"
    notes = after(field, field.typed + "All is well.").notes_of(FIRST.id)
    assert [note.text for note in notes] == ["A draft is out.", "All is well."]


@pytest.mark.parametrize("typed", ["26 September 2026\n", "26 September 2026", "", " \n "])
def test_nothing_is_kept_of_a_note_in_which_nothing_was_written(typed: str) -> None:
    assert edited(PLAN, new_note_field(PLAN, FIRST.id, "26 September 2026"), typed, FORM).is_empty


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("26 September 2026 – On track", NoteOutline("26 September 2026", "On track")),
        ("– On track", NoteOutline("", "On track")),
        ("All is well.", NoteOutline("", "", "All is well.")),
    ],
)
def test_whatever_was_written_of_a_note_is_kept(typed: str, note: NoteOutline) -> None:
    field = new_note_field(PLAN, FIRST.id, "26 September 2026")
    kept = after(field, typed).notes_of(FIRST.id)[-1]
    assert NoteOutline(kept.as_at, kept.status, kept.text) == note


@given(outlines)
def test_leaving_every_field_as_it_is_changes_nothing(outline: PlanOutline) -> None:
    plan = built_plan(outline, DEFAULT_FORMAT)
    fields = list(cover_fields(plan, FORM))
    for aim in plan.aims:
        fields += aim_fields(plan, aim.id, FORM)
    for action in plan.actions:
        fields += [field for field in action_fields(plan, action.id, FORM) if field.key != "note"]
    assert [field for field in fields if not edited(plan, field, field.typed, FORM).is_empty] == []


@given(texts)
def test_whatever_is_typed_into_any_field_makes_a_plan(typed: str) -> None:
    for field in (*cover_fields(PLAN, FORM), *action_fields(PLAN, FIRST.id, FORM)):
        change = edited(PLAN, field, typed, FORM)
        assert isinstance(change, Change)
        applied(PLAN, change)
