"""Numbers that are typed from a report's first paragraph to its last are none of their words."""

from pathlib import Path

import pytest

from importers.paper import account_of_file
from tests.importers.plan_papers import FORM, FORMS
from tests.importers.report.report_papers import bold, reading_of, report_of, sections
from tests.importers.word_files import docx_of, para

HEAD = (bold("Parks Committee"), bold("3 May 2021"), bold("Safe Paths"))


@pytest.mark.parametrize(
    ("before", "after"), [("", ". "), ("", ") "), ("", "\t"), ("", ".\t"), ("(", ") ")]
)
def test_numbers_that_run_through_the_sections_are_the_paragraphs_own(
    tmp_path: Path, before: str, after: str
) -> None:
    report = report_of(
        tmp_path,
        *HEAD,
        bold("Purpose of report"),
        f"{before}1{after}To report on paths.",
        f"{before}2{after}To ask for more.",
        bold("Recommendations"),
        f"{before}3{after}The Committee is asked to note the costs.",
        bold("Background papers"),
        f"{before}4{after}None but the plan of last year was used.",
    )
    found = sections(report)
    assert found["purpose"] == [
        ("numbered", "To report on paths."),
        ("numbered", "To ask for more."),
    ]
    assert found["recommendations"] == [("recommendation", "note the costs")]
    assert found["background"] == [("numbered", "None but the plan of last year was used.")]


def test_a_list_below_such_a_paragraph_keeps_its_numbers(tmp_path: Path) -> None:
    lines = ("2. Paths fell in:", "1. here", "2. there", "and often.")
    report = report_of(
        tmp_path,
        *HEAD,
        bold("PURPOSE OF REPORT"),
        "1. To report.",
        bold("MAIN TEXT"),
        *lines,
        bold("BACKGROUND PAPERS"),
        "3. None but the plan of last year was used.",
    )
    kinds = [kind for kind, _ in sections(report)["main-text"]]
    assert kinds == ["numbered", "text", "text", "text"]
    assert [text for _, text in sections(report)["main-text"]][1:3] == ["1\\. here", "2\\. there"]


def test_numbers_that_begin_anew_in_each_section_are_lists(tmp_path: Path) -> None:
    lists = ("1. To report.", "2. To ask."), ("1. It began.", "2. It ended.", "3. It is so.")
    found = sections(
        report_of(
            tmp_path, *HEAD, bold("PURPOSE OF REPORT"), *lists[0], bold("MAIN TEXT"), *lists[1]
        )
    )
    assert {kind for passages in found.values() for kind, _ in passages} == {"text"}
    assert found["main-text"][0] == ("text", "1\\. It began.")


def test_a_number_that_is_not_that_of_the_place_is_shown_and_said_once(tmp_path: Path) -> None:
    lines = ("1. To report.", bold("MAIN TEXT"), "2. Paths fell in.", "3. Often.")
    blocks = (*HEAD, bold("PURPOSE OF REPORT"), *lines)
    said = [one.text for one in reading_of(tmp_path, *blocks).remarks]
    assert sum("1 to 3 through the report" in text for text in said) == 1
    body = "".join(one if one.startswith("<") else para(one) for one in blocks)
    account = account_of_file(docx_of(tmp_path, body), FORM, FORMS)
    assert account.unaccounted == ()
    assert [(one.kind, one.text) for one in account.not_taken] == [
        ("ref", "1"),
        ("ref", "2"),
        ("ref", "3"),
    ]
