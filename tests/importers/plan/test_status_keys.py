"""The key of a paper's status letters gives their words, wherever it stands."""

import pytest

from importers.plan.status_keys import key_of_statuses
from plan.papers.blocks import Block, Cell, Row, Table, plain

RAG = {"r": "not begun", "a": "behind schedule", "g": "on track"}


def table(*rows: tuple[str, ...]) -> Table:
    cells = (tuple(Cell((plain(text),)) for text in row) for row in rows)
    return Table(tuple(Row(row) for row in cells))


@pytest.mark.parametrize(
    "blocks",
    [
        (plain("R = not begun, A = behind schedule, G = on track"),),
        (plain("Key: R – not begun; A – behind schedule; G – on track."),),
        (
            plain(
                "Year 1 is April 2027 to March 2028. Status at 26 February 2027: R – not begun; "
                "A – behind schedule; G – on track."
            ),
        ),
        (
            plain("RAG key"),
            plain("R: not begun"),
            plain("A: behind schedule"),
            plain("G: on track"),
        ),
        (table(("R", "not begun"), ("A", "behind schedule"), ("G", "on track")),),
        (
            table(
                ("Status", "Meaning"),
                ("R", "not begun"),
                ("A", "behind schedule"),
                ("G", "on track"),
            ),
        ),
        (table(("R", "A", "G"), ("not begun", "behind schedule", "on track")),),
        (
            table(
                ("R = not begun", "A = behind schedule", "G = on track"),
            ),
        ),
        (plain("Status: R means not begun | A means behind schedule | G means on track"),),
    ],
)
def test_a_key_of_letters_is_read(blocks: tuple[Block, ...]) -> None:
    assert key_of_statuses((plain("Improvement plan"), *blocks)) == RAG


def test_a_letter_may_stand_for_a_colour_that_has_its_words() -> None:
    found = key_of_statuses((table(("R", "Red", "not begun"), ("G", "Green", "on track")),))
    assert found == {"r": "not begun", "red": "not begun", "g": "on track", "green": "on track"}
    assert key_of_statuses((plain("R = Red, A = Amber, G = Green"),)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "A – the first aim",
        "The letters R, A and G are used.",
        "Appendix A: reports; C: minutes",
        "",
    ],
)
def test_other_lines_are_no_key(text: str) -> None:
    assert key_of_statuses((plain(text),)) == {}


def test_a_long_meaning_is_cut_at_its_first_clause() -> None:
    text = "R = at risk, will not be met unless something is done about it; G = on track"
    assert key_of_statuses((plain(text),))["r"] == "at risk"
