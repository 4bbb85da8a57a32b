"""How long a key takes to reach the screen, in fields of a plan against a bare text area.

The plan's spelling is looked at meanwhile, where there is a dictionary. And on a slow disk, while
what is typed is kept as a draft and saved, against the disk as it is.
"""

import sys
from pathlib import Path
from shutil import copyfile
from statistics import median, quantiles

from benchmarks.ratios import Ratio
from benchmarks.terminal import Terminal

KEYS = 60
SAVED_EVERY = 10
"""Keys after which the field is left, so that a save is under way while the next are typed."""
LIMIT = 1.2
LATE = 1.5
SLOW_DISK = 1.5

FIELDS = {
    "an action": ("\r",),
    "a timescale": ("\r", "\t", "\t", "\t", "\t"),
    "a paragraph": ("2", "\x1b[B", "\r"),
}
"""Fields, with the keys that open each in a plan."""


def typing_keys(plan: Path, home: Path) -> list[Ratio]:
    """Return the ratios for fields of a plan, and for a slow disk."""
    return [
        *(one for field in FIELDS for one in _in_a_field(field, plan, home)),
        _on_a_slow_disk(plan, home),
    ]


def _in_a_field(field: str, plan: Path, home: Path) -> tuple[Ratio, Ratio]:
    """Return the ratio of the usual key, and that of the late one: of twenty, the latest."""
    bare = (sys.executable, "-m", "benchmarks.bare_editor")
    with (
        _opened((sys.executable, "-m", "tui", str(plan)), home / field, field) as plandesk,
        Terminal(bare, {"TEXTUAL_ANIMATIONS": "none"}) as editor,
    ):
        editor.until("Ready")
        editor.settle(0.5)
        times = [(_key(plandesk), _key(editor)) for _ in range(KEYS)]
        plandesk.send("\x1b")
        plandesk.until("Saved")
    ours, theirs = zip(*times, strict=True)
    late, their_late = (quantiles(one, n=20)[-1] for one in (ours, theirs))
    return (
        Ratio(f"a key in {field}", median(ours), "a bare text area", median(theirs), LIMIT),
        Ratio(f"a late key in {field}", late, "a late key there", their_late, LATE),
    )


def _on_a_slow_disk(plan: Path, home: Path) -> Ratio:
    other = home / "slow.plan.json"
    copyfile(plan, other)
    slowly = (sys.executable, "-m", "benchmarks.slow_storage", str(other))
    with (
        _opened((sys.executable, "-m", "tui", str(plan)), home / "usual", "an action") as plandesk,
        _opened(slowly, home / "slow", "an action") as slow,
    ):
        saving = [_keys_while_saving(plandesk, slow, number) for number in range(KEYS)]
    usual, late = zip(*saving, strict=True)
    return Ratio("a key, a save taking 200 ms", median(late), "as usual", median(usual), SLOW_DISK)


def _opened(command: tuple[str, ...], home: Path, field: str) -> Terminal:
    terminal = Terminal(command, {"PLANDESK_HOME": str(home), "TEXTUAL_ANIMATIONS": "none"})
    terminal.until(r"1\.1 \w")
    terminal.settle(0.5)
    for key in FIELDS[field]:
        terminal.send(key)
        terminal.settle(0.2)
    terminal.until("Esc:? done")
    terminal.settle(0.5)
    return terminal


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
