"""The columns of a table: as the council says, within the page, and no word broken."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.word.column_widths import ColumnWidths
from exporters.word.measures import Measures, Type, measures_of, width_of
from exporters.word.package import packaged_template, parts_of
from plan.papers.blocks import Cell, Role, Row, Table, plain

OURS = measures_of(parts_of(packaged_template()), {})


def table(headings: list[str], widths: tuple[float, ...], *rows: list[str]) -> Table:
    header = tuple(Cell((plain(heading, "plan-header"),)) for heading in headings)
    below = (
        Row(tuple(Cell((plain(said, "plan-cell"),) if said else ()) for said in row))
        for row in rows
    )
    return Table((Row(header, is_header=True), *below), widths)


def fitting_widths(asked: Table, room: float = inf, measures: Measures = OURS) -> tuple[float, ...]:
    return ColumnWidths([asked], room, measures).of(asked)


def test_where_there_is_room_the_widths_are_the_councils() -> None:
    given_widths = (12.0, 48.0, 30.0)
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


def test_a_long_word_of_a_cell_takes_room_from_the_others() -> None:
    asked = table(["Who", "What"], (20, 60), ["Teams", "Learn"], ["JMG/COG/SPGs/GIG", "Meet"])
    who, what = fitting_widths(asked)
    assert who >= width_of("JMG/COG/SPGs/GIG", Type("Arial", 10)) + 3
    assert who + what == pytest.approx(80)


def test_as_few_words_are_broken_as_can_be_not_the_longest_ones_alone() -> None:
    """“Strathbrannoch” is longer, but only once there: “Development” is in every row."""
    rows = [["Development", "Strathbrannoch" if row == 3 else "Team"] for row in range(9)]
    asked = table(["One", "Two"], (50, 50), *rows)
    one, two = fitting_widths(asked, 48)
    assert one >= width_of("Development", Type("Arial", 10)) + 3
    assert two < width_of("Strathbrannoch", Type("Arial", 10)) + 3
    assert one + two == pytest.approx(48)


def test_where_not_all_words_have_room_the_margins_of_the_cells_are_narrower() -> None:
    asked = table(["Inspectorates", "Practitioners", "Responsibilities"], (30, 30, 30))
    found = ColumnWidths([asked], 80, OURS)
    words = [width_of(cell.text, Type("Arial", 10, bold=True)) for cell in asked.rows[0].cells]
    assert sum(words) + 3 * 3.5 > 80
    assert all(width >= word + 2 for width, word in zip(found.of(asked), words, strict=True))
    assert found.margins(asked) < ColumnWidths([asked], 200, OURS).margins(asked)


def test_a_table_becomes_wider_where_the_page_has_the_room_that_words_need() -> None:
    asked = table(["Responsibilities", "Inspectorate"], (10, 10))
    assert 20 < sum(fitting_widths(asked, 160)) < 80


def test_only_the_longest_word_is_broken_where_the_page_is_too_narrow_for_all() -> None:
    address = "https://www.example.gov.uk/" + "x" * 200
    who, what = fitting_widths(table(["Who", "What"], (30, 70), ["Inspectorate", address]), 100)
    assert who >= width_of("Inspectorate", Type("Arial", 10)) + 3
    assert who + what == pytest.approx(100)


def test_a_word_that_is_broken_anyway_takes_no_room_from_the_columns_beside_it() -> None:
    said = "This is said at some length, so that the column is as wide as the council has it."
    rows = ["Inspectorate", said, "x" * 300]
    who, what, more = fitting_widths(table(["Who", "What", "More"], (30, 80, 30), rows), 140)
    assert (who, what, more) == (30, 80, 30)


def test_where_two_words_are_too_long_the_shorter_one_is_whole() -> None:
    rows = ["w" * 30, "m" * 60]
    one, other = fitting_widths(table(["A", "B"], (50, 50), rows), 100)
    assert one >= width_of("w" * 30, Type("Arial", 10)) + 3
    assert one + other == pytest.approx(100)


def test_a_column_of_a_long_heading_alone_is_not_narrowed_to_a_letter() -> None:
    """In large print “Progress”, with nothing below it, stood letter below letter."""
    said = ["communicate available hierarchy", "wellbeing perceptions accessibility", ""]
    asked = table(["Actions", "Success Criteria", "Responsibilities"], (50, 50, 30), said)
    actions, criteria, empty = fitting_widths(asked, 62)
    assert empty > 10
    assert actions > 20
    assert criteria > 20
    assert actions + criteria + empty == pytest.approx(62)


@pytest.mark.parametrize("bullet", [None, 0, 2])
def test_an_item_of_a_list_has_room_for_its_words_where_they_stand_further_in(
    bullet: int | None,
) -> None:
    role: Role = "plan-item" if bullet is None else "plan-cell"
    header = Row((Cell((plain("A", "plan-header"),)), Cell((plain("B", "plan-header"),))), True)
    items = Cell((plain("Short", role, bullet=bullet), plain("Inspectorates", role, bullet=bullet)))
    listed, _ = fitting_widths(Table((header, Row((items, Cell()))), (10, 60)))
    indent = {None: 2.5, 0: 3.4, 2: 10.4}[bullet]
    assert listed >= width_of("Inspectorates", Type("Arial", 10)) + 3 + indent


def test_an_empty_column_gives_what_it_does_not_need_to_those_that_are_crowded() -> None:
    long = "It was said at length what is to be done about it. " * 8
    asked = table(["Ref", "Actions", "Progress"], (12, 50, 50), ["1.1", long, ""])
    ref, actions, progress = fitting_widths(asked)
    assert actions > 65
    assert progress >= width_of("Progress", Type("Arial", 10, bold=True)) + 3
    assert ref + actions + progress == pytest.approx(112)
    short = table(["Ref", "Actions", "Progress"], (12, 50, 50), ["1.1", "Do it.", ""])
    assert fitting_widths(short) == (12, 50, 50)


def test_tables_with_the_same_columns_have_the_same_widths() -> None:
    one = table(["Who", "What"], (20, 60), ["Teams", "Learn"])
    other = table(["Who", "What"], (20, 60), ["JMG/COG/SPGs/GIG", "Meet"])
    found = ColumnWidths([one, plain("between"), other], inf, OURS)
    assert found.of(one) == found.of(other)


def test_the_widths_follow_the_font_and_the_size() -> None:
    word = "Inspectorate"
    assert width_of(word, Type("Arial", 10)) == pytest.approx(20, abs=1)
    assert width_of(word, Type("Arial", 16)) == pytest.approx(32, abs=1.5)
    assert width_of(word, Type("Calibri", 10)) < width_of(word, Type("Arial", 10))
    assert width_of(word, Type("Arial", 10, bold=True)) > width_of(word, Type("Arial", 10))
    assert width_of("é", Type("Arial", 10)) == width_of("e", Type("Arial", 10))


def test_a_font_that_is_not_known_is_measured_as_the_widest_of_those_that_are() -> None:
    widths = [width_of("Inspectorate", Type(font, 10)) for font in ("Arial", "Calibri", "Times")]
    assert width_of("Inspectorate", Type("Council Sans", 10)) > max(widths)


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
    assert min(room, sum(widths)) - 0.01 <= sum(found) <= max(room, 0.0) + 0.01
    assert all(width > 0 for width in found)
