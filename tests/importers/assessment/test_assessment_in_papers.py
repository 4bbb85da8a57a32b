"""An assessment is found by the words of its form, and its ticks however they are drawn."""

from pathlib import Path

import pytest

from importers.paper import PaperReading, read_paper
from plan.council.form import Form
from plan.council.form_groups import Choice, Matrix, Questions
from plan.council.format import form_named
from plan.model.outline import AnswerOutline, AssessmentOutline
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import cell, docx_of, para, raw, row, run, spanning, table
from tests.plan.councils import glenshire, glenshire_form

EQIA = form_named("dundee-eqia-2016")


def reading_of(folder: Path, *blocks: str) -> PaperReading:
    return read_paper(docx_of(folder, "".join(blocks)), FORM, FORMS)


def answers_of(reading: PaperReading) -> dict[str, AnswerOutline]:
    (assessment,) = reading.outline.assessments
    return {answer.question: answer for answer in assessment.answers}


def words_of(question: str, form: Form = EQIA) -> str:
    """Return the printed words of a question of the form."""
    field = form.field(question)
    assert field is not None
    return field.asks


def matrix() -> Matrix:
    (found,) = [g for part in EQIA.parts for g in part.groups if isinstance(g, Matrix)]
    return found


def choice() -> Choice:
    (found,) = [g for part in EQIA.parts for g in part.groups if isinstance(g, Choice)]
    return found


TITLE = para("EQUALITY IMPACT ASSESSMENT TOOL")
CONTROL = (
    '<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt></w:p>"
)
FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="b"/><w:checkBox>'
    "<w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
    "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
WINGDINGS = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'


@pytest.mark.parametrize(
    "mark", ["☒", "X", "x", "✓", "Yes", CONTROL, FIELD, WINGDINGS], ids=lambda mark: mark[:20]
)
def test_a_row_of_the_matrix_is_ticked_in_any_way(tmp_path: Path, mark: str) -> None:
    group = matrix()
    header = row("", *(column.label for column in group.columns))
    rows = [row(one.label, "", "", "", "") for one in group.rows]
    rows[1] = row(group.rows[1].label, "☐", "", "", cell(mark))
    reading = reading_of(tmp_path, TITLE, table(header, *rows))
    assert answers_of(reading) == {
        "characteristics.gender": AnswerOutline("characteristics.gender", "", ("not-known",))
    }
    assert {one.kind for one in reading.remarks} == {"note", "oddity"}


def typed_in(font: str, text: str) -> str:
    return run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')


