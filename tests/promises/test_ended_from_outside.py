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
from tui.ending import has_hung_up

ENTER = "\r"
TYPED = " and what nobody may lose"
PATIENCE = 60.0


@pytest.fixture
def path(home: Path) -> Path:
    return on_disk()


def typing(path: Path, home: Path) -> Terminal:
    """Open the plan in a terminal and type into its first action, without leaving the field."""
    env = {
        "PLANDESK_HOME": str(home),
        "TEXTUAL_ANIMATIONS": "none",
        "TERM": "xterm-256color",
        "HOME": str(home),
    }
    terminal = Terminal((sys.executable, "-m", "tui", str(path)), env, columns=80, lines=24)
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


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
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


def test_a_terminal_that_is_gone_is_noticed() -> None:
    ours, theirs = os.openpty()
    assert not has_hung_up(theirs)
    os.close(ours)
    assert has_hung_up(theirs)
    os.close(theirs)
