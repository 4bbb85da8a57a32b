"""What the command line prints: clean whoever named a thing, and honest where nothing can be."""

import io
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from store.places import formats_folder, plans_folder
from tests.repository import ROOT
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main
from tui.command_line.commands import COMMANDS
from tui.command_line.printing import CleanStream

Captured = pytest.CaptureFixture[str]
RAW = "ev\x1b[31mil\x1b]0;T\x07\x9b1m\x7f\u202ex"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")


def run(*arguments: str, out: IO[str] | int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        stdout=out,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        text=True,
        check=False,
    )


def is_clean(text: str) -> bool:
    return all(char.isprintable() or char in "\n\t" for char in text)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_command_prints_an_argument_raw(name: str, capsys: Captured) -> None:
    on_disk()
    for arguments in ([RAW], ["Small", RAW], ["Small", RAW, RAW], [f"--{RAW}"], [RAW] * 5):
        main([name, *arguments])
        captured = capsys.readouterr()
        assert is_clean(captured.out + captured.err)


@pytest.mark.parametrize(
    "arguments",
    [
        [RAW],
        [RAW, RAW],
        ["export", "Small", "--document", RAW],
        ["export", "Small", "--progress", RAW],
        ["export", "Small", "--template", RAW],
        ["reviews", "--before", RAW],
        ["reviews", "--by", RAW],
        ["progress", "--since", RAW],
        ["import", "x.docx", "--column", RAW],
        ["settings", "council_format", RAW],
        ["settings", "author", RAW],
        ["restore", RAW, "--from", "1"],
        ["sample", "--actions", RAW],
    ],
)
def test_no_option_is_printed_raw(arguments: list[str], capsys: Captured) -> None:
    on_disk()
    main(arguments)
    captured = capsys.readouterr()
    assert is_clean(captured.out + captured.err)


def test_no_name_of_a_file_is_printed_raw(capsys: Captured) -> None:
    on_disk()
    try:
        (plans_folder() / f"{RAW}.plan.json").write_bytes(b"{")
        formats_folder().mkdir(parents=True)
        (formats_folder() / f"{RAW}.toml").write_bytes(b"[")
    except OSError:
        pytest.skip("this system has no such names")
    for arguments in (["list"], ["reviews"], ["formats"], ["show", RAW], ["reviews", "--json"]):
        main(arguments)
        captured = capsys.readouterr()
        assert is_clean(captured.out + captured.err)
        assert captured.out + captured.err


def test_what_an_encoding_lacks_is_replaced_and_no_stream_is_left_in_error() -> None:
    raw = io.BytesIO()
    stream = CleanStream(io.TextIOWrapper(raw, encoding="ascii", errors="strict"))
    assert stream.write("A “word”\n\udcff") == len("A “word”\n\udcff")
    stream.flush()
    assert raw.getvalue() == b"A ?word?\n"
    assert stream.problem is None


@needs_full
@pytest.mark.parametrize(
    "arguments", [["show", "Small"], ["show", "Small", "--json"], ["list"], ["--help"], ["formats"]]
)
def test_a_command_that_only_prints_fails_where_nothing_can_be_printed(
    arguments: list[str],
) -> None:
    on_disk()
    with FULL.open("w") as full:
        done = run(*arguments, out=full)
    assert done.returncode == 1
    assert done.stderr.startswith("Not everything could be printed: no space left on device.")
    assert "did not foresee" not in done.stderr
    assert "Exception ignored" not in done.stderr


@needs_full
def test_what_was_saved_is_done_although_it_cannot_be_printed() -> None:
    path = on_disk()
    with FULL.open("w") as full:
        done = run("set", "Small", "1.1", "timescale", "Weekly", out=full)
    assert done.returncode == 0
    assert "Saved: Edit timescale of action 1.1.\nThat is done; only it could not be" in done.stderr
    assert saved_plan(path).actions[0].timescale == "Weekly"


@needs_full
def test_every_file_of_a_pack_is_written_although_none_can_be_told(tmp_path: Path) -> None:
    assert main(["sample", "--out", "Whole"]) == 0
    with FULL.open("w") as full:
        done = run("export", "Whole", "--document", "pack", "--out", str(tmp_path), out=full)
    assert done.returncode == 0
    written = list(tmp_path.glob("*.docx"))
    assert len(written) == 6
    assert all(str(path) in done.stderr for path in written)


@needs_full
def test_a_question_that_cannot_be_seen_is_not_asked(tmp_path: Path) -> None:
    on_disk()
    assert main(["export", "Small", "--out", str(tmp_path)]) == 0
    (word,) = tmp_path.glob("*.docx")
    with FULL.open("w") as full:
        done = run("import", str(word), "--out", "Read", out=full)
    assert done.returncode == 1
    assert "nothing was made. --yes makes the plan." in done.stderr
    assert not (plans_folder() / "Read.plan.json").exists()


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    assert main(["sample", "--out", "Long", "--actions", "300"]) == 0
    shown = subprocess.Popen(
        [sys.executable, "-m", "tui", "show", "Long"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert shown.stdout is not None
    assert shown.stderr is not None
    assert shown.stdout.readline()
    shown.stdout.close()
    assert shown.stderr.read() == ""
    shown.stderr.close()
    assert shown.wait() == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not limit the size of files")
def test_a_full_disk_keeps_nothing_of_a_command_and_promises_nothing(tmp_path: Path) -> None:
    path = on_disk()
    before = path.read_bytes()
    folder = tmp_path / "new" / "er"
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024)); "
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "from tui.__main__ import main; sys.exit(main(sys.argv[1:]))"
    )
    for arguments, says in (
        (["set", "Small", "1.1", "timescale", "Never"], "Nothing of this command is kept"),
        (["note", "Small", "1.1", "Never"], "Nothing of this command is kept"),
        (["export", "Small", "--out", str(folder)], "could not be written"),
        (["sample", "--out", str(folder / "S")], "could not be made"),
    ):
        done = subprocess.run(
            # Compiled modules would be cut off too, and every later test would load them.
            [sys.executable, "-B", "-c", limited, *arguments],
            capture_output=True,
            cwd=ROOT,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert says in done.stderr
        assert "tried again" not in done.stderr
    assert path.read_bytes() == before
    assert not list(plans_folder().parent.rglob("*.draft"))
    assert not folder.parent.exists()
