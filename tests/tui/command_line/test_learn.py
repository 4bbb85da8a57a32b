"""`plandesk learn`: what it suggests, asks, takes from a file, and how it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.formats import format_for
from store.learned_formats import format_path
from tests.importers.learning.made_papers import make_form, make_letter
from tui.__main__ import main

Say = Callable[[], str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Say:
    def everything() -> str:
        captured = capsys.readouterr()
        return captured.out + captured.err

    return everything


def test_with_yes_it_tells_what_it_took_and_prints_the_account(tmp_path: Path, said: Say) -> None:
    paper = make_form(tmp_path / "form.docx", filled=True)
    assert main(["learn", str(paper), "--name", "Skerries", "--yes"]) == 0
    told = said()
    assert "form.docx shows the form of the format skerries." in told
    assert "“Negative impact | What will be done | Who | By when”" in told
    assert f"Written: {format_path('skerries')}" in told
    assert "Papers are read and written in the format skerries." in told
    assert "form.docx, read with it:" in told
    assert " taken, " in told


@pytest.mark.slow
def test_the_questions_are_written_where_there_is_no_file_of_answers(
    tmp_path: Path, said: Say
) -> None:
    paper, answers = make_form(tmp_path / "form.docx"), tmp_path / "answers.toml"
    command = ["learn", str(paper), "--name", "Skerries", "--answers", str(answers)]
    assert main(command) == 0
    assert "Nothing is learned yet" in said()
    assert not format_path("skerries").exists()
    source = answers.read_text(encoding="utf-8")
    answers.write_text(source.replace('answer = "open"', 'answer = "fixed"'), encoding="utf-8")
    assert main(command) == 0
    assert format_for("skerries").learned == ("form",)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["letter.docx", "--yes"], "looks like no plan"),
        (["none.docx", "--yes"], "none.docx"),
        (["form.docx", "--name", "dundee-2016", "--yes"], "comes with plandesk"),
        (["form.docx", "--yes", "--answers", "none.toml"], "There are no answers in"),
    ],
)
def test_what_cannot_be_learned_is_refused_in_a_sentence(
    arguments: list[str], why: str, tmp_path: Path, said: Say
) -> None:
    make_form(tmp_path / "form.docx")
    make_letter(tmp_path / "letter.docx")
    given = [str(tmp_path / one) if "." in one else one for one in arguments]
    assert main(["learn", *given]) == 1
    told = said()
    assert why in told
    assert "Traceback" not in told
