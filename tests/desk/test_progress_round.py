"""A round of progress: the actions that want a note, in order, and the letters of the statuses."""

from datetime import date

import pytest

from desk.field_contents import new_note_field
from desk.progress_round import (
    USUAL_STATUSES,
    next_to_note,
    noted,
    status_letters,
    wants_note,
)
from plan.changes.change import applied
from plan.council.format import Format
from plan.council.own_field import NO_OWN_FIELDS, Choice, OwnField
from plan.following.action_state import last_notes
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from plan.reading.status import says_done, tone_of
from store.formats import format_for

TODAY = date(2026, 9, 26)


def _plan(*notes: tuple[NoteOutline, ...]) -> Plan:
    actions = tuple(
        ActionOutline(f"Do thing {n}.", progress=said) for n, said in enumerate(notes, 1)
    )
    return built_plan(PlanOutline(aims=(AimOutline("An aim.", actions),)), "dundee-2016")


@pytest.fixture(scope="module")
def council() -> Format:
    return format_for("dundee-2016")


def test_the_usual_five_have_letters_and_read_as_what_they_say(council: Format) -> None:
    assert [(one.letter, one.word) for one in status_letters(council)] == list(
        zip("coabn", USUAL_STATUSES, strict=True)
    )
    assert says_done(USUAL_STATUSES[0])
    assert [tone_of(one) for one in USUAL_STATUSES] == ["good", "good", "doubtful", "bad", "bad"]


def test_what_is_done_or_was_noted_this_month_wants_no_note() -> None:
    plan = _plan(
        (NoteOutline("1 June 2026", "On track", "Begun."),),
        (NoteOutline("20 September 2026", "On track", "Begun."),),
        (NoteOutline("1 June 2026", "Complete", "Done."),),
        (),
    )
    wanted = [wants_note(plan, one, TODAY, NO_OWN_FIELDS) for one in plan.actions]
    assert wanted == [True, False, False, True]


def test_after_the_last_comes_the_first_and_those_passed_do_not_come_again() -> None:
    plan = _plan((), (), ())
    first, second, third = (one.id for one in plan.actions)
    assert next_to_note(plan, second, (second,), TODAY, NO_OWN_FIELDS) == third
    assert next_to_note(plan, third, (second, third), TODAY, NO_OWN_FIELDS) == first
    assert next_to_note(plan, first, (first, second, third), TODAY, NO_OWN_FIELDS) == ""


def test_a_word_of_the_councils_key_goes_into_its_field_too(council: Format) -> None:
    words = (Choice(word="Green", colour="green"), Choice(word="Blue", done=True))
    rag = OwnField(id="rag", kind="choice", label="RAG", choices=words)
    plan_format = council.plan.model_copy(update={"fields": (rag,)})
    keyed = council.model_copy(update={"plan": plan_format})
    assert [one.letter for one in status_letters(keyed)] == ["g", "b"]
    plan = _plan(())
    field = new_note_field(plan, plan.actions[0].id, "26 September 2026")
    changed = applied(plan, noted(plan, field, "26 September 2026 – Green\nWell begun.", keyed))
    (note,) = changed.notes_of(plan.actions[0].id)
    assert (note.status, note.text) == ("Green", "Well begun.")
    assert changed.actions[0].own == (("rag", "Green"),)


def test_a_note_of_which_only_the_date_stands_is_none(council: Format) -> None:
    plan = _plan(())
    field = new_note_field(plan, plan.actions[0].id, "26 September 2026")
    assert noted(plan, field, "26 September 2026\n", council).is_empty


def test_the_status_and_last_note_are_said_on_one_line() -> None:
    plan = _plan((NoteOutline("1 June 2026", "On track", "- Begun\n- Staffed"),), ())
    assert last_notes(plan, plan.actions_of(plan.aims[0].id)) == {
        plan.actions[0].id: "On track: Begun; Staffed"
    }
