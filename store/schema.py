"""The schema of a plan file: from its tables to a plan and back.

The table `meta` holds one document, `plan`; the others hold the rows by id, without the id in them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from plan.changes.change import RowChange
from plan.model.bulk import without_collection
from plan.model.fields import TableName
from plan.model.plan import Plan, plan_of_tables
from plan.model.rows import PARENT_TABLE, ROW_KINDS, Row
from store.errors import DamagedPlanError, NotAPlanError
from store.storage import Tables

FORMAT = "plandesk plan"
SCHEMA_VERSION = 12
META = "meta"
META_ID = "plan"

MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {}
"""For each older schema version the pure function to the next, where it does more than add fields.

A field that a row of an older plan has not got holds what a new row's holds.
"""


def tables_of_plan(plan: Plan) -> Tables:
    """Return the rows of `plan` as the file keeps them."""
    return {
        name: {row_id: stored_row(row.as_json()) for row_id, row in plan.table(name).items()}
        for name in ROW_KINDS
    }


def stored_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's values without its id, which is the document's id."""
    return {key: value for key, value in row.items() if key != "id"}


def with_rows(tables: Tables, changed: Iterable[RowChange], plan: Plan) -> Tables:
    """Return the tables with the rows that were changed as `plan` has them now.

    Those given stay as they are, and so do the other rows in them.
    """
    touched: dict[TableName, set[str]] = {}
    for row in changed:
        touched.setdefault(row.table, set()).add(row.id)
    after = dict(tables)
    for name, ids in touched.items():
        after[name] = table = dict(tables.get(name, {}))
        rows = plan.table(name)
        for row_id in ids:
            if row_id in rows:
                table[row_id] = stored_row(rows[row_id].as_json())
            else:
                table.pop(row_id, None)
    return after


def meta_of(tables: Tables, path: Path) -> dict[str, Any]:
    """Return the document that describes the file.

    Raises NotAPlanError where it describes something else, DamagedPlanError where it is incomplete.
    """
    meta = tables.get(META, {}).get(META_ID)
    if not isinstance(meta, dict) or meta.get("format") != FORMAT:
        raise NotAPlanError(
            f"{path.name} is not a plan of plandesk: it holds other data. It was not changed."
        )
    version, revision = meta.get("schema_version"), meta.get("revision")
    if not (isinstance(version, int) and isinstance(revision, int) and min(version, revision) > 0):
        raise DamagedPlanError(f"{path.name} is damaged: it does not say which state it is in.")
    return meta


def local_time(saved_at: object) -> datetime | None:
    """Return a stored time on the officer's own clock, None if there is none to read."""
    try:
        return datetime.fromisoformat(str(saved_at)).astimezone()
    except ValueError:
        return None


def opened_tables(tables: Tables, version: int) -> Tables:
    """Return the tables in this version's schema: older ones migrated, newer ones in part."""
    if version > SCHEMA_VERSION:
        return _what_is_known(tables)
    for step in range(version, SCHEMA_VERSION):
        tables = MIGRATIONS.get(step, _as_they_are)(tables)
    return tables


def _as_they_are(tables: Tables) -> Tables:
    return tables


def _what_is_known(tables: Tables) -> Tables:
    return {
        name: {
            row_id: {key: value for key, value in row.items() if key in kind.model_fields}
            for row_id, row in tables.get(name, {}).items()
            if isinstance(row, dict)
        }
        for name, kind in ROW_KINDS.items()
    }


def plan_of_file(tables: Tables, path: Path) -> Plan:
    """Return the plan that the tables hold.

    Raises DamagedPlanError, which names the row, where a row is not valid.
    """
    with without_collection():
        rows = {name: _rows(tables.get(name, {}), name, path) for name in ROW_KINDS}
    if len(rows["plan"]) != 1:
        raise DamagedPlanError(f"{path.name} is damaged: it has {len(rows['plan'])} covers, not 1.")
    for child, parent in PARENT_TABLE.items():
        for row in rows[child].values():
            if row.parent not in rows[parent]:
                raise DamagedPlanError(
                    f"{path.name} is damaged: a row of {child} ({row.id}) belongs to nothing in "
                    "the plan. The file is left as it is. Look for an earlier copy."
                )
    return plan_of_tables(rows)


def _rows(documents: Mapping[str, Any], name: TableName, path: Path) -> dict[str, Row]:
    validate = ROW_KINDS[name].model_validate
    rows: dict[str, Row] = {}
    row_id = ""
    try:
        for row_id, document in documents.items():
            rows[row_id] = validate({**document, "id": row_id})
    except (ValidationError, TypeError) as error:
        reason = _reason(error)
        raise DamagedPlanError(
            f"{path.name} is damaged: a row of {name} ({row_id}) is not as it should be "
            f"({reason}). The file is left as it is. Look for an earlier copy."
        ) from error
    return rows


def _reason(error: ValidationError | TypeError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return "it is no row at all"
