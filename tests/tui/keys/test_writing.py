"""Writing to a terminal never holds up who writes, whether it reads, stands still or has gone."""

import os
import sys
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are needed", allow_module_level=True)

from tui.keys.terminal_driver import MOST_WAITING, Writing

PATIENCE = 60.0
"""Seconds after which a thread is taken never to end."""
FRAME = "x" * 10_000
Ends = tuple[int, int]


@pytest.fixture
def ends() -> Iterator[Ends]:
    """A pipe that stands for a terminal: where plandesk writes, and where it is read."""
    reading, writing = os.pipe()
    yield writing, reading
    for handle in (writing, reading):
        try:
            os.close(handle)
        except OSError:
            continue


def test_everything_is_written_in_order(ends: Ends) -> None:
    writing = Writing(ends[0])
    writing.start()
    for number in range(100):
        writing.put(f"{number} – ")
    writing.end()
    writing.join(PATIENCE)  # the machine may be busy; a window would go on without it
    assert not writing.is_alive()
    assert os.read(ends[1], 10_000).decode() == "".join(f"{number} – " for number in range(100))
    assert not writing.is_behind


def test_a_terminal_that_reads_nothing_holds_up_nothing_and_what_is_stale_is_dropped(
    ends: Ends,
) -> None:
    writing = Writing(ends[0])
    writing.start()
    for _ in range(3 * MOST_WAITING // len(FRAME)):
        writing.put(FRAME)
    assert writing.is_behind
    writing.end()
    assert writing.is_alive()  # it waits in the system, and ends with the process or the terminal
    os.close(ends[1])
    writing.join(PATIENCE)
    assert not writing.is_alive()


def test_a_terminal_that_has_gone_takes_everything_and_says_nothing(ends: Ends) -> None:
    os.close(ends[1])
    writing = Writing(ends[0])
    writing.start()
    for _ in range(50):
        writing.put(FRAME)
    writing.end()
    writing.join(PATIENCE)  # the machine may be busy; a window would go on without it
    assert not writing.is_alive()
