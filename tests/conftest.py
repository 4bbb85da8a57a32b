"""No test touches the officer's own plans, and no slow machine fails a property test."""

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, core, settings

from plan.model.bulk import keep_loaded

EXAMPLES = {"quick": 10, "thorough": 60, "soak": 60}
"""Of each property, or what its test makes of it; CI tries the thorough ones, the soak others."""

for profile, examples in EXAMPLES.items():
    settings.register_profile(
        profile,
        deadline=None,
        max_examples=examples,
        # What passes passes again: what is not known yet is looked for by the soak, at random.
        derandomize=profile != "soak",
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("quick")


GARBAGE_AFTER = 30_000
"""New objects between two looks for garbage; at 700 these are a fifth of the tests' time."""


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never among what is there before the first test."""
    keep_loaded()
    gc.set_threshold(GARBAGE_AFTER, 10, 5)


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let one seed give the order of the tests and the examples of every property."""
    seed = config.getoption("randomly_seed", None)
    if isinstance(seed, int) and config.getoption("--hypothesis-seed", None) is None:
        core.global_force_seed = seed  # type: ignore[assignment]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say with which seed this run can be had again, above the line that closes it."""
    if not os.environ.get("PLANDESK_ENGINES"):
        terminalreporter.write_line(
            "PostgreSQL and pouchdb-server were not run: make test-engines shares plans by them."
        )
    seed = config.getoption("randomly_seed", None)
    if isinstance(seed, int):
        terminalreporter.write_line(f"This order and these examples again: --randomly-seed={seed}")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield one new folder after the other, by a number of its own.

    `mktemp` would read the names of all that are there to find the next, six thousand times over.
    """
    folder = tmp_path_factory.mktemp("homes", numbered=False)
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path]) -> Iterator[Path]:
    """Yield an empty folder in which plandesk keeps everything for the length of a test.

    What a test patches and takes back leaves it alone: else what follows would be kept in the
    folder of whoever runs the tests.
    """
    folder = next(homes)
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PLANDESK_HOME", str(folder))
        yield folder


def pytest_xdist_auto_num_workers() -> int:
    """Use one process more than there are cores: a test of a file waits for the disk."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else 2
