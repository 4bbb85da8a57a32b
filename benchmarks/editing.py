"""What a durable edit costs, against writing and fsyncing the same bytes."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.ratios import Ratio, timed, turn_about
from plan.changes.change import Change, applied
from plan.changes.edits import set_action_field
from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from plan.model.plan import Plan
from sample_data.sample import large_outline
from store.plan_file import PlanFile

ROUNDS = 41
LIMIT = 5.0


def editing(folder: Path, sizes: tuple[int, ...] = (10, 50, 100, 1_000)) -> list[Ratio]:
    """Return the ratio for plans of so many actions each."""
    return [_ratio(folder, actions) for actions in sizes]


def _ratio(folder: Path, actions: int) -> Ratio:
    path = folder / f"edit-{actions}.plan.json"
    outline = large_outline(actions)
    new = built_plan(outline, DEFAULT_FORMAT)
    file = PlanFile.create(path, new, label="Benchmark", who="", now=datetime.now(UTC))
    content = path.read_bytes()
    steps = _steps(file.plan)
    ours, floor = turn_about(
        lambda: _timed_save(file, next(steps)),
        lambda: timed(lambda: _floor(folder, content)),
        ROUNDS,
    )
    return Ratio(f"a durable edit, {actions} actions", ours, "write and fsync", floor, LIMIT)


def _timed_save(file: PlanFile, change: Change) -> float:
    return timed(lambda: file.save(change))


def _steps(plan: Plan) -> Iterator[Change]:
    """Yield one edit after the other, each of the plan that the one before has left."""
    action = plan.actions[0]
    for number in count(1):
        change = set_action_field(plan, action.id, "timescale", f"Step {number}", name="timescale")
        plan = applied(plan, change)
        yield change


def _floor(folder: Path, content: bytes) -> None:
    with (folder / "floor").open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
