"""Filled forms come in however they lie: answers below, rows of any number, explanations."""

from pathlib import Path

import pytest

from exporters.word.document import word_file_of
from importers.assessment.assessment import read_assessment
from importers.paper import PaperReading, read_paper, read_with_account
from plan.council.form_groups import Questions
from plan.council.format import form_named, format_named
from plan.model.outline import AnswerOutline, AssessmentOutline, outline_of
from plan.papers.assessment import assessment_of
from plan.papers.blocks import Paragraph, Table
from plan.papers.linear import lines_of
from tests.exporters.conftest import opened
from tests.exporters.structure import faults
from tests.importers.word_files import (
    BULLETS,
    cell,
    docx_of,
    listed,
    merged,
    para,
    row,
    spanning,
    table,
)
from tests.plan.box import PLAIN
from tests.plan.harbour import FILLED, HARBOUR, harbour_plan

COUNCIL = PLAIN[0]
TITLE = para("Integrated Impact Assessment: Report")
NO = AnswerOutline("required", "", ("no",))


def read(folder: Path, *blocks: str, numbering: str = "") -> PaperReading:
    return read_paper(docx_of(folder, "".join(blocks), numbering=numbering), COUNCIL, [HARBOUR])


def said(reading: PaperReading) -> dict[str, str]:
    """Return the answers in words and, where there are none, the ticked boxes."""
    (assessment,) = reading.outline.assessments
    return {one.question: one.text or ",".join(one.ticks) for one in assessment.answers}


def complaints(reading: PaperReading) -> list[str]:
    return [one.text for one in reading.remarks if one.kind == "not understood"]


# What we print ourselves


def document(*answers: AnswerOutline) -> tuple[Paragraph | Table, ...]:
    filled = AssessmentOutline(HARBOUR.id, answers) if answers else FILLED
    plan = harbour_plan(filled)
    return assessment_of(plan, plan.assessments[0].id, HARBOUR).blocks


def test_the_form_is_printed_as_it_says_and_read_back_as_it_was() -> None:
    blocks = document()
    assert read_assessment(blocks, [HARBOUR]) == (FILLED, ())
    assert outline_of(harbour_plan()).assessments == (FILLED,)
    words = [one.text for one in blocks if isinstance(one, Paragraph)]
    at = words.index("Title of proposal")
    assert words[at + 1] == "Harbour plan"
    tables = [one for one in blocks if isinstance(one, Table)]
    assert [len(one.rows) - 1 for one in tables] == [2, 2, 3, 2, 2]


def test_what_is_not_asked_is_not_printed_and_a_blank_table_has_a_blank_row() -> None:
    others = [one for one in FILLED.answers if one.question != "required"]
    blocks = document(*sorted([*others, NO], key=lambda one: one.question))
    words = [one.text for one in blocks if isinstance(one, Paragraph)]
    assert not [one for one in blocks if isinstance(one, Table)]
    assert "Why no full assessment is required" in words
    assert "How will you monitor how this proposal affects different groups?" not in words
    found = read_assessment(blocks, [HARBOUR])
    assert found is not None
    again, remarks = found
    assert remarks == ()
    assert "monitor" not in {one.question for one in again.answers}
    blank = [one for one in document(AnswerOutline("title", "x")) if isinstance(one, Table)]
    assert [len(one.rows) - 1 for one in blank] == [1, 2, 3, 2, 1]


@pytest.mark.slow
def test_the_word_file_is_right_and_comes_back(tmp_path: Path) -> None:
    plan = harbour_plan()
    content = word_file_of(assessment_of(plan, plan.assessments[0].id, HARBOUR))
    assert faults(opened(content)) == []
    path = tmp_path / "form.docx"
    path.write_bytes(content)
    reading = read_with_account(path, COUNCIL, [HARBOUR])
    assert reading.outline.assessments == (FILLED,)
    assert complaints(reading) == []
    account = reading.account
    assert account is not None
    assert (account.shown, account.unaccounted) == (0, ())


