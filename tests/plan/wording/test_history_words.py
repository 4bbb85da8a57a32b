"""History in words: what a step changed, and what is brought back, as an officer would say it."""

from plan.changes import edits
from plan.changes.change import Change, applied
from plan.model.merged_fields import PLACE
from plan.model.outline import NoteOutline
from plan.model.plan import Plan
from plan.wording.change_words import FieldStep, RowStep, steps_in_words
from plan.wording.restore_change import Part, restored
from tests.plan.strategies import small_plan
from tests.plan.wording.edited_plans import FORM, FORMAT, MOMENT, WORDING, begun


def told(plan: Plan, change: Change) -> list[RowStep]:
    return steps_in_words(change, plan, applied(plan, change), WORDING)


def field_of(step: RowStep) -> FieldStep:
    (field,) = step.fields
    return field


def test_a_field_is_called_as_in_the_councils_format() -> None:
    plan = begun()
    action = plan.actions[0].id
    (step,) = told(plan, edits.set_action_field(plan, action, "leads", "A\nB", name="leads"))
    assert (step.thing, step.done) == ("Action 1.1", "edited")
    column = FORMAT.plan.column("leads")
    assert column is not None
    assert field_of(step) == FieldStep("leads", column.label, "", "A\nB")


def test_prose_is_told_in_its_words_and_emphasis_by_its_marks() -> None:
    plan = small_plan(("Aim", "Publish a **guide**"))
    action = plan.actions[0].id
    (step,) = told(plan, edits.set_action_field(plan, action, "text", "- One\n- Two", name="x"))
    assert (field_of(step).before, field_of(step).after) == ("Publish a guide", "• One\n• Two")
    (step,) = told(plan, edits.set_action_field(plan, action, "text", "Publish a guide", name="x"))
    assert (field_of(step).before, field_of(step).after) == (
        "Publish a **guide**",
        "Publish a guide",
    )


def test_a_removed_aim_says_what_went_with_it_parents_first() -> None:
    plan = begun()
    steps = told(plan, edits.delete_aim(plan, plan.aims[0].id))
    assert {step.done for step in steps} == {"removed"}
    assert [step.thing for step in steps] == [
        "Aim 1",
        "Action 1.1",
        "Action 1.2",
        "Progress note of action 1.1 (1 May 2016)",
    ]
    assert field_of(steps[0]) == FieldStep("text", "Text", "Help early", "")


def test_an_added_row_is_called_as_it_is_called_then() -> None:
    plan = begun()
    (step,) = told(plan, edits.add_note(plan, plan.actions[2].id, NoteOutline("May", "", "Done")))
    assert (step.thing, step.done) == ("Progress note of action 2.1 (May)", "added")
    assert [(field.label, field.after) for field in step.fields] == [
        ("Date", "May"),
        ("Text", "Done"),
    ]


def test_a_move_says_from_where_to_where() -> None:
    plan = begun()
    (step,) = told(plan, edits.move_action(plan, plan.actions[0].id, plan.aims[1].id, 1))
    assert step.thing == "Action 1.1"
    assert field_of(step) == FieldStep(PLACE, "Place", "Action 1.1", "Action 2.2")


def test_rows_that_only_made_room_are_not_told_of() -> None:
    plan = small_plan(("Aim", "One", "Two"))
    same = [action.model_copy(update={"rank": "V"}) for action in plan.actions]
    plan = Plan(plan.cover, plan.aim_rows, {row.id: row for row in same}, plan.note_rows)
    change = edits.add_action(plan, plan.aims[0].id, 1, "Between")
    assert len(change.rows) == 3
    (step,) = told(plan, change)
    assert (step.thing, step.done) == ("Action 1.2", "added")


def test_the_report_its_paragraphs_and_appendices_have_their_names() -> None:
    plan = begun()
    (step,) = told(plan, edits.set_report_field(plan, "title", "New", name="title"))
    assert (step.thing, field_of(step).label) == ("Report", FORMAT.report.labels["title"])
    passage = plan.passages_of("purpose")[0].id
    (step,) = told(plan, edits.set_passage(plan, passage, "Other words", FORMAT.report))
    section = FORMAT.report.section("purpose")
    assert section is not None
    assert step.thing == f"Paragraph 1 of report section “{section.heading}”"
    appendix = plan.appendices[1].id
    (step,) = told(plan, edits.set_appendix_field(plan, appendix, "title", "Words"))
    assert step.thing == "Appendix 2"


