"""The clipboard's program and the officer's editor, as far as there are any."""

import errno
import sys
from pathlib import Path

import pytest

from tui import clipboard
from tui.widgets.own_editor import NoEditorError, edited_outside, editor_command

WRITES = "import sys; open(sys.argv[1], 'a', encoding='utf-8').write(' and more\\n')"


@pytest.mark.parametrize(
    ("platform", "there", "program"),
    [
        ("win32", "clip", (("/bin/clip",), "utf-16")),
        ("darwin", "pbcopy", (("/bin/pbcopy",), "utf-8")),
        ("linux", "wl-copy", (("/bin/wl-copy",), "utf-8")),
        ("linux", "xclip", (("/bin/xclip", "-selection", "clipboard"), "utf-8")),
        ("linux", "xsel", (("/bin/xsel", "-ib"), "utf-8")),
        ("linux", "", None),
    ],
)
def test_each_system_has_its_own_clipboard(
    platform: str, there: str, program: tuple[tuple[str, ...], str] | None
) -> None:
    found = CLIPBOARD_PROGRAM(platform, lambda name: f"/bin/{name}" if name == there else None)
    assert found == program


CLIPBOARD_PROGRAM = clipboard.clipboard_program


def test_a_text_is_handed_to_the_clipboards_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "clipboard"
    code = f"import sys; open({str(kept)!r}, 'wb').write(sys.stdin.buffer.read())"
    program = ((sys.executable, "-c", code), "utf-8")
    monkeypatch.setattr(clipboard, "clipboard_program", lambda: program)
    assert clipboard.copy_to_system("☒ agreed")
    assert kept.read_text(encoding="utf-8") == "☒ agreed"


@pytest.mark.parametrize("command", [("no-such-program-here",), (sys.executable, "-c", "exit(1)")])
def test_a_clipboard_that_fails_is_no_error(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "clipboard_program", lambda: (command, "utf-8"))
    assert not clipboard.copy_to_system("text")


def test_without_a_clipboard_nothing_is_done() -> None:
    assert not clipboard.copy_to_system("text")


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
    with pytest.raises(NoEditorError, match=r"To set one, .*EDITOR=gedit plandesk"):
        editor_command({}, "linux")
    assert editor_command({"EDITOR": "vi"}, "linux") == ["vi"]


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
