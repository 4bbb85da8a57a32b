"""Learning a format: what is written, what is added, what is never written."""

import re
import tomllib
import zipfile
from pathlib import Path

import pytest

from desk.errors import ImportRefusedError
from desk.learning import (
    Learned,
    answers_of,
    format_id_of,
    learning_of,
    text_of_answers,
    write_learned,
)
from store.formats import files_found, form_for, format_for
from store.learned_formats import form_path, format_path, template_path
from store.places import settings_folder
from store.settings import load_settings
from tests.importers.learning.made_papers import (
    NAMES,
    REACHED,
    make_form,
    make_letter,
    make_plan,
    make_report,
)

ISLES = "skerries"


def learned(paper: Path, *, force: bool = False) -> Learned:
    return write_learned(learning_of(paper, ISLES, force=force))


def all_that_is_written() -> str:
    """Return every text of every file in the settings folder, those inside of Word files too."""
    texts: list[str] = []
    for file in sorted(settings_folder().rglob("*")):
        if file.suffix == ".docx":
            with zipfile.ZipFile(file) as package:
                texts += [
                    package.read(name).decode("utf-8", "replace") for name in package.namelist()
                ]
        elif file.is_file() and file.suffix == ".toml":
            texts.append(file.read_text(encoding="utf-8"))
    return "\n".join(texts)


@pytest.mark.slow
def test_a_form_becomes_a_format_a_form_and_a_template(tmp_path: Path) -> None:
    learned(make_form(tmp_path / "form.docx"))
    council = format_for(ISLES)
    assert council.learned == ("form",)
    (form_id,) = council.forms
    form = form_for(form_id)
    assert form.title == "Island Equality Impact Assessment"
    assert [part.heading for part in form.parts] == [
        "Part 1: About the proposal",
        "Part 2: Who is affected",
        "Part 3: What will be done",
        "Sign off",
    ]
    assert [field.label for field in form.fields][:4] == [
        "Name of the proposal",
        "Lead officer",
        "Is this a new proposal",
        "What does the proposal want to…",
    ]
    assert template_path(ISLES).exists()
    assert load_settings()[0].council_format == ISLES
    assert not [one for one in files_found() if one.problems]


def test_a_paper_is_read_once_whatever_is_answered_and_wherever_it_has_gone(
    tmp_path: Path,
) -> None:
    paper = make_plan(tmp_path / "plan.docx")
    learning = learning_of(paper, ISLES)
    paper.unlink()
    told = learning.told(
        {line.key: line.answer for one in learning.questions for line in one.lines}
    )
    assert told.draft.format == learning.draft.format
    result = write_learned(told)
    assert result.account.taken
    assert f"No template was made: there is no file {paper} any more." in result.remarks


@pytest.mark.slow
def test_a_form_that_is_filled_in_gives_the_form_that_the_blank_one_gives(tmp_path: Path) -> None:
    learned(make_form(tmp_path / "form.docx"))
    (form_id,) = format_for(ISLES).forms
    blank = form_for(form_id)
    learned(make_form(tmp_path / "form.docx", filled=True), force=True)
    filled = form_for(form_id)
    assert [part.heading for part in filled.parts] == [part.heading for part in blank.parts]
    assert [field.asks for field in filled.fields] == [field.asks for field in blank.fields]


