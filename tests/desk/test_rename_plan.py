"""A plan is renamed on the desk: its title, its file, its history, and what is remembered of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk.rename_plan import RenameRefusedError, rename_plan
from store import renaming
from store.errors import NotSavedError
from store.history import history_path
from store.lock import hold
from store.places import plans_folder
from store.plan_file import PlanFile
from store.plans_folder import plans_on_desk
from store.settings import Settings, load_settings, save_settings
from store.written import keep_written, written_of
from tests.tui.window import SMALL, on_disk


def titles() -> dict[str, str]:
    return {one.name: one.title for one in plans_on_desk(plans_folder())}


def files() -> set[str]:
    return {one.name for one in plans_folder().iterdir()}


def test_title_file_and_history_follow_and_the_way_back_is_said() -> None:
    path = on_disk()
    renamed = rename_plan(path, "  Whole family\tsupport ")
    assert titles() == {"Whole family support": "Whole family support"}
    assert files() == {
        "Whole family support.plan.json",
        "Whole family support.history.jsonl",
    }
    assert renamed.path.name == "Whole family support.plan.json"
    assert renamed.sentence == (
        f"“{SMALL.title}” is called “Whole family support” now. r renames it back."
    )
    past = list(PlanFile.open(renamed.path).newest_first())
    assert past[0].label == "Rename the plan to “Whole family support”"
    rename_plan(renamed.path, SMALL.title)
    assert titles() == {SMALL.title: SMALL.title}


def test_what_was_open_last_and_what_was_written_follow(tmp_path: Path) -> None:
    path = on_disk()
    word = tmp_path / "A.docx"
    word.write_bytes(b"PK")
    keep_written(path, [word])
    save_settings(Settings(last_plan=str(path.resolve()), last_place={"view": "report"}))
    renamed = rename_plan(path, "Another")
    kept = load_settings()[0]
    assert kept.last_plan == str(renamed.path.resolve())
    assert kept.last_place == {"view": "report"}
    assert written_of(renamed.path) == (word,)
    assert written_of(path) == ()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("  ", "A plan wants a title"),
        ("CHILDREN'S services", "another plan called “Children's services”"),
        ("Second", r"another plan in the file Second.plan.json, with the title “Children's"),
        ("x" * 100_000, "That title is too long"),
    ],
)
def test_a_title_that_it_cannot_have_is_told_and_nothing_is_renamed(typed: str, says: str) -> None:
    on_disk(name="Second")
    third = on_disk(replace(SMALL, title="Third"), "Third")
    before, bytes_before = files(), third.read_bytes()
    with pytest.raises(RenameRefusedError, match=says) as told:
        rename_plan(third, typed)
    assert "Nothing was renamed" in str(told.value)
    assert (files(), third.read_bytes()) == (before, bytes_before)


def test_a_plan_that_is_open_elsewhere_is_not_renamed() -> None:
    path = on_disk()
    held = hold(path, "A. Officer")
    try:
        with pytest.raises(RenameRefusedError, match="is open in another plandesk"):
            rename_plan(path, "Another")
    finally:
        held.release()
    assert titles() == {"Small": SMALL.title}


def test_a_file_that_is_called_so_already_only_gets_the_title() -> None:
    path = on_disk()
    assert rename_plan(path, "Small").path == path
    assert titles() == {"Small": "Small"}


def test_a_title_that_no_file_can_be_called_gets_the_nearest_name() -> None:
    renamed = rename_plan(on_disk(), "Con/aux: 2026?")
    assert titles() == {renamed.path.name.removesuffix(".plan.json"): "Con/aux: 2026?"}


def test_a_disk_that_refuses_leaves_the_file_and_its_history(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = on_disk()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(renaming, "write_safely", full)
    with pytest.raises(NotSavedError, match="could not be renamed: no space left"):
        rename_plan(path, "Another")
    assert files() == {path.name, history_path(path).name}


def test_an_own_history_that_is_in_the_way_is_replaced_only_with_the_plan(tmp_path: Path) -> None:
    path = on_disk()
    rename_plan(path, "One")
    again = on_disk()
    rename_plan(again, "Two")
    assert set(titles()) == {"One", "Two"}


def test_a_file_that_cannot_be_renamed_keeps_its_name_and_leaves_no_second_history(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = on_disk()

    def refused(_: Path, __: Path) -> Path:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(NotSavedError, match="It has the name that it had"):
        rename_plan(path, "Another title")
    assert history_path(path).exists()
    assert {one.name for one in path.parent.iterdir() if one.name.startswith("Another")} == set()
