"""Papers as PDFs: what the officer gets, from the window and the command line, and what if not."""

import os
import signal
import subprocess
import sys
from asyncio import sleep
from pathlib import Path
from time import sleep as sleep_shortly

import pytest
from textual.widgets import Input, Static

from exporters.pdf.office import OFFICE, SECONDS
from exporters.pdf.seal import is_sealed
from tests.exporters.pdf.programs import program
from tests.repository import ROOT
from tests.tui.printed_papers import NUMBER, PAPER
from tests.tui.window import A_LOOK, on_disk, plandesk, press, until
from tui.__main__ import main
from tui.dialogs.export import ExportDialog

MARK = "NOT FOR ISSUE"
"""The plan of these tests is not ready, so each file says so in its name."""
REPORT, APPENDIX = f"{NUMBER} {MARK}", f"{NUMBER} Appendix 1 {MARK}"
PACK = [
    APPENDIX,
    f"{NUMBER} Committee paper {MARK}",
    f"{NUMBER} Equality Impact Assessment {MARK}",
    REPORT,
]


@pytest.fixture
def plan_file() -> Path:
    return on_disk(PAPER)


@pytest.fixture
def uses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the office programs; the one that makes PDFs is used."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv(OFFICE, str(program(folder, "makes")))
    return folder


def export(plan_file: Path, out: Path, *options: str) -> int:
    return main(["export", str(plan_file), "--out", str(out), *options])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def all_of(*endings: str) -> list[str]:
    return sorted(f"{name}.{ending}" for name in PACK for ending in endings)


