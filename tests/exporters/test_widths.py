"""The columns of a table: as the council says, within the page, no word of a heading broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.word.tables import fitting_widths
from plan.papers.blocks import Cell, Row, Table, plain


def table(headings: list[str], widths: tuple[float, ...]) -> Table:
    cells = tuple(Cell((plain(heading, "plan-header"),)) for heading in headings)
    return Table((Row(cells, is_header=True),), widths)


def test_where_there_is_room_the_widths_are_the_councils() -> None:
    given_widths = (12.0, 48.0, 25.0)
    asked = table(["Ref", "Actions", "Inspectorate"], given_widths)
    assert fitting_widths(asked) == given_widths
    assert fitting_widths(asked, 90) == given_widths


def test_on_a_narrow_page_all_are_narrowed_alike() -> None:
    asked = table(["A", "B"], (60, 40))
    assert fitting_widths(asked, 50) == (30, 20)


def test_a_long_word_of_a_heading_takes_room_from_the_others() -> None:
    ref, actions, pages = fitting_widths(table(["Ref", "Actions", "Inspectorate"], (12, 58, 10)))
    assert pages > 24
    assert ref + actions + pages == pytest.approx(80)
    assert actions > ref


def test_words_too_long_for_the_page_change_nothing() -> None:
    asked = table(["x" * 300, "y" * 300], (30, 70))
    assert fitting_widths(asked, 100) == (30, 70)


def test_a_table_without_widths_or_headings_stays_as_it_is() -> None:
    assert fitting_widths(Table(())) == ()
    assert fitting_widths(Table((), (10, 20))) == (10, 20)


columns = st.lists(st.tuples(st.text(max_size=30), st.floats(1, 250)), min_size=1, max_size=10)


@given(columns, st.floats(20, 400))
def test_the_columns_are_never_wider_than_the_page(
    wanted: list[tuple[str, float]], room: float
) -> None:
    headings, widths = zip(*wanted, strict=True)
    found = fitting_widths(table(list(headings), widths), room)
    assert sum(found) == pytest.approx(min(room, sum(widths)))
    assert all(width > 0 for width in found)
