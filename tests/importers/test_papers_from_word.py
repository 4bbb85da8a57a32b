"""A paper printed as a Word file and read back prints the same again, whatever is in it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.word.text import without_layout
from importers.paper import read_paper
from plan.model.outline import PlanOutline, built_plan
from plan.papers.blocks import Block, Document, Inline, Paragraph, Row, Text
from sample_data.sample import sample_outline
from tests.importers.made_up_paper import made_up_paper
from tests.importers.styled_papers import our_word, styled_word
from tests.importers.test_papers_from_blocks import DUNDEE, GLENSHIRE, pack, printed
from tests.plan.paper_strategies import papers

FORMATS = {"dundee": DUNDEE, "glenshire": GLENSHIRE}
WRITERS: dict[str, Callable[[Path, Document], Path]] = {"ours": our_word, "other": styled_word}


@pytest.mark.parametrize("writer", ["ours", pytest.param("other", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", FORMATS)  # what hypothesis would print of a format is too long
@settings(
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
    deadline=None,
)
@given(data=st.data())
@pytest.mark.slow
def test_any_paper_comes_back_from_word(
    tmp_path: Path,
    writer: str,
    name: str,
    data: st.DataObject,
) -> None:
    council, forms = FORMATS[name]
    outline: PlanOutline = data.draw(papers(council, forms))
    plan = built_plan(outline, council.id)
    path = WRITERS[writer](tmp_path, pack(plan, council, forms))
    again = built_plan(read_paper(path, council, forms).outline, council.id)
    for made, read in zip(
        printed(plan, council, forms), printed(again, council, forms), strict=True
    ):
        assert read.blocks == (_in_print(made.blocks) if writer == "ours" else made.blocks)


def _in_print(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks as our Word file has them: words apart by one blank where three stood."""
    return tuple(
        replace(block, inlines=tuple(map(_apart_by_one, block.inlines)))
        if isinstance(block, Paragraph)
        else replace(block, rows=tuple(map(_row_in_print, block.rows)))
        for block in blocks
    )


def _row_in_print(row: Row) -> Row:
    return replace(
        row, cells=tuple(replace(cell, blocks=_in_print(cell.blocks)) for cell in row.cells)
    )


def _apart_by_one(inline: Inline) -> Inline:
    if not isinstance(inline, Text):
        return inline
    has_layout = "   " in inline.text or "\t\t\t" in inline.text
    return replace(inline, text=without_layout(inline.text)) if has_layout else inline


@pytest.mark.parametrize("writer", WRITERS)
def test_a_paper_comes_back_as_the_values_it_was_made_of(tmp_path: Path, writer: str) -> None:
    council, forms = DUNDEE
    plan = built_plan(made_up_paper(), council.id)
    path = WRITERS[writer](tmp_path, pack(plan, council, forms))
    reading = read_paper(path, council, forms)
    assert reading.outline == made_up_paper()
    assert reading.remarks == ()
    assert reading.summary == (
        "2 aims and 3 actions, the report with 14 paragraphs, 2 other appendices, 1 assessment"
    )


def test_the_sample_comes_back_whole(tmp_path: Path) -> None:
    council, forms = DUNDEE
    plan = built_plan(sample_outline(), council.id)
    reading = read_paper(our_word(tmp_path, pack(plan, council, forms)), council, forms)
    again = built_plan(reading.outline, council.id)
    for made, read in zip(
        printed(plan, council, forms), printed(again, council, forms), strict=True
    ):
        assert read.blocks == made.blocks
    assert [one for one in reading.remarks if one.kind == "not understood"] == []


@pytest.mark.parametrize("place", [0, 1, 2], ids=["report", "plan", "assessment"])
def test_each_document_of_a_paper_can_be_read_alone(tmp_path: Path, place: int) -> None:
    council, forms = DUNDEE
    document = printed(built_plan(made_up_paper(), council.id), council, forms)[place]
    reading = read_paper(our_word(tmp_path, document), council, forms)
    assert (reading.has_report, reading.has_plan) == (place == 0, place == 1)
    assert bool(reading.outline.assessments) == (place == 2)
    again = built_plan(reading.outline, council.id)
    assert document.blocks in [one.blocks for one in printed(again, council, forms)]
    said = [one.text for one in reading.remarks]
    assert ("The paper has no table with the actions of a plan." in said) == (place != 1)
