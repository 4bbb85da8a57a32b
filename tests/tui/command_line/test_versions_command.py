"""`plandesk seal`, `versions` and `changes`: what was approved stays, and what differs is told."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from plan.changes import edits
from plan.changes.change import Change, row_edited
from plan.model.plan import Plan
from plan.model.rows import Version
from store.plan_file import PlanFile
from tests.plan.strategies import small_plan
from tests.tui.window import MADE_AT
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
PLAN = small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))
APPROVED = "As approved, 26 September 2016"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "Plan.plan.json"
    PlanFile.create(file, PLAN, label="Made", who="A. Officer", now=MADE_AT)
    return file


def plan_in(path: Path) -> Plan:
    return PlanFile.open(path).plan


def answer(capsys: Captured, *given: str) -> Any:
    capsys.readouterr()
    assert main([*given, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_what_was_sealed_is_listed_by_name_and_hash(path: Path, capsys: Captured) -> None:
    assert main(["seal", str(path), APPROVED]) == 0
    (version,) = answer(capsys, "versions", str(path))
    assert version["name"] == APPROVED
    assert len(version["hash"]) == 64
    assert set(version) == {"name", "hash", "when", "who"}
    assert main(["set", str(path), "1.1", "timescale", "May 2017"]) == 0
    assert main(["seal", str(path), "As sent"]) == 0
    first, second = answer(capsys, "versions", str(path))
    assert first == version
    assert second["hash"] != version["hash"]


def test_a_name_is_sealed_once(path: Path, capsys: Captured) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    before = path.read_bytes()
    for name in ("Approved", "approved", "", "  "):
        assert main(["seal", str(path), name]) == 1
        assert capsys.readouterr().err
    assert path.read_bytes() == before


def test_what_is_sealed_can_be_undone_like_any_step(path: Path, capsys: Captured) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    assert main(["undo", str(path)]) == 0
    assert answer(capsys, "versions", str(path)) == []


def test_frozen_refs_stay_whatever_is_inserted_moved_or_deleted(path: Path) -> None:
    assert main(["seal", str(path), "Approved", "--freeze"]) == 0
    refs = {action.text: plan_in(path).ref_of(action.id) for action in plan_in(path).actions}
    assert refs == {"Review": "1.1", "Train": "1.2", "Go": "2.1"}
    assert main(["add", str(path), "1", "Insert"]) == 0
    assert main(["add", str(path), "aim", "New"]) == 0
    assert main(["move", str(path), "1.3", "1.1"]) == 0
    plan = plan_in(path)
    assert [(action.text, plan.ref_of(action.id)) for action in plan.actions] == [
        *(("Insert", "1.3"), ("Review", "1.1"), ("Train", "1.2"), ("Go", "2.1"))
    ]
    assert [number for number, _ in plan.numbered_aims] == [1, 2, 3]


def test_a_move_is_told_by_where_a_row_stands_if_its_ref_is_frozen(
    path: Path, capsys: Captured
) -> None:
    assert main(["seal", str(path), "Approved", "--freeze"]) == 0
    assert main(["move", str(path), "1.2", "1.1"]) == 0
    capsys.readouterr()
    assert main(["move", str(path), "2.1", "1.1"]) == 0
    said = "Moved: action 2.1 is first in aim 1 now, and keeps its number."
    assert capsys.readouterr().out.splitlines() == [said]
    assert [plan_in(path).ref_of(one.id) for one in plan_in(path).actions] == ["2.1", "1.2", "1.1"]
    across, within = answer(capsys, "changes", str(path))["changes"]
    assert (across["kind"], across["ref_before"], across["ref"]) == ("moved", "2.1", "2.1")
    assert (across["before"], across["after"]) == ("first in aim 2", "first in aim 1")
    assert {within["kind"], within["field"]} == {"moved", "place"}
    main(["changes", str(path)])
    said = "Action 2.1 – moved: now first in aim 1, was first in aim 2"
    assert said in capsys.readouterr().out.splitlines()


def test_where_the_history_does_not_reach_back_that_is_told_and_of_the_beginning_nothing(
    path: Path, capsys: Captured
) -> None:
    assert main(["set", str(path), "1.1", "timescale", "May 2017"]) == 0
    assert (
        "not before 1 January 2000"
        in answer(capsys, "changes", str(path), "--since", "1 January 2000")["short"]
    )
    beginning = answer(capsys, "changes", str(path))
    assert (beginning["from"], "short" in beginning) == ("its beginning", False)


def test_what_has_changed_since_a_version_is_told_field_by_field(
    path: Path, capsys: Captured
) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    assert main(["set", str(path), "1.1", "timescale", "May 2017"]) == 0
    assert main(["set", str(path), "1.1", "leads", "Team A\nTeam B"]) == 0
    assert main(["note", str(path), "2.1", "Begun."]) == 0
    assert main(["add", str(path), "2", "Stop"]) == 0
    told = answer(capsys, "changes", str(path))
    assert (told["from"], told["to"]) == ("Approved", "now")
    found = {(one["kind"], one["row"], one.get("field")): one for one in told["changes"]}
    assert set(found) == {
        ("changed", "action", "timescale"),
        ("changed", "action", "leads"),
        ("added", "note", "text"),
        ("added", "action", "text"),
    }
    timescale = found["changed", "action", "timescale"]
    assert {key: timescale[key] for key in ("ref_before", "ref", "before", "after")} == {
        "ref_before": "1.1",
        "ref": "1.1",
        "before": "",
        "after": "May 2017",
    }
    assert found["changed", "action", "leads"]["after"] == ["Team A", "Team B"]
    added = found["added", "action", "text"]
    assert (added["ref"], added["after"], "ref_before" in added) == ("2.2", "Stop", False)


def test_a_move_is_told_as_a_move_and_a_deleted_row_has_no_ref(
    path: Path, capsys: Captured
) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    assert main(["move", str(path), "1.2", "2.1"]) == 0
    assert main(["remove", str(path), "1.1"]) == 0
    told = answer(capsys, "changes", str(path), "--since", "approved")["changes"]
    kinds = {one["kind"]: one for one in told}
    assert set(kinds) == {"moved", "deleted"}
    assert (kinds["moved"]["ref_before"], kinds["moved"]["ref"]) == ("1.2", "2.1")
    assert kinds["deleted"]["ref_before"] == "1.1"
    assert "ref" not in kinds["deleted"]


def test_any_two_versions_are_compared_and_a_version_is_named_by_its_hash(
    path: Path, capsys: Captured
) -> None:
    for name, timescale in (("One", "May"), ("Two", "June"), ("Three", "July")):
        assert main(["set", str(path), "1.1", "timescale", timescale]) == 0
        assert main(["seal", str(path), name]) == 0
    one, two, _ = answer(capsys, "versions", str(path))
    told = answer(capsys, "changes", str(path), "--since", one["hash"][:16], "--to", "Two")
    (change,) = told["changes"]
    assert (change["before"], change["after"]) == ("May", "June")
    back = answer(capsys, "changes", str(path), "--since", two["hash"], "--to", "One")
    assert (back["changes"][0]["before"], back["changes"][0]["after"]) == ("June", "May")


def test_without_a_version_it_is_since_the_beginning(path: Path, capsys: Captured) -> None:
    assert main(["set", str(path), "1.1", "timescale", "May"]) == 0
    (change,) = answer(capsys, "changes", str(path))["changes"]
    assert change["after"] == "May"


def test_a_version_that_is_not_there_is_refused(path: Path, capsys: Captured) -> None:
    for option in ("--since", "--to"):
        assert main(["changes", str(path), option, "Nothing such"]) == 1
        assert "is no version of the plan" in capsys.readouterr().err


def test_the_list_is_printed_in_plain_lines_and_as_markdown(path: Path, capsys: Captured) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    assert main(["set", str(path), "1.1", "timescale", "May *2017*"]) == 0
    capsys.readouterr()
    assert main(["changes", str(path)]) == 0
    assert "Action 1.1" in capsys.readouterr().out
    assert main(["changes", str(path), "--markdown"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("# What has changed from Approved to now")
    assert "- **Action 1.1**" in said
    assert "→ May \\*2017\\*" in said


@pytest.mark.slow
def test_the_brief_is_a_word_paper(path: Path, tmp_path: Path, capsys: Captured) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    for place in range(60):
        assert main(["add", str(path), "2", f"Do thing {place}"]) == 0
    brief = tmp_path / "Brief.docx"
    assert main(["changes", str(path), "--brief", str(brief)]) == 0
    assert str(brief) in capsys.readouterr().out
    texts = [one.text for one in docx.Document(str(brief)).paragraphs]
    assert "From Approved to now." in texts
    assert "60 changes: 60 added." in texts
    assert texts[-1].startswith("And ")
    assert len(texts) < 60
    assert main(["changes", str(path), "--brief", str(tmp_path / "Brief.txt")]) == 1


@pytest.mark.parametrize("state", ["", "AAAA", "eNpzdHIGAAEuAMo="])
def test_a_damaged_version_is_said_and_the_plan_goes_on(
    path: Path, state: str, capsys: Captured
) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    file = PlanFile.open(path)
    (version,) = file.plan.version_rows.values()
    assert isinstance(version, Version)
    file.save(Change(label="Spoil", rows=(row_edited(version, state=state),)))
    assert main(["changes", str(path)]) == 1
    assert "is damaged and cannot be compared" in capsys.readouterr().err
    assert main(["show", str(path)]) == 0
    assert edits.set_aim_text(plan_in(path), PLAN.aims[0].id, "x")


def test_the_appendix_is_written_with_tracked_changes(
    path: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["seal", str(path), "Approved"]) == 0
    assert main(["set", str(path), "1.1", "timescale", "May 2017"]) == 0
    tracked = tmp_path / "Tracked.docx"
    assert main(["changes", str(path), "--tracked", str(tracked)]) == 0
    assert str(tracked) in capsys.readouterr().out
    body = docx.Document(str(tracked)).element.body
    assert [one.text for came in body.iter(qn("w:ins")) for one in came.iter(qn("w:t"))] == [
        "May 2017"
    ]
    assert main(["changes", str(path), "--tracked", str(tmp_path / "Tracked.odt")]) == 1