def test_the_preview_shows_it_line_by_line() -> None:
    plan = harbour_plan()
    lines = lines_of(assessment_of(plan, plan.assessments[0].id, HARBOUR), 78)
    text = "\n".join(map(str, lines))
    assert "Contract more interpreters" in text
    assert "Waits are long:" in text


# Papers of others


def test_answers_stand_below_numbered_paragraphs_with_their_bullets(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        TITLE,
        para("The proposal"),
        table(row("Interim report", "", "Final report", "✓")),
        para("1. Title of proposal: Harbour plan"),
        para("2) What will change as a result of this proposal?"),
        para("Say it as a neighbour would understand it."),
        para("Families are seen:"),
        listed("earlier", 7),
        listed("nearer home", 7),
        para("Title of proposal changes nothing here."),
        para("Q3 Is the proposal considered strategic under the Fairer Scotland Duty?"),
        para("Yes ☒  No ☐"),
        para("It sets priorities."),
        para("4. Date of the assessment"),
        para("4 November 2026"),
        para("5. How many people does it reach?"),
        para("few ☐ some ☐ most ☒"),
        para("6. Overall rating of the proposal"),
        para("high"),
        para("7. Is a full assessment required?"),
        para("No"),
        para("Why no full assessment is required"),
        para("8. A full assessment is not required, because"),
        para("nobody is affected."),
        numbering=BULLETS,
    )
    assert said(reading) == {
        "state": "final",
        "title": "Harbour plan",
        "change": "Families are seen:\n\n- earlier\n- nearer home\n\n"
        "Title of proposal changes nothing here.",
        "strategic": "It sets priorities.",
        "date": "4 November 2026",
        "reach": "3",
        "rating": "High",
        "required": "no",
        "why-not": "nobody is affected.",
    }
    (assessment,) = reading.outline.assessments
    ticked = {one.question: one.ticks for one in assessment.answers if one.ticks}
    assert ticked == {
        "state": ("final",),
        "strategic": ("yes",),
        "reach": ("3",),
        "required": ("no",),
    }
    assert complaints(reading) == []
    (missing,) = [one.text for one in reading.remarks if one.kind == "oddity"]
    assert missing == "Not found in the paper: “14. Sign off”."


def test_an_answer_may_stand_in_a_frame(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        TITLE,
        para("2. What will change as a result of this proposal?"),
        table(row(cell(para("Families are seen."), para("Nearer home.")))),
        table(
            row("3. Is the proposal considered strategic under the Fairer Scotland Duty?"),
            row("☒ Yes ☐ No"),
            row("4. Date of the assessment"),
            row("4 November 2026"),
        ),
        para("Sign off"),
    )
    assert said(reading) == {
        "change": "Families are seen.\n\nNearer home.",
        "strategic": "yes",
        "date": "4 November 2026",
    }
    assert complaints(reading) == []


ACTIONS = (*("Negative impact", "Action to mitigate", "Who is responsible", "By when", "Agreed?"),)


def test_rows_of_any_number_come_in_and_blank_ones_are_none(tmp_path: Path) -> None:
    rows = [
        row(f"Impact {n}", f"Action {n}", "Manager", f"{n} March 2027", "☒ Yes ☐ No")
        for n in range(1, 13)
    ]
    blank = row("", "", "", "", "☐ Yes ☐ No")
    reading = read(tmp_path, TITLE, table(row(*ACTIONS), *rows, blank))
    found = said(reading)
    assert len(found) == 5 * 12
    assert found["mitigation..12.when"] == "12 March 2027"
    assert found["mitigation..12.agreed"] == "yes"
    assert reading.outline.aims == ()
    assert complaints(reading) == []


