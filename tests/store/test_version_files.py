"""What comes in from a shared folder is read as a damaged plan would be, and can spoil nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from plan.changes.ancestry import PlanVersion
from plan.changes.change import tables_of
from plan.model.conflicts import conflict_row
from store.errors import StoreError
from store.schema import SCHEMA_VERSION
from store.sharing.folder import SharedFolder
from store.sharing.own_versions import OwnVersions
from store.sharing.version_file import (
    NewerVersionError,
    canonical,
    content_of_version,
    name_of,
    read_version,
)
from tests.store.plans import SMALL

ID = SMALL.cover.id
VERSION = PlanVersion(tables_of(SMALL), ("a" * 64,), frozenset({"a" * 64, "b" * 64}))
CONTENT = content_of_version(ID, VERSION)


def spoilt(**changed: Any) -> bytes:
    return canonical({**json.loads(CONTENT), **changed})


def rows() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(CONTENT)["rows"]
    return tables


def test_a_version_is_read_as_it_was_written() -> None:
    assert read_version(CONTENT, ID) == VERSION


def test_the_same_rows_make_the_same_bytes_in_whatever_order() -> None:
    tables = tables_of(SMALL)
    turned = {
        name: {key: dict(reversed(row.items())) for key, row in reversed(table.items())}
        for name, table in reversed(tables.items())
    }
    again = PlanVersion(turned, VERSION.parents, frozenset({"b" * 64, "a" * 64}))
    assert content_of_version(ID, again) == CONTENT


def test_it_holds_neither_a_time_nor_a_name() -> None:
    said = set(json.loads(CONTENT))
    assert said == {"format", "schema_version", "plan_id", "parents", "ancestors", "rows"}


@pytest.mark.parametrize("length", range(0, len(CONTENT), 97))
def test_a_version_cut_short_anywhere_is_none(length: int) -> None:
    with pytest.raises(StoreError):
        read_version(CONTENT[:length], ID)


@pytest.mark.parametrize(
    "changed",
    [
        {"format": "something else"},
        {"schema_version": 0},
        {"schema_version": "11"},
        {"schema_version": None},
        {"plan_id": "another"},
        {"plan_id": "../../x"},
        {"plan_id": 7},
        {"parents": ["../../etc/passwd"]},
        {"parents": "a" * 64},
        {"parents": ["c" * 64]},
        {"ancestors": [["a"]]},
        {"ancestors": {"a": 1}},
        {"rows": []},
        {"rows": {"plan": []}},
        {"rows": {}},
    ],
)
def test_a_version_that_says_wrong_things_of_itself_is_left_out(changed: dict[str, Any]) -> None:
    with pytest.raises(StoreError):
        read_version(spoilt(**changed), ID)


def with_row(table: str, row_id: str, row: Any) -> bytes:
    tables = rows()
    tables[table][row_id] = row
    return spoilt(rows=tables)


def a_conflict(shown: str, other: str, field: str = "timescale") -> bytes:
    action = SMALL.actions[0].id
    row = conflict_row(ID, ("actions", action, field), "May", ["June"])
    row_id = row.pop("id")
    return with_row("conflicts", row_id, {**row, "shown": [shown], "others": [other]})


@pytest.mark.parametrize(
    "content",
    [
        with_row("actions", "x", {"parent": "nothing", "rank": "a"}),
        with_row("actions", "../x", {"parent": SMALL.aims[0].id, "rank": "a"}),
        with_row("actions", "x", {"parent": SMALL.aims[0].id, "rank": "a", "unknown": 1}),
        with_row("actions", "x", {"parent": SMALL.aims[0].id, "rank": "a", "text": 7}),
        CONTENT.replace(b"Review the audit", rb"\ud800"),
        with_row("plan", "second", {"parent": "", "rank": "a"}),
        with_row("actions", "x", None),
        a_conflict('"May"', "no JSON"),
        a_conflict("[" * 10_000, '"June"'),
        a_conflict('"May"', "7"),
        a_conflict('"May"', '{"a": 1}'),
        a_conflict('"May"', '"June"', field="no such field"),
        a_conflict('"May"', '"June"', field="place"),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\x00" * 1000,
        b"",
    ],
)
def test_rows_that_make_no_plan_are_left_out(content: bytes) -> None:
    with pytest.raises(StoreError):
        read_version(content, ID)


def test_a_version_of_a_newer_plandesk_is_a_sentence() -> None:
    newer = spoilt(schema_version=SCHEMA_VERSION + 1, rows={"plan": {"x": {"new": 1}}})
    with pytest.raises(NewerVersionError, match="update plandesk"):
        read_version(newer, ID)


def test_a_version_of_an_older_plandesk_is_brought_up_to_date() -> None:
    tables = rows()
    del tables["conflicts"], tables["versions"]
    for table in tables.values():
        for row in table.values():
            row.pop("sealed_ref", None)
    assert read_version(spoilt(schema_version=SCHEMA_VERSION - 1, rows=tables), ID) == VERSION


def test_a_file_that_does_not_agree_with_its_name_is_no_version(tmp_path: Path) -> None:
    (tmp_path / f"{'0' * 64}.json").write_bytes(CONTENT)
    (tmp_path / f"{name_of(CONTENT)[:15]}.json").write_bytes(CONTENT)
    assert SharedFolder(tmp_path).get(ID).versions == ()
    (tmp_path / f"{name_of(CONTENT)[:16]}.json").write_bytes(CONTENT)
    assert SharedFolder(tmp_path).get(ID).versions == (CONTENT,)
    assert SharedFolder(tmp_path).plans() == (ID,)


def test_nothing_is_written_for_an_id_that_leads_elsewhere() -> None:
    for plan_id in ("../x", "", "a/b", ".."):
        with pytest.raises(StoreError):
            OwnVersions(plan_id)
