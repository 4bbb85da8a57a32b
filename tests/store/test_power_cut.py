"""The simulated power cut finds what is wrong with a writer, and nothing in a right one."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from store import history, safe_file
from store.safe_file import write_safely
from tests.store.crash_points import every_error, every_power_cut
from tests.store.disk_model import all_files, written_back
from tests.store.operation import Operation
from tests.store.operations import NEW_WORD, OLD_WORD, OPERATIONS, WORD
from tests.store.power_cut import recorded

BY_NAME = {operation.name: operation for operation in OPERATIONS}
OVER_A_FILE = BY_NAME["export over a Word file"]


def cut(operation: Operation, folder: Path) -> list[str]:
    return every_power_cut(operation, folder, Random(7)).failures


def system() -> Any:
    """Return what the modules of the store call `os` just now."""
    return vars(safe_file)["os"]


def with_writer(write: Callable[[Path], object]) -> Operation:
    """Return the export over a Word file, done by another writer."""
    return Operation("another", OVER_A_FILE.prepare, write, OVER_A_FILE.check)


def write_in_place(folder: Path) -> None:
    handle = system().open(folder / WORD, os.O_WRONLY | os.O_TRUNC)
    system().write(handle, NEW_WORD)
    system().fsync(handle)
    system().close(handle)


def replace_unforced(folder: Path) -> None:
    handle = system().open(folder / "new", os.O_WRONLY | os.O_CREAT)
    system().write(handle, NEW_WORD)
    system().close(handle)
    system().replace(folder / "new", folder / WORD)


def remove_and_rename(folder: Path) -> None:
    write_safely(folder / "new", NEW_WORD)
    (folder / WORD).unlink()
    (folder / "new").rename(folder / WORD)


def write_past_the_record(folder: Path) -> None:
    (folder / WORD).write_bytes(NEW_WORD)


@pytest.mark.parametrize(
    "write", [write_in_place, replace_unforced, remove_and_rename, write_past_the_record]
)
def test_a_writer_that_is_not_safe_is_found_out(
    tmp_path: Path, write: Callable[[Path], object]
) -> None:
    assert cut(with_writer(write), tmp_path)


def test_a_folder_that_is_not_forced_to_the_disk_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cut(BY_NAME["save a change"], tmp_path) == []
    monkeypatch.setattr(safe_file, "sync_folder", lambda folder: None)
    assert cut(BY_NAME["save a change"], tmp_path)


def test_a_torn_line_that_is_written_on_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "_ends_whole", lambda handle: True)
    assert cut(BY_NAME["append to the history"], tmp_path)


def test_a_plan_written_in_place_is_found_out_by_the_errors_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_place(path: Path, content: bytes, **named: object) -> None:
        handle = system().open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            system().write(handle, content)
        finally:
            system().close(handle)

    monkeypatch.setattr("store.storage.write_safely", in_place)
    assert every_error(BY_NAME["save a change"], tmp_path).failures
    assert cut(BY_NAME["save a change"], tmp_path)


def test_nothing_happens_after_the_cut(tmp_path: Path) -> None:
    path = tmp_path / WORD
    path.write_bytes(OLD_WORD)
    before = all_files(tmp_path)
    with recorded(tmp_path) as disk:
        disk.cut_after(2)
        write_safely(path, NEW_WORD)
    assert disk.called == ["open", "write"]
    assert len(list(tmp_path.iterdir())) == 2
    left = list(disk.tree.after_cut(Random(1)))
    assert before in left
    assert all(remains[WORD] == OLD_WORD for remains in left)
    written_back(tmp_path, left[0])
    assert all_files(tmp_path) == left[0]


def test_what_is_done_in_folders_below_and_by_pathlib_is_recorded(tmp_path: Path) -> None:
    with recorded(tmp_path) as disk:
        (tmp_path / "below").mkdir()
        write_safely(tmp_path / "below" / "a", b"a")
        write_safely(tmp_path / "b", b"b")
        (tmp_path / "below" / "a").replace(tmp_path / "a")
        (tmp_path / "b").unlink()
        (tmp_path / "below").rmdir()
    assert disk.tree.seen() == all_files(tmp_path) == {"a": b"a"}
    left = list(disk.tree.after_cut(Random(1)))
    assert {"a": b"a"} in left
    assert all({"a", "below/a"} - set(remains) for remains in left)


def test_a_file_moved_between_folders_is_in_one_of_them_once_either_is_forced(
    tmp_path: Path,
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "a").write_bytes(b"a")
    with recorded(tmp_path) as disk:
        (tmp_path / "a").replace(tmp_path / "bin" / "a")
        write_safely(tmp_path / "b", b"b")
    assert list(disk.tree.after_cut(Random(1))) == [{"bin": None, "bin/a": b"a", "b": b"b"}]
