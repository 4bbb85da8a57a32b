"""Any paper at all in Word: whatever an officer could have written, whichever the council."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.word.document import word_file_of
from exporters.word.text import without_layout
from plan.council import DEFAULT_FORMAT
from plan.council.form import Form
from plan.council.format import Format, form_named, format_named
from plan.model.outline import AssessmentOutline, PlanOutline, built_plan
from plan.model.plan import Plan
from plan.papers.blocks import Block, Paragraph
from plan.papers.documents import papers as papers_of
from plan.papers.report_sections import own_sections
from plan.papers.typed_lists import with_typed_lists
from plan.text.clean import safe_characters
from tests.exporters.conftest import opened
from tests.exporters.structure import faults
from tests.exporters.test_awkward_text import lines_of
from tests.plan import paper_strategies
from tests.plan.box import FORMATS
from tests.plan.councils import GLENSHIRE, glenshire, glenshire_form

OFFICERS_OWN = (
    *("BodyText", "ListBullet", "NumberedBullet", "NumberedParagraph", "Heading2"),
    *("ReportItem", "ReportLine", "ReportLineCapitals", "ReportCentred", "Signatory"),
    *("SignatoryPost", "CoverTitle", "CoverSubtitle", "CoverDate", "PlanCell", "PlanItem"),
    *("PlanBullet", "PlanHeader", "Caption"),
    *("ProgressDate", "FormAnswer", "FormBullet"),
)
"""Styles of what an officer typed, which may look like anything."""


def forms_of(council: Format) -> Callable[[str], Form]:
    return glenshire_form if council.id == GLENSHIRE else form_named


def of_own_headings(plan: Plan) -> set[str]:
    """Return what an officer may have typed at the start of a section's heading."""
    headings = [safe_characters(one.heading) for one in own_sections(plan.report)]
    return {f"a number or a bullet is typed: {text!r}" for text in headings}


def _parted(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph, each item of a typed list for itself and without its sign."""
    for block in with_typed_lists(blocks):
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                yield from _parted(cell.blocks)


def look_at_every_paper(outline: PlanOutline, council: Format) -> None:
    plan = built_plan(outline, council.id)
    for paper in papers_of(plan, council, forms_of(council), "pack"):
        content = word_file_of(paper.document)
        word_file = opened(content)
        found = faults(word_file, typed=OFFICERS_OWN)
        assert [fault for fault in found if fault not in of_own_headings(plan)] == []
        printed = lines_of(content)
        said = [without_layout(safe_characters(p.text)) for p in _parted(paper.document.blocks)]
        assert [text for text in printed if text] == [text for text in said if text]
        assert content == word_file_of(paper.document)


@pytest.mark.parametrize("council", [format_named(DEFAULT_FORMAT), glenshire()], ids=lambda f: f.id)
@settings(
    max_examples=max(3, settings().max_examples // 4),
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
)
@given(data=st.data())
def test_any_paper_is_right_and_says_what_was_written(council: Format, data: st.DataObject) -> None:
    outline = data.draw(
        paper_strategies.papers(council, [forms_of(council)(name) for name in council.forms])
    )
    look_at_every_paper(outline, council)


@pytest.mark.parametrize("council", [*FORMATS, glenshire()], ids=lambda f: f.id)
@pytest.mark.slow
def test_papers_in_which_nothing_is_written_yet_are_right(council: Format) -> None:
    assessments = tuple(AssessmentOutline(name) for name in council.forms)
    look_at_every_paper(PlanOutline(assessments=assessments), council)
    look_at_every_paper(PlanOutline(), council)
