"""The assessment as blocks: each kind of table with its answers, of two councils' forms."""

import pytest

from plan.council.form import Form
from plan.council.format import form_named
from plan.model.outline import AnswerOutline
from plan.papers.assessment import assessment_of
from plan.papers.blocks import Document, Paragraph, Table, TickBox
from tests.plan.councils import glenshire_form
from tests.plan.judged_papers import DUNDEE_FORM, assessment_plan

DUNDEE = form_named(DUNDEE_FORM)
GLENSHIRE = glenshire_form()


def document(form: Form, *answers: AnswerOutline) -> Document:
    plan = assessment_plan(*answers, form=form.id)
    return assessment_of(plan, plan.assessments[0].id, form)


def table(form: Form, title: str, *answers: AnswerOutline) -> list[list[str]]:
    """Return the words of the table of a group, row by row."""
    (found,) = [one for one in tables(document(form, *answers)) if one.title == title]
    return [[cell.text for cell in row.cells] for row in found.rows]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def boxes(document: Document) -> list[TickBox]:
    return [
        inline
        for found in tables(document)
        for row in found.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for inline in paragraph.inlines
        if isinstance(inline, TickBox)
    ]


def test_a_blank_form_prints_its_title_parts_and_explanations() -> None:
    words = [block for block in document(GLENSHIRE).blocks if isinstance(block, Paragraph)]
    assert [(block.role, block.text) for block in words] == [
        ("form-title", "Integrated Impact Assessment"),
        ("heading-2", "A. The proposal"),
        ("heading-2", "B. The effects"),
        ("body", "Mark one box for each group of people."),
        ("heading-3", "Outcome"),
        ("heading-3", "Making it better"),
    ]
    assert not words[0].capitals
    title = document(DUNDEE).blocks[0]
    assert isinstance(title, Paragraph)
    assert title.capitals
    assert not title.text.isupper()


def test_questions_stand_beside_their_answers() -> None:
    answers = (
        AnswerOutline("proposal-title", "A bridge"),
        AnswerOutline("stage", ticks=("in-full",)),
        AnswerOutline("talked-to", ticks=("no",)),
        AnswerOutline("why", "Because:\n\n- one\n- **two**"),
    )
    assert table(GLENSHIRE, "The proposal", *answers) == [
        ["We ask", "You answer"],
        ["What is proposed", "A bridge"],
        ["How far this assessment goes", "Screening ☐\nIn full ☒"],
        ["Talking to the people affected", "Done ☐\u2003Not yet ☒"],
        [
            "Why this, and why now\nTwo or three sentences that a neighbour would understand.",
            "Because:\none\ntwo",
        ],
    ]


def test_the_bullets_of_an_answer_are_bullets() -> None:
    answer = AnswerOutline("why", "Because:\n\n- one\n  - two")
    cell = tables(document(GLENSHIRE, answer))[0].rows[4].cells[1]
    assert [(one.role, one.bullet) for one in cell.paragraphs] == [
        ("form-answer", None),
        ("form-answer", 0),
        ("form-answer", 1),
    ]


def test_yes_and_no_are_printed_as_on_the_form() -> None:
    rows = table(DUNDEE, "Description and consultation", AnswerOutline("rapid", ticks=("yes",)))
    assert rows[1:3] == [
        ["Is this a Rapid Equality Impact Assessment (RIAT)?", "Yes ☒\u2003No ☐"],
        ["Is this a Full Equality Impact Assessment (EQIA)?", "Yes ☐\u2003No ☐"],
    ]


def test_two_boxes_across_stand_one_to_a_cell_the_first_below_the_number() -> None:
    answer = AnswerOutline("new-or-existing", ticks=("existing",))
    row = table(DUNDEE, "Description and consultation", answer)[6]
    (first,) = tables(document(DUNDEE, answer))[0].rows[6].cells[0].paragraphs
    assert first.label == "1."
    assert row[0].startswith("This is a new policy")
    assert row[0].endswith("(If yes please check box) ☐")
    assert row[1].startswith("This is an existing policy")
    assert row[1].endswith("(If yes please check box) ☒")


def test_help_is_a_paragraph_of_its_own_below_the_question() -> None:
    rows = tables(document(DUNDEE))[0].rows
    asked = rows[-1].cells[0].paragraphs
    assert [one.role for one in asked] == ["form-question", "form-help"]
    assert asked[1].text.startswith("(Example: if the impact")


