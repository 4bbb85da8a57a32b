"""A pipe, a device, a socket or a folder in the place of any file is a sentence, never a wait."""

import errno
import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.calendar_file import is_something_else
from desk.council import look_of
from desk.errors import ExportError
from desk.word_papers import write_word_file
from exporters.word.file_owner import is_untouched
from exporters.word.template_file import TemplateError, template_parts
from files.ordinary import (
    NotOrdinaryError,
    TooLargeError,
    content_of,
    opened,
    why_unreadable,
)
from importers.errors import UnreadableError
from importers.word.package import opened as opened_package
from plan.council.format import FormatError
from store.backups import plan_ids_at
from store.bin import deleted_plans
from store.drafts import drafts_of
from store.errors import StoreError
from store.formats import format_for
from store.history import Past, history_path
from store.lock import hold, lock_path
from store.log import add_to_log, log_path
from store.places import backups_folder, bin_folder, drafts_folder, formats_folder
from store.plan_file import PlanFile
from store.restoring import recoveries
from store.settings import Settings, load_settings, settings_path
from tests.store.plans import SMALL, made, timescale

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(path.parent)  # the name of a socket may not be long
        try:
            listening.bind(path.name)
        finally:
            os.chdir(here)


NO_FILES = pytest.mark.parametrize(
    "made_at", [pipe, device, sound, Path.mkdir], ids=["pipe", "device", "socket", "folder"]
)
MadeAt = Callable[[Path], None]
WHAT_IT_IS = {
    pipe: "no ordinary file but a pipe",
    device: "no ordinary file but a device",
    sound: "no ordinary file but a socket",
    Path.mkdir: "a folder",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.plan.json"


def in_place(path: Path, made_at: MadeAt) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    made_at(path)
    return path


@NO_FILES
def test_it_is_refused_and_what_it_is_is_said(path: Path, made_at: MadeAt) -> None:
    with pytest.raises(OSError, match=r"no ordinary file but a|it is a folder"):
        opened(in_place(path, made_at))


def test_no_more_is_read_than_is_allowed(path: Path) -> None:
    path.write_bytes(b"x" * 11)
    assert content_of(path, 11) == b"x" * 11
    with pytest.raises(TooLargeError, match="larger than 10 bytes"):
        content_of(path, 10)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that claims to be empty")
def test_a_file_that_claims_to_be_empty_is_read_no_further_than_allowed() -> None:
    with pytest.raises(TooLargeError):
        content_of(Path("/proc/self/environ"), 1)


@NO_FILES
def test_a_plan(path: Path, made_at: MadeAt) -> None:
    said = f"could not be read: it is {WHAT_IT_IS[made_at]}. Nothing was changed. Choose the file"
    with pytest.raises(StoreError, match=said):
        PlanFile.open(in_place(path, made_at))
    assert recoveries(path) == ()


@NO_FILES
def test_a_plan_that_is_replaced_while_it_is_open_is_not_overwritten(
    path: Path, made_at: MadeAt
) -> None:
    file = made(path)
    in_place(path, made_at)
    with pytest.raises(StoreError):
        file.save(timescale(SMALL, "June 2017"))
    assert not path.is_file()


@NO_FILES
def test_a_history(path: Path, made_at: MadeAt) -> None:
    file = made(path)
    in_place(history_path(path), made_at)
    file.save(timescale(SMALL, "June 2017"))
    assert "its history could not be written" in file.warning
    past = Past(PlanFile.open(path).newest_first())
    assert [change.revision for change in past] == [2]
    assert re.search(r"cannot be read to its beginning: it is (no ordinary|a folder)", past.problem)


@NO_FILES
def test_a_lock(path: Path, made_at: MadeAt) -> None:
    in_place(lock_path(path), made_at)
    held = hold(path, "me")
    assert held.read_only_reason == ""
    held.release()


def test_a_lock_that_is_none_is_remarked_on(path: Path) -> None:
    in_place(lock_path(path), pipe)
    assert "nobody else is kept out" in hold(path, "me").remark


@NO_FILES
def test_a_word_file_and_a_template(path: Path, made_at: MadeAt) -> None:
    in_place(path, made_at)
    with pytest.raises(UnreadableError), opened_package(path):
        pass
    with pytest.raises(TemplateError, match="cannot be read"):
        template_parts(path)
    assert not is_untouched(path)


@NO_FILES
def test_where_a_word_file_or_a_calendar_would_go(path: Path, made_at: MadeAt) -> None:
    wanted = in_place(path.with_name("a.docx"), made_at)
    exported = write_word_file(b"PK", wanted)
    assert exported.path == path.with_name("a (2).docx")
    what = WHAT_IT_IS[made_at]
    assert exported.sentence.startswith(f"a.docx is {what}, so it was left as it is. The plan went")
    assert is_something_else(wanted)


@NO_FILES
def test_a_councils_template(path: Path, made_at: MadeAt) -> None:
    there = in_place(path, made_at)
    with pytest.raises(ExportError, match=f"The Word template is {WHAT_IT_IS[made_at]}: "):
        look_of(Settings(), str(there))
    with pytest.raises(ExportError, match=f"used last is {WHAT_IT_IS[made_at]}: "):
        look_of(Settings(council_template=str(there)))


def test_a_file_that_may_not_be_read_is_said_to_be_one(path: Path) -> None:
    def refused(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    path.touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", refused)
        assert why_unreadable(path) == "cannot be read (permission denied)"
    assert why_unreadable(path) == ""
    assert why_unreadable(path / "below") == "is not there"
    assert why_unreadable(path.with_name("another")) == "is not there"


@NO_FILES
def test_settings_and_the_log(made_at: MadeAt) -> None:
    in_place(settings_path(), made_at)
    assert "could not be read" in load_settings()[1]
    in_place(log_path(), made_at)
    assert add_to_log(["a line"]) is None


@NO_FILES
def test_a_format(made_at: MadeAt) -> None:
    in_place(formats_folder() / "ours.toml", made_at)
    with pytest.raises(FormatError, match=f"cannot be read: it is {WHAT_IT_IS[made_at]}"):
        format_for("ours")


@NO_FILES
def test_drafts_backups_and_the_bin_go_without_it(path: Path, made_at: MadeAt) -> None:
    plan_id = made(path).plan_id
    in_place(drafts_folder() / f"{plan_id}.0.1-1.draft", made_at)
    in_place(backups_folder() / "other" / "where.txt", made_at)
    in_place(backups_folder() / plan_id / "20260101T000000Z-r1.plan.json", made_at)
    in_place(bin_folder() / "20260101T000000000000Z" / "where.txt", made_at)
    assert drafts_of(plan_id, path) == ()
    assert plan_ids_at(path) == (plan_id,)
    assert len(recoveries(path)) == 1
    assert deleted_plans() == ()


def test_what_is_no_ordinary_file_is_an_error_of_the_system(path: Path) -> None:
    assert issubclass(NotOrdinaryError, OSError)


@NO_FILES
def test_what_is_no_word_file_gets_no_advice_about_word(path: Path, made_at: MadeAt) -> None:
    with pytest.raises(UnreadableError) as refused, opened_package(in_place(path, made_at)):
        pass
    assert WHAT_IT_IS[made_at].rpartition(" but ")[2] in str(refused.value)
    assert "open in Word" not in str(refused.value)
    assert "hoose" in str(refused.value)


@pytest.mark.parametrize(
    ("code", "may_be_open"),
    [(errno.EACCES, True), (errno.EBUSY, True), (errno.EIO, False), (errno.ELOOP, False)],
)
def test_only_a_file_that_somebody_may_have_open_is_to_be_closed(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, may_be_open: bool
) -> None:
    path.write_bytes(b"x")

    def refuses(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("importers.word.package.opened_file", refuses)
    with pytest.raises(UnreadableError) as refused, opened_package(path):
        pass
    assert ("If it is open in Word" in str(refused.value)) is may_be_open
    assert "opy it to a folder of your own" in str(refused.value)
