"""A field of a council's own is cleaned, shown and printed by its kind."""

import pytest

from plan.council.own_field import OwnField
from plan.papers.own_fields import cleaned_own, own_as_plain, own_blocks, own_fill, own_in_json


def of_kind(kind: str, **more: object) -> OwnField:
    return OwnField.model_validate({"id": "one", "kind": kind, "label": "One", **more})


RAG = of_kind("choice", choices=[{"word": "On track", "colour": "green"}, {"word": "Late"}])


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        (of_kind("text"), " A **bold** word\n\n- one\n* two \n", "A **bold** word\n\n- one\n- two"),
        (of_kind("line"), " one\ntwo ", "one two"),
        (of_kind("items"), "one\n\n  two \n", "one\ntwo"),
        (of_kind("person"), "Head of Service\n", "Head of Service"),
        (of_kind("yes-no"), "y", "Yes"),
        (of_kind("yes-no"), "in part", "in part"),
        (RAG, "on  track", "On track"),
        (RAG, "Beige", "Beige"),
        (of_kind("date"), " 31/3/27 ", "31/3/27"),
    ],
)
def test_what_is_typed_is_kept_and_a_known_word_is_spelt_as_the_key(
    field: OwnField, typed: str, kept: str
) -> None:
    assert cleaned_own(field, typed) == kept
    assert cleaned_own(field, kept) == kept


def test_a_text_is_printed_with_its_bullets_and_emphasis_and_a_list_with_its_items() -> None:
    blocks = own_blocks(of_kind("text"), "A **bold** word\n\n- one", "plan-cell")
    assert [(one.text, one.bullet) for one in blocks] == [("A bold word", None), ("one", 0)]
    items = own_blocks(of_kind("items"), "one\ntwo", "plan-cell")
    assert [(one.text, one.bullet) for one in items] == [("one", 0), ("two", 0)]
    assert [one.text for one in own_blocks(of_kind("person"), "A\nB", "plan-cell")] == ["A", "B"]
    assert own_blocks(of_kind("money"), "", "plan-cell") == ()


def test_other_programs_get_lists_as_lists_and_a_reader_gets_no_marks() -> None:
    assert own_in_json(of_kind("items"), "one\ntwo") == ["one", "two"]
    assert own_in_json(of_kind("text"), "**one**") == "**one**"
    assert own_as_plain(of_kind("text"), "A **bold** word") == "A bold word"
    assert own_as_plain(of_kind("line"), "A **bold** word") == "A **bold** word"


def test_only_a_word_of_the_key_is_coloured() -> None:
    assert [own_fill(RAG, text) for text in ("On track", "Late", "Beige", "")] == [
        *("00B050", ""),
        *("", ""),
    ]
