"""The real window, killed in the middle of what an officer does with it."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.terminal import NotShownError, Terminal
from desk.lost_texts import lost_of
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.model.plan import Plan
from store.drafts import drafts_of
from store.errors import StoreError
from store.plan_file import PlanFile
from tests.soak.random_keys import differences
from tests.tui.window import on_disk
from tui.dialogs.draft import DraftDialog

KILLS_OF_ONE_PLAN = 20
LONGEST_END = 5.0
"""Seconds after which a process whose terminal has gone, or that was told to end, is none."""
LONGEST_BEFORE = 0.5
"""Seconds from the last key to the kill: some fall before it is done, some into the saving."""
LEAST_AT_RISK = 1.2
"""Seconds after which what was typed is in a draft; one second, and a busy machine."""
ENTER, ESC, RIGHT, DOWN = "\r", "\x1b", "\x1b[C", "\x1b[B"

ONE_ACTION = PlanOutline(
    title="Killed",
    aims=(AimOutline("An aim.", (ActionOutline("Begin."), ActionOutline("Second."))),),
)


@dataclass
class WindowTally:
    """What came of the kills: how many of which kind, and what went wrong."""

    kills: dict[str, int] = field(default_factory=dict)
    acknowledged: int = 0
    damaged: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    alive: list[str] = field(default_factory=list)

    @property
    def faults(self) -> list[str]:
        """Everything that must not be."""
        return [*self.damaged, *self.lost, *self.alive]

    def __add__(self, other: "WindowTally") -> "WindowTally":
        kinds = {*self.kills, *other.kills}
        return WindowTally(
            {kind: self.kills.get(kind, 0) + other.kills.get(kind, 0) for kind in sorted(kinds)},
            self.acknowledged + other.acknowledged,
            self.damaged + other.damaged,
            self.lost + other.lost,
            self.alive + other.alive,
        )


def window_killed(home: Path, kills: int, seed: int) -> WindowTally:
    """Kill so many windows; `home` is where that plandesk keeps everything."""
    chance, tally = Random(seed), WindowTally()
    path = on_disk(ONE_ACTION, "Killed")
    for number in range(kills):
        if number % KILLS_OF_ONE_PLAN == 0:
            path = on_disk(ONE_ACTION, f"Killed {seed}-{number}")
        _killed_once(path, home, chance, number, tally)
    return tally


def _killed_once(path: Path, home: Path, chance: Random, number: int, tally: WindowTally) -> None:
    """Type a word and have it saved, begin something else, and kill it there."""
    known, unsaved = f"known{number}k", f"typed{number}t"
    with _window(path, home) as terminal:
        saved = _kept(terminal, path, known)
        tally.acknowledged += saved
        doing = chance.choice(sorted(DOINGS))
        DOINGS[doing](terminal, unsaved)
        after = chance.uniform(0, LONGEST_BEFORE)
        is_at_rest = doing == "typing" and chance.random() < 0.5
        terminal.read_for(LEAST_AT_RISK if is_at_rest else after)
        how = chance.choice(sorted(KILLS))
        name = f"plan {path.name}, kill {number}, {how} while {doing}"
        tally.kills[how] = tally.kills.get(how, 0) + 1
        KILLS[how](terminal, chance)
        if not _ended(terminal):
            tally.alive.append(name)
    is_undone = doing == "undoing"
    _look_at(path, name, known if saved else "", unsaved if is_at_rest else "", tally, is_undone)


def _look_at(
    path: Path, name: str, known: str, unsaved: str, tally: WindowTally, is_undone: bool
) -> None:
    try:
        file = PlanFile.open(path)
        told = "\n".join(change.model_dump_json() for change in file.history.read())
        drafts = [draft for _, draft in drafts_of(file.plan_id, path)]
    except StoreError as error:
        tally.damaged.append(f"{name}: {error}")
        return
    tally.damaged += [f"{name}: {one}" for one in differences(path)]
    held = _texts(file.plan)
    typed = "\n".join(draft.field.typed for draft in drafts if draft.field)
    waiting = "\n".join(draft.model_dump_json() for draft in drafts)
    if known not in (told if is_undone else held):
        tally.lost.append(f"{name}: {known} was shown as saved")
    if unsaved not in held + typed + waiting:
        tally.lost.append(f"{name}: {unsaved} is neither in the plan nor in a draft")


def _texts(plan: Plan) -> str:
    return "\n".join(action.text for action in plan.actions)


def _kept(terminal: Terminal, path: Path, word: str) -> bool:
    """Have a word saved in the first action; return whether the window said so.

    A draft of the time before is kept first.
    """
    terminal.until("Saved", timeout=60.0)
    _take_draft(terminal, path)
    terminal.settle(0.3)
    before = PlanFile.open(path).revision
    terminal.send(ENTER)
    terminal.until("Esc done", timeout=60.0)
    terminal.send(word)
    terminal.read_for(0.1)
    terminal.send(ESC)
    with suppress(NotShownError):
        end = time.monotonic() + 60.0
        while time.monotonic() < end:
            terminal.read_for(0.05)
            if PlanFile.open(path).revision > before:
                return True
    return False


def _take_draft(terminal: Terminal, path: Path) -> None:
    """Keep what the kill before has left, where plandesk offers anything."""
    file = PlanFile.open(path)
    if any(lost_of(file.plan, draft) for _, draft in drafts_of(file.plan_id, path)):
        terminal.until("Not in the plan yet", timeout=60.0)
        terminal.until(re.escape(DraftDialog.keys_in_words[:12]), timeout=60.0)
        terminal.send("k")
        end = time.monotonic() + 60.0
        while drafts_of(file.plan_id, path) and time.monotonic() < end:
            terminal.read_for(0.05)


def _type(terminal: Terminal, word: str) -> None:
    terminal.send(ENTER)
    terminal.read_for(0.4)
    terminal.send(word)


def _add(terminal: Terminal, word: str) -> None:
    terminal.send("a")
    terminal.read_for(0.3)
    terminal.send(word)
    terminal.read_for(0.1)
    terminal.send(ESC)


def _move(terminal: Terminal, word: str) -> None:
    terminal.send("m")
    terminal.read_for(0.2)
    terminal.send(DOWN + ENTER)


def _export(terminal: Terminal, word: str) -> None:
    terminal.send("e")
    terminal.read_for(0.4)
    terminal.send(ENTER)


def _undo(terminal: Terminal, word: str) -> None:
    terminal.send("u")
    terminal.read_for(0.2)
    terminal.send("y")


DOINGS: dict[str, Callable[[Terminal, str], None]] = {
    "typing": _type,
    "adding": _add,
    "moving": _move,
    "exporting": _export,
    "undoing": _undo,
}


def _signal(name: str) -> Callable[[Terminal, Random], None]:
    return lambda terminal, chance: os.kill(terminal.process, getattr(signal, name))


def _close(terminal: Terminal, chance: Random) -> None:
    terminal.hang_up()


def _stall_and_close(terminal: Terminal, chance: Random) -> None:
    """Type on while nothing is read from the program, read on for a moment, and hang up."""
    for _ in range(30):
        terminal.send("x")
        time.sleep(0.03)
    terminal.read_for(chance.uniform(0, 0.3))
    terminal.hang_up()


def _stall_and_tell(terminal: Terminal, chance: Random) -> None:
    """Type on while nothing is read from the program, and tell it to end."""
    for _ in range(30):
        terminal.send("x")
        time.sleep(0.03)
    os.kill(terminal.process, signal.SIGTERM)


KILLS: dict[str, Callable[[Terminal, Random], None]] = {
    "kill": _signal("SIGKILL"),
    "told to end": _signal("SIGTERM"),
    "interrupted": _signal("SIGINT"),
    "closed": _close,
    "stalled and closed": _stall_and_close,
    "stalled and told to end": _stall_and_tell,
}


def _ended(terminal: Terminal) -> bool:
    """Return whether the program is gone in time, nothing being read from it meanwhile."""
    end = time.monotonic() + LONGEST_END
    while time.monotonic() < end:
        if os.waitpid(terminal.process, os.WNOHANG)[0]:
            terminal.process = 0
            return True
        time.sleep(0.01)
    return False


def _window(path: Path, home: Path) -> Terminal:
    env = {
        "PLANDESK_HOME": str(home),
        "HOME": str(home),
        "TEXTUAL_ANIMATIONS": "none",
        "TERM": "xterm-256color",
    }
    command = (sys.executable, "-m", "tui", str(path))
    return Terminal(command, env, columns=120, lines=30, folder=home)
