"""A plan printed by its format and read back says the same."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.paper import read_paper
from plan.council import DEFAULT_FORMAT
from plan.council.format import Format, form_named, format_named
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    NoteOutline,
    PlanOutline,
    ReportOutline,
    SourceOutline,
    built_plan,
)
from plan.papers.appendix import appendix_of
from plan.papers.blocks import Block, Paragraph, Text
from sample_data.sample import sample_outline
from tests.importers.word_files import BULLETS, cell, docx_of, row, run, table

FORM = format_named(DEFAULT_FORMAT)
FORMS = tuple(map(form_named, FORM.forms))


def word_of(block: Block) -> str:
    """Return a block as Word has it."""
    if not isinstance(block, Paragraph):
        return table(
            *(row(*(cell(*map(word_of, one.blocks)) for one in line.cells)) for line in block.rows)
        )
    listed = f'<w:numPr><w:ilvl w:val="{block.bullet}"/><w:numId w:val="7"/></w:numPr>'
    runs = (
        run(inline.text, "<w:b/>" * inline.bold + "<w:i/>" * inline.italic)
        for inline in block.inlines
        if isinstance(inline, Text)
    )
    properties = "" if block.bullet is None else listed
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def read_back(folder: Path, outline: PlanOutline, council: Format = FORM) -> PlanOutline:
    blocks = appendix_of(built_plan(outline, council.id), council).blocks
    path = docx_of(folder, "".join(map(word_of, blocks)), numbering=BULLETS)
    return read_paper(path, council, FORMS).outline


def test_the_sample_plan_comes_back_whole(tmp_path: Path) -> None:
    outline = replace(  # the plan alone; no paper prints the inspection report's contents
        sample_outline(),
        partnership="",
        report=ReportOutline(),
        assessments=(),
        source=SourceOutline(),
    )
    assert read_back(tmp_path, outline) == outline


words = st.text(alphabet="abcxyzé/&<*_ ", min_size=1, max_size=12).map(
    lambda text: f"W{' '.join(text.split())}"
)
items = st.lists(words, max_size=3).map(tuple)
notes = st.builds(
    NoteOutline,
    as_at=st.sampled_from(["June 2016", "26 September 2016", "1/4/17"]),
    status=st.sampled_from(["", "on track"]),
    text=st.sampled_from(["Begun.", "**Done** and\n\n- said\n  - so", "Line\nand line"]),
)
actions = st.builds(
    ActionOutline,
    text=st.sampled_from(["Do it.", "Do *it*:\n\n- one\n- two\n\nThen rest.", "5\\. stays"]),
    pages=st.sampled_from(["", "All", "Pages 9, 18"]),
    indicators=items,
    leads=items,
    timescale=st.sampled_from(["June 2017", "June 2017\nand yearly"]),
    success_criteria=items,
    progress=st.lists(notes, max_size=3).map(tuple),
)
outlines = st.builds(
    PlanOutline,
    title=words,
    subtitle=words,
    date=st.just("June 2016"),
    aims=st.lists(
        st.builds(AimOutline, words, st.lists(actions, min_size=1, max_size=3).map(tuple)),
        min_size=1,
        max_size=3,
        unique_by=lambda aim: aim.text,
    ).map(tuple),
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=2 * settings().max_examples,
    deadline=None,
)
@given(outline=outlines)
def test_any_plan_comes_back_whole(tmp_path: Path, outline: PlanOutline) -> None:
    assert read_back(tmp_path, outline) == outline


@pytest.mark.parametrize(
    "action",
    [
        ActionOutline("Do.", timescale="Now", indicators=("a", "b"), bulleted=("indicators",)),
        ActionOutline("Do.", timescale="Now", leads=("a", "b"), bulleted=("leads",)),
        ActionOutline("Do.", success_criteria=("a", "b"), bulleted=("success_criteria",)),
    ],
)
def test_a_list_with_bullets_comes_back_with_bullets(tmp_path: Path, action: ActionOutline) -> None:
    outline = PlanOutline("T", "S", "June 2016", aims=(AimOutline("Aim", (action,)),))
    assert read_back(tmp_path, outline) == outline


anything = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n*_-•:.1 /"),
    max_size=20,
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=3 * settings().max_examples,
    deadline=None,
)
@given(above=anything, cells=st.lists(anything, min_size=16, max_size=16))
def test_whatever_the_cells_say_it_makes_a_plan(
    tmp_path: Path, above: str, cells: list[str]
) -> None:
    header = row(*(cell(column.heading) for column in FORM.plan.columns))
    first = row(*(cell(f"<w:p>{run(text)}</w:p>") for text in ("1.1", "Do.", *cells[2:8])))
    second = row(*(cell(f"<w:p>{run(text)}</w:p>") for text in cells[8:]))
    path = docx_of(tmp_path, f"<w:p>{run(above)}</w:p>{table(header, first, second)}")
    outline = read_paper(path, FORM, FORMS).outline
    assert len(built_plan(outline, FORM.id).actions) == sum(
        len(aim.actions) for aim in outline.aims
    )
    assert outline.aims[0].actions[0].text.startswith("Do")
