"""Stand-ins for an office program: small scripts that do what one may do to an officer."""

import sys
from pathlib import Path

import pytest

from exporters.pdf.office import Office

WHOLE = "%PDF-1.7\\n1 0 obj\\n<<>>\\nendobj\\ntrailer\\n<<>>\\nstartxref\\n9\\n%%EOF\\n"

_HEAD = f"""#!{sys.executable} -S
import os, sys, time, pathlib, signal
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
pdf = out / "paper.pdf"
"""

BODIES = {
    "makes": f'pdf.write_bytes(b"{WHOLE}")',
    "crashes": "os.kill(os.getpid(), signal.SIGSEGV)",
    "ends with an error": 'pdf.write_bytes(b"%PDF-1.7 half"); sys.exit(77)',
    "makes nothing": "",
    "makes half": 'pdf.write_bytes(b"%PDF-1.7\\n1 0 obj\\n<</Len")',
    "makes something else": 'pdf.write_bytes(b"<html>licence expired</html>")',
    "hangs": "time.sleep(60)",
    "writes half and hangs": 'pdf.write_bytes(b"%PDF-1.7 half"); time.sleep(60)',
}
"""What each of the programs does, by its name."""


def program(folder: Path, does: str, body: str | None = None) -> Path:
    """Return the path of a program that does what its name says, or `body`."""
    if sys.platform == "win32":
        pytest.skip("a script is no program on Windows, so this was not tried")
    path = folder / f"{does.replace(' ', '-')}-office"
    path.write_text(_HEAD + (BODIES[does] if body is None else body) + "\n")
    path.chmod(0o700)
    return path


def office(folder: Path, does: str, seconds: float = 60.0, body: str | None = None) -> Office:
    """Return a program as an office that may take so many seconds."""
    return Office(program(folder, does, body), seconds)
