"""A reply that is taken in parts, in whatever order and however often, is the reply once."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from plan.changes.replies import ANSWER_FIELDS, Replied, answers_in, notes_taken
from plan.model.plan import Plan
from tests.plan.strategies import small_plan

PLAN = small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))
TODAY = "26 September 2016"
words = st.text("ab* _-\n", max_size=6).map(str.strip)
lefts = st.lists(st.frozensets(st.sampled_from(ANSWER_FIELDS)), max_size=4)


def replied_of(status: str, progress: str) -> tuple[Replied, ...]:
    """Return a reply of one action, known by its text."""
    return (Replied("", "9.9", PLAN.actions[0].text, " ".join(status.split()), progress),)


def taken(plan: Plan, replied: Sequence[Replied], *left: str) -> Plan:
    """Return the plan once all of a reply is taken but the fields that are left."""
    answers = answers_in(plan, replied)
    kept = (one.without(*(each for each in ANSWER_FIELDS if each in left)) for one in answers)
    return applied(plan, notes_taken(plan, kept, TODAY))


@given(words, words, lefts)
def test_parts_that_are_taken_make_up_the_whole_and_nothing_is_taken_twice(
    status: str, progress: str, parts: list[frozenset[str]]
) -> None:
    replied = replied_of(status, progress)
    plan = PLAN
    for left in parts:
        plan = taken(plan, replied, *left)
    plan = taken(plan, replied)
    assert plan == taken(PLAN, replied)
    assert taken(plan, replied) == plan
    assert len(plan.note_rows) == bool(status or progress)
    assert plan.actions == PLAN.actions


@given(words, lefts)
def test_what_is_left_is_in_no_note(progress: str, parts: list[frozenset[str]]) -> None:
    replied = replied_of("Late", progress)
    plan = PLAN
    for left in parts:
        plan = taken(plan, replied, "status", *left)
    assert not any(note.status for note in plan.note_rows.values())
