"""A picture is put into the report by a command, and taken out and back by undo and redo."""

import json
from pathlib import Path

import pytest

from store.pictures import kept_pictures, picture_names, pictures_folder
from tests.exporters.made_pictures import png
from tests.tui.window import SMALL, on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path() -> Path:
    return on_disk(SMALL)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "map.png"
    file.write_bytes(png())
    return file


def test_it_is_added_with_its_words_and_kept_beside_the_plan(
    path: Path, file: Path, capsys: Captured
) -> None:
    words = ("--alt", "A map of the schools", "--caption", "Figure 1")
    assert main(["picture", "Small", "report/main-text", str(file), *words]) == 0
    assert capsys.readouterr().out == "Added: report/main-text/1.\n"
    plan = saved_plan(path)
    (passage,) = plan.passage_rows.values()
    said = (passage.kind, passage.text, passage.caption)
    assert said == ("picture", "A map of the schools", "Figure 1")
    assert kept_pictures(path, picture_names(plan)) == {passage.picture: png()}
    assert main(["show", "Small", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)["report"]["sections"]
    (shown,) = [one for section in printed for one in section["passages"]]
    assert shown["picture"] == passage.picture


def test_without_words_it_is_said_how_to_give_them(
    path: Path, file: Path, capsys: Captured
) -> None:
    assert main(["picture", "Small", "report/main-text", str(file)]) == 0
    assert "set 'Small' report/main-text/1 text WORDS" in capsys.readouterr().out
    assert main(["set", "Small", "report/main-text/1", "text", "A map"]) == 0
    assert main(["set", "Small", "report/main-text/1", "caption", "Figure 1"]) == 0
    (passage,) = saved_plan(path).passage_rows.values()
    assert (passage.text, passage.caption) == ("A map", "Figure 1")
    assert main(["set", "Small", "report/main-text/1", "kind", "text"]) == 1
    assert "There it can be picture." in capsys.readouterr().err


def test_undo_takes_it_out_and_its_file_is_there_for_redo(path: Path, file: Path) -> None:
    assert main(["picture", "Small", "report/main-text", str(file), "--alt", "A map"]) == 0
    names = picture_names(saved_plan(path))
    file.unlink()
    assert main(["undo", "Small"]) == 0
    assert picture_names(saved_plan(path)) == ()
    assert main(["redo", "Small"]) == 0
    assert picture_names(saved_plan(path)) == names
    assert list(kept_pictures(path, names).values()) == [png()]


@pytest.mark.parametrize(
    ("section", "held", "said"),
    [
        ("report/main-text", b"words", "map.png is no picture that plandesk knows"),
        ("report/main-text", b"BM" + bytes(99), "map.png is a bitmap (BMP)"),
        ("report/main-text", png(30_000, 30_000), "claims to be 30,000 by 30,000 dots"),
        ("report/main-text", bytes(10 * 2**20 + 1), "is larger than 10 megabytes"),
        ("report/main-text", None, "There is no file"),
        ("1", png(), "A picture is added to a section of the report"),
        ("report/nowhere", png(), "nowhere"),
    ],
)
def test_what_cannot_be_put_in_is_refused_in_a_sentence_and_nothing_is_kept(
    path: Path, file: Path, capsys: Captured, section: str, held: bytes | None, said: str
) -> None:
    before = path.read_bytes()
    if held is None:
        file.unlink()
    else:
        file.write_bytes(held)
    assert main(["picture", "Small", section, str(file)]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "is unchanged" in told
    assert path.read_bytes() == before
    assert not pictures_folder(path).exists()
