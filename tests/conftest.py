"""No test touches the officer's own plans, and no slow machine fails a property test."""

from pathlib import Path

import pytest
from hypothesis import settings

EXAMPLES = 60
"""Of each property, unless its test says how many: the suite stays under five minutes."""

settings.register_profile("unhurried", deadline=None, max_examples=EXAMPLES)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which plandesk keeps everything for the length of a test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("PLANDESK_HOME", str(folder))
    return folder
