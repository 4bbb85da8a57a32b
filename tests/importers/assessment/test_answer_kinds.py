"""Every way of answering in the list: asked by a form's file, printed, read back and shown."""

import pytest

from desk.equality_contents import Checklist
from importers.assessment.assessment import read_assessment
from importers.assessment.tick_boxes import boxes_in
from plan.council.form import Form
from plan.council.form_kinds import ANSWER_KINDS, AnswerKind, Option
from plan.model.outline import AnswerOutline, AssessmentOutline, PlanOutline, outline_of
from plan.papers.assessment import assessment_of
from tests.plan.strategies import plan_from
from tests.repository import ROOT

ASKED = [kind for kind in ANSWER_KINDS.values() if not kind.is_matrix_row]
NAMES = [kind.name for kind in ASKED]
QUESTION = "What becomes of the library in the old school?"


def form_with(kind: AnswerKind) -> Form:
    """Return a form that asks one question."""
    options = [{"id": "kept", "label": "Kept open"}, {"id": "moved", "label": "Moved elsewhere"}]
    question = {
        "id": "library",
        "label": "Library",
        "text": QUESTION,
        "kind": kind.name,
        "options": options if kind.has_options else [],
        "choices": [{"word": "Kept open"}, {"word": "It"}] if kind.name == "choice" else [],
    }
    group = {
        "kind": "questions",
        "title": "The library",
        "headings": ["Question", "Answer"],
        "widths": [80, 80],
        "questions": [question],
    }
    part = {"id": "library-part", "heading": "The library", "label": "Library", "groups": [group]}
    return Form.model_validate(
        {
            "id": "library-form",
            "name": "Form of the library",
            "short": "Library form",
            "title": "Assessment of the library",
            "footer": "",
            "parts": [part],
        }
    )


def answer_to(form: Form) -> AnswerOutline:
    """Return an answer of the form's own kind: its last box, else some words."""
    (field,) = form.fields
    if field.options:
        return AnswerOutline("library", "", (field.options[-1].id,))
    return AnswerOutline("library", "It moves to the **new** school." if is_prose(form) else "It")


def is_prose(form: Form) -> bool:
    return form.fields[0].answered.is_prose


@pytest.mark.parametrize("kind", ASKED, ids=NAMES)
def test_an_answer_is_printed_and_read_back(kind: AnswerKind) -> None:
    form = form_with(kind)
    said = AssessmentOutline(form.id, (answer_to(form),))
    plan = plan_from(PlanOutline(assessments=(said,)))
    document = assessment_of(plan, plan.assessments[0].id, form)
    assert read_assessment(document.blocks, [form]) == (said, ())
    assert outline_of(plan).assessments == (said,)


@pytest.mark.parametrize("kind", ASKED, ids=NAMES)
def test_the_checklist_has_boxes_to_tick_or_a_field_to_write_in(kind: AnswerKind) -> None:
    form = form_with(kind)
    plan = plan_from(PlanOutline(assessments=(AssessmentOutline(form.id),)))
    checklist = Checklist(plan, plan.assessments[0].id, form)
    has_boxes = checklist.grid("library") is not None
    assert has_boxes == (kind.boxes is not None)
    written = [field.kind for field in checklist.contents("library")]
    of_words = {"person": "items", "items": "items", "choice": "choice"}.get(kind.name, "line")
    assert written == ([] if has_boxes else ["prose" if kind.is_prose else of_words])


@pytest.mark.parametrize("kind", NAMES)
def test_the_guide_to_formats_names_it(kind: str) -> None:
    guide = (ROOT / "docs/formats.md").read_text(encoding="utf-8")
    rows = [line for line in guide.splitlines() if line.startswith("| `kind` | `prose`")]
    assert [f"`{kind}`" in row for row in rows] == [True]


@pytest.mark.parametrize(
    ("said", "allows_several", "ticked"),
    [
        ("Survey, Local data", True, ("survey", "data")),
        ("Survey and local data", False, ()),
        ("Survey, Meeting, Local data", True, ()),
        ("Survey ☐ Meeting ☐ Local data ☐", True, ()),
        ("Meeting", False, ("meeting",)),
    ],
)
def test_options_named_without_a_box_are_ticked_where_several_may_be(
    said: str, allows_several: bool, ticked: tuple[str, ...]
) -> None:
    names = (("survey", "Survey"), ("meeting", "Meeting"), ("data", "Local data"))
    options = tuple(Option(id=one, label=label) for one, label in names)
    read = boxes_in(said, options, allows_several=allows_several)
    assert read is not None
    assert read.ticks == ticked
