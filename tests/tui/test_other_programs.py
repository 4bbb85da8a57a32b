"""The clipboard's program and the officer's editor, as far as there are any."""

import errno
import sys
from pathlib import Path

import pytest

from store.settings import Settings, save_settings
from tui import clipboard
from tui.widgets.own_editor import NoEditorError, edited_outside, editor_command

WRITES = "import sys; open(sys.argv[1], 'a', encoding='utf-8').write(' and more\\n')"


PROGRAMS = clipboard.programs


@pytest.mark.parametrize(
    ("does", "platform", "there", "words", "encoding"),
    [
        ("put", "win32", "clip", ("/bin/clip",), "utf-16"),
        ("put", "darwin", "pbcopy", ("/bin/pbcopy",), "utf-8"),
        ("put", "linux", "wl-copy", ("/bin/wl-copy",), "utf-8"),
        ("put", "linux", "xclip", ("/bin/xclip", "-selection", "clipboard"), "utf-8"),
        ("put", "linux", "xsel", ("/bin/xsel", "-ib"), "utf-8"),
        ("get", "darwin", "pbpaste", ("/bin/pbpaste",), "utf-8"),
        ("get", "linux", "wl-paste", ("/bin/wl-paste", "--no-newline"), "utf-8"),
        ("get", "linux", "xclip", ("/bin/xclip", "-selection", "clipboard", "-o"), "utf-8"),
        ("get", "linux", "xsel", ("/bin/xsel", "-ob"), "utf-8"),
    ],
)
def test_each_system_has_its_own_clipboard(
    does: str, platform: str, there: str, words: tuple[str, ...], encoding: str
) -> None:
    found = PROGRAMS(does, platform, lambda name: f"/bin/{name}" if name == there else None, {})
    assert found == ((words, encoding),)


def test_windows_reads_its_clipboard_by_powershell_in_unicode() -> None:
    (command, *_) = PROGRAMS("get", "win32", lambda name: name, {})
    assert command.words[0] == "powershell"
    assert "UTF8; Get-Clipboard -Raw" in command.words[-1]


@pytest.mark.parametrize("does", ["put", "get"])
@pytest.mark.parametrize(
    ("env", "first"),
    [({}, "wl-"), ({"DISPLAY": ":0"}, "xclip"), ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "0"}, "wl-")],
)
def test_the_program_of_the_screen_that_there_is_comes_first(
    does: str, env: dict[str, str], first: str
) -> None:
    found = PROGRAMS(does, "linux", lambda name: name, env)
    assert found[0].words[0].startswith(first)
    assert {one.words[0][:2] for one in found} == {"wl", "xc", "xs"}


def python(code: str) -> clipboard.Command:
    return clipboard.Command((sys.executable, "-c", code))


FAILS = python("raise SystemExit(1)")
ABSENT = clipboard.Command(("no-such-program-here",))


def has_programs(monkeypatch: pytest.MonkeyPatch, *there: clipboard.Command) -> None:
    monkeypatch.setattr(clipboard, "programs", lambda does: there)


def test_a_text_is_handed_to_the_first_program_that_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "clipboard"
    code = f"import sys, pathlib; pathlib.Path({str(kept)!r}).write_bytes(sys.stdin.buffer.read())"
    has_programs(monkeypatch, FAILS, ABSENT, python(code))
    assert clipboard.copy_to_system("☒ agreed")
    assert kept.read_text(encoding="utf-8") == "☒ agreed"


def test_a_clipboard_that_fails_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    has_programs(monkeypatch, FAILS, ABSENT)
    assert clipboard.copy_to_system("text") is False
    assert clipboard.read_from_system() == ""


def test_without_a_clipboard_nothing_is_done() -> None:
    assert clipboard.copy_to_system("text") is None
    assert clipboard.read_from_system() == ""


def test_a_clipboard_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "LONGEST_WAIT", 0.01)
    has_programs(monkeypatch, python("import threading; threading.Event().wait()"))
    assert clipboard.copy_to_system("text") is False
    assert clipboard.read_from_system() == ""


def test_a_text_is_read_with_its_lines_as_they_are_here(monkeypatch: pytest.MonkeyPatch) -> None:
    out = r"\ufeff☒ one\r\ntwo\tthree\x00\r\n"
    has_programs(
        monkeypatch, FAILS, python(f"import sys; sys.stdout.buffer.write('{out}'.encode())")
    )
    assert clipboard.read_from_system() == "☒ one\ntwo\tthree"


