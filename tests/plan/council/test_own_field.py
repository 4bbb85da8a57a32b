"""A field that a council adds says what it may hold, or is refused with its reason."""

from typing import Any

import pytest
from pydantic import ValidationError

from plan.council.own_field import OWN_KINDS, OwnField, ink_on


def refusal_of(**values: Any) -> str:
    with pytest.raises(ValidationError) as refusal:
        OwnField.model_validate({"id": "rag", "kind": "choice", "label": "RAG", **values})
    return str(refusal.value)


def test_every_kind_can_be_declared_and_two_have_another_name() -> None:
    choices = [{"word": "Yes, in part"}]
    for kind in (*OWN_KINDS, "post", "yes/no"):
        more = {"choices": choices} if kind == "choice" else {}
        field = OwnField.model_validate({"id": "a_b-1", "kind": kind, "label": "One", **more})
        assert field.holds is OWN_KINDS[field.kind]


def test_what_cannot_be_chosen_from_is_refused() -> None:
    assert "rag is a choice and has no choices" in refusal_of()
    assert "choices has the word Red twice" in refusal_of(
        choices=[{"word": "Red"}, {"word": "Amber"}, {"word": " red. "}]
    )
    assert "at least 1 character" in refusal_of(choices=[{"word": ""}])
    assert "a colour is one of red, amber" in refusal_of(choices=[{"word": "Red", "colour": "x"}])
    assert "rag has choices, which belong to kind choice" in refusal_of(
        kind="line", choices=[{"word": "Red"}]
    )
    assert "at most 50 items" in refusal_of(choices=[{"word": f"Word {n}"} for n in range(51)])


def test_text_on_a_colour_is_black_or_white_whichever_is_read_more_easily() -> None:
    assert [ink_on(fill) for fill in ("FFFFFF", "FFC000", "C00000", "0070C0", "000000")] == [
        *("000000", "000000"),
        *("FFFFFF", "FFFFFF", "FFFFFF"),
    ]
