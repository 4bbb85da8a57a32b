"""Whatever comes with plandesk is printed as a right Word file and read back as it was."""

from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.paper import read_paper
from plan.council.form import Form
from plan.council.format import Format, form_named
from plan.model.outline import AssessmentOutline, PlanOutline, built_plan
from plan.papers.documents import papers
from tests.exporters.conftest import opened
from tests.exporters.structure import faults
from tests.plan.box import FORMATS, OURS, PLAIN, whole_assessment, whole_paper

(PLAINEST,) = (council for council in PLAIN if council.id == "plain-council")
FORMS = tuple(map(form_named, PLAINEST.forms))


def in_word(folder: Path, outline: PlanOutline, council: Format, kind: str) -> Path:
    """Write the first paper of a kind, in which no fault is, and return its path."""
    plan = built_plan(outline, council.id)
    paper = papers(plan, council, form_named, kind)[0]
    content = word_file_of(paper.document)
    assert faults(opened(content)) == []
    path = folder / "paper.docx"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("council", FORMATS, ids=lambda one: one.id)
def test_a_whole_paper_of_a_format_comes_back(council: Format, tmp_path: Path) -> None:
    form = form_named(council.forms[0])
    outline = whole_paper(council, form)
    path = in_word(tmp_path, outline, council, "pack")
    reading = read_paper(path, council, [form_named(name) for name in council.forms])
    assert reading.outline == outline


@pytest.mark.parametrize("form", OURS, ids=lambda one: one.id)
def test_a_whole_assessment_comes_back_as_of_its_own_form(form: Form, tmp_path: Path) -> None:
    outline = PlanOutline(assessments=(whole_assessment(form),))
    path = in_word(tmp_path, outline, PLAINEST, "assessment")
    reading = read_paper(path, PLAINEST, FORMS)
    assert reading.outline.assessments == outline.assessments
    assert [str(one) for one in reading.remarks if one.kind == "not understood"] == []


@pytest.mark.parametrize("form", OURS, ids=lambda one: one.id)
def test_a_blank_form_is_right_in_word(form: Form, tmp_path: Path) -> None:
    outline = PlanOutline(assessments=(AssessmentOutline(form.id),))
    assert in_word(tmp_path, outline, PLAINEST, "assessment").stat().st_size


@pytest.mark.slow
def test_assessments_by_every_form_come_back_from_one_paper(tmp_path: Path) -> None:
    outline = whole_paper(PLAINEST, *FORMS)
    path = in_word(tmp_path, outline, PLAINEST, "pack")
    assert read_paper(path, PLAINEST, FORMS).outline == outline
