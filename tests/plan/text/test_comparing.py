"""Two sequences are compared exactly as far as that takes no time, and roughly past that."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plan.text.comparing
from plan.text.comparing import MOST_PAIRS, in_common, steps_between

WORDS = st.lists(st.sampled_from("abc"), max_size=12)


@given(WORDS, WORDS)
def test_a_short_comparison_is_that_of_the_standard_library(
    ours: list[str], theirs: list[str]
) -> None:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    assert steps_between(ours, theirs) == matcher.get_opcodes()
    assert in_common(ours, theirs) == sum(block.size for block in matcher.get_matching_blocks())


@given(WORDS, WORDS)
def test_a_rough_comparison_still_leads_from_the_one_to_the_other(
    ours: list[str], theirs: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan.text.comparing, "MOST_PAIRS", -1)
        steps = steps_between(ours, theirs)
        shared = in_common(ours, theirs)
    made: list[str] = []
    for kind, start, end, start_there, end_there in steps:
        assert (kind == "equal") == (ours[start:end] == theirs[start_there:end_there])
        assert (kind == "insert", kind == "delete") == (start == end, start_there == end_there)
        made += ours[start:end] if kind == "equal" else theirs[start_there:end_there]
    assert made == theirs
    assert [word for step in steps for word in ours[step[1] : step[2]]] == ours
    assert max(SequenceMatcher(None, ours, theirs).find_longest_match().size, 0) <= shared
    assert shared <= min(len(ours), len(theirs))


def test_past_the_limit_what_lies_between_is_one_change() -> None:
    ours, theirs = ["a"] * MOST_PAIRS, ["a"] * MOST_PAIRS
    assert steps_between(ours, theirs) == [("equal", 0, MOST_PAIRS, 0, MOST_PAIRS)]
    ours[50], ours[70] = "b", "c"
    assert in_common(ours, theirs) == MOST_PAIRS - 2
    assert steps_between(ours, theirs) == [
        ("equal", 0, 50, 0, 50),
        ("replace", 50, 71, 50, 71),
        ("equal", 71, MOST_PAIRS, 71, MOST_PAIRS),
    ]
