"""Nothing typed is lost: the long runs of `make soak`, which prints the figures."""

import multiprocessing
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

import pytest
from hypothesis import seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.soak.kills import killed_at_random
from tests.store.crash_points import Tally, every_error, every_held_file, every_power_cut
from tests.store.damaged_files import Judge, damaged_files
from tests.store.operations import OPERATIONS
from tests.store.plan_sequences import PlanOnDisk

pytestmark = pytest.mark.soak

KILLS = 1_000
SEQUENCES = 10_000
AT_ONCE = 2
POWER_CUT_ROUNDS = 20
"""How often the power is cut at every point, what is left of the disk being another each time."""


def say(sentence: str) -> None:
    """Print a figure."""
    sys.stdout.write(f"\n{sentence}\n")
    sys.stdout.flush()


def test_no_kill_harms_a_plan_or_loses_an_acknowledged_edit(tmp_path: Path) -> None:
    tally = killed_at_random(tmp_path, KILLS, seed=4)
    say(
        f"{tally.kills:,} kills during {tally.acknowledged:,} acknowledged edits: "
        f"{len(tally.damaged)} plans damaged, {len(tally.lost)} acknowledged edits lost."
    )
    assert tally.kills == KILLS
    assert tally.acknowledged > KILLS
    assert tally.damaged == tally.lost == []


def test_every_crash_point_of_every_operation_leaves_the_old_state_or_the_new(
    tmp_path: Path,
) -> None:
    errors, cuts = Tally(), Tally()
    for operation in OPERATIONS:
        errors += every_error(operation, tmp_path)
        errors += every_held_file(operation, tmp_path)
        for number in range(POWER_CUT_ROUNDS):
            cuts += every_power_cut(operation, tmp_path, Random(number))
    say(
        f"{len(OPERATIONS)} operations: {errors.points:,} points where a call fails, "
        f"{len(errors.failures)} failures; {cuts.points:,} where the power is cut, in "
        f"{cuts.states:,} states of the disk, {len(cuts.failures)} failures."
    )
    assert errors.failures == cuts.failures == []


def sequences_run(number: int, examples: int) -> Counter[str]:
    """Run so many random sequences in this process; raise where one differs from the dicts."""
    seed(number)(PlanOnDisk)
    long = settings(deadline=None, max_examples=examples, stateful_step_count=15, database=None)
    run_state_machine_as_test(PlanOnDisk, settings=long)
    return PlanOnDisk.figures


def test_no_random_sequence_of_edits_and_crashes_differs_from_plain_dicts() -> None:
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(AT_ONCE, mp_context=spawned) as processes:
        shares = [SEQUENCES // AT_ONCE] * AT_ONCE
        figures = sum(processes.map(sequences_run, range(AT_ONCE), shares), Counter[str]())
    say(
        f"{figures['sequences']:,} random sequences with {figures['edits']:,} edits, "
        f"{figures['crashes']:,} crashes and {figures['power cuts']:,} power cuts: 0 differences."
    )
    assert figures["sequences"] >= SEQUENCES


def test_no_damaged_file_breaks_anything_or_is_touched(tmp_path: Path) -> None:
    judge = Judge(tmp_path)
    verdicts = judge.judge_all(damaged_files(judge.content, Random(4)))
    say(
        f"{verdicts.files:,} damaged files: {len(verdicts.tracebacks)} tracebacks, "
        f"{len(verdicts.touched)} changed by opening; {sum(verdicts.refused.values()):,} refused, "
        f"{sum(verdicts.unharmed.values()):,} opened as they were, "
        f"{sum(verdicts.unnoticed.values()):,} opened with other content."
    )
    assert verdicts.tracebacks == verdicts.touched == []
    assert verdicts.unnoticed == {}
