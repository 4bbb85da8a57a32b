"""Every kind of form is answered in plain lines: rows added and moved, marks, words of a key."""

import json
from pathlib import Path
from typing import Any

import pytest

from store.places import formats_folder
from tests.plan.harbour import HARBOUR_ID, SOURCE
from tests.repository import ROOT
from tests.tui.window import on_disk
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _harbour(capsys: Captured) -> None:
    """Let the plan Small follow a format with that form, and begin an assessment by it."""
    path = on_disk()
    forms = formats_folder() / "forms"
    forms.mkdir(parents=True)
    (forms / f"{HARBOUR_ID}.toml").write_text(SOURCE, encoding="utf-8")
    plain = (ROOT / "plan/council/formats/dundee-2016.toml").read_text(encoding="utf-8")
    known = 'forms = ["dundee-eqia-2016"]'
    assert known in plain
    (formats_folder() / "dundee-2016.toml").write_text(
        plain.replace(known, f'forms = ["{HARBOUR_ID}", "consumer-duty"]'), encoding="utf-8"
    )
    assert path.exists()
    assert said(capsys, "add", "Small", "assessment", HARBOUR_ID) == "Added: assessment-1."


def said(capsys: Captured, *arguments: str) -> str:
    """Run a command that succeeds and return what it says."""
    capsys.readouterr()
    assert main(list(arguments)) == 0, capsys.readouterr().err
    return capsys.readouterr().out.rstrip("\n")


def refused(capsys: Captured, *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 1
    return capsys.readouterr().err


def assessment(capsys: Captured) -> dict[str, Any]:
    return dict(json.loads(said(capsys, "show", "Small", "--json"))["assessments"][0])


def rows(capsys: Captured, table: str = "mitigation") -> list[dict[str, Any]]:
    (found,) = [one for one in assessment(capsys)["rows"] if one["table"] == table]
    return list(found["rows"])


def test_rows_are_added_answered_moved_and_removed(capsys: Captured) -> None:
    assert said(capsys, "add", "Small", "mitigation", "Race") == "Added: mitigation/1."
    added = said(capsys, "add", "Small", "Actions to mitigate negative impacts", "Age")
    assert added == "Added: mitigation/2."
    said(capsys, "answer", "Small", "mitigation/2/who", "Service Manager")
    said(capsys, "answer", "Small", "part-6/mitigation/2/By when", "March 2027")
    said(capsys, "mark", "Small", "mitigation/2/agreed", "yes")
    assert rows(capsys)[1]["cells"] == {
        "mitigation/2/impact": "Age",
        "mitigation/2/what": "",
        "mitigation/2/who": "Service Manager",
        "mitigation/2/when": "March 2027",
        "mitigation/2/agreed": "Yes",
    }
    moved = said(capsys, "move", "Small", "mitigation/2", "mitigation/1")
    assert moved == "Moved: mitigation/2 is mitigation/1 now."
    assert said(capsys, "remove", "Small", "mitigation/2").startswith("Removed: mitigation/2.")
    assert [row["cells"]["mitigation/1/impact"] for row in rows(capsys)] == ["Age"]
    said(capsys, "undo", "Small")
    assert len(rows(capsys)) == 2


def test_a_row_becomes_an_action_and_both_say_so(capsys: Captured) -> None:
    said(capsys, "add", "Small", "mitigation", "Race")
    problem = refused(capsys, "add", "Small", "2", "--from", "mitigation/1")
    assert problem.startswith("mitigation/1 does not say yet what will be done.")
    said(capsys, "answer", "Small", "mitigation/1/what", "Contract interpreters")
    assert said(capsys, "add", "Small", "2", "--from", "mitigation/1") == "Added: action 2.2."
    assert rows(capsys)[0]["action"] == "2.2"
    assert "Comes from: the assessment, Actions to mitigate negative impacts, row 1" in said(
        capsys, "show", "Small"
    )
    actions = json.loads(said(capsys, "show", "Small", "--json"))["aims"][1]["actions"]
    assert actions[1]["made_of"] == "assessment/mitigation/1"
    again = refused(capsys, "add", "Small", "2", "--from", "mitigation/1")
    assert again.startswith("mitigation/1 is action 2.2 already.")


def test_marks_explanations_scales_and_words_of_a_key(capsys: Captured) -> None:
    said(capsys, "mark", "Small", "Race", "negative")
    said(capsys, "answer", "Small", "Race", "Waits are long.")
    said(capsys, "mark", "Small", "reach", "most")
    said(capsys, "mark", "Small", "6. Rating", "high")
    marks = {one["question"]: one for one in assessment(capsys)["marks"]}
    assert marks["groups.race"]["ticks"] == ["negative"]
    assert marks["groups.race"]["cells"] == {"groups.race.explanation": "Waits are long."}
    assert marks["reach"]["ticks"] == ["3"]
    answers = {one["question"]: one["text"] for one in assessment(capsys)["answers"]}
    assert answers["rating"] == "High"
    assert "has no word “beige”. It has High, Low." in refused(
        capsys, "mark", "Small", "rating", "beige"
    )
    said(capsys, "mark", "Small", "rating", "High", "--off")
    answers = {one["question"]: one["text"] for one in assessment(capsys)["answers"]}
    assert answers["rating"] == ""


def test_what_is_switched_off_is_kept_and_not_printed(capsys: Captured, tmp_path: Path) -> None:
    said(capsys, "answer", "Small", "ev.source.need", "Census of 2022")
    shown = said(capsys, "show", "Small", "--document", "assessment")
    assert "Census of 2022" in shown
    said(capsys, "mark", "Small", "required", "no")
    shown = said(capsys, "show", "Small", "--document", "assessment")
    assert "Census" not in shown
    assert "A full assessment is not required, because" in shown
    assert assessment(capsys)["not_asked"] == [
        {
            "question": "ev.source.need",
            "text": "Census of 2022",
            "ticks": [],
            "why": "not asked",
        }
    ]
    said(capsys, "mark", "Small", "required", "yes")
    assert "Census of 2022" in said(capsys, "show", "Small", "--document", "assessment")


def test_the_checks_tell_what_is_no_date_and_a_form_that_does_not_hold(capsys: Captured) -> None:
    said(capsys, "answer", "Small", "date", "in spring")
    said(capsys, "set", "Small", "report", "meeting_date", "26 October 2030")
    capsys.readouterr()
    main(["check", "Small"])
    found = capsys.readouterr().out
    assert "FIX E36 assessment/part-1/4: “in spring” is not understood as a date." in found
    assert (
        "FIX E35 assessment: IIA holds until 31 December 2029, and not on 26 October 2030." in found
    )


def test_of_two_assessments_the_one_that_is_meant_is_named(capsys: Captured) -> None:
    said(capsys, "add", "Small", "assessment", HARBOUR_ID)
    assert "Several assessments have mitigation" in refused(
        capsys, "add", "Small", "mitigation", "Race"
    )
    assert said(capsys, "add", "Small", "mitigation", "Race", "--form", "2") == (
        "Added: assessment-2/mitigation/1."
    )
    assert said(capsys, "remove", "Small", "assessment-2/mitigation/1").startswith("Removed: ")
