"""No pair of characters makes plandesk stand still, and a long session does not fill the memory."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from benchmarks.long_texts import CHARACTERS, grows_too_fast, units
from tests.soak.long_session import memory_of_edits
from tests.soak.test_nothing_is_lost import say

pytestmark = pytest.mark.soak

PAIRS = [*units()][len(CHARACTERS) :]
EDITS, FROM = 2_000, 100
MOST_GROWN = 10.0
"""Million bytes by which a session may grow from its hundredth edit to its last."""


@pytest.mark.parametrize("unit", PAIRS)
def test_each_pair_costs_no_more_than_its_length(unit: str) -> None:
    assert [*grows_too_fast(unit)] == []


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read from /proc")
def test_a_long_session_levels_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANDESK_HOME", str(tmp_path))
    held = memory_of_edits(tmp_path, EDITS, seed=5)
    steps = ", ".join(f"{edits:,}: {held[edits]:.1f}" for edits in sorted(held))
    say(f"A session in MB, after so many edits: {steps}.")
    assert held[EDITS] - held[FROM] < MOST_GROWN
