"""Each question of a form, and each of its boxes, goes by the names that an officer sees."""

import pytest

from desk.named_questions import NamedAssessment, UnknownNameError, assessment_named
from plan.changes.change import applied
from plan.changes.edits import add_assessment
from plan.council.form import Form
from plan.council.form_groups import FormField
from plan.council.format import form_named, format_named
from plan.model.outline import built_plan
from plan.model.plan import Plan
from tests.plan.councils import glenshire_form
from tests.tui.window import SMALL

DUNDEE = form_named("dundee-eqia-2016")
FORMS = [DUNDEE, glenshire_form()]
COUNCIL = format_named("dundee-2016")


def blank(form: Form = DUNDEE) -> NamedAssessment:
    """Return a blank assessment of a plan."""
    plan = built_plan(SMALL, COUNCIL.id)
    plan = applied(plan, add_assessment(plan, form))
    return NamedAssessment(plan, plan.assessments[0], form)


def answer_to(named: NamedAssessment, question: str, typed: str) -> str:
    """Return what the answer to a question says once it is answered by some name."""
    return written(applied(named.plan, named.answered(question, typed)), named, "text")


def ticks_of(named: NamedAssessment, row: str, column: str, *, is_on: bool = True) -> str:
    change, _ = named.marked(row, column, is_on=is_on)
    return written(applied(named.plan, change), named, "ticks")


def written(plan: Plan, named: NamedAssessment, name: str) -> str:
    """Return each answer that there is, as "question=value"."""
    answers = plan.answers_of(named.assessment.id)
    said = {question: getattr(one, name) for question, one in answers.items()}
    return " ".join(
        f"{question}={value if name == 'text' else ','.join(value)}"
        for question, value in said.items()
    )


def names_of(form: Form, field: FormField) -> list[str]:
    """Return the names by which a question must be known: its id and its place in check."""
    is_printed = field.part in form.parts
    part = f"part-{form.parts.index(field.part) + 1}" if is_printed else field.part.id
    number = field.number.strip(".") if is_printed else ""
    place = f"{part}/{number or field.question}"
    return [field.question, field.question.upper(), place, f"assessment/{place}"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_question_in_words_goes_by_its_id_and_its_place(form: Form) -> None:
    named = blank(form)
    written = [one for one in form.every_field if one.has_text or not one.options]
    assert len(written) > 4
    for field in written:
        for name in names_of(form, field):
            assert answer_to(named, name, "Said") == f"{field.question}=Said", name


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_box_goes_by_its_id_and_its_words(form: Form) -> None:
    named = blank(form)
    for field in form.every_field:
        for option in field.options:
            for name in names_of(form, field):
                assert ticks_of(named, name, option.id) == f"{field.question}={option.id}"
            assert ticks_of(named, field.question, option.label.upper()).endswith(f"={option.id}")


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("Negative impacts", "negative-impacts"),
        ("2. negative impacts", "negative-impacts"),
        ("how will the policy be monitored", "monitoring"),
        ("part-3/monitoring", "monitoring"),
        ("Part 1/7.", "evidence"),
        ("other", "characteristics.other"),
        ("justif", "justification"),
    ],
)
def test_labels_printed_words_and_beginnings_are_names_too(typed: str, question: str) -> None:
    assert answer_to(blank(), typed, "Said") == f"{question}=Said"


@pytest.mark.parametrize(
    ("row", "column", "ticked"),
    [
        ("Age", "Positively", "characteristics.age=positively"),
        ("race", "not known", "characteristics.race=not-known"),
        ("People with", "neg", "characteristics.disability=negatively"),
        ("full", "Yes", "full=yes"),
        ("part-1/1", "new", "new-or-existing=new"),
    ],
)
def test_rows_and_columns_go_by_their_words(row: str, column: str, ticked: str) -> None:
    assert ticks_of(blank(), row, column) == ticked


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("1", "“1” names several questions: new-or-existing (1. New or existing), positive-imp"),
        ("bananas", "Equality Impact Assessment Tool has no question “bananas”. It has date, "),
        ("bananas", "and 28 more; plandesk show PLAN --json lists all."),
        ("negativ-impact", "It has negative-impacts, "),
        ("part-9/1", "no question “part-9/1”"),
        ("", "no question “”"),
        ("full", "“Full assessment” is answered by its boxes and not in words: plandesk mark PLAN"),
        ("characteristics", "names several questions: characteristics.race"),
    ],
)
def test_a_question_that_is_none_or_several_is_said_with_what_there_is(
    question: str, says: str
) -> None:
    with pytest.raises(UnknownNameError) as refusal:
        blank().answered(question, "x")
    assert says in str(refusal.value)
    assert len(str(refusal.value)) < 450


@pytest.mark.parametrize(
    ("row", "column", "says"),
    [
        ("full", "maybe", "“Full assessment” has no box “maybe”. It has yes, no."),
        ("age", "", "“Age” has no box “”. It has positively, negatively, no-impact"),
        ("age", "no", "“no” names several boxes of “Age”: positively, negatively, no-impact"),
        ("monitoring", "yes", "answered in words and has no boxes: plandesk answer PLAN monitor"),
    ],
)
def test_a_box_that_is_none_is_said_with_what_there_is(row: str, column: str, says: str) -> None:
    with pytest.raises(UnknownNameError) as refusal:
        blank().marked(row, column, is_on=True)
    assert says in str(refusal.value)


def test_only_one_box_stays_ticked_where_only_one_may_and_off_takes_it_away() -> None:
    named = blank()
    for row, columns, left in (
        ("age", ("positively", "negatively"), "negatively"),
        ("full", ("yes", "no"), "no"),
        ("document-type", ("guidelines", "general-policy"), "general-policy,guidelines"),
    ):
        plan = named.plan
        for column in columns:
            one = NamedAssessment(plan, named.assessment, DUNDEE)
            plan = applied(plan, one.marked(row, column, is_on=True)[0])
        after = NamedAssessment(plan, named.assessment, DUNDEE)
        assert written(plan, after, "ticks").endswith(f"={left}")
        assert after.marked(row, columns[-1], is_on=True)[0].is_empty
        emptied = applied(plan, after.marked(row, columns[-1], is_on=False)[0])
        assert columns[-1] not in written(emptied, after, "ticks")


def test_the_only_assessment_is_meant_and_of_several_one_is_named() -> None:
    plan = blank().plan
    assert assessment_named(plan, COUNCIL, "").assessment == plan.assessments[0]
    plan = applied(plan, add_assessment(plan, DUNDEE))
    for typed in ("2", "assessment-2"):
        assert assessment_named(plan, COUNCIL, typed).assessment == plan.assessments[1]
    at_place = assessment_named(plan, COUNCIL, "", "assessment-2/part-1/7")
    assert at_place.assessment == plan.assessments[1]
    with pytest.raises(UnknownNameError, match=r"Say which with --form NUMBER\.$"):
        assessment_named(plan, COUNCIL, "")


def test_without_an_assessment_it_says_how_to_begin_one() -> None:
    plan = built_plan(SMALL, COUNCIL.id)
    with pytest.raises(UnknownNameError, match="Begin one first: plandesk add PLAN assessment"):
        assessment_named(plan, COUNCIL, "")
