"""The files to choose from, and the path that was typed or pasted."""

from pathlib import Path

import pytest

from tui.dialogs.open_file import listed_folder, typed_path


def listed(folder: Path, typed: str = "") -> list[str]:
    return [row.line for row in listed_folder(folder, typed)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Plan.docx", "old.doc", "notes.txt", "~$Plan.docx", ".hidden.docx", "b.plan.json"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    return tmp_path


def test_a_folder_lists_the_way_up_folders_and_what_can_be_opened(folder: Path) -> None:
    assert listed(folder) == (
        ["..  (the folder above)", "papers/", "b.plan.json", "old.doc", "Plan.docx"]
    )


def test_typing_narrows_the_list_whatever_the_case(folder: Path) -> None:
    assert listed(folder, "PLAN") == ["..  (the folder above)", "b.plan.json", "Plan.docx"]


def test_a_folder_that_cannot_be_read_leaves_the_way_up(tmp_path: Path) -> None:
    assert listed(tmp_path / "gone") == ["..  (the folder above)"]


@pytest.mark.parametrize("quotes", ['"{}"', "'{}'", "  {}  ", ' "{}" '])
def test_a_pasted_path_may_have_quotes(quotes: str, tmp_path: Path) -> None:
    path = tmp_path / "last year" / "Plan.docx"
    assert typed_path(quotes.format(path), Path("elsewhere")) == path


def test_a_name_is_looked_for_in_the_folder(tmp_path: Path) -> None:
    assert typed_path("Plan.docx", tmp_path) == tmp_path / "Plan.docx"


def test_a_tilde_is_the_officers_own_folder(own_home: Path, tmp_path: Path) -> None:
    assert typed_path("~/Plan.docx", tmp_path) == own_home / "Plan.docx"


def test_a_tilde_that_is_nobodys_is_a_name_like_any_other(tmp_path: Path) -> None:
    assert typed_path("~nobody-of-that-name", tmp_path) == tmp_path / "~nobody-of-that-name"
