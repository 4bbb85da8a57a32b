"""Whatever ends plandesk in the middle of a field, what was typed is saved or offered."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("signals and pseudo-terminals are needed", allow_module_level=True)

from benchmarks.terminal import Terminal
from store.drafts import drafts_of
from store.plan_file import PlanFile
from tests.tui.window import on_disk
from tui.shutdown import has_hung_up

ENTER, F1 = "\r", "\x1bOP"
TYPED = " and what nobody may lose"
PATIENCE = 60.0


@pytest.fixture
def path(home: Path) -> Path:
    return on_disk()


STANDS = """
import os, sys, time
from tui.app import Plandesk
from tui.__main__ import main
def stand(app):
    open(os.path.join(os.environ["PLANDESK_HOME"], "stands"), "w").close()
    time.sleep(3600)
Plandesk.action_keys = stand
sys.exit(main(sys.argv[1:]))
"""
"""plandesk in which F1 makes the event loop stand, and a file says that it does."""


def typing(path: Path, home: Path, *program: str) -> Terminal:
    """Open the plan in a terminal and type into its first action, without leaving the field."""
    env = {
        "PLANDESK_HOME": str(home),
        "TEXTUAL_ANIMATIONS": "none",
        "TERM": "xterm-256color",
        "HOME": str(home),
    }
    command = (sys.executable, *(program or ("-m", "tui")), str(path))
    terminal = Terminal(command, env, columns=80, lines=24)
    try:
        terminal.until("Publish one guide", PATIENCE)
        terminal.send(ENTER)
        terminal.until("Esc done", PATIENCE)
        terminal.send(TYPED)
        terminal.until("nobody may lose", PATIENCE)
    except BaseException:
        terminal.close()
        raise
    return terminal


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_in_plan(path: Path) -> bool:
    return TYPED.strip() in PlanFile.open(path).plan.actions[0].text


def is_in_draft(path: Path) -> bool:
    drafts = [draft for _, draft in drafts_of(PlanFile.open(path).plan_id, path)]
    return any(draft.field and TYPED.strip() in draft.field.typed for draft in drafts)


BY_SIGNAL = [
    "SIGTERM",
    *(pytest.param(name, marks=pytest.mark.slow) for name in ("SIGHUP", "SIGINT")),
]
"""One way serves all three: the first and the closed terminal are its quick witnesses."""


@pytest.mark.parametrize("name", BY_SIGNAL)
def test_a_signal_saves_what_is_in_the_field_and_ends(path: Path, home: Path, name: str) -> None:
    with typing(path, home) as terminal:
        os.kill(terminal.process, getattr(signal, name))
        until(lambda: is_in_plan(path))
        assert terminal.ended(PATIENCE) == 128 + getattr(signal, name)
    assert not is_in_draft(path)


def test_a_closed_terminal_saves_what_is_in_the_field_and_ends(path: Path, home: Path) -> None:
    with typing(path, home) as terminal:
        terminal.hang_up()
        until(lambda: is_in_plan(path))
        assert terminal.ended(PATIENCE) != 0


def test_a_kill_leaves_what_was_typed_a_second_ago_in_a_draft(path: Path, home: Path) -> None:
    with typing(path, home) as terminal:
        until(lambda: is_in_draft(path))
        os.kill(terminal.process, signal.SIGKILL)
        terminal.ended(PATIENCE)
    assert not is_in_plan(path)
    assert is_in_draft(path)


def stalled(terminal: Terminal) -> None:
    """Type on, without reading anything of what plandesk writes, until it can write no more."""
    for _ in range(150):
        terminal.send("x")
        before = terminal.waiting()
        time.sleep(0.01)
        if before > FULL and terminal.waiting() == before:
            terminal.send("x" * 5)
    until(lambda: terminal.waiting() > FULL)


FULL = 4_000
"""Bytes that a pseudo-terminal holds, about; a frame of the field is a thousand."""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_it_and_saves_while_the_terminal_reads_nothing(
    path: Path, home: Path, name: str
) -> None:
    with typing(path, home) as terminal:
        stalled(terminal)
        os.kill(terminal.process, getattr(signal, name))
        until(lambda: is_gone(terminal, 128 + getattr(signal, name)))
    assert is_in_plan(path) or is_in_draft(path)
    assert not PlanFile.open(path).read_only_reason


@pytest.mark.slow
def test_a_terminal_that_stops_reading_reads_on_and_is_closed_ends_it(
    path: Path, home: Path
) -> None:
    with typing(path, home) as terminal:
        stalled(terminal)
        terminal.until_a_frame()
        terminal.hang_up()
        until(lambda: is_gone(terminal, 128 + signal.SIGHUP))
    assert is_in_plan(path) or is_in_draft(path)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "closed"])
def test_whatever_the_window_is_at_a_signal_ends_it_with_the_text_in_a_draft(
    path: Path, home: Path, how: str
) -> None:
    with typing(path, home, "-c", STANDS) as terminal:
        until(lambda: is_in_draft(path))
        terminal.send(" and a word more")
        terminal.until(r"a word\W+more")
        terminal.send(F1)
        until((home / "stands").exists)
        if how == "closed":
            terminal.hang_up()
        else:
            os.kill(terminal.process, getattr(signal, how))
        status = 128 + getattr(signal, "SIGHUP" if how == "closed" else how)
        until(lambda: is_gone(terminal, status))
    assert is_in_draft(path)


def is_gone(terminal: Terminal, status: int) -> bool:
    """Return whether the program has ended, with the right status; nothing is read from it."""
    if not terminal.process:
        return True
    process, ended = os.waitpid(terminal.process, os.WNOHANG)
    if process:
        terminal.process = 0
        assert os.waitstatus_to_exitcode(ended) == status
    return bool(process)


def test_a_terminal_that_is_gone_is_noticed() -> None:
    ours, theirs = os.openpty()
    assert not has_hung_up(theirs)
    os.close(ours)
    assert has_hung_up(theirs)
    os.close(theirs)
