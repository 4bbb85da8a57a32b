"""Keys in any number, at any speed, through a real terminal; and pastes without brackets."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are needed", allow_module_level=True)

from benchmarks.terminal import Terminal
from store.plan_file import PlanFile
from tests.soak.random_keys import random_keys
from tests.soak.window_kills import window_killed
from tests.tui.window import on_disk

ENTER, ESC = "\r", "\x1b"
pytestmark = pytest.mark.slow

NOWHERE = "went nowhere"
SENTENCE = "Delete me.\rAll of me, and this line."


@pytest.fixture
def path() -> Path:
    return on_disk()


@pytest.fixture
def terminal(path: Path, home: Path) -> Iterator[Terminal]:
    """plandesk on the plan, waiting for a key."""
    env = {"PLANDESK_HOME": str(home), "HOME": str(home), "TERM": "xterm-256color"}
    env["TEXTUAL_ANIMATIONS"] = "none"
    command = (sys.executable, "-m", "tui", str(path))
    with Terminal(command, env, columns=100, lines=30, folder=home) as window:
        window.until("to check")
        window.settle()
        yield window


def revision(path: Path) -> int:
    return PlanFile.open(path).revision


@pytest.mark.parametrize("text", [SENTENCE, f"\x1b[200~{SENTENCE}\x1b[201~"])
def test_a_paste_on_a_list_does_nothing_and_says_so(
    terminal: Terminal, path: Path, text: str
) -> None:
    terminal.send(text)
    terminal.until(NOWHERE)
    terminal.send("q")
    assert terminal.ended() == 0
    assert revision(path) == 1


def test_the_window_is_as_wide_as_its_terminal_whatever_the_shell_was_told(
    path: Path, home: Path
) -> None:
    env = {"PLANDESK_HOME": str(home), "HOME": str(home), "TERM": "xterm-256color"}
    env |= {"COLUMNS": "60", "LINES": "20"}
    command = (sys.executable, "-m", "tui", str(path))
    with Terminal(command, env, columns=100, lines=30, folder=home) as window:
        window.until("q quit")
        window.resize(120, 30)
        window.until(r"╮ *\n(.*\n)*.{119}\S")


def test_ctrl_z_never_stops_the_program_even_where_the_terminal_makes_a_signal_of_it(
    terminal: Terminal,
) -> None:
    """The terminal does so until the window has it, and while an editor has it."""
    os.kill(terminal.process, signal.SIGTSTP)
    terminal.send("q")
    assert terminal.ended() == 0


def test_a_paste_whose_end_never_comes_does_nothing_and_the_keys_go_on(
    terminal: Terminal, path: Path
) -> None:
    terminal.send(f"\x1b[200~{SENTENCE}")
    terminal.until(NOWHERE)
    terminal.send("q")
    assert terminal.ended() == 0
    assert revision(path) == 1


@pytest.mark.slow
@pytest.mark.parametrize("text", [SENTENCE, f"\x1b[200~{SENTENCE}\x1b[201~", SENTENCE * 60])
def test_a_paste_into_an_open_field_is_whole(terminal: Terminal, path: Path, text: str) -> None:
    terminal.send(ENTER)
    terminal.until("Esc done")
    terminal.settle()
    terminal.send(text)
    terminal.until("line\\.")
    terminal.settle()
    terminal.send(ESC)
    terminal.until("e export")
    terminal.send("q")
    assert terminal.ended() == 0
    plain = text.removeprefix("\x1b[200~").removesuffix("\x1b[201~").replace("\r", "\n")
    saved = PlanFile.open(path).plan.actions[0].text
    assert "".join(plain.split()) in "".join(saved.split())
    assert revision(path) == 2


@pytest.mark.slow
@pytest.mark.parametrize("last", ["x", "t", "/", "e", "h", "?"])
def test_q_and_one_more_key_at_once_end_quietly(terminal: Terminal, home: Path, last: str) -> None:
    terminal.send(f"\x1b[Bq{last}")
    assert terminal.ended() == 0
    assert not (home / "state" / "logs").exists()


def test_a_line_that_is_sent_before_plandesk_is_there_is_done_when_it_is(
    path: Path, home: Path
) -> None:
    env = {"PLANDESK_HOME": str(home), "HOME": str(home), "TERM": "xterm-256color"}
    with Terminal((sys.executable, "-m", "tui", str(path)), env) as window:
        window.send("q")
        assert window.ended() == 0


def test_random_keys_in_random_bursts_harm_nothing(home: Path) -> None:
    tally = random_keys(home, 150, seed=5)
    assert tally.faults == []
    assert tally.keys >= 150


@pytest.mark.slow
def test_windows_that_are_killed_lose_nothing_and_are_gone(home: Path) -> None:
    tally = window_killed(home, 3, seed=6)
    assert tally.faults == []
    assert sum(tally.kills.values()) == 3
