"""A plan whose program is killed while it saves opens, with all that was said to be saved."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plan.changes.undo import undo_state
from store.plan_file import PlanFile
from tests.repository import ROOT
from tests.store.plans import made

pytestmark = pytest.mark.slow

KILLS = 25


def revision_when_killed(path: Path, after: float) -> int:
    """Return the last revision that a process said it had saved before it was killed."""
    command = [sys.executable, "-m", "tests.store.saving_child", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after)
        process.kill()
        said = (first + process.stdout.read()).split(b"\n")
    return int(said[-2])


def test_no_kill_harms_a_plan_or_loses_what_was_said_to_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.plan.json"
    made(path)
    chance = random.Random(4)
    for _ in range(KILLS):
        revision = revision_when_killed(path, chance.uniform(0, 0.02))
        file = PlanFile.open(path)
        assert revision <= file.revision <= revision + 1
        assert file.plan.actions[0].timescale == str(file.revision)
        history = file.history.read()
        assert [change.revision for change in history] == list(range(1, file.revision + 1))
        assert len(undo_state(history).done) == file.revision - 1
