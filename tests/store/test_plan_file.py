"""A plan's file holds what was saved, one change at a time, and nothing is saved in part."""

import json
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from plan.changes.change import applied
from plan.model.rows import ROW_KINDS
from store.errors import ChangedOutsideError, NotSavedError, PlanExistsError, StoreError
from store.plan_file import APP_VERSION, PlanFile
from store.schema import SCHEMA_VERSION
from tests.repository import ROOT
from tests.store.plans import (
    NOW,
    SMALL,
    made,
    stored_tables,
    stored_timescale,
    three_rows,
    timescale,
)


def content(path: Path) -> Any:
    return stored_tables(path.read_bytes())


def test_a_plan_comes_back_as_it_was_made(path: Path) -> None:
    made(path)
    file = PlanFile.open(path)
    assert file.plan == SMALL
    assert file.revision == 1
    assert file.plan_id == SMALL.cover.id
    assert file.saved_at == NOW.isoformat(timespec="milliseconds")
    assert file.read_only_reason == ""
    assert [change.kind for change in file.history.read()] == ["created"]


def test_the_file_is_tables_of_rows_by_their_ids_which_are_not_in_them_too(path: Path) -> None:
    made(path)
    tables = content(path)
    assert set(tables) == {"meta", *ROW_KINDS}
    assert set(tables["actions"]) == set(SMALL.action_rows)
    assert not any("id" in row for name in ROW_KINDS for row in tables[name].values())


def test_the_file_says_what_it_is_and_who_wrote_it(path: Path) -> None:
    made(path)
    meta = content(path)["meta"]["plan"]
    written = (meta["format"], meta["schema_version"], meta["revision"])
    assert written == ("plandesk plan", SCHEMA_VERSION, 1)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert meta["app"] == APP_VERSION
    assert project["dynamic"] == ["version"]  # it stands once, and is read from there


def test_a_change_is_there_once_save_returns(path: Path) -> None:
    file = made(path)
    recorded = file.save(timescale(SMALL, "Monthly"))
    assert (recorded.revision, file.revision) == (2, 2)
    assert recorded.when
    assert stored_timescale(path) == "Monthly"
    assert PlanFile.open(path).history.read()[-1] == recorded


def test_a_change_of_three_rows_takes_the_files_place_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made(path)
    replaced: list[Path] = []
    replace = os.replace

    def counted(source: Path, target: Path) -> None:
        replaced.append(Path(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", counted)
    change = three_rows(SMALL)
    file.save(change)
    assert replaced.count(path.resolve()) == 1
    assert PlanFile.open(path).plan == applied(SMALL, change)


def test_a_row_stored_without_its_empty_fields_can_be_changed(path: Path) -> None:
    made(path)
    tables = content(path)
    del tables["actions"][SMALL.actions[0].id]["bulleted"]
    path.write_text(json.dumps(tables), encoding="utf-8")
    PlanFile.open(path).save(timescale(SMALL, "Monthly"))
    assert stored_timescale(path) == "Monthly"


def test_a_users_name_that_is_no_unicode_does_not_keep_a_change_from_being_saved(
    path: Path,
) -> None:
    file = made(path)
    who = b"Ren\xe9".decode("utf-8", "surrogateescape")
    recorded = file.save(timescale(SMALL, "Monthly").model_copy(update={"who": who}))
    assert recorded.who == "Ren"
    assert PlanFile.open(path).history.read()[-1] == recorded


def test_a_plan_that_is_there_is_not_overwritten(path: Path) -> None:
    made(path).save(timescale(SMALL, "Monthly"))
    before = path.read_bytes()
    with pytest.raises(PlanExistsError, match=r"a\.plan\.json"):
        made(path)
    assert path.read_bytes() == before


def test_a_plan_that_may_be_replaced_starts_a_history_of_its_own(path: Path) -> None:
    made(path).save(timescale(SMALL, "Monthly"))
    made(path, replace=True)
    assert PlanFile.open(path).plan == SMALL
    assert [change.label for change in PlanFile.open(path).history.read()] == ["Made"]


def test_a_plan_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="could not be made"):
        made(tmp_path / "no folder" / "a.plan.json")
    assert list(tmp_path.iterdir()) == []


def test_no_plan_and_a_folder_are_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no plan"):
        PlanFile.open(tmp_path / "none.plan.json")
    with pytest.raises(StoreError, match="could not be read"):
        PlanFile.open(tmp_path)


def test_a_file_changed_by_another_program_is_not_overwritten(path: Path) -> None:
    file = made(path)
    PlanFile.open(path).save(timescale(SMALL, "Monthly"))
    before = path.read_bytes()
    with pytest.raises(ChangedOutsideError):
        file.save(timescale(SMALL, "Weekly"))
    assert path.read_bytes() == before


def test_a_file_moved_away_is_not_made_anew(path: Path) -> None:
    file = made(path)
    path.rename(path.with_name("Moved.plan.json"))
    with pytest.raises(ChangedOutsideError):
        file.save(timescale(SMALL, "Monthly"))
    assert not path.exists()


def test_a_file_only_touched_by_another_program_is_written(path: Path) -> None:
    file = made(path)
    path.write_bytes(path.read_bytes())
    os.utime(path, (0, 0))
    file.save(timescale(SMALL, "Monthly"))
    file.save(timescale(applied(SMALL, timescale(SMALL, "Monthly")), "Weekly"))
    assert stored_timescale(path) == "Weekly"


def test_a_plan_marked_read_only_is_read_and_not_changed(path: Path) -> None:
    made(path)
    path.chmod(0o444)
    file = PlanFile.open(path)
    assert "read-only" in file.read_only_reason
    with pytest.raises(NotSavedError, match="read-only"):
        file.save(timescale(SMALL, "Monthly"))
    path.chmod(0o644)
    assert stored_timescale(path) == ""
