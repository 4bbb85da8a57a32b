"""`plandesk conflicts` and `settle`: every wording of a clash is shown, and one is taken."""

import json
from pathlib import Path

import pytest

from plan.changes import edits
from plan.changes.change import applied
from plan.model.conflicts import open_conflicts
from plan.model.plan import Plan
from store.plan_file import PlanFile
from tests.plan.changes.test_conflicts import PLAN, REVIEW, merged, with_field
from tests.tui.window import MADE_AT
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


def clash() -> Plan:
    """Return a plan in which two fields of an action have two wordings each, and one three."""
    base = with_field(PLAN, "leads", "The team")
    ours, theirs, third = (with_field(base, "timescale", text) for text in ("May", "June", "July"))
    ours = with_field(ours, "leads", "Team A")
    theirs = with_field(theirs, "leads", "Team B")
    moved = applied(theirs, edits.move_action(theirs, REVIEW, PLAN.aims[1].id, 0))
    back = applied(ours, edits.move_action(ours, REVIEW, PLAN.aims[0].id, 1))
    return merged(base, merged(base, back, moved), third)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "Clash.plan.json"
    PlanFile.create(file, clash(), label="Made", who="A. Officer", now=MADE_AT)
    return file


def fields(path: Path) -> dict[str, object]:
    (action,) = (one for one in PlanFile.open(path).plan.actions if one.id == REVIEW)
    return action.as_json()


def test_every_wording_is_listed_and_the_status_says_that_something_waits(
    path: Path, capsys: Captured
) -> None:
    assert main(["conflicts", str(path)]) == 1
    said = capsys.readouterr()
    assert "Timescale" in said.out
    assert {"May", "June", "July"} <= {line.split(": ")[-1] for line in said.out.split("\n")}
    assert "3 conflicts in the plan Clash to be settled" in said.err
    assert main(["conflicts", str(path), "--json"]) == 1
    rows = {one["field"]: one for one in json.loads(capsys.readouterr().out)}
    assert set(rows) == {"timescale", "leads", "place"}
    assert sorted([rows["timescale"]["ours"], *rows["timescale"]["theirs"]]) == [
        *("July", "June", "May")
    ]
    assert rows["leads"]["ours"] == fields(path)["leads"]


def test_a_conflict_is_settled_in_one_step_that_can_be_undone(path: Path) -> None:
    numbers = numbers_of(path)
    before = fields(path)["leads"]
    assert main(["settle", str(path), str(numbers["leads"]), "theirs"]) == 0
    assert fields(path)["leads"] != before
    assert set(numbers_of(path)) == {"timescale", "place"}
    assert main(["undo", str(path)]) == 0
    assert fields(path)["leads"] == before
    assert numbers_of(path) == numbers
    assert main(["settle", str(path), str(numbers["leads"]), "both"]) == 0
    assert sorted(fields(path)["leads"]) == ["Team A", "Team B"]  # type: ignore[call-overload]


def numbers_of(path: Path) -> dict[str, int]:
    plan = PlanFile.open(path).plan
    return {one.field: number for number, one in enumerate(open_conflicts(plan), 1)}


def test_of_three_wordings_one_is_named_and_another_can_be_typed(
    path: Path, capsys: Captured
) -> None:
    number = str(numbers_of(path)["timescale"])
    assert main(["settle", str(path), number, "theirs"]) == 1
    assert "say which of theirs-1, theirs-2" in capsys.readouterr().err
    assert main(["settle", str(path), number, "theirs-2"]) == 0
    assert fields(path)["timescale"] in {"May", "June", "July"}
    assert main(["undo", str(path)]) == 0
    assert main(["settle", str(path), number, "--text", "By August"]) == 0
    assert fields(path)["timescale"] == "By August"


@pytest.mark.parametrize(
    ("given", "status"),
    [(["9", "ours"], 1), (["1"], 2), (["1", "ours", "--text", "x"], 2), (["1", "mine"], 2)],
)
def test_what_cannot_be_settled_changes_nothing(
    path: Path, given: list[str], status: int, capsys: Captured
) -> None:
    before = path.read_bytes()
    assert main(["settle", str(path), *given]) == status
    assert path.read_bytes() == before
    assert capsys.readouterr().err


def test_where_a_row_was_moved_to_cannot_be_typed_but_be_taken(path: Path) -> None:
    number = str(numbers_of(path)["place"])
    assert main(["settle", str(path), number, "--text", "2.1"]) == 1
    assert main(["settle", str(path), number, "both"]) == 1
    before = fields(path)["parent"]
    assert main(["settle", str(path), number, "theirs"]) == 0
    assert fields(path)["parent"] != before


def test_a_conflict_stops_the_paper_and_no_reason_answers_it(
    path: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["check", str(path), "--json"]) == 1
    found = [one for one in json.loads(capsys.readouterr().out) if one["rule"] == "P40"]
    assert [(one["severity"], one["place"]) for one in found] == [
        ("STOP", f"conflict/{number}") for number in (1, 2, 3)
    ]
    assert main(["reason", str(path), "P40", "conflict/1", "It is right."]) == 1
    capsys.readouterr()
    assert main(["export", str(path), "--out", str(tmp_path / "out")]) == 0
    assert "NOT FOR ISSUE" in capsys.readouterr().out
