"""How long a key takes to reach the screen, in a field of a plan against a bare text area."""

import sys
from pathlib import Path
from statistics import median

from benchmarks.ratios import Ratio
from benchmarks.terminal import Terminal

KEYS = 60
LIMIT = 1.5


def typing_keys(plan: Path, home: Path) -> list[Ratio]:
    """Return the ratio for the first field of a plan."""
    env = {"PLANDESK_HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}
    bare = (sys.executable, "-m", "benchmarks.bare_editor")
    with (
        Terminal((sys.executable, "-m", "tui", str(plan)), env) as plandesk,
        Terminal(bare, {"TEXTUAL_ANIMATIONS": "none"}) as editor,
    ):
        plandesk.until(r"1\.1 \w")
        plandesk.settle(0.5)
        plandesk.send("\r")
        plandesk.until("Esc done")
        editor.until("Ready")
        for terminal in (plandesk, editor):
            terminal.settle(0.5)
        times = [(_key(plandesk), _key(editor)) for _ in range(KEYS)]
    ours, theirs = zip(*times, strict=True)
    return [Ratio("a key in a field", median(ours), "a bare text area", median(theirs), LIMIT)]


def _key(terminal: Terminal) -> float:
    pressed = terminal.send("x")
    shown = terminal.until_a_frame()
    terminal.settle(0.05)
    return shown - pressed
