"""A plan's rows can be read through TinyDB, and through it nothing is written."""

from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.table import Table

from store.errors import StoreError
from tests.store.plans import SMALL, made, timescale


def test_the_tables_can_be_read_through_tinydb(path: Path) -> None:
    file = made(path)
    action = SMALL.actions[0]
    actions = file.tables.table("actions")
    row = actions.get(doc_id=action.id)  # type: ignore[call-overload]
    assert row == {key: value for key, value in action.as_json().items() if key != "id"}
    assert row.doc_id == action.id
    assert len(actions) == 3
    assert actions.search(where("timescale") == "Monthly") == []
    file.save(timescale(SMALL, "Monthly"))
    (found,) = actions.search(where("timescale") == "Monthly")
    assert found["text"] == action.text


def test_what_is_read_through_tinydb_is_nobody_elses(path: Path) -> None:
    file = made(path)
    for row in file.tables.table("actions").all():
        row["leads"].append("A stranger")
    file.save(timescale(SMALL, "Monthly"))
    assert "A stranger" not in path.read_text(encoding="utf-8")


def test_nothing_is_written_through_tinydb(path: Path) -> None:
    file = made(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="for reading"):
        file.tables.table("actions").truncate()
    assert path.read_bytes() == before


def test_other_tinydb_databases_stay_as_tinydb_makes_them(path: Path) -> None:
    assert made(path).tables.tables()
    assert TinyDB.table_class is Table
