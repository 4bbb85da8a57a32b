"""A plan of an older shape, and the step that brings it to today's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store import schema
from store.schema import SCHEMA_VERSION
from store.storage import PlanStorage, Tables
from tests.store.plans import made

OLD_NAME, NEW_NAME = "when", "timescale"


def make_older(path: Path) -> None:
    """Make the small plan as a version of plandesk that called the timescale otherwise."""
    made(path)
    storage = PlanStorage(path)
    storage.write(_with_field_renamed(storage.read() or {}, NEW_NAME, OLD_NAME))


@contextmanager
def next_version() -> Iterator[None]:
    """Have today's shape be the one after that of `make_older`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(
            schema.MIGRATIONS,
            SCHEMA_VERSION,
            lambda tables: _with_field_renamed(tables, OLD_NAME, NEW_NAME),
        )
        patch.setattr("store.schema.SCHEMA_VERSION", SCHEMA_VERSION + 1)
        patch.setattr("store.plan_file.SCHEMA_VERSION", SCHEMA_VERSION + 1)
        yield


def _with_field_renamed(tables: Tables, old: str, new: str) -> Tables:
    rows = tables["actions"].items()
    return {
        **tables,
        "actions": {
            row_id: {(new if key == old else key): value for key, value in row.items()}
            for row_id, row in rows
        },
    }
