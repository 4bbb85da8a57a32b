"""What is no committee paper is made into none, and the officer is told what was looked for."""

from pathlib import Path

import pytest

from importers.errors import NoPlanFoundError
from importers.paper import read_paper
from plan.model.outline import AppendixOutline
from tests.importers.plan_papers import FORM, FORMS, HEADER, action_row, reading_of
from tests.importers.word_files import docx_of, para, raw, row, run, table
from tests.plan.councils import glenshire, glenshire_form

MANUAL = ("How to mend a path", "Take a spade.", "Appendix 2", "A list of spades.", "Long ones.")


def refused(folder: Path, *blocks: str) -> NoPlanFoundError:
    body = "".join(block if block.startswith("<") else para(block) for block in blocks)
    with pytest.raises(NoPlanFoundError) as caught:
        read_paper(docx_of(folder, body), FORM, FORMS)
    return caught.value


@pytest.mark.parametrize("label", ["Appendix 2", "Appendix A: Spades", "Annex", "APPENDIX 1"])
def test_an_appendix_of_something_else_makes_no_plan(tmp_path: Path, label: str) -> None:
    said = str(refused(tmp_path, *MANUAL[:2], label, *MANUAL[3:]))
    assert said.startswith("Paper.docx is a Word file with no table, and no committee report")


def test_a_letter_is_no_report_for_its_labels(tmp_path: Path) -> None:
    letter = ("To: A. Person", "Date: 3 May 2021", "Subject: Paths", "1. Recommendations", "Walk.")
    assert "no committee report" in str(refused(tmp_path, *letter, "Appendix 1", "A map."))


def test_a_manual_with_a_purpose_and_recommendations_is_no_report(tmp_path: Path) -> None:
    manual = (
        "1. Purpose",
        "To mend paths.",
        "2. Scope",
        "All paths.",
        "3. Recommendations",
        "Walk.",
    )
    assert "no committee report" in str(refused(tmp_path, *manual))


@pytest.mark.parametrize(
    ("label", "title"), [("Appendix 2", "The Evidence"), ("Appendix 2: The Evidence", "")]
)
def test_a_file_that_begins_with_the_label_is_an_appendix_by_itself(
    tmp_path: Path, label: str, title: str
) -> None:
    blocks = [para(""), para(label)]
    blocks += [raw(run(title, "<w:b/>"))] if title else []
    reading = reading_of(tmp_path, *blocks, para("Walkers were asked."))
    text = AppendixOutline("text", "The Evidence", "Walkers were asked.")
    assert reading.outline.report.appendices == (AppendixOutline("file"), text)


def test_a_plan_behind_an_appendix_of_its_own_is_still_read(tmp_path: Path) -> None:
    blocks = (para("Our plan"), para("Aim"), table(HEADER, action_row("1.1")))
    reading = reading_of(tmp_path, *blocks, para("Appendix 2"), para("The evidence."))
    assert reading.has_plan


def test_what_was_looked_for_is_said_in_the_words_of_the_council_and_of_others(
    tmp_path: Path,
) -> None:
    said = str(refused(tmp_path, *MANUAL, table(row("Spade", "Price"))))
    assert "a Word file with 1 table, but none with the actions of a plan" in said
    for words in ("“Actions”", "“Lead(s)”", "“Timescale”", "“Success Criteria”", "“Progress”"):
        assert words in said
    for words in ("“Task”", "“Responsible”", "“Target Date”", "“Outcome”", "“Update”"):
        assert words in said
    assert "“Report to”" in said
    assert "“Recommendations”" in said
    assert "Care Inspectorate" not in said
    assert "The file is as it was." in said


def test_another_council_is_told_its_own_words(tmp_path: Path) -> None:
    path = docx_of(tmp_path, para("A letter."))
    with pytest.raises(NoPlanFoundError) as caught:
        read_paper(path, glenshire(), (glenshire_form(),))
    said = str(caught.value)
    assert "“What Members are asked to decide”" in said
    assert "“Agenda Item”" in said


@pytest.mark.parametrize(
    "title",
    [
        "Integrated Impact Assessment",
        "Equality and Human Rights Impact Assessment (EHRIA)",
        "EqIA – Improvement plan",
        "Child Rights and Wellbeing Impact Assessment",
        "Fairer Scotland Duty Assessment",
    ],
)
def test_a_form_of_another_layout_is_said_to_be_one(tmp_path: Path, title: str) -> None:
    answers = table(
        row("Impact", "Action to mitigate", "Who is responsible", "Due"),
        row("Race", "Ask for interpreters", "Manager", "May 2027"),
    )
    error = refused(tmp_path, title, "Part 1: Screening", answers)
    assert f"(“{title}”)" in str(error)
    assert "looks like a form of an impact assessment" in str(error)
    assert error.columns == ()


def test_a_sentence_on_an_assessment_makes_no_form(tmp_path: Path) -> None:
    said = str(refused(tmp_path, "An integrated impact assessment was made.", "Appendix 2"))
    assert "looks like a form" not in said


GUIDE = (
    "How to write a plan",
    "A plan helps a school to choose.",
    "Actions",
    "Begin each action with a verb.",
    "Name one person.",
)
NAMES = row("No", "Action", "Lead", "Timescale", "Measure")
BLANK = table(NAMES, row("", "", "", "", ""))
CARD = table(row("Action", ""), row("Lead", ""), row("By when", ""), row("Measure", ""))
PROMPTS = table(NAMES, row("1", "[What will you do?]", "[Name]", "[Date]", "[How will you know?]"))


@pytest.mark.parametrize("blank", [BLANK, BLANK + para("Another:") + BLANK, CARD, PROMPTS])
@pytest.mark.parametrize("label", ["Appendix 2: Blank table", "You may copy this table."])
def test_a_guide_with_a_blank_table_makes_no_plan(tmp_path: Path, label: str, blank: str) -> None:
    said = str(refused(tmp_path, *GUIDE, label, blank))
    assert "the table is blank" in said


def test_a_plan_that_is_still_to_be_filled_in_is_one(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, para("Warm Homes Plan"), para("Aim 1: Homes are warm"), BLANK)
    assert [aim.text for aim in reading.outline.aims] == ["Homes are warm"]
    told = (para(line) for line in GUIDE[1:])
    reading = reading_of(tmp_path, para("Our Plan"), *told, para("Priority 1: Homes"), BLANK)
    assert [aim.text for aim in reading.outline.aims] == ["Homes"]