def test_columns_may_stand_in_another_order_and_one_too_many_is_told(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        TITLE,
        table(
            row("No", "By when", "Who is responsible", *ACTIONS[:2], "Agreed?", "Cost"),
            row("1.", "March 2027", "Manager", "Race", "Interpreters", "Yes", "£200"),
        ),
    )
    assert said(reading) == {
        "mitigation..1.impact": "Race",
        "mitigation..1.what": "Interpreters",
        "mitigation..1.who": "Manager",
        "mitigation..1.when": "March 2027",
        "mitigation..1.agreed": "yes",
    }
    assert complaints(reading) == [
        *("Not read: “1.”: “Actions to mitigate negative impacts” has no such column.",),
        *("Not read: “£200”: “Actions to mitigate negative impacts” has no such column.",),
    ]


def test_a_cell_that_serves_several_rows_is_in_each_of_them(tmp_path: Path) -> None:
    body = table(
        row(*ACTIONS),
        row(merged("Race", start=True), "Interpreters", "Manager", "March 2027", "Yes"),
        row(merged(), "A guide", "Editor", "June 2027", "No"),
        row(spanning("To be agreed in June", 5)),
    )
    reading = read_with_account(docx_of(tmp_path, TITLE + body), COUNCIL, [HARBOUR])
    found = said(reading)
    assert [found[f"mitigation..{n}.impact"] for n in (1, 2)] == ["Race", "Race"]
    assert found["mitigation..2.what"] == "A guide"
    (told,) = complaints(reading)
    assert told.startswith("Not read: “To be agreed in June”")
    account = reading.account
    assert account is not None
    assert (account.shown, account.unaccounted) == (5, ())


@pytest.mark.parametrize("corner", ["Protected characteristic", "Group"])
def test_an_explanation_beside_a_mark_is_kept(tmp_path: Path, corner: str) -> None:
    reading = read(
        tmp_path,
        TITLE,
        table(
            row(corner, "Positive", "Negative", "None", "Explanation, evidence and actions"),
            row("Age", "X", "", "", cell(para("Seen earlier."), para("And nearer."))),
            row("Race", "", "☒", "", "Waits are long."),
        ),
    )
    assert said(reading) == {
        "groups.age": "positive",
        "groups.age.explanation": "Seen earlier.\n\nAnd nearer.",
        "groups.race": "negative",
        "groups.race.explanation": "Waits are long.",
    }
    assert complaints(reading) == []


def test_an_explanation_that_the_form_has_no_column_for_is_told(tmp_path: Path) -> None:
    source_of_form = HARBOUR.model_dump(mode="json", by_alias=True)
    matrix = next(
        group
        for part in source_of_form["parts"]
        for group in part["groups"]
        if group["kind"] == "matrix"
    )
    matrix["texts"], matrix["widths"] = [], [40, 40, 40, 40]
    source_of_form["rules"] = []
    form = type(HARBOUR).model_validate(source_of_form)
    body = table(
        row("Protected characteristic", "Positive", "Negative", "None", "Explanation"),
        row("Age", "X", "", "", "Seen earlier."),
        row("Race", "", "X", "", ""),
    )
    reading = read_paper(docx_of(tmp_path, TITLE + body), COUNCIL, [form])
    assert said(reading) == {"groups.age": "positive", "groups.race": "negative"}
    assert [one for one in complaints(reading) if "Seen earlier." in one]


def test_texts_for_good_and_bad_come_in_group_by_group(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        TITLE,
        table(
            row("Area", "Positive impacts", "Negative impacts"),
            row("Equality and human rights", cell(para("Calmer."), para("Closer.")), "None"),
            row("Environment and sustainability", "", "More journeys."),
        ),
    )
    assert said(reading) == {
        "im.pos.equality": "Calmer.\n\nCloser.",
        "im.neg.equality": "None",
        "im.neg.environment": "More journeys.",
    }


def test_a_form_without_its_title_is_known_by_its_questions(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        para("1. Is a full assessment required?"),
        para("Yes"),
        para("13. How will you monitor how this proposal affects different groups?"),
        para("Each year."),
    )
    assert said(reading) == {"required": "yes", "monitor": "Each year."}


# A form that nobody knows, called like those of the box


