"""Versions: states of a plan that were sealed under a name, such as "as approved, 26 September".

A version is a row of the plan that holds the whole state, packed, with its hash. So it is there on
every laptop that has the plan, whatever became of the history, and nobody can alter it unseen.
"""

import base64
import binascii
import json
import zlib
from hashlib import sha256
from typing import Any

from plan.changes.change import Change, applied, row_added, row_edited, tables_of
from plan.model.conflicts import open_conflicts
from plan.model.plan import Plan
from plan.model.rows import Version, version_id

LARGEST_STATE = 64 * 1024 * 1024
"""Bytes of a state once it is unpacked; more is no plan."""


class CannotSealError(ValueError):
    """A version cannot be sealed; the text says why, for the officer."""


class DamagedVersionError(ValueError):
    """The state of a version cannot be read; the text says so, for the officer."""


def packed_state(plan: Plan, schema: int) -> tuple[str, str]:
    """Return a plan's state as a version keeps it, and its SHA-256 in hexadecimal digits.

    `schema` is the version of the shape of its rows. What was sealed before is no part of it.
    """
    rows = {name: rows for name, rows in tables_of(plan).items() if name != "versions"}
    content = json.dumps(
        {"schema": schema, "rows": rows},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    ).encode()
    packed = base64.urlsafe_b64encode(zlib.compress(content, 9)).decode()
    return packed, sha256(content).hexdigest()


def unpacked_state(version: Version) -> tuple[int, dict[str, Any]]:
    """Return the schema and the tables of a version's state. Raises DamagedVersionError."""
    damaged = DamagedVersionError(
        f"The version “{version.name}” is damaged and cannot be compared. The plan as it is now is "
        "not touched by that."
    )
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(base64.urlsafe_b64decode(version.state), LARGEST_STATE)
        whole = json.loads(content)
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        raise damaged from error
    if unpacking.unconsumed_tail or sha256(content).hexdigest() != version.hash:
        raise damaged
    if not (isinstance(whole, dict) and isinstance(whole.get("schema"), int)):
        raise damaged
    rows = whole.get("rows")
    if not (isinstance(rows, dict) and all(isinstance(table, dict) for table in rows.values())):
        raise damaged
    return whole["schema"], rows


def sealed_cover(version: Version) -> str:
    """Return the id of the plan that a version is of. Raises DamagedVersionError."""
    _, rows = unpacked_state(version)
    return next(iter(rows.get("plan", ())), "")


def versions_of(plan: Plan) -> tuple[Version, ...]:
    """Return the versions of a plan, the oldest first."""
    return tuple(sorted(plan.version_rows.values(), key=lambda one: (one.when, one.name, one.id)))


def seal(plan: Plan, name: str, *, who: str, when: str, schema: int, freeze: bool) -> Change:
    """Return the change that seals the plan as it is under `name`.

    `when` is the moment (UTC, ISO 8601). With `freeze` the numbers of the aims and the refs of the
    actions stay as they are from now on: what is inserted gets the next free one. Raises
    CannotSealError where the name is taken or empty, or a conflict waits.
    """
    if not name:
        raise CannotSealError("A version wants a name, such as “as approved, 26 September 2016”.")
    taken = {one.name.casefold(): one for one in plan.version_rows.values()}
    if name.casefold() in taken:
        raise CannotSealError(
            f"A version “{taken[name.casefold()].name}” is sealed already, and a version is never "
            "sealed anew. Choose another name."
        )
    if open_conflicts(plan):
        raise CannotSealError(
            "A field was written differently on several laptops and waits to be settled: what is "
            "sealed must say one thing. Settle it, then seal the plan."
        )
    frozen = _frozen(plan) if freeze else Change(label="", rows=())
    version = version_of(applied(plan, frozen), name, who=who, when=when, schema=schema)
    return Change(label=f"Seal the plan as “{name}”", rows=(*frozen.rows, row_added(version)))


def version_of(plan: Plan, name: str, *, who: str, when: str, schema: int) -> Version:
    """Return the row that keeps the state of a plan under a name."""
    state, digest = packed_state(plan, schema)
    return Version(
        id=version_id(name, digest),
        parent=plan.cover.id,
        name=name,
        hash=digest,
        when=when,
        who=who,
        state=state,
    )


def _frozen(plan: Plan) -> Change:
    aims = (
        row_edited(aim, sealed_ref=str(number))
        for number, aim in plan.numbered_aims
        if not aim.sealed_ref
    )
    actions = (
        row_edited(action, sealed_ref=plan.ref_of(action.id))
        for action in plan.actions
        if not action.sealed_ref
    )
    return Change(label="", rows=(*aims, *actions))
