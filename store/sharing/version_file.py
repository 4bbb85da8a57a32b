"""A version of a plan as a file that is never changed: its name is the hash of its bytes.

The bytes are canonical JSON: the same rows that come from the same versions make the same file on
every laptop. So neither a time nor an author is in it. What comes in is checked as a damaged plan
would be, for a shared folder or a server may hold anything.
"""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from plan.changes.ancestry import PlanVersion
from plan.changes.change import tables_of
from plan.model.conflicts import JsonTables, open_conflicts
from plan.model.merged_fields import fields_of, row_of, with_field
from plan.model.plan import Plan
from plan.model.rows import ROW_KINDS
from store.errors import DamagedPlanError, NotAPlanError, NotSavedError, StoreError
from store.schema import SCHEMA_VERSION, opened_tables, plan_of_file, stored_row

FORMAT = "plandesk version"
LARGEST_VERSION = 64 * 1024 * 1024
"""Bytes of a version; a plan of ten thousand actions has a quarter of that."""
MOST_ANCESTORS = 100_000
ENDING = ".json"
SHORTEST_NAME = 16
"""Digits of the hash by which a file is known at least: an attachment may have lost some."""

PLAN_ID = re.compile(r"[0-9a-z-]{1,64}")
_HASH = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(rf"([0-9a-f]{{{SHORTEST_NAME},64}}){re.escape(ENDING)}")


class NewerVersionError(StoreError):
    """A version was written by a newer plandesk; the message says what to do."""


def content_of_version(plan_id: str, version: PlanVersion) -> bytes:
    """Return the bytes of a version's file. Raises NotSavedError where nobody could read it."""
    content = canonical(
        {
            "format": FORMAT,
            "schema_version": SCHEMA_VERSION,
            "plan_id": plan_id,
            "parents": sorted(version.parents),
            "ancestors": sorted(version.ancestors),
            "rows": {
                name: {key: stored_row(row) for key, row in version.rows.get(name, {}).items()}
                for name in ROW_KINDS
            },
        }
    )
    if len(content) > LARGEST_VERSION:
        raise NotSavedError(
            f"The plan is larger than the {LARGEST_VERSION // 2**20} megabytes that can be shared. "
            "It is as it was, and nothing was shared."
        )
    return content


def canonical(values: Any) -> bytes:
    """Return JSON values as bytes, the same for the same values."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode() + b"\n"


def name_of(content: bytes) -> str:
    """Return the name of the version that has these bytes: their SHA-256."""
    return hashlib.sha256(content).hexdigest()


def named_digits(path: Path) -> str:
    """Return the digits that name a version's file, empty where it is named otherwise."""
    named = _FILE.fullmatch(path.name)
    return named[1] if named else ""


def plan_id_of(content: bytes) -> str:
    """Return the id of the plan of which the bytes are a version, empty where they are none."""
    values = _values(content)
    return str(values["plan_id"]) if values is not None else ""


def read_version(content: bytes, plan_id: str) -> PlanVersion:
    """Return the version of a plan that the bytes hold, in today's schema.

    Raises NewerVersionError where a newer plandesk wrote it, DamagedPlanError and NotAPlanError
    where it is no version of this plan that could be saved.
    """
    name = f"The version {name_of(content)[:SHORTEST_NAME]}"
    values = _values(content)
    if values is None or values["plan_id"] != plan_id:
        raise NotAPlanError(f"{name} is no version of this plan. It was left out.")
    schema = values["schema_version"]
    if schema > SCHEMA_VERSION:
        raise NewerVersionError(
            f"A colleague has shared a version with a newer plandesk (its shape is {schema}, this "
            f"one knows {SCHEMA_VERSION}). It waits in the place where it is shared: update "
            "plandesk to fetch it. The plan is as it was."
        )
    plan = plan_of_file(opened_tables(values["rows"], schema), Path(name))
    if plan.cover.id != plan_id:
        raise DamagedPlanError(f"{name} has the cover of another plan. It was left out.")
    if not _conflicts_can_be_settled(plan):
        raise DamagedPlanError(f"{name} holds a conflict that is none. It was left out.")
    parents, ancestors = tuple(values["parents"]), frozenset(values["ancestors"])
    return PlanVersion(tables_of(plan), parents, ancestors)


def plan_of_rows(rows: JsonTables) -> Plan:
    """Return the plan that the rows of a version make up. Raises DamagedPlanError."""
    return plan_of_file({name: dict(table) for name, table in rows.items()}, Path("The version"))


def _conflicts_can_be_settled(plan: Plan) -> bool:
    """Return whether every wording that a conflict keeps could stand in its field."""
    try:
        for conflict in open_conflicts(plan):
            row = plan.table(conflict.table)[conflict.row]
            fields = fields_of(row.as_json())
            for value in (conflict.shown, *conflict.others):
                type(row).model_validate(row_of(row.id, with_field(fields, conflict.field, value)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False
    return True


def _values(content: bytes) -> dict[str, Any] | None:
    """Return what the file of a version holds, None where it is not the file of one."""
    if len(content) > LARGEST_VERSION:
        return None
    try:
        values = from_json(content)
    except ValueError:
        return None
    return values if isinstance(values, dict) and _is_sound(values, name_of(content)) else None


def _is_sound(values: dict[str, Any], own: str) -> bool:
    schema, plan_id, rows = (values.get(key) for key in ("schema_version", "plan_id", "rows"))
    parents, ancestors = values.get("parents"), values.get("ancestors")
    return (
        values.get("format") == FORMAT
        and isinstance(schema, int)
        and schema > 0
        and isinstance(plan_id, str)
        and PLAN_ID.fullmatch(plan_id) is not None
        and isinstance(rows, dict)
        and all(isinstance(table, dict) for table in rows.values())
        and _are_hashes(parents)
        and _are_hashes(ancestors)
        and set(parents or ()) <= set(ancestors or ())
        and own not in (ancestors or ())
    )


def _are_hashes(values: Any) -> bool:
    return (
        isinstance(values, list)
        and len(values) <= MOST_ANCESTORS
        and all(isinstance(one, str) and _HASH.fullmatch(one) for one in values)
    )
