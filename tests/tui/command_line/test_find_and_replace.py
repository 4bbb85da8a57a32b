"""`find` and `replace`: words in everything that a plan says, in one plan or in all."""

import json
from dataclasses import replace
from typing import Any

import pytest

from plan.model.outline import ActionOutline, AimOutline
from tests.tui.command_line.test_rows_and_forms import refused, said_by
from tests.tui.window import SMALL, on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]

OTHER = replace(
    SMALL, aims=(AimOutline("Help families.", (ActionOutline("Ask each familes. Go."),)),)
)


def rows(capsys: Captured, *arguments: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(said_by(capsys, "find", *arguments, "--json"))
    return read


def test_words_are_told_by_the_sentence_and_where_in_whatever_order_they_are_near(
    capsys: Captured,
) -> None:
    on_disk()
    assert rows(capsys, "guide", "Small") == [
        {"place": "action/1.1/text", "text": "Publish one guide for families.", "near": False},
        {"place": "action/1.1/success_criteria", "text": "Guide published.", "near": False},
    ]
    assert said_by(capsys, "find", "guid FAM", "Small") == (
        "action/1.1/text: Publish one guide for families. (near)"
    )
    assert said_by(capsys, "find", "1.3", "Small") == (
        "action/1.3/text: Train the staff who advise."
    )
    assert rows(capsys, "Guid", "Small", "--word") == []
    assert [one["text"] for one in rows(capsys, "Guide", "Small", "--case")] == ["Guide published."]


def test_nothing_found_is_said_and_is_no_failure(capsys: Captured) -> None:
    on_disk()
    assert said_by(capsys, "find", "zoo", "Small") == "Nothing in Small says “zoo”."
    assert said_by(capsys, "find", "zoo", "--word", "--case") == (
        "No plan on the desk says “zoo” as whole words and in this case."
    )
    assert rows(capsys, "zoo", "Small") == []
    for wrong, sentence in (((" ", "Small"), "Nothing to look"), (("Small", "guide"), "no plan")):
        assert main(["find", *wrong]) == 1
        assert sentence in capsys.readouterr().err


def test_without_a_plan_all_of_the_desk_are_searched_and_named(capsys: Captured) -> None:
    path = on_disk()
    on_disk(OTHER, "Other")
    assert [(one["plan"], one["place"], one["near"]) for one in rows(capsys, "families")] == [
        ("Other", "aim/1", False),
        ("Small", "action/1.1/text", False),
        ("Small", "action/1.1/indicators", False),
        ("Other", "action/1.1/text", True),
    ]
    assert said_by(capsys, "find", "familes").startswith(
        "Other: action/1.1/text: Ask each familes."
    )
    path.write_text("{", encoding="utf-8")
    assert main(["find", "families"]) == 0
    captured = capsys.readouterr()
    assert "Small is left out" in captured.err
    assert "Small" not in captured.out


def test_replace_shows_what_would_change_and_with_yes_does_it_in_one_step(
    capsys: Captured,
) -> None:
    path = on_disk()
    before = path.read_bytes()
    told = said_by(capsys, "replace", "guide", "leaflet", "Small").split("\n")
    assert told == [
        "action/1.1/text: Publish one guide for families. -> Publish one leaflet for families.",
        "action/1.1/success_criteria: Guide published. -> Leaflet published.",
        "Nothing was changed: 2 times in 2 sentences. --yes replaces it.",
    ]
    assert path.read_bytes() == before
    done = said_by(capsys, "replace", "guide", "leaflet", "Small", "--yes").split("\n")
    assert done[:2] == told[:2]
    label = "Replace “guide” by “leaflet”, 2 times"
    assert done[2] == f"Saved: {label}. plandesk undo 'Small' takes it back."
    assert saved_plan(path).actions[0].success_criteria[0] == "Leaflet published."
    assert said_by(capsys, "history", "Small").endswith(label)
    assert said_by(capsys, "replace", "guide", "leaflet", "Small", "--yes") == (
        "Nothing in Small says “guide”. Nothing was changed."
    )
    said_by(capsys, "undo", "Small")
    assert saved_plan(path).actions[0].success_criteria[0] == "Guide published."


def test_word_and_case_narrow_what_is_replaced(capsys: Captured) -> None:
    path = on_disk()
    said_by(capsys, "replace", "famil", "clan", "Small", "--word", "--yes")
    said_by(capsys, "replace", "guide", "leaflet", "Small", "--case", "--yes")
    action = saved_plan(path).actions[0]
    assert action.text == "Publish one leaflet for families."
    assert action.success_criteria[0] == "Guide published."


def test_what_gets_too_long_or_has_no_words_is_refused(capsys: Captured) -> None:
    path = on_disk()
    sentence = refused(capsys, path, "replace", "e", "x" * 100_000, "Small", "--yes")
    assert "longer than plandesk keeps" in sentence
    assert main(["replace", "", "x", "Small"]) == 1
    assert "Nothing to look for" in capsys.readouterr().err