def test_a_matrix_has_a_box_in_every_cell_and_words_below_other() -> None:
    answers = (
        AnswerOutline("people.rural", ticks=("worse",)),
        AnswerOutline("people.others", "Carers", ("better", "worse")),
    )
    assert table(GLENSHIRE, "Effect on each group of people", *answers) == [
        ["People", "Better", "Worse", "The same"],
        ["Children and young people", "☐", "☐", "☐"],
        ["People in rural places", "☐", "☒", "☐"],
        ["People on low incomes", "☐", "☐", "☐"],
        ["Others (who?)\nCarers", "☒", "☒", "☐"],
    ]


def test_a_choice_has_a_box_for_each_option_and_words_below_the_one_that_asks_for_them() -> None:
    answer = AnswerOutline("outcome", "Two venues", ("change",))
    assert table(GLENSHIRE, "Outcome", answer) == [
        ["Having assessed it, we will", "Tick one"],
        ["Go ahead", "☐"],
        ["Change the proposal, thus\nTwo venues", "☒"],
        ["Stop", "☐"],
    ]


def test_grids_print_each_answer_where_its_row_and_column_meet() -> None:
    contacts = (
        AnswerOutline("contacts.manager.base", "Kirk House"),
        AnswerOutline("contacts.author.designation", "Service Manager"),
    )
    assert table(DUNDEE, "Manager and author responsible", *contacts) == [
        ["Contact", "Manager Responsible", "Author Responsible"],
        ["Name:", "", ""],
        ["Designation:", "", "Service Manager"],
        ["Base:", "Kirk House", ""],
        ["Telephone:", "", ""],
        ["Email:", "", ""],
    ]
    signed = AnswerOutline("signatures.date.director", "September 2016")
    assert table(DUNDEE, "Signatures", signed)[2] == [
        "Signature of Director/Head of Service:",
        "",
        "September 2016",
    ]


@pytest.mark.parametrize("form", [DUNDEE, GLENSHIRE], ids=lambda form: form.id)
def test_every_answer_of_a_form_is_printed_once(form: Form) -> None:
    answers = [
        AnswerOutline(
            one.question,
            f"answer to {one.question}" if one.has_text or not one.options else "",
            tuple(option.id for option in one.options),
        )
        for one in form.fields
    ]
    printed = document(form, *answers)
    words = "\n".join(
        cell.text for found in tables(printed) for row in found.rows for cell in row.cells
    )
    for answer in answers:
        if answer.text:
            assert len([line for line in words.split("\n") if line == answer.text]) == 1
    assert all(box.ticked for box in boxes(printed))
    assert len(boxes(printed)) == sum(len(answer.ticks) for answer in answers)


@pytest.mark.parametrize("form", [DUNDEE, GLENSHIRE], ids=lambda form: form.id)
def test_every_box_has_a_name_of_its_own(form: Form) -> None:
    names = [box.name for box in boxes(document(form))]
    assert len(set(names)) == len(names)
    assert form is not DUNDEE or "Gender: Positively" in names


@pytest.mark.parametrize("form", [DUNDEE, GLENSHIRE], ids=lambda form: form.id)
def test_tables_are_simple_with_a_header_row_without_blank_cells(form: Form) -> None:
    for found in tables(document(form)):
        assert found.rows[0].is_header
        assert all(cell.text for cell in found.rows[0].cells)
        assert {len(row.cells) for row in found.rows} == {len(found.widths)}
        assert all(cell.span == 1 for row in found.rows for cell in row.cells)
        assert found.title
        assert found.description


def test_an_answer_to_a_question_that_the_form_no_longer_asks_does_no_harm() -> None:
    assert document(DUNDEE, AnswerOutline("gone", "words")) == document(DUNDEE)


def test_the_document_is_named_after_the_form_and_what_is_assessed() -> None:
    assert document(DUNDEE).title == "Equality Impact Assessment Tool"
    assert document(DUNDEE).subject == "Equality Impact Assessment"
    assert document(GLENSHIRE).sections[0].footer == "Glenshire, page {page} of {pages}"


def test_what_plandesk_asks_is_never_printed() -> None:
    asked = [field for field in DUNDEE.every_field if field not in DUNDEE.fields]
    answers = [AnswerOutline(field.question, "Not printed", ("yes",)) for field in asked]
    assert len(answers) == 6
    assert document(DUNDEE, *answers) == document(DUNDEE)
