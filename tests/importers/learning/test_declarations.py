"""A declaration that nothing is required is drafted with its reason, and what hangs on it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from importers.learning.asked import Question
from importers.learning.draft import Drafted, Known, drafted, source_paper
from importers.learning.toml_text import toml_text
from importers.paper import PaperReading, read_with_account
from plan.council.format import format_named, parsed_form, parsed_format

PLAIN = format_named("plain-council")
LINE = "An assessment is not required, because:"
NO_FURTHER = "If an assessment is not required, sign below and go no further."


def form_with(write: Callable[[Any], None], path: Path) -> Path:
    paper = docx.Document()
    paper.add_heading("Fairer Scotland Duty Assessment", 1)
    paper.add_heading("Part 1: Declaration", 2)
    write(paper)
    paper.add_heading("Part 2: The proposal", 2)
    asked = paper.add_table(rows=2, cols=2)
    asked.cell(0, 0).text, asked.cell(1, 0).text = "What is proposed?", "Who is affected?"
    paper.save(str(path))
    return path


def lines(*said: str) -> Callable[[Any], None]:
    def write(paper: Any) -> None:
        for one in said:
            paper.add_paragraph(one)

    return write


def in_a_table(label: str, said: str) -> Callable[[Any], None]:
    def write(paper: Any) -> None:
        table = paper.add_table(rows=2, cols=2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Title", "A policy" if said else ""
        table.cell(1, 0).text, table.cell(1, 1).text = label, said

    return write


def draft_of(path: Path, **answers: str) -> Drafted:
    first = drafted(source_paper(path, PLAIN), "Own", "own", {}, Known())
    given = {
        line.key: answers[line.question]
        for question in first.questions
        for line in question.lines
        if line.question in answers and "What follows" in line.words
    }
    return drafted(source_paper(path, PLAIN), "Own", "own", given, Known())


def read_in(draft: Drafted, path: Path) -> PaperReading:
    council = parsed_format(toml_text(draft.format), "own.toml")
    forms = [parsed_form(toml_text(one), "form.toml") for one in draft.forms.values()]
    return read_with_account(path, council, forms)


def answers_in(reading: PaperReading) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {one.question: (one.text, one.ticks) for one in reading.outline.assessments[0].answers}


def parts_of(draft: Drafted) -> list[Any]:
    (form,) = draft.forms.values()
    return list(form["parts"])


@pytest.mark.parametrize(
    ("blank", "filled", "answer"),
    [
        (
            lines(LINE, NO_FURTHER),
            lines(f"{LINE} No service changes.", NO_FURTHER),
            ("assessment-not-required", ("No service changes.", ())),
        ),
        (
            in_a_table("Not required, because", ""),
            in_a_table("Not required, because", "It only moves a stop."),
            ("not-required-because", ("It only moves a stop.", ())),
        ),
        (
            lines("1. Declaration", "Tick one:", "☐ It is required", f"☐ {LINE}"),
            lines("1. Declaration", "Tick one:", "☐ It is required", f"☒ {LINE} nothing is cut"),
            ("declaration", ("nothing is cut", ("assessment-not",))),
        ),
    ],
)
def test_it_is_drafted_and_read_with_its_reason(
    blank: Callable[[Any], None],
    filled: Callable[[Any], None],
    answer: tuple[str, tuple[str, tuple[str, ...]]],
    tmp_path: Path,
) -> None:
    draft = draft_of(form_with(blank, tmp_path / "blank.docx"))
    reading = read_in(draft, form_with(filled, tmp_path / "filled.docx"))
    assert answer in answers_in(reading).items()
    assert [one.text for one in reading.account.not_taken] == []


def test_what_follows_hangs_on_it_where_the_form_says_so_or_the_officer(tmp_path: Path) -> None:
    says_so = form_with(lines(LINE, NO_FURTHER), tmp_path / "says.docx")
    silent = form_with(lines(LINE), tmp_path / "silent.docx")
    hangs = [["blank", "assessment-not-required"]]
    assert [one.get("when") for one in parts_of(draft_of(says_so))] == [None, hangs]
    assert [one.get("when") for one in parts_of(draft_of(says_so, answers="asked"))] == [None, None]
    assert [one.get("when") for one in parts_of(draft_of(silent))] == [None, None]
    assert [one.get("when") for one in parts_of(draft_of(silent, answers="not asked"))] == [
        None,
        hangs,
    ]


def test_the_reason_in_a_paper_that_is_filled_in_is_in_no_form(tmp_path: Path) -> None:
    filled = lines(f"{LINE} The harbour dues stay as they are.", NO_FURTHER)
    draft = draft_of(form_with(filled, tmp_path / "filled.docx"))
    assert "harbour dues" not in "".join(map(toml_text, (draft.format, *draft.forms.values())))
    assert _asked(draft.questions, LINE)


def _asked(questions: tuple[Question, ...], words: str) -> bool:
    return any(line.words.startswith(words) for one in questions for line in one.lines)
