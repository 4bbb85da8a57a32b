"""Promise 6, quick: no text that fits a field makes plandesk stand still."""

import pytest

from benchmarks.long_texts import CHARACTERS, LETTERS, grows_too_fast, repeated, units, works

PAIRS = [*units()][len(CHARACTERS) :]
EVERY = 26
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
    def slow(text: str) -> object:
        return sum(text.count("a", place) for place in range(len(text)))

    def with_slow(text: str) -> object:
        return iter([("slow", lambda: slow(text)), ("quick", lambda: text.count("a"))])

    monkeypatch.setattr("benchmarks.long_texts.works", with_slow)
    assert [*grows_too_fast("a")] == ["slow"]


def test_the_work_is_that_of_the_papers() -> None:
    names = {name for name, _ in works(repeated("a", 10))}
    assert {"check P11", "fields", "timeline", "Word file of the plan"} <= names
    assert LETTERS == (2_000, 8_000)
