"""Nothing typed is lost: the long runs of `make soak`, which prints the figures."""

import multiprocessing
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

import pytest
from hypothesis import seed, settings
from hypothesis.stateful import run_state_machine_as_test

if sys.platform == "win32":
    pytest.skip("signals and pseudo-terminals are needed", allow_module_level=True)

from tests.soak.kills import killed_at_random
from tests.soak.random_keys import KeyTally, random_keys
from tests.soak.window_kills import WindowTally, window_killed
from tests.store.crash_points import Tally, every_error, every_held_file, every_power_cut
from tests.store.damaged_files import Judge, damaged_files
from tests.store.operations import OPERATIONS
from tests.store.plan_sequences import PlanOnDisk

pytestmark = pytest.mark.soak

KILLS = 1_000
KEYS = 20_000
WINDOW_KILLS = 300
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


def keys_pressed(home: Path, keys: int, number: int) -> KeyTally:
    """Press so many random keys, with everything kept in a folder of this process."""
    os.environ["PLANDESK_HOME"] = str(home / str(number))
    return random_keys(home / str(number), keys, seed=number)


def windows_killed(home: Path, kills: int, number: int) -> WindowTally:
    """Kill so many windows, with everything kept in a folder of this process."""
    os.environ["PLANDESK_HOME"] = str(home / str(number))
    return window_killed(home / str(number), kills, seed=number)


def test_random_keys_in_random_bursts_crash_and_hang_nothing(tmp_path: Path) -> None:
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(AT_ONCE, mp_context=spawned) as processes:
        shares = [KEYS // AT_ONCE] * AT_ONCE
        tallies = processes.map(keys_pressed, [tmp_path] * AT_ONCE, shares, range(AT_ONCE))
        tally = sum(tallies, KeyTally())
    say(
        f"{tally.keys:,} random keys in {tally.windows:,} windows: {len(tally.crashes)} crashes, "
        f"{len(tally.hangs)} hangs, {len(tally.wrong)} plans that are not what their history says."
    )
    assert tally.faults == []
    assert tally.keys >= KEYS


def test_no_killed_window_harms_a_plan_or_loses_an_acknowledged_edit(tmp_path: Path) -> None:
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(AT_ONCE, mp_context=spawned) as processes:
        shares = [WINDOW_KILLS // AT_ONCE] * AT_ONCE
        tallies = processes.map(windows_killed, [tmp_path] * AT_ONCE, shares, range(AT_ONCE))
        tally = sum(tallies, WindowTally())
    kinds = ", ".join(f"{count} {kind}" for kind, count in tally.kills.items())
    say(
        f"{sum(tally.kills.values()):,} windows ({kinds}), {tally.acknowledged:,} acknowledged "
        f"edits: {len(tally.damaged)} plans damaged, {len(tally.lost)} texts lost, "
        f"{len(tally.alive)} processes alive after 5 s."
    )
    assert tally.faults == []
    assert sum(tally.kills.values()) == WINDOW_KILLS


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
