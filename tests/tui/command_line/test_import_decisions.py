"""`plandesk import` takes what the officer decides about a file, and says what was decided."""

import json
from pathlib import Path
from typing import Any

import pytest

from importers.decisions import (
    CHOICES,
    Case,
    Choice,
    DecisionKind,
    decided_in_words,
    decisions_typed,
)
from tests.importers.word_files import docx_of, para, raw, row, run, table
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
HEADER = row("Actions", "Lead", "Timescale")
CROSSED_OUT = raw(run("June 2026", "<w:strike/>"), run(" June 2027"))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    cell = f"<w:tc>{CROSSED_OUT}</w:tc>"
    return docx_of(
        tmp_path, para("Priority 1: Borrowing") + table(HEADER, row("Lend tools", "Team", cell))
    )


def imported(paper: Path, capsys: Captured, *options: str) -> str:
    out = str(paper.parent / "Made.plan.json")
    assert main(["import", str(paper), "--yes", "--force", "--out", out, *options]) == 0
    return capsys.readouterr().out


def timescale(paper: Path, capsys: Captured) -> str:
    assert main(["show", str(paper.parent / "Made.plan.json"), "--json"]) == 0
    plan: dict[str, Any] = json.loads(capsys.readouterr().out)
    said: str = plan["aims"][0]["actions"][0]["timescale"]
    return said


def test_struck_text_is_left_out_and_said_to_be(paper: Path, capsys: Captured) -> None:
    said = imported(paper, capsys)
    assert "  - 1 piece of struck text: left out (--struck take takes it).\n" in said
    assert timescale(paper, capsys) == "June 2027"


def test_struck_text_is_taken_where_that_is_chosen(paper: Path, capsys: Captured) -> None:
    said = imported(paper, capsys, "--struck", "take")
    assert "  - 1 piece of struck text: taken (--struck leave leaves it out).\n" in said
    assert timescale(paper, capsys) == "June 2026 June 2027"


def test_the_account_follows_the_choices(paper: Path, capsys: Captured) -> None:
    def account(*options: str) -> dict[str, Any]:
        assert main(["import", str(paper), "--account", "--json", *options]) == 0
        said: dict[str, Any] = json.loads(capsys.readouterr().out)
        return said

    left, taken = account(), account("--struck", "take")
    assert left["words"] == taken["words"]
    assert (left["shown"], taken["shown"]) == (2, 0)
    assert taken["taken"] == left["taken"] + 2


@pytest.mark.parametrize("kind", CHOICES)
def test_a_choice_that_there_is_not_is_refused_in_a_sentence(
    paper: Path, capsys: Captured, kind: DecisionKind
) -> None:
    assert main(["import", str(paper), f"--{kind}", "maybe", "--yes"]) == 2
    said = " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert f"--{kind} is {' or '.join(CHOICES[kind])}, not “maybe”." in said


@pytest.mark.parametrize(("kind", "choices"), CHOICES.items())
def test_every_choice_is_taken(kind: DecisionKind, choices: tuple[Choice, Choice]) -> None:
    for choice in choices:
        assert decisions_typed({kind: choice}).of(kind) == choice
    assert decisions_typed({}).of(kind) == choices[0]


@pytest.mark.parametrize(("kind", "choices"), CHOICES.items())
def test_what_was_decided_is_said_of_one_case_and_of_several(
    kind: DecisionKind, choices: tuple[Choice, Choice]
) -> None:
    def said(*chosen: Choice) -> str:
        cases = [Case(kind, number, "", "", choice) for number, choice in enumerate(chosen)]
        (decided,) = decided_in_words(cases)
        assert decided.other in choices
        return f"{decided.said} ({decided.would})"

    first, second = choices
    assert said(first).startswith("1 ")
    assert said(first) != said(second)
    assert said(first, first).startswith("2 ")
    assert said(first, second).count(": 1 ") == 1


def test_of_a_file_that_leaves_nothing_open_nothing_is_said() -> None:
    assert list(decided_in_words(())) == []
