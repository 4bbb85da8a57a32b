"""A format's file may hold anything: what cannot be used is refused with file and reason."""

from pathlib import Path

import pytest

from plan.council.format import LARGEST, FormatError
from store.formats import form_for, format_for
from store.places import formats_folder
from tests.repository import ROOT
from tests.tui.window import on_disk
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
OURS = (ROOT / "plan" / "council" / "formats" / "dundee-2016.toml").read_text(encoding="utf-8")

HOSTILE = {
    "arrays": b"a = " + b"[" * 5000,
    "closed": b"a = " + b"[" * 5000 + b"]" * 5000,
    "tables": b"a = " + b"{a = " * 5000,
    "keys": b"[" + b".".join([b"a"] * 5000) + b"]",
    "huge": b"#" * (LARGEST + 1),
    "latin": "name = 'Comhairle \xe9'".encode("latin-1"),
    "utf16": "id = 'utf16'".encode("utf-16"),
    "nul": b"id = '\x00'",
    "number": b"id = " + b"9" * 5000,
    "date": b"id = 1979-99-99",
    "twice": b"id = 'twice'\nid = 'twice'",
    "empty": b"",
    "types": b"id = []\nname = 7\nplan = 'x'",
    "nan": OURS.replace("dundee-2016", "nan").replace("width = ", "width = nan #").encode(),
    "infinite": OURS.replace("dundee-2016", "infinite")
    .replace("width = ", "width = inf #")
    .encode(),
    "pattern": OURS.replace("Page {page}", "{page:>9999999999}").encode(),
    "attribute": OURS.replace("{name}", "{name.__class__}").encode(),
}


def lay(name: str, content: bytes, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_it_is_refused_with_its_file_and_the_reason(name: str, capsys: Captured) -> None:
    path = lay(name, HOSTILE[name], formats_folder())
    with pytest.raises(FormatError, match=r".") as refused:
        format_for(name)
    assert str(refused.value).startswith(str(path))
    assert len(str(refused.value)) > len(f"{path}: .")
    assert main(["formats"]) == 0
    assert f"{name}: cannot be used: {path}" in capsys.readouterr().out
    assert main(["settings", "council_format", name]) == 1
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize("name", ["arrays", "tables", "huge", "number", "latin"])
def test_a_form_is_refused_in_the_same_way(name: str) -> None:
    path = lay(name, HOSTILE[name], formats_folder() / "forms")
    with pytest.raises(FormatError) as refused:
        form_for(name)
    assert str(refused.value).startswith(str(path))


def test_a_file_whose_name_no_format_can_have_is_told(capsys: Captured) -> None:
    path = lay("Our Council", OURS.encode(), formats_folder())
    assert main(["formats"]) == 0
    said = capsys.readouterr().out
    assert f"{path}: its name can only have small letters, digits and hyphens." in said


def test_reading_a_paper_says_why_it_cannot(tmp_path: Path, capsys: Captured) -> None:
    on_disk()
    assert main(["export", "Small", "--out", str(tmp_path)]) == 0
    (word,) = tmp_path.glob("*.docx")
    lay("fine", OURS.replace("dundee-2016", "fine").encode(), formats_folder())
    if main(["settings", "council_format", "fine"]) != 0:
        pytest.fail(capsys.readouterr().err)
    path = lay("fine", HOSTILE["arrays"], formats_folder())
    capsys.readouterr()
    assert main(["import", str(word), "--yes"]) == 1
    assert (
        f"Nothing was read: the council's format cannot be used. {path}" in capsys.readouterr().err
    )
