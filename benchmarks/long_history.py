"""The first undo, and the first page of the history, after 100,000 steps."""

import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from time import perf_counter

from desk.session import PlanSession
from plan.changes.change import Change, applied
from plan.changes.edits import set_action_field
from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from plan.model.plan import Plan
from sample_data.sample import sample_outline
from store.plan_file import PlanFile
from store.recording import LAST
from store.schema import META, META_ID, stored_row
from store.storage import PlanStorage

STEPS = 100_000
A_PAGE = 200


def long_history(folder: Path, steps: int = STEPS) -> list[str]:
    """Return in words what undoing and listing take in a plan with so many steps."""
    path = folder / "long.plan.json"
    _make(path, steps)
    asked: dict[str, Callable[[PlanSession], object]] = {
        "the first undo": PlanSession.undo,
        "the first page of the history": lambda one: [*islice(one.newest_first(), A_PAGE)],
    }
    return [f"After {steps:,} steps", *_measured(path, asked)]


def _measured(path: Path, asked: dict[str, Callable[[PlanSession], object]]) -> Iterator[str]:
    for what, ask in asked.items():
        session = PlanSession.opened(path)
        start = perf_counter()
        ask(session)
        seconds = perf_counter() - start
        session.close()
        session = PlanSession.opened(path)
        tracemalloc.start()
        ask(session)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        session.close()
        yield f"  {what}: {seconds:.2f} s, {peak / 1e6:.1f} MB (at most 0.30 s and 100 MB)"


def _make(path: Path, steps: int) -> None:
    """Make a plan in which a timescale was set to and fro so many times."""
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    file = PlanFile.create(path, plan, label="Benchmark", who="", now=datetime.now(UTC))
    there = _step(plan, "Step")
    back = _step(applied(plan, there), plan.actions[0].timescale)
    with file.history.path.open("ab") as history:
        for revision in range(2, steps + 1):
            last = (there, back)[revision % 2].model_copy(update={"revision": revision})
            history.write(last.model_dump_json().encode() + b"\n")
    storage = PlanStorage(path)
    tables = storage.read() or {}
    if steps % 2 == 0:
        for row in applied(plan, there).actions:
            tables["actions"][row.id] = stored_row(row.as_json())
    tables[META][META_ID] |= {"revision": steps, LAST: last.model_dump(mode="json")}
    storage.write(tables)


def _step(plan: Plan, text: str) -> Change:
    change = set_action_field(plan, plan.actions[0].id, "timescale", text, name="when")
    return change.model_copy(update={"when": "2026-11-26T09:00:00+00:00"})
