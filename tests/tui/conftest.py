"""Nothing of the officer's is read or written: not the home folder, not the clipboard."""

import os
from pathlib import Path

import pytest
from textual import _wait

os.environ["TEXTUAL_ANIMATIONS"] = "none"

from tests.tui.window import FrozenDay, FrozenTime

_wait.SLEEP_GRANULARITY = 1 / 200
"""Seconds after each key: what has to come about is waited for, see `until`."""


@pytest.fixture(autouse=True)
def own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that stands for the officer's own."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr("tui.clipboard.clipboard_program", lambda: None)
    return home


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it 26 September 2026, two minutes past two, for what is compared as text."""
    monkeypatch.setattr("tui.today.date", FrozenDay)
    monkeypatch.setattr("store.saver.datetime", FrozenTime)
    monkeypatch.setattr("store.desk.datetime", FrozenTime)
