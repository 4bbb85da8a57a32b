"""`plandesk history`: a line for each change, and what one of them changed."""

import json

import pytest

from desk.history_steps import when_in_words
from tests.store.failing_disk import history_unreadable_before
from tests.tui.history_of import LONG, beginning_of, forget, with_history
from tests.tui.window import on_disk
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
NOON = when_in_words("2016-09-26T14:02:00.000+00:00")


def out(capsys: Captured, *arguments: str) -> str:
    assert main(["history", "Small", *arguments]) == 0
    return capsys.readouterr().out


def test_every_change_is_a_line_and_the_newest_is_the_last(capsys: Captured) -> None:
    with_history()
    lines = out(capsys).splitlines()
    assert len(lines) == 5
    assert lines[1] == f"    2  {NOON}, A. Officer  Edit timescale of action 1.1"
    assert lines[0].endswith("A. Officer  Made")


def test_a_time_is_said_as_a_date_and_time_of_here() -> None:
    assert NOON.startswith("26 September 2016, ")
    assert NOON[-3:] == ":02"
    assert when_in_words("") == "an unknown time"
    assert when_in_words("lunch") == "lunch"


def test_a_step_is_told_field_by_field(capsys: Captured) -> None:
    with_history()
    assert out(capsys, "--revision", "2").splitlines() == [
        f"Revision 2, {NOON}, A. Officer: Edit timescale of action 1.1",
        "",
        "Action 1.1",
        "  Timescale",
        "    before: December 2016",
        "    after:  June 2017",
    ]
    assert f"    after:  {LONG.strip()}" in out(capsys, "--revision", "3").splitlines()
    deleted = out(capsys, "--revision", "4")
    assert "Action 1.2 – deleted" in deleted
    assert "after:" not in deleted
    assert "The plan began here." in out(capsys, "--revision", "1")


def test_a_program_reads_it_as_json(capsys: Captured) -> None:
    with_history()
    changes = json.loads(out(capsys, "--json"))
    assert [change["revision"] for change in changes] == [1, 2, 3, 4, 5]
    assert changes[1]["label"] == "Edit timescale of action 1.1"
    step = json.loads(out(capsys, "--revision", "2", "--json"))
    assert (step["who"], step["when"]) == ("A. Officer", "2016-09-26T14:02:00.000+00:00")
    (row,) = step["rows"]
    assert (row["what"], row["done"], row["table"]) == ("Action 1.1", "edited", "actions")
    assert row["fields"] == [
        {
            "field": "timescale",
            "label": "Timescale",
            "before": "December 2016",
            "after": "June 2017",
        }
    ]


def test_a_revision_that_is_not_there_is_refused_with_those_that_are(capsys: Captured) -> None:
    with_history()
    assert main(["history", "Small", "--revision", "9"]) == 1
    assert "has no revision 9: it goes from 1 to 5." in capsys.readouterr().err


def test_where_the_history_has_a_gap_that_is_said(capsys: Captured) -> None:
    forget(with_history(), 3)
    assert main(["history", "Small", "--revision", "2"]) == 1
    assert "revision 3 is missing in the history" in capsys.readouterr().err


def test_a_plan_that_is_not_there_is_refused(capsys: Captured) -> None:
    assert main(["history", "Small"]) == 1
    assert "There is no plan" in capsys.readouterr().err


def test_a_plan_that_may_only_be_read_tells_its_history(capsys: Captured) -> None:
    on_disk().chmod(0o444)
    assert out(capsys).splitlines()[0].endswith("Made")


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_a_history_that_cannot_all_be_read_is_told_as_far_as_it_can_and_that_is_said(
    capsys: Captured, how: tuple[str, ...]
) -> None:
    path = with_history()
    with history_unreadable_before(beginning_of(path, 4)):
        assert main(["history", "Small", *how]) == 1
    printed = capsys.readouterr()
    assert "Edit “Purpose of report”" in printed.out
    assert "Delete action 1.2" in printed.out
    assert "Made" not in printed.out
    assert printed.err.startswith(
        "The history of Small cannot be read to its beginning: input/output error."
    )


def test_of_a_history_that_cannot_all_be_read_a_step_is_told_where_it_can(
    capsys: Captured,
) -> None:
    path = with_history()
    with history_unreadable_before(beginning_of(path, 4)):
        assert "Action 1.2 – deleted" in out(capsys, "--revision", "4")
        for revision in ("2", "9"):
            assert main(["history", "Small", "--revision", revision]) == 1
            assert "cannot be read to its beginning" in capsys.readouterr().err
