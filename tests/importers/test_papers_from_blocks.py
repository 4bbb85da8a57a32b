"""The blocks that a paper is printed from are recognised again as the same paper."""

from collections.abc import Sequence
from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.asking import Asking
from importers.paper import PaperReading, paper_in
from importers.parts import Pages
from importers.plan.columns import heading_words
from plan.council.form import Form
from plan.council.format import Format, form_named, format_named
from plan.model.documents import GENERATED
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AppendixOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.model.plan import Plan
from plan.papers.appendix import appendix_of
from plan.papers.assessment import assessment_of
from plan.papers.blocks import Block, Document, Paragraph
from plan.papers.pack import pack_of
from plan.papers.report import report_of
from tests.plan.councils import glenshire, glenshire_form
from tests.plan.paper_strategies import papers

DUNDEE = (format_named("dundee-2016"), (form_named("dundee-eqia-2016"),))
GLENSHIRE = (glenshire(), (glenshire_form(),))
PLAIN = (
    format_named("plain-inspection"),
    tuple(map(form_named, format_named("plain-inspection").forms)),
)
HEADINGS = frozenset(one.heading for one in GENERATED.values())


def printed(plan: Plan, council: Format, forms: Sequence[Form]) -> list[Document]:
    """Return the documents of a plan, the assessments last."""
    by_id = {one.id: one for one in forms}
    assessments = (assessment_of(plan, one.id, by_id[one.form]) for one in plan.assessments)
    return [report_of(plan, council), appendix_of(plan, council), *assessments]


def pack(plan: Plan, council: Format, forms: Sequence[Form]) -> Document:
    return pack_of(plan, council, {one.id: one for one in forms}.__getitem__)


def recognised(document: Document, council: Format, forms: Sequence[Form]) -> PaperReading:
    starts = frozenset(accumulate(len(section.blocks) for section in document.sections))
    return paper_in(
        document.blocks, Pages(starts), council, forms, heading_words(council), Asking()
    )


def kept_blocks(document: Document) -> list[Block]:
    """Return the blocks of a paper; of what is drawn up from the plan only label and heading.

    A council may not print every field that it is drawn up from.
    """
    blocks: list[Block] = []
    for section in document.sections:
        heading = section.blocks[1] if len(section.blocks) > 1 else None
        is_generated = isinstance(heading, Paragraph) and heading.text in HEADINGS
        blocks.extend(section.blocks[:2] if is_generated else section.blocks)
    return blocks


@pytest.mark.parametrize(
    "formats", [DUNDEE, GLENSHIRE, PLAIN], ids=["dundee", "glenshire", "plain"]
)
@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
@given(data=st.data())
@pytest.mark.slow
def test_any_paper_is_recognised_in_its_blocks(
    formats: tuple[Format, tuple[Form, ...]], data: st.DataObject
) -> None:
    council, forms = formats
    assert_recognised(data.draw(papers(council, forms)), council, forms)


@pytest.mark.parametrize("ref", ["00000", "12345", "1.1.", "By when", "the second of them"])
def test_what_the_partners_call_an_action_comes_back(ref: str) -> None:
    """A long text below "No." is an aim in other councils' tables; here it is what it is."""
    council, forms = GLENSHIRE
    action = ActionOutline("Ask every family.", own_ref=ref)
    outline = PlanOutline(
        aims=(AimOutline("", (action,)),),
        report=ReportOutline(appendices=(AppendixOutline("plan"),)),
    )
    assert_recognised(outline, council, forms)


def test_sections_of_one_name_come_back_with_a_table_without_headings() -> None:
    council, forms = GLENSHIRE
    table = PassageOutline("own-1", "table", "|  | 0 |\n| --- | --- |")
    report = ReportOutline(
        own_sections=("0 [own-0]", "0 [own-1]", "0 [own-2]"),
        passages=(table,),
        appendices=(AppendixOutline("plan"),),
    )
    assert_recognised(PlanOutline(report=report), council, forms)


def assert_recognised(outline: PlanOutline, council: Format, forms: Sequence[Form]) -> None:
    """Assert that the blocks of a paper are recognised as what they were printed from."""
    plan = built_plan(outline, council.id)
    whole = pack(plan, council, forms)
    again = built_plan(recognised(whole, council, forms).outline, council.id)
    for made, read in zip(
        printed(plan, council, forms), printed(again, council, forms), strict=True
    ):
        assert read.blocks == made.blocks
    assert kept_blocks(pack(again, council, forms)) == kept_blocks(whole)
