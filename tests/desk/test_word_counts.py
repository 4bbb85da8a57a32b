"""How many words a field, a section and each paper have."""

from desk.word_counts import Counted, count_lines, reading_lines
from plan.council import DEFAULT_FORMAT
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from store.formats import format_for

COUNCIL = format_for(DEFAULT_FORMAT)
PLAN = built_plan(
    PlanOutline(
        "A plan",
        aims=(
            AimOutline(
                "Help all.",
                (
                    ActionOutline("Do it now.", progress=(NoteOutline("", "", "It is done."),)),
                    ActionOutline("Wait."),
                ),
            ),
        ),
    ),
    DEFAULT_FORMAT,
)


def test_each_is_counted_with_what_is_in_it() -> None:
    field = Counted("Action", "Do it now, please.")
    sections = (Counted("Action 1.1", paths=("action/1.1",)), Counted("None", paths=("action/1",)))
    assert count_lines(PLAN, COUNCIL, {}, field, sections) == (
        "Action: 4 words",
        "Action 1.1: 6 words",
        "None: 0 words",
        "The plan: 11 words, 3 of them in notes",
    )


def test_an_empty_plan_says_so() -> None:
    assert count_lines(built_plan(PlanOutline(), DEFAULT_FORMAT), COUNCIL, {}, None, ()) == (
        "There are no words yet.",
    )


def test_a_paragraph_without_words_is_not_judged() -> None:
    assert reading_lines("–") == ()
    assert "plain English" in reading_lines("We ask families.")[-1]
