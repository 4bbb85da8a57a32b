"""Random keys in random bursts, through a real pseudo-terminal of random sizes."""

import os
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from benchmarks.terminal import NotShownError, Terminal
from plan.changes.change import tables_of
from store.errors import StoreError
from store.plan_file import PlanFile
from tests.tui.window import on_disk

Rows: TypeAlias = dict[Any, dict[str, Any]]
"""A plan's rows as JSON values, by table and id."""

KEYS_OF_ONE_PLAN = 500
LONGEST_BURST = 12
LONGEST_PAUSE = 0.12
"""Seconds between two bursts: some find plandesk waiting, some busy with the one before."""
PATIENCE = 60.0
"""Seconds after which a window that shows nothing new is taken to hang, on a busy machine too."""

INTERRUPTED = (128 + signal.SIGINT, -signal.SIGINT)
"""The statuses where Ctrl+C came before the terminal was plandesk's: there it is a signal."""

PLAIN = "abcdefghijklmnoprstuvwxy0123456789 /?.,éß–字"
SPECIAL = (
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F"),
    *("\r", "\r", "\t", "\x1b[Z", "\x1b", "\x1b\x1b", "\x7f", "\x1b[3~"),
    *("\x10", "\x07", "\x06", "\x0e", "\x04", "\x1a", "\x19", "\x03", "\x13", "\x14", "\x1bOP"),
    *("\x1b[1;2A", "\x1b[1;2B", "\x1b[1;5A", "\x1b[1;5B", "\x1b[1;3A", "\x1b[1;3B", "\x1b[15~"),
)
PASTES = (
    "\x1b[200~pasted\rin brackets\x1b[201~",
    "words without\rbrackets",
    "jjjjjjjj",
    "\r\r\r\r",
)
LEAVING = ("q", "\x11")


@dataclass
class KeyTally:
    """What came of the keys: how many were sent, in how many windows, and what went wrong."""

    keys: int = 0
    windows: int = 0
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Everything that must not be."""
        return [*self.crashes, *self.hangs, *self.wrong]

    def __add__(self, other: "KeyTally") -> "KeyTally":
        return KeyTally(
            self.keys + other.keys,
            self.windows + other.windows,
            self.crashes + other.crashes,
            self.hangs + other.hangs,
            self.wrong + other.wrong,
        )


def random_burst(chance: Random) -> list[str]:
    """Return the keys of a burst: most of them one to a few, some many, some a paste."""
    kind = chance.random()
    if kind < 0.04:
        return [chance.choice(PASTES)]
    if kind < 0.06:
        return [chance.choice(LEAVING), chance.choice(PLAIN)]
    length = chance.choice((1, 1, 2, 2, 3, 4, chance.randint(5, LONGEST_BURST)))
    return [
        chance.choice(SPECIAL) if chance.random() < 0.55 else chance.choice(PLAIN)
        for _ in range(length)
    ]


def random_keys(home: Path, keys: int, seed: int) -> KeyTally:
    """Press so many keys in window after window; `home` is where that plandesk keeps everything."""
    tally, number = KeyTally(), 0
    while tally.keys < keys and len(tally.faults) < 20:
        number += 1
        name = f"seed {seed}, plan {number}"
        _pressed(
            home, Random(f"{seed}.{number}"), min(KEYS_OF_ONE_PLAN, keys - tally.keys), tally, name
        )
    return tally


def _pressed(home: Path, chance: Random, keys: int, tally: KeyTally, name: str) -> None:
    """Press keys on one plan, opening the window again each time that they have left it."""
    made: dict[Path, Rows] = {}
    path = _made(name, made)
    wanted = tally.keys + keys
    while tally.keys < wanted:
        tally.windows += 1
        if not path.exists():
            path = _made(f"{name}, window {tally.windows}", made)
        with _window(path, home, chance) as terminal:
            _press_until_left(terminal, chance, wanted, tally, name)
        log = home / "state" / "logs" / "plandesk.log"
        if log.exists():
            tally.crashes.append(f"{name}:\n{log.read_text()}")
            log.unlink()
    for one in (home / "plans").glob("*.plan.json"):
        tally.wrong += differences(one, made.get(one))


def _made(name: str, made: dict[Path, Rows]) -> Path:
    path = on_disk(name=name)
    made[path] = dict(tables_of(PlanFile.open(path).plan))
    return path


def _press_until_left(
    terminal: Terminal, chance: Random, wanted: int, tally: KeyTally, name: str
) -> None:
    sent: list[str] = []
    while tally.keys < wanted:
        burst = random_burst(chance)
        sent += burst
        tally.keys += len(burst)
        terminal.send("".join(burst))
        if chance.random() < 0.02:
            terminal.resize(chance.randint(20, 200), chance.randint(5, 60))
        if not terminal.read_for(chance.uniform(0, LONGEST_PAUSE), to_show=False):
            status = terminal.ended(PATIENCE, to_show=False)
            if status not in (0, *(INTERRUPTED if "\x03" in sent else ())):
                tally.crashes.append(f"{name}: status {status} after {sent[-40:]}")
            return
        if chance.random() < 0.05 and not _is_alive(terminal, chance):
            tally.hangs.append(f"{name}: after {sent[-40:]}")
            return
    _end(terminal, tally, f"{name}: after {sent[-40:]}")


def _is_alive(terminal: Terminal, chance: Random) -> bool:
    """Return whether the window is painted anew at another size, or the program has ended."""
    columns, lines = chance.randint(40, 160), chance.randint(10, 50)
    end = time.monotonic() + PATIENCE
    terminal.resize(columns, lines)
    before = terminal.received
    while terminal.received == before and time.monotonic() < end:
        if not terminal.read_for(0.05, to_show=False):
            return True
    return terminal.received != before


def _end(terminal: Terminal, tally: KeyTally, name: str) -> None:
    os.kill(terminal.process, signal.SIGTERM)  # it may only just have been started
    try:
        status = terminal.ended(PATIENCE, to_show=False)
    except NotShownError:
        tally.hangs.append(name)
        return
    if status not in (0, *INTERRUPTED, 128 + signal.SIGTERM, -signal.SIGTERM):
        tally.crashes.append(f"{name}: status {status}")


def _window(path: Path, home: Path, chance: Random) -> Terminal:
    env = {
        "PLANDESK_HOME": str(home),
        "HOME": str(home),
        "TEXTUAL_ANIMATIONS": "none",
        "TERM": "xterm-256color",
        "EDITOR": "true",
        "VISUAL": "",
    }
    columns, lines = chance.choice(
        ((80, 24), (120, 40), (chance.randint(30, 200), chance.randint(8, 60)))
    )
    command = (sys.executable, "-m", "tui", str(path))
    return Terminal(command, env, columns=columns, lines=lines, folder=home)


def differences(path: Path, made: Rows | None = None) -> list[str]:
    """Return in what a plan's file is not what its history says, empty if in nothing.

    Each step, taken back from the plan as it is, must find what it has left; before the first of
    them the plan is as it was `made`, where that is known.
    """
    try:
        file = PlanFile.open(path)
        history = file.history.read()
    except StoreError as error:
        return [f"{path.name}: {error}"]
    rows: Rows = dict(tables_of(file.plan))
    for change in reversed(history):
        for one in reversed(change.rows):
            if rows[one.table].pop(one.id, None) != one.after:
                return [f"{path.name}: step {change.revision} did not lead here"]
            if one.before is not None:
                rows[one.table][one.id] = one.before
    if made is not None and rows != made:
        return [f"{path.name} did not begin as it was made"]
    return []
