"""A file is written wholly or not at all, whatever the disk does."""

import errno
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from store import safe_file
from store.safe_file import EVERYBODY, FileInUseError, clear_leftovers, write_safely
from tests.store.failing_disk import ERRORS, failing, temporaries

OLD = b"the old content"
NEW = b"the new content, which is longer than the old one"

needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
needs_links = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets only administrators make links"
)


@ERRORS
def test_whichever_call_fails_the_file_is_old_or_new_and_nothing_is_left_beside_it(
    tmp_path: Path, error: int
) -> None:
    path = tmp_path / "plan.json"
    seen = set()
    for number in range(1, 100):
        path.write_bytes(OLD)
        path.chmod(0o640)
        with failing(("store.safe_file",), number, error) as disk:
            try:
                write_safely(path, NEW)
            except OSError:
                seen.add("raised")
        assert path.read_bytes() in (OLD, NEW)
        assert temporaries(tmp_path) == []
        if not disk.has_failed:
            break
        write_safely(path, NEW)
        assert path.read_bytes() == NEW
    assert not disk.has_failed
    assert disk.calls == number - 1 >= 7
    assert seen == {"raised"}


@ERRORS
def test_a_new_file_is_there_wholly_or_not_at_all(tmp_path: Path, error: int) -> None:
    path = tmp_path / "plan.json"
    for number in range(1, 100):
        path.unlink(missing_ok=True)
        with failing(("store.safe_file",), number, error) as disk:
            try:
                write_safely(path, NEW)
            except OSError:
                assert disk.has_failed
        assert not path.exists() or path.read_bytes() == NEW
        assert temporaries(tmp_path) == []
        if not disk.has_failed:
            break
    assert path.read_bytes() == NEW


def test_the_content_is_on_the_disk_before_it_takes_the_place_and_the_place_after(
    tmp_path: Path,
) -> None:
    with failing(("store.safe_file",), 0, errno.EIO) as disk:
        write_safely(tmp_path / "plan.json", NEW)
    before, after = disk.called[:-3], disk.called[-3:]
    if sys.platform == "win32":
        before, after = disk.called, []
    assert before == ["stat", "open", "write", "fsync", "close", "replace"]
    assert after in ([], ["open", "fsync", "close"])


def test_a_write_that_the_system_does_in_pieces_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: whole(handle, content[:3]))
    write_safely(tmp_path / "plan.json", NEW)
    assert (tmp_path / "plan.json").read_bytes() == NEW


@needs_modes
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_of_a_file_is_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_safely(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@needs_modes
def test_a_new_file_is_its_owners_only(tmp_path: Path) -> None:
    write_safely(tmp_path / "plan.json", NEW)
    assert stat.S_IMODE((tmp_path / "plan.json").stat().st_mode) == 0o600


@needs_links
def test_what_a_link_points_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    target = tmp_path / "share" / "plan.json"
    target.write_bytes(OLD)
    link = tmp_path / "plan.json"
    link.symlink_to(target)
    write_safely(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def refused_by_windows(winerror: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "in use by another process")
    error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return error


class HeldFile:
    """Stands for `os.replace` while another program holds the file for some tries."""

    def __init__(self, tries: int, winerror: int) -> None:
        self.tries_left = tries
        self._winerror = winerror
        self._replace = os.replace

    def __call__(self, source: Path, target: Path) -> None:
        if self.tries_left:
            self.tries_left -= 1
            raise refused_by_windows(self._winerror)
        self._replace(source, target)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_for_a_moment_is_written_when_it_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(OLD)
    monkeypatch.setattr(safe_file, "_WAITS", (0.0,) * 6)
    monkeypatch.setattr(os, "replace", HeldFile(6, winerror))
    write_safely(path, NEW)
    assert path.read_bytes() == NEW


def test_a_file_held_for_good_is_said_to_be_in_use_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(OLD)
    monkeypatch.setattr(safe_file, "_WAITS", (0.0,) * 6)
    monkeypatch.setattr(os, "replace", HeldFile(7, 32))
    with pytest.raises(FileInUseError):
        write_safely(path, NEW)
    assert path.read_bytes() == OLD
    assert temporaries(tmp_path) == []


def test_another_refusal_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldFile(2, winerror=19)
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError):
        write_safely(tmp_path / "plan.json", NEW)
    assert held.tries_left == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot force a folder to the disk")
def test_a_folder_that_cannot_be_forced_to_the_disk_by_its_nature_is_no_error(
    tmp_path: Path,
) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(OLD)
    with failing(("store.safe_file",), 100, errno.EINVAL) as disk:
        write_safely(path, NEW)
    for number in (disk.calls - 2, disk.calls - 1):
        path.write_bytes(OLD)
        with failing(("store.safe_file",), number, errno.EINVAL) as disk:
            write_safely(path, NEW)
        assert disk.has_failed
        assert path.read_bytes() == NEW


def test_what_a_crash_has_left_is_cleared_once_nobody_can_be_writing_it(tmp_path: Path) -> None:
    path = tmp_path / "a [draft].plan.json"
    names = (".a [draft].plan.json.7-1.tmp", ".a [draft].plan.json.8-1.tmp", ".other.json.7-1.tmp")
    old, fresh, others = (tmp_path / name for name in names)
    for file in (old, fresh, others):
        file.write_bytes(OLD)
    two_hours_ago = time.time() - 7_200
    os.utime(old, (two_hours_ago, two_hours_ago))
    os.utime(others, (two_hours_ago, two_hours_ago))
    clear_leftovers(path)
    assert temporaries(tmp_path) == sorted([fresh, others])


@needs_modes
def test_a_new_file_for_others_is_as_open_as_any_other_of_the_officers(tmp_path: Path) -> None:
    (tmp_path / "usual.txt").touch()
    write_safely(tmp_path / "paper.docx", NEW, new_mode=EVERYBODY)
    assert (tmp_path / "paper.docx").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode
