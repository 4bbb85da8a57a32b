"""Forms whose labels differ a little from the form's are read all the same, and it is told."""

from pathlib import Path

import pytest

from importers.paper import PaperReading, read_paper
from plan.council.form_groups import Choice
from plan.council.format import form_named
from plan.model.outline import AnswerOutline
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.word_files import docx_of, para, row, table

TITLE = para("EQUALITY IMPACT ASSESSMENT TOOL")


def reading_of(folder: Path, *blocks: str) -> PaperReading:
    return read_paper(docx_of(folder, "".join(blocks)), FORM, FORMS)


def answers_of(reading: PaperReading) -> dict[str, AnswerOutline]:
    (assessment,) = reading.outline.assessments
    return {answer.question: answer for answer in assessment.answers}


def ticks(reading: PaperReading) -> dict[str, tuple[str, ...]]:
    return {key.rpartition(".")[2]: one.ticks for key, one in answers_of(reading).items()}


def marked(
    *rows: tuple[str, str], columns: str = "Positively,Negatively,No Impact,Not Known"
) -> str:
    """Return a table with a row for each group, marked with an X below the column that is named."""
    named = columns.split(",")
    header = row("", *named)
    return table(header, *(row(one, *("X" * (name == at) for name in named)) for one, at in rows))


@pytest.mark.parametrize(
    ("called", "question"),
    [
        ("Sex", "gender"),
        ("Sex / Gender", "gender"),
        ("Men and women", "gender"),
        ("Transgender", "gender-reassignment"),
        ("Gender reassignment/gender identity", "gender-reassignment"),
        ("Race and ethnicity", "race"),
        ("Ethnicity", "race"),
        ("Minority ethnic people", "race"),
        ("Religion, belief or lack of belief", "religion-or-belief"),
        ("Faith", "religion-or-belief"),
        ("Disability (including long-term conditions)", "disability"),
        ("Disabled people", "disability"),
        ("Age groups:", "age"),
        ("Sexual Orientation", "lesbian-gay-bisexual"),
        ("LGBT+", "lesbian-gay-bisexual"),
        ("Poverty/low income", "socio-economic"),
        ("Households on a low income", "socio-economic"),
        ("Socio-economic disadvantage", "socio-economic"),
        ("Pregnancy", "pregnancy-maternity"),
    ],
)
def test_a_group_of_people_is_known_by_its_usual_names(
    tmp_path: Path, called: str, question: str
) -> None:
    reading = reading_of(
        tmp_path, TITLE, marked((called, "Negatively"), ("Age groups", "No Impact"))
    )
    assert ticks(reading)[question] == ("negatively",)
    told = [one.text for one in reading.remarks if "was read as the form's" in one.text]
    assert any(called in text for text in told)


def test_a_group_that_the_form_has_not_is_shown_whole_with_its_mark(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        TITLE,
        marked(("Sex", "No Impact"), ("Marriage and Civil Partnership", "Positively"), ("Age", "")),
    )
    assert ticks(reading) == {"gender": ("no-impact",)}
    unread = [one.text for one in reading.remarks if one.kind == "not understood"]
    assert len(unread) == 1
    assert "“Marriage and Civil Partnership: Positively”" in unread[0]


@pytest.mark.parametrize(
    "columns",
    [
        "Positive,Negative,No impact,Unknown",
        "Neutral,Negative impact,Positive impact",
        "Negative,Positive,Neutral,Comments",
        "Not known,Adverse,No effect,Beneficial",
    ],
)
def test_marks_stand_below_columns_with_other_names_in_any_order(
    tmp_path: Path, columns: str
) -> None:
    named = columns.split(",")
    bad = next(one for one in named if one.startswith(("Neg", "Adv")))
    none = next(one for one in named if one.startswith("N") and one != bad and "known" not in one)
    reading = reading_of(tmp_path, TITLE, marked(("Age", bad), ("Race", none), columns=columns))
    assert ticks(reading) == {"age": ("negatively",), "race": ("no-impact",)}


def test_a_mark_may_be_said_in_words(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        TITLE,
        table(
            row("Group", "Impact", "Why"),
            row("Age", "Positive", "Children gain most."),
            row("Sex", "Neutral", ""),
            row("Disability", "Negative – the path has steps", ""),
            row("Race", "Not known", ""),
            row("Religion or Belief", "The same for all", ""),
        ),
    )
    assert ticks(reading) == {
        "age": ("positively",),
        "gender": ("no-impact",),
        "disability": ("negatively",),
        "race": ("not-known",),
    }
    unread = " ".join(one.text for one in reading.remarks if one.kind == "not understood")
    for words in ("Children gain most", "the path has steps", "The same for all"):
        assert words in unread


