"""A format's file may hold anything: what cannot be used is refused with file and reason."""

from pathlib import Path

import pytest

from plan.council.format import LARGEST, FormatError
from store.formats import form_for, format_for
from store.places import formats_folder, frameworks_folder
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
    "hangs": OURS.replace("dundee-2016", "hangs")
    .replace(r"'\d{1,3}-\d{4}'", r"'(\d+)+-(\d+)+'")
    .encode(),
    "deep": b"a = " + b"[" * 20 + b"]" * 20,
    "long": b"name = '" + b"x" * 10_001 + b"'",
    "many": b"a = [" + b"1," * 501 + b"]",
    "key": b"'a\xc2\xadb' = 1",
    "unprintable": OURS.replace("dundee-2016", "unprintable")
    .replace('"Actions"', '"Act\\u0000ions"')
    .encode(),
    "overriding": OURS.replace("dundee-2016", "overriding")
    .replace('"Actions"', '"Act\\u202eions"')
    .encode(),
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
    assert main(["formats"]) == 1
    assert f"{name}: cannot be used: {path}" in capsys.readouterr().out
    assert main(["settings", "council_format", name]) == 1
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize("name", ["arrays", "tables", "huge", "number", "latin"])
def test_a_form_is_refused_in_the_same_way(name: str) -> None:
    path = lay(name, HOSTILE[name], formats_folder() / "forms")
    with pytest.raises(FormatError) as refused:
        form_for(name)
    assert str(refused.value).startswith(str(path))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("hangs", "report.number_pattern: it could be tried for ever"),
        ("deep", "lists and tables can lie 10 deep and no deeper."),
        ("long", "name: it has 10,001 characters and can have 10,000."),
        ("many", "a: it has 501 parts and can have 500."),
        ("nan", "plan.columns.0.width: it is nan and no number."),
        ("key", "a�b: no key is called so."),
        ("unprintable", "plan.columns.1.heading: it holds the character U+0000"),
        ("overriding", "plan.columns.1.heading: it holds the character U+202E"),
    ],
)
def test_it_is_refused_by_its_key(name: str, says: str) -> None:
    lay(name, HOSTILE[name], formats_folder())
    with pytest.raises(FormatError) as refused:
        format_for(name)
    assert says in str(refused.value)
    assert len(str(refused.value)) < 600


FORM = (ROOT / "plan" / "council" / "formats" / "forms" / "dundee-eqia-2016.toml").read_text(
    encoding="utf-8"
)


def options(letter: str, count: int) -> str:
    """Return a list of options as a form's file writes them."""
    return ", ".join(f'{{ id = "{letter}{n}", label = "{n}" }}' for n in range(count))


def form_with_a_grid(columns: int, rows: int, width: str) -> str:
    """Return a form that has a grid of so many columns and rows, and nothing else."""
    return f"""id = "big"
name = "Big"
short = "Big"
title = "Big"
footer = ""
[[parts]]
id = "one"
heading = "One"
label = "One"
[[parts.groups]]
kind = "grid"
id = "g"
title = "G"
corner = "C"
columns = [{options("c", columns)}]
rows = [{options("r", rows)}]
widths = [{", ".join([width] * (columns + 1))}]
"""


@pytest.mark.parametrize(
    ("columns", "rows", "width", "says"),
    [
        (1, 40, "nan", "parts.0.groups.0.widths.0: it is nan and no number"),
        (1, 40, "0", "parts.0.groups.0.widths.0: Input should be greater than 0"),
        (31, 40, "9", "parts.0.groups.0.columns: Tuple should have at most 30 items"),
        (30, 40, "9", "it asks for 1,200 answers and can ask for 1,000"),
        (1, 501, "9", "parts.0.groups.0.rows: it has 501 parts and can have 500"),
    ],
)
def test_a_small_file_cannot_ask_for_a_table_without_end(
    columns: int, rows: int, width: str, says: str
) -> None:
    big = form_with_a_grid(columns, rows, width)
    lay("big", big.encode(), formats_folder() / "forms")
    with pytest.raises(FormatError, match=says):
        form_for("big")


def test_a_form_may_have_as_large_a_table_as_is_printed() -> None:
    lay("big", form_with_a_grid(10, 40, "16").encode(), formats_folder() / "forms")
    assert len(form_for("big").fields) == 400


def test_every_form_and_framework_is_looked_at_and_each_wrong_key_has_a_line(
    capsys: Captured,
) -> None:
    assert main(["formats"]) == 0
    sound = capsys.readouterr().out
    assert "form dundee-eqia-2016: Equality Impact Assessment Tool" in sound
    assert "framework care-inspectorate-2019: " in sound
    form = lay("mine", FORM.replace("capitals", "capital").encode(), formats_folder() / "forms")
    wrong = lay("mine", b"id = 'mine'", frameworks_folder())
    council = OURS.replace("dundee-2016", "lost").replace("eqia-2016", "eqia-2099")
    lost = lay(
        "lost", council.replace("care-inspectorate-2014", "care-2099").encode(), formats_folder()
    )
    assert main(["formats"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "cannot be used" in line]
    wanted = "this key is wanted and is not there."
    assert told == [
        f"lost: cannot be used: {lost}: forms.0: there is no form called dundee-eqia-2099.",
        f"lost: cannot be used: {lost}: plan.framework: there is no framework called care-2099.",
        f"form mine: cannot be used: {form}: capital: there is no such key here.",
        f"framework mine: cannot be used: {wrong}: name: {wanted}",
        f"framework mine: cannot be used: {wrong}: indicators: {wanted}",
    ]


def test_a_framework_of_the_councils_own_is_looked_at_and_a_format_may_name_it(
    capsys: Captured,
) -> None:
    own = 'id = "ours"\nname = "Ours"\nindicators = [{ number = "1.1", name = "All is well" }]'
    lay("ours", own.encode(), frameworks_folder())
    assert main(["formats"]) == 0
    council = OURS.replace("dundee-2016", "mine").replace("care-inspectorate-2014", "ours")
    lay("mine", council.encode(), formats_folder())
    assert main(["formats"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "framework ours: Ours" in said
    assert f"its frameworks in {frameworks_folder()}." in said[-1]


def test_a_file_whose_name_no_format_can_have_is_told(capsys: Captured) -> None:
    path = lay("Our Council", OURS.encode(), formats_folder())
    assert main(["formats"]) == 1
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