def symbol(code: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'


TICK_AND_CROSS = {
    "characters": ("✓", "✗"),
    "heavy": ("✔", "✘"),
    "emoji": ("✅", "❌"),
    "box": ("☑", "✗"),
    "numbers": (symbol("F0FC"), symbol("F0FB")),
    "typed": (typed_in("Wingdings", "ü"), typed_in("Wingdings", "\uf0fb")),
    "second font": (typed_in("Wingdings 2", "P"), typed_in("Wingdings 2", "O")),
}


def sign(one: str) -> str:
    return one if one.startswith("<") else run(one)


@pytest.mark.parametrize("signs", TICK_AND_CROSS.values(), ids=TICK_AND_CROSS)
def test_a_cross_is_no_mark_where_a_tick_stands_in_the_form(
    tmp_path: Path, signs: tuple[str, str]
) -> None:
    tick, cross = map(sign, signs)
    rapid, full = words_of("rapid"), words_of("full")
    group = matrix()
    header = row("", *(column.label for column in group.columns))
    ticks = [raw(cross), raw(tick), raw(cross), raw(cross)]
    body = table(
        row(cell(para(rapid), raw(run("Yes "), tick, run(" No "), cross))),
        row(cell(para(full), raw(run("Yes "), cross, run(" No "), tick))),
    ) + table(header, row("Gender", *map(cell, ticks)))
    reading = reading_of(tmp_path, TITLE, body)
    answers = answers_of(reading)
    assert {question: answer.ticks for question, answer in answers.items()} == {
        "rapid": ("yes",),
        "full": ("no",),
        "characteristics.gender": (group.columns[1].id,),
    }
    assert not any("✗" in remark.text for remark in reading.remarks)


@pytest.mark.parametrize("mark", ["X", "x", "☒", "✗", "✖"])
def test_a_mark_that_stands_alone_in_a_form_is_one(tmp_path: Path, mark: str) -> None:
    group = matrix()
    header = row("", *(column.label for column in group.columns))
    body = table(header, row("Gender", "", mark, "", ""), row("Age", mark, "", "", ""))
    reading = reading_of(tmp_path, TITLE, body)
    assert {question: answer.ticks for question, answer in answers_of(reading).items()} == {
        "characteristics.gender": (group.columns[1].id,),
        "characteristics.age": (group.columns[0].id,),
    }
    about = [remark.text for remark in reading.remarks if "✗" in remark.text]
    asked = "✗ was read as a mark in 2 answers, as no ✓ is one in this form. Check them."
    assert about == ([asked] if mark in "✗✖" else [])


def test_a_blank_form_keeps_its_questions_and_no_prompt_is_an_answer(tmp_path: Path) -> None:
    def prompt(content: str) -> str:
        properties = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    words = "Click or tap here to enter text."
    asked = ("outcome", "description", "rapid")
    answers = (prompt(cell(words)), cell(prompt(para(words))), cell(raw(prompt(run(words)))))
    rows = [
        row(words_of(question), answer) for question, answer in zip(asked, answers, strict=True)
    ]
    reading = reading_of(tmp_path, TITLE, table(*rows))
    assert reading.outline.assessments == (AssessmentOutline(EQIA.id),)
    (missing,) = (remark.text for remark in reading.remarks if "Not found" in remark.text)
    labels = [field.label for field in EQIA.fields if field.question in asked]
    assert not any(f"“{label}”" in missing for label in labels)
    others = len(EQIA.fields) - len(asked) - 3
    assert missing.endswith(f"and {others} others.")


def test_crosses_in_what_an_officer_wrote_stay(tmp_path: Path) -> None:
    group = matrix()
    header = row("", *(column.label for column in group.columns))
    marks = table(header, row("Gender", "✓", "✗", "", ""))
    asked = row(words_of("description"), cell("✓ written", "✗ not trained"))
    reading = reading_of(tmp_path, TITLE, table(asked), marks)
    answers = answers_of(reading)
    assert answers["description"].text == "✓ written\n\n✗ not trained"
    assert answers["characteristics.gender"].ticks == (group.columns[0].id,)


def test_the_columns_of_a_matrix_may_stand_in_another_order(tmp_path: Path) -> None:
    group = matrix()
    header = row("Group", "Notes", *(column.label for column in reversed(group.columns)))
    line = row("Gender", "", "X", "", "", "")
    answers = answers_of(reading_of(tmp_path, TITLE, table(header, line)))
    assert answers["characteristics.gender"].ticks == ("not-known",)


def test_words_in_a_box_are_shown_and_tick_nothing(tmp_path: Path) -> None:
    header = row("", *(column.label for column in matrix().columns))
    line = row("Gender", "Somewhat", "", "X", "")
    reading = reading_of(tmp_path, TITLE, table(header, line))
    assert answers_of(reading)["characteristics.gender"].ticks == ("no-impact",)
    assert any("Somewhat" in one.text for one in reading.remarks)


def test_other_takes_its_words_beside_its_label(tmp_path: Path) -> None:
    header = row("", *(column.label for column in matrix().columns))
    line = row("Other (please state) Carers", "X", "", "", "")
    answers = answers_of(reading_of(tmp_path, TITLE, table(header, line)))
    assert answers["characteristics.other"] == AnswerOutline(
        "characteristics.other", "Carers", ("positively",)
    )


@pytest.mark.parametrize(
    ("printed", "ticks"),
    [
        ("   Yes ☒   No ☐", ("yes",)),
        (" Yes ☐ No ☒", ("no",)),
        (" ☐ Yes ☒ No", ("no",)),
        (" Yes X No", ("yes",)),
        (" No", ("no",)),
        (" Yes ☐ No ☐", ()),
        (" Yes / No", ()),
        (" Yes ☒ No ☒", ("yes", "no")),
    ],
)
def test_yes_and_no_are_ticked_in_the_cell_of_the_question(
    tmp_path: Path, printed: str, ticks: tuple[str, ...]
) -> None:
    lines = table(row(words_of("rapid") + printed), row(words_of("full")))
    answers = answers_of(
        reading_of(tmp_path, TITLE, lines, table(row("Date of assessment: 1/2/21")))
    )
    assert answers.get("rapid", AnswerOutline("rapid")).ticks == ticks
    assert answers["date"].text == "1/2/21"


def test_a_label_and_its_value_share_a_cell_or_stand_side_by_side(tmp_path: Path) -> None:
    lines = table(
        row("Date of assessment: 1/2/21", "Committee Report Number: 7-2021"),
        row("Title of document being assessed:", "Paths"),
        row(spanning("Name of Director: A. Person", 2)),
    )
    answers = answers_of(reading_of(tmp_path, TITLE, lines))
    assert {key: answer.text for key, answer in answers.items()} == {
        "date": "1/2/21",
        "report-number": "7-2021",
        "title": "Paths",
        "director-name": "A. Person",
    }


def test_help_is_no_answer_even_misprinted_or_left_out(tmp_path: Path) -> None:
    helped = words_of("officers")
    misprinted = "(eg. name of officers consulted, date of meetings etc.)"
    for lines in (
        row(cell(helped, misprinted), "Two."),
        row(f"6. {helped}", "Two."),
        row(cell(f"6 {helped}", misprinted, "Two.")),
    ):
        path = tmp_path / "Paper.docx"
        path.unlink(missing_ok=True)
        both = table(lines, row(words_of("outcome"), "Better."))
        assert answers_of(reading_of(tmp_path, TITLE, both))["officers"].text == "Two."


def test_a_misprinted_question_is_still_that_question(tmp_path: Path) -> None:
    misprinted = words_of("outcome").replace("intended", "inteded").replace("strategy", "startegy")
    lines = table(row(misprinted, "Better."), row(words_of("description"), "A plan."))
    assert answers_of(reading_of(tmp_path, TITLE, lines))["outcome"].text == "Better."


def test_an_answer_of_prose_keeps_its_bullets_and_bold(tmp_path: Path) -> None:
    answer = cell(raw(run("Well", "<w:b/>"), run(" meant:")), "• one", "• two")
    lines = table(row(words_of("outcome"), answer), row(words_of("description"), "A plan."))
    answers = answers_of(reading_of(tmp_path, TITLE, lines))
    assert answers["outcome"].text == "**Well** meant:\n\n- one\n- two"


def test_two_boxes_side_by_side_are_one_answer(tmp_path: Path) -> None:
    new, existing = (option.label for option in EQIA.field("new-or-existing").options)  # type: ignore[union-attr]
    lines = table(row(f"1. {new} ☐", f"{existing} ☒"), row(words_of("outcome"), "Better."))
    answers = answers_of(reading_of(tmp_path, TITLE, lines))
    assert answers["new-or-existing"].ticks == ("existing",)


def test_a_type_is_ticked_beside_its_words(tmp_path: Path) -> None:
    group = choice()
    rows = [row(option.label, "X" if option.id == "guidelines" else "") for option in group.options]
    lines = table(row(group.headings[0], ""), *rows)
    answers = answers_of(reading_of(tmp_path, TITLE, lines))
    assert answers == {"document-type": AnswerOutline("document-type", "", ("guidelines",))}


def test_contacts_stand_in_two_columns_of_pairs(tmp_path: Path) -> None:
    lines = table(
        row("Manager Responsible", "", "Author Responsible", ""),
        row("Name:", "M. Person", "Name:", "A. Person"),
        row("Base:", "", "Base:", "The House"),
        row("Telephone: 1", "", "Telephone:", "2"),
    )
    answers = answers_of(reading_of(tmp_path, TITLE, lines))
    assert {key: answer.text for key, answer in answers.items()} == {
        "contacts.manager.name": "M. Person",
        "contacts.author.name": "A. Person",
        "contacts.author.base": "The House",
        "contacts.manager.telephone": "1",
        "contacts.author.telephone": "2",
    }


def test_signatures_have_their_date_beside_or_below(tmp_path: Path) -> None:
    lines = table(
        row("Signature of author of the policy:", "A. Person", "Date:", "May 2021"),
        row("Signature of Director/Head of Service:", "D. Person"),
        row("Date:", "June 2021"),
        row("Date of Next Policy Review:", "May 2022", "", ""),
    )
    answers = answers_of(reading_of(tmp_path, TITLE, lines))
    assert {key: answer.text for key, answer in answers.items()} == {
        "signatures.signature.author": "A. Person",
        "signatures.date.author": "May 2021",
        "signatures.signature.director": "D. Person",
        "signatures.date.director": "June 2021",
        "next-review": "May 2022",
    }


def test_what_the_form_does_not_ask_is_shown(tmp_path: Path) -> None:
    lines = table(
        row(words_of("outcome"), "Better."),
        row("Has the Fairness Commission been asked?", "Yes, in May."),
    )
    reading = reading_of(tmp_path, TITLE, lines, para("A closing remark."))
    said = " ".join(one.text for one in reading.remarks if one.kind == "not understood")
    assert "Fairness Commission" in said
    assert "Yes, in May." in said
    assert "A closing remark." in said


def test_a_second_answer_to_a_question_is_shown(tmp_path: Path) -> None:
    lines = table(row(words_of("outcome"), "Better."), row(words_of("outcome"), "Worse."))
    reading = reading_of(tmp_path, TITLE, lines)
    assert answers_of(reading)["outcome"].text == "Better."
    assert any("Worse." in one.text for one in reading.remarks)


def test_without_its_title_an_assessment_is_known_by_its_questions(tmp_path: Path) -> None:
    lines = table(row(words_of("outcome"), "Better."), row(words_of("description"), "A plan."))
    reading = reading_of(tmp_path, para("Part 1: Description/Consultation"), lines)
    assert answers_of(reading)["outcome"].text == "Better."


def test_each_title_begins_an_assessment(tmp_path: Path) -> None:
    lines = [
        table(row(words_of("outcome"), text), row(words_of("description"), "")) for text in "ab"
    ]
    reading = reading_of(tmp_path, TITLE, lines[0], TITLE, lines[1])
    assert [one.answers[0].text for one in reading.outline.assessments] == ["a", "b"]


def test_the_form_is_the_one_whose_questions_are_asked(tmp_path: Path) -> None:
    form = glenshire_form()
    (group,) = [
        group
        for group in form.parts[0].groups
        if isinstance(group, Questions) and group.title == "The proposal"
    ]
    rows = [
        row(question.text, "Screening ☒ In full ☐" if question.id == "stage" else "")
        for question in group.questions
    ]
    path = docx_of(tmp_path, table(row(*group.headings), *rows))
    outline = read_paper(path, glenshire(), (EQIA, form)).outline
    assert outline.assessments == (
        AssessmentOutline(form.id, (AnswerOutline("stage", "", ("screening",)),)),
    )


def test_tables_of_a_form_may_stand_in_one_that_lays_them_out(tmp_path: Path) -> None:
    question = matrix().rows[0]
    header = row("", *(column.label for column in matrix().columns))
    marks = row(question.label, "X", *[""] * (len(matrix().columns) - 1))
    plain = answers_of(reading_of(tmp_path, TITLE, table(header, marks)))
    laid_out = table(row(cell(para("Part"), table(header, marks))), row(cell(para("End"))))
    assert answers_of(reading_of(tmp_path, TITLE, laid_out)) == plain
    assert plain
