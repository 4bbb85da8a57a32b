"""Promise 6, quick: no text that fits a field makes plandesk stand still."""

from collections.abc import Iterator
from functools import partial

import pytest

from benchmarks.long_texts import CHARACTERS, LETTERS, grows_too_fast, repeated, units, works

PAIRS = [*units()][len(CHARACTERS) :]
EVERY = 39
"""Of so many pairs one is tried each time; `make soak` tries all."""


def test_there_are_forty_characters_and_each_pair_of_them() -> None:
    assert len(set(CHARACTERS.values())) == 40
    assert len(PAIRS) == 780


@pytest.mark.parametrize("unit", CHARACTERS.values(), ids=CHARACTERS)
def test_a_character_repeated_costs_no_more_than_its_length(unit: str) -> None:
    assert grows_too_fast(unit) == {}


@pytest.mark.parametrize("unit", PAIRS[::EVERY])
def test_two_characters_in_turn_cost_no_more_than_their_length(unit: str) -> None:
    assert grows_too_fast(unit) == {}


@pytest.mark.soak
@pytest.mark.parametrize("unit", PAIRS)
def test_each_pair_costs_no_more_than_its_length(unit: str) -> None:
    assert grows_too_fast(unit) == {}


def test_what_grows_with_the_square_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = 0.0

    def pass_by(more: float) -> None:
        nonlocal seconds
        seconds += more

    def growing(text: str) -> Iterator[tuple[str, partial[None]]]:
        length = len(text)
        for name, taken in (("slow", length**2 / 10**7), ("quick", length / 10**3), ("none", 0.0)):
            yield name, partial(pass_by, taken)

    monkeypatch.setattr("benchmarks.long_texts.works", growing)
    monkeypatch.setattr("benchmarks.long_texts.thread_time", lambda: seconds)
    assert [*grows_too_fast("a")] == ["slow"]


def test_the_work_is_that_of_the_papers() -> None:
    names = {name for name, _ in works(repeated("a", 10))}
    assert {"check P11", "fields", "timeline", "Word file of the plan"} <= names
    assert LETTERS == (2_000, 8_000)