@pytest.mark.usefixtures("uses")
def test_the_pdfs_alone_or_beside_the_word_files(plan_file: Path, tmp_path: Path) -> None:
    alone, both = tmp_path / "alone", tmp_path / "both"
    assert export(plan_file, alone, "--document", "pack", "--as", "pdf") == 0
    assert names(alone) == all_of("pdf")
    assert all(map(is_sealed, alone.iterdir()))
    assert export(plan_file, both, "--document", "pack", "--as", "pdf", "--as", "docx") == 0
    assert names(both) == all_of("docx", "pdf")


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("crashes", "crashes-office ended with an error"),
        ("hangs", "hangs-office had made none after 0.2 seconds and was ended"),
        ("writes half and hangs", "had made none after 0.2 seconds"),
        ("makes nothing", "makes-nothing-office made none"),
        ("makes half", "what makes-half-office made is no whole PDF"),
    ],
)
def test_where_there_is_no_pdf_the_word_files_are_there_and_a_sentence_says_why(
    does: str,
    said: str,
    plan_file: Path,
    uses: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(OFFICE, str(program(uses, does)))
    if "hangs" in does:
        monkeypatch.setenv(SECONDS, "0.2")
    out = uses / "out"
    assert export(plan_file, out, "--document", "pack", "--as", "pdf") == 1
    assert names(out) == all_of("docx")
    error = capsys.readouterr().err
    assert said in error
    assert "There is no PDF of the committee paper" in error
    assert error.strip().endswith("The Word files are there.")


@pytest.mark.parametrize(
    ("office", "seconds", "said"),
    [
        ("none", "", "PLANDESK_OFFICE says “none”"),
        ("/not/there", "", "PLANDESK_OFFICE names “/not/there”"),
        ("", "soon", "PLANDESK_OFFICE_SECONDS says “soon”, which is no number of seconds"),
    ],
)
def test_what_the_officer_says_of_the_program_is_heard(
    office: str,
    seconds: str,
    said: str,
    plan_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(OFFICE, office)
    monkeypatch.setenv(SECONDS, seconds)
    out = plan_file.parent / "out"
    assert export(plan_file, out, "--document", "report", "--as", "docx", "--as", "pdf") == 1
    assert names(out) == [f"{REPORT}.docx"]
    error = capsys.readouterr().err
    assert said in error
    assert error.strip().endswith("The Word file is there.")


def test_a_program_that_fails_on_the_way_leaves_what_is_made_and_the_word_files_of_the_rest(
    plan_file: Path, tmp_path: Path, uses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = "pdf.write_bytes(b'%PDF- startxref 1 %%EOF')\nmark = out / 'once'\n"
    once += "sys.exit(9) if mark.exists() else mark.touch()"
    monkeypatch.setenv(OFFICE, str(program(uses, "once", once)))
    out = tmp_path / "out"
    assert export(plan_file, out, "--document", "pack", "--as", "pdf") == 1
    paper = f"{NUMBER} Committee paper {MARK}"
    assert names(out) == sorted({*all_of("docx"), f"{paper}.pdf"} - {f"{paper}.docx"})


@pytest.mark.usefixtures("uses")
def test_our_own_pdf_is_replaced_and_one_that_somebody_changed_is_left_alone(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    for _ in range(2):
        assert export(plan_file, out, "--document", "report", "--as", "pdf") == 0
    assert names(out) == [f"{REPORT}.pdf"]
    marked = (out / f"{REPORT}.pdf").read_bytes() + b"% a remark\n"
    (out / f"{REPORT}.pdf").write_bytes(marked)
    capsys.readouterr()
    assert export(plan_file, out, "--document", "report", "--as", "pdf") == 0
    assert f"{REPORT}.pdf is not as plandesk wrote it" in capsys.readouterr().out
    assert (out / f"{REPORT}.pdf").read_bytes() == marked
    assert names(out) == [f"{REPORT} (2).pdf", f"{REPORT}.pdf"]


def test_a_way_that_there_is_not_is_wrong_usage(
    plan_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(plan_file, tmp_path / "out", "--as", "scroll") == 2
    assert "not as “scroll”" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("uses")
@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.slow
async def test_the_window_writes_pdfs_too(
    fails: bool, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fails:
        monkeypatch.setenv(OFFICE, "none")
    async with plandesk(plan_file, size=(160, 50)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.screen.query_one("#folder", Input).value = str(tmp_path)
        pilot.app.screen.query_one("#ways", Input).value = "docx, pdf"
        await press(pilot, "enter")
        result = pilot.app.screen.query_one("#result", Static)
        await until(pilot, lambda: str(result.content) not in ("", "Writing …"))
        said = str(result.content)
        keys = pilot.app.screen.query_one("#dialog").border_subtitle or ""
    assert f"{APPENDIX}.docx" in said
    assert ("There is no PDF of Appendix 1: PLANDESK_OFFICE says “none”" in said) is fails
    assert (tmp_path / f"{APPENDIX}.pdf").exists() is not fails
    assert "o: open" in str(keys)


@pytest.mark.usefixtures("uses")
@pytest.mark.slow
async def test_a_way_that_there_is_not_is_said_in_the_window(
    plan_file: Path, tmp_path: Path
) -> None:
    async with plandesk(plan_file, size=(160, 50)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.screen.query_one("#folder", Input).value = str(tmp_path)
        pilot.app.screen.query_one("#ways", Input).value = "scroll"
        await press(pilot, "enter")
        result = pilot.app.screen.query_one("#result", Static)
        await until(pilot, lambda: "not as “scroll”" in str(result.content))
    assert not list(tmp_path.glob("*.docx"))


async def test_esc_stops_a_program_that_hangs_and_the_word_file_stays(
    plan_file: Path, tmp_path: Path, uses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = tmp_path / "ready"
    hangs = f"pathlib.Path({str(ready)!r}).touch()\ntime.sleep(60)"
    monkeypatch.setenv(OFFICE, str(program(uses, "hangs", hangs)))
    out = tmp_path / "out"
    out.mkdir()
    async with plandesk(plan_file, size=(160, 50)) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportDialog))
        pilot.app.screen.query_one("#folder", Input).value = str(out)
        dialog = pilot.app.screen
        assert isinstance(dialog, ExportDialog)
        dialog.query_one("#ways", Input).value = "docx pdf"
        dialog.action_write()
        while not ready.exists():  # no rest is to be waited for: the program never ends
            await sleep(A_LOOK)
        await press(pilot, "escape")
        result = dialog.query_one("#result", Static)
        await until(pilot, lambda: "Stopped: nothing else was written" in str(result.content))
    assert names(out) == [f"{APPENDIX}.docx"]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_command_that_is_ended_by_a_signal_leaves_no_program_behind(
    name: str, plan_file: Path, tmp_path: Path, uses: Path
) -> None:
    """The program holds a lock, which the system frees only when the program is gone."""
    fcntl = pytest.importorskip("fcntl")
    ready, lock = tmp_path / "ready", tmp_path / "lock"
    lock.touch()
    holds = (
        f"import fcntl\nheld = open({str(lock)!r}, 'w')\nfcntl.flock(held, fcntl.LOCK_EX)\n"
        f"pathlib.Path({str(ready)!r}).touch()\ntime.sleep(60)"
    )
    office = program(uses, "holds", holds)
    out = ["--document", "report", "--as", "pdf", "--out", str(tmp_path / "out")]
    command = subprocess.Popen(
        [sys.executable, "-m", "plandesk", "export", str(plan_file), *out],
        env={**os.environ, OFFICE: str(office), "TMPDIR": str(uses)},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not ready.exists():
        assert command.poll() is None
        sleep_shortly(A_LOOK)
    command.send_signal(getattr(signal, name))
    assert command.wait() != 0
    with lock.open("w") as free:
        fcntl.flock(free, fcntl.LOCK_EX)
    assert not list(uses.glob("plandesk-*")), "its folder is gone too"
    assert not (tmp_path / "out").exists()
