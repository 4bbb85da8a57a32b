"""`plandesk reading`: what is made of a timescale, in plain lines and for a program."""

import io
import json
import sys
from typing import Any

import pytest

from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
MEETING = ("--meeting", "16 December 2026")
KEYS = (
    *("text", "due", "begins", "review", "milestones", "was", "every"),
    *("ongoing", "done", "asks", "told", "unread"),
)


def row(capsys: Captured, text: str, *arguments: str) -> dict[str, Any]:
    assert main(["reading", text, "--json", *arguments]) == 0
    read: dict[str, Any] = json.loads(capsys.readouterr().out)
    return read


def of_input(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, content: bytes, *arguments: str
) -> list[dict[str, Any]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
    assert main(["reading", *arguments]) == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_a_row_has_every_key_and_nothing_stands_empty(capsys: Captured) -> None:
    empty = row(capsys, "")
    assert tuple(empty) == KEYS
    assert [empty[key] for key in ("due", "begins", "review", "was")] == [None] * 4
    assert [empty[key] for key in ("every", "asks", "told", "unread")] == [""] * 4
    assert (empty["milestones"], empty["ongoing"], empty["done"]) == ([], False, False)


def test_a_row_has_days_and_what_they_are_called(capsys: Captured) -> None:
    read = row(capsys, "Scoping by March 2027; launch June 2027", *MEETING)
    assert read["due"] == {"from": "2027-06-01", "to": "2027-06-30"}
    assert read["milestones"] == [
        {"from": "2027-03-01", "to": "2027-03-31", "what": "Scoping"},
        {"from": "2027-06-01", "to": "2027-06-30", "what": "launch"},
    ]
    was = row(capsys, "31/03/2026 (revised 30/09/2027)")["was"]
    assert was == {"from": "2026-03-31", "to": "2026-03-31"}
    assert row(capsys, "Six-weekly")["every"] == "P6W"


def test_a_date_that_may_be_either_is_asked_about(capsys: Captured) -> None:
    asked = row(capsys, "March 2027 and six monthly thereafter")["asks"]
    assert asked == "Is March 2027 when it is done, or when it is reviewed?"


def test_each_line_of_the_input_is_a_row_a_blank_one_too(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = "by 16 August\r\n\nSubject to Funding – ½\xff\n".encode("latin-1", "replace")
    rows = of_input(capsys, monkeypatch, content, *MEETING)
    assert [one["text"] for one in rows] == ["by 16 August", "", rows[2]["text"]]
    assert rows[0]["due"] == {"from": "2027-08-16", "to": "2027-08-16"}
    assert rows[2]["unread"] == rows[2]["text"]
    assert of_input(capsys, monkeypatch, b"") == []


def test_plain_lines_say_what_is_read_assumed_asked_and_left(capsys: Captured) -> None:
    assert main(["reading", "within 6 months (subject to Funding)", *MEETING]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Read as: due 16 June 2027",
        "Assumed: “6 months” is counted from the meeting, 16 December 2026.",
        "Not understood as a time: “subject to Funding”",
    ]
    assert main(["reading", "By end of Year 2"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "No date is read.",
        "To be said: When does year 1 begin? “Year 2” counts from it.",
    ]


def test_what_is_no_date_of_a_meeting_is_refused(capsys: Captured) -> None:
    assert main(["reading", "June 2027", "--meeting", "soon"]) != 0
    assert "“soon” is no date" in capsys.readouterr().err
