"""`plandesk import` says where each word of a Word file went; `--account` only says so."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.word_files import docx_of, para, row, table
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
HEADER = row("Actions", "Lead", "Timescale", "Budget")
OUT = ("--column", "Budget=out")
PLAN = table(HEADER, row("Lend tools", "Team", "May 2027", "five pounds"))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return docx_of(tmp_path, para("Priority 1: Borrowing") + PLAN + para("One more thing"))


def printed(capsys: Captured, *arguments: str) -> str:
    assert main(["import", *arguments]) == 0
    return capsys.readouterr().out


def account_of(path: Path, capsys: Captured) -> dict[str, Any]:
    account: dict[str, Any] = json.loads(printed(capsys, str(path), *OUT, "--account", "--json"))
    return account


def test_the_account_as_json_has_these_keys(paper: Path, capsys: Captured) -> None:
    account = account_of(paper, capsys)
    assert list(account) == [
        *("words", "taken", "shown", "left_out", "unseen", "unaccounted", "not_taken")
    ]
    assert account["words"] == account["taken"] + account["shown"] + sum(
        account["left_out"].values()
    )
    assert account["unaccounted"] == []
    (cell, text) = account["not_taken"]
    assert list(cell) == ["kind", "place", "text", "means"]
    assert (cell["kind"], cell["place"]) == ("cell", "beside 1.1, Budget")
    assert (text["text"], text["place"]) == ("One more thing", "after 1.1")


def test_no_plan_is_made_for_an_account(paper: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*.plan.json"))
    assert main(["import", str(paper), "--account"]) == 0
    assert sorted(tmp_path.rglob("*.plan.json")) == before


def test_the_account_in_plain_lines_has_every_word_that_was_not_taken(
    paper: Path, capsys: Captured
) -> None:
    said = printed(capsys, str(paper), *OUT, "--account")
    assert said.splitlines()[0] == "17 words: 6 taken, 6 labels, 5 to look at."
    assert "Not taken, cell beside 1.1, Budget:\nfive pounds\n" in said
    assert "Not taken, text after 1.1:\nOne more thing\n" in said


def test_a_file_that_is_no_paper_has_an_account_too(tmp_path: Path, capsys: Captured) -> None:
    letter = docx_of(tmp_path, para("Dear friend"))
    account = account_of(letter, capsys)
    assert (account["words"], account["shown"], account["taken"]) == (2, 2, 0)


def test_a_file_that_cannot_be_read_has_none(tmp_path: Path) -> None:
    text = tmp_path / "Plan.docx"
    text.write_text("no Word file")
    assert main(["import", str(text), "--account"]) == 1


def test_an_import_begins_with_the_account_in_a_sentence(
    paper: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "Made.plan.json"
    said = printed(capsys, str(paper), *OUT, "--yes", "--out", str(out))
    assert said.splitlines()[0] == "17 words: 6 taken, 6 labels, 5 to look at."
    assert "--account" in said


def test_of_very_many_remarks_the_first_are_printed_and_the_rest_counted(
    tmp_path: Path, capsys: Captured
) -> None:
    lines = "".join(para(f"9.{number} Lend tools") for number in range(1, 90))
    heads = para("REPORT TO: Committee") + para("1.0 RECOMMENDATIONS") + para("4.0 MAIN TEXT")
    report = docx_of(tmp_path, heads + lines)
    out = str(tmp_path / "Made.plan.json")
    said = printed(capsys, str(report), "--yes", "--out", out)
    assert said.count("The paper numbers this paragraph") <= 40
    assert "others." in said
