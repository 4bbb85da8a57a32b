"""What plandesk keeps is for its owner's eyes: folders are closed to other accounts."""

import os
import stat
from pathlib import Path

import pytest

from store.places import (
    HOME_VARIABLE,
    drafts_folder,
    make_folders_private,
    plans_folder,
    settings_folder,
)
from store.safe_file import EVERYBODYS_FOLDER, make_folder, new_folder
from tests.tui.window import on_disk
from tui.__main__ import main

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture(autouse=True)
def usual_umask() -> object:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(folder: Path) -> int:
    return stat.S_IMODE(folder.stat().st_mode)


def folders(top: Path) -> list[Path]:
    return [top, *(path for path in top.rglob("*") if path.is_dir())]


def test_every_folder_that_is_made_is_its_owners(home: Path) -> None:
    on_disk()
    assert main(["set", "Small", "1.1", "timescale", "Weekly"]) == 0
    assert main(["settings", "author", "A. Clerk"]) == 0
    assert main(["delete", "Small"]) == 0
    assert main(["sample", "--out", str(home / "else" / "where" / "Plan")]) == 0
    made = [folder for folder in folders(home) if folder != home]
    assert {"plans", "settings", "bin", "backups", "else", "where"} <= {one.name for one in made}
    assert {mode(folder) for folder in made} == {0o700}


def test_folders_of_an_earlier_plandesk_are_closed(home: Path) -> None:
    on_disk()
    drafts_folder().mkdir(parents=True)
    (settings_folder() / "formats").mkdir(parents=True)
    for folder in folders(home):
        folder.chmod(0o755)
    assert main(["list"]) == 0
    assert {mode(folder) for folder in folders(home) if folder != home} == {0o700}


def test_a_folder_is_only_closed_never_opened(home: Path) -> None:
    plans_folder().mkdir()
    plans_folder().chmod(0o500)
    make_folders_private()
    assert mode(plans_folder()) == 0o500
    plans_folder().chmod(0o700)


def test_a_folder_that_a_link_leads_to_is_not_plandesks_to_close(
    home: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    plans_folder().symlink_to(shared)
    (drafts_folder().parent).symlink_to(shared)
    assert main(["list"]) == 0
    assert mode(shared) == 0o755


def test_the_folder_of_the_program_itself_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "own"))
    plans_folder().mkdir(parents=True, mode=0o755)
    for folder in (plans_folder(), plans_folder().parent):
        folder.chmod(0o755)
    make_folders_private()
    assert mode(plans_folder()) == 0o700
    if plans_folder().parent.name == "plandesk":
        assert mode(plans_folder().parent) == 0o700
        assert mode(plans_folder().parent.parent) == 0o755


def test_a_folder_for_word_files_is_as_the_umask_says(tmp_path: Path) -> None:
    on_disk()
    assert main(["export", "Small", "--out", str(tmp_path / "for" / "all")]) == 0
    assert main(["reviews", "Small", "--ics", str(tmp_path / "dates" / "r.ics")]) == 0
    assert {mode(tmp_path / one) for one in ("for", "for/all", "dates")} == {0o755}


def test_what_was_made_for_something_that_failed_goes_again(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    with pytest.raises(OSError, match="full"), new_folder(tmp_path / "old" / "a" / "b"):
        raise OSError("full")
    assert list(tmp_path.iterdir()) == [tmp_path / "old"]
    assert list((tmp_path / "old").iterdir()) == []


def test_a_folder_with_something_in_it_stays(tmp_path: Path) -> None:
    kept = tmp_path / "a" / "b" / "kept"
    with pytest.raises(OSError, match="kept"), new_folder(kept.parent):
        _made_and_failed(kept)
    assert (tmp_path / "a" / "b" / "kept").exists()


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    there.chmod(0o775)
    assert make_folder(there) == ()
    assert make_folder(there / "a", mode=EVERYBODYS_FOLDER) == (there / "a",)
    assert (mode(there), mode(there / "a")) == (0o775, 0o755)


def _made_and_failed(path: Path) -> None:
    path.touch()
    raise OSError(str(path))
