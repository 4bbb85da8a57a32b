"""How long it takes to change the view, each seen before, against a bare switcher of views."""

import sys
from pathlib import Path
from statistics import median

from benchmarks.ratios import Ratio
from benchmarks.terminal import Terminal

ROUNDS = 15
LIMIT = 2.0
SHOWS = {
    "2": "▸2 Report◂",
    "3": "▸3 Equality◂",
    "4": "▸4 Reviews◂",
    "5": "▸5 Checks◂",
    "6": "▸6 Preview◂",
    "1": "▸1 Plan◂",
}
"""What the screen says of a view once it is there, by its key."""


def changing_views(plan: Path, home: Path) -> list[Ratio]:
    """Return the ratio for each view of a plan."""
    ours = (sys.executable, "-m", "tui", str(plan))
    bare = (sys.executable, "-m", "benchmarks.bare_views")
    still = {"TEXTUAL_ANIMATIONS": "none"}
    with (
        Terminal(ours, {"PLANDESK_HOME": str(home), **still}) as us,
        Terminal(bare, still) as them,
    ):
        us.until(r"1\.1 \w")
        them.until("Row 0 of view 1")
        times: dict[str, list[tuple[float, float]]] = {key: [] for key in SHOWS}
        for number in range(ROUNDS + 1):
            for key, shows in SHOWS.items():
                pair = _changed(us, key, shows), _changed(them, key, f"Row 0 of view {key}")
                if number:  # a view is made when it is first seen
                    times[key].append(pair)
    return [_ratio(SHOWS[key].strip("▸◂123456 "), pairs) for key, pairs in times.items()]


def _changed(terminal: Terminal, key: str, shows: str) -> float:
    terminal.settle(0.1)
    pressed = terminal.send(key)
    return terminal.until(shows) - pressed


def _ratio(view: str, pairs: list[tuple[float, float]]) -> Ratio:
    ours, theirs = zip(*pairs, strict=True)
    return Ratio(f"to the {view} view", median(ours), "a bare switcher", median(theirs), LIMIT)
