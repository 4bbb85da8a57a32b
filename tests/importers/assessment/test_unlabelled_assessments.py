"""An assessment that follows the plan without a label of its own is no part of the plan."""

from datetime import date
from pathlib import Path

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.model.outline import built_plan
from tests.importers.plan_papers import FORM, HEADER, action_row
from tests.importers.report.report_papers import TWO, bold, reading_of
from tests.importers.word_files import para, row, table

PLAN = table(HEADER, action_row("1.1"))
ABOUT = table(row("Service", "Parks"), row("Policy", "Safe paths"), row("Is it new?", "Yes"))
GROUPS = table(
    row("Protected characteristic", "Positive", "Negative", "Evidence"),
    row("Age", "", "X", "Older people use the steps"),
)
MITIGATION = table(
    row("Impact", "Mitigating action", "Who", "By when"),
    row("Steps", "Build a ramp", "Head of Parks", "May 2027"),
)
NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


@pytest.mark.parametrize("label", ["Appendix 1", "Appendix 1: Safe paths plan"])
@pytest.mark.parametrize("between", [NEW_PAGE, para()])
@pytest.mark.parametrize(
    "title", ["Equality Impact Assessment", "Integrated Impact Assessment – Summary Report"]
)
def test_an_assessment_behind_the_plan_is_an_appendix_of_its_own(
    tmp_path: Path, label: str, between: str, title: str
) -> None:
    paper = (*TWO, bold(label), PLAN, between, bold(title), ABOUT, GROUPS, MITIGATION)
    outline = reading_of(tmp_path, *paper).outline
    assert [(one.kind, one.title) for one in outline.report.appendices] == [
        ("plan", ""),
        ("text", title),
    ]
    assert sum(len(aim.actions) for aim in outline.aims) == 1
    assert "Build a ramp" in outline.report.appendices[1].text
    assert outline.closing == ""


def test_an_aim_on_assessments_begins_none(tmp_path: Path) -> None:
    aims = (bold("Priority 1: Paths"), PLAN, bold("Equality impact assessments are made"), PLAN)
    outline = reading_of(tmp_path, *TWO, "Appendix 1", *aims).outline
    assert len(outline.report.appendices) == 1
    assert len(outline.aims) == 2


def test_it_is_cited_where_the_report_says_that_it_is_attached(tmp_path: Path) -> None:
    said = "An equality impact assessment is attached. The plan is in Appendix 1."
    behind = (PLAN, NEW_PAGE, bold("Equality Impact Assessment"), ABOUT, GROUPS)
    outline = reading_of(tmp_path, *TWO, said, bold("Appendix 1"), *behind).outline
    paper = Paper(built_plan(outline, FORM.id), FORM, date(2021, 5, 3))
    assert not [one for one in findings(paper) if one.rule in ("R4", "E34")]
