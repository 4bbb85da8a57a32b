"""Whatever the office program does, plandesk goes on, and the PDF is whole or there is none."""

import tempfile
from pathlib import Path

import pytest

from exporters.pdf.converting import PdfMaker
from exporters.pdf.office import NoPdfError, Office
from exporters.pdf.seal import is_sealed, sealed
from tests.exporters.pdf.programs import office


class _StoppedError(Exception):
    pass


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_the_pdf_is_what_the_program_made_with_a_seal(tmp_path: Path) -> None:
    with PdfMaker(office(tmp_path, "makes")) as maker:
        content = maker.pdf_of(b"paper")
    assert content.startswith(b"%PDF-1.7\n1 0 obj")
    assert content.endswith(b"startxref\n9\n%%EOF\n")
    (tmp_path / "made.pdf").write_bytes(content)
    assert is_sealed(tmp_path / "made.pdf")


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("crashes", "crashes-office ended with an error"),
        ("ends with an error", "ended with an error (status 77)"),
        ("makes nothing", "makes-nothing-office made none"),
        ("makes half", "what makes-half-office made is no whole PDF"),
        ("makes something else", "what makes-something-else-office made is no whole PDF"),
    ],
)
def test_what_goes_wrong_is_said(does: str, said: str, tmp_path: Path) -> None:
    with PdfMaker(office(tmp_path, does)) as maker, pytest.raises(NoPdfError) as error:
        maker.pdf_of(b"paper")
    assert said in str(error.value)


@pytest.mark.parametrize("does", ["hangs", "writes half and hangs"])
def test_a_program_that_takes_too_long_is_ended_and_said(does: str, tmp_path: Path) -> None:
    with PdfMaker(office(tmp_path, does, 0.2)) as maker, pytest.raises(NoPdfError) as error:
        maker.pdf_of(b"paper")
    assert "office had made none after 0.2 seconds and was ended" in str(error.value)


def test_a_program_that_cannot_be_started_is_said(tmp_path: Path) -> None:
    (tmp_path / "soffice").write_text("no program")
    maker = PdfMaker(Office(tmp_path / "soffice"))
    with maker, pytest.raises(NoPdfError, match="soffice could not be started"):
        maker.pdf_of(b"paper")


def test_the_next_paper_gets_no_pdf_of_the_one_before(tmp_path: Path) -> None:
    once = "mark = out / 'once'\nmark.exists() or pdf.write_bytes(b'%PDF- startxref 1 %%EOF')\n"
    made = office(tmp_path, "makes once", body=f"{once}mark.touch()")
    with PdfMaker(made) as maker:
        maker.pdf_of(b"first")
        with pytest.raises(NoPdfError, match="made none"):
            maker.pdf_of(b"second")


def test_nothing_is_left_in_the_systems_folder(tmp_path: Path, temporary: Path) -> None:
    for does in ("makes", "crashes", "makes half"):
        with PdfMaker(office(tmp_path, does)) as maker:
            try:
                maker.pdf_of(b"paper")
            except NoPdfError:
                continue
    assert not list(temporary.iterdir())


def test_the_officer_stops_it_and_its_children_end_with_it(tmp_path: Path, temporary: Path) -> None:
    """A child of the program holds a lock, which the system frees only when the child is gone."""
    fcntl = pytest.importorskip("fcntl")
    ready, lock = tmp_path / "ready", tmp_path / "lock"
    lock.touch()
    hold = (
        f"import fcntl, pathlib, time\nheld = open({str(lock)!r}, 'w')\n"
        f"fcntl.flock(held, fcntl.LOCK_EX)\npathlib.Path({str(ready)!r}).touch()\ntime.sleep(60)"
    )
    starts = f"import subprocess\nsubprocess.run([sys.executable, '-S', '-c', {hold!r}])"

    def stop_when_ready() -> None:
        if ready.exists():
            raise _StoppedError

    maker = PdfMaker(office(tmp_path, "starts a child", body=starts), stop_when_ready)
    with maker, pytest.raises(_StoppedError):
        maker.pdf_of(b"paper")
    with lock.open("w") as free:
        fcntl.flock(free, fcntl.LOCK_EX)
    assert not list(temporary.iterdir())


def test_a_child_that_the_program_left_behind_is_ended_too(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    ready, lock = tmp_path / "ready", tmp_path / "lock"
    lock.touch()
    hold = (
        f"import fcntl, pathlib, time\nheld = open({str(lock)!r}, 'w')\n"
        f"fcntl.flock(held, fcntl.LOCK_EX)\npathlib.Path({str(ready)!r}).touch()\ntime.sleep(60)"
    )
    leaves = (
        f"import subprocess\nsubprocess.Popen([sys.executable, '-S', '-c', {hold!r}])\n"
        f"while not pathlib.Path({str(ready)!r}).exists():\n    time.sleep(0.01)"
    )
    maker = PdfMaker(office(tmp_path, "leaves a child", body=leaves))
    with maker, pytest.raises(NoPdfError, match="made none"):
        maker.pdf_of(b"paper")
    with lock.open("w") as free:
        fcntl.flock(free, fcntl.LOCK_EX)


def test_the_program_has_a_profile_of_its_own_and_no_terminal(tmp_path: Path) -> None:
    tells = f"""
pathlib.Path({str(tmp_path / "told")!r}).write_text(repr((sys.argv[1:], sys.stdin.read())))
profile = [one for one in sys.argv if one.startswith("-env:UserInstallation=file://")][0]
settings = pathlib.Path(profile.partition("file://")[2]) / "user" / "registrymodifications.xcu"
assert "UseTaggedPDF" in settings.read_text()
pdf.write_bytes(b"%PDF- startxref 1 %%EOF")
"""
    with PdfMaker(office(tmp_path, "tells", body=tells)) as maker:
        maker.pdf_of(b"paper")
    told = (tmp_path / "told").read_text()
    assert "--headless" in told
    assert told.endswith(", '')")


def test_a_pdf_that_somebody_changed_is_no_longer_ours(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    content = sealed(b"%PDF-1.7\n...\nstartxref\n9\n%%EOF\n")
    path.write_bytes(content)
    assert is_sealed(path)
    for changed in (
        content + b"2 0 obj\nstartxref\n80\n%%EOF\n",
        content.replace(b"...", b"..,"),
        content.replace(b"%plandesk", b"%plandisk"),
        sealed(content),
        b"%PDF-1.7\nstartxref\n%%EOF\n",
    ):
        path.write_bytes(changed)
        assert not is_sealed(path)
    assert not is_sealed(tmp_path / "none.pdf")
    assert not is_sealed(tmp_path)