def test_the_type_is_ticked_on_the_line_of_its_label(tmp_path: Path) -> None:
    parts = form_named("dundee-eqia-2016").parts
    (group,) = [one for part in parts for one in part.groups if isinstance(one, Choice)]
    chosen, other = group.options[2], group.options[0]
    for beside in (f"{chosen.label} ☒", f"☐ {other.label} ☒ {chosen.label}", chosen.label):
        reading = reading_of(tmp_path, TITLE, table(row("Type of Document", beside)))
        assert answers_of(reading)[group.id].ticks == (chosen.id,)


@pytest.mark.parametrize("is_turned", [False, True])
def test_contacts_stand_below_or_beside_their_labels(tmp_path: Path, *, is_turned: bool) -> None:
    below = (
        row("Manager Responsible", "Author Responsible"),
        row("Name: A. Beag", "Name: C. Mor"),
        row("Base: The Mill", "Base: The Quay"),
    )
    beside = (
        row("", "Name", "Base"),
        row("Manager Responsible", "A. Beag", "The Mill"),
        row("Author Responsible", "C. Mor", "The Quay"),
    )
    reading = reading_of(tmp_path, TITLE, table(*(beside if is_turned else below)))
    said = {key: one.text for key, one in answers_of(reading).items()}
    assert said == {
        "contacts.manager.name": "A. Beag",
        "contacts.author.name": "C. Mor",
        "contacts.manager.base": "The Mill",
        "contacts.author.base": "The Quay",
    }


def test_the_label_above_a_form_is_the_appendix_that_the_report_names(tmp_path: Path) -> None:
    blocks = (
        para("REPORT TO: EDUCATION COMMITTEE"),
        para("REPORT ON: PLAN"),
        para("1.0 PURPOSE OF REPORT"),
        para("An Equality Impact Assessment is attached as Appendix 2 and costs as Appendix 3."),
        para("Appendix 2"),
        TITLE,
        marked(("Age", "No Impact"), ("Sex", "Positively")),
    )
    spoken_of = [
        one.text for one in reading_of(tmp_path, *blocks).remarks if "speaks of" in one.text
    ]
    assert [text for text in spoken_of if "Appendix 2" in text] == []
    assert len([text for text in spoken_of if "Appendix 3" in text]) == 1


@pytest.mark.parametrize("label", ["Appendix 2", "Appendix 2 – Equality Impact Assessment Tool"])
def test_a_label_with_the_forms_title_is_no_appendix_of_its_own(tmp_path: Path, label: str) -> None:
    reading = reading_of(
        tmp_path,
        para("REPORT TO: EDUCATION COMMITTEE"),
        para("REPORT ON: PLAN"),
        para("1.0 PURPOSE OF REPORT"),
        para("An Equality Impact Assessment is attached as Appendix 2."),
        para(label),
        *([TITLE] if label == "Appendix 2" else []),
        table(
            row("Name of Department or Partnership", "Parks"),
            row(
                "What is the intended outcome of this policy, procedure, strategy or practice?",
                "Trees.",
            ),
            row("How will the policy be monitored?", "Each year."),
        ),
        marked(("Age", "No Impact"), ("Sex", "Positively")),
    )
    assert len(reading.outline.assessments) == 1
    assert [one for one in reading.outline.report.appendices if one.kind == "text"] == []
    assert not any("speaks of" in one.text for one in reading.remarks)


def test_labels_of_a_contact_are_known_by_their_usual_names(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path,
        TITLE,
        table(
            row("", "Manager Responsible", "Author Responsible"),
            row("Full name", "A. Beag", "C. Mor"),
            row("Job title / Designation", "Head of Parks", "Officer"),
            row("E-mail address", "", "c.mor@council.example"),
        ),
    )
    said = {key: one.text for key, one in answers_of(reading).items()}
    assert said == {
        "contacts.manager.name": "A. Beag",
        "contacts.author.name": "C. Mor",
        "contacts.manager.designation": "Head of Parks",
        "contacts.author.designation": "Officer",
        "contacts.author.email": "c.mor@council.example",
    }


def test_a_longer_label_is_not_a_shorter_one_with_its_text(tmp_path: Path) -> None:
    lines = table(
        row("Manager Responsible", "Author Responsible"),
        row("Name: A. Beag", "Name: C. Mor"),
        row("Name of Director: D. Ban", ""),
    )
    answers = answers_of(reading_of(tmp_path, TITLE, lines))
    assert {key: answer.text for key, answer in answers.items()} == {
        "contacts.manager.name": "A. Beag",
        "contacts.author.name": "C. Mor",
        "director-name": "D. Ban",
    }
