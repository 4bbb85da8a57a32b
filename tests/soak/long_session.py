"""The real window in a pseudo-terminal, through edit after edit, and the memory that it holds."""

import os
import sys
import time
from pathlib import Path
from random import Random

from benchmarks.terminal import Terminal
from sample_data.sample import sample_outline
from tests.tui.window import on_disk

PATIENCE = 60.0
"""Seconds after which a key that has saved nothing is taken to be lost, on a busy machine too."""
EVERY = 100
ENTER, ESC, UP, DOWN, RIGHT, LEFT = "\r", "\x1b", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
SELECT_ALL = "\x1b[18~"
UNDO, REDO = "u", "y"
LOWEST_FIELD = 5
WORDS = (
    *("agree with the partnership", "families", "review", "plan", "staff", "guide", "children"),
    *("young people", "locality", "evidence", "programme", "training", "each", "every", "report"),
    *("committee", "health visitors", "Parenting Group", "monthly", "by", "December 2016"),
    *("March 2017", "spring", "measure", "survey", "85 per cent", "page 16", "improve"),
)


def memory_of_edits(home: Path, edits: int, seed: int) -> dict[int, float]:
    """Make so many edits, undoes and redoes; return the megabytes held, by edits made.

    `home` is where plandesk keeps everything.
    """
    path, chance, held = on_disk(sample_outline(), "Long"), Random(seed), dict[int, float]()
    env = {"HOME": str(home), "TEXTUAL_ANIMATIONS": "none", "TERM": "xterm-256color"}
    command = (sys.executable, "-m", "tui", str(path))
    with Terminal(command, env, columns=120, lines=30, folder=home) as terminal:
        terminal.until("Saved")
        terminal.settle(0.5)
        session = _Session(terminal, path.with_name("Long.history.jsonl"), chance)
        for number in range(1, edits + 1):
            session.edit()
            if number % EVERY == 0:
                terminal.read_for(1.0, to_show=False)
                held[number] = _megabytes(terminal.process)
    return held


class _Session:
    """An officer who types over one field after another, and takes some of it back."""

    def __init__(self, terminal: Terminal, history: Path, chance: Random) -> None:
        self._terminal, self._history, self._chance = terminal, history, chance

    def edit(self) -> None:
        """Make one edit; return when it is saved."""
        kind = self._chance.random()
        if kind < 0.03:
            self._saved_after(UNDO)
            self._saved_after(REDO)
        elif kind < 0.12:
            self._saved_after(UNDO)
        elif kind < 0.4:
            self._terminal.send(self._chance.choice((UP, DOWN)))
            self._type_over(ENTER, self._text(5, 60))
        else:
            down = self._chance.randrange(LOWEST_FIELD)
            self._type_over(RIGHT + DOWN * down + ENTER, self._text(3, 15))
            self._send(LEFT)

    def _type_over(self, keys: str, text: str) -> None:
        self._send(keys)
        self._send(f"{SELECT_ALL}\x1b[200~{text}\x1b[201~")
        self._saved_after(ESC)

    def _send(self, keys: str) -> None:
        self._terminal.send(keys)
        self._terminal.read_for(0.06, to_show=False)

    def _saved_after(self, keys: str) -> None:
        before, end = self._steps(), time.monotonic() + PATIENCE
        self._send(keys)
        while self._steps() == before:
            if not self._terminal.read_for(0.02, to_show=False) or time.monotonic() > end:
                raise AssertionError(f"nothing was saved after {keys!r}")

    def _steps(self) -> int:
        return self._history.read_bytes().count(b"\n")

    def _text(self, least: int, most: int) -> str:
        words = (self._chance.choice(WORDS) for _ in range(self._chance.randint(least, most)))
        return " ".join((*words, str(self._chance.randrange(10**6))))


def _megabytes(process: int) -> float:
    pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6
