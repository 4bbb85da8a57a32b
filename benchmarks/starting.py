"""How long it takes until the actions of a plan can be read, against a hello-world application."""

import sys
from pathlib import Path
from statistics import median

from benchmarks.ratios import Ratio
from benchmarks.terminal import Terminal

ROUNDS = 11
_HELLO = (sys.executable, "-m", "benchmarks.hello")
_LIMITS = {10: 1.8, 1_000: 2.0}
FIRST_FRAME_LIMIT = 1.3


def starting(plans: dict[int, Path], home: Path) -> list[Ratio]:
    """Return the ratios for plans of so many actions each."""
    ratios: list[Ratio] = []
    for actions, plan in plans.items():
        frames, readable, hello = _measured(plan, home)
        ratios.append(
            Ratio(
                f"first frame, {actions} actions", frames, "hello world", hello, FIRST_FRAME_LIMIT
            )
        )
        ratios.append(
            Ratio(f"actions readable, {actions}", readable, "hello world", hello, _LIMITS[actions])
        )
    return ratios


def _measured(plan: Path, home: Path) -> tuple[float, float, float]:
    env = {"PLANDESK_HOME": str(home)}
    command = (sys.executable, "-m", "tui", str(plan))
    rounds = [(*_plandesk(command, env), _hello()) for _ in range(ROUNDS)]
    frames, readable, hello = zip(*rounds, strict=True)
    return median(frames), median(readable), median(hello)


def _plandesk(command: tuple[str, ...], env: dict[str, str]) -> tuple[float, float]:
    with Terminal(command, env) as terminal:
        frame = terminal.until(r"\S") - terminal.started
        return frame, terminal.until(r"1\.1 \w") - terminal.started


def _hello() -> float:
    with Terminal(_HELLO, {}) as terminal:
        return terminal.until("Hello") - terminal.started
