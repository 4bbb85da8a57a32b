"""`plandesk reviews`: in plain lines, for a program, for a calendar."""

import json
from pathlib import Path

import pytest

from plan.model.outline import NoteOutline
from store.places import plans_folder
from tests.plan.checks.sound import OUTLINE, action
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
AT = ("--from", "26 September 2016")


@pytest.fixture(autouse=True)
def path() -> Path:
    return on_disk(action(2, timescale="September 2016 and six monthly thereafter")(OUTLINE))


def test_each_month_has_what_is_due_or_reviewed_in_it(capsys: Captured) -> None:
    assert main(["reviews", "Small", *AT, "--before", "1/1/2017"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "September 2016:"
    assert lines[1].startswith("  2.1 due or review: Ask children in every school")
    assert lines[2] == "December 2016:"
    assert lines[3].startswith("  1.1 review: Publish one guide to family support.")
    assert lines[4] == "To be said: due, or reviewed?"
    assert "when it is done, or when it is reviewed?" in lines[5]


def test_by_lead_and_of_one_lead(capsys: Captured) -> None:
    assert main(["reviews", "Small", *AT, "--before", "1/1/2017", "--by", "lead"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Youth Council:" in lines
    assert "  1.1 review December 2016: Publish one guide to family support. (Parenting Group)" in (
        lines
    )
    assert main(["reviews", "Small", *AT, "--lead", "parenting group"]) == 0
    assert " 2.1 " not in capsys.readouterr().out
    assert main(["reviews", "Small", "--lead", "Nobody"]) == 1
    assert "The leads are: Child Protection Committee (CPC); Parenting Group; Youth Council." in (
        capsys.readouterr().err
    )


def test_of_one_aim(capsys: Captured) -> None:
    assert main(["reviews", "Small", *AT, "--aim", "2", "--json"]) == 0
    assert {one["ref"] for one in json.loads(capsys.readouterr().out)} == {"2.1"}
    assert main(["reviews", "Small", "--aim", "7"]) == 1
    assert "There is no aim 7." in capsys.readouterr().err


def test_every_plan_of_the_desk(capsys: Captured) -> None:
    on_disk(OUTLINE, "Another")
    (plans_folder() / "Torn.plan.json").write_text("{")
    assert main(["reviews", *AT, "--json"]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert printed.err.startswith("Torn is left out: ")
    assert [one["plan"] for one in found if one["when"] == "2016-12"] == ["Another", "Small"]
    assert main(["reviews", *AT]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Torn is left out: ")
    assert "  Another 1.1 review: Publish one guide" in said


def test_a_program_reads_ref_when_kind_and_text_and_how_it_stands(capsys: Captured) -> None:
    assert main(["reviews", "Small", *AT, "--before", "December 2016", "--json"]) == 0
    first, second, third = json.loads(capsys.readouterr().out)
    assert first == {
        "ref": "2.1",
        "when": "2016-09",
        "kind": "either",
        "text": "Ask children in every school for their views.",
        "standing": "coming",
        "timescale": "September 2016 and six monthly thereafter",
        "lead": "Youth Council; Child Protection Committee (CPC)",
    }
    assert (second["ref"], second["when"], second["kind"]) == ("1.1", "2016-12", "review")
    assert third == {**first, "standing": "unsaid"}


def test_a_program_reads_what_is_overdue_and_what_was_not_understood(capsys: Captured) -> None:
    several = action(1, timescale="31 March 2016", leads=("A Board", "A Team"))(OUTLINE)
    on_disk(action(2, timescale="Subject to  funding")(several), "Late")
    assert main(["reviews", "Late", *AT, "--json"]) == 0
    late, unread = json.loads(capsys.readouterr().out)
    assert (late["ref"], late["standing"], late["when"]) == ("1.1", "overdue", "2016-03-31")
    assert (late["kind"], late["lead"]) == ("due", "A Board; A Team")
    assert (unread["ref"], unread["standing"]) == ("2.1", "unread")
    assert (unread["when"], unread["kind"]) == ("", "")
    assert unread["timescale"] == "Subject to  funding"


def test_a_new_date_that_stands_in_the_note_alone_is_told_and_not_taken(capsys: Captured) -> None:
    agreed = NoteOutline("", "Amber", "The lift broke; a new date of 14 May 2017 was agreed.")
    late = action(1, timescale="31 March 2016", progress=(agreed,))(OUTLINE)
    on_disk(action(2, timescale="31 March 2016")(late), "Late")
    assert main(["reviews", "Late", *AT, "--json"]) == 0
    moved, other = json.loads(capsys.readouterr().out)
    assert (moved["standing"], moved["when"]) == ("overdue", "2016-03-31")
    assert moved["remark"] == "its note gives 14 May 2017 as the new date"
    assert "remark" not in other
    assert main(["reviews", "Late", *AT]) == 0
    assert "since 31 March 2016 (its note gives 14 May 2017 as the new date)" in (
        capsys.readouterr().out
    )


def test_what_is_called_done_and_still_open_in_its_note_is_listed(capsys: Captured) -> None:
    note = NoteOutline("1 August 2016", "Complete", "It is printed and still to be sent out.")
    dated = action(1, timescale="31 March 2016", progress=(note,))(OUTLINE)
    on_disk(action(2, timescale="Complete – March 2016", progress=(note,))(dated), "Doubtful")
    assert main(["reviews", "Doubtful", *AT, "--json"]) == 0
    late, unread = json.loads(capsys.readouterr().out)
    assert (late["ref"], late["standing"]) == ("1.1", "overdue")
    assert (unread["ref"], unread["standing"], unread["when"]) == ("2.1", "unread", "")
    assert "still to" in unread["remark"]


def test_the_officer_says_once_what_a_date_is(path: Path, capsys: Captured) -> None:
    assert main(["set", "Small", "2.1", "timescale_is", "review"]) == 0
    assert saved_plan(path).actions[1].timescale_is == "review"
    capsys.readouterr()
    assert main(["reviews", "Small", *AT, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["kind"] == "review"
    assert main(["set", "Small", "2.1", "timescale_is", "soon"]) == 1
    assert "due or review" in capsys.readouterr().err


def test_a_calendar_file_is_written(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "reviews.ics"
    assert main(["reviews", "Small", *AT, "--ics", str(file)]) == 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert f"Written: {file}" in capsys.readouterr().out
    assert main(["reviews", "Small", "--ics", str(file / "below-a-file.ics")]) == 1
    assert "could not be written" in capsys.readouterr().err


def test_a_date_that_is_none_is_refused(capsys: Captured) -> None:
    assert main(["reviews", "Small", "--before", "soon"]) == 2
    assert "“soon” is no date" in capsys.readouterr().err


def test_a_calendar_goes_over_an_older_one_and_over_nothing_else(
    path: Path, tmp_path: Path, capsys: Captured
) -> None:
    before = path.read_bytes()
    assert main(["reviews", "Small", *AT, "--ics", str(path)]) == 1
    assert "is no calendar: it stays as it is" in capsys.readouterr().err
    assert path.read_bytes() == before
    file = tmp_path / "reviews.ics"
    for _ in range(2):
        assert main(["reviews", "Small", *AT, "--ics", str(file)]) == 0
    assert [one.name for one in tmp_path.glob("*.ics")] == ["reviews.ics"]


def test_up_to_a_month_is_up_to_its_last_day(capsys: Captured) -> None:
    on_disk(action(1, timescale="15 December 2016")(OUTLINE), "Dated")
    assert main(["reviews", "Dated", *AT, "--before", "December 2016", "--json"]) == 0
    assert "2016-12-15" in capsys.readouterr().out


def test_an_action_without_words_says_so(capsys: Captured) -> None:
    on_disk(action(1, text="")(OUTLINE), "Wordless")
    assert main(["reviews", "Wordless", *AT, "--before", "1/1/2017"]) == 0
    assert "  1.1 review: (no text yet)" in capsys.readouterr().out


def test_a_grouping_that_there_is_not_is_told_in_plain_words(capsys: Captured) -> None:
    assert main(["reviews", "Small", "--by", "year"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Invalid value for '--by': 'year' is not one of 'month'")


def test_a_reminder_is_written_where_it_is_asked_for_or_set(
    tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "reviews.ics"

    def reminders(*arguments: str) -> int:
        assert main(["reviews", "Small", *AT, "--ics", str(file), *arguments]) == 0
        return file.read_text().count("TRIGGER:-P14D")

    assert reminders() == 0
    assert reminders("--remind", "14") > 0
    assert reminders() == 0
    assert main(["settings", "calendar_reminder", "14"]) == 0
    assert reminders() > 0
    assert reminders("--remind", "3") == 0
    assert main(["settings", "calendar_reminder", "soon"]) == 1
    assert main(["settings", "calendar_reminder", "none"]) == 0
    assert reminders() == 0
    assert main(["reviews", "Small", "--remind", "14"]) == 2
    assert "goes with --ics" in capsys.readouterr().err
