"""The same paper learned again changes nothing, and a wrong answer is refused with its reason."""

from pathlib import Path

import pytest

from desk.errors import ImportRefusedError
from desk.learning import answers_of, learning_of, text_of_answers, write_learned
from store.places import settings_folder
from tests.importers.case_files import case_file
from tests.importers.learning.made_papers import make_form, make_plan, make_report

pytestmark = pytest.mark.slow

CASES = (
    *("form1-dundee-iia", "form3-crwia", "plan1-best-value", "plan2-asp-inspection"),
    *("plan4-delivery-plan", "plan6-ilacs", "report1-highland", "report3-pk"),
)


def written_files() -> dict[str, bytes]:
    files = (one for one in settings_folder().rglob("*.toml") if one.is_file())
    return {one.name: one.read_bytes() for one in files}


def learned_twice(paper: Path, *, force: bool) -> None:
    write_learned(learning_of(paper, "Skerries"))
    before = written_files()
    write_learned(learning_of(paper, "Skerries", force=force))
    assert written_files() == before


@pytest.mark.parametrize("make", [make_form, make_plan, make_report])
@pytest.mark.parametrize("force", [False, True])
def test_a_paper_learned_again_changes_nothing(make, force: bool, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    learned_twice(make(tmp_path / "paper.docx"), force=force)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("force", [False, True])
def test_a_paper_of_a_case_learned_again_changes_nothing(name: str, force: bool) -> None:
    learned_twice(case_file(f"papers/{name}.docx"), force=force)


def test_an_answer_that_is_no_choice_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    learning = learning_of(make_form(tmp_path / "form.docx"), "Skerries")
    answers = tmp_path / "answers.toml"
    text = text_of_answers(learning).replace('answer = "form"', 'answer = "nonsense"')
    answers.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefusedError, match=r"ask\.0\.answer: it is 'nonsense' and can be"):
        answers_of(answers, learning)
    assert written_files() == {}
