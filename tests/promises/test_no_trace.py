"""Nothing leaves the laptop, and no error tells what a plan says."""

import socket
import stat
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from desk import crash_report
from store.drafts import drafts_of
from store.log import log_path
from store.places import backups_folder
from store.plan_file import PlanFile
from tests.tui.window import app_of, edit, on_disk, plandesk, press, type_text, until
from tui.__main__ import main
from tui.app import Plandesk

SECRET = "Nobody but the officer may read this"


def refused(*_: Any, **__: Any) -> NoReturn:
    raise AssertionError("plandesk asked for the network")


def broken(text: str) -> NoReturn:
    raise RuntimeError(text)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forbid internet sockets and the look-up of names; the event loop's own pipes may stay."""

    class LocalSocket(socket.socket):
        def __init__(self, family: int = -1, *arguments: Any, **named: Any) -> None:
            if family in (-1, socket.AF_INET, socket.AF_INET6):
                refused()
            super().__init__(family, *arguments, **named)

    monkeypatch.setattr(socket, "socket", LocalSocket)
    for name in (
        "getaddrinfo",
        "gethostbyname",
        "gethostbyname_ex",
        "create_connection",
        "getfqdn",
    ):
        monkeypatch.setattr(socket, name, refused)


@pytest.mark.skipif(sys.platform == "win32", reason="its event loop talks to itself by internet")
@pytest.mark.usefixtures("no_network")
@pytest.mark.slow
async def test_the_window_works_with_the_network_forbidden(tmp_path: Path) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March 2027")
        await press(pilot, "escape", "2", "3", "6", "1")
        await press(pilot, "ctrl+q")


@pytest.mark.usefixtures("no_network")
def test_the_commands_work_with_the_network_forbidden(tmp_path: Path) -> None:
    on_disk()
    out = tmp_path / "out"
    for command in (
        ["show", "Small"],
        ["set", "Small", "1.1", "timescale", "March 2027"],
        ["export", "Small", "--out", str(out)],
        ["list"],
        ["restore", "Small"],
        ["share", "Small", "--to", str(tmp_path / "shared")],
        ["fetch", "Small"],
        ["join", str(tmp_path / "shared"), "--out", "Another"],
    ):
        assert main(command) == 0
    (paper,) = out.glob("*.docx")
    assert main(["import", str(paper), "--yes"]) == 0


async def test_an_error_in_the_window_keeps_what_was_typed_and_tells_nothing_of_it() -> None:
    path = on_disk()
    with pytest.raises(RuntimeError):
        await met_an_error(path)
    (app,) = ended
    ((_, draft),) = drafts_of(PlanFile.open(path).plan_id, path)
    assert draft.field is not None
    assert draft.field.typed == SECRET
    assert "did not foresee" in app.last_words
    assert "offered when it is opened again" in app.last_words
    assert str(log_path()) in app.last_words
    assert "RuntimeError" in log_path().read_text()
    assert SECRET not in app.last_words + log_path().read_text()
    assert app._exit_renderables == []


ended: list[Plandesk] = []


async def met_an_error(path: Path) -> None:
    """Meet an unforeseen error while a field is being typed into; the app is in `ended` then."""
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, SECRET)
        app = app_of(pilot)
        ended[:] = [app]
        app.call_later(broken, SECRET)
        await until(pilot, lambda: app.last_words)


def test_an_error_in_a_command_is_a_sentence_and_a_log_without_text(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> NoReturn:
        raise KeyError(SECRET)

    monkeypatch.setattr("tui.command_line.program.run", broken)
    assert main(["list"]) == 1
    printed = capsys.readouterr()
    assert "did not foresee" in printed.err
    assert str(log_path()) in printed.err
    assert "Traceback" not in printed.err
    assert SECRET not in printed.err + printed.out + log_path().read_text()
    assert "KeyError" in log_path().read_text()


def test_the_log_names_the_causes_of_an_error_and_never_its_words() -> None:
    try:
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        lines = list(crash_report.log_lines(error))
    assert [line for line in lines if not line.startswith(" ")] == [
        "builtins.RuntimeError",
        "builtins.ValueError",
    ]
    assert SECRET not in "".join(lines)


def test_a_log_that_cannot_be_written_costs_only_the_log(home: Path) -> None:
    (home / "state").write_text("in the way")
    assert "did not foresee" in crash_report.sentence_on(RuntimeError())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_everything_that_plandesk_keeps_is_its_owners_only(home: Path) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March 2027")
        await press(pilot, "escape", "ctrl+q")
    crash_report.sentence_on(RuntimeError())
    files = [entry for entry in home.rglob("*") if entry.is_file()]
    assert any(backups_folder() in entry.parents for entry in files)
    assert {stat.S_IMODE(entry.stat().st_mode) for entry in files} == {0o600}
