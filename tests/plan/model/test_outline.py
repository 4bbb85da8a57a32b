"""Outlines: a plan without ids, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.council.format import Format, form_named, format_named
from plan.model.outline import (
    AppendixOutline,
    AssessmentOutline,
    PlanOutline,
    ReportOutline,
    action_outline,
    aim_outline,
    built_plan,
    outline_of,
)
from plan.model.rows import PARENT_TABLE
from tests.plan.councils import glenshire, glenshire_form
from tests.plan.paper_strategies import papers
from tests.plan.strategies import outlines

DUNDEE = format_named("dundee-2016")
GLENSHIRE = glenshire()

whole_papers = st.one_of(
    papers(DUNDEE, [form_named(name) for name in DUNDEE.forms]).map(lambda one: (DUNDEE, one)),
    papers(GLENSHIRE, [glenshire_form()]).map(lambda one: (GLENSHIRE, one)),
)


@given(outlines)
def test_a_plan_built_from_an_outline_has_that_outline(outline: PlanOutline) -> None:
    assert outline_of(built_plan(outline, "dundee-2016")) == outline


@given(outlines)
def test_every_row_gets_an_id_of_its_own_and_hangs_on_a_row_that_is_there(
    outline: PlanOutline,
) -> None:
    plan = built_plan(outline, "dundee-2016")
    ids = [plan.cover.id, *plan.aim_rows, *plan.action_rows, *plan.note_rows]
    assert len(set(ids)) == len(ids)
    assert {aim.parent for aim in plan.aims} <= {plan.cover.id}
    assert {action.parent for action in plan.action_rows.values()} <= set(plan.aim_rows)
    assert {note.parent for note in plan.note_rows.values()} <= set(plan.action_rows)


@given(outlines)
def test_parts_of_a_plan_have_the_parts_of_its_outline(outline: PlanOutline) -> None:
    plan = built_plan(outline, "dundee-2016")
    assert tuple(aim_outline(plan, aim.id) for aim in plan.aims) == outline.aims
    written = [action for aim in outline.aims for action in aim.actions]
    assert [action_outline(plan, action.id) for action in plan.actions] == written


@given(whole_papers)
@pytest.mark.slow
def test_report_and_assessments_have_their_outline_as_well(
    paper: tuple[Format, PlanOutline],
) -> None:
    council, outline = paper
    assert outline_of(built_plan(outline, council.id)) == outline


@given(whole_papers)
@pytest.mark.slow
def test_every_row_of_a_paper_hangs_on_a_row_of_the_table_above(
    paper: tuple[Format, PlanOutline],
) -> None:
    council, outline = paper
    plan = built_plan(outline, council.id)
    for child, parent in PARENT_TABLE.items():
        assert {row.parent for row in plan.table(child).values()} <= set(plan.table(parent))


def test_a_report_that_says_nothing_is_no_row() -> None:
    plan = built_plan(PlanOutline(), "dundee-2016")
    assert plan.report_rows == {}
    assert outline_of(plan).report == ReportOutline()


@pytest.mark.parametrize("kind", ["plan", "text", "file"])
def test_a_report_of_nothing_but_an_appendix_is_one(kind: str) -> None:
    outline = PlanOutline(report=ReportOutline(appendices=(AppendixOutline(kind),)))
    assert outline_of(built_plan(outline, "dundee-2016")) == outline


def test_a_blank_assessment_is_one() -> None:
    outline = PlanOutline(assessments=(AssessmentOutline("dundee-eqia-2016"),) * 2)
    assert outline_of(built_plan(outline, "dundee-2016")) == outline