def test_another_form_of_the_same_name_is_kept_whole_as_an_appendix(tmp_path: Path) -> None:
    forms = [form_named(name) for name in COUNCIL.forms]
    blocks = (
        para("1 Purpose"),
        para("To approve the plan. An Integrated Impact Assessment is at Appendix 2."),
        para("Appendix 2"),
        para("Integrated Impact Assessment"),
        table(row("Lead officer", "Head of Parks"), row("What is proposed?", "Parks close.")),
        table(
            row("Protected characteristic", "Positive", "Negative", "No impact", "Explanation"),
            row("Age", "X", "", "", "Children gain most."),
            row("Sex", "", "", "X", "All alike."),
            row("Race", "", "X", "", "Signs are in English."),
        ),
        table(row("Approved by", "Head of Parks", "Date", "8 December 2026")),
    )
    path = docx_of(tmp_path, "".join(blocks))
    reading = read_with_account(path, COUNCIL, forms)
    assert reading.outline.assessments == ()
    (appendix,) = [one for one in reading.outline.report.appendices if one.kind == "text"]
    assert appendix.title == "Integrated Impact Assessment"
    for words in (
        "- Lead officer: Head of Parks",
        "- Race: Negative: X; Explanation: Signs are in English.",
        "- Approved by: Head of Parks; Date: 8 December 2026",
    ):
        assert words in appendix.text
    assert [text for text in complaints(reading) if "Purpose" not in text] == []
    account = reading.account
    assert account.unaccounted == ()
    assert account.words == account.taken + account.shown + sum(account.left_out.values())


@pytest.mark.parametrize("name", ["plain-equality", "integrated-assessment"])
def test_a_form_of_the_box_is_still_known_by_what_it_asks(tmp_path: Path, name: str) -> None:
    form = form_named(name)
    asked = [group for part in form.parts for group in part.groups if isinstance(group, Questions)]
    tables = [
        table(*(row(question.text, "Said.") for question in group.questions)) for group in asked
    ]
    path = docx_of(tmp_path, para(form.title) + "".join(tables))
    (assessment,) = read_paper(path, COUNCIL, [form]).outline.assessments
    assert assessment.form == name
    assert len(assessment.answers) > 8


def test_a_form_that_asks_mostly_otherwise_is_none_of_the_councils_own(tmp_path: Path) -> None:
    """Rows of groups and a few questions are alike in all: what is not asked is not missing."""
    council = format_named("dundee-2016")
    forms = [form_named(name) for name in council.forms]
    marks = ("Positively", "Negatively", "No impact", "Not known")
    blocks = (
        para("1 Purpose"),
        para("To approve the plan. An Equality Impact Assessment is at Appendix 1."),
        para("APPENDIX 1 – EQUALITY IMPACT ASSESSMENT"),
        para("Part 1: About the policy"),
        table(
            row("Title of document being assessed", "Attendance policy"),
            row("Date of assessment", "4 January 2027"),
            row("Is this a new or an existing policy?", "New"),
            row("Please give a brief description of the policy", "A plan for attendance."),
            row("Documents used to inform the assessment", "Attendance figures"),
            row("Has any consultation informed this assessment?", ""),
            row("Is there a need to collect further evidence?", "No."),
        ),
        para("Part 2: Protected characteristics"),
        table(row("", *marks), row("Race", "☒", "☐", "☐", "☐"), row("Age", "☐", "☐", "☐", "☒")),
        para("Part 4: Sign-off"),
        table(
            row("Author of the assessment (post)", "Education Officer"),
            row("Signed by the author", "Signed, 4 January 2027"),
            row("Signed by the Director", ""),
        ),
    )
    reading = read_with_account(docx_of(tmp_path, "".join(blocks)), council, forms)
    assert reading.outline.assessments == ()
    (appendix,) = [one for one in reading.outline.report.appendices if one.kind == "text"]
    for words in (
        "- Title of document being assessed: Attendance policy",
        "- Age: Positively: ☐; Negatively: ☐; No impact: ☐; Not known: ☒",
        "- Signed by the Director",
    ):
        assert words in appendix.text