def test_answers_are_called_by_their_questions_and_ticks_by_the_words_beside_them() -> None:
    plan = begun()
    asked = FORM.field("characteristics.race")
    assert asked is not None
    option = asked.options[0]
    (step,) = told(plan, edits.tick(plan, plan.assessments[0].id, asked, option.id))
    assert step.thing == f"Answer to “{asked.group.title}: {asked.label}”"
    assert step.fields == (FieldStep("ticks", "Ticked", "", option.label),)


def test_of_two_assessments_an_answer_says_which() -> None:
    plan = begun()
    plan = applied(plan, edits.add_assessment(plan, FORM))
    asked = FORM.fields[0]
    (step,) = told(plan, edits.set_answer(plan, plan.assessments[1].id, asked, "Yes, it is."))
    assert step.thing.endswith("in assessment 2")


def back(now: Plan, then: Plan, part: Part) -> Change:
    return restored(now, then, part, WORDING, MOMENT)


def test_bringing_back_says_what_and_when() -> None:
    then = begun()
    action = then.actions[0].id
    now = applied(then, edits.set_action_field(then, action, "timescale", "June", name="x"))
    assert back(now, then, Part()).label == f"Bring back the plan as it was {MOMENT}"
    row = back(now, then, Part("actions", action))
    assert row.label == "Bring back action 1.1 as it was on 26 September 2016, 14:02"
    field = back(now, then, Part("actions", action, "timescale"))
    assert field.label == f"Bring back “Timescale” of action 1.1 as it was {MOMENT}"


def test_a_thing_that_has_another_number_now_is_called_by_both() -> None:
    then = begun()
    action = then.actions[0].id
    now = applied(then, edits.move_action(then, action, then.aims[1].id, 0))
    label = back(now, then, Part("actions", action)).label
    assert label == f"Bring back action 1.1 (action 2.1 now) as it was {MOMENT}"


def test_what_was_not_there_is_taken_away() -> None:
    then = begun()
    change = edits.add_action(then, then.aims[0].id, 0, "New")
    now = applied(then, change)
    away = back(now, then, Part("actions", change.rows[0].id))
    assert away.label == f"Take away action 1.1, which was not there {MOMENT}"
    assert applied(now, away) == then


def test_an_action_comes_back_to_its_place_with_its_notes_though_another_took_its_rank() -> None:
    then = begun()
    first = then.actions[0]
    now = applied(then, edits.delete_action(then, first.id))
    now = applied(now, edits.add_action(now, first.parent, 0, "Another"))
    rank = first.rank
    taken = now.actions[0].model_copy(update={"rank": rank})
    now = Plan(now.cover, now.aim_rows, {**now.action_rows, taken.id: taken}, now.note_rows)
    after = applied(now, back(now, then, Part("actions", first.id)))
    assert after.notes_of(first.id) == then.notes_of(first.id)
    ranks = [row.rank for row in after.actions_of(first.parent)]
    assert len(set(ranks)) == len(ranks) == 3


def test_an_action_whose_aim_is_gone_comes_back_with_the_aim_alone() -> None:
    then = begun()
    aim, first = then.aims[0], then.actions[0]
    now = applied(then, edits.delete_aim(then, aim.id))
    after = applied(now, back(now, then, Part("actions", first.id)))
    assert after.aims == then.aims
    assert after.actions_of(aim.id) == (first,)


def test_an_action_that_has_come_to_an_aim_since_goes_home_with_its_newer_notes() -> None:
    then = begun()
    guest = then.actions[2]
    now = applied(then, edits.move_action(then, guest.id, then.aims[0].id, 0))
    now = applied(now, edits.add_note(now, guest.id, NoteOutline(text="New since")))
    after = applied(now, back(now, then, Part("aims", then.aims[0].id)))
    assert after.actions_of(then.aims[1].id) == (guest,)
    assert [note.text for note in after.notes_of(guest.id)] == ["New since"]


def test_a_paragraph_that_is_of_another_kind_now_comes_back_as_a_whole() -> None:
    then = begun()
    passage = then.passages_of("main-text")[0]
    now = applied(then, edits.set_passage_kind(then, passage.id, "heading", FORMAT.report))
    after = applied(now, back(now, then, Part("passages", passage.id, "text")))
    assert after.passage_rows[passage.id] == passage
