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
MEGABYTES = 70


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
    _say_memory(plans[min(plans)], home)
    return ratios


def _say_memory(plan: Path, home: Path) -> None:
    if not sys.platform.startswith("linux"):
        print("memory: told on Linux only")
        return
    with Terminal(_command(plan), _env(home)) as terminal:
        terminal.until(r"1\.1 \w")
        # The words of the dictionary are read on a thread, which nothing on the screen tells.
        terminal.read_for(5.0)
        status = Path(f"/proc/{terminal.process}/status").read_text()
        spelling = "hunspell" in Path(f"/proc/{terminal.process}/maps").read_text()
    used = int(status.partition("VmRSS:")[2].split()[0]) // 1024
    verdict = "kept" if used <= MEGABYTES else "MISSED"
    print(
        f"memory with a small plan, spelling {'' if spelling else 'NOT '}loaded: "
        f"{used} MB, at most {MEGABYTES}: {verdict}"
    )


def _measured(plan: Path, home: Path) -> tuple[float, float, float]:
    rounds = [(*_plandesk(_command(plan), _env(home)), _hello()) for _ in range(ROUNDS)]
    frames, readable, hello = zip(*rounds, strict=True)
    return median(frames), median(readable), median(hello)


def _command(plan: Path) -> tuple[str, ...]:
    return (sys.executable, "-m", "tui", str(plan))


def _env(home: Path) -> dict[str, str]:
    return {"PLANDESK_HOME": str(home)}


def _plandesk(command: tuple[str, ...], env: dict[str, str]) -> tuple[float, float]:
    with Terminal(command, env) as terminal:
        frame = terminal.until(r"\S") - terminal.started
        return frame, terminal.until(r"1\.1 \w") - terminal.started


def _hello() -> float:
    with Terminal(_HELLO, {}) as terminal:
        return terminal.until("Hello") - terminal.started
