"""What a durable edit costs, against writing and fsyncing the same bytes."""

import os
from datetime import UTC, datetime
from pathlib import Path

from store.plan_file import PlanFile

from benchmarks.ratios import Ratio, timed, turn_about
from plan.changes import Change
from plan.edits import set_action_field
from plan.format import DEFAULT_FORMAT
from plan.outline import built_plan
from sample_data.sample import large_outline

ROUNDS = 41
LIMIT = 5.0


def editing(folder: Path, sizes: tuple[int, ...] = (10, 50, 100, 1_000)) -> list[Ratio]:
    """Return the ratio for plans of so many actions each."""
    return [_ratio(folder, actions) for actions in sizes]


def _ratio(folder: Path, actions: int) -> Ratio:
    path = folder / f"edit-{actions}.plan.json"
    plan = built_plan(large_outline(actions), DEFAULT_FORMAT)
    file = PlanFile.create(path, plan, label="Benchmark", who="", now=datetime.now(UTC))
    content = path.read_bytes()
    number = 0

    def edit() -> float:
        nonlocal number, plan
        number += 1
        change = _next_change(file, number)
        return timed(lambda: file.save(change))

    ours, floor = turn_about(edit, lambda: timed(lambda: _floor(folder, content)), ROUNDS)
    return Ratio(f"a durable edit, {actions} actions", ours, "write and fsync", floor, LIMIT)


def _next_change(file: PlanFile, number: int) -> Change:
    action = file.plan.actions[0]
    return set_action_field(file.plan, action.id, "timescale", f"Step {number}", name="timescale")


def _floor(folder: Path, content: bytes) -> None:
    with (folder / "floor").open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
