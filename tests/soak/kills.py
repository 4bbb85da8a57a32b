"""Processes that edit a plan and are killed at random moments, two at a time."""

import multiprocessing
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from random import Random

from plan.changes.undo import undo_state
from store.errors import StoreError
from store.plan_file import PlanFile
from tests.soak.editing_child import BEGUN, edit_until_killed, edits_at, timescale_at
from tests.store.plans import made

AT_ONCE = 2
KILLS_OF_ONE_PLAN = 25
MOST_EDITS = 8
"""Acknowledged edits that are waited for before a kill; some come before the plan is open."""
LONGEST = 0.01
"""Seconds from there until the kill: about as long as two edits take."""


@dataclass
class KillTally:
    """What came of the kills."""

    kills: int = 0
    acknowledged: int = 0
    damaged: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def killed_at_random(folder: Path, kills: int, seed: int) -> KillTally:
    """Kill so many editing processes; return what came of it."""
    chance = Random(seed)
    plans = [
        (folder / f"{number}.plan.json", chance.randrange(2**32))
        for number in range(kills // KILLS_OF_ONE_PLAN)
    ]
    total = KillTally()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        for tally in threads.map(lambda plan: _killed_again_and_again(*plan), plans):
            total.kills += tally.kills
            total.acknowledged += tally.acknowledged
            total.damaged += tally.damaged
            total.lost += tally.lost
    return total


def _killed_again_and_again(path: Path, seed: int) -> KillTally:
    made(path)
    chance, tally, known = Random(seed), KillTally(), 1
    for _ in range(KILLS_OF_ONE_PLAN):
        said = max((known, *_said_until_killed(path, chance)))
        tally.kills += 1
        tally.acknowledged += said - known
        known = _found(path, said, tally)
    return tally


def _found(path: Path, said: int, tally: KillTally) -> int:
    """Compare a plan with what was acknowledged; return the revision that it is at."""
    try:
        file = PlanFile.open(path)
    except StoreError as error:
        tally.damaged.append(str(error))
        return made(path, replace=True).revision
    revision = file.revision
    history = file.history.read()
    edits = len(undo_state(history).done)
    if not said <= revision <= said + 1:
        tally.lost.append(f"{said} was acknowledged and {revision} found")
    if [change.revision for change in history] != list(range(1, revision + 1)):
        tally.lost.append(f"the history of revision {revision} has a gap")
    if (file.plan.actions[0].timescale, edits) != (timescale_at(revision), edits_at(revision)):
        tally.damaged.append(f"revision {revision} says {file.plan.actions[0].timescale}")
    return revision


def _said_until_killed(path: Path, chance: Random) -> list[int]:
    """Start a process, kill it after some of its edits; return what it has said."""
    hearing, saying = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=edit_until_killed, args=(path, saying))
    process.start()
    saying.close()
    with hearing:
        assert hearing.recv() == BEGUN
        said = list(islice(_heard(hearing), chance.randrange(MOST_EDITS)))
        time.sleep(chance.uniform(0, LONGEST))
        process.kill()
        process.join()
        return [*said, *_heard(hearing)]


def _heard(hearing: Connection) -> Iterator[int]:
    try:
        while True:
            yield hearing.recv()
    except EOFError:
        return


def _processes() -> ForkServerContext | SpawnContext:
    """Return how processes are started: from one that has imported everything, if there may be."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.soak.editing_child"])
    return context


PROCESSES = _processes()
