"""Plans and changes for the tests of the store."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plan.changes.change import Change, RowChange
from plan.changes.edits import set_action_field
from plan.model.plan import Plan
from store.plan_file import PlanFile
from store.storage import SEAL
from tests.plan.strategies import small_plan

NOW = datetime(2026, 9, 26, 9, 30, tzinfo=UTC)

SMALL = small_plan(
    ("Safe and well", "Review the audit", "Train staff"), ("Heard", "Publish a guide")
)


def made(path: Path, plan: Plan = SMALL, *, replace: bool = False) -> PlanFile:
    """Return the file of a new plan, open."""
    return PlanFile.create(path, plan, label="Made", who="A. Officer", now=NOW, replace=replace)


def stored_tables(content: bytes) -> dict[str, Any]:
    """Return the tables in the bytes of a plan file; without its seal they may be changed."""
    tables: dict[str, Any] = json.loads(content)
    tables.pop(SEAL, None)
    return tables


def timescale(plan: Plan, text: str) -> Change:
    """Return the change that sets the timescale of the first action."""
    return set_action_field(plan, plan.actions[0].id, "timescale", text, name="timescale")


def three_rows(plan: Plan) -> Change:
    """Return one change of three rows: an action edited, one removed and one added."""
    removed = plan.actions[1]
    added = {**removed.as_json(), "id": "added", "parent": plan.aims[1].id}
    return Change(
        label="Three rows",
        rows=(
            *timescale(plan, "Monthly").rows,
            RowChange(table="actions", id=removed.id, before=removed.as_json(), after=None),
            RowChange(table="actions", id="added", before=None, after=added),
        ),
    )


def stored_timescale(path: Path) -> str:
    """Return the timescale of the first action as the file has it."""
    return PlanFile.open(path).plan.actions[0].timescale
