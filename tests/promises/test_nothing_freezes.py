"""Promise 6, quick: no text that fits a field makes plandesk stand still."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

import pytest

from benchmarks.long_texts import CHARACTERS, LETTERS, grows_too_fast, repeated, units, works

PAIRS = [*units()][len(CHARACTERS) :]
EVERY = 39
"""Of so many pairs one is tried each time; `make soak` tries all."""


def test_there_are_forty_characters_and_each_pair_of_them() -> None:
    assert len(set(CHARACTERS.values())) == 40
    assert len(PAIRS) == 780


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(unit, id=name, marks=() if number % 4 == 0 else pytest.mark.slow)
        for number, (name, unit) in enumerate(CHARACTERS.items())
    ],
)
@pytest.mark.slow
def test_a_character_repeated_costs_no_more_than_its_length(unit: str) -> None:
    assert grows_too_fast(unit) == {}


@pytest.mark.slow
@pytest.mark.parametrize("unit", PAIRS[::EVERY])
def test_two_characters_in_turn_cost_no_more_than_their_length(unit: str) -> None:
    assert grows_too_fast(unit) == {}


class SlowedClock:
    """A clock of work that takes as long as it is said to, and up to twice that by chance."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **taken: Callable[[int], float]) -> None:
        self._chance, self._seconds, self._taken = Random(6), 0.0, taken
        monkeypatch.setattr("benchmarks.long_texts.works", self._works)
        monkeypatch.setattr("benchmarks.long_texts.thread_time", lambda: self._seconds)
        monkeypatch.setattr("benchmarks.long_texts._taken_by_any", dict)

    def _works(self, text: str, only: object) -> Iterator[tuple[str, partial[None]]]:
        for name, taken in self._taken.items():
            yield name, partial(self._pass_by, taken(len(text)))

    def _pass_by(self, seconds: float) -> None:
        self._seconds += seconds * self._chance.uniform(1.0, 2.0)


def test_what_grows_with_the_square_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    SlowedClock(
        monkeypatch,
        slow=lambda length: length**2 / 10**9,
        quick=lambda length: length / 10**5,
        none=lambda length: 0.0,
    )
    assert [*grows_too_fast("a")] == ["slow"]


def test_what_grows_with_the_length_is_not_blamed_for_a_busy_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    SlowedClock(monkeypatch, **{f"work {one}": lambda length: length / 10**5 for one in range(99)})
    assert grows_too_fast("a") == {}


def test_the_work_is_that_of_the_papers() -> None:
    names = {name for name, _ in works(repeated("a", 10))}
    assert {"check P11", "fields", "timeline", "Word file of the plan"} <= names
    assert LETTERS == (2_000, 8_000)
