"""Everything lies on this machine, and in one folder where one is named."""

from pathlib import Path

import pytest

from store.places import (
    new_plan_path,
    plan_path,
    plans_folder,
    settings_folder,
    state_folder,
    why_no_plan,
)

PLACES = (plans_folder, settings_folder, state_folder)


def test_where_a_folder_is_named_everything_lies_in_it(home: Path) -> None:
    assert [place() for place in PLACES] == [home / "plans", home / "settings", home / "state"]


def test_the_folder_named_may_be_below_the_officers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANDESK_HOME", "~/plandesk")
    assert plans_folder() == Path.home() / "plandesk" / "plans"


@pytest.mark.parametrize("unset", ["", None])
def test_otherwise_everything_lies_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, unset: str | None
) -> None:
    if unset is None:
        monkeypatch.delenv("PLANDESK_HOME")
    else:
        monkeypatch.setenv("PLANDESK_HOME", unset)
    folders = [place() for place in PLACES]
    assert all(folder.is_absolute() and "plandesk" in folder.parts for folder in folders)
    assert not any("Roaming" in folder.parts for folder in folders)
    assert [folder.name for folder in folders] == ["plans", "settings", "state"]


def test_asking_for_a_place_makes_nothing(home: Path) -> None:
    for place in PLACES:
        place()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("typed", [".", "..", "/", "./", "../", "~"])
def test_a_folder_is_called_what_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert why_no_plan(typed).startswith(f"“{typed}” is a folder and not a plan:")


@pytest.mark.parametrize("typed", ["", " "])
def test_nothing_typed_is_no_plan(typed: str) -> None:
    assert why_no_plan(typed).startswith("No plan is named:")


@pytest.mark.parametrize("typed", ["...", "?", ": *"])
def test_a_name_of_which_no_file_keeps_anything_is_no_other_plan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    plans_folder().mkdir(parents=True)
    (plans_folder() / "Plan.plan.json").write_bytes(b"{}")
    assert plan_path(typed) == Path(typed)
    assert why_no_plan(typed) == f"There is no plan {typed}."
    assert new_plan_path(typed, "Title") == plans_folder() / "Plan.plan.json"


def test_a_test_keeps_its_home_whatever_it_takes_back(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert settings_folder().is_relative_to(home)