def test_the_editor_is_the_one_that_is_set() -> None:
    assert editor_command({"VISUAL": "code -w", "EDITOR": "vi"}) == ["code", "-w"]
    assert editor_command({"EDITOR": "'my editor' -n"}, "linux") == ["my editor", "-n"]
    assert editor_command({"EDITOR": r'"C:\Program Files\ed.exe" -n'}, "win32") == (
        [r"C:\Program Files\ed.exe", "-n"]
    )


def test_without_one_it_is_the_systems_own() -> None:
    assert editor_command({}, "win32") == ["notepad"]
    assert editor_command({"EDITOR": "  "}, "win32") == ["notepad"]


def test_on_linux_it_is_nano_and_never_vi_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.widgets.own_editor.shutil.which", lambda name: f"/usr/bin/{name}")
    assert editor_command({}, "linux") == ["nano"]
    monkeypatch.setattr("tui.widgets.own_editor.shutil.which", lambda name: None)
    with pytest.raises(NoEditorError, match="plandesk settings editor gedit"):
        editor_command({}, "linux")
    assert editor_command({"EDITOR": "vi"}, "linux") == ["vi"]


def test_the_editor_of_the_settings_comes_before_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.setenv(name, "no-such-editor-here")
    with pytest.raises(NoEditorError, match="plandesk settings editor names the one you want"):
        edited_outside("text")
    save_settings(Settings(editor=f"'{sys.executable}' -c \"{WRITES}\""))
    assert edited_outside("text") == "text and more"


def test_a_text_comes_back_as_the_editor_left_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tui.widgets.own_editor.editor_command", lambda env: [sys.executable, "-c", WRITES]
    )
    assert edited_outside("Père Noël") == "Père Noël and more"


@pytest.mark.parametrize(
    ("editor", "what"),
    [
        ("no-such-editor-here", "was not found"),
        ('"unclosed', "was not found"),
        (f"'{sys.executable}' -c 'raise SystemExit(3)'", r"ended with an error \(status 3\)"),
    ],
)
def test_an_editor_that_fails_is_said_in_a_sentence(
    editor: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(NoEditorError, match=f"{what}, so the field is as it was"):
        edited_outside("text")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell is run")
@pytest.mark.parametrize(
    ("script", "what"),
    [
        ("rm $0", "left no file: the one with the text was gone when it ended"),
        ("mv $0 $0.elsewhere", "left no file: the one with the text was gone when it ended"),
        ("rm $0; mkdir $0", r"left a file that cannot be read \(it is a folder\)"),
        ("rm $0; mkfifo $0", r"left a file that cannot be read \(it is no ordinary .*a pipe\)"),
        (r"printf '\377' > $0", "left a text that is not UTF-8"),
        ("no-such-editor-here $0", r"ended with an error \(status 127: a command in it was not"),
        ("exit 3", r"ended with an error \(status 3\)"),
        ("kill -9 $$", r"was ended from outside \(signal 9\)"),
    ],
)
def test_an_editor_that_leaves_no_text_is_not_said_to_be_missing(
    script: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.widgets.own_editor.editor_command", lambda env: ["sh", "-c", script])
    with pytest.raises(NoEditorError, match=f"The editor sh {what}.*, so the field is as it was"):
        edited_outside("text")


@pytest.mark.skipif(sys.platform == "win32", reason="a script with a first line for the system")
def test_a_script_that_cannot_be_started_is_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "my-editor"
    script.write_text("#!/no/such/shell\n")
    monkeypatch.setattr("tui.widgets.own_editor.editor_command", lambda env: [str(script)])
    with pytest.raises(NoEditorError, match=r"could not be started \(permission denied\)"):
        edited_outside("text")
    script.chmod(0o700)
    with pytest.raises(NoEditorError, match="a program that it needs was not found"):
        edited_outside("text")


def test_a_text_that_cannot_be_handed_over_is_not_the_editors_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr("tui.widgets.own_editor.editor_command", lambda env: [sys.executable])
    monkeypatch.setattr("tui.widgets.own_editor.TemporaryDirectory", full)
    with pytest.raises(NoEditorError, match=r"could not be given the text \(no usable temporary"):
        edited_outside("text")
