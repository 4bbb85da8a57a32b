"""Ranks: there is always room between two siblings, or a plain refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.model.ranks import DIGITS, LONGEST, NoRoomError, rank_between, spread_ranks

ranks = st.text(alphabet=DIGITS, min_size=1, max_size=12).filter(lambda r: not r.endswith("0"))
any_ranks = st.text(alphabet=DIGITS, max_size=LONGEST + 5)


def test_digits_stand_in_the_order_in_which_strings_compare() -> None:
    assert list(DIGITS) == sorted(set(DIGITS))


@given(st.lists(ranks, min_size=2, max_size=2, unique=True).map(sorted))
def test_a_rank_between_two_lies_strictly_between_them(pair: list[str]) -> None:
    before, after = pair
    assert before < rank_between(before, after) < after


@given(ranks)
def test_there_is_room_at_both_ends(rank: str) -> None:
    assert rank_between(None, rank) < rank < rank_between(rank, None)


@given(st.none() | any_ranks, st.none() | any_ranks)
def test_any_two_ranks_get_one_between_or_a_refusal(before: str | None, after: str | None) -> None:
    try:
        between = rank_between(before, after)
    except NoRoomError:
        return
    assert before is None or before < between
    assert after is None or between < after
    assert 0 < len(between) <= LONGEST
    assert not between.endswith("0"), "a rank ending in 0 would leave no room before it"


@pytest.mark.parametrize(("before", "after"), [("V", "V"), ("b", "a"), ("V", "V0"), ("", "")])
def test_equal_reversed_and_touching_ranks_are_refused(before: str, after: str) -> None:
    with pytest.raises(NoRoomError):
        rank_between(before, after)


@given(st.lists(st.integers(min_value=0, max_value=10_000), max_size=150))
def test_inserting_anywhere_never_makes_two_ranks_equal_or_out_of_order(places: list[int]) -> None:
    row: list[str] = []
    for number in places:
        place = number % (len(row) + 1)
        before = row[place - 1] if place else None
        after = row[place] if place < len(row) else None
        row.insert(place, rank_between(before, after))
    assert row == sorted(set(row))


def insert_until_refused(row: list[str], end: str) -> None:
    """Insert at one end, or next to it, up to a thousand times; never two equal ranks."""
    for _ in range(1_000):
        place = {"front": 0, "middle": 1, "back": len(row)}[end]
        before = row[place - 1] if place else None
        after = row[place] if place < len(row) else None
        row.insert(place, rank_between(before, after))
        assert row == sorted(set(row))


@pytest.mark.parametrize("end", ["front", "back", "middle"])
def test_inserting_at_one_place_over_and_over_ends_in_a_refusal_never_in_a_collision(
    end: str,
) -> None:
    row = list(spread_ranks(2))
    with pytest.raises(NoRoomError):
        insert_until_refused(row, end)
    assert len(row) > 100, "there is room for many before siblings must be spread anew"


@given(st.integers(min_value=0, max_value=5_000))
def test_spread_ranks_ascend_and_leave_room_around_each(count: int) -> None:
    spread = spread_ranks(count)
    assert len(spread) == count
    assert list(spread) == sorted(set(spread))
    for before, after in zip((None, *spread), (*spread, None), strict=True):
        assert rank_between(before, after)


def test_ranks_of_ten_thousand_siblings_stay_short() -> None:
    assert max(map(len, spread_ranks(10_000))) <= 3