@pytest.mark.slow
@pytest.mark.parametrize("make", [make_form, make_report, make_plan])
def test_nothing_personal_and_nothing_of_one_paper_is_written(make: object, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    if make is make_form:
        make_form(paper, filled=True)
    else:
        make(paper)  # type: ignore[operator]
    learned(paper)
    whole = all_that_is_written()
    for words in (*NAMES, *REACHED, "Ferry timetable", "A bus waits", "Northwick", "HC/14/26"):
        assert words not in whole
    assert not re.search(r"rsid|w:ins\b|w:del\b|comments\.xml|customXml", whole)


@pytest.mark.slow
def test_a_letterhead_stays_and_how_to_reach_somebody_does_not(tmp_path: Path) -> None:
    learned(make_form(tmp_path / "form.docx"))
    assert "Council of the Outer Skerries" in all_that_is_written()
    assert "Contact" not in all_that_is_written().replace("contact", "")


@pytest.mark.slow
def test_a_second_paper_adds_what_the_format_lacks_and_changes_nothing(tmp_path: Path) -> None:
    learned(make_form(tmp_path / "form.docx"))
    learned(make_report(tmp_path / "report.docx"))
    council = format_for(ISLES)
    assert council.learned == ("form", "report")
    headings = [section.heading for section in council.report.sections]
    assert headings == ["Purpose", "Recommendations", "Background", "Finance", "Background papers"]
    before = format_path(ISLES).read_text(encoding="utf-8").replace("Finance", "Money")
    format_path(ISLES).write_text(before, encoding="utf-8")
    assert learned(make_plan(tmp_path / "plan.docx")).written == (format_path(ISLES),)
    council = format_for(ISLES)
    assert [one.heading for one in council.report.sections][3] == "Money"
    assert [one.heading for one in council.plan.columns][4:6] == ["Budget", "RAG"]
    assert council.forms == (form_id := council.forms[0],)
    assert form_path(form_id).exists()


@pytest.mark.slow
def test_the_same_paper_again_changes_no_file(tmp_path: Path) -> None:
    paper = make_plan(tmp_path / "plan.docx")
    learned(paper)
    assert learned(paper).written == ()


@pytest.mark.slow
def test_force_has_it_as_the_new_paper_does_under_the_same_ids(tmp_path: Path) -> None:
    paper = make_report(tmp_path / "report.docx")
    learned(paper)
    text = format_path(ISLES).read_text(encoding="utf-8")
    text = text.replace('id = "finance"', 'id = "money"').replace("is asked to:", "shall:")
    format_path(ISLES).write_text(text, encoding="utf-8")
    learned(paper)
    assert "shall:" in format_path(ISLES).read_text(encoding="utf-8")
    learned(paper, force=True)
    council = format_for(ISLES)
    assert council.report.sections[3].id == "money"
    assert council.report.sections[1].lead_in == "The Committee is asked to:"
    assert format_path(ISLES).with_name(f"{ISLES}.toml.before").exists()


@pytest.mark.slow
def test_answers_are_taken_from_a_file_that_plandesk_wrote(tmp_path: Path) -> None:
    learning = learning_of(make_form(tmp_path / "form.docx"), ISLES)
    text = text_of_answers(learning)
    asks = tomllib.loads(text)["ask"]
    line = next(one for one in asks if one["words"].startswith("Please put a tick"))
    assert line["answer"] == "yes"
    answers = tmp_path / "answers.toml"
    answers.write_text(
        '[[ask]]\nquestion = "lines"\n'
        f'place = "{line["place"]}"\nwords = "{line["words"]}"\nanswer = "no"\n',
        encoding="utf-8",
    )
    write_learned(answers_of(answers, learning))
    assert "Please put a tick" not in all_that_is_written()


@pytest.mark.parametrize(
    ("ask", "why"),
    [
        ('question = "lines"\nplace = "x"\nwords = "y"\nanswer = "yes"', "does not ask “y”"),
        ('question = "what"\nplace = "x"\nwords = "y"\nanswer = "yes"', "ask.0.question"),
        ('question = "lines"\nplace = "x"\nwords = "y"', "ask.0.answer"),
    ],
)
def test_a_wrong_answer_is_said_with_its_key(ask: str, why: str, tmp_path: Path) -> None:
    learning = learning_of(make_form(tmp_path / "form.docx"), ISLES)
    answers = tmp_path / "answers.toml"
    answers.write_text(f"[[ask]]\n{ask}\n", encoding="utf-8")
    with pytest.raises(ImportRefusedError, match=re.escape(why)):
        answers_of(answers, learning)
    assert not format_path(ISLES).exists()


def test_what_is_no_paper_teaches_nothing(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="nothing was learned"):
        learning_of(make_letter(tmp_path / "letter.docx"), ISLES)
    with pytest.raises(ImportRefusedError, match="comes with plandesk"):
        learning_of(make_form(tmp_path / "form.docx"), "Plain Council")
    with pytest.raises(ImportRefusedError):
        format_id_of("…")


@pytest.mark.slow
def test_at_most_ten_questions_are_asked_of_any_paper(tmp_path: Path) -> None:
    for make in (make_form, make_report, make_plan):
        assert len(learning_of(make(tmp_path / "paper.docx"), ISLES).questions) <= 10
