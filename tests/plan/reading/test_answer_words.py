"""What an officer's answer says: no, when, and whether anything besides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.reading.answer_words import (
    is_bare_yes,
    is_curt,
    names,
    only_points,
    says_no,
    says_no_but,
    says_nothing_but_when,
    says_what_and_when,
    says_when,
    says_why_not,
    says_yes,
)

WHEN = (
    *("in December 2016", "by 31/03/17", "every quarter", "twice a year", "after the pilot"),
    *("within six months", "in May", "at each meeting of the board", "Q3 2026/27", "termly"),
    *("a six monthly review", "next financial year", "this spring", "before the summer", "once"),
    *("at the end of the session", "Annually", "every school year", "on Fridays"),
)
NOT_WHEN = (
    *("", "We may ask them", "By the board", "Regular reports", "It is ongoing", "Soon"),
    *("Every group is asked", "Each of the five schools", "A dozen parents", "a good deal"),
)


@pytest.mark.parametrize("text", WHEN)
def test_a_time_is_seen(text: str) -> None:
    assert says_when(text)
    assert says_when(f"The groups will be asked {text}.")


@pytest.mark.parametrize(
    "text",
    [
        "It has not been possible to speak to any groups.",
        "It was not possible to consult parents.",
        "It is not yet possible to meet the forum.",
        "This has not been possible to hold.",
        "Nobody was consulted.",
        "No-one has been asked.",
        "We have not been able to engage with groups.",
        "Officers did not speak to tenants.",
    ],
)
def test_that_nobody_could_be_asked_is_a_no(text: str) -> None:
    assert says_no(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was possible to speak to all groups.",
        "We have met the Access Panel.",
        "Officers spoke to tenants who did not reply before.",
        "Nobody objected when we met the forum.",
        "Everybody was consulted in May.",
        "Tenants were asked, and it was not possible to meet all.",
    ],
)
def test_that_somebody_was_asked_is_no_no(text: str) -> None:
    assert not says_no(text)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("There is no unlawful discrimination; the effect is small and the saving needed.", True),
        ("There is no harm; the change is necessary to keep the service.", True),
        ("There are no impacts; none is needed.", False),
        ("There is no reason; this was needed.", False),
        ("None.", False),
    ],
)
def test_what_there_is_none_of_may_come_before_the_answer(text: str, goes_on: bool) -> None:
    assert says_no_but(text) is goes_on


@pytest.mark.parametrize("text", NOT_WHEN)
def test_what_gives_no_time_is_not_taken_for_one(text: str) -> None:
    assert not says_when(text)


@pytest.mark.parametrize(
    "text",
    [
        *("No", "no.", "**No**", "- None so far", "N/A", "n.a.", "NA", "Nil", "Nothing"),
        *("Not applicable", "Not required.", "Not yet", "Not at this stage", "There is no need"),
        *("There has been no consultation.", "There are none.", "We see no further need"),
        *("It is not felt that more evidence is necessary.", "A survey is not planned."),
    ],
)
def test_a_no_is_seen(text: str) -> None:
    assert says_no(text)
    assert not says_yes(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Yes", "Not known", "November", "Nobody", "Notes", "Northern schools", "There is"),
        *("Yes, though it is not required", "The impact is not known: we will ask in May"),
        *("We will ask the groups. No more is needed.", "They need not wait"),
    ],
)
def test_what_is_no_no_is_not_taken_for_one(text: str) -> None:
    assert not says_no(text)


@pytest.mark.parametrize(
    "text", ["Yes, by December 2016", "December 2016", "It will be done by May 2017.", "yes: Q3"]
)
def test_an_answer_that_says_only_when_is_seen(text: str) -> None:
    assert says_nothing_but_when(text)


@pytest.mark.parametrize(
    "text", ["", "Yes", "Interviews by May 2017", "Yes, via DVA in 2017", "A survey every year"]
)
def test_an_answer_that_says_what_or_how_is_not_said_to_lack_it(text: str) -> None:
    assert not says_nothing_but_when(text)


@pytest.mark.parametrize(
    ("text", "is_bare", "curt"),
    [
        ("Yes", True, True),
        ("**yes.**", True, True),
        ("", False, True),
        ("No, not needed", False, True),
        ("No: the lead officer advised so", False, False),
        ("Yes, in May", False, True),
    ],
)
def test_a_bare_yes_and_a_curt_answer(text: str, is_bare: bool, curt: bool) -> None:
    assert (is_bare_yes(text), is_curt(text)) == (is_bare, curt)


@pytest.mark.parametrize(
    "text",
    [
        "No, but we will ask the groups in May.",
        "None for most families. However, some live far from the hall.",
        "Nothing beyond the ramp that is being built.",
        "No documents other than the inspection report.",
    ],
)
def test_a_no_that_goes_on_is_seen(text: str) -> None:
    assert says_no(text)
    assert says_no_but(text)
    assert says_why_not(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "No", "N/A but fine", "Yes, but not before May", "No, the charge is the same."),
        *("No, but this will be kept under review.", "No. However, we will monitor it closely."),
        "None, although the board is to look at it again.",
    ],
)
def test_a_no_that_says_nothing_more_is_not_taken_for_more(text: str) -> None:
    assert not says_no_but(text)


@pytest.mark.parametrize(
    ("text", "is_why"),
    [
        ("No, because only the address changes.", True),
        ("Not at this stage; the groups will be asked in spring.", True),
        ("N/A: the plan concerns our own desks only.", True),
        ("No consultation will be carried out at all.", False),
        ("No, it will not be needed for this plan.", False),
        ("No, as before", False),
        ("Because nobody came to the meetings we held.", False),
    ],
)
def test_why_nothing_was_done_is_seen(text: str, is_why: bool) -> None:
    assert says_why_not(text) == is_why


@pytest.mark.parametrize(
    ("text", "is_plan"),
    [
        ("Interviews by May 2017", True),
        ("No, but interviews are held in May 2017", True),
        ("No interviews before May 2017", False),
        ("By May 2017", False),
        ("Interviews", False),
    ],
)
def test_a_plan_says_what_and_when(text: str, is_plan: bool) -> None:
    assert says_what_and_when(text) == is_plan


def test_a_word_is_named_by_how_it_begins() -> None:
    assert names("Plans for CHILDREN’s homes", "young child")
    assert not names("Plans for grandchildren", "young child")
    assert not names("", "young child")


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    assert not (says_no(text) and says_yes(text))
    assert not is_bare_yes(text) or (says_yes(text) and is_curt(text))
    assert not says_nothing_but_when(text) or says_when(text)
    assert says_when(f"{text} in 2016")


@pytest.mark.parametrize("text", ["N", "N - as advised", "Nope", "Nil return", "Did not consult"])
def test_a_no_in_shorthand_is_a_no(text: str) -> None:
    assert says_no(text)


@pytest.mark.parametrize("text", ["Neighbours were asked", "N. Smith was asked", "North Forum"])
def test_what_begins_with_its_letter_is_no_no(text: str) -> None:
    assert not says_no(text)


@pytest.mark.parametrize("text", ["Y", "Y - carers", "Yep", "Recommended, yes"])
def test_a_yes_in_shorthand_is_a_yes(text: str) -> None:
    assert says_yes(text)


@pytest.mark.parametrize("text", ["Young people", "Year 2 review", "Y.M.C.A. was asked"])
def test_what_begins_with_its_letter_is_no_yes(text: str) -> None:
    assert not says_yes(text)


@pytest.mark.parametrize(
    "text",
    ["See above.", "as above", "Please see report", "Refer to committee report", "Ditto", "See Q2"],
)
def test_an_answer_that_only_points_elsewhere_says_nothing(text: str) -> None:
    assert only_points(text)


@pytest.mark.parametrize(
    "text",
    ["See section 6 of the report", "Access Panel, see above", "See Appendix 2", "Report to Board"],
)
def test_an_answer_that_says_where_or_more_is_one(text: str) -> None:
    assert not only_points(text)
