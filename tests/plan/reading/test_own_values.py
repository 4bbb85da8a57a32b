"""What a field of a council's own says by its kind; what the kind does not allow is told."""

from decimal import Decimal

import pytest

from plan.council.own_field import OwnField, OwnFields
from plan.following.ledger import status_counts
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline, built_plan
from plan.reading.own_values import (
    chosen_in,
    meaning_of_value,
    money_of,
    number_of,
    problem_of,
    says_it_is_done,
    status_chosen,
    tone_of_value,
    yes_or_no,
)

RAG = OwnField.model_validate(
    {
        "id": "rag",
        "kind": "choice",
        "label": "RAG",
        "choices": [
            {"word": "Red", "colour": "red", "meaning": "Not on course"},
            {"word": "Amber", "colour": "#FFC000", "meaning": "Some delay"},
            {"word": "Green", "colour": "green"},
            {"word": "Blue", "colour": "blue", "done": True},
            {"word": "Waiting"},
            {"word": "Parked", "colour": "purple"},
        ],
    }
)


def of_kind(kind: str) -> OwnField:
    return OwnField.model_validate({"id": "one", "kind": kind, "label": "One"})


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£12,500", "12500"),
        ("12 500.50", "12500.50"),
        ("£ 1.2m", "1200000"),
        ("£25k per annum", "25000"),
        ("up to £3 million", "3000000"),
        ("(£300)", "-300"),
        ("-£300", "-300"),
        ("£-300", "-300"),
        ("Nil", "0"),
        ("£12,50", None),
        ("within existing budgets", None),
        ("(£300", None),
        ("£", None),
    ],
)
def test_an_amount_is_read_or_it_is_none(text: str, pounds: str | None) -> None:
    assert money_of(text) == (None if pounds is None else Decimal(pounds))


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,200", "1200"), ("3.5", "3.5"), ("85%", "85"), ("85 per cent", "85"), ("-4", "-4")],
)
def test_a_number_is_read(text: str, number: str) -> None:
    assert number_of(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "12a", "1,20", "about ten", "1.2.3"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None


def test_yes_and_no_are_read_and_nothing_else_is() -> None:
    assert [yes_or_no(text) for text in ("Yes", "y", "NO.", "n", "n/a", "")] == [
        *(True, True, False, False),
        *(None, None),
    ]


def test_yes_and_no_are_read_of_boxes_too() -> None:
    said = ("☒ Yes ☐ No", "☐ Yes / ☒ No", "☑ yes", "✓", "☒", "☐", "☐ Yes ☐ No", "☒ Yes ☒ No")
    assert [yes_or_no(text) for text in said] == [True, False, True, True, True, False, None, None]


@pytest.mark.parametrize(
    ("kind", "right", "wrong", "said"),
    [
        ("date", "31 March 2027", "in spring", "“in spring” is not understood as a date"),
        ("money", "£5", "cheap", "“cheap” is not understood as an amount"),
        ("number", "7", "seven", "“seven” is not understood as a number"),
        ("yes-no", "yes", "maybe", "“maybe” is neither Yes nor No"),
        ("line", "Anything", "one\ntwo", "One holds one line and has several"),
        ("link", "Schools plan", "a\nb", "One holds the name of another plan and has several"),
    ],
)
def test_what_a_kind_does_not_allow_is_told(kind: str, right: str, wrong: str, said: str) -> None:
    assert problem_of(of_kind(kind), right) == ""
    assert problem_of(of_kind(kind), "") == ""
    assert problem_of(of_kind(kind), wrong) == said


@pytest.mark.parametrize("kind", ["text", "items", "person"])
def test_a_text_or_a_list_allows_whatever_there_is(kind: str) -> None:
    assert problem_of(of_kind(kind), "one\n- two\n\nthree") == ""


def test_a_word_outside_the_key_is_told_with_the_words_of_the_key() -> None:
    assert problem_of(RAG, "amber.") == ""
    assert problem_of(RAG, "Beige") == (
        "“Beige” is not among the words of RAG: Red, Amber, Green, Blue, Waiting, Parked"
    )


def test_a_word_of_the_key_has_its_meaning_its_tone_and_whether_it_says_done() -> None:
    assert [tone_of_value(RAG, one.word) for one in RAG.choices] == [
        *("bad", "doubtful", "good"),
        *("good", "", ""),
    ]
    assert [says_it_is_done(RAG, text) for text in ("Blue", "blue", "Green", "Beige")] == [
        *(True, True, False, False),
    ]
    assert meaning_of_value(RAG, "AMBER") == "Some delay"
    assert chosen_in(RAG, "") is None
    assert tone_of_value(RAG, "Beige") == ""


def test_a_date_and_an_amount_are_said_in_full_where_their_words_do_not() -> None:
    assert meaning_of_value(of_kind("date"), "31/3/27") == "31 March 2027"
    assert meaning_of_value(of_kind("date"), "31 March 2027") == ""
    assert meaning_of_value(of_kind("money"), "£1.2m") == "£1,200,000"
    assert meaning_of_value(of_kind("money"), "0.5") == "£0.50"
    assert meaning_of_value(of_kind("money"), "£5,000") == ""


def test_the_status_is_the_word_of_the_first_key_in_which_a_word_says_done() -> None:
    colours = RAG.model_copy(update={"id": "mood", "choices": RAG.choices[:2]})
    own = OwnFields((colours, RAG))
    assert status_chosen(own, (("mood", "Red"), ("rag", "blue"))) == RAG.choices[3]
    assert status_chosen(own, (("mood", "Red"), ("rag", "Beige"))) is None
    assert status_chosen(own, ()) is None


def test_how_the_actions_stand_is_the_councils_word_where_no_note_says_it() -> None:
    blue = (("rag", "Blue"),)
    actions = (
        ActionOutline("One.", own=blue),
        ActionOutline("Two.", own=blue, progress=(NoteOutline("May 2027", "Delayed"),)),
        ActionOutline("Three.", own=blue, progress=(NoteOutline("May 2027", "", "Begun."),)),
        ActionOutline("Four."),
    )
    plan = built_plan(PlanOutline(aims=(AimOutline("First", actions),)), "any")
    counts = status_counts(plan, OwnFields((RAG,)))
    assert [(one.status, one.refs) for one in counts] == [
        ("Blue", ("1.1", "1.3")),
        ("Delayed", ("1.2",)),
        ("No note yet", ("1.4",)),
    ]
