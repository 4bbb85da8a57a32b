"""`plandesk spell`: each word that may be misspelt, with its place and what may be meant."""

import json

import pytest

from store import dictionary
from store.dictionary import words_path
from tests.spelt import needs_dictionary
from tests.tui.window import on_disk
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
def misspelt() -> None:
    on_disk()
    assert main(["set", "Small", "1.2", "text", "We recieve and recieve a Glenmorrow plan."]) == 0


@needs_dictionary
@pytest.mark.usefixtures("misspelt")
def test_each_is_listed_with_its_place_and_suggestions(capsys: Captured) -> None:
    capsys.readouterr()
    assert main(["spell", "Small", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["word"], row["place"]) for row in rows] == [
        ("recieve", "action/1.2/text"),
        ("recieve", "action/1.2/text"),
        ("Glenmorrow", "action/1.2/text"),
    ]
    assert all(row.keys() == {"word", "place", "suggestions"} for row in rows)
    assert rows[0]["suggestions"][0] == "receive"


@needs_dictionary
@pytest.mark.usefixtures("misspelt")
def test_in_plain_lines_it_says_so_too_and_a_word_is_added_to_the_list(capsys: Captured) -> None:
    capsys.readouterr()
    assert main(["spell", "Small", "--add", "Glenmorrow"]) == 0
    added, *lines, last = capsys.readouterr().out.splitlines()
    assert added == f"“Glenmorrow” is in the council's own list, {words_path()}."
    assert [line.split(" → ")[0] for line in lines] == ["action/1.2/text: recieve"] * 2
    assert last == "1 word may be misspelt."


@needs_dictionary
def test_where_nothing_is_misspelt_it_says_so(capsys: Captured) -> None:
    on_disk()
    assert main(["spell", "Small"]) == 0
    assert capsys.readouterr().out == "Nothing is misspelt in Small.\n"
    assert main(["spell", "Small", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("missing", ["hunspell", "dictionary"])
def test_without_a_dictionary_a_sentence_says_how_to_have_one_and_all_else_works(
    missing: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk()
    monkeypatch.setattr("desk.spelling._LOADED", [])
    if missing == "hunspell":
        monkeypatch.setattr(dictionary, "hunspell", None)
    else:
        monkeypatch.setattr(dictionary, "dictionary_folders", lambda: iter(()))
    assert main(["spell", "Small"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "extra “spelling”" in told.err
    assert "Traceback" not in told.err
    assert main(["show", "Small"]) == 0
