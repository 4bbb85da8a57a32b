"""No word of a heading is cut in a narrow column; else widths are in the paper's proportions."""

import pytest

from importers.learning.column_widths import PAGE, column_widths
from plan.papers.blocks import Cell, Row, Table, plain


def table(widths: tuple[float, ...], *headings: str) -> Table:
    return Table((Row(tuple(Cell((plain(one),)) for one in headings)),), widths)


def test_a_narrow_column_takes_what_the_longest_word_of_its_heading_wants() -> None:
    wide, *marks, last = column_widths(
        table((40, 8, 8, 8, 96), "Group", "Positive", "Neutral", "Negative", "Why"), 5
    )
    assert min(marks) >= 21
    assert wide + sum(marks) + last == pytest.approx(PAGE, abs=3)
    assert last > wide >= 30


@pytest.mark.parametrize(
    ("widths", "headings", "wanted"),
    [
        ((60, 100), ("Question", "Answer"), [60, 100]),
        ((), ("Question", "Answer"), [80, 80]),
        ((1, 1, 1, 1), ("Misunderstandings",) * 4, [40, 40, 40, 40]),
    ],
)
def test_what_fits_stays_as_it_is(
    widths: tuple[float, ...], headings: tuple[str, ...], wanted: list[float]
) -> None:
    assert column_widths(table(widths, *headings), len(headings)) == wanted
