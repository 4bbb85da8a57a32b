"""Backups: at the first write of a day's work, thinned, outside the plan's folder, found again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.changes.change import applied
from store.backups import (
    DAILY,
    RECENT,
    Backup,
    back_up,
    backups_of,
    is_due,
    plan_ids_at,
    too_many,
)
from store.places import backups_folder
from store.plan_file import PlanFile
from tests.store.plans import NOW, SMALL, made, stored_timescale, timescale

moments = st.datetimes(
    min_value=datetime(2020, 1, 1), max_value=datetime(2026, 12, 1), timezones=st.just(UTC)
)


def test_the_first_write_of_the_day_keeps_what_was_there_and_the_second_does_not(
    path: Path,
) -> None:
    file = made(path)
    before = path.read_bytes()
    earlier = len(backups_of(file.plan_id))
    change = timescale(SMALL, "Monthly")
    file.save(change)
    kept = backups_of(file.plan_id)
    assert len(kept) == earlier + 1
    assert kept[0].path.read_bytes() == before
    assert kept[0].revision == 1
    file.save(timescale(applied(SMALL, change), "Weekly"))
    assert backups_of(file.plan_id) == kept


def test_a_backup_lies_outside_the_folder_of_the_plan_and_is_its_owners_only(path: Path) -> None:
    file = made(path)
    file.save(timescale(SMALL, "Monthly"))
    backup = backups_of(file.plan_id)[0]
    assert backups_folder() in backup.path.parents
    assert path.parent not in backup.path.parents
    assert backup.path.stat().st_mode & 0o077 == 0


def test_a_plan_is_saved_where_no_backup_can_be_made_and_the_officer_is_warned(path: Path) -> None:
    file = made(path)
    for entry in backups_folder().rglob("*"):
        if entry.is_file():
            entry.unlink()
    folder = backups_folder() / file.plan_id
    folder.rmdir()
    folder.write_text("in the way")
    file.save(timescale(SMALL, "Monthly"))
    assert stored_timescale(path) == "Monthly"
    assert "no backup could be made" in file.warning


def test_the_backups_of_a_file_that_says_nothing_any_more_are_found_by_where_it_was(
    path: Path,
) -> None:
    file = made(path)
    path.write_bytes(b"")
    assert plan_ids_at(path) == (file.plan_id,)
    assert plan_ids_at(path.with_name("Another.plan.json")) == ()


def test_a_plan_of_no_proper_id_never_leads_out_of_the_folder(path: Path) -> None:
    assert backups_of("../../etc") == ()
    with pytest.raises(ValueError, match="etc"):
        back_up("../../etc", path, b"", 1, NOW)


def backup(moment: datetime) -> Backup:
    return Backup(moment, 1, Path(moment.isoformat()))


@given(st.lists(moments, unique=True, max_size=120))
def test_the_newest_ten_and_the_newest_of_thirty_days_are_kept(made_at: list[datetime]) -> None:
    backups = sorted(map(backup, made_at), reverse=True)
    gone = too_many(backups)
    kept = [one for one in backups if one not in gone]
    assert kept[:RECENT] == backups[:RECENT]
    older = kept[RECENT:]
    days = [one.made_at.astimezone().date() for one in older]
    assert len(days) == len(set(days)) <= DAILY
    for one in gone:
        newer = [other for other in older if other.made_at > one.made_at]
        is_of_a_day_kept = one.made_at.astimezone().date() in days
        assert is_of_a_day_kept or len(newer) == DAILY


def test_a_day_of_many_saves_makes_few_backups_and_a_new_day_makes_one() -> None:
    noon = datetime(2026, 9, 26, 12, tzinfo=UTC)
    assert is_due((), noon)
    assert not is_due((backup(noon),), noon + timedelta(minutes=59))
    assert is_due((backup(noon),), noon + timedelta(minutes=61))
    assert is_due((backup(noon),), noon + timedelta(days=1))


def test_a_clock_that_was_set_back_makes_a_backup_and_not_an_error() -> None:
    noon = datetime(2026, 9, 26, 12, tzinfo=UTC)
    assert is_due((backup(noon),), datetime(1970, 1, 1, tzinfo=UTC))


def test_an_opened_plan_says_nothing_of_backups(path: Path) -> None:
    made(path)
    assert PlanFile.open(path).warning == ""
