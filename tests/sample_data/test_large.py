"""Large plans: exactly as many actions as asked for, always the same, no two alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.council import DEFAULT_FORMAT
from plan.model.outline import ActionOutline, PlanOutline, built_plan, outline_of
from plan.papers.markdown import canonical
from plan.text.clean import clean_line, clean_text
from sample_data.sample import ACTIONS_AN_AIM, large_outline, sample_outline


def actions_of(outline: PlanOutline) -> list[ActionOutline]:
    return [action for aim in outline.aims for action in aim.actions]


@given(st.integers(min_value=1, max_value=400))
def test_a_large_plan_has_exactly_so_many_actions_in_full_aims(count: int) -> None:
    outline = large_outline(count)
    assert len(actions_of(outline)) == count
    sizes = [len(aim.actions) for aim in outline.aims]
    assert all(size == ACTIONS_AN_AIM for size in sizes[:-1])
    assert 1 <= sizes[-1] <= ACTIONS_AN_AIM


def test_ten_thousand_actions_all_read_differently_and_canonically() -> None:
    outline = large_outline(10_000)
    texts = [action.text for action in actions_of(outline)]
    assert len(texts) == len(set(texts)) == 10_000
    aims = [aim.text for aim in outline.aims]
    assert len(aims) == len(set(aims)) == 400
    assert [
        text for text in texts[:500] + texts[-100:] if canonical(clean_text(text)) != text
    ] == []
    assert [text for text in aims if clean_line(text) != text] == []


def test_no_combination_of_text_and_timescale_is_the_same_from_turn_to_turn() -> None:
    actions = actions_of(large_outline(64))
    turn = len(actions_of(sample_outline()))
    assert [action.timescale for action in actions[:turn]] != [
        action.timescale for action in actions[turn : 2 * turn]
    ]


def test_the_same_number_always_gives_the_same_plan() -> None:
    assert large_outline(333) == large_outline(333)
    assert actions_of(large_outline(400))[:333] == actions_of(large_outline(333))


def test_a_plan_of_one_action_is_a_plan() -> None:
    outline = large_outline(1)
    assert len(actions_of(outline)) == 1
    assert outline.subtitle.endswith("1 action")
    assert outline_of(built_plan(outline, DEFAULT_FORMAT)) == outline


@pytest.mark.parametrize("count", [0, -1])
def test_a_plan_without_actions_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=f"not {count}$"):
        large_outline(count)
