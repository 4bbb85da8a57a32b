"""A damaged plan comes back from its backup and its history, and the damaged file stays."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.recovering import lack_in_words, restore_damaged
from plan.changes.change import Change, applied, tables_of
from store.backups import back_up, backups_of
from store.errors import DamagedPlanError
from store.history import History, history_path
from store.plan_file import PlanFile
from store.restoring import bring_back, recoveries
from tests.store.failing_disk import history_unreadable_before
from tests.store.plans import SMALL, made, stored_timescale, three_rows, timescale

NOW = datetime(2026, 9, 27, 8, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Family support.plan.json"
    file = made(path)
    file.save(timescale(SMALL, "Monthly"))
    plan = applied(SMALL, timescale(SMALL, "Monthly"))
    file.save(timescale(plan, "Weekly"))
    return path


@pytest.mark.parametrize("content", [b"", b"\x00" * 300, b"<html>", b'{"meta": {"pl'])
def test_everything_saved_comes_back_from_the_backup_and_the_history(
    path: Path, content: bytes
) -> None:
    before = tables_of(PlanFile.open(path).plan)
    path.write_bytes(content)
    found = recoveries(path)
    assert (found[0].lacking, found[0].revision) == (0, 3)
    kept = bring_back(path, found[0], NOW)
    assert kept is not None
    assert kept.read_bytes() == content
    assert kept.parent == path.parent
    reopened = PlanFile.open(path)
    assert tables_of(reopened.plan) == before
    assert reopened.revision == 3
    assert [change.revision for change in reopened.history.read()] == [1, 2, 3]


def test_a_plan_that_was_brought_back_can_be_changed_and_undone_as_before(path: Path) -> None:
    path.write_bytes(b"")
    bring_back(path, recoveries(path)[0], NOW)
    file = PlanFile.open(path)
    assert file.save(three_rows(file.plan)).revision == 4
    assert [change.revision for change in PlanFile.open(path).history.read()] == [1, 2, 3, 4]


def test_a_file_that_is_gone_comes_back_too(path: Path) -> None:
    path.unlink()
    assert bring_back(path, recoveries(path)[0], NOW) is None
    assert stored_timescale(path) == "Weekly"


def test_without_its_history_the_backup_alone_comes_back_and_says_from_when(path: Path) -> None:
    history_path(path).unlink()
    path.write_bytes(b"")
    found = recoveries(path)[0]
    assert (found.replayed, found.revision) == (0, 1)
    assert found.saved_at is not None
    bring_back(path, found, NOW)
    assert tables_of(PlanFile.open(path).plan) == tables_of(SMALL)


def test_a_history_with_a_gap_brings_back_what_comes_before_it_and_tells_the_rest(
    path: Path,
) -> None:
    lines = history_path(path).read_bytes().splitlines(keepends=True)
    history_path(path).write_bytes(lines[0] + lines[2])
    path.write_bytes(b"")
    newest = recoveries(path)[0]
    assert (newest.replayed, newest.lacking) == (0, 1)


def test_a_backup_that_is_damaged_itself_is_not_offered(path: Path) -> None:
    for backup in backups_of("row-1"):
        backup.path.write_bytes(b"{")
    path.write_bytes(b"")
    assert recoveries(path) == ()


def test_the_history_of_another_plan_of_that_name_is_not_mixed_in(path: Path) -> None:
    line = json.loads(history_path(path).read_bytes().splitlines()[0])
    line["label"] = "Made elsewhere"
    rest = history_path(path).read_bytes().splitlines(keepends=True)[1:]
    history_path(path).write_bytes(json.dumps(line).encode() + b"\n" + b"".join(rest))
    path.write_bytes(b"")
    assert recoveries(path)[0].replayed == 0


def test_the_damaged_file_is_not_touched_by_looking_for_what_can_be_brought_back(
    path: Path,
) -> None:
    path.write_bytes(b"{")
    recoveries(path)
    assert path.read_bytes() == b"{"
    with pytest.raises(DamagedPlanError):
        PlanFile.open(path)


def test_a_history_is_read_no_further_back_than_to_the_oldest_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = PlanFile.open(path)
    for number in range(30):
        file.save(timescale(PlanFile.open(path).plan, f"In {number} weeks"))
    for backup in backups_of("row-1"):
        backup.path.unlink()
    back_up("row-1", path, path.read_bytes(), file.revision, NOW)
    for text in ("May 2027", "June 2027"):
        file.save(timescale(PlanFile.open(path).plan, text))
    for backup in backups_of("row-1"):
        if backup.made_at != NOW:
            backup.path.unlink()
    read: list[int] = []
    newest_first = History.newest_first

    def counted(self: History) -> Iterator[Change]:
        for change in newest_first(self):
            read.append(change.revision)
            yield change

    path.write_bytes(b"")
    monkeypatch.setattr(History, "newest_first", counted)
    found, as_it_was = recoveries(path)
    assert (found.replayed, found.lacking, found.revision) == (2, 0, file.revision)
    assert (as_it_was.replayed, as_it_was.lacking) == (0, 2)
    assert read == [file.revision - back for back in range(4)]
    read.clear()
    for backup in backups_of("row-1"):
        backup.path.unlink()
    assert recoveries(path) == ()
    assert read == [], "without a backup the history leads to no plan"


def test_a_history_that_cannot_be_read_back_to_the_backup_is_said(path: Path) -> None:
    path.write_bytes(b"")
    with history_unreadable_before(len(history_path(path).read_bytes().splitlines()[0])):
        found = recoveries(path)[-1]
        assert (found.revision, found.replayed) == (1, 0)
        assert lack_in_words(found) == ("the backup; what came later cannot be read in the history")
        assert "cannot be read to its beginning: input/output error" in restore_damaged(path, found)


def test_what_cannot_be_read_of_the_time_before_the_backup_is_no_problem(path: Path) -> None:
    file = PlanFile.open(path)
    for backup in backups_of("row-1"):
        backup.path.unlink()
    back_up("row-1", path, path.read_bytes(), file.revision, NOW)
    file.save(timescale(file.plan, "Yearly"))
    lines = history_path(path).read_bytes().splitlines(keepends=True)
    path.write_bytes(b"")
    with history_unreadable_before(len(lines[0]) + len(lines[1])):
        found = recoveries(path)[0]
    assert (found.revision, found.replayed, found.problem) == (4, 1, "")


def with_three_backups(path: Path) -> None:
    """Keep the plan as it was at three revisions, the last of them before the newest."""
    kept = []
    for hour, text in enumerate(("Monthly", "Weekly", "Daily"), 1):
        file = PlanFile.open(path)
        file.save(timescale(file.plan, text))
        now = NOW.replace(hour=NOW.hour + hour)
        kept.append(back_up("row-1", path, path.read_bytes(), file.revision, now))
    file = PlanFile.open(path)
    file.save(timescale(file.plan, "Yearly"))
    for backup in backups_of("row-1"):
        if backup not in kept:
            backup.path.unlink()


def timescales(path: Path) -> list[str]:
    return [one.plan.actions[0].timescale for one in recoveries(path)]


@pytest.mark.parametrize("is_sound", [True, False])
def test_each_backup_is_a_state_as_it_was_and_the_newest_of_all_is_there_once(
    path: Path, is_sound: bool
) -> None:
    with_three_backups(path)
    if not is_sound:
        path.write_bytes(b"")
    assert timescales(path) == ["Yearly", "Daily", "Weekly", "Monthly"]
    assert [(one.replayed, one.lacking) for one in recoveries(path)] == [
        *[(1, 0), (0, 1), (0, 2), (0, 3)]
    ]
    history_path(path).unlink()
    assert timescales(path) == ["Daily", "Weekly", "Monthly"]


def test_a_history_with_a_gap_leads_from_each_backup_as_far_as_it_goes(path: Path) -> None:
    with_three_backups(path)
    lines = history_path(path).read_bytes().splitlines(keepends=True)
    history_path(path).write_bytes(b"".join(lines[:-2] + lines[-1:]))
    assert timescales(path) == ["Daily", "Weekly", "Monthly"]
