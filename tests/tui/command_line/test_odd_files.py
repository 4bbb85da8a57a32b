"""Files of odd names are read; what is no Word file is refused in a sentence of its own."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from store.places import plans_folder
from store.plan_file import PlanFile
from tests.importers.word_files import docx_of, para, row, table
from tui.__main__ import main

OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
"""How a file of the old Office formats begins."""
Captured = pytest.CaptureFixture[str]
BODY = para("Priority 1: Borrowing") + table(
    row("Actions", "Lead", "Timescale"), row("Lend books", "Team", "May 2027")
)


@pytest.mark.parametrize(
    "name",
    [
        "PLAN.DOCX",
        "Plan v2.1 (final) – Ōban & Co.docx",
        "100% of it #1 [draft].docx",
        'it\'s "so".docx',
        "-plan.docx",
        "👩‍👧 plan.docx",
        "Plan.docm",
        "Plan.dotx",
        "Plan without an ending",
        "long " * 40 + ".docx",
    ],
)
def test_a_file_of_any_name_is_read(home: Path, tmp_path: Path, name: str) -> None:
    path = docx_of(tmp_path / name, BODY)
    assert main(["import", "--yes", str(path)]) == 0
    (made,) = plans_folder().glob("*.plan.json")
    assert [action.text for action in PlanFile.open(made).plan.actions] == ["Lend books"]


def _cut(path: Path) -> None:
    path.write_bytes(docx_of(path, BODY).read_bytes()[:-40])


def _odt(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("name", "write", "says"),
    [
        ("empty.docx", lambda path: path.write_bytes(b""), "is empty"),
        ("cut.docx", _cut, "damaged or incomplete"),
        (
            "old.doc",
            lambda path: path.write_bytes(OLE + "WordDocument".encode("utf-16-le")),
            ".doc",
        ),
        ("renamed.docx", lambda path: path.write_bytes(OLE + b"\0" * 20), "old Microsoft Office"),
        ("text.docx", lambda path: path.write_text("Dear all"), "is not a Word document"),
        ("other.odt", _odt, "OpenDocument text"),
        ("folder.docx", Path.mkdir, "is a folder"),
        ("none.docx", lambda _: None, "There is no file"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence_and_makes_nothing(
    home: Path,
    tmp_path: Path,
    capsys: Captured,
    name: str,
    write: Callable[[Path], object],
    says: str,
) -> None:
    write(tmp_path / name)
    assert main(["import", str(tmp_path / name), "--yes"]) == 1
    printed = capsys.readouterr()
    assert says in " ".join(printed.err.split())
    assert "Traceback" not in printed.err
    assert printed.out == ""
    assert not list(plans_folder().glob("*"))
