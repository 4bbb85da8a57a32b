"""`plandesk since`: what has changed since a day, net, in plain lines and as JSON."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.since import changed_since
from plan.changes import edits
from plan.changes.change import Change
from plan.council.format import format_named
from plan.model.outline import built_plan
from store.places import plans_folder
from store.plan_file import PlanFile
from tests.tui.history_of import forget
from tests.tui.window import MADE_AT, SMALL
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("frozen")

TODAY = datetime(2026, 9, 26)


def saved(path: Path, change: Change, days_ago: int) -> None:
    when = (TODAY - timedelta(days=days_ago)).replace(hour=12).isoformat() + "+00:00"
    PlanFile.open(path).save(change.model_copy(update={"when": when, "who": "A. Officer"}))


def timescale(path: Path, text: str, days_ago: int, place: int = 0) -> None:
    plan = PlanFile.open(path).plan
    action = plan.actions[place].id
    change = edits.set_action_field(plan, action, "timescale", text, name="timescale")
    saved(path, change, days_ago)


def meeting(path: Path, day: str, days_ago: int) -> None:
    plan = PlanFile.open(path).plan
    saved(path, edits.set_report_field(plan, "meeting_date", day, name="date"), days_ago)


@pytest.fixture
def path() -> Path:
    """Make a plan as of forty days ago."""
    made = plans_folder() / "Small.plan.json"
    made.parent.mkdir(parents=True, exist_ok=True)
    plan = built_plan(SMALL, "dundee-2016")
    PlanFile.create(made, plan, label="Made", who="A. Officer", now=MADE_AT - timedelta(days=40))
    return made


def out(capsys: Captured, *typed: str, status: int = 0) -> str:
    capsys.readouterr()
    assert main(["since", "Small", *typed]) == status
    said = capsys.readouterr()
    return said.out if status == 0 else said.err


def test_only_what_is_otherwise_than_when_the_day_began_is_told(
    path: Path, capsys: Captured
) -> None:
    timescale(path, "June 2017", 20)
    timescale(path, "July 2017", 5)
    timescale(path, "August 2017", 4)
    lines = out(capsys, "week").splitlines()
    assert lines[0].startswith("Since 19 September 2026, after revision 2 of 6 September 2026")
    assert lines[1:] == [
        "",
        "Action 1.1",
        "  Timescale",
        "    before: June 2017",
        "    after:  August 2017",
    ]
    timescale(path, "June 2017", 1)
    assert out(capsys, "week").splitlines()[1:] == ["Nothing has changed."]
    assert "before: December 2016" in out(capsys, "1 September 2026")
    assert out(capsys, "2026-09-01") == out(capsys, "1 September 2026")


def test_a_row_says_whether_it_was_added_removed_or_moved_and_where_it_was(
    path: Path, capsys: Captured
) -> None:
    plan = PlanFile.open(path).plan
    saved(path, edits.move_action(plan, plan.actions[3].id, plan.aims[0].id, 0), 3)
    plan = PlanFile.open(path).plan
    saved(path, edits.delete_action(plan, plan.actions[2].id), 2)
    lines = out(capsys, "week").splitlines()
    assert [line for line in lines[1:] if line.startswith("Action")] == [
        "Action 1.1 – moved, was action 2.1",
        "Action 1.2 – deleted",
    ]
    read = json.loads(out(capsys, "week", "--json"))
    assert read["since"] == "2026-09-19"
    assert (read["revision"], read["short"]) == (1, "")
    assert [(row["what"], row["was"], row["done"]) for row in read["rows"]] == [
        ("Action 1.1", "Action 2.1", "moved"),
        ("Action 1.2", "", "removed"),
    ]


def test_the_last_committee_is_the_latest_meeting_that_is_past_though_the_next_is_typed(
    path: Path, capsys: Captured
) -> None:
    meeting(path, "12 September 2026", 30)
    timescale(path, "June 2017", 10)
    meeting(path, "24 October 2026", 9)
    assert out(capsys, "committee").startswith("Since 12 September 2026, after revision 2")


def test_without_a_meeting_or_a_day_it_is_refused_in_a_sentence(
    path: Path, capsys: Captured
) -> None:
    assert "No date of a meeting" in out(capsys, "committee", status=1)
    assert "“soon” is no date" in out(capsys, "soon", status=1)
    assert "still to come" in out(capsys, "1 October 2026", status=1)


def test_where_the_history_does_not_reach_back_it_says_so_and_takes_the_oldest(
    path: Path, capsys: Captured
) -> None:
    timescale(path, "June 2017", 20)
    timescale(path, "July 2017", 5)
    assert "The plan was made on 17 August 2026" in out(capsys, "1 August 2026")
    assert "before: December 2016" in out(capsys, "1 August 2026")
    forget(path, 1)
    said = out(capsys, "1 August 2026")
    assert "does not reach back to 1 August 2026" in said
    assert "before revision 2" in said
    assert "before: December 2016" in said
    forget(path, 1)
    assert "before: June 2017" in out(capsys, "1 August 2026")
    plan = PlanFile.open(path).plan
    empty = changed_since(plan, (), TODAY.date(), format_named("dundee-2016"))
    assert empty.rows == ()
    assert empty.short.startswith("Nothing is recorded of this plan")
