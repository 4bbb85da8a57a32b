"""What was written is opened, printed or shown by the system's own program, if there is one."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk import other_programs
from desk.other_programs import Handed, NotHandedOverError, Program, Started, hand_over, program_for

NAMES = ("Appendix 1.docx", "it's a $(touch gone); `x` & more.docx", "-p.docx", "a\nb “c”.docx")


def only(*names: str) -> Callable[[str], str | None]:
    return lambda name: f"/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("platform", "what", "there", "command"),
    [
        ("darwin", "open", ("open",), ("/bin/open",)),
        ("darwin", "folder", ("open",), ("/bin/open",)),
        ("darwin", "print", ("lpr", "lp"), ("/bin/lpr",)),
        ("linux", "open", ("xdg-open", "gio"), ("/bin/xdg-open",)),
        ("linux", "open", ("gio",), ("/bin/gio", "open")),
        ("linux", "folder", ("xdg-open",), ("/bin/xdg-open",)),
        ("linux", "print", ("lp", "lpr"), ("/bin/lp",)),
        ("linux", "print", ("soffice", "lp"), ("/bin/soffice", "--headless", "-p")),
        ("linux", "open", (), None),
        ("linux", "print", (), None),
    ],
)
def test_each_system_has_its_own_programs(
    platform: str, what: Handed, there: tuple[str, ...], command: tuple[str, ...] | None
) -> None:
    found = program_for(what, platform, only(*there))
    assert found == (None if command is None else Program(command))


def ended(started: Started) -> bool:
    """Wait for a program that was started, and return whether it is known to have ended."""
    with started:
        if started._process is not None:
            started._process.wait()
        return started.has_ended()


def with_program(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    program = Program((sys.executable, "-c", code))
    monkeypatch.setattr(other_programs, "program_for", lambda what: program)


@pytest.mark.skipif(sys.platform == "win32", reason="the system itself takes a file there")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", ["open", "print", "folder"])
def test_a_program_is_given_the_whole_path_and_no_shell_reads_it(
    name: str, what: Handed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "papers").mkdir()
    path, told = tmp_path / "papers" / name, tmp_path / "told"
    path.write_bytes(b"PK")
    code = f"import sys\nwith open({str(told)!r}, 'w') as f: f.write(repr(sys.argv[1:]))"
    with_program(monkeypatch, code)
    monkeypatch.chdir(path.parent)
    assert ended(hand_over(what, Path(name)))
    given = path.parent if what == "folder" else path
    assert told.read_text() == repr([str(given)])
    assert sorted(one.name for one in tmp_path.iterdir()) == ["papers", "told"]
    assert [one.name for one in path.parent.iterdir()] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="sessions are of other systems")
def test_a_program_has_a_session_of_its_own_and_no_way_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    code = (
        "import os, sys; print('over the window'); "
        f"open({str(told)!r}, 'w').write(f'{{os.getsid(0)}} {{sys.stdin.read()!r}}')"
    )
    with_program(monkeypatch, code)
    started = hand_over("open", told.parent)
    assert started._process is not None
    assert ended(started)
    assert told.read_text() == f"{started._process.pid} ''"
    assert started._process.pid != os.getsid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="the system itself takes a file there")
@pytest.mark.parametrize(
    ("what", "code", "says"),
    [
        ("open", "exit(3)", r"A.docx could not be opened: \S+ ended with an error \(status 3\)\."),
        (
            "print",
            "exit('lp: no printer.\\n')",
            r"could not be printed: .*\(status 1\): lp: no prin",
        ),
        ("folder", "exit(1)", r"The folder of A.docx could not be shown: "),
    ],
)
def test_a_program_that_fails_is_told_with_the_path(
    what: Handed, code: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "A.docx"
    path.write_bytes(b"PK")
    with_program(monkeypatch, code)
    with pytest.raises(NotHandedOverError, match=says) as told:
        ended(hand_over(what, path))
    assert f"It is {path}." in str(told.value)


@pytest.mark.skipif(sys.platform == "win32", reason="the system itself takes a file there")
def test_where_the_systems_opener_knows_no_program_its_search_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, opener = tmp_path / "A.pdf", tmp_path / "xdg-open"
    path.write_bytes(b"%PDF")
    opener.write_text("#!/bin/sh\necho '882: www-browser: not found' >&2\nexit 3\n")
    opener.chmod(0o700)
    monkeypatch.setattr(other_programs, "program_for", lambda what: Program((str(opener),)))
    with pytest.raises(NotHandedOverError) as told:
        ended(hand_over("open", path))
    no_program = f"A.pdf could not be opened: no program of this machine opens it. It is {path}."
    assert str(told.value) == no_program


@pytest.mark.parametrize(
    ("what", "says"),
    [("open", "neither xdg-open nor gio nor wslview"), ("print", "neither soffice nor lp nor lpr")],
)
def test_without_a_program_the_officer_is_told_where_the_file_is(
    what: Handed, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "A.docx"
    path.write_bytes(b"PK")
    monkeypatch.setattr("desk.other_programs.sys.platform", "linux")
    monkeypatch.setattr(other_programs, "program_for", lambda what: None)
    with pytest.raises(NotHandedOverError, match=f"there is {says} on this machine") as told:
        hand_over(what, path)
    assert f"It is {path}." in str(told.value)


def test_a_program_that_cannot_be_started_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Program((str(tmp_path / "gone"),))
    monkeypatch.setattr("desk.other_programs.sys.platform", "linux")
    monkeypatch.setattr(other_programs, "program_for", lambda what: gone)
    with pytest.raises(NotHandedOverError, match="its program could not be started"):
        hand_over("open", tmp_path)


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotHandedOverError, match=r"A.docx is no longer in .*: write it again"):
        hand_over("open", tmp_path / "A.docx")


@pytest.mark.skipif(sys.platform == "win32", reason="the system itself takes a file there")
def test_a_program_that_goes_on_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_program(monkeypatch, "import sys, threading; threading.Event().wait()")
    with hand_over("open", tmp_path) as started:
        assert isinstance(started._process, subprocess.Popen)
        try:
            assert not started.has_ended()
        finally:
            started._process.kill()
            started._process.wait()


@pytest.mark.parametrize(
    ("what", "given"),
    [("open", ("A.docx",)), ("print", ("A.docx", "print")), ("folder", ("",))],
)
def test_on_windows_the_system_itself_takes_the_file(
    what: Handed, given: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "A.docx"
    path.write_bytes(b"PK")
    taken: list[tuple[str, ...]] = []
    monkeypatch.setattr("desk.other_programs.sys.platform", "win32")
    monkeypatch.setattr(
        "desk.other_programs.os.startfile", lambda *words: taken.append(words), raising=False
    )
    assert hand_over(what, path).has_ended()
    name, *verb = given
    assert taken == [(str(tmp_path / name), *verb)]


def test_on_windows_a_file_that_no_program_takes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: str) -> None:
        raise OSError(1155, "No application is associated")

    monkeypatch.setattr("desk.other_programs.sys.platform", "win32")
    monkeypatch.setattr("desk.other_programs.os.startfile", none, raising=False)
    with pytest.raises(NotHandedOverError, match="no application is associated"):
        hand_over("open", tmp_path)
