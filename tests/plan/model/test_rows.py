"""Rows: what the plan file may hold, refused when it does not fit."""

import json

import pytest
from hypothesis import given
from pydantic import ValidationError

from plan.model.field_kinds import ITEMS_LIMIT, LINE_LIMIT, PROSE_LIMIT
from plan.model.merged_fields import PLACE
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS, Action, Aim, Cover, ProgressNote, new_id
from tests.plan.strategies import plans


def test_no_field_is_called_what_stands_for_where_a_row_is() -> None:
    assert [kind for kind in ROW_KINDS.values() if PLACE in kind.model_fields] == []


@given(plans)
def test_a_row_is_equal_again_after_a_journey_through_json(plan: Plan) -> None:
    for name, kind in ROW_KINDS.items():
        for row in plan.table(name).values():
            values = row.as_json()
            assert json.loads(json.dumps(values)) == values
            assert kind.model_validate(values) == row


@pytest.mark.parametrize(
    "text", ["nul \x00", "bell \x07", "\x1b[0m", "\u202eoverride", "\ufeffmark", "\uffff", "\ud800"]
)
def test_unsafe_characters_are_refused_in_every_kind_of_text(text: str) -> None:
    for make in (
        lambda: Aim(id="a", text=text),
        lambda: Action(id="a", text=text),
        lambda: Action(id="a", timescale=text),
        lambda: Action(id="a", leads=(text,)),
    ):
        with pytest.raises(ValidationError):
            make()


def test_a_line_has_no_line_break_but_prose_and_timescales_may() -> None:
    with pytest.raises(ValidationError):
        Aim(id="a", text="one\ntwo")
    with pytest.raises(ValidationError):
        Action(id="a", leads=("one\ntwo",))
    assert Action(id="a", text="one\ntwo", timescale="one\ntwo", pages="one\ntwo")


def test_texts_and_lists_up_to_their_limits_fit_and_longer_ones_are_refused() -> None:
    assert Action(id="a", text="x" * PROSE_LIMIT, leads=("x" * LINE_LIMIT,) * ITEMS_LIMIT)
    with pytest.raises(ValidationError):
        Action(id="a", text="x" * (PROSE_LIMIT + 1))
    with pytest.raises(ValidationError):
        Action(id="a", leads=("x" * (LINE_LIMIT + 1),))
    with pytest.raises(ValidationError):
        Action(id="a", leads=("x",) * (ITEMS_LIMIT + 1))


@pytest.mark.parametrize("row_id", ["", "A", "a/b", "a b", "a\n", "x" * 65, "../a"])
def test_an_id_is_short_and_plain(row_id: str) -> None:
    with pytest.raises(ValidationError):
        ProgressNote(id=row_id)


def test_unknown_fields_and_unknown_lists_are_refused() -> None:
    with pytest.raises(ValidationError):
        Aim.model_validate({"id": "a", "colour": "red"})
    with pytest.raises(ValidationError):
        Action.model_validate({"id": "a", "bulleted": ["pages"]})
    with pytest.raises(ValidationError):
        Cover.model_validate({"id": "a", "format": "../secret"})


def test_a_row_cannot_be_altered_in_place() -> None:
    aim = Aim(id="a", text="before")
    with pytest.raises(ValidationError):
        aim.text = "after"  # type: ignore[misc]
    assert aim.text == "before"


def test_new_ids_fit_and_differ() -> None:
    made = {Aim(id=new_id()).id for _ in range(1_000)}
    assert len(made) == 1_000
