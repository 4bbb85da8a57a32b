"""Nothing of the officer's is read or written: not the home folder, not the clipboard."""

import os
from pathlib import Path

import pytest

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from plan.council import DEFAULT_FORMAT
from plan.model.outline import built_plan
from sample_data.sample import sample_outline
from store.places import plans_folder
from store.plan_file import PlanFile
from tests.tui.pending import WatchedWorker, wait_for_idle
from tests.tui.window import MADE_AT, FrozenDay, FrozenTime
from tui.widgets.notice_line import Seconds

DELAYS = (
    "tui.app.DRAFT_AFTER",
    "tui.dialogs.dialog.LEAST_SECONDS_SEEN",
    "tui.saving.LOOK_AGAIN_AFTER",
    "tui.opening.ASK_AGAIN_AFTER",
    "tui.opening.AFTER_FIRST_PAINT",
    "tui.views.desk.desk_view.AFTER_FIRST_PAINT",
)
SHORT_DELAY = 0.02
"""Seconds; `at_rest` waits for what comes after a delay, however long that is."""

WHILE_A_TEST_READS = Seconds(3600.0, 0.0)
"""No sentence goes by itself, and the newest is shown at once."""


@pytest.fixture(autouse=True)
def own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that stands for the officer's own."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr("tui.clipboard.programs", lambda does: ())
    monkeypatch.setattr("desk.other_programs.program_for", lambda what: None)
    for name in ("textual.app.wait_for_idle", "textual.pilot.wait_for_idle"):
        monkeypatch.setattr(name, wait_for_idle)
    monkeypatch.setattr("textual.worker_manager.Worker", WatchedWorker)
    for name in DELAYS:
        monkeypatch.setattr(name, SHORT_DELAY)
    monkeypatch.setattr("tui.app.freeze_loaded", lambda: None)  # one app of a thousand
    for name in ("NOTICE_SECONDS", "PROBLEM_SECONDS"):
        monkeypatch.setattr(f"tui.widgets.notice_line.{name}", WHILE_A_TEST_READS)
    return home


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it 26 September 2026, two minutes past two, for what is compared as text."""
    monkeypatch.setattr("desk.today.date", FrozenDay)
    monkeypatch.setattr("store.saver.datetime", FrozenTime)
    monkeypatch.setattr("store.schema.datetime", FrozenTime)


@pytest.fixture
def sample() -> Path:
    """Return where the sample plan is, on the desk."""
    path = plans_folder() / "Strathbrannoch.plan.json"
    path.parent.mkdir(parents=True)
    plan = built_plan(sample_outline(), DEFAULT_FORMAT)
    PlanFile.create(path, plan, label="Sample", who="", now=MADE_AT)
    return path


SMALLEST = (80, 24)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what is tried in a larger window once more; all of it is tried at 80x24."""
    for item in items:
        parameters = getattr(item, "callspec", None)
        size = parameters.params.get("size") if parameters is not None else None
        if isinstance(size, tuple) and size > SMALLEST:
            item.add_marker(pytest.mark.slow)
