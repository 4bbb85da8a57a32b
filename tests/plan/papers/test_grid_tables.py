"""A table that is drawn has every word of it, within the width, and no heading is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.papers.blocks import Cell, Document, Row, Section, Table, TickBox, plain
from plan.papers.blocks import Paragraph as Words
from plan.papers.documents import papers
from plan.papers.grid_tables import can_be_drawn, grid_lines
from plan.papers.linear import lines_of
from plan.papers.linear_paragraphs import Span
from plan.text.line_breaks import cells
from sample_data.sample import sample_outline

DUNDEE = format_named("dundee-2016")
WORD = st.text(alphabet="abcdefghij é漢", min_size=0, max_size=12)


def cell(text: str) -> Cell:
    return Cell((plain(text),)) if text else Cell()


def table(*rows: tuple[str, ...]) -> Table:
    header, *others = (tuple(map(cell, row)) for row in rows)
    return Table((Row(header, is_header=True), *(Row(one) for one in others)))


def drawn(made: Table, width: int) -> list[str]:
    lines = grid_lines(made, width)
    assert lines is not None
    return [line.text for line in lines]


def test_a_table_is_drawn_cell_beside_cell() -> None:
    assert drawn(table(("Item", "Cost"), ("Two posts", "£80,000")), 27) == [
        "┌────────────┬────────────┐",
        "│ Item       │ Cost       │",
        "├────────────┼────────────┤",
        "│ Two posts  │ £80,000    │",
        "└────────────┴────────────┘",
    ]


def test_the_headings_are_bold() -> None:
    lines = grid_lines(table(("Item", "Cost"), ("Posts", "£1")), 27)
    assert lines is not None
    assert lines[1].spans == (Span(2, 6, True, False), Span(15, 19, True, False))
    assert lines[3].spans == ()


def test_a_cell_over_several_columns_or_rows_has_no_line_through_it() -> None:
    over = Row((Cell((plain("Both"),), span=2), cell("3")))
    below = Row((Cell(merged_up=True, span=2), cell("4")))
    made = Table((Row((cell("a"), cell("b"), cell("c")), is_header=True), over, below))
    assert drawn(made, 22) == [
        "┌──────┬──────┬──────┐",
        "│ a    │ b    │ c    │",
        "├──────┴──────┼──────┤",
        "│ Both        │ 3    │",
        "├             ┼──────┤",
        "│             │ 4    │",
        "└─────────────┴──────┘",
    ]


def test_what_is_too_narrow_or_a_form_is_not_drawn() -> None:
    made = table(("Responsibilities", "Indicators"), ("a", "b"))
    assert grid_lines(made, 20) is None
    assert can_be_drawn(made)
    assert not can_be_drawn(Table((Row((cell("a"), cell("b"))),)))
    boxed = Cell((Words((TickBox("a", ticked=True),)),))
    assert not can_be_drawn(Table((*made.rows, Row((boxed, boxed)))))
    asked = Cell((plain("Name", "form-question"),))
    assert not can_be_drawn(Table((*made.rows, Row((asked, cell("b"))))))


@given(
    st.integers(2, 6).flatmap(
        lambda columns: st.lists(st.tuples(*[WORD] * columns), min_size=1, max_size=4)
    ),
    st.integers(30, 120),
)
def test_every_word_is_there_and_all_lines_are_equally_wide(
    rows: list[tuple[str, ...]], width: int
) -> None:
    made = table(tuple("Indicator" for _ in rows[0]), *rows)
    lines = grid_lines(made, width)
    if lines is None:
        return
    assert {cells(line.text) for line in lines} == {cells(lines[0].text)}
    assert cells(lines[0].text) <= width
    assert "Indicator" in lines[1].text
    for row in rows:
        for text in row:
            letters = "".join(text.split())
            assert all(one in "".join(line.text for line in lines) for one in letters)


@pytest.mark.parametrize("width", [116, 196])
def test_the_plan_is_drawn_with_no_word_of_a_heading_broken(width: int) -> None:
    plan = built_plan(sample_outline(), "dundee-2016")
    paper = next(iter(papers(plan, DUNDEE, form_named, "plan")))
    lines = lines_of(paper.document, 96, width)
    grid = [line.text for line in lines if line.kind == "grid"]
    assert grid
    assert max(map(cells, grid)) <= width
    words = {word for line in grid for word in line.replace("│", " ").split()}
    for heading in ("Inspectorate", "Indicator(s)", "Timescale", "Criteria", "Progress"):
        assert heading in words
    told = [line.text for line in lines_of(paper.document, 96) if line.kind != "grid"]
    assert told == [line.text for line in lines_of(paper.document, 96, 0)]
    assert any(line.startswith("Actions: ") for line in told)


def test_a_narrow_table_is_told_line_by_line() -> None:
    made = table(("Responsibilities", "Indicators"), ("a", "b"))
    lines = lines_of(Document("", (Section((made,)),)), 40, 20)
    assert [line.text for line in lines] == ["Responsibilities: a", "Indicators: b"]
