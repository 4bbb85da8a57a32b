"""Makes a PDF of a Word file with an office program, which gets a profile and folder of its own.

The program is given nothing of the officer's: a profile of its own (so that an open LibreOffice is
not asked, nor its settings read), the Word file as the only thing to open, and no terminal. It is
ended with all its children when its time is up, or when the officer stops the export.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import FrameType, TracebackType
from typing import Self

from exporters.pdf.office import NoPdfError, Office
from exporters.pdf.seal import sealed
from files.ordinary import content_of, reason_of

_LOOK_AGAIN = 0.05
"""Seconds between two looks at the program."""
_SETTINGS = {"UseTaggedPDF": "true", "PDFUACompliance": "true", "DisplayPDFDocumentTitle": "true"}
"""PDF/UA (ISO 14289-1): tagged, and its title in the reader's title bar, not its file's name."""
_BRANCH = "/org.openoffice.Office.Common/Filter/PDF/Export"
_START, _END = b"%PDF-", b"%%EOF"
_TAIL = 1024
"""How many bytes from its end a PDF must say that it ends (ISO 32000-1, annex H)."""

_WORD_SCRIPT = """
param([string]$from, [string]$to, [string]$told)
$ErrorActionPreference = 'Stop'
$before = @(Get-Process WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$word = New-Object -ComObject Word.Application
$own = @(Get-Process WINWORD | Where-Object { $before -notcontains $_.Id })
if ($own.Count -ne 1) { exit 3 }
Set-Content -Path $told -Value $own[0].Id
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $paper = $word.Documents.Open($from, $false, $true, $false)
  $paper.ExportAsFixedFormat($to, 17, $false, 0, 0, 1, 1, 0, $true, $true, 1, $true, $true, $false)
  $paper.Close(0)
} finally { $word.Quit(0) }
"""
"""Has a Word of its own write the tagged PDF; it tells that Word's process, to be ended with it.

It was written from Microsoft's reference of Document.ExportAsFixedFormat and never tried.
"""


@dataclass(frozen=True)
class _Work:
    """The files of one conversion, all in a folder that is removed afterwards."""

    folder: Path

    @property
    def paper(self) -> Path:
        return self.folder / "paper.docx"

    @property
    def result(self) -> Path:
        return self.folder / "paper.pdf"

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    @property
    def script(self) -> Path:
        return self.folder / "paper.ps1"

    @property
    def told(self) -> Path:
        return self.folder / "word.txt"


class PdfMaker:
    """Makes PDFs of Word files, one after the other; its folder is removed when this is left.

    `check` is called again and again while the program works, and may raise to stop it.
    """

    def __init__(self, office: Office, check: Callable[[], None] = lambda: None) -> None:
        self._office = office
        self._check = check
        self._holder: TemporaryDirectory[str] | None = None

    def __enter__(self) -> Self:
        self._holder = TemporaryDirectory(prefix="plandesk-", ignore_cleanup_errors=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._holder is not None:
            self._holder.cleanup()

    def pdf_of(self, word_file: bytes) -> bytes:
        """Return the PDF of a Word file, sealed so that a change of it is seen later.

        Raises NoPdfError where the program cannot be started, takes too long, ends with an error
        or leaves no whole PDF.
        """
        if self._holder is None:
            raise NoPdfError("there is no folder for the program to work in")
        work = _Work(Path(self._holder.name))
        try:
            _lay_out(work, word_file, is_word=self._office.is_word)
            status = self._run(work)
        except OSError as error:
            why = f"{self._office.name} could not be started ({reason_of(error)})"
            raise NoPdfError(why) from error
        if status:
            raise NoPdfError(f"{self._office.name} ended with an error (status {status})")
        return self._result(work)

    def _run(self, work: _Work) -> int:
        """Run the program to its end and return its status; whatever happens, nothing is left."""
        process = subprocess.Popen(  # noqa: S603 - the officer's own office program, with no shell
            _command(self._office, work),
            cwd=work.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            with _heeding_signals():
                return self._waited(process)
        finally:
            _end(process, work)

    def _waited(self, process: "subprocess.Popen[bytes]") -> int:
        """Wait for the program to end and return its status. Raises NoPdfError after its time."""
        end = monotonic() + self._office.seconds
        while True:
            with suppress(subprocess.TimeoutExpired):
                return process.wait(_LOOK_AGAIN)
            self._check()
            if monotonic() > end:
                raise NoPdfError(
                    f"{self._office.name} had made none after {self._office.seconds:g} "
                    "seconds and was ended"
                )

    def _result(self, work: _Work) -> bytes:
        try:
            content = content_of(work.result)
        except OSError as error:
            raise NoPdfError(f"{self._office.name} made none") from error
        if not content.startswith(_START) or _END not in content[-_TAIL:]:
            raise NoPdfError(f"what {self._office.name} made is no whole PDF")
        return sealed(content)


@contextmanager
def _heeding_signals() -> Iterator[None]:
    """See that the program is ended too where a signal ends a command of plandesk.

    Python would be gone at once. On another thread than the first there is nothing to be done: the
    window heeds signals itself and stops the export.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {
        number: signal.getsignal(number)
        for number in (getattr(signal, name, None) for name in ("SIGTERM", "SIGHUP"))
        if number is not None and signal.getsignal(number) is signal.SIG_DFL
    }
    for number in before:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _lay_out(work: _Work, word_file: bytes, *, is_word: bool) -> None:
    work.paper.write_bytes(word_file)
    work.result.unlink(missing_ok=True)  # that of the paper before
    work.told.unlink(missing_ok=True)
    if is_word:
        work.script.write_text(_WORD_SCRIPT, "utf-8")
    elif not work.profile.exists():
        settings = work.profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_profile_xml(), "utf-8")


def _profile_xml() -> str:
    """Return the settings of LibreOffice's profile; every version reads PDF's from there."""
    items = "".join(
        f'<item oor:path="{_BRANCH}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for name, value in _SETTINGS.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )


def _command(office: Office, work: _Work) -> list[str]:
    if office.is_word:
        shell = ["powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
        return [*shell, "-File", *map(str, (work.script, work.paper, work.result, work.told))]
    return [
        str(office.program),
        f"-env:UserInstallation={work.profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(work.folder),
        str(work.paper),
    ]


def _end(process: "subprocess.Popen[bytes]", work: _Work) -> None:
    """End a program with all that it started, also where it has ended itself and left some."""
    if sys.platform == "win32":
        with suppress(OSError, ValueError):
            _end_tree_on_windows(int(work.told.read_text()))  # Word is no child of the script
        if process.poll() is None:
            _end_tree_on_windows(process.pid)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)  # its session is its own: see start_new_session
    process.wait()


def _end_tree_on_windows(process_id: int) -> None:
    command = ["taskkill", "/F", "/T", "/PID", str(process_id)]
    subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a number of our own
