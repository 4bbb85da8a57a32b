"""The ten worst of the texts that are one character repeated, in fields as long as may be."""

from benchmarks.long_texts import CHARACTERS, LETTERS, taken_by

LONGEST = 100_000
LIMIT = 1.0
"""Seconds of the processor that any one piece of work may take."""
WORST = 10


def freezing() -> list[str]:
    """Return in words what the ten worst take, found at 8,000 characters, at 100,000."""
    found = [
        (seconds, name, called)
        for called, unit in CHARACTERS.items()
        for name, seconds in taken_by(unit, LETTERS[-1]).items()
    ]
    worst = sorted(found, reverse=True)[:WORST]
    lines = [f"The ten worst of {LONGEST:,} characters repeated, at most {LIMIT:.0f} s each"]
    for _, name, called in worst:
        seconds = taken_by(CHARACTERS[called], LONGEST, (name,))[name]
        over = "  OVER" if seconds > LIMIT else ""
        lines.append(f"  {name}, of {called}: {seconds:.2f} s{over}")
    return lines
