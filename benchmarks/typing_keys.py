"""How long a key takes to reach the screen, in a field of a plan against a bare text area.

And on a slow disk, while what is typed is kept as a draft and saved, against the disk as it is.
"""

import sys
from pathlib import Path
from shutil import copyfile
from statistics import median

from benchmarks.ratios import Ratio
from benchmarks.terminal import Terminal

KEYS = 60
SAVED_EVERY = 10
"""Keys after which the field is left, so that a save is under way while the next are typed."""
LIMIT = 1.5


def typing_keys(plan: Path, home: Path) -> list[Ratio]:
    """Return the ratios for the first field of a plan."""
    bare = (sys.executable, "-m", "benchmarks.bare_editor")
    other = home / "slow.plan.json"
    copyfile(plan, other)
    with (
        Terminal((sys.executable, "-m", "tui", str(plan)), _env(home / "usual")) as plandesk,
        Terminal(bare, {"TEXTUAL_ANIMATIONS": "none"}) as editor,
        Terminal(
            (sys.executable, "-m", "benchmarks.slow_storage", str(other)), _env(home / "slow")
        ) as slow,
    ):
        for terminal in (plandesk, slow):
            _begin(terminal)
        editor.until("Ready")
        for terminal in (plandesk, editor, slow):
            terminal.settle(0.5)
        times = [(_key(plandesk), _key(editor)) for _ in range(KEYS)]
        saving = [_keys_while_saving(plandesk, slow, number) for number in range(KEYS)]
    ours, theirs = zip(*times, strict=True)
    usual, late = zip(*saving, strict=True)
    return [
        Ratio("a key in a field", median(ours), "a bare text area", median(theirs), LIMIT),
        Ratio("a key, a save taking 200 ms", median(late), "as usual", median(usual), LIMIT),
    ]


def _env(home: Path) -> dict[str, str]:
    return {"PLANDESK_HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}


def _begin(terminal: Terminal) -> None:
    terminal.until(r"1\.1 \w")
    terminal.settle(0.5)
    terminal.send("\r")
    terminal.until("Esc done")


def _keys_while_saving(usual: Terminal, slow: Terminal, number: int) -> tuple[float, float]:
    if number % SAVED_EVERY == 0:
        for terminal in (usual, slow):
            terminal.send("\x1b")
            terminal.settle(0.05)
            terminal.send("\r")
            terminal.settle(0.05)
    return _key(usual), _key(slow)


def _key(terminal: Terminal) -> float:
    pressed = terminal.send("x")
    shown = terminal.until_a_frame()
    terminal.settle(0.05)
    return shown - pressed
