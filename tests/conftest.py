"""No test touches the officer's own plans, and no slow machine fails a property test."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, core, settings

EXAMPLES = {"quick": 30, "thorough": 60}
"""Of each property, unless its test says how many; CI and the soak choose the thorough ones."""

for profile, examples in EXAMPLES.items():
    settings.register_profile(
        profile,
        deadline=None,
        max_examples=examples,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("quick")


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
    seed = config.getoption("randomly_seed", None)
    if isinstance(seed, int):
        terminalreporter.write_line(f"This order and these examples again: --randomly-seed={seed}")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which plandesk keeps everything for the length of a test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PLANDESK_HOME", str(folder))
    return folder
