"""`plandesk commitments`: what was promised to the committee, and what became of it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plan.model.outline import PassageOutline
from store.places import plans_folder
from tests.plan.checks.sound import OUTLINE
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("frozen")
FIRST = "instructs the Director to report back to this Committee in twelve months"
SECOND = "A further report will be brought to the Committee by March 2027."
PASSAGES = (
    PassageOutline("recommendations", "recommendation", FIRST),
    PassageOutline("main-text", "numbered", SECOND),
)


@pytest.fixture(autouse=True)
def path() -> Path:
    return on_disk(replace(OUTLINE, report=replace(OUTLINE.report, passages=PASSAGES)))


def out(capsys: Captured, *arguments: str) -> str:
    capsys.readouterr()
    assert main(["commitments", *arguments]) == 0
    return capsys.readouterr().out


def rows(capsys: Captured, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out(capsys, *arguments, "--json"))
    return found


def test_each_is_printed_with_by_when_and_where(capsys: Captured) -> None:
    assert out(capsys, "Small").splitlines() == [
        f"C1 overdue: {FIRST}",
        "  By when: in twelve months",
        "  Where: Recommendation 1, report 299-2016, 26 September 2016",
        f"C2 open: {SECOND}",
        "  By when: by March 2027",
        "  Where: Main text, paragraph 1, report 299-2016, 26 September 2016",
    ]


def test_a_program_reads_them(capsys: Captured) -> None:
    first, second = rows(capsys, "Small")
    assert first == {
        "ref": "C1",
        "text": FIRST,
        "by_when": "in twelve months",
        "when": "2017-09-26",
        "where": "Recommendation 1, report 299-2016, 26 September 2016",
        "standing": "overdue",
        "closed_when": "",
        "closed_how": "",
        "kept": False,
    }
    assert (second["when"], second["standing"]) == ("2027-03", "open")


def test_one_is_closed_opened_again_and_all_of_it_can_be_undone(
    path: Path, capsys: Captured
) -> None:
    out(capsys, "Small", "--close", "C1", "--how", "Report 88-2017", "--on", "3/9/2017")
    first, _ = rows(capsys, "Small")
    assert (first["standing"], first["closed_when"]) == ("closed", "3 September 2017")
    assert first["closed_how"] == "Report 88-2017"
    assert "  Closed: 3 September 2017: Report 88-2017" in out(capsys, "Small")
    assert main(["reviews", "Small", "--json"]) == 0
    assert "C1" not in {one["ref"] for one in json.loads(capsys.readouterr().out)}
    out(capsys, "Small", "--reopen", "1")
    assert rows(capsys, "Small")[0]["standing"] == "overdue"
    for _ in range(2):
        assert main(["undo", "Small"]) == 0
    assert not saved_plan(path).commitment_rows
    assert main(["history", "Small"]) == 0
    assert "Close promise" in capsys.readouterr().out


def test_what_is_no_promise_is_listed_only_where_that_is_asked(capsys: Captured) -> None:
    out(capsys, "Small", "--dismiss", "c2")
    assert [one["ref"] for one in rows(capsys, "Small")] == ["C1"]
    assert [one["standing"] for one in rows(capsys, "Small", "--dismissed")] == [
        *("overdue", "dismissed")
    ]


@pytest.mark.slow
def test_one_that_was_made_elsewhere_is_added_and_set(capsys: Captured) -> None:
    out(capsys, "Small", "--add", "To visit the school", "--by", "May 2027")
    assert main(["set", "Small", "commitment/3", "where", "Item 7 of the meeting"]) == 0
    *_, last = rows(capsys, "Small")
    assert (last["text"], last["when"], last["where"], last["kept"]) == (
        *("To visit the school", "2027-05", "Item 7 of the meeting"),
        True,
    )
    assert main(["set", "Small", "commitment/9", "where", "There"]) == 1
    assert main(["set", "Small", "commitment/1", "standing", "closed"]) == 1


@pytest.mark.slow
def test_every_plan_of_the_desk(capsys: Captured) -> None:
    on_disk(OUTLINE, "Another")
    (plans_folder() / "Torn.plan.json").write_text("{")
    assert {one["plan"] for one in rows(capsys)} == {"Small"}
    assert "Small C2 open: " in out(capsys)


def test_nothing_promised_is_said(capsys: Captured) -> None:
    on_disk(OUTLINE, "Another")
    assert out(capsys, "Another") == "Nothing was promised to the committee.\n"
    assert rows(capsys, "Another") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "status"),
    [
        (("Small", "--close", "C9"), 1),
        (("Small", "--close", "C1", "--on", "soon"), 2),
        (("Small", "--how", "A report"), 2),
        (("Small", "--by", "May"), 2),
        (("Small", "--close", "C1", "--dismiss", "C2"), 2),
        (("--close", "C1"), 2),
    ],
)
def test_what_cannot_be_done_is_told(given: tuple[str, ...], status: int, capsys: Captured) -> None:
    assert main(["commitments", *given]) == status
    assert capsys.readouterr().err.endswith(".\n")


@pytest.mark.slow
def test_it_is_in_the_reviews_and_in_the_calendar(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "reviews.ics"
    assert main(["reviews", "Small", "--ics", str(file), "--json"]) == 0
    found = {(one["ref"], one["standing"]): one for one in json.loads(capsys.readouterr().out)}
    assert found["C1", "overdue"]["when"] == "2017-09-26"
    assert found["C2", "coming"] == {
        "ref": "C2",
        "when": "2027-03",
        "kind": "commitment",
        "text": SECOND,
        "standing": "coming",
        "timescale": "by March 2027",
        "lead": "",
    }
    assert "Promised (March 2027): C2" in file.read_text().replace("\n ", "")
    out(capsys, "Small", "--close", "C2")
    assert main(["reviews", "Small", "--ics", str(file)]) == 0
    assert "STATUS:CANCELLED" in file.read_text()
