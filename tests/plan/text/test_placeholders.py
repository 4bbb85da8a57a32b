"""What was left to be filled in is found, and what only looks like it is left in peace."""

import pytest

from plan.text.placeholders import is_only_a_placeholder, placeholder_in

LEFT = [
    ("[Insert consultees] were consulted.", "[Insert consultees]"),
    ("Ask [name of officer] to write the guide.", "[name of officer]"),
    ("The survey was held on [date].", "[date]"),
    ("Report by [TBC] each year.", "[TBC]"),
    ("The guide is sent to xx schools.", "xx"),
    ("Approved on xx/xx/2026 by the board.", "xx/xx/2026"),
    ("It costs £XX,000 a year.", "£XX,000"),
    ("X% of families say so.", "X%"),
    ("Due in June 202X.", "202X"),
    ("The lead is ??? for now.", "???"),
    ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
    ("Click or tap here to enter text.", "Click or tap here to enter"),
    ("Date tbc by HR.", "tbc by"),
    ("Signed by ________ in May.", "________"),
    ("Meet Cllr Xxxx each month.", "Xxxx"),
    ("The cost is <insert amount>.", "<insert amount>"),
    ("The {{service}} writes the guide.", "{{service}}"),
    ("The plan (insert date) is new.", "insert date"),
    ("The office of [Council name] is open.", "[Council name]"),
    ("Choose an item.", "Choose an item"),
    ("Contact [delete as appropriate] the school.", "[delete as appropriate]"),
    ("Found in [to be confirmed] of records.", "[to be confirmed]"),
]

RIGHT = [
    "Insert a leaflet in each library bag.",
    "The judgment in [2025] UKSC 16 is taken up.",
    "Part XX of the Act applies, as do Parts XIX and XX.",
    "Is it really??",
    "The board [sic] met in May.",
    "The venue of the second workshop is to be confirmed in May.",
    "Order sizes L, XL and XXL.",
    "Read the guide (see section 4) and add it to the page.",
    "The form asks for a name, a date and a number.",
    "Staff insert data here and there.",
    "Fewer than 5% (n < 10) and more than 3 (p > 2) answered.",
    "Wait... the second survey follows.",
    "The list is on the page https://www.example.org/xx/guide.",
    "A copy of the letter [Appendix 3] is kept.",
    "People [names withheld] were asked.",
    "Add the new codes to the case system.",
    "Enter data within 24 hours and choose an option.",
    "Genes of XX chromosomes are not held.",
    "Six boxes were ticked with an x.",
    "The exam xylophone is mixed with jazz.",
]


@pytest.mark.parametrize(("text", "found"), LEFT)
def test_what_was_left_to_be_filled_in_is_found(text: str, found: str) -> None:
    assert placeholder_in(text) == found


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_like_it_is_left_in_peace(text: str) -> None:
    assert placeholder_in(text) == ""


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        *(("TBC", True), ("t.b.c.", True), ("To be confirmed", True), ("xxx", True), ("?", True)),
        *(("[Insert text]", True), ("", False), ("To be confirmed in May 2027", False)),
        *(("Text the parents", False), ("A survey", False)),
    ],
)
def test_a_field_that_holds_nothing_else_is_known(text: str, is_one: bool) -> None:
    assert is_only_a_placeholder(text) is is_one
