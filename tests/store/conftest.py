"""Where a plan of the tests lies."""

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a plan may be made; nothing is there yet."""
    return tmp_path / "a.plan.json"
