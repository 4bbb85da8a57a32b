"""A plan's pictures lie beside it by their hashes, and go wherever it goes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plan.changes import edits
from plan.changes.change import applied
from plan.council.format import format_named
from store import bin as plan_bin
from store.errors import NotSavedError
from store.pictures import (
    keep_picture,
    kept_pictures,
    picture_names,
    pictures_folder,
    take_along,
)
from store.plan_file import PlanFile
from store.renaming import rename_file
from tests.exporters.made_pictures import png
from tests.store.plans import SMALL

REPORT = format_named("dundee-2016").report
NOW = datetime(2026, 11, 28, 4, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan with a picture beside it."""
    path = tmp_path / "Schools.plan.json"
    name = keep_picture(path, png())
    picture = edits.NewPicture(name, "A map", "Figure 1")
    change = edits.add_picture(SMALL, "main-text", 0, REPORT, picture)
    PlanFile.create(path, applied(SMALL, change), label="Made", who="Officer", now=NOW)
    return path


def pictures(path: Path) -> dict[str, bytes]:
    """Return the pictures that the plan at a path shows and has."""
    return kept_pictures(path, picture_names(PlanFile.open(path).plan))


def test_it_is_kept_once_by_its_hash_and_not_in_the_plan(path: Path) -> None:
    (name,) = picture_names(PlanFile.open(path).plan)
    assert [one.name for one in pictures_folder(path).iterdir()] == [name]
    assert keep_picture(path, png()) == name
    assert pictures(path) == {name: png()}
    assert len(path.read_bytes()) < 20_000


def test_one_that_is_gone_or_another_now_is_not_there(path: Path) -> None:
    (file,) = pictures_folder(path).iterdir()
    file.write_bytes(png(9, 9))
    assert pictures(path) == {}
    file.unlink()
    assert pictures(path) == {}
    assert keep_picture(path, png()) == file.name
    assert pictures(path) == {file.name: png()}


def test_it_is_renamed_with_the_plan(path: Path) -> None:
    new = path.with_name("Nurseries.plan.json")
    rename_file(path, new)
    assert list(pictures(new).values()) == [png()]
    assert not pictures_folder(path).exists()


def test_what_else_lies_in_its_folder_stays_when_the_plan_is_renamed(path: Path) -> None:
    (pictures_folder(path) / "Notes.txt").write_text("mine", encoding="utf-8")
    rename_file(path, path.with_name("Nurseries.plan.json"))
    assert [one.name for one in pictures_folder(path).iterdir()] == ["Notes.txt"]


def test_it_goes_to_the_bin_and_comes_back_with_the_plan(path: Path) -> None:
    deleted = plan_bin.delete(path, NOW)
    assert not pictures_folder(path).exists()
    assert plan_bin.bring_back(deleted) == path
    assert list(pictures(path).values()) == [png()]
    assert plan_bin.deleted_plans() == ()


def test_a_bin_with_pictures_is_emptied(path: Path) -> None:
    deleted = plan_bin.delete(path, NOW)
    assert plan_bin.empty() == 1
    assert not deleted.folder.exists()


def test_a_disk_that_refuses_a_picture_is_told_of(path: Path) -> None:
    folder = path.with_name("Other.pictures")
    folder.write_text("a file where the folder would be", encoding="utf-8")
    with pytest.raises(NotSavedError, match="could not be kept"):
        keep_picture(path.with_name("Other.plan.json"), png())


def test_only_pictures_are_taken_along_and_none_twice(path: Path, tmp_path: Path) -> None:
    folder = pictures_folder(path)
    (folder / "Notes.txt").write_text("mine", encoding="utf-8")
    for _ in range(2):
        take_along(folder, tmp_path / "Copy.pictures")
    assert [one.read_bytes() for one in (tmp_path / "Copy.pictures").iterdir()] == [png()]
